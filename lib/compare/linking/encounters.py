"""What a sentence tells of two persons who met somewhere or signed a paper."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations, product
from typing import NamedTuple

from babel import Locale

from lib.article import Annotation
from lib.compare.entities.countries import country_of
from lib.compare.entities.known import find
from lib.compare.linking.dates import DayNumbers, days_of
from lib.compare.linking.reasons import Place
from lib.schema import Mention, Sentence

_YEAR, _MONTH = 366, 31  # days
_ASIDE = 40  # characters of what is said of a person between commas
_MET = re.compile(
    r"\b(?:traf(?:en)?|getroffen|empfing(?:en)?|empfangen|besucht(?:en?)?|begegnet(?:en?)?"
    r"|zusammen(?:gekommen|getroffen|traf(?:en)?|kam(?:en)?)|kam(?:en)?\b.* zusammen"
    r"|führten?\b.* [\w-]*[gG]espräche?|[\w-]*[gG]espräche? .*geführt"
    r"|(?P<spoke>sprach(?:en)?|gesprochen|beriet(?:en)?|beraten))\b"
)
_SIGNED = re.compile(
    r"\b(?:unterzeichnet(?:en?)?|unterschrieb(?:en)?|besiegelt(?:en?)?|(?:ab)?geschlossen|schloss(?:en)?)\b"
)
_TREATY, _LETTER = r"(?:vertr[aä]g|pakt|abkommen|vereinbarung)(?:e?[esn])?", r"(?:erklärung|memorandum)s?"
_PAPER = re.compile(
    rf"(?i:(?P<treaty>{_TREATY})|{_LETTER})\b(?: (?:über|zu[mr]?|für|gegen) (?:[a-zäöüß]+ )*(?P<of>[A-ZÄÖÜ]\w+))?"
)
"""What is signed, and what it is of: "Abkommen über den Handel"."""
_HIT = re.compile(
    r"Entscheid|Beschl[uü]|Maßnahme|Vorsorge|Vorkehrung|Verabredung|Absprache|Urteil|Aussage|Kugel|Sch[uü]ss|Schlag|Blitz|"
    r"\b(?:Wahl|Ball|Tore?|Pfosten|Latte|Eck|zum \d)\b|[Ss]piel|Treffer|Minute|Halbzeit|Elfmeter|Doppelpass|Vorlage|"
    r"Interview|Zeitung|Sender|Magazin|Presse|Journalist|Reporter|[Tt]elefon|[Cc]up\b|[Pp]okal|[Ff]inale?\b|\bTon\b"
)
"""What is decided or hit and not met ("traf die Entscheidung"), and a talk with the press."""
_NOT = re.compile(
    r"\b(?:nicht|nichts|nie|weder|kein\w*|ohne|(?:ver)?weiger\w*|will|woll\w+|soll\w*|könn\w+|möcht\w+|wird|werden?|"
    r"würden?|müss\w+|hätten?|wären?|zu (?:treff|unter|empfang|sprech|besuch)\w+|ebenfalls|zudem|außerdem|weiter\w*)\b",
    re.IGNORECASE,
)
"""What is not, not yet, or one more."""
_BACK = re.compile(r"\b(?:hatten?|zuletzt|zuvor|damals|einst|früher|bereits|schon|erst)\b")
"""Where what is told without a time is not of these days."""
_KIND = (
    r"(?:[Rr]egion|[Ss]tadt|[\w-]*stadt|[Pp]rovinz|[Gg]ebiet|[Ii]nsel|[\w-]*insel|[Ff]lughafen|[\w-]*bahnhof|[Ss]chloss|"
    r"[\w-]*palast|[\w-]*ort|[\w-]*hafen|[\w-]*staat|[Ff]estung|[\w-]*sitz|[\w-]*stützpunkt|[Kk]osmodrom)"
)
_WHERE = re.compile(
    rf"\b(?:[Ii][nm]|[Aa]m|[Aa]uf|[Bb]ei|[Nn]ahe)(?: (?:der|dem|einem|einer))?(?: [a-zäöüß-]+e[nrm])?(?: {_KIND})? $"
)
"""Before the name of a place where something is: "in der russischen Region ", "auf dem Flughafen "."""
_TWO_OF_THEM, _EACH_OTHER = re.compile(r"\b[Bb]eiden?\b"), re.compile(r"\b(?:sich|(?:mit)?einander|zusammen\w*)\b")
_WITH = re.compile(r"\bmit\b(?P<whom>.{0,60})")
_ABOUT = re.compile(r"\b(?:über|in|auf|bei|an|zu|um|für)\b")
"""With whom somebody speaks, and what stands behind them: "mit Holm über Brook"."""
_MONTHS = tuple(re.compile(rf"\b{name}s?\b") for name in Locale("de").months["format"]["wide"].values())
_TO = re.compile(r"\b[Nn]ach $")
"""Before where somebody goes, to meet somebody there."""
_BLANK = re.compile(r"\s")
_TWO = 2


class Paper(NamedTuple):
    """What was signed: whether it is a treaty, and what it is of, if that is told."""

    is_treaty: bool
    matter: str


class Where(NamedTuple):
    """Names of places; the countries that are named or that hold them; and those that are themselves the place."""

    places: frozenset[str]
    countries: frozenset[str]
    whole: frozenset[str]

    def has(self, other: "Where") -> bool:
        """Whether a place is of both; a country holds its cities and regions."""
        return bool(self.places & other.places or self.whole & other.countries or other.whole & self.countries)


class Encounter(NamedTuple):
    """What a clause tells of persons who met or signed.

    Attributes:
        pairs: who did with whom.
        met: whether they met.
        where: they met.
        papers: that they signed.
        looks_back: whether it is told as past, so that without a time it is not of these days.
        times: that the sentence names, no longer than a year.
        months: numbers of those among them, and of what it calls by the name of a month.
    """

    pairs: frozenset[frozenset[str]]
    met: bool
    where: Where
    papers: tuple[Paper, ...]
    looks_back: bool
    times: tuple[DayNumbers, ...]
    months: frozenset[int]

    def may_be(self, other: "Encounter") -> bool:
        """Whether both may be one: of the same two, at one place or of one paper, and in no other month."""
        if not self.pairs & other.pairs or (self.months and other.months and not self.months & other.months):
            return False
        same = [(one, two) for one in self.papers for two in other.papers if one.is_treaty == two.is_treaty]
        signed = any(not (one.matter and two.matter) or one.matter == two.matter for one, two in same)
        return signed or (self.met and other.met and self.where.has(other.where))

    def has_matter(self) -> bool:
        return any(paper.matter for paper in self.papers)


def encounters(annotation: Annotation, persons: Mapping[Place, frozenset[str]]) -> Iterator[tuple[Place, Encounter]]:
    """The encounters that an article tells of, with their sentences.

    Args:
        persons: names of the persons that each sentence mentions; "beide" are those of the sentence before.
    """
    mentions: dict[Place, list[Mention]] = {}
    for mention in annotation.mentions:
        mentions.setdefault((mention.article_id, mention.sentence_id), []).append(mention)
    times: dict[Place, list[DayNumbers]] = {}
    for value in annotation.values:
        if days := days_of(value, _YEAR):
            times.setdefault((value.article_id, value.sentence_id), []).append(days)
    before: frozenset[str] = frozenset()
    for sentence in annotation.sentences:
        place = sentence.article_id, sentence.sentence_id
        who = persons.get(place) or (before if len(before) == _TWO else frozenset())
        if len(who) >= _TWO and (found := _in(sentence, mentions.get(place, []), who, times.get(place, []))):
            yield place, found
        before = who


def _in(
    sentence: Sentence, mentions: Sequence[Mention], persons: frozenset[str], times: Sequence[DayNumbers]
) -> Encounter | None:
    """The first encounter of two of some persons in a sentence."""
    text = _BLANK.sub(" ", sentence.text)
    named = [(one.start - sentence.start, one.end - sentence.start) for one in mentions if one.label == "PER"]
    for first, last in _clauses(text, named):
        clause = text[first:last]
        met = bool(_MET.search(clause)) and not _HIT.search(text)
        papers = tuple(
            Paper(bool(paper["treaty"]), paper["of"] or "") for paper in _PAPER.finditer(text) if _SIGNED.search(clause)
        )
        if not _NOT.search(clause) and (pairs := _pairs(clause, text, persons, met=met, signed=bool(papers))):
            there = [
                mention
                for mention in mentions
                if first <= mention.start - sentence.start < last
                if _is_where(text[: mention.start - sentence.start], clause)
            ]
            months = {date.fromordinal(start).month for start, end in times if end - start < _MONTH}
            months |= {number for number, month in enumerate(_MONTHS, 1) if month.search(clause)}
            back = bool(_BACK.search(clause))
            return Encounter(pairs, met, _where(there), papers, back, tuple(times), frozenset(months))
    return None


def _pairs(clause: str, text: str, persons: frozenset[str], *, met: bool, signed: bool) -> frozenset[frozenset[str]]:
    """Who met or signed with whom in a clause of a text, of persons whom the text means by their names or otherwise."""
    surnames = {name: name.split()[-1] for name in persons}
    by_name = {name for name in persons if surnames[name] in clause or surnames[name] not in text}
    who = persons if _TWO_OF_THEM.search(clause) else frozenset(by_name)
    pairs = frozenset(map(frozenset, combinations(who, _TWO)))
    if signed or not met:
        return pairs if signed else frozenset()
    met_by = _MET.search(clause)
    heard = _WITH.search(clause) if met_by and met_by["spoke"] else None
    if not heard:
        return pairs if met_by and met_by["spoke"] else pairs - _side_by_side(clause, surnames, who)
    whom, *about = _ABOUT.split(heard["whom"], maxsplit=1)
    listen = {name for name in who if surnames[name] in whom}
    speak = {name for name in who - listen if not any(surnames[name] in words for words in about)}
    return pairs & frozenset(frozenset(pair) for pair in product(speak, listen)) if listen else frozenset()


def _side_by_side(clause: str, surnames: Mapping[str, str], who: frozenset[str]) -> frozenset[frozenset[str]]:
    """Those two of some persons who meet somebody else: "Holm und Brook trafen Kolb", not "trafen sich"."""
    names = {surname: name for name, surname in surnames.items() if name in who}
    if _EACH_OTHER.search(clause) or not names:
        return frozenset()
    known = "|".join(map(re.escape, names))
    both = re.compile(rf"\b({known})(?: \([^)]*\))? und (?:[\w-]+ ){{0,4}}?({known})\b")
    return frozenset(frozenset((names[one], names[other])) for one, other in both.findall(clause))


def _is_where(before: str, clause: str) -> bool:
    """Whether the place behind some words is where something is: "in Kiel", "nach Kiel, und traf dort"."""
    return bool(_WHERE.search(before) or (" dort " in clause and _TO.search(before)))


def _where(mentions: Sequence[Mention]) -> Where:
    """The place that some mentions of places, or of what is derived from them, say."""
    country = {mention: country_of(mention.text) for mention in mentions if mention.label in {"LOC", "NORP"}}
    whole = {name for mention, name in country.items() if mention.label == "LOC" and mention.text == name}
    known = {mention: find(mention.text) for mention in country}
    places = {
        part
        for mention, listed in known.items()
        if mention.label == "LOC" and not (listed and listed.table == "countries")
        for part in mention.text.split("/")
    }
    return Where(frozenset(places), frozenset(filter(None, country.values())), frozenset(whole))


def _clauses(text: str, persons: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end; the name of a person between commas is none of its own, nor what
    is said of one between them."""
    first, aside = 0, -_ASIDE
    for comma in re.finditer(r"[,;:–]", text):
        at = comma.start()
        if any(start - 2 <= at <= end for start, end in persons):
            aside = at
        elif at - aside < _ASIDE:
            aside = -_ASIDE
        else:
            yield first, at
            first = comma.end()
    yield first, len(text)
