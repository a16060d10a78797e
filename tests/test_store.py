from pathlib import Path

import pandas as pd
import pytest

from lib import schema, store
from lib.article import Analysis


@pytest.fixture
def analysis() -> Analysis:
    tables = {name: schema.table(name, []) for name in schema.TABLES}
    tables["mentions"] = schema.table("mentions", [schema.Mention("a", 0, 0, 2, 'Ö;"\n', "LOC", "loc-ö")])
    return Analysis(tables, "a model 1.0")


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LESARTEN_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def test_what_was_saved_is_loaded_as_it_was(analysis: Analysis, tmp_path: Path) -> None:
    store.save(analysis, tmp_path)
    loaded = store.load(tmp_path)
    assert loaded.model == "a model 1.0"
    for name, frame in analysis.tables.items():
        pd.testing.assert_frame_equal(loaded.tables[name], frame)


def test_csv_holds_the_same_values(analysis: Analysis, tmp_path: Path) -> None:
    store.save(analysis, tmp_path, format="csv")
    mentions = pd.read_csv(tmp_path / "mentions.csv", keep_default_na=False)
    assert mentions.to_dict("records") == analysis.tables["mentions"].to_dict("records")


def test_saving_in_another_format_leaves_no_table_of_the_first(analysis: Analysis, tmp_path: Path) -> None:
    store.save(analysis, tmp_path, format="csv")
    store.save(analysis, tmp_path, format="parquet")
    assert sorted(path.stem for path in tmp_path.glob("*.parquet")) == sorted(schema.TABLES)
    assert not list(tmp_path.glob("*.csv"))


def test_saving_beside_files_of_others_leaves_them(analysis: Analysis, tmp_path: Path) -> None:
    (tmp_path / "articles.csv").write_text("file,source\n", encoding="utf-8")
    store.save(analysis, tmp_path, format="parquet")
    assert (tmp_path / "articles.csv").exists()


@pytest.mark.parametrize("damage", ["absent", "broken", "other columns"])
def test_a_damaged_folder_is_an_error_that_names_it(analysis: Analysis, tmp_path: Path, damage: str) -> None:
    store.save(analysis, tmp_path)
    path = tmp_path / "values.parquet"
    if damage == "absent":
        path.unlink()
    elif damage == "broken":
        path.write_bytes(b"no parquet")
    else:
        pd.DataFrame({"x": [1]}).to_parquet(path)
    with pytest.raises(store.StoreError, match=str(tmp_path)):
        store.load(tmp_path)


@pytest.mark.parametrize("about", ["{}", "[]", "no json"])
def test_an_analysis_that_does_not_say_its_model_is_refused(analysis: Analysis, tmp_path: Path, about: str) -> None:
    store.save(analysis, tmp_path)
    (tmp_path / "analysis.json").write_text(about)
    with pytest.raises(store.StoreError, match=str(tmp_path)):
        store.load(tmp_path)


def test_a_cache_that_can_only_be_read_is_read(analysis: Analysis, monkeypatch: pytest.MonkeyPatch) -> None:
    store.keep("one", analysis)

    def refuse(_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("os.utime", refuse)
    assert store.cached("one") is not None


def test_the_cache_gives_back_what_was_kept_under_the_key_only(analysis: Analysis) -> None:
    store.keep("one", analysis)
    kept = store.cached("one")
    assert kept is not None
    assert kept.tables["mentions"].equals(analysis.tables["mentions"])
    assert store.cached("two") is None


def test_what_another_state_of_the_program_kept_is_not_given_back(
    analysis: Analysis, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.keep("one", analysis)
    monkeypatch.setattr(store, "_code", lambda: "changed since")
    assert store.cached("one") is None


def test_the_cache_drops_the_oldest(analysis: Analysis, own_cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "KEPT", 2)
    for key in ("one", "two", "three"):
        store.keep(key, analysis)
    assert len(list(own_cache.iterdir())) == 2
    assert store.cached("three") is not None


def test_where_the_cache_cannot_be_written_nothing_is_kept(analysis: Analysis, own_cache: Path) -> None:
    own_cache.write_text("a file where the folder should be")
    store.keep("one", analysis)
    assert store.cached("one") is None
