"""Tags of words: the best permitted sequence, and the names in it."""

import itertools

import numpy as np
import pytest

from lib.annotate.encoder.labels import TAGS, best, spans

TAG = {name: i for i, name in enumerate(TAGS)}


def permitted(tags: tuple[int, ...]) -> bool:
    names = ["O", *(TAGS[tag] for tag in tags)]
    return all(b[0] != "I" or (a != "O" and a[2:] == b[2:]) for a, b in itertools.pairwise(names))


@pytest.mark.parametrize("seed", range(20))
def test_no_permitted_sequence_scores_higher(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(3, len(TAGS))).astype(np.float32)
    tags = tuple(best(scores))
    sums = {s: sum(scores[i, t] for i, t in enumerate(s)) for s in itertools.product(range(len(TAGS)), repeat=3)}
    assert permitted(tags)
    assert sums[tags] == pytest.approx(max(value for s, value in sums.items() if permitted(s)), abs=1e-5)


def test_a_name_cannot_begin_inside() -> None:
    scores = np.zeros((1, len(TAGS)), dtype=np.float32)
    scores[0, TAG["I-LOC"]] = 5
    assert not TAGS[best(scores)[0]].startswith("I-")


def test_no_word_has_no_tag() -> None:
    assert best(np.zeros((0, len(TAGS)), dtype=np.float32)) == []


def test_names_go_from_their_beginning_to_the_last_word_inside() -> None:
    tags = [TAG[name] for name in ("B-PER", "I-PER", "O", "B-LOC", "B-LOC", "I-LOC")]
    assert spans(tags) == [(0, 2, "PER"), (3, 4, "LOC"), (4, 6, "LOC")]
