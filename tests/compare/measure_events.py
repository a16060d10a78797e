"""Fits the weights of event linking and measures stories and events on annotated occasions.

    python -m tests.compare.measure_events GOLD [--vectors FOLDER] [--groups tu]

GOLD has the folders train and dev. The weights are fitted on train, with the annotated sentences; precision, recall and
F1 count pairs of sentences of different articles. Figures for train are cross-validated over occasions; dev is only
reported. FOLDER keeps the vectors for the next time.
"""

import argparse
import json
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import spacy
from sklearn.linear_model import LogisticRegression

from lib.annotate import encoder
from lib.annotate.encoder.pieces import spaced_words
from lib.article import Article
from lib.compare import linking, stories
from lib.schema import Sentence

FOLDS = 5


class Occasion(NamedTuple):
    sentences: list[Sentence]
    vectors: np.ndarray
    same: np.ndarray
    """Whether two sentences of different articles share an event."""
    cross: np.ndarray


def occasions(folder: Path, groups: str, cache: Path) -> Iterator[Occasion]:
    texts = {article.id: article.text for article in articles(folder)}
    for path in sorted(folder.glob("*.json")):
        group = json.loads(path.read_text(encoding="utf-8"))
        if groups and group["group"][0] not in groups:
            continue
        sentences = [
            Sentence(article, i, start, end, texts[article][start:end], i == 0)
            for article, spans in sorted(group["sentences"].items())
            for i, (start, end) in enumerate(spans)
        ]
        vectors = [_vectors(a, texts[a], spans, cache) for a, spans in sorted(group["sentences"].items())]
        row = {f"{s.article_id}:{s.sentence_id}": i for i, s in enumerate(sentences)}
        article = np.array([s.article_id for s in sentences])
        cross = article[:, None] != article[None]
        same = np.zeros_like(cross)
        for event in group["events"]:
            members = [row[key] for key in event["sentences"]]
            same[np.ix_(members, members)] = True
        yield Occasion(sentences, np.concatenate(vectors), same & cross, cross)


def articles(folder: Path) -> list[Article]:
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [Article(id=a["id"], text=a["text"], title=a["title"], published=a["published"]) for a in rows]


def _vectors(article: str, text: str, spans: list[list[int]], cache: Path) -> np.ndarray:
    path = cache / f"{article}.npy"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        tokenize, encode = spacy.blank("de").make_doc, encoder.load()
        np.save(path, [encode(spaced_words(tokenize(text[start:end]))).sentence for start, end in spans])
    return np.load(path)


def fit(train: Iterable[Occasion]) -> linking.Weights:
    samples, same = [], []
    for occasion in train:
        for block, features in linking.pair_features(occasion.sentences, occasion.vectors):
            cross = np.triu(occasion.cross)[block]
            samples.append(np.stack([feature[cross] for feature in features], axis=1))
            same.append(occasion.same[block][cross])
    model = LogisticRegression(max_iter=1000, C=100).fit(np.concatenate(samples), np.concatenate(same))
    return linking.Weights(*model.coef_[0].round(2).tolist(), bias=float(model.intercept_[0].round(2)))


def count(occasion: Occasion, weights: linking.Weights) -> np.ndarray:
    """Right pairs, found pairs, annotated pairs, events."""
    scores = linking.pair_scores(occasion.sentences, occasion.vectors, weights)
    groups = linking.clusters([s.article_id for s in occasion.sentences], scores)
    found = np.zeros_like(occasion.same)
    for group in groups:
        found[np.ix_(group, group)] = True
    found &= occasion.cross
    return np.array([(found & occasion.same).sum() / 2, found.sum() / 2, occasion.same.sum() / 2, len(groups)])


def report(name: str, counts: Iterable[np.ndarray]) -> None:
    right, found, annotated, n = np.sum(list(counts), axis=0)
    precision, recall = right / found, right / annotated
    f1 = 2 * precision * recall / (precision + recall)
    print(f"{name}: events F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}  ({n:.0f} events)")


def report_stories(folder: Path) -> None:
    corpus = articles(folder)
    groups = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    group_of = {article: group["group"] for group in groups for article in group["sentences"]}
    story_of = stories.find(corpus).story_of
    pairs = list(combinations([a.id for a in corpus], 2))
    together = [story_of[a] == story_of[b] for a, b in pairs]
    wanted = [group_of[a] == group_of[b] for a, b in pairs]
    right = sum(t and w for t, w in zip(together, wanted, strict=True))
    print(
        f"{folder.name}: stories P {right / sum(together):.3f}  R {right / sum(wanted):.3f}"
        f"  ({len(set(story_of.values()))} stories of {len(corpus)} articles)"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--vectors", type=Path, default=Path("vectors"))
    parser.add_argument("--groups", default="", help="first letters of the train occasions to use; all by default")
    args = parser.parse_args()
    report_stories(args.gold / "train")
    report_stories(args.gold / "dev")
    train = list(occasions(args.gold / "train", args.groups, args.vectors))
    fold = np.random.default_rng(0).permutation(len(train)) % FOLDS
    counts = []
    for k in range(FOLDS):
        weights = fit(o for o, f in zip(train, fold, strict=True) if f != k)
        counts += [count(o, weights) for o, f in zip(train, fold, strict=True) if f == k]
    report(f"train, {len(train)} occasions, cross-validated", counts)
    weights = fit(train)
    print(weights)
    report("dev", [count(o, weights) for o in occasions(args.gold / "dev", "", args.vectors)])


if __name__ == "__main__":
    main()
