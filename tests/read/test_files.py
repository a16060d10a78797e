"""Opening a corpus: what is read, what is skipped, and that nothing leads out of the folder."""

import errno
import gzip
import os
from pathlib import Path
from typing import Any

import pytest

from lib.article import Skipped
from lib.read import File, digest, numbered, open_corpus
from lib.read.files import UnreadableError, expand


def test_a_folder_is_read_with_its_subfolders_in_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "zwei.txt").write_text("zwei")
    (tmp_path / "a.txt").write_text("eins")
    files, skipped = open_corpus([tmp_path])
    assert files == [File("a.txt", b"eins"), File("b/zwei.txt", b"zwei")]
    assert skipped == []


def test_a_single_file_goes_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("eins")
    assert open_corpus([tmp_path / "a.txt"]) == ([File("a.txt", b"eins")], [])


def test_several_paths_go_by_what_tells_them_apart_and_are_read_once(tmp_path: Path) -> None:
    for folder in ("nord", "sued"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(folder)
    files, _ = open_corpus([tmp_path / "nord", tmp_path / "sued" / "a.txt", tmp_path / "sued"])
    assert files == [File("nord/a.txt", b"nord"), File("sued/a.txt", b"sued")]


def test_hidden_files_and_those_about_the_folder_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in (".git/config", ".DS_Store", "README.md", "LICENSE", "artikel.txt"):
        (tmp_path / name).write_text("x")
    files, skipped = open_corpus([tmp_path])
    assert [file.name for file in files] == ["artikel.txt"]
    assert skipped == []


def test_tables_of_an_analysis_are_no_articles(tmp_path: Path) -> None:
    tables = tmp_path / "tabellen"
    tables.mkdir()
    for name in ("artikel.txt", "sentences.csv"):
        (tmp_path / name).write_text("x")
    for name in ("analysis.json", "sentences.parquet", "mentions.csv", "notiz.txt"):
        (tables / name).write_text("x")
    files, skipped = open_corpus([tmp_path])
    assert [file.name for file in files] == ["artikel.txt", "sentences.csv", "tabellen/notiz.txt"]
    assert skipped == []


def test_uploads_of_one_name_are_told_apart() -> None:
    files = [File(name, name.encode()) for name in ("index.html", "a.csv.gz", "index.html", "a.csv.gz", "index.html")]
    names = ["index.html", "a.csv.gz", "index (2).html", "a (2).csv.gz", "index (3).html"]
    assert [file.name for file in numbered(files)] == names


def test_links_out_of_the_folder_are_skipped_and_links_within_are_read(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (tmp_path / "geheim.txt").write_text("geheim")
    (corpus / "innen.txt").write_text("innen")
    (corpus / "aussen.txt").symlink_to(tmp_path / "geheim.txt")
    (corpus / "hinauf").symlink_to(tmp_path)
    (corpus / "tot.txt").symlink_to(corpus / "nirgends.txt")
    (corpus / "verweis.txt").symlink_to(corpus / "innen.txt")
    files, skipped = open_corpus([corpus])
    assert files == [File("innen.txt", b"innen"), File("verweis.txt", b"innen")]
    assert [(line.path, line.reason) for line in skipped] == [
        ("aussen.txt", "is a link out of the folder"),
        ("hinauf", "is a link out of the folder"),
        ("tot.txt", "is a link that leads nowhere"),
    ]


def test_a_pipe_is_skipped_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rohr.txt")
    files, skipped = open_corpus([tmp_path])
    assert files == []
    assert skipped == [Skipped("rohr.txt", "is not a regular file", "put the articles themselves into the folder")]


def test_empty_large_and_missing_files_are_one_line_each(tmp_path: Path) -> None:
    (tmp_path / "leer.txt").touch()
    (tmp_path / "gross.txt").write_bytes(b"x" * 1_001)
    files, skipped = open_corpus([tmp_path, tmp_path / "fehlt.txt"], max_mb=0.001)
    assert files == []
    assert [(line.path, line.reason) for line in skipped] == [
        ("fehlt.txt", "does not exist"),
        ("gross.txt", "is larger than 0.001 MB"),
        ("leer.txt", "is empty"),
    ]


def test_no_path_gives_no_file() -> None:
    assert open_corpus([]) == ([], [])


def test_the_digest_depends_on_names_and_contents_not_on_order() -> None:
    one, two = File("a", b"1"), File("b", b"2")
    assert digest([one, two]) == digest([two, one])
    assert len({digest(files) for files in ([one], [two], [one, two], [File("a", b"1b2")], [])}) == 5


def test_gzip_is_undone_up_to_the_limit() -> None:
    assert expand(gzip.compress(b"Text")) == b"Text"
    with pytest.raises(UnreadableError, match="larger than 1 MB"):
        expand(gzip.compress(b"0" * 50_000_000), max_mb=1)


@pytest.mark.parametrize("data", [b"kein gzip", gzip.compress(b"Text " * 100)[:-20], b""])
def test_damaged_gzip_is_unreadable(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        expand(data)


def test_names_that_are_no_utf_8_stay_apart(tmp_path: Path) -> None:
    for name in (b"M\xfcller.txt", b"M\xf6ller.txt"):
        (tmp_path / os.fsdecode(name)).write_text("Ein Satz steht hier.")
    files, skipped = open_corpus([tmp_path])
    assert ([file.name for file in files], skipped) == (["M\\xf6ller.txt", "M\\xfcller.txt"], [])


def test_a_folder_that_cannot_be_opened_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "zu").mkdir()
    opened = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("zu"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return opened(path)

    monkeypatch.setattr("os.scandir", refuse)
    assert open_corpus([tmp_path])[1] == [
        Skipped("zu", "cannot be opened (Permission denied)", "check its permissions")
    ]


def test_corrections_elsewhere_than_beside_the_articles_are_named(tmp_path: Path) -> None:
    (tmp_path / "unter").mkdir()
    for name in ("entities.csv", "unter/entities.csv"):
        (tmp_path / name).write_text("action,entity,value,article\n")
    files, skipped = open_corpus([tmp_path])
    assert files == []
    assert [line.path for line in skipped] == ["unter/entities.csv"]
