"""Who says what in the five raw documents, and whose words are used."""

from pathlib import Path

import pytest

from lib.analysis import analyse
from lib.article import Analysis
from lib.read import open_corpus, read


@pytest.fixture(scope="module")
def analysis(shared: Path) -> Analysis:
    return analyse(read(open_corpus([shared / "seeds"])[0]).articles)


def test_the_unchanged_support_is_that_of_kim_reported_by_kcna(analysis: Analysis) -> None:
    quotes = analysis.tables["quotes"]
    (row,) = quotes[quotes["text"].str.startswith("unverändert starke Unterstützung")].to_dict("records")
    assert (row["speaker_entity_id"], row["via"]) == ("per-kim-jong-un", "KCNA")


@pytest.mark.parametrize(
    ("words", "voice"), [("speziellen Militäroperation", "quoted"), ("Krieg Moskaus gegen die Ukraine", "own")]
)
def test_the_voice_of_words_for_the_war(analysis: Analysis, words: str, voice: str) -> None:
    articles, voices = analysis.tables["articles"], analysis.tables["voices"]
    (article,) = articles[articles["text"].str.contains(words)].to_dict("records")
    start = article["text"].index(words)
    own = voices[(voices["article_id"] == article["article_id"]) & (voices["start"] <= start)]
    assert own.iloc[-1]["voice"] == voice
    assert own.iloc[-1]["end"] >= start + len(words)


def test_what_is_said_to_be_from_kcna_is_found(analysis: Analysis) -> None:
    citations = analysis.tables["citations"]
    kcna = citations[citations["medium"] == "KCNA"]
    assert set(kcna["article_id"].str[:3]) >= {"000", "001", "002", "003"}
    assert "laut" in set(kcna["cue"].str.lower())


def test_he_said_is_blinken(analysis: Analysis) -> None:
    quotes = analysis.tables["quotes"]
    (row,) = quotes[quotes["text"].str.startswith("Nordkorea liefert schwere Munition")].to_dict("records")
    assert row["speaker_entity_id"] == "per-antony-blinken"
