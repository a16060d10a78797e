import json
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from lib import schema
from lib.__main__ import main

TEXT = """Zwei Länder einigen sich

Die Minister trafen sich am Montag in Wien. „Wir sind uns in allem einig“, sagte Anna Berger.
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "einigung.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_analyse_writes_every_table_and_says_what_was_read(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (corpus / "leer.txt").write_bytes(b"")
    assert main(["analyse", str(corpus), "--out", str(tmp_path / "tables")]) == 0
    captured = capsys.readouterr()
    assert captured.out.splitlines()[-1].startswith("read 1 articles from")
    assert "skipped 1" in captured.out
    assert "leer.txt" in captured.err
    written = {path.stem for path in (tmp_path / "tables").glob("*.parquet")}
    assert written == set(schema.TABLES)
    articles = pd.read_parquet(tmp_path / "tables" / "articles.parquet")
    assert articles["article_id"].tolist() == ["einigung"]
    assert articles["title"].tolist() == ["Zwei Länder einigen sich"]
    about = json.loads((tmp_path / "tables" / "analysis.json").read_text(encoding="utf-8"))
    assert "GermEval" in about["model"]


def test_what_is_no_terminal_shows_no_bars(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["analyse", str(corpus), "--out", str(tmp_path / "tables")])
    assert capsys.readouterr().err == ""


def test_analyse_writes_csv_on_demand(corpus: Path, tmp_path: Path) -> None:
    assert main(["analyse", str(corpus), "--out", str(tmp_path / "tables"), "--format", "csv"]) == 0
    quotes = pd.read_csv(tmp_path / "tables" / "quotes.csv", keep_default_na=False)
    assert quotes["text"].tolist() == ["Wir sind uns in allem einig"]
    assert quotes["speaker"].tolist() == ["Anna Berger"]


def test_the_same_corpus_gives_the_same_tables(corpus: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        main(["analyse", str(corpus), "--out", str(tmp_path / out)])
    for name in schema.TABLES:
        one, two = (pd.read_parquet(tmp_path / out / f"{name}.parquet") for out in ("one", "two"))
        pd.testing.assert_frame_equal(one, two)


def test_corrections_beside_the_articles_are_applied(
    corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["action,entity,value,article", "rename,loc-wien,Wien (Stadt),", "hide,loc-nirgends,,"]
    (corpus / "entities.csv").write_text("\n".join(lines), encoding="utf-8")
    assert main(["analyse", str(corpus), "--out", str(tmp_path / "tables")]) == 0
    entities = pd.read_parquet(tmp_path / "tables" / "entities.parquet").set_index("entity_id")
    assert entities.loc["loc-wien", "name"] == "Wien (Stadt)"
    assert "corrected by hand: 1" in (tmp_path / "tables" / "analysis.json").read_text(encoding="utf-8")
    assert "not corrected: hide,loc-nirgends,,: there is no entity" in capsys.readouterr().err
    (corpus / "entities.csv").write_text("action,entity,value,article\nsink,loc-wien,,\n", encoding="utf-8")
    assert main(["analyse", str(corpus), "--out", str(tmp_path / "tables")]) == 0
    assert "left out: line 2" in capsys.readouterr().err


def test_status_1_when_nothing_could_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "leer.txt").write_bytes(b"")
    assert main(["analyse", str(tmp_path), "--out", str(tmp_path / "tables")]) == 1
    assert "nothing could be read" in capsys.readouterr().err
    assert not (tmp_path / "tables").exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["analyse", "no-such-folder", "--out", "tables"], "no-such-folder"),
        (["analyse", ".", "--out", "tables", "--model", "no_such_model"], "no_such_model"),
        (["analyse", ".", "--out", "tables", "--format", "xlsx"], "xlsx"),
        (["analyse", "."], "--out"),
        (["analyse", ".", "--out", "README.md/tables"], "no folder that can be written"),
        (["analyse", "README.md", "--out", "."], "the articles are there"),
        (["analyse", "README.md", "--out", "tables", "--max-mb", "0"], "megabytes from 1"),
        ([], "required"),
    ],
)
def test_status_2_on_wrong_usage(arguments: list[str], word: str) -> None:
    process = subprocess.run([sys.executable, "-m", "lib", *arguments], capture_output=True, text=True, check=False)
    assert process.returncode == 2
    assert word in process.stderr
