"""Pairs of sentences of articles that lie more than two days apart, judged one by one: `apart.jsonl`.

Articles of one annotated occasion never lie so far apart. So these pairs were drawn from stories that the program makes
of three months of news, from all heights of the scores that older trees gave them, and a language model read each, with
the sentence before it and the definition of an event by which the occasions were annotated. How often it agrees with
people: README.md.

A line of the file is a story: `articles`, their ids, and `pairs` of [article, offset, other article, offset, same,
weight]: articles by position, sentences by an offset into their text, 1 if they report the same, and how many pairs of
its story and height this one stands for.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lib import annotate
from lib.annotate.training import news
from lib.compare.linking import Story, story
from lib.compare.linking.evidence import Pairs
from lib.compare.linking.story import Floats

FILE = Path(__file__).with_name("apart.jsonl")
HEAVIEST = 20.0
"""A pair that stands for more than this counts as much as this, so that no single one outweighs the others."""


class Judged(NamedTuple):
    """A story some of whose pairs were judged.

    Attributes:
        story: its sentences.
        pairs: rows of the judged sentences, that of the earlier article first.
        same: whether they report the same event.
        stands_for: how many pairs of its story and height of scores each stands for.
    """

    story: Story
    pairs: Pairs
    same: npt.NDArray[np.bool_]
    stands_for: Floats

    @property
    def weight(self) -> Floats:
        """How much each counts in training."""
        weight: Floats = np.minimum(self.stands_for, HEAVIEST)
        return weight


def read(path: Path) -> Iterator[Judged]:
    """The judged stories, annotated by the program.

    Args:
        path: the articles, one a line, in gzip.
    """
    stories = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    wanted = {key for one in stories for key in one["articles"]}
    articles = news.articles(path, wanted)
    pipeline = annotate.load()
    for one in stories:
        mine = [articles[key] for key in one["articles"]]
        yield _judged(story(mine, list(pipeline.annotate(mine))), one["pairs"])


def _judged(told: Story, pairs: list[list[float]]) -> Judged:
    rows = told.rows()
    starts = [np.array([told.sentences[row].start for row in mine]) for mine in rows]

    def row_of(article: int, offset: int) -> int:
        """The sentence in which an offset stands; -1 where the program has none there."""
        at = int(np.searchsorted(starts[article], offset, side="right")) - 1
        is_in = at >= 0 and offset < told.sentences[rows[article][at]].end
        return int(rows[article][at]) if is_in else -1

    found = []
    for a, start, b, other_start, same, stands_for in pairs:
        i, j = sorted((row_of(int(a), int(start)), row_of(int(b), int(other_start))))
        if i >= 0:
            found.append((i, j, same, stands_for))
    columns = np.array(found or np.zeros((0, 4))).T
    rows_of = columns[:2].astype(np.intp)
    return Judged(told, (rows_of[0], rows_of[1]), columns[2].astype(bool), columns[3].astype(np.float32))
