"""Whose voice every part of a sentence is: the article's own, words in quotation marks, or reported speech."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby

from lib.annotate.quotations.marks import marked
from lib.article import Article
from lib.schema import INDIRECT, OWN, QUOTED, REPORTED, Quote, Sentence, Voice


def find(
    article: Article, sentences: Sequence[Sentence], quotes: Sequence[Quote], names: Iterable[tuple[int, int]] = ()
) -> list[Voice]:
    """Parts of one voice, in order; together they cover every word of the sentences.

    Words in marks are quoted even if they are no quotation, unless they are as a whole a name, such as a medium's.

    Args:
        names: their offsets.
    """
    voice_of = [(OWN, -1)] * len(article.text)
    for quote in sorted(quotes, key=lambda quote: quote.kind != INDIRECT):
        voice = REPORTED if quote.kind == INDIRECT else QUOTED
        voice_of[quote.start : quote.end] = [(voice, quote.start)] * (quote.end - quote.start)
    named = bytearray(len(article.text))
    for start, end in names:
        named[start:end] = b"\1" * (end - start)
    for words in marked(article.text):
        if all(named[words.start : words.end]):
            continue
        for at in range(words.start, words.end):
            voice_of[at] = (QUOTED, voice_of[at][1])
    parts = []
    for sentence in sentences:
        at = sentence.start
        for (voice, quote_start), same in groupby(voice_of[sentence.start : sentence.end]):
            end = at + sum(1 for _ in same)
            if re.search(r"\w", article.text[at:end]):
                parts.append(Voice(article.id, sentence.sentence_id, at, end, voice, quote_start))
            at = end
    return parts
