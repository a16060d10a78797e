"""Quotations of an article, with their speakers."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc

from lib.annotate import cues, speakers
from lib.annotate.clauses import words
from lib.annotate.marks import Marked, marked
from lib.annotate.speakers import Speaker
from lib.article import Article
from lib.schema import Quote

_MIN_WORDS = 3  # fewer words in marks are a name, a title or a word that the source keeps its distance from
_MEMORY = 1  # paragraphs over which a speaker keeps the word
_DESCRIPTION = re.compile(
    r"(?:der|die) (?:[a-zäöüß-]+ )?(?:\d+-Jährige|[\w-]*(?:politiker|minister|präsident|chef|sprecher|kanzler|senator"
    r"|vorsitzende|bürgermeister|leiter|politolog|experte|anwalt|abgeordnete|unternehmer|virologe|forscher|autor|fürst|könig|oberhaupt)"
    r"(?:in|r|n)?)",
    re.IGNORECASE,
)
_MARKS = ' \n„“”"«»‘’'
_MARGIN = 10  # characters of white space and marks between two sentences
_REACH = 400  # characters beside a quotation in which its speaker is looked for


def find(doc: Doc, article: Article) -> list[Quote]:
    """Direct quotations of `article`, in order of their start.

    `doc` is the article's text with sentences set.
    """
    text = article.text
    spans = [span for span in marked(text) if not span.depth and _is_quotation(text[span.start : span.end])]
    own = _without(text, spans)
    bounds = [(sentence.start_char, sentence.end_char) for sentence in doc.sents]
    persons = [(name.start_char, name.end_char) for name in doc.ents if name.label_ == "PER"]
    starts = [start for start, _ in bounds]
    quotes = []
    for span, speaker in zip(spans, _attribute(own, spans, bounds, persons), strict=True):
        quotes.append(
            Quote(
                article.id,
                max(0, bisect_right(starts, span.start) - 1),
                span.start,
                span.end,
                "direct",
                text[span.start : span.end],
                text[speaker.start : speaker.end] if speaker.start >= 0 else "",
                speaker.start,
                speaker.end,
                text[speaker.cue_start : speaker.cue_end] if speaker.cue_start >= 0 else "",
            )
        )
    return quotes


def _is_quotation(quoted: str) -> bool:
    """Whether words in marks are a quotation, neither too few nor, all with capitals, a title or a name."""
    words = re.findall(r"\w[\w'’.-]*", quoted)
    titled = all(word[0].isupper() for word in words) and quoted[-1] not in ".!?"
    return len(words) >= _MIN_WORDS and not titled


def _without(text: str, spans: Sequence[Marked]) -> str:
    """The source's own words: quotations blanked out, offsets kept."""
    ends = [0, *(span.end for span in spans)]
    starts = [*(span.start for span in spans), len(text)]
    kept = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    blanks = [" " * (span.end - span.start) for span in spans]
    return "".join(part for pair in zip(kept, [*blanks, ""], strict=True) for part in pair)


def _attribute(
    own: str, spans: Sequence[Marked], bounds: Sequence[tuple[int, int]], persons: Sequence[tuple[int, int]]
) -> list[Speaker]:
    """The speaker of each quotation: the one its sentence names, else the one who spoke last, shortly before.

    A pronoun or a description such as "der Minister" stands for the speaker, or the person, named last.
    """
    starts = [start for start, _ in bounds]
    firsts = [max(0, bisect_right(starts, span.start) - 1) for span in spans]
    found: list[Speaker] = []
    last, person = Speaker(), Speaker()  # who spoke last, and who was named last
    heard, paragraph, position = 0, 0, 0
    for i, (start, end) in enumerate(bounds):
        paragraph += own.count("\n\n", position, start)
        position = start
        if paragraph - heard > _MEMORY:
            last = Speaker()
        speaker: Speaker | None = None
        quoted = len(found)
        while len(found) < len(spans) and firsts[len(found)] == i:
            span = spans[len(found)]
            speaker = _beside(own, span, bounds, i, max(0, bisect_right(starts, span.end) - 1)) or Speaker()
            found.append(_resolved(own, speaker, last, person, persons))
            last, heard = (found[-1], paragraph) if found[-1].start >= 0 else (last, heard)
        if len(found) == quoted:
            speaker = speakers.of_statement(words(own, start, min(end, start + _REACH)))
            if speaker:
                last, heard = _resolved(own, speaker, last, person, persons), paragraph
        person = _person(own, start, end, persons) or (last if speaker and last.start >= start else person)
    return found


def _resolved(
    own: str, speaker: Speaker, last: Speaker, person: Speaker, persons: Sequence[tuple[int, int]]
) -> Speaker:
    if speaker.start < 0:
        known = last
    elif _refers_back(own[speaker.start : speaker.end]):
        known = person if person.start >= 0 else last
        known = known if _is_person(known, persons) else speaker
    else:
        known = speaker
    known = known if known.start >= 0 else speaker
    return Speaker(known.start, known.end, speaker.cue_start, speaker.cue_end)


def _person(own: str, start: int, end: int, persons: Sequence[tuple[int, int]]) -> Speaker | None:
    """The person with whom a sentence begins."""
    subject = speakers.opening(words(own, start, min(end, start + _REACH)))
    return Speaker(*subject) if subject and _is_person(Speaker(*subject), persons) else None


def _is_person(speaker: Speaker, persons: Sequence[tuple[int, int]]) -> bool:
    i = bisect_right(persons, (speaker.end, -1)) - 1
    return i >= 0 and persons[i][1] > speaker.start


def _refers_back(speaker: str) -> bool:
    return speaker.lower() in cues.PRONOUNS or bool(_DESCRIPTION.fullmatch(speaker))


def _beside(own: str, span: Marked, bounds: Sequence[tuple[int, int]], first: int, last: int) -> Speaker | None:
    """The speaker whom the sentences name in which a quotation begins and ends."""
    begin, stop = max(bounds[first][0], span.start - _REACH), min(bounds[last][1], span.end + _REACH)
    if last + 1 < len(bounds) and not own[span.end : stop].strip(_MARKS + ".,") and own[bounds[last + 1][0]].islower():
        stop = min(bounds[last + 1][1], span.end + _REACH)
    introduced = own[max(0, begin - _MARGIN) : begin].rstrip(_MARKS).endswith(":")
    if first and introduced and not own[begin : span.start].strip(_MARKS):
        begin = max(bounds[first - 1][0], begin - _REACH)
    return speakers.find(words(own, begin, span.start), words(own, span.end, stop))
