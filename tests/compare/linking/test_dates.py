"""Sentences of articles far apart, each of its own time."""

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from lib import annotate
from lib.article import Article
from lib.compare.linking import story, told_at_other_times

JULY = ("2024-08-01", "Im Juli hatte Kiel 900 Segler zu Gast.")
REFORM = ("2024-08-01", "Am Montag billigte der Rat von Kiel die Gebühren.")


def score(one: tuple[str, str], other: tuple[str, str]) -> float:
    """Of a link of .8 between the only sentences of two articles, published and worded so."""
    articles = [
        Article(id=name, text=text, published=day) for name, (day, text) in zip("ab", (one, other), strict=True)
    ]
    annotations = list(annotate.load().annotate(articles))
    linked = csr_matrix(np.array([[0, 0.8], [0.8, 0]], np.float32))
    lowered = told_at_other_times(story(articles, annotations), linked, annotations)
    assert np.array_equal(lowered.toarray(), lowered.toarray().T)
    return round(float(lowered[0, 1]), 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (JULY, ("2024-09-02", "Im August hatte Kiel 700 Segler zu Gast.")),
        (REFORM, ("2024-09-12", "Am Mittwoch billigte der Rat von Kiel die Gebühren.")),
    ],
)
def test_articles_months_apart_that_tell_of_other_times_tell_of_other_events(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert score(one, other) == score(other, one) == 0.1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (JULY, ("2024-09-02", "Kiel hatte im Juli 900 Segler zu Gast, im August 700.")),
        (JULY, ("2024-08-02", "Im Juni hatte Kiel 700 Segler zu Gast.")),
        (JULY, ("2024-09-02", "Kiel hatte 900 Segler zu Gast.")),
        (JULY, ("", "Im August 2023 hatte Kiel 700 Segler zu Gast.")),
        (REFORM, ("2024-09-12", "Im Juli billigte der Rat von Kiel die Gebühren.")),
        (REFORM, ("2024-09-12", "Am 29. Juli billigte der Rat von Kiel die Gebühren.")),
    ],
)
def test_a_time_in_common_none_or_another_precision_is_no_reason_nor_is_it_within_days(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    assert score(one, other) == score(other, one) == 0.8
