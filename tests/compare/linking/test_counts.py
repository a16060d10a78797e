"""Sentences of different articles that count one thing differently."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from lib import annotate
from lib.article import Article
from lib.compare.linking import story, told_otherwise
from lib.compare.linking.counts import OTHERWISE

BEFORE = 0.3
CAME = "Zur Regatta kamen 12.400 Zuschauer."


def score(one: str, other: str, day: str = "2024-05-02", before: float = BEFORE) -> float:
    """Of a link between the first sentences of two articles, the first of 2 May."""
    articles = [Article(id="a", text=one, published="2024-05-02"), Article(id="b", text=other, published=day)]
    annotations = list(annotate.load().annotate(articles))
    told = story(articles, annotations)
    linked = np.zeros((len(told.sentences), len(told.sentences)), np.float32)
    first, second = (told.article.tolist().index(number) for number in (0, 1))
    linked[first, second] = linked[second, first] = before
    found = told_otherwise(told, csr_matrix(linked), annotations)
    assert np.array_equal(found.toarray(), found.toarray().T)
    return round(float(found[first, second]), 2)


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        (CAME, "Nach Angaben des Vereins waren 11.800 Besucher am Deich.", "2024-05-02"),
        (CAME, "Nach Angaben des Vereins waren 11.800 Besucher am Deich.", "2024-05-03"),
        ("Das Paar hat zwei Kinder.", "Die drei Kinder kamen ins Heim.", "2024-05-02"),
        ("Die Aktie der Werft stieg um 5 Prozent.", "Die Aktie stieg am Morgen um 6 Prozent.", "2024-05-02"),
    ],
)
def test_other_numbers_of_one_thing_are_of_one_event_if_they_may_be(one: str, other: str, day: str) -> None:
    assert score(one, other, day) == OTHERWISE
    assert score(one, other, day, before=0.2) == 0.2
    assert score(one, other, day, before=0.7) == 0.7


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("Nach Angaben des Vereins waren 11.800 Besucher am Deich.", "2024-05-09"),
        ("Nach Angaben des Vereins waren 11.800 Besucher am Deich.", ""),
        ("Nach Angaben des Vereins waren 12.400 Besucher am Deich.", "2024-05-02"),
        ("Nach Angaben des Vereins waren 1.800 Besucher am Deich.", "2024-05-02"),
        ("Nach Angaben des Vereins waren 11.800 Boote am Deich.", "2024-05-02"),
        ("Am Morgen waren 11.800 Besucher, am Abend 9.000 Zuschauer da.", "2024-05-02"),
        ("Nach Angaben des Vereins waren 11.800 Besucher am Deich. Er schätzte sie auf 12.400.", "2024-05-02"),
    ],
)
def test_numbers_of_other_days_things_or_parts_are_not(other: str, day: str) -> None:
    assert score(CAME, other, day) == BEFORE


def test_nor_are_numbers_of_other_places_or_measures_among_other_words() -> None:
    told = "In {} kamen {} Zuschauer."
    assert score(told.format("Kiel", 400), told.format("Emden", 500)) == BEFORE
    assert score(told.format("Kiel", 400), told.format("Kiel", 500)) == OTHERWISE
    share = "Am Ende verlor {} überraschend mit {} Prozent.", "Auf den Bewerber {} entfielen {} Prozent."
    assert score(share[0].format("Ole Brandt", 45), share[1].format("Ole Brandt", 46)) == OTHERWISE
    assert score(share[0].format("Ole Brandt", 45), share[1].format("Ole Brandt", 30)) == BEFORE
    assert score("Das Boot fiel zwölf Meter tief.", "Der Mast misst 15 Meter.") == BEFORE
    assert score("Der Garten misst 300 Quadratmeter.", "Die Halle hat 500 Quadratmeter.") == BEFORE
    assert score("Am Deich wurden minus 12 Grad gemessen.", "Am Deich wurden 12 Grad gemessen.") == BEFORE
