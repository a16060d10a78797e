"""From marks and tags to the quotations of an article."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from spacy.tokens import Doc

from lib.annotate.quotations import tagger
from lib.annotate.quotations.interviews import answers
from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.quoted import MIN_WORDS, Quoted
from lib.annotate.quotations.recipients import told_to
from lib.annotate.quotations.referents import PRONOUNS
from lib.annotate.quotations.reported import POINTS_BACK, reported
from lib.annotate.quotations.spans import Span, overlapping
from lib.annotate.quotations.speakers import Speaker, Speakers
from lib.annotate.quotations.tagger import SUBJUNCTIVE, Role, Tags
from lib.article import Article, sentence_at
from lib.schema import BESIDE, CONTEXT, DESCRIPTION, DIRECT, INDIRECT, PARTIAL, PRONOUN, Citation, Quote

_ANNOUNCED = 0.4
"""Least probability that the words before a colon have a cue or a speaker."""
_SAID = re.compile(rf"\b(?!sei es\b)(?:{SUBJUNCTIVE.pattern})\b")
"""What shows that words are reported where nobody is named who says so and no word, nor the next sentence, says it."""
_BRINGS_ABOUT = re.compile(r"(?:ge)?sorgt(?:e|en)?\b.*|(?:ge)?schürt(?:e|en)?|(?:zer|ge)?stritten", re.IGNORECASE)
"""A verb that is taken for a cue, and tells what somebody brings about or does: "sorgte dafür, dass"."""
_ASKED = re.compile(r"\b(?:auf|zu|bei)\s(?:die|der|den)\s(?:\w+\s)?(?:Nachf|F)ragen?,\s", re.IGNORECASE)
_ANSWERS = re.compile(r",\s(?:antwort|sag|erklär|erwider|entgegn|mein)\w*\s[^,]{1,60},\s")
"""Before what others asked, and before the answer: "Auf die Frage, ob ..., antwortete er, ..."."""
_DENIES = re.compile(
    r"\b(?:bestr(?:eite[nt]?|itte?n?)|dementier\w+|leugne\w*|geleugnet|verneint\w*|zurückgewiesen|abgestritten|"
    r"w(?:ies(?:en)?|eist|eisen)(?=\s.*\bzurück\b))\b"
)
"""Before what somebody is told not to have said or done, as he says."""
_BEFORE = 60  # characters before a quotation in which a question is announced
_CLAUSE = 160  # characters of that clause at most
_END = re.compile(r"[.!?]\s|\n")
_WORD = re.compile(r"\w+")
_BLOCK = re.compile(r":[^\S\n]*\n+(?P<words>[^\n]+)")


def find(doc: Doc, article: Article, cited: Sequence[Citation] = ()) -> list[Quote]:
    """Quotations of `article` in order of their start.

    Args:
        doc: its text with names, sentences and vectors.
        cited: the media that it names.
    """
    return assemble(doc, article, tagger.tag(doc), cited)


def assemble(doc: Doc, article: Article, tags: Tags, cited: Sequence[Citation] = ()) -> list[Quote]:
    """The quotations for given tags.

    A direct quotation is three words and more in marks that are no name or title, a paragraph that somebody is said to
    say, or an answer in an interview; an indirect one is the reported words of one sentence; a partial one is one or
    two words in marks that somebody says or chose. Where a medium is named for words in marks and their sentence also
    tells who spoke, that is the speaker, via the medium.
    """
    text = article.text
    quoted = Quoted(doc, tags)
    turns = {(turn.start, turn.end): (turn.who_start, turn.who_end) for turn in answers(doc)}
    marked = [span for span in quoted.direct if not overlapping(list(turns), span)]
    direct = sorted([*turns, *marked, *_announced(doc, tags, sorted([*turns, *marked]))])
    by_kind = {DIRECT: direct, INDIRECT: sorted(_answered(text, reported(doc, tags, direct))), PARTIAL: quoted.partial}
    spans = sorted((*span, kind) for kind, found in by_kind.items() for span in found)
    sentence_of = sentences(doc)
    speakers = Speakers(doc, tags, direct, cited)
    media = [(row.start, row.end, row) for row in cited]
    quotes = []
    told_by: dict[Span | None, str] = {}
    for start, end, kind in spans:
        who = turns.get((start, end))
        told = (start, end) if kind == INDIRECT else next(iter(overlapping(by_kind[INDIRECT], (start, end))), None)
        said = Speaker(*who, *who) if who else speakers.of(start, end, told)
        if kind == PARTIAL and overlapping([(start, end)], (said.words_start, said.words_end)):
            continue  # "der „neue“ Kanzler sagte"
        if kind == INDIRECT and _BRINGS_ABOUT.fullmatch(text, said.cue_start, said.cue_end):
            continue
        is_told = kind != INDIRECT or said.start >= 0 or said.cue_start >= 0
        if not (is_told or _SAID.search(text, start, end) or POINTS_BACK.match(text, end)):
            continue
        is_beside = sentence_of(start) <= sentence_of(said.words_start) <= sentence_of(end - 1)
        named = _named(text, said, is_beside=is_beside)
        medium = next((row for *_, row in overlapping(media, (said.start, said.end))), None)
        via = ""
        if medium and kind != INDIRECT and (source := speakers.behind((said.start, said.end), start, end)):
            said, via = said._replace(start=source[0], end=source[1]), medium.text
        elif medium and kind == INDIRECT:
            told_by[start, end] = medium.text
        elif not medium:
            via = told_by.get(told, "")
        if not via and said.cue_start >= 0:
            via = told_to(text, (said.cue_start, said.cue_end), media)
        quotes.append(
            Quote(
                article_id=article.id,
                sentence_id=sentence_of(start),
                start=start,
                end=end,
                kind=kind,
                text=text[start:end],
                speaker=text[said.start : said.end] if said.start >= 0 else "",
                speaker_start=said.start,
                speaker_end=said.end,
                words_start=said.words_start,
                words_end=said.words_end,
                via=via,
                cue=text[said.cue_start : said.cue_end] if said.cue_start >= 0 else _denial(text, kind, start),
                named=named,
            )
        )
    return _told_elsewhere(quotes, text)


def _denial(text: str, kind: str, start: int) -> str:
    """The verb of the clause before that denies what is reported: "bestritt, Geld genommen zu haben"; empty if none."""
    before = _END.split(text[max(0, start - _CLAUSE) : start])[-1]
    denials = _DENIES.findall(before) if kind == INDIRECT else []
    return denials[-1] if denials else ""


def _told_elsewhere(quotes: Sequence[Quote], text: str) -> list[Quote]:
    """The quotations, those of which nothing near tells who says them, or no cue, by whoever is said to say the same
    words elsewhere, as of a headline; the former by whoever says what goes on in the next paragraph."""
    said: dict[tuple[str, ...], Quote] = {}
    for quote in sorted(quotes, key=lambda quote: not quote.cue):
        if quote.speaker and quote.kind != INDIRECT:
            words = _words(quote)
            for at in range(len(words) - MIN_WORDS + 1):
                said.setdefault(tuple(words[at : at + MIN_WORDS]), quote)
    found = list(quotes)
    for at in reversed(range(len(found))):
        quote = found[at]
        if (quote.speaker and quote.cue) or quote.kind == INDIRECT:
            continue
        words = _words(quote)
        told = said.get(tuple(words[:MIN_WORDS]))
        if told and (" ".join(words) not in " ".join(_words(told)) or (quote.speaker and not told.cue)):
            told = None
        following = next((other for other in found[at + 1 : at + 2] if other.start > quote.end), None)
        goes_on = following and following.kind != INDIRECT and not quote.speaker
        if following and goes_on and not _WORD.search(text, quote.end, following.start):
            told = told or following
        if told and told.speaker:
            who = told.speaker, told.speaker_start, told.speaker_end
            found[at] = quote._replace(
                speaker=who[0], speaker_start=who[1], speaker_end=who[2], via=told.via, named=CONTEXT
            )
    return found


def _words(quote: Quote) -> list[str]:
    return [word.lower() for word in _WORD.findall(quote.text)]


def _answered(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Reported words without the question before an answer, which others asked."""
    for start, end in spans:
        asked = _ASKED.search(text, max(0, start - _BEFORE), end)
        if not (asked and asked.start() <= start):
            yield start, end
        elif answer := _ANSWERS.search(text, start, end):
            yield answer.end(), end


def _named(text: str, said: Speaker, *, is_beside: bool) -> str:
    """How the text names a speaker."""
    if said.start < 0:
        return ""
    if said.words_end <= said.start or said.end <= said.words_start:
        return PRONOUN if text[said.words_start : said.words_end].lower() in PRONOUNS else DESCRIPTION
    return BESIDE if is_beside else CONTEXT


def _announced(doc: Doc, tags: Tags, direct: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Offsets of paragraphs without marks that are quoted as a whole: before them "Holm schrieb auf Twitter:"; none
    that begins to tell of whoever is named there."""
    text = doc.text
    starts = np.array([doc[int(token)].idx for token in tags.tokens])
    saying = 1 - tags.scores[:, [Role.CUE, Role.SPEAKER], 0].min(axis=1)
    begins = [sentence.start_char for sentence in doc.sents]
    found = []
    for block in _BLOCK.finditer(text):
        start, end = block.span("words")
        if closing := re.search(f"[{DOUBLE}]", text[start:end]):
            end = start + closing.start()
        before = begins[sentence_at(begins, block.start())]
        first, last = np.searchsorted(starts, [before, block.start()])
        is_announced = bool((saying[first:last] > _ANNOUNCED).any()) and not overlapping(direct, (start, end))
        names = [ent[-1].text for ent in doc.ents if ent.label_ == "PER" and before <= ent.start_char < block.start()]
        is_announced &= not any(re.match(rf"(?:\w+\s)?{re.escape(name)}\b", text[start:end]) for name in names)
        if is_announced and len(text[start:end].split()) >= MIN_WORDS:
            found.append((start, start + len(text[start:end].rstrip())))
    return found


def sentences(doc: Doc) -> Callable[[int], int]:
    """The number of the sentence in which an offset stands."""
    starts = [sentence.start_char for sentence in doc.sents]
    return lambda at: sentence_at(starts, at)
