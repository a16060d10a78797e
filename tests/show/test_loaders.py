import os
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib import read, schema
from lib.article import Analysis, Progress
from lib.show import loaders

NO_ANALYSIS = Analysis({name: schema.table(name, []) for name in schema.TABLES}, "none")


@pytest.fixture(autouse=True)
def own_corpora(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("LESARTEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.delenv("LESARTEN_CORPUS", raising=False)
    yield
    loaders._corpus.clear()


def _wait(job: loaders.Job) -> Analysis:
    for _ in job.steps():
        pass
    return job.result()


def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "eins.txt").write_text("Anna Berger sprach am Montag in Emden.", encoding="utf-8")
    return folder


def test_the_corpus_is_what_the_command_line_names_else_what_the_environment_does(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert loaders.configured() == []
    monkeypatch.setenv("LESARTEN_CORPUS", os.pathsep.join(["a", "b"]))
    assert loaders.configured() == [Path("a"), Path("b")]
    monkeypatch.setattr(sys, "argv", ["/srv/dashboard.py", "c"])
    assert loaders.configured() == [Path("c")]


def test_a_job_tells_how_far_it_is_and_gives_its_result() -> None:
    def work(progress: Progress) -> Analysis:
        progress("annotate", 3, 5)
        return NO_ANALYSIS

    job = loaders.Job(work)
    assert _wait(job) is NO_ANALYSIS
    assert job.progress == ("annotate", 3, 5)


def test_a_job_hands_on_what_its_work_raised() -> None:
    def work(progress: Progress) -> Analysis:
        raise ValueError("kaputt")

    with pytest.raises(ValueError, match="kaputt"):
        _wait(loaders.Job(work))


def test_a_corpus_is_analysed_once_and_again_when_a_file_has_changed(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    first = loaders.corpus([folder])
    assert _wait(first).tables["articles"]["article_id"].tolist() == ["eins"]
    assert loaders.corpus([folder]) is first
    (folder / "zwei.txt").write_text("Jan Holm sprach am Dienstag in Leer.", encoding="utf-8")
    assert _wait(loaders.corpus([folder])).tables["articles"]["article_id"].tolist() == ["eins", "zwei"]


def test_what_was_analysed_before_comes_from_the_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = _folder(tmp_path)
    _wait(loaders.corpus([folder]))
    loaders._corpus.clear()
    monkeypatch.setattr(loaders, "_analysis", lambda *_: pytest.fail("was analysed again"))
    assert len(_wait(loaders.corpus([folder])).tables["sentences"]) == 1


def test_another_model_is_not_answered_by_what_the_first_one_found(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    _wait(loaders.corpus([folder]))
    with pytest.raises(Exception, match="de_nowhere_sm"):
        _wait(loaders.corpus([folder], "de_nowhere_sm"))


def test_an_upload_is_analysed_once_by_each_model() -> None:
    upload = loaders.Upload([read.File("eins.txt", b"Anna Berger sprach am Montag in Emden.")])
    assert _wait(upload.job()).tables["articles"]["article_id"].tolist() == ["eins"]
    first = upload.job()
    assert upload.job() is first
    upload.drop()
    assert upload.job() is not first
    with pytest.raises(Exception, match="de_nowhere_sm"):
        _wait(upload.job("de_nowhere_sm"))


@pytest.fixture
def two_pipelines(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [EntryPoint(name, name, "spacy_models") for name in ("en_core_web_sm", "de_nowhere_sm")]
    monkeypatch.setattr(loaders, "entry_points", lambda group: points if group == "spacy_models" else [])
    monkeypatch.delenv("LESARTEN_MODEL", raising=False)


def test_german_pipelines_that_are_installed_may_find_the_names(
    two_pipelines: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert loaders.models() == ["lesarten", "de_nowhere_sm"]
    monkeypatch.setenv("LESARTEN_MODEL", "de_nowhere_sm")
    assert loaders.models() == ["de_nowhere_sm", "lesarten"]


def test_a_visitor_chooses_the_pipeline_and_the_link_keeps_it(
    two_pipelines: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LESARTEN_CORPUS", str(_folder(tmp_path)))
    app = AppTest.from_file("../../dashboard.py", default_timeout=60).run()
    assert "lesarten-encoder" in app.sidebar.caption[0].value
    app.selectbox(key="model").select("de_nowhere_sm").run()
    assert app.query_params["model"] in ("de_nowhere_sm", ["de_nowhere_sm"])
    assert "not installed" in app.error[0].value


def test_a_page_says_why_a_corpus_could_not_be_analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESARTEN_CORPUS", str(_folder(tmp_path)))
    monkeypatch.setenv("LESARTEN_MODEL", "de_nowhere_sm")
    app = AppTest.from_file("../../dashboard.py", default_timeout=60).run()
    assert not app.exception
    assert "not installed" in app.error[0].value
    assert app.button[0].label == "Try again"


def test_a_page_names_a_corpus_that_is_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LESARTEN_CORPUS", "/no/such/folder")
    app = AppTest.from_file("../../dashboard.py", default_timeout=60).run()
    assert "/no/such/folder" in app.error[0].value
