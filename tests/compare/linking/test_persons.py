"""Links of sentences that tell of different persons."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from lib import annotate
from lib.article import Article
from lib.compare.linking import Story, persons_of, story, told_apart
from lib.compare.linking.ruling import AGAINST

VISITS = {
    "a": ["Fürst Alban empfängt Heerführerin Kolb.", "Er lobte sie."],
    "b": ["Fürst Alban empfängt Baumeister Öttl.", "Im Mai war Heerführerin Kolb da."],
    "c": ["Fürst Alban empfing Händler Brook.", "Öttl kam auch.", "Zuvor kam Emsbach.", "Rapp kam nie."],
}
A, B, C = 0, 2, 4
"""The first row of each article."""


@pytest.fixture(scope="module")
def visits() -> Story:
    articles = [Article(id=name, text="\n\n".join(texts)) for name, texts in VISITS.items()]
    made = story(articles, list(annotate.load().annotate(articles)))
    assert [sentence.text for sentence in made.sentences] == [text for texts in VISITS.values() for text in texts]
    return made


def scored(visits: Story, persons: dict[tuple[str, int], set[str]], i: int, j: int, score: float = 0.8) -> float:
    """The score of two rows, when persons are named where they are said to be."""
    dense = np.zeros((len(visits.sentences),) * 2, np.float32)
    dense[i, j] = dense[j, i] = score
    named = {place: frozenset(names) for place, names in persons.items()}
    found = told_apart(visits, csr_matrix(dense), named).toarray()
    assert found[i, j] == found[j, i]
    return float(found[i, j])


def test_guests_whom_the_other_article_never_names_are_another_event(visits: Story) -> None:
    persons = {("a", 0): {"Alban", "Kolb"}, ("c", 0): {"Alban", "Brook"}}
    assert scored(visits, persons, A, C) == pytest.approx(AGAINST)


def test_so_is_whom_one_article_is_about_where_the_other_has_somebody_else(visits: Story) -> None:
    persons = {("b", 0): {"Alban", "Öttl"}, ("a", 0): {"Alban", "Kolb"}, ("b", 1): {"Kolb"}}
    assert scored(visits, persons, A, B) == pytest.approx(AGAINST)


def test_who_is_named_elsewhere_or_by_another_name_is_no_reason(visits: Story) -> None:
    persons = {("b", 0): {"Alban", "Öttl"}, ("c", 0): {"Alban", "Brook"}}
    assert scored(visits, persons, B, C) == pytest.approx(AGAINST)
    assert scored(visits, {**persons, ("b", 1): {"Brook"}}, B, C) == pytest.approx(0.8)
    assert scored(visits, {("b", 0): {"Kurt Öttl"}, ("c", 3): {"Rapp"}}, B, C + 3) == pytest.approx(0.8)


def test_a_like_name_may_be_the_same_person(visits: Story) -> None:
    assert scored(visits, {("a", 0): {"Kolb"}, ("c", 0): {"Alban", "Ada Kolbe"}}, A, C) == pytest.approx(0.8)
    assert scored(visits, {("a", 0): {"Kolb"}, ("c", 0): {"Alban", "Ada Kahle"}}, A, C) == pytest.approx(AGAINST)


def test_neither_is_one_more_person_or_somebody_whom_an_article_names_late(visits: Story) -> None:
    assert scored(visits, {("a", 0): {"Alban", "Kolb"}, ("c", 0): {"Alban"}}, A, C) == pytest.approx(0.8)
    late = {("a", 0): {"Alban"}, ("c", 3): {"Rapp"}}
    assert scored(visits, late, A, C + 3) == pytest.approx(0.8)
    assert scored(visits, {("a", 0): {"Alban"}, ("c", 2): {"Emsbach"}}, A, C + 2) == pytest.approx(AGAINST)


def test_a_score_is_never_raised(visits: Story) -> None:
    persons = {("a", 0): {"Kolb"}, ("c", 0): {"Brook"}}
    assert scored(visits, persons, A, C, 0.05) == pytest.approx(0.05)


def test_what_the_article_calls_one_person_only_names_that_person() -> None:
    text = (
        "Der estnische Minister Jan Holm traf die finnische Ministerin Ada Brook. Der estnische Minister ging. "
        "Die finnische Ministerin blieb beim estnischen Minister. Ein Minister kam."
    )
    (annotation,) = annotate.load().annotate([Article(id="a", text=text)])
    at = {(m.article_id, m.start): m.text for m in annotation.mentions if m.label == "PER"}
    named = {sentence: names for (_, sentence), names in persons_of([annotation], at).items()}
    both = {"Jan Holm", "Ada Brook"}
    assert named == {0: both, 1: {"Jan Holm"}, 2: both}
    two = text.replace("die finnische Ministerin Ada", "den estnischen Minister Per")
    (annotation,) = annotate.load().annotate([Article(id="a", text=two)])
    at = {(m.article_id, m.start): m.text for m in annotation.mentions if m.label == "PER"}
    assert {sentence for _, sentence in persons_of([annotation], at)} == {0}


def test_the_head_of_a_state_is_one_person_by_whatever_word() -> None:
    text = (
        "Der finnische Machthaber Jan Holm traf den estnischen Staatschef Per Rapp. Der finnische Präsident lachte. "
        "Der finnische Minister kam."
    )
    (annotation,) = annotate.load().annotate([Article(id="a", text=text)])
    at = {(m.article_id, m.start): m.text for m in annotation.mentions if m.label == "PER"}
    named = {sentence: names for (_, sentence), names in persons_of([annotation], at).items()}
    assert named == {0: {"Jan Holm", "Per Rapp"}, 1: {"Jan Holm"}}
