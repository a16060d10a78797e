"""Pairs of sentences to train the cross-encoder on: annotated ones, and those of news as the trees score them.

    python -m lib.compare.training.pairs GOLD NEWS OUT

GOLD  folder with train and dev, as in the annotated occasions
NEWS  .jsonl.gz of articles (text, title, source, published), none of which may be an annotated one: those are left out
OUT   folder for states.npy, what the encoder's lower half makes of every piece, and pairs.npz, which `cross` reads

News teach by self-training (Yarowsky 1995): what the trees see beyond the two sentences, such as neighbours and third
articles, the network learns to see in their words.
"""

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lib import annotate
from lib.article import Article
from lib.compare import stories
from lib.compare.linking import Story, model, pair_scores, story
from lib.compare.training import links
from lib.compare.training.links import FOLDS, MIXED, Data
from lib.compare.training.occasions import Occasion, beginning, mixed, read

DAYS, ARTICLES = 3, 30
"""Days of news that are put into stories at once, and articles of a story that are taken."""
CHARACTERS = range(400, 12_000)
UNLIKELY = 0.005
"""Target of pairs of news to which the trees give less than they keep."""
DRAWN = 0.3
"""Such pairs for each that is kept."""

Floats = npt.NDArray[np.float32]


class Pairs(NamedTuple):
    """Sentences by row and the pairs of them, as many in every array.

    Attributes:
        one, other: rows of the sentences.
        target: how probably they report the same, from 0 to 1.
        fold: of the occasion; 0 in news.
        tree: score by trees that have not seen the occasion; not a number where there is none.
    """

    one: npt.NDArray[np.int64]
    other: npt.NDArray[np.int64]
    target: Floats
    fold: npt.NDArray[np.int64]
    tree: Floats


class Sentences:
    """The states of all sentences that were added, one after the other, and which stands before which."""

    def __init__(self) -> None:
        self._pipeline = annotate.load()
        self._states: list[npt.NDArray[np.float16]] = []
        self.before: list[int] = []

    def add(self, told: Story) -> int:
        """Row of the first sentence."""
        first = len(self.before)
        for row, sentence in enumerate(told.sentences):
            self._states.append(self._pipeline.states(sentence.text).astype(np.float16))
            is_first = row == 0 or told.article[row - 1] != told.article[row]
            self.before.append(-1 if is_first else first + row - 1)
        return first

    def save(self, folder: Path, **pairs: Pairs) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        np.save(folder / "states.npy", np.concatenate(self._states))
        start = np.cumsum([0, *(len(states) for states in self._states)])
        arrays = {f"{name}_{field}": array for name, rows in pairs.items() for field, array in rows._asdict().items()}
        np.savez_compressed(folder / "pairs.npz", start=start, before=np.array(self.before), **arrays)


def load(folder: Path, name: str) -> Pairs:
    """Pairs that were saved by this name."""
    with np.load(folder / "pairs.npz") as arrays:
        return Pairs(*(arrays[f"{name}_{field}"] for field in Pairs._fields))


def annotated(occasions: Sequence[Occasion], sentences: Sentences, trees: dict[str, Floats]) -> Pairs:
    """The pairs of annotated occasions that the first round of the trees does not rule out.

    Args:
        trees: scores of an occasion's pairs by trees that have not seen it, as a matrix, by its name.
    """
    fold = np.random.default_rng(0).permutation(len(occasions)) % FOLDS
    found = []
    for number, occasion in enumerate(occasions):
        one = links.data(occasion)
        first = np.mean([model.predict(models, model.LINKS, one.links) for models in model.SETS], axis=0)
        i, j = (rows[first >= model.LIKELY] for rows in one.pairs)
        tree, start = np.full(occasion.same.shape, np.nan, np.float32), 0
        for scores in (trees[name] for name in occasion.names if name in trees):
            part = slice(start, start + len(scores))
            tree[part, part], start = scores, part.stop
        row = sentences.add(occasion.story)
        target = occasion.same[i, j].astype(np.float32)
        found.append(Pairs(row + i, row + j, target, np.full(len(i), fold[number]), tree[i, j]))
    return _joined(found)


def held_out(occasions: Sequence[Occasion]) -> dict[str, Floats]:
    """Scores of the trees for each occasion by itself, cross-validated, by its name."""
    rows: list[Data] = [links.data(occasion) for occasion in occasions]
    _, scores = links.train(rows)
    return {one.occasion.names[0]: matrix.toarray() for one, matrix in zip(rows, scores, strict=True)}


def news(path: Path, known: set[str], sentences: Sentences) -> Pairs:
    """Pairs of sentences of real news with the scores that the shipped trees give.

    Args:
        known: beginnings of annotated articles, as from `beginning`.
    """
    draw = np.random.default_rng(3)
    pipeline, found = annotate.load(), []
    for articles in _stories(path, known):
        told = story(articles, list(pipeline.annotate(articles)))
        scores = pair_scores(told)
        i, j = np.nonzero(np.triu(scores.toarray()))
        texts = np.array([sentence.text for sentence in told.sentences], dtype=object)
        kept = texts[i] != texts[j]
        i, j = i[kept], j[kept]
        score = np.asarray(scores[i, j]).ravel()
        a, b = draw.integers(0, max(1, len(texts)), (2, int(len(i) * DRAWN)))
        other = (told.article[a] != told.article[b]) & (np.asarray(scores[a, b]).ravel() == 0)
        row = sentences.add(told)
        one = row + np.concatenate([i, a[other]])
        target = np.concatenate([score, np.full(int(other.sum()), UNLIKELY)]).astype(np.float32)
        none = np.full(len(one), np.nan, np.float32)
        found.append(Pairs(one, row + np.concatenate([j, b[other]]), target, np.zeros(len(one), np.int64), none))
        print(f"{len(sentences.before)} sentences, {sum(len(pairs.one) for pairs in found)} pairs of news", flush=True)
    return _joined(found)


def _stories(path: Path, known: set[str]) -> Iterator[list[Article]]:
    days: dict[str, list[Article]] = defaultdict(list)
    seen = set(known)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            begins, title = beginning(row["text"]), beginning(row["title"] or "")
            if len(row["text"]) in CHARACTERS and begins not in seen and title not in known:
                seen.add(begins)
                day = row["published"][:10]
                days[day].append(
                    Article(str(row["id"]), row["text"], row["title"] or "", source=row["source"], published=day)
                )
    dates = sorted(days)
    for at in range(0, len(dates), DAYS):
        articles = [article for day in dates[at : at + DAYS] for article in days[day]]
        of = stories.find(articles).story_of
        members: dict[str, list[Article]] = defaultdict(list)
        for article in articles:
            members[of[article.id]].append(article)
        yield from (group[:ARTICLES] for group in members.values() if len({article.source for article in group}) > 1)


def _joined(found: Sequence[Pairs]) -> Pairs:
    return Pairs(*(np.concatenate(arrays) for arrays in zip(*found, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    occasions = list(read(args.gold / "train"))
    dev = list(read(args.gold / "dev"))
    articles = [article for occasion in (*occasions, *dev) for article in occasion.articles]
    known = {beginning(text) for article in articles for text in (article.text, article.title)} - {""}
    sentences = Sentences()
    gold = annotated(mixed(occasions, MIXED), sentences, held_out(occasions))
    print(f"{len(gold.one)} annotated pairs, {int(gold.target.sum())} of them the same", flush=True)
    sentences.save(args.out, gold=gold, dev=annotated(dev, sentences, {}), news=news(args.news, known, sentences))


if __name__ == "__main__":
    main()
