"""Persons who speak for a link: the same two met at one place, or signed one paper, as two sentences tell.

Articles that look back on it in passing share few other words, so that the models see little in common: "Kim sprach in
Russland mit Putin", "Putin und Kim trafen sich zuletzt in Wladiwostok". What articles of one day tell the models see
themselves.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from scipy.sparse import csr_matrix

from lib.article import Annotation, Article
from lib.compare.entities.countries import country_of
from lib.compare.entities.known import find
from lib.compare.linking.dates import Days, days_of, have_common
from lib.compare.linking.model import FARTHEST
from lib.compare.linking.reasons import Place
from lib.compare.linking.story import Story
from lib.schema import Mention, Sentence

TOGETHER = 0.7
"""What such a link scores at least."""
_LEAST = 0.08
"""The score from which it is raised where no time tells that both are of one."""
_RECENT = 7  # days
"""How far back lies what an article tells without a time."""
_YEAR = 366  # days
_MET = re.compile(
    r"\b(?:trafen?|getroffen|empfing(?:en)?|empfangen|besuchten?|begegnet(?:en?)?|zusammen(?:gekommen|getroffen|trafen?|kamen?)"
    r"|kamen?\b.* zusammen|sprach(?:en)?\b.* mit|mit\b.* (?:ge)?sprachen?|mit\b.* gesprochen"
    r"|führten?\b.* [\w-]*[gG]espräche?|[\w-]*[gG]espräche? .*geführt)\b"
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
    r"Interview|Zeitung|Sender|Magazin|telefon"
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
_BEIDE = re.compile(r"\b[Bb]eiden?\b")
_BOTH = 2
_TO = re.compile(r"\b[Nn]ach $")


@dataclass(slots=True)
class _Told:
    """What a clause tells of persons who met or signed: places, the countries that are named or that hold them, those
    of them that are named as the place, kinds and matters of papers, and days."""

    who: frozenset[str]
    met: bool
    signed: bool
    is_past: bool
    places: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    kinds: set[bool] = field(default_factory=set)
    matters: set[str] = field(default_factory=set)
    times: list[Days] = field(default_factory=list)

    def is_of(self, other: "_Told") -> bool:
        """Whether both may be of one meeting or paper: a country holds its cities and regions."""
        if len(self.who & other.who) < 2:
            return False
        is_there = self.places & other.places or self.whole & other.countries or other.whole & self.countries
        is_that = self.kinds & other.kinds and (not (self.matters and other.matters) or self.matters & other.matters)
        return bool((self.signed and other.signed and is_that) or (self.met and other.met and is_there))


def told_together(
    story: Story,
    scores: csr_matrix,
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    persons: Mapping[Place, frozenset[str]],
) -> csr_matrix:
    """The scores, those raised of two sentences that tell of a meeting of the same two at one place, or of a paper
    that the same two signed, unless they tell of it at other times. Those of articles whose days are known must tell of
    one time.

    Args:
        scores: as from `model.pair_scores`.
        articles, annotations: the story's, in the same order.
        persons: names of the persons that each sentence mentions.
    """
    told: dict[Place, _Told] = {}
    for annotation in annotations:
        told |= _told(annotation, persons)
    around = {article.id: _around(article.published) for article in articles}
    places = [(sentence.article_id, sentence.sentence_id) for sentence in story.sentences]
    found = scores.tolil(copy=True)
    for i, j in combinations([row for row, place in enumerate(places) if place in told], 2):
        one, other = told[places[i]], told[places[j]]
        if story.article[i] == story.article[j] or not one.is_of(other):
            continue
        days = story.days[story.article[i], story.article[j]]
        times, others = one.times, other.times
        if days > FARTHEST:
            times = times or ([] if one.is_past else around[places[i][0]])
            others = others or ([] if other.is_past else around[places[j][0]])
        if have_common(times, others) if times and others else (days < 0 and found[i, j] >= _LEAST):
            found[i, j] = found[j, i] = max(found[i, j], TOGETHER)
    return found.tocsr()


def _told(annotation: Annotation, persons: Mapping[Place, frozenset[str]]) -> Iterator[tuple[Place, _Told]]:
    """The sentences of an article that tell of a meeting or signing and name two persons and more."""
    mentions: dict[Place, list[Mention]] = {}
    for mention in annotation.mentions:
        mentions.setdefault((mention.article_id, mention.sentence_id), []).append(mention)
    told: dict[Place, _Told] = {}
    last: frozenset[str] = frozenset()
    for sentence in annotation.sentences:
        place = sentence.article_id, sentence.sentence_id
        who = persons.get(place) or (last if len(last) == _BOTH else frozenset())
        if len(who) >= _BOTH and (one := _of(sentence, mentions.get(place, []), who)):
            told[place] = one
        last = who
    for value in annotation.values:
        place = value.article_id, value.sentence_id
        if place in told and (days := days_of(value, _YEAR)):
            told[place].times.append(days)
    yield from told.items()


def _of(sentence: Sentence, mentions: Sequence[Mention], persons: frozenset[str]) -> _Told | None:
    """What a sentence tells of two of some persons who met or signed in one of its clauses."""
    text = sentence.text
    named = [(one.start - sentence.start, one.end - sentence.start) for one in mentions if one.label == "PER"]
    for first, last in _clauses(text, named):
        clause = text[first:last]
        met = bool(_MET.search(clause)) and not _HIT.search(text)
        papers = list(_PAPER.finditer(text)) if _SIGNED.search(clause) else []
        if not (met or papers) or _NOT.search(clause):
            continue
        surnames = {name: name.split()[-1] for name in persons}
        by_name = {name for name in persons if surnames[name] in clause or surnames[name] not in text}
        who = persons if _BEIDE.search(clause) else frozenset(by_name)
        if len(who) < _BOTH:
            continue
        told = _Told(who, met, bool(papers), bool(_BACK.search(clause)))
        told.kinds = {bool(paper["treaty"]) for paper in papers}
        told.matters = {paper["of"] for paper in papers if paper["of"]}
        for mention in mentions:
            start = mention.start - sentence.start
            is_there = _WHERE.search(text[:start]) or (" dort " in clause and _TO.search(text[:start]))
            if first <= start < last and mention.label in {"LOC", "NORP"} and is_there:
                _add(told, mention)
        return told
    return None


def _add(told: _Told, mention: Mention) -> None:
    country = country_of(mention.text)
    told.countries |= {country} if country else set()
    if mention.label == "LOC" and mention.text == country:
        told.whole.add(country)
    elif mention.label == "LOC" and not ((known := find(mention.text)) and known.table == "countries"):
        told.places.add(mention.text)


def _clauses(text: str, persons: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end; the name of a person between commas is none of its own."""
    first = 0
    for comma in re.finditer(r"[,;:–]", text):
        if not any(start - 2 <= comma.start() <= end for start, end in persons):
            yield first, comma.start()
            first = comma.end()
    yield first, len(text)


def _around(published: str) -> list[Days]:
    if not published:
        return []
    day = date.fromisoformat(published[:10]).toordinal()
    return [(day - _RECENT, day)]
