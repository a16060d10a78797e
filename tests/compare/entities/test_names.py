"""Spellings of one person, in many languages, are brought together as well as the README says."""

from pathlib import Path

import pytest

from tests.compare.entities.measure_names import measure, persons


@pytest.mark.parametrize(("file", "least"), [("russian_persons", 0.93), ("german_english_names", 0.95)])
def test_spellings_are_merged_on_the_half_that_nothing_was_tuned_on(shared: Path, file: str, least: float) -> None:
    score = measure(persons(shared / "data" / "names" / f"{file}.tsv")[1::2])
    assert score.f1 >= least
    assert score.precision >= 0.99
