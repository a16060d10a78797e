"""Refrains: sentences that a source repeats in its articles, such as advertisements of its own. They tell no story, and
whom they name does not count."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from lib.article import UNKNOWN, Annotation, Article
from lib.compare import stories
from lib.schema import Sentence

FEWEST = 3
"""Stories from which on a sentence that one source has in all of them is a refrain; within a story it is background."""
MOST = 0.5
"""Share of an article's sentences from which on it is another version of the others, and none of them is a refrain."""

_OFFER = re.compile(
    r"\b(?:newsletter|kostenlos|anmeldung|abonnier|abonne|(?:vor)?bestellen\b|herunterladen|ausprobieren"
    r"|unterstützen sie|lesen sie|plus können sie)",
    re.IGNORECASE,
)
"""What a source offers its readers again and again is a refrain in one story as well: of 6,485 articles all eight such
sentences that recur in fewer stories."""


def marked(articles: Sequence[Article], annotations: Sequence[Annotation]) -> list[Annotation]:
    """The annotations with their refrains marked, and the mentions in them. Titles are none, nor what articles of
    unknown source share.

    Args:
        articles, annotations: in the same order.
    """
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    offers: set[tuple[str, str]] = set()
    for article, annotation in zip(articles, annotations, strict=True):
        for sentence in annotation.sentences if article.source != UNKNOWN else ():
            key = article.source, bare(sentence.text)
            bearers[key].add(article.id)
            if _OFFER.search(sentence.text):
                offers.add(key)
    repeated = {key for key, ids in bearers.items() if len(ids) >= FEWEST}
    if not repeated:
        return list(annotations)
    pairs = list(zip(articles, annotations, strict=True))
    rest = {one.id: without(one.text, _marked(one.source, annotation.sentences, repeated)) for one, annotation in pairs}
    story_of = stories.find(articles, rest).story_of
    refrains = {key for key in repeated if len({story_of[article_id] for article_id in bearers[key]}) >= FEWEST}
    refrains |= repeated & offers
    return [_with_mentions(replace(a, sentences=_marked(one.source, a.sentences, refrains))) for one, a in pairs]


def without(text: str, sentences: Iterable[Sentence]) -> str:
    """An article's text without the refrains among its sentences."""
    for sentence in sorted(sentences, reverse=True):
        if sentence.is_refrain:
            text = text[: sentence.start] + text[sentence.end :]
    return text


def _marked(source: str, sentences: list[Sentence], refrains: Collection[tuple[str, str]]) -> list[Sentence]:
    is_refrain = [not one.is_title and (source, bare(one.text)) in refrains for one in sentences]
    if sum(is_refrain) > MOST * len(sentences):
        return sentences
    return [one._replace(is_refrain=repeats) for one, repeats in zip(sentences, is_refrain, strict=True)]


def _with_mentions(annotation: Annotation) -> Annotation:
    repeated = {sentence.sentence_id for sentence in annotation.sentences if sentence.is_refrain}
    mentions = [one._replace(is_refrain=one.sentence_id in repeated) for one in annotation.mentions]
    return replace(annotation, mentions=mentions)


def bare(text: str) -> str:
    """A sentence without its marks, by which it is the same as another."""
    return "".join(filter(str.isalnum, text)).casefold()
