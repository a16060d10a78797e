"""How probably pairs of sentences report the same event: gradient-boosted trees over the evidence, in two rounds.

Two sets of models are averaged: one was trained on stories of several occasions as well, one on single occasions only.
In each, the first round scores links between articles, and which sentences of one article belong together; the second
sees those scores as well (stacked generalisation, Wolpert 1992). Articles that lie days apart have a model of their
own, of one round. Weights and figures: lib/compare/training/README.md.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from scipy.sparse import csr_matrix

from lib.compare.linking import evidence
from lib.compare.linking.evidence import Pairs
from lib.compare.linking.story import Floats, Story

LINKS, SIBLINGS, SECOND = "links", "siblings", "second"
SETS = MIXED, SINGLE = "mixed", "single"
APART = "apart"
FLOOR = 0.02
"""Scores below are not kept."""
LIKELY = 0.01
"""First score of either set from which a pair is scored again: of 122,000 pairs of annotated occasions 46 %, with all
to which the second round gives .25 and more."""
FARTHEST = 2.0
"""Days between articles of one annotated occasion at most. Of those that lie farther apart, pairs of sentences were
judged one by one, and a model was trained on these as well."""
LARGEST = 10_000
"""Sentences of a story from which on, some 250 articles, it has no second round, which would fill the memory."""
_AT_ONCE = 100_000


def pair_scores(story: Story) -> csr_matrix:
    """How probably two sentences report the same event, from 0 to 1: symmetric, 0 within an article, shape (n, n)."""
    n = len(story.sentences)
    pairs = evidence.candidates(story)
    if not len(pairs[0]):
        return csr_matrix((n, n), dtype=np.float32)
    is_apart = (story.days > FARTHEST)[story.article[pairs[0]], story.article[pairs[1]]]
    story = limited(story)
    first = np.zeros((len(SETS), len(pairs[0])), np.float32)
    own, kept = [], []
    for part in _parts(story, pairs):
        features = evidence.of_links(story, (pairs[0][part], pairs[1][part]))
        apart, together = np.flatnonzero(is_apart[part]), np.flatnonzero(~is_apart[part])
        first[:, part.start + apart] = predict(APART, LINKS, features[apart])
        first[:, part.start + together] = [predict(models, LINKS, features[together]) for models in SETS]
        likely = together[first[:, part.start + together].max(axis=0) >= LIKELY]
        own.append(features[likely])
        kept.append(part.start + likely)
    if n > LARGEST:
        return matrix(n, pairs, np.where(is_apart, first[0], first.mean(axis=0)))
    again, features = np.concatenate(kept), np.concatenate(own)
    near = pairs[0][again], pairs[1][again]
    brothers = evidence.siblings(story)
    total = np.zeros(len(again), np.float32)
    for models, of_set in zip(SETS, first, strict=True):
        scores = matrix(n, pairs, of_set)
        same = matrix(n, brothers, predict(models, SIBLINGS, evidence.of_siblings(story, brothers, scores)))
        more = evidence.of_second_links(story, near, scores, same)
        total += predict(models, SECOND, np.concatenate([features, more], axis=1))
    found = np.where(is_apart, first[0], np.float32(0))
    found[again] = total / len(SETS)
    return matrix(n, pairs, found)


def limited(story: Story) -> Story:
    """The story as the models see it: none of its articles farther apart than those of one annotated occasion."""
    return replace(story, days=np.minimum(story.days, np.float32(FARTHEST)))


def _parts(story: Story, pairs: Pairs) -> Iterator[slice]:
    """The pairs in parts, none of which ends within those of two articles, so that evidence never fills the memory."""
    i, j = story.article[pairs[0]], story.article[pairs[1]]
    ends = [*(np.flatnonzero((np.diff(i) != 0) | (np.diff(j) != 0)) + 1).tolist(), len(i)]
    start = 0
    for end, further in zip(ends, [*ends[1:], ends[-1] + _AT_ONCE], strict=True):
        if further - start >= _AT_ONCE:
            yield slice(start, end)
            start = end


def predict(models: str, name: str, features: Floats) -> Floats:
    """Probabilities that one of the three models of a set gives for rows of evidence."""
    found = np.zeros(len(features), np.float32)
    for start in range(0, len(features), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        (raw,) = _session(models, name).run(["raw"], {"features": features[part]})
        found[part] = 1 / (1 + np.exp(-raw.ravel()))
    return found


def matrix(n: int, pairs: Pairs, scores: Floats) -> csr_matrix:
    """Scores of pairs as a symmetric matrix of shape (n, n), those below FLOOR left out."""
    kept = scores >= FLOOR
    i, j, score = pairs[0][kept], pairs[1][kept], scores[kept].astype(np.float32)
    places = np.concatenate([i, j]), np.concatenate([j, i])
    return csr_matrix((np.concatenate([score, score]), places), shape=(n, n))


@cache
def _session(models: str, name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    path = Path(__file__).with_name(models) / f"{name}.onnx"
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
