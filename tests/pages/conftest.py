"""Corpora for the tests of the pages, and a cache that lets them share one analysis of each."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def corpus_env(cache: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Path | None], None]:
    """Sets the corpus that the dashboard is started with (None: the sample) and the cache that all tests share."""

    def set_corpus(path: Path | None) -> None:
        monkeypatch.setenv("LESARTEN_CACHE", str(cache))
        if path is None:
            monkeypatch.delenv("LESARTEN_CORPUS", raising=False)
        else:
            monkeypatch.setenv("LESARTEN_CORPUS", str(path))

    return set_corpus


@pytest.fixture
def open_page(corpus_env: Callable[[Path | None], None]) -> Callable[..., AppTest]:
    """Opens a page cold, as a link with these query parameters does; a list gives a parameter several values."""

    def open_(page: str, corpus: Path | None = None, /, **params: str | list[str]) -> AppTest:
        corpus_env(corpus)
        app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=120)
        if page != "dashboard.py":
            app.switch_page(page)
        for key, value in params.items():
            app.query_params[key] = value
        app.run()
        assert not app.exception
        return app

    return open_


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder without a file."""
    return tmp_path_factory.mktemp("empty")


@pytest.fixture(scope="session")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of one article."""
    folder = tmp_path_factory.mktemp("one")
    (folder / "hafen.md").write_text(
        "---\ntitle: Bürgermeisterin eröffnet Hafen in Emden\nsource: Küstenbote\ndate: 2024-05-02\n---\n\n"
        "Angela Merkel hat am Donnerstag den neuen Hafen in Emden eröffnet. „Das ist ein guter Tag für Niedersachsen“, "
        "sagte Merkel. Rund 300 Gäste kamen.\n\nIn Berlin lobte die Bundesregierung das Vorhaben.\n",
        encoding="utf-8",
    )
    return folder


@pytest.fixture(scope="session")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A corpus of three files none of which can be read, and none of whose names is to take effect as markup."""
    folder = tmp_path_factory.mktemp("broken")
    (folder / "leer.txt").write_bytes(b"")
    (folder / "**kaputt**.json").write_bytes(b'{"title": "ab')
    (folder / "bild.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x01\xff\xfe\x00\x00")
    return folder
