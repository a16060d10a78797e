"""Dates and numbers of an article."""

from bisect import bisect_right

from spacy.tokens import Doc

from lib.annotate import numbers, times
from lib.article import Article
from lib.schema import Value


def find(doc: Doc, article: Article) -> list[Value]:
    """Dates and numbers of `article` in order of their start; none overlaps another.

    `doc` is the article's text with sentences and names set.
    """
    starts = [sentence.start_char for sentence in doc.sents]
    found = [("time", *time) for time in times.find(article.text, article.published)]
    dates = [(start, end) for _, start, end, _, _ in found]
    names = [(name.start_char, name.end_char) for name in doc.ents]
    found += [("number", *number) for number in numbers.find(article.text, dates, names)]
    return [
        Value(
            article.id, max(0, bisect_right(starts, start) - 1), start, end, kind, article.text[start:end], value, unit
        )
        for kind, start, end, value, unit in sorted(found, key=lambda row: row[1])
    ]
