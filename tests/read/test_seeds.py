"""The five raw documents: titles once, teasers out, and not a sentence of a body lost."""

from pathlib import Path

import pytest

from lib.article import Article
from lib.read import open_corpus, read

TEASED = ("Medellín", "Amarilo", "Moraa", "Hamas")
"""Names that stand in teasers alone."""


@pytest.fixture(scope="module")
def seeds(shared: Path) -> dict[str, Article]:
    files, skipped = open_corpus([shared / "seeds"])
    reading = read(files)
    assert skipped == reading.skipped == []
    return {article.id[:3]: article for article in reading.articles}


def test_names_of_teasers_reach_no_text(seeds: dict[str, Article]) -> None:
    for article in seeds.values():
        assert not [name for name in TEASED if name in article.text]
    assert {name for name in TEASED for a in seeds.values() for p in a.removed if name in p.text} == set(TEASED)


# Reason and number of words of each removed piece, in order: what is not listed here is still in the text.
REMOVED = {
    "000": [
        ("repeated title", 9),
        ("repeated title", 9),
        ("stray mark", 2),
        ("stray mark", 1),
        ("teaser", 8),
        ("teaser", 11),
    ],
    "001": [("title suffix", 2), ("repeated title", 6), ("stray mark", 1), ("section tag", 1)],
    "002": [("stray mark", 1), ("related articles", 2), ("comment form", 15)],
    "003": [("section tag", 1), ("comment form", 3)],
    "004": [
        ("title suffix", 4),
        ("repeated title", 12),
        ("repeated title", 12),
        ("stray mark", 1),
        ("stray mark", 1),
        ("teaser", 15),
        ("teaser", 15),
    ],
}


@pytest.mark.parametrize("seed", REMOVED)
def test_only_furniture_is_removed(seeds: dict[str, Article], seed: str) -> None:
    assert [(piece.reason, len(piece.text.split())) for piece in seeds[seed].removed] == REMOVED[seed]


@pytest.mark.parametrize("seed", REMOVED)
def test_nothing_is_lost(seeds: dict[str, Article], shared: Path, seed: str) -> None:
    article = seeds[seed]
    whole, at = "", 0
    for piece in article.removed:
        whole += article.text[at : piece.position] + piece.text
        at = piece.position
    raw = (shared / "seeds" / article.path).read_text(encoding="utf-8")
    assert "".join((whole + article.text[at:]).split()) == "".join(raw.split())


@pytest.mark.parametrize("seed", REMOVED)
def test_the_title_is_the_first_line_and_stands_once(seeds: dict[str, Article], seed: str) -> None:
    article = seeds[seed]
    assert article.title_from == "found"
    assert article.text.startswith(article.title + "\n\n")
    assert article.text.count(article.title) == 1


def test_only_what_an_article_states_is_known_of_it(seeds: dict[str, Article]) -> None:
    known = {
        seed: (a.source, a.source_from, a.published, a.published_from, a.agencies, a.author)
        for seed, a in seeds.items()
    }
    nothing = ("unknown", "unknown", "", "unknown", "", "")
    assert known == dict.fromkeys(("000", "001", "002", "003"), nothing) | {
        "004": ("DW", "found", "2024-06-19", "found", "efe, dpa, afp", "")
    }


def test_the_note_on_the_update_is_content(seeds: dict[str, Article]) -> None:
    assert seeds["004"].text.rsplit("\n\n", 1)[1].startswith("Aktualisiert um")
