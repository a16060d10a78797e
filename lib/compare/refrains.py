"""Refrains: sentences that a source repeats in its articles, such as advertisements of its own. They tell no story."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from lib.article import UNKNOWN, Annotation, Article
from lib.schema import Sentence

FEWEST = 3
"""Articles of one source from which on a sentence that they share is a refrain."""
MOST = 0.5
"""Share of an article's sentences from which on it is another version of the others, and none of them is a refrain."""


def marked(articles: Sequence[Article], annotations: Sequence[Annotation]) -> list[Annotation]:
    """The annotations with their refrains marked. Titles are none, nor what articles of unknown source share.

    Args:
        articles, annotations: in the same order.
    """
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for source, sentence in _sentences(articles, annotations):
        bearers[source, _letters(sentence.text)].add(sentence.article_id)
    return [
        replace(annotation, sentences=_marked(article.source, annotation.sentences, bearers))
        for article, annotation in zip(articles, annotations, strict=True)
    ]


def without(text: str, sentences: Iterable[Sentence]) -> str:
    """An article's text without the refrains among its sentences."""
    for sentence in sorted(sentences, reverse=True):
        if sentence.is_refrain:
            text = text[: sentence.start] + text[sentence.end :]
    return text


def _sentences(articles: Sequence[Article], annotations: Sequence[Annotation]) -> Iterator[tuple[str, Sentence]]:
    for article, annotation in zip(articles, annotations, strict=True):
        if article.source != UNKNOWN:
            yield from ((article.source, sentence) for sentence in annotation.sentences if not sentence.is_title)


def _marked(source: str, sentences: list[Sentence], bearers: dict[tuple[str, str], set[str]]) -> list[Sentence]:
    repeated = [len(bearers.get((source, _letters(sentence.text)), ())) >= FEWEST for sentence in sentences]
    if sum(repeated) > MOST * len(sentences):
        return sentences
    return [
        sentence._replace(is_refrain=is_repeated and not sentence.is_title)
        for sentence, is_repeated in zip(sentences, repeated, strict=True)
    ]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text)).casefold()
