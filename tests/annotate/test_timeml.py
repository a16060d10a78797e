"""Times against TimeML annotations, as the README says; and how they are counted."""

from pathlib import Path

import pytest

from lib.annotate import times
from tests.annotate.measure_times import Count, read, score, total


@pytest.mark.parametrize(("corpus", "least"), [("DieZeit", 0.7), ("Dolomiten-42", 0.8)])
def test_values_are_as_good_as_the_readme_says(shared: Path, corpus: str, least: float) -> None:
    counts = []
    for path in sorted((shared / "data" / "timex" / corpus).glob("*.tml")):
        text, published, annotated = read(path)
        counts.append(score(annotated, [(t.start, t.end, t.value) for t in times.find(text, published)]))
    whole = total(counts)
    assert 2 * whole.right / (whole.annotated + whole.found) >= least


def test_an_annotated_time_is_found_once() -> None:
    assert score([(0, 10, "2024")], [(0, 4, "2024"), (5, 10, "2024"), (20, 24, "2024")]) == Count(1, 3, 1, 1)
    assert score([(0, 10, "2024")], [(2, 4, "2023")]) == Count(1, 1, 1, 0)


def test_annotated_times_without_words_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.tml").write_text(
        '<TimeML><DCT><TIMEX3 value="2024-05-02">2.5.</TIMEX3></DCT><TEXT>Im <TIMEX3 value="2023">Jahr 2023</TIMEX3>'
        '<TIMEX3 value="2022"/> kam er.</TEXT></TimeML>',
        encoding="utf-8",
    )
    assert read(tmp_path / "a.tml") == ("Im Jahr 2023 kam er.", "2024-05-02", [(3, 12, "2023")])
