"""What speaks for two sentences that report the same event."""

from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from lib.article import Annotation, Article
from lib.compare.events import MAYBE
from lib.compare.linking import evidence, model, pair_scores, story
from lib.schema import Mention

Told = tuple[list[Article], list[Annotation]]


def test_a_story_has_a_row_for_every_sentence_but_credits_refrains_single_words_and_questions(told: Told) -> None:
    made = story(*told)
    assert [len(rows) for rows in made.rows()] == [3, 3, 2]
    assert made.place.tolist() == [0, 1, 2, 0, 1, 2, 0, 1]
    credit = Article(id="d", text="Das Wehr hielt. (dpa)", agencies="dpa")
    annotation = Annotation(
        sentences=[told[1][0].sentences[0], told[1][0].sentences[0]._replace(text="(dpa)", sentence_id=1)],
        vectors=np.ones((2, 3), np.float32),
        inner=np.ones((2, 3), np.float32),
    )
    assert len(story([credit], [annotation]).sentences) == 1
    for left_out in (
        annotation.sentences[1]._replace(text="Kiel."),
        annotation.sentences[0]._replace(is_refrain=True),
        annotation.sentences[0]._replace(text="Was steckt dahinter?"),
    ):
        other = replace(annotation, sentences=[annotation.sentences[0], left_out])
        assert len(story([credit], [other]).sentences) == 1


def test_who_wrote_an_article_is_none_of_its_story(told: Told) -> None:
    def rows(text: str, **kwargs: bool) -> int:
        names = [Mention("d", 1, 0, 0, name, "PER") for name in ("Anna Berg", "Otto Kurz") if name in text]
        sentence = told[1][0].sentences[0]
        written = sentence._replace(text=text, sentence_id=1, **kwargs)
        vectors = np.ones((2, 3), np.float32)
        annotation = Annotation(sentences=[sentence, written], mentions=names, vectors=vectors, inner=vectors)
        return len(story([Article(id="d", text=text)], [annotation]).sentences)

    assert rows("Von Anna Berg und Otto Kurz") == rows("Anna Berg") == 1
    assert rows("Anna Berg schweigt") == rows("Von Kiel nach Bonn") == 2
    assert rows("Anna Berg", is_title=True) == 2


def test_articles_days_apart_have_a_model_of_their_own_and_months_say_no_more_than_days(told: Told) -> None:
    made = story(*told)
    scores = {
        days: pair_scores(replace(made, days=np.full_like(made.days, days))).toarray() for days in (-1, 0, 2, 3, 9, 90)
    }
    assert np.array_equal(scores[3], scores[9]) and np.array_equal(scores[3], scores[90])
    assert not np.array_equal(scores[2], scores[3])
    assert scores[90].max() > 0.25 and scores[0].sum() > scores[90].sum()
    assert scores[-1].max() > 0.5


def test_a_pair_of_articles_days_apart_changes_no_score_of_the_others_beyond_what_leads_through_it(told: Told) -> None:
    made = story(*told)
    near = np.where(np.eye(3), 0, 1).astype(np.float32)
    apart = near.copy()
    apart[0, 2] = apart[2, 0] = apart[1, 2] = apart[2, 1] = 30
    one, other = (pair_scores(replace(made, days=days)).toarray() for days in (near, apart))
    first, last = made.article < 2, made.article == 2
    assert np.abs(one - other)[np.ix_(first, first)].max() < 0.2
    assert not np.array_equal(one[np.ix_(first, last)], other[np.ix_(first, last)])


def test_days_between_articles_are_unknown_where_one_is(told: Told) -> None:
    assert story(*told).days.tolist() == [[0, 1, -1], [1, 0, -1], [-1, -1, -1]]


def test_candidates_are_all_pairs_of_different_articles(told: Told) -> None:
    made = story(*told)
    i, j = evidence.candidates(made)
    assert len(i) == 3 * 3 + 3 * 2 + 3 * 2
    assert (made.article[i] < made.article[j]).all()


def test_of_many_pairs_only_those_are_looked_at_that_are_somewhat_alike(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = story(*told)
    monkeypatch.setattr(evidence, "MANY", 1)
    pairs = set(zip(*map(np.ndarray.tolist, evidence.candidates(made)), strict=True))
    assert (0, 3) in pairs and (1, 5) in pairs
    assert len(pairs) < 21


def test_of_too_many_pairs_those_most_alike_are_looked_at(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    made = story(*told)
    every = set(zip(*map(np.ndarray.tolist, evidence.candidates(made)), strict=True))
    monkeypatch.setattr(evidence, "MANY", 1)
    monkeypatch.setattr(evidence, "MOST", 2)
    few = set(zip(*map(np.ndarray.tolist, evidence.candidates(made)), strict=True))
    assert 2 <= len(few) < len(every)
    assert {(0, 3), (1, 5)} & few


def test_a_story_of_too_many_sentences_has_no_second_round(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    made = story(*told)
    monkeypatch.setattr(evidence, "of_second_links", None)
    monkeypatch.setattr(model, "LARGEST", len(made.sentences) - 1)
    scores = pair_scores(made).toarray()
    assert scores.max() > 0.5
    assert (scores == scores.T).all()


def test_siblings_are_the_pairs_within_an_article(told: Told) -> None:
    made = story(*told)
    i, j = evidence.siblings(made)
    assert len(i) == 3 + 3 + 1
    assert (made.article[i] == made.article[j]).all() and (i < j).all()


def test_evidence_does_not_depend_on_which_other_pairs_are_asked_for(told: Told) -> None:
    made = story(*told)
    i, j = evidence.candidates(made)
    whole = evidence.of_links(made, (i, j))
    assert np.isfinite(whole).all()
    some = np.array([17, 3, 8])
    assert np.allclose(evidence.of_links(made, (i[some], j[some])), whole[some], atol=1e-6)


def test_evidence_of_no_pairs_has_no_rows(told: Told) -> None:
    none = np.zeros(0, np.intp), np.zeros(0, np.intp)
    assert len(evidence.of_links(story(*told), none)) == 0


def test_a_way_through_a_third_article_is_as_good_as_the_worse_of_its_links(told: Told) -> None:
    made = story(*told)
    scores = np.zeros((8, 8), np.float32)
    for i, j, score in ((0, 6, 0.8), (3, 6, 0.5)):
        scores[i, j] = scores[j, i] = score
    pair = np.array([0]), np.array([3])
    found = evidence.of_second_links(made, pair, csr_matrix(scores), csr_matrix((8, 8), dtype=np.float32))
    assert np.float32(0.5) in found[0]
    nothing = csr_matrix((8, 8), dtype=np.float32)
    assert np.float32(0.5) not in evidence.of_second_links(made, pair, nothing, nothing)[0]


def test_scores_are_symmetric_between_articles_and_higher_for_the_same_event(told: Told) -> None:
    made = story(*told)
    scores = pair_scores(made).toarray()
    assert np.array_equal(scores, scores.T)
    assert not scores[:3, :3].any() and not scores[3:6, 3:6].any()
    assert scores[0, 3] > 0.5 and scores[1, 5] > 0.5
    assert scores[2, 4] < 0.2
    assert (scores >= 0).all() and (scores <= 1).all()


def test_scores_do_not_depend_on_how_many_pairs_are_scored_at_once(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = pair_scores(story(*told)).toarray()
    monkeypatch.setattr(model, "_AT_ONCE", 5)
    monkeypatch.setattr(evidence, "_AT_ONCE", 5)
    assert np.allclose(pair_scores(story(*told)).toarray(), whole, atol=1e-6)


def test_what_the_first_round_rules_out_is_not_scored_again(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    found = pair_scores(story(*told)).toarray()
    monkeypatch.setattr(model, "LIKELY", 0.0)
    whole = pair_scores(story(*told)).toarray()
    assert np.allclose(found[whole >= MAYBE], whole[whole >= MAYBE], atol=1e-6)
    monkeypatch.setattr(model, "LIKELY", 0.5)
    assert 0 < pair_scores(story(*told)).nnz < csr_matrix(whole).nnz


def test_one_article_has_no_links(told: Told) -> None:
    assert pair_scores(story(told[0][:1], told[1][:1])).nnz == 0
