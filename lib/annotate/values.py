"""Times and numbers of an article."""

import re

from spacy.tokens import Doc

from lib.annotate import numbers, times
from lib.annotate.approximation import before
from lib.annotate.numerals import spelled
from lib.article import Article, sentence_at
from lib.schema import Value

_PLAIN = {0x17F: "s", 0x130: "I", 0x131: "i", 0x212A: "K"}
"""Letters that patterns take for others where case does not matter, but tables do not."""

_CLUB = re.compile(
    r"\b(?:[A-Z]?FC|S[CGV]|F?SV|TSV|TSG|SSV|MSV|BSV|BSG|Vf[BLR]|SpVgg|TuS|TV|HSV|HSG)(?: [A-ZÄÖÜ][\w-]+){0,3}"
    r" (?:18\d\d|19[0-4]\d)\b(?: [A-ZÄÖÜ][\w-]+)?"
)
"""Clubs whose names have the year in which they began: "TSV 1860 München"."""
_LOWER = re.compile(
    r"(?P<between>\bzwischen )?(?<![\w.,:])(?P<number>\d{1,3}|[a-zäöüß]{3,12})"
    r"(?: (?:bis(?: zu)?|oder) |(?P<and> und ))$"
)
_REACH = 24  # characters before a length of time in which the lower end of a range is looked for


def find(doc: Doc, article: Article) -> list[Value]:
    """Times and numbers of `article` in order of their start; none overlaps another.

    `doc` is the article's text with sentences and names set.
    """
    text, plain = article.text, article.text.translate(_PLAIN)
    starts = [sentence.start_char for sentence in doc.sents]
    ends = {sentence.end_char for sentence in doc.sents}
    names = [(name.start_char, name.end_char) for name in doc.ents] + [club.span() for club in _CLUB.finditer(plain)]
    within = bytearray(len(plain))
    for start, end in names:
        within[start + 1 : end] = b"\1" * (end - start - 1)
    found: list[Value] = []
    for time in times.find(plain, article.published):
        if all(within[time.start : time.end]):
            continue  # the Sunday of "Bild am Sonntag"
        taken = found[-1].end if found else 0
        start, approximation = _before(plain, time.start, taken) if time.kind == "duration" else (time.start, "")
        found.append(
            Value(
                article_id=article.id,
                sentence_id=sentence_at(starts, start),
                start=start,
                end=time.end,
                kind=time.kind,
                text=text[start : time.end],
                value=time.value,
                unit=time.unit,
                approximation=approximation,
                first=time.first,
                last=time.last,
                confidence=time.confidence,
            )
        )
    found += [
        Value(
            article_id=article.id,
            sentence_id=sentence_at(starts, number.start),
            start=number.start,
            end=number.end,
            kind="number",
            text=text[number.start : number.end],
            value=number.value,
            unit=number.unit,
            approximation=number.approximation,
        )
        for number in numbers.find(plain, [(time.start, time.end) for time in found], names, ends)
    ]
    return sorted(found, key=lambda row: row.start)


def _before(text: str, start: int, taken: int) -> tuple[int, str]:
    """Where a length of time that ends a range begins ("8 bis 16 Tage"), and how exact it is meant; what stands before
    `taken` belongs to something else."""
    lower = _LOWER.search(text, max(taken, start - _REACH), start)
    is_range = lower is not None and (lower["between"] or not lower["and"])
    if lower and is_range and (lower["number"][0].isdigit() or spelled(lower["number"])):
        return lower.start("number"), "about"
    return before(text, start)
