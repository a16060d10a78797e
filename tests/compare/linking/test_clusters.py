"""Which sentences report one event together, for given scores."""

import numpy as np
from scipy.sparse import csr_matrix

from lib.compare.linking import clusters


def scores(n: int, **links: float) -> csr_matrix:
    """Scores by pairs of row numbers: p01=0.9."""
    matrix = np.zeros((n, n))
    for pair, score in links.items():
        i, j = int(pair[1]), int(pair[2])
        matrix[i, j] = matrix[j, i] = score
    return csr_matrix(matrix)


def test_a_chain_of_links_does_not_become_one_event() -> None:
    assert clusters(["a", "b", "c", "d"], scores(4, p01=0.9, p12=0.8, p23=0.9)) == [[0, 1], [2, 3], [1, 2]]


def test_sentences_of_three_articles_that_all_agree_are_one_event() -> None:
    assert clusters(["a", "b", "c"], scores(3, p01=0.9, p12=0.8, p02=0.7)) == [[0, 1, 2]]


def test_two_sentences_of_an_article_may_report_one_event_together() -> None:
    assert clusters(["a", "a", "b"], scores(3, p02=0.9, p12=0.7)) == [[0, 1, 2]]


def test_a_sentence_is_in_three_events_at_most() -> None:
    links = scores(6, p01=0.9, p02=0.8, p03=0.7, p04=0.6, p05=0.5)
    assert clusters(list("abcdef"), links) == [[0, 1], [0, 2], [0, 3]]


def test_an_event_that_is_part_of_another_is_not_shown_twice() -> None:
    # 0 and 1 agree best; 2 agrees with 1 only, but well enough to take 0 in from its side.
    links = scores(3, p01=0.95, p12=0.5, p02=0.3)
    assert clusters(["a", "b", "c"], links) == [[0, 1, 2]]


def test_events_that_share_a_sentence_and_agree_as_a_whole_are_one() -> None:
    # With 0 and 1 sentence 2 agrees too little (at .575) to join them, but all three agree at .7.
    assert clusters(["a", "b", "c"], scores(3, p01=0.95, p02=0.9, p12=0.25)) == [[0, 1, 2]]
    assert clusters(["a", "b", "c"], scores(3, p01=0.95, p02=0.9, p12=0.05)) == [[0, 1], [0, 2]]


def test_a_sentence_that_hardly_agrees_with_the_grown_event_leaves_it() -> None:
    early, agreeing = 31, 30  # of article b; the first is linked with sentence 0 of a alone, the second with all of a
    matrix = np.zeros((32, 32))
    matrix[:30, agreeing], matrix[:30, early] = 0.94, 0.27
    matrix[0, agreeing], matrix[0, early] = 0.9, 0.95
    groups = clusters(["a"] * 30 + ["b", "b"], csr_matrix(matrix + matrix.T))
    assert groups[0] == [*range(30), agreeing]


def test_weak_links_make_no_event() -> None:
    assert clusters(["a", "b"], scores(2, p01=0.39)) == []
