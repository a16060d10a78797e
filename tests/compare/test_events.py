import numpy as np
import pytest
from scipy.sparse import csr_matrix

from lib.article import Annotation, Article
from lib.compare import events
from lib.schema import Event, EventSentence, Sentence

DAM = "Der Staudamm bei Hirschau brach am frühen Morgen."
DAM_TOO = "Am frühen Morgen brach bei Hirschau der Staudamm."
CHURCH = "Pfarrerin Öttl sammelt Decken in der Dorfkirche."
CHURCH_TOO = "In der Dorfkirche sammelt Pfarrerin Öttl nun Decken für Familien."
TRAIN = "Züge nach Weiden fallen aus."


def annotated(name: str, *texts: str, vectors: list[list[float]]) -> tuple[Article, Annotation]:
    text, sentences = "", []
    for i, sentence in enumerate(texts):
        sentences.append(Sentence(name, i, len(text), len(text) + len(sentence), sentence, False))
        text += sentence + " "
    article = Article(id=name, text=text, source=f"Blatt {name}")
    return article, Annotation(sentences, [], [], [], np.array(vectors, dtype=np.float32).reshape(len(texts), 3))


ONE = annotated("a", DAM, CHURCH, vectors=[[1, 0, 0], [0, 1, 0]])
OTHER = annotated("b", DAM_TOO, TRAIN, CHURCH_TOO, vectors=[[0.96, 0.28, 0], [0, 0, 1], [0, 1, 0]])


def find(*pairs: tuple[Article, Annotation]) -> events.Events:
    return events.find([article for article, _ in pairs], [annotation for _, annotation in pairs], "s-1")


def test_sentences_that_report_the_same_make_an_event_and_the_rest_makes_none() -> None:
    found = find(ONE, OTHER)
    assert [(row.article_id, row.sentence_id) for row in found.event_sentences] == [
        ("a", 0),
        ("b", 0),
        ("a", 1),
        ("b", 2),
    ]
    assert [(e.story_id, e.headline, e.n_articles, e.n_sources) for e in found.events] == [
        ("s-1", DAM, 2, 2),
        ("s-1", CHURCH, 2, 2),
    ]


def test_events_do_not_depend_on_the_order_of_articles() -> None:
    assert find(ONE, OTHER) == find(OTHER, ONE)


def test_one_article_and_articles_without_sentences_have_no_events() -> None:
    empty = annotated("c", vectors=[])
    assert find(ONE) == ([], [])
    assert find(empty, annotated("d", vectors=[])) == ([], [])
    assert find(ONE, empty) == ([], [])


def test_scores_are_symmetric_and_zero_within_an_article() -> None:
    sentences = [*ONE[1].sentences, *OTHER[1].sentences]
    scores = events.pair_scores(sentences, np.concatenate([ONE[1].vectors, OTHER[1].vectors])).toarray()
    assert np.array_equal(scores, scores.T)
    assert not scores[:2, :2].any()
    assert not scores[2:, 2:].any()
    assert scores[0, 2] > events.LINKED > scores[0, 3]


def test_scores_do_not_depend_on_the_blocks_they_are_computed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    sentences = [*ONE[1].sentences, *OTHER[1].sentences]
    vectors = np.concatenate([ONE[1].vectors, OTHER[1].vectors])
    whole = events.pair_scores(sentences, vectors).toarray()
    monkeypatch.setattr(events, "BLOCK", 2)
    assert np.allclose(events.pair_scores(sentences, vectors).toarray(), whole, atol=1e-4)


def scores(n: int, **links: float) -> csr_matrix:
    """Scores by pairs of row numbers: p01=0.9."""
    matrix = np.zeros((n, n))
    for pair, score in links.items():
        i, j = int(pair[1]), int(pair[2])
        matrix[i, j] = matrix[j, i] = score
    return csr_matrix(matrix)


def test_a_chain_of_links_does_not_become_one_event() -> None:
    assert events.clusters(["a", "b", "c", "d"], scores(4, p01=0.9, p12=0.8, p23=0.9)) == [[0, 1], [2, 3], [1, 2]]


def test_sentences_of_three_articles_that_all_agree_are_one_event() -> None:
    assert events.clusters(["a", "b", "c"], scores(3, p01=0.9, p12=0.8, p02=0.7)) == [[0, 1, 2]]


def test_two_sentences_of_an_article_may_report_one_event_together() -> None:
    assert events.clusters(["a", "a", "b"], scores(3, p02=0.9, p12=0.7)) == [[0, 1, 2]]


def test_a_sentence_is_in_three_events_at_most() -> None:
    links = scores(6, p01=0.9, p02=0.8, p03=0.7, p04=0.6, p05=0.5)
    assert events.clusters(list("abcdef"), links) == [[0, 1], [0, 2], [0, 3]]


def test_an_event_that_is_part_of_another_is_not_shown_twice() -> None:
    # 0 and 1 agree best; 2 agrees with 1 only, but well enough to take 0 in from its side.
    links = scores(3, p01=0.95, p12=0.5, p02=0.3)
    assert events.clusters(["a", "b", "c"], links) == [[0, 1, 2]]


def test_weak_links_make_no_event() -> None:
    assert events.clusters(["a", "b"], scores(2, p01=0.39)) == []


def test_the_headline_is_the_shortest_central_sentence_that_stands_on_its_own() -> None:
    texts = [
        "Dies gelang.",
        "Der Tunnel bei Schöps ist seit Montag wieder offen.",
        "Ein Tunnel öffnet in Schöps wieder.",
    ]
    sentences = [Sentence("a", i, 0, len(text), text, False) for i, text in enumerate(texts)]
    assert events.headline(sentences, [0.9, 0.9, 0.9], set()) == texts[2]
    assert events.headline(sentences, [0.9, 0.9, 0.2], set()) == texts[1]
    assert events.headline(sentences, [0.9, 0.9, 0.9], {texts[2]}) == texts[1]


def test_rows_carry_the_mean_score_with_other_articles() -> None:
    (event, *_), rows = find(ONE, OTHER)
    assert isinstance(event, Event)
    first, second = rows[:2]
    assert first == EventSentence(event.event_id, "a", 0, first.score)
    assert 0.9 < first.score == second.score <= 1.0
