"""Sentences of different articles that tell of two persons who meet or sign a paper."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from lib import annotate
from lib.article import Article
from lib.compare.linking import story, told_together
from lib.compare.linking.meetings import TOGETHER

MET = ("", "Jan Holm und Ada Brook trafen sich zuletzt im Mai 2023 in Wladiwostok.")
SIGNED = ("", "Ada Brook und Jan Holm unterzeichneten ein Abkommen.")


def score(one: tuple[str, str], other: tuple[str, str], before: float = 0.2) -> float:
    """Of a link between the only sentences of two articles, published and worded so."""
    articles = [
        Article(id=name, text=text, published=day) for name, (day, text) in zip("ab", (one, other), strict=True)
    ]
    annotations = list(annotate.load().annotate(articles))
    persons = {
        (annotation.sentences[0].article_id, 0): frozenset(
            mention.text.split()[-1] for mention in annotation.mentions if mention.label == "PER"
        )
        for annotation in annotations
    }
    linked = csr_matrix(np.array([[0, before], [before, 0]], np.float32))
    found = told_together(story(articles, annotations), linked, articles, annotations, persons)
    assert np.array_equal(found.toarray(), found.toarray().T)
    return round(float(found[0, 1]), 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (MET, ("", "Jan Holm führte in Wladiwostok lange Gespräche mit Ada Brook.")),
        (MET, ("", "Jan Holm verbrachte sechs Tage in Russland und führte dort Gespräche mit Ada Brook.")),
        (
            ("", MET[1].replace("Wladiwostok", "der russischen Region Ostland")),
            ("", "Jan Holm empfing Ada Brook in Russland."),
        ),
        (MET, ("2023-05-20", "Jan Holm führte in Wladiwostok lange Gespräche mit Ada Brook.")),
        (SIGNED, ("", "Der Pakt, den Ada Brook und Jan Holm im Juni unterschrieben, gilt.")),
        (
            ("2024-06-20", SIGNED[1]),
            ("2024-07-20", "Der Pakt, den Ada Brook und Jan Holm im Juni unterschrieben, gilt."),
        ),
    ],
)
def test_a_meeting_of_two_at_one_place_and_a_paper_that_they_sign_are_one(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert score(one, other) == score(other, one) == TOGETHER


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (MET, ("", "Jan Holm führte in Wladiwostok lange Gespräche mit Otto Kolb.")),
        (MET, ("", "Jan Holm führte in Tokio lange Gespräche mit Ada Brook.")),
        (MET, ("", "Jan Holm führte Gespräche mit Ada Brook, obwohl sie Wladiwostok nicht mag.")),
        (MET, ("", "Jan Holm wohnt in Wladiwostok neben Ada Brook.")),
        (MET, ("", "Im Juni 2024 führte Jan Holm in Wladiwostok lange Gespräche mit Ada Brook.")),
        (MET, SIGNED),
        (SIGNED, ("", "Ada Brook und Jan Holm unterschrieben nichts.")),
        (("2024-06-20", SIGNED[1]), ("2024-09-20", "Jan Holm und Ada Brook unterzeichneten ein Abkommen.")),
    ],
)
def test_other_persons_another_place_or_time_or_only_words_are_not(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert score(one, other) == score(other, one) == 0.2


def test_without_a_time_it_takes_what_the_models_do_not_rule_out() -> None:
    talks = ("", "Jan Holm führte in Wladiwostok lange Gespräche mit Ada Brook.")
    assert score(MET, talks, before=0.05) == 0.05
    assert score(MET, ("", talks[1].replace("führte", "führte im Mai 2023")), before=0.05) == TOGETHER


def test_a_score_is_never_lowered() -> None:
    assert score(SIGNED, SIGNED, before=0.9) == 0.9
