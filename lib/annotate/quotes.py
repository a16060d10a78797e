"""Quotations of an article, with their speakers."""

import re
from bisect import bisect_right

from spacy.tokens import Doc

from lib.annotate import speakers
from lib.annotate.marks import marked
from lib.annotate.speakers import Speaker
from lib.article import Article
from lib.schema import Quote

_MIN_WORDS = 3  # fewer words in marks are a name, a title or a word that the source keeps its distance from
_REACH = 400  # characters beside a quotation in which its speaker is looked for


def find(doc: Doc, article: Article) -> list[Quote]:
    """Direct quotations of `article`, in order of their start.

    `doc` is the article's text with sentences set.
    """
    text = article.text
    starts = [sentence.start_char for sentence in doc.sents]
    ends = [sentence.end_char for sentence in doc.sents]
    quotes = []
    for span in marked(text):
        words = text[span.start : span.end]
        if span.depth or len(re.findall(r"\w[\w'’.-]*", words)) < _MIN_WORDS:
            continue
        first = max(0, bisect_right(starts, span.start) - 1)
        last = max(0, bisect_right(starts, span.end) - 1)
        speaker = _speaker(text, starts[first], span.start, span.end, _reach(text, span.end, ends, last))
        quotes.append(
            Quote(
                article.id,
                first,
                span.start,
                span.end,
                "direct",
                words,
                text[speaker.start : speaker.end] if speaker.start >= 0 else "",
                speaker.start,
                speaker.end,
                text[speaker.cue_start : speaker.cue_end] if speaker.cue_start >= 0 else "",
            )
        )
    return quotes


def _reach(text: str, end: int, ends: list[int], sentence: int) -> int:
    """End of the words behind a quotation that may name its speaker: of its sentence, or of the next one in the line."""
    stop = ends[sentence]
    if stop <= end + 2 and sentence + 1 < len(ends):
        stop = ends[sentence + 1]
    line = text.find("\n", end)
    return min(stop, end + _REACH, line if line >= 0 else len(text))


def _speaker(text: str, sentence: int, start: int, end: int, stop: int) -> Speaker:
    return (
        speakers.after(text, end, stop)
        or speakers.before(text, max(sentence, start - _REACH), start)
        or Speaker(-1, -1, -1, -1)
    )
