"""Sentences of different articles that tell of two persons who meet or sign a paper."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from lib import annotate
from lib.article import Article
from lib.compare.linking import story, told_together
from lib.compare.linking.together import TOGETHER

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


@pytest.mark.parametrize(
    "words",
    [
        "Jan Holm und Ada Brook trafen in Wladiwostok Otto Kolb.",
        "Jan Holm und Ada Brook sprachen in Wladiwostok mit Otto Kolb.",
        "Jan Holm sprach in Wladiwostok mit Otto Kolb über Ada Brook.",
        "Jan Holm und Ada Brook trafen in Wladiwostok eine Entscheidung.",
        "Jan Holm wird Ada Brook in Wladiwostok treffen, nachdem er Otto Kolb getroffen hatte.",
        "Im Juni trafen sich Jan Holm und Ada Brook in Wladiwostok.",
    ],
)
def test_who_meets_somebody_else_or_in_another_month_is_not_told_of(words: str) -> None:
    assert score(MET, ("", words)) == 0.2


@pytest.mark.parametrize(
    "words",
    [
        "Jan Holm und Ada Brook berieten in Wladiwostok.",
        "Jan Holm, der Präsident, sprach in Wladiwostok lange mit Ada Brook.",
        "In Wladiwostok kam Jan Holm\nmit Ada Brook zusammen.",
        "Jan Holm besuchte Ada Brook im Mai in Wladiwostok.",
        "Jan Holm und Ada Brook sind nach Russland gereist, die beiden trafen sich in Wladiwostok.",
    ],
)
def test_a_meeting_is_told_of_by_many_words(words: str) -> None:
    assert score(MET, ("", words)) == TOGETHER


def test_what_may_be_at_either_of_two_times_is_neither() -> None:
    articles = [
        Article(id="a", text=MET[1]),
        Article(id="b", text=MET[1].replace("2023", "2021")),
        Article(id="c", text="Jan Holm empfing Ada Brook in Wladiwostok."),
    ]
    annotations = list(annotate.load().annotate(articles))
    persons = {(article.id, 0): frozenset({"Jan Holm", "Ada Brook"}) for article in articles}
    linked = csr_matrix(np.full((3, 3), 0.2, np.float32))
    found = told_together(story(articles, annotations), linked, articles, annotations, persons).toarray()
    assert found.max() < TOGETHER
    found = told_together(
        story(articles[1:], annotations[1:]), linked[1:, 1:], articles[1:], annotations[1:], persons
    ).toarray()
    assert found[0, 1] == found[1, 0] == pytest.approx(TOGETHER)


def test_without_a_time_it_takes_what_the_models_do_not_rule_out() -> None:
    talks = ("", "Jan Holm führte in Wladiwostok lange Gespräche mit Ada Brook.")
    assert score(MET, talks, before=0.05) == 0.05
    assert score(MET, ("", talks[1].replace("führte", "führte im Mai 2023")), before=0.05) == TOGETHER


def test_a_score_is_never_lowered() -> None:
    assert score(SIGNED, SIGNED, before=0.9) == 0.9
