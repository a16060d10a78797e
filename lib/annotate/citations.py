"""Agencies and media that an article leans on, where its text names them as where something is from.

An agency counts wherever it is named, credits included; another medium only where a word beside it says that it
reported something or that somebody spoke to it. Names that are words as well ("Bild", "Welt") or belong to others too
need quotation marks, a noun such as "Zeitung", or that word right before them. The outlets of the corpus are known as
well as those of the list.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from lib.annotate.times.calendar import MONTHS, WEEKDAYS
from lib.article import Article, sentence_at
from lib.nominative import nominative
from lib.schema import Citation

_LISTED = "media.csv"
AGENCY, MEDIUM = "agency", "medium"
_NOUN = (
    r"(?:[A-ZÄÖÜ][\w-]{0,40})?(?:[Zz]eitung(?:en)?|[Mm]agazins?|[Ss]enders?|[Bb]latt(?:e?s)?|[Pp]ortals?|[Aa]gentur(?:en)?"
    r"|[Tt]ageblatt|[Rr]undfunks?|[Nn]achrichtenseite)"
)
"""What a medium is called before its name: "die Zeitung", "der Nachrichtensender"."""
_OPEN, _CLOSE = '[„“"»›‚«]', '[“”"«‹’»]'
_NO_NAME = re.compile(rf"\d+$|(?<!{_OPEN})(?:Anfang|Mitte|Ende|{'|'.join((*MONTHS, *WEEKDAYS))})\b", re.IGNORECASE)
"""What may stand where the name of a medium does: "sagte er der Zeitung Mitte August", not "die Zeitung „Mai-Bote“"."""
_SOME_AGENCY = re.compile(rf"\bAgentur {_OPEN}?$")
_CUES = (
    r"\b(?:laut|zufolge|nach (?:Informationen|Angaben|Recherchen|einem Bericht)|unter Berufung auf|mit Verweis auf"
    r"|gegenüber|(?:in|mit) (?:einem|dem) (?:Interview|Gespräch)|Interview|im Gespräch mit|berief sich auf"
    r"|Bericht(?:en?)?|berichte[nt]?e?n?|melde(?:t|te|ten)|(?-i:schr(?:eib|ieb)(?:t|en)?)|zitier(?:t|te|ten)|veröffentlichten?|sagten?"
    r"|erklärten?|bestätigten?|teilten?|verriet(?:en)?|erfuhr(?:en)?|so (?:die|der|das)|erzählten?|betonten?"
    r"|Quellen?(?=:))\b"
)
_CUE = re.compile(_CUES, re.IGNORECASE)
_MEANT = re.compile(
    rf"(?:{_OPEN}|\b{_NOUN} |(?i:{_CUES}) (?:[\w-]+ ){{0,2}}(?:der|die|das|dem|des) "
    r"|\b(?:[Ll]aut|Quellen?:|[Bb]ericht(?:e?s)? von) )$"
)
"""What stands before a name that is a word as well, where the medium is meant."""
_BESIDE = (
    (re.compile(r"\bha(?:t|tte) d(?:er|ie|as) $"), re.compile(r" (?:berichtet|gemeldet|geschrieben)\b")),
    (re.compile(r", so d(?:er|ie|as) $"), re.compile(r"[.,;:!?]|$")),
    (re.compile(r"\b[Ww]ie d(?:er|ie|as) $"), re.compile(r"(?: \w+){0,2} (?:berichtete?|meldete?|schreibt|schrieb)\b")),
    (
        re.compile(r"(?:^|[.!?:]\s)D(?:er|ie|as) $", re.MULTILINE),
        re.compile(r"(?: \w+){0,4} (?:berichtete?|gemeldet|meldete?|schreibt|schrieb)\b"),
    ),
)
"""What stands before and behind such a name: "das hatte die Welt berichtet", "..., so die Welt."."""
_RIGHT_BEFORE = re.compile(rf"\s(?:{_NOUN}\s)?{_OPEN}?")
"""What may stand between "so die" and a medium that says so; farther away the two words mean something else."""
_REACH = 80  # characters beside a name, within its sentence, in which a cue is looked for
_WORD = r"(?:[A-ZÄÖÜ](?:[\w.-]*\w)?|\d\d?)(?!\w)"
_NAMED = rf"{_WORD}(?: (?:(?:de|della|le|la) )?{_WORD}){{0,4}}"
_QUOTED_NAME = re.compile(rf"(?P<noun>\b{_NOUN} )?{_OPEN}(?P<name>{_NAMED}){_CLOSE}")
_CALLED = re.compile(
    rf"\b(?:[Dd](?:er|ie|as|em|en|es)|[Ee]iner) (?:[a-zäöüß-]+e[nrms]? ){{0,2}}{_NOUN} (?P<name>{_NAMED})"
)
_HYPHENED = re.compile(
    r"\b[Dd](?:er|ie|as|em|en|es) (?!(?:Online|Tages|Wochen|Sonntags|Boulevard|Lokal|Internet|Partei|Staats|Schüler)-)"
    r"(?P<noun>)(?P<name>[A-ZÄÖÜ][a-zäöüß]+-(?:Zeitung|Anzeiger|Rundschau|Tageblatt))(?![\w-])"
)
"""Such a name behind an article, without a noun for what it is."""
_ENDING = re.compile(
    r"(?:zeitung|nachrichten|anzeiger|tageblatt|tagblatt|post|presse|kurier|rundschau|blatt|magazin|times|news|rundfunk"
    r"|journal|tribune|morgenpost|abendblatt|echo|volksstimme|boten?|radio|tv)$",
    re.IGNORECASE,
)
"""How a newspaper or station is called that no list has."""
_QUOTES = re.compile(r"\bzitier(?:t|te|ten|en)\s$")
"""Before a medium and whom it quotes: "zitiert die Zeitung Bekannte"."""
_OUTLET = re.compile(r"[A-ZÄÖÜ][\w-]{2,}(?: (?:[A-ZÄÖÜ][\w-]*|an|am|der|des|für|im|und|von)){0,5}")
"""Outlets of the corpus that go by a name, not by a web address."""
_ADJECTIVE = re.compile(r"\b([A-ZÄÖÜ][a-zäöüß]{2,})e[rs]?(?= )")
"""What has other endings in other cases, in the name of an outlet: "Freie Warte", "der Freien Warte"."""
_IN_PARENTHESES = re.compile(r"\(([^()]{2,60})\)")
_PART = re.compile(r"(?:und )?(?P<name>[^\s/,;+&]+(?: (?!und )[^\s/,;+&]+){0,3})")
"""One of a list of agencies and initials: "har, dpa", "APA/sid und kna"."""
_INITIALS = re.compile(r"[a-zäöüß]{1,5}")
_BODY = re.compile(
    r"\b(?=[A-ZÄÖÜ])\w*(?i:bund|verband|verein|gesellschaft|partei|club|klub|amt|institut|union|liga)(?:e?s)? \($"
)
"""Before the abbreviation of a body, which an agency may have too: "des Norder Turnerbundes (NTB)"."""


class Medium(NamedTuple):
    """One line of the list."""

    name: str
    kind: str


class Form(NamedTuple):
    """A form of a medium's name."""

    medium: Medium
    is_word: bool
    """Whether it means other things as well."""


Name = tuple[int, int, Medium]
"""Offsets of what may be the name of a medium."""


@cache
def listed() -> dict[str, Form]:
    """Known agencies and media by each of their forms."""
    text = files("lib.annotate").joinpath(_LISTED).read_text(encoding="utf-8")
    return {
        form: Form(Medium(row["name"], row["kind"]), column == "words")
        for row in csv.DictReader(text.splitlines())
        for column in ("forms", "words")
        for form in row[column].split(";")
        if form
    }


@cache
def _pattern() -> re.Pattern[str]:
    forms = "|".join(re.escape(form) for form in sorted(listed(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w]|-[A-ZÄÖÜa-zäöü]|\.\w)")


@cache
def _agencies() -> dict[str, Form]:
    """Agencies by their forms in small letters, in which credits have them."""
    return {form.casefold(): known for form, known in listed().items() if known.medium.kind == AGENCY}


def find(article: Article, starts: Sequence[int], named: Iterable[Name] | None = None) -> list[Citation]:
    """Citations of an article in order.

    Args:
        starts: offsets at which its sentences begin.
        named: what `names` gives for its text, where that is known.
    """
    text = article.text
    found: dict[tuple[int, int], Citation] = {}
    taken = bytearray(len(text))
    mentioned = list(names(text) if named is None else named)
    asking = _asking(text, mentioned)
    for start, end, medium in mentioned:
        sentence_id = sentence_at(starts, start)
        begin = starts[sentence_id] if starts else 0
        stop = starts[sentence_id + 1] if sentence_id + 1 < len(starts) else len(text)
        cue = "" if start in asking else _cue(text, start, end, begin, stop)
        if (cue or _is_known_agency(medium, text, start)) and not any(taken[start:end]):
            taken[start:end] = b"\1" * (end - start)
            found[start, end] = Citation(
                article.id, sentence_id, start, end, text[start:end], medium.name, medium.kind, cue
            )
    return [found[span] for span in sorted(found)]


def _asking(text: str, named: Iterable[Name]) -> set[int]:
    """Where a medium asks in an interview, as it does more than once: "Elbkurier: Was melden die Häfen?"."""
    begins: dict[str, set[int]] = defaultdict(set)
    for start, end, medium in named:
        if text.startswith(":", end) and text[start - 1 : start] in {"", "\n"}:
            begins[medium.name].add(start)
    return {start for starts in begins.values() if len(starts) > 1 for start in starts}


def _is_known_agency(medium: Medium, text: str, start: int) -> bool:
    """Whether a medium is an agency for news; others are agencies too, for concerts or for work."""
    is_listed = medium in {form.medium for form in _agencies().values()}
    return medium.kind == AGENCY and (is_listed or not _SOME_AGENCY.search(text, max(0, start - _REACH), start))


def names(text: str, outlets: Iterable[str] = ()) -> Iterator[Name]:
    """Names that may be those of media, with their offsets; listed ones first, then those of outlets of the corpus."""
    matches = list(_pattern().finditer(text))
    genitives = {form for form in {match[0] for match in matches} if _is_genitive(form, text)}
    for match in matches:
        medium, is_word = listed()[match[0]]
        is_clear = not (is_word or match[0] in genitives) or _is_meant(match)
        if is_clear and not _abbreviates(text, *match.span()):
            yield *match.span(), medium
    yield from _credits(text)
    for outlet in outlets:
        yield from _of_outlet(text, outlet)
    named = [(match, bool(match["noun"])) for shape in (_QUOTED_NAME, _HYPHENED) for match in shape.finditer(text)]
    for match in _CALLED.finditer(text):
        named.append((match, not _QUOTES.search(text, max(0, match.start() - _REACH), match.start())))
    for match, is_called in named:
        name = match["name"].rstrip(".")
        span = match.start("name"), match.start("name") + len(name)
        if (is_called or _ENDING.search(name)) and name not in listed() and not _NO_NAME.match(text, *span):
            agency = "gentur" in text[match.start() : match.start("name")]
            usual = nominative(name)  # "der Moorauer Neuesten Nachrichten"
            medium = listed()[usual].medium if usual in listed() else Medium(usual, AGENCY if agency else MEDIUM)
            yield *span, medium


def _credits(text: str) -> Iterator[Name]:
    """Agencies in parentheses that hold nothing but agencies and initials, one at least that cannot be somebody's
    initials: "(har, dpa, ap)"."""
    for match in _IN_PARENTHESES.finditer(text):
        parts = list(_PART.finditer(text, match.start(1), match.end(1)))
        agencies = [_agencies().get(part["name"].casefold()) for part in parts]
        both = list(zip(agencies, parts, strict=True))
        is_list = all(agency or _INITIALS.fullmatch(part["name"]) for agency, part in both)
        is_clear = any(agency and (not agency.is_word or part["name"].isupper()) for agency, part in both)
        if is_list and is_clear and not _abbreviates(text, *match.span(1)):
            yield from ((*part.span("name"), agency.medium) for agency, part in both if agency)


def _abbreviates(text: str, start: int, end: int) -> bool:
    """Whether capitals in brackets are short for the body before them, which is no agency."""
    return text[start:end].isupper() and _BODY.search(text, max(0, start - _REACH), start) is not None


def _of_outlet(text: str, outlet: str) -> Iterator[Name]:
    """An outlet of the corpus, whatever the endings of its adjectives ("der Freien Warte"); one that does not sound
    like one ("Der Freitag") must be meant as one."""
    if outlet.rpartition(" ")[2] not in text or not _OUTLET.fullmatch(outlet) or outlet in listed():
        return
    shape = _ADJECTIVE.sub(r"\1e[nrs]?", re.escape(outlet).replace(r"\ ", " "))
    is_word = outlet.startswith(("Der ", "Die ", "Das ")) or not _ENDING.search(outlet)
    for match in re.finditer(rf"(?<![\w-]){shape}s?(?![\w-])", text):
        if not is_word or _is_meant(match):
            yield *match.span(), Medium(outlet, MEDIUM)


def _is_meant(match: re.Match[str]) -> bool:
    """Whether a medium is meant by a name that is a word as well, as the words before and behind it tell."""
    text, start = match.string, max(0, match.start() - _REACH)
    beside = (before.search(text, start, match.start()) and after.match(text, match.end()) for before, after in _BESIDE)
    return any(beside) or _MEANT.search(text, start, match.start()) is not None


def _is_genitive(form: str, text: str) -> bool:
    """Whether a name may be the genitive of one that the text has too: "ein Sieg Reuters" of Jan Reuter."""
    return form.endswith("s") and bool(re.search(rf"(?<![\w-]){re.escape(form[:-1])}(?![\w-])", text))


def _cue(text: str, start: int, end: int, begin: int, stop: int) -> str:
    """The word nearest to a name, within its sentence, that says that the medium is cited; empty if there is none."""
    first, last = max(begin, start - _REACH), min(stop, end + _REACH)
    before = [
        cue
        for cue in _CUE.finditer(text, first, start)
        if not cue[0].lower().startswith("so ") or _RIGHT_BEFORE.fullmatch(text, cue.end(), start)
    ]
    after = _CUE.search(text, end, last)
    if before and (not after or start - before[-1].end() <= after.start() - end):
        return before[-1][0]
    return after[0] if after else ""
