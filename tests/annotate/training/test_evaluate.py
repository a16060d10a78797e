"""Precision, recall and F of strict spans."""

import pytest

from lib.annotate.training.evaluate import Scores


def test_a_span_is_right_with_its_bounds_and_its_label_only() -> None:
    scores = Scores()
    scores.add([[0, 4, "PER"], [5, 9, "LOC"], [10, 14, "ORG"]], [(0, 4, "PER"), (5, 8, "LOC"), (10, 14, "LOC")])
    scores.add([[0, 3, "LOC"]], [(0, 3, "LOC")])
    assert scores.precision("all") == scores.recall("all") == scores.f("all") == 0.5
    assert scores.precision("PER") == scores.recall("PER") == 1
    assert scores.precision("LOC") == pytest.approx(1 / 3) and scores.recall("LOC") == 0.5
    assert scores.f("LOC") == pytest.approx(0.4)


def test_nothing_found_and_nothing_given_is_no_division_by_zero() -> None:
    assert Scores().f("all") == 0
