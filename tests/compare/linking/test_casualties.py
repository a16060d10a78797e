"""Sentences of different articles that count the hurt."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from lib import annotate
from lib.article import Article
from lib.compare.linking import story, told_counted
from lib.compare.linking.casualties import COUNTED, Hurt, hurt


def counted(text: str) -> list[Hurt]:
    """Of whom the values of a sentence say how many were hurt."""
    (annotation,) = annotate.load().annotate([Article(id="a", text=text)])
    (sentence,) = annotation.sentences
    return [one for value in annotation.values if (one := hurt(sentence, value))]


@pytest.mark.parametrize(
    ("text", "who", "badly"),
    [
        ("Fünf Menschen wurden bei dem Brand verletzt.", "", ""),
        ("Großbrand im Hafen: Drei Verletzte", "", ""),
        ("Zwei Fischer wurden schwer verletzt.", "fische", "badly"),
        ("Es gab drei Leichtverletzte.", "", "slightly"),
        ("Die Bilanz: 14 verletzte Polizisten.", "police", ""),
        ("Mindestens 1.200 Personen seien verletzt worden.", "", ""),
    ],
)
def test_who_is_counted_and_how_badly_they_are_hurt(text: str, who: str, badly: str) -> None:
    assert counted(text) == [(who, badly)]


@pytest.mark.parametrize(
    "text",
    [
        "Verletzt wurde niemand.",
        "Das Verbot verletzt die Rechte der Fischer.",
        "Drei Boote sanken, ein Lotse wurde verletzt.",
        "Der Minister verletzte zwei Regeln.",
    ],
)
def test_what_counts_nobody_who_is_hurt(text: str) -> None:
    assert counted(text) == []


def score(one: str, other: str, day: str = "2024-05-02") -> float:
    """Of a link between the only sentences of two articles, the first of 2 May."""
    articles = [Article(id="a", text=one, published="2024-05-02"), Article(id="b", text=other, published=day)]
    before = csr_matrix(np.array([[0, 0.1], [0.1, 0]], np.float32))
    annotations = list(annotate.load().annotate(articles))
    found = told_counted(story(articles, annotations), before, annotations)
    assert np.array_equal(found.toarray(), found.toarray().T)
    return round(float(found[0, 1]), 2)


def test_two_counts_of_the_hurt_on_one_day_are_of_one_event_though_the_numbers_differ() -> None:
    assert score("Drei Menschen wurden verletzt.", "Fünf Menschen wurden bei dem Brand verletzt.") == COUNTED
    assert score("Drei Menschen wurden verletzt.", "Fünf Verletzte zählte man im Hafen.", "2024-05-03") == COUNTED


@pytest.mark.parametrize(
    ("one", "other", "day"),
    [
        ("Drei Menschen wurden verletzt.", "Fünf Menschen wurden verletzt.", "2024-05-09"),
        ("Drei Menschen wurden verletzt.", "Fünf Menschen wurden verletzt.", ""),
        ("Drei Menschen wurden schwer verletzt.", "Fünf Menschen wurden leicht verletzt.", "2024-05-02"),
        ("Drei Fischer wurden verletzt.", "Fünf Polizisten wurden verletzt.", "2024-05-02"),
        ("Drei Menschen wurden in Kiel verletzt.", "Fünf Menschen wurden in Emden verletzt.", "2024-05-02"),
        ("Drei Menschen wurden verletzt.", "Fünf Menschen wurden gerettet.", "2024-05-02"),
    ],
)
def test_of_other_days_places_people_or_injuries_they_are_not(one: str, other: str, day: str) -> None:
    assert score(one, other, day) == 0.1
