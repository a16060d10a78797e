"""Annotated occasions: the articles of each as the program reads them, and which of its sentences report the same."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from sklearn.feature_extraction.text import TfidfVectorizer

from lib import annotate
from lib.article import Annotation, Article
from lib.compare.linking import Story, story
from lib.compare.stories import NAMES_AND_NOUNS
from lib.schema import Sentence

Bools = npt.NDArray[np.bool_]


class Occasion(NamedTuple):
    """One occasion, or several in one story.

    Attributes:
        names: of the files.
        articles, annotations: as the program reads them, in the same order.
        story: their sentences.
        same: whether two sentences share an event, shape (n, n).
        keys: the annotated sentences in each of the program's.
        events, exclusive: annotated sentences by event, and those that no other article reports.
    """

    names: tuple[str, ...]
    articles: list[Article]
    annotations: list[Annotation]
    story: Story
    same: Bools
    keys: list[list[str]]
    events: list[set[str]]
    exclusive: set[str]


def read(folder: Path) -> Iterator[Occasion]:
    """The occasions of a folder with articles.jsonl and one GROUP.json each, annotated by the program."""
    articles = {article.id: article for article in _articles(folder)}
    pipeline = annotate.load()
    for path in sorted(folder.glob("*.json")):
        group = json.loads(path.read_text(encoding="utf-8"))
        mine = [articles[key] for key in sorted(group["sentences"])]
        annotations = list(pipeline.annotate(mine))
        told = story(mine, annotations)
        keys = [_keys(sentence, group["sentences"][sentence.article_id]) for sentence in told.sentences]
        events = [set(event["sentences"]) for event in group["events"]]
        exclusive = {key for entry in group.get("exclusive", []) for key in entry["sentences"]}
        yield Occasion((path.stem,), mine, annotations, told, _same(keys, events), keys, events, exclusive)


def beginning(text: str) -> str:
    """Letters by which an article is the same as another, however it is set."""
    return re.sub(r"\W+", "", text)[:400]


def mixed(occasions: Sequence[Occasion], share: float) -> list[Occasion]:
    """The occasions, so that a share of them stands two by two in one story, those first that are most alike.

    What the program takes for one story may well be several occasions of one topic. Between two of them nothing counts
    as the same event.
    """
    texts = [" ".join(article.text for article in occasion.articles) for occasion in occasions]
    words = TfidfVectorizer(token_pattern=NAMES_AND_NOUNS, lowercase=False, sublinear_tf=True).fit_transform(texts)
    alike = np.triu((words @ words.T).toarray(), 1)
    free = set(range(len(occasions)))
    together = []
    for place in np.argsort(-alike, axis=None).tolist():
        i, j = divmod(place, len(occasions))
        if len(free) <= (1 - share) * len(occasions) or alike[i, j] <= 0:
            break
        if i in free and j in free:
            together.append(_mixed(occasions[i], occasions[j]))
            free -= {i, j}
    return [*(occasions[i] for i in sorted(free)), *together]


def _mixed(one: Occasion, other: Occasion) -> Occasion:
    articles, annotations = [*one.articles, *other.articles], [*one.annotations, *other.annotations]
    keys, events = [*one.keys, *other.keys], [*one.events, *other.events]
    return Occasion(
        one.names + other.names,
        articles,
        annotations,
        story(articles, annotations),
        _same(keys, events),
        keys,
        events,
        one.exclusive | other.exclusive,
    )


def _articles(folder: Path) -> Iterator[Article]:
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Article(str(row["id"]), row["text"], row["title"], source=row["source"], published=row["published"])


def _keys(sentence: Sentence, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The annotated sentences that share half of the shorter of the two with a sentence of the program."""
    return [
        f"{sentence.article_id}:{number}"
        for number, (start, end) in enumerate(spans)
        if min(end, sentence.end) - max(start, sentence.start) >= min(end - start, sentence.end - sentence.start) / 2
    ]


def _same(keys: Sequence[Sequence[str]], events: Sequence[set[str]]) -> Bools:
    member = np.array([[not event.isdisjoint(mine) for event in events] for mine in keys], dtype=np.float32)
    member = member.reshape(len(keys), len(events))
    same: Bools = member @ member.T > 0
    return same
