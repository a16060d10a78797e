"""Links that are read again, both sentences together."""

import numpy as np
import numpy.typing as npt
import pytest
from scipy.sparse import csr_matrix

from lib import annotate
from lib.article import Annotation, Article
from lib.compare.linking import cross, read_again, story

Told = tuple[list[Article], list[Annotation]]


@pytest.fixture(scope="module")
def pipeline() -> annotate.Pipeline:
    return annotate.load()


def linked(scores: dict[tuple[int, int], float], n: int = 8) -> csr_matrix:
    dense = np.zeros((n, n), np.float32)
    for (i, j), score in scores.items():
        dense[i, j] = dense[j, i] = score
    return csr_matrix(dense)


def probability(pipeline: annotate.Pipeline, one: str, other: str, score: float = 0.6) -> float:
    nothing = np.zeros((0, 384), np.float32)
    return cross.together(pipeline.states(one), pipeline.states(other), nothing, nothing, score)


def test_who_does_it_to_whom_counts(pipeline: annotate.Pipeline) -> None:
    said = "Der Minister wirft dem Konzern vor, die Behörden getäuscht zu haben."
    same = "Der Konzern habe die Behörden getäuscht, sagte der Minister."
    another = "Der Konzern kündigte am Dienstag an, ein Werk in Polen zu bauen."
    assert probability(pipeline, said, same) > 0.6 > probability(pipeline, said, another) + 0.2


def test_the_network_is_the_same_to_both_sentences(pipeline: annotate.Pipeline) -> None:
    one, other = "Die Brücke ist gesperrt.", "Seit Montag fährt niemand mehr über die Brücke."
    assert probability(pipeline, one, other) == pytest.approx(probability(pipeline, other, one), abs=1e-3)


def test_what_stands_before_counts(pipeline: annotate.Pipeline) -> None:
    one, other = (pipeline.states(text) for text in ("Dies bestritten beide.", "Beide bestritten den Handel."))
    nothing = np.zeros((0, 384), np.float32)
    before = pipeline.states("Den beiden Ländern wird verbotener Handel vorgeworfen.")
    assert cross.together(one, other, before, nothing, 0.6) != cross.together(one, other, nothing, nothing, 0.6)


def test_a_score_is_lowered_or_stays(told: Told, pipeline: annotate.Pipeline) -> None:
    made = story(*told)
    pairs = {(i, j): 0.5 for i in range(3) for j in range(3, 8)}
    again = read_again(made, linked(pairs), pipeline.states).toarray()
    assert np.array_equal(again, again.T)
    assert again.max() == 0.5 and again[2, 4] < 0.5
    assert again[0, 3] == 0.5


def test_the_share_that_is_read_is_told_after_every_link(told: Told, pipeline: annotate.Pipeline) -> None:
    shares: list[float] = []
    read_again(story(*told), linked({(0, 3): 0.5, (0, 4): 0.6}), pipeline.states, shares.append)
    assert shares == [0.5, 1.0]


def test_only_doubtful_links_are_read_and_those_first_that_are_least_sure(
    told: Told, pipeline: annotate.Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[float] = []

    def note(*arguments: npt.NDArray[np.float32] | float) -> float:
        asked.append(round(float(arguments[-1]), 2))
        return 0.0

    monkeypatch.setattr(cross, "together", note)
    scores = {(0, 3): 0.39, (0, 4): 0.96, (1, 3): 0.9, (1, 4): 0.45, (2, 5): 0.7}
    read_again(story(*told), linked(scores), pipeline.states)
    assert sorted(asked) == [0.45, 0.7, 0.9]  # several are read at once
    asked.clear()
    monkeypatch.setattr(cross, "AT_MOST", 1)
    again = read_again(story(*told), linked(scores), pipeline.states)
    assert asked == [0.45]
    assert again[1, 4] == 0 and again[1, 3] == np.float32(0.9)


def test_nothing_stands_before_the_first_sentence_of_an_article(
    told: Told, pipeline: annotate.Pipeline, monkeypatch: pytest.MonkeyPatch
) -> None:
    lengths: list[tuple[int, int]] = []

    def note(*arguments: npt.NDArray[np.float32]) -> float:
        lengths.append((len(arguments[2]), len(arguments[3])))
        return 1.0

    monkeypatch.setattr(cross, "together", note)
    made = story(*told)
    read_again(made, linked({(0, 4): 0.6}), pipeline.states)
    assert lengths == [(0, min(cross.BEFORE, len(pipeline.states(made.sentences[3].text))))]


def test_a_story_without_links_stays_as_it_is(told: Told, pipeline: annotate.Pipeline) -> None:
    assert read_again(story(*told), linked({}), pipeline.states).nnz == 0
