"""Whom a pronoun or a description stands for: the person, body or medium named before that it fits best.

A description fits by what the article calls somebody ("Ministerin Brook", "Holm (SPD)") and, like a pronoun, by gender,
which titles and given names tell. Among those whom it fits, the one who spoke last or with whom a sentence begins is
preferred, and the nearer one (salience, as in Lappin and Leass 1994).
"""

import csv
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from spacy.tokens import Doc

from lib.annotate.citations import AGENCY
from lib.annotate.quotations.epithets import alike, epithet, party, traits
from lib.annotate.quotations.spans import Span, overlapping
from lib.article import sentence_at
from lib.schema import Citation

PRONOUNS = frozenset({"er", "sie", "es", "dieser", "diese", "ihm", "ihn", "ihr", "man"})
"""That may stand for a speaker."""
SPOKESPERSON = "sprecher"
"""Not the person named before, unless the article calls that person so."""
MALE, FEMALE = "male", "female"
_GIVEN_NAMES = "given_names.csv"
_GENDERS = {
    "sein": MALE,
    "er": MALE,
    "ihm": MALE,
    "ihn": MALE,
    "dieser": MALE,
    "sie": FEMALE,
    "ihr": FEMALE,
    "diese": FEMALE,
}
_REACH = 800
"""Characters before a pronoun or a description in which what it stands for may be named."""
_MENTIONS = 200
"""The most mentions before it that are looked at."""
_WORDS = 60
"""Characters beside a name in which words that belong to it stand."""
_SHORT = 4
"""Letters of a noun that many longer ones end in by chance."""
_LEAST = 1.0
"""Least fitness of what is taken."""
_FIT, _CALLED, _CALLED_ALIKE, _CALLED_MORE = 2.0, 5.0, 3.0, 2.0
_SAME_SIDE, _OTHER_SIDE, _SAME_GENDER, _HEARD, _BEGINS = 3.0, 5.0, 1.0, 0.45, 0.7
_OBLIQUE_CASE, _POSSESSOR, _QUOTED, _SENTENCE, _SENTENCES = 0.5, 2.0, 2.0, 0.5, 6
"""What speaks for and against a mention; chosen on the annotated articles."""
_NOUN = re.compile(r"[A-ZÄÖÜ][\w-]+|\d+-[Jj]ährige[nr]?")
_BEFORE = re.compile(r"([A-ZÄÖÜ][\w-]{3,})\s$")
_BEHIND = re.compile(
    r",\s(?!de[nm]\s)(?:der |die |eine? )?(?:[a-zäöüß-]+e[rn]? )?([A-ZÄÖÜ][\w-]{3,})(?![\w-]|\s[A-ZÄÖÜ])"
)
_FROM = r"(?<![\w-])((?:[a-zäöüß-]+isch|deutsch))e[nrms]?\s"
_ORIGIN, _ORIGIN_BESIDE = re.compile(rf"{_FROM}(?=[A-ZÄÖÜ])"), re.compile(rf"{_FROM}(?:[A-ZÄÖÜ][\w-]+\s){{0,2}}$")
"""Where somebody is from: "die estnische Ministerin"; before a name."""
_AFFILIATION = re.compile(r"\s\((?P<name>[A-ZÄÖÜ][\w/-]+|parteilos)(?:,[^)]*)?\)")
_OBLIQUE = re.compile(
    r"\b(?:über|mit|von|vom|an|am|für|gegen|bei|beim|zu|zum|zur|nach|um|durch|auf|des|dem|den|vor|wegen|ohne|statt)\s"
    r"(?:(?:der|die|das|den|dem|des)\s)?(?:[a-zäöüß-]+e[nrms]?\s)?(?:[A-ZÄÖÜ][\w-]+\s)?$"
)
_POSSESSION = re.compile(r"\s(?:[\"„»“][^\W\d]|[a-zäöüß-]+e[nrms]?\s[A-ZÄÖÜ]|[A-ZÄÖÜ])")
_OWNED = re.compile(r"\s[A-ZÄÖÜ][\w-]*[a-zäöüß]\b")
"""A noun right behind a name that is read nowhere without its s: "Holms Entwurf"."""
_OWNED_NOUN = re.compile(r"(?P<owner>[A-ZÄÖÜ][\w-]+)s\s(?:[a-zäöüß-]+er?\s)*(?P<noun>[A-ZÄÖÜ][\w-]+)")
"""A description that begins with whose it is."""
_POSSESSED = re.compile(
    r"\b(?!Kritik|Aussage|Äußerung|Ansicht|Angabe|Wort|Meinung|Vor[sw]|Brief|Schreiben|Rede|Forderung|Appell|Ankündigung|"
    r"Bericht|Einschätzung|Darstellung|Erklärung|Zitat|Tweet)[A-ZÄÖÜ][\w-]{2,}\s$"
)
"""What somebody has, but for what he says: "ein Foto Holms", not "die Kritik Holms"."""
_ENDING = re.compile(r"(?:innen|in|en|n|s)$")
_FEMININE = re.compile(r"[a-zäöüß]in$|^Frau$")
_WEAK = re.compile(r"(?:[Jj]ährige|vorsitzende|abgeordnete|beauftragte|oppositionelle)n$", re.IGNORECASE)
"""Behind "der" of a woman: "in einem Brief der 42-Jährigen"."""
_PERSON = re.compile(
    r"(?!.*(?:schaft(?:en)?|i(?:um|ums|en)|amt(?:e?s)?|ämter|rennen|schein)$)"
    r"(?:jährige|politiker|minister|präsident|chef|sprecher|kanzler|senator|vorsitzend|meister|expert|anw[aä]lt|forscher|"
    r"virolog|autor|unternehmer|premier|gründer|manager|abgeordnet|sekretär|kommissar|leiter|landr[aä]t|stadträt|führer|berater|"
    r"richter|direktor|professor|oberhaupt|journalist|gouverneur|beauftragt|botschafter|könig|general\b|machthaber|"
    r"coach|trainer|torwart|kapitän|unparteiische|schauspieler|sänger|bischof|papst|pfarrer|(?:sozial|christ)demokrat|"
    r"^(?:republikaner|demokrat|jurist|historiker|ökonom|epidemiolog|mediziner|publizist|star))",
    re.IGNORECASE,
)
"""Not "Ministerium", "Kanzleramt", "Meisterschaft"."""
_OFFICE = re.compile(
    r"(?:richter|anw[aä]lt|verteidiger|gutachter|angeklagte|zeuge|trainer|torwart|torhüter|kapitän|[aä]rzt|bischof|"
    r"pfarrer|pastor|bürgermeister|landr[aä]t|gouverneur|rektor|intendant|geschäftsführer)(?:in|innen|n|en|s)?$",
    re.IGNORECASE,
)
"""What hardly anybody is beside something else."""
_STATE_OFFICE = re.compile(
    r"(?:minister|präsident|kanzler|premier|papst|könig|staatssekretär|kommissar|senator|botschafter)(?:in|innen|n|en|s)?$",
    re.IGNORECASE,
)
"""The office of a state or a church."""
_PROFESSION = re.compile(
    r"(?:analyst|stürmer|schütze|spieler|profi|forscher|virologe?|wissenschaftler|historiker|kardinal|pfarrer|pastor|trainer|"
    r"[aä]rzt|lehrer|schüler|student|wirt|bauer|bäuer|reporter|journalist|schauspieler|sänger|autor|zeuge?|anwohner|rentner|"
    r"händler|fischer|gewerkschaft(?:er)?|aktivist|richter|polizist|feuerwehrmann|pilot|kapitän|professor|mieter|opfer)"
    r"(?:in|innen|n|en|s)?$",
    re.IGNORECASE,
)
"""What somebody is who hardly holds one."""
_GENERAL_ROLE = re.compile(
    "politik|kandidat|jährig|mitglied|abgeordnet|star|chef|vorsitz|mann|frau|expert|demokrat|herr"
)
"""What somebody may be beside an office, as articles call people."""
_HE = re.compile(
    r"(?:^herrn?|vater|bruder|sohn|onkel|zeuge|witwer|(?<!lig)(?:ist|ant|ent|or|loge|nom|wirt))$", re.IGNORECASE
)
_SHE = re.compile(r"(?:frau|mutter|schwester|tochter|tante|witwe|[a-zäöüß]in)$", re.IGNORECASE)
"""Other nouns before a name that tell whether it is a man's or a woman's."""
_KIN = re.compile(r"(?:^|groß|schwieger|stief)(?:vater|mutter|bruder|schwester|tochter|sohn)$", re.IGNORECASE)
"""Somebody else than a person of the article, whose relative this is."""
_AGENT = re.compile(r"(?<!lig)(?:er|ist|ant|ent|or|loge|nom|wirt)$")
_AGENT_TOO = re.compile(r"(?<!lig)(?:er|ist|ant|ent|or|log|nom|wirt)in$|[a-zäöüß-]frau$|[a-zäöüß-]mann$")
"""How German nouns end that say what a man is, and what a woman or either is."""
_BODIES = {
    "medium": re.compile(
        r"(?:zeitung|blatt|magazin|sender|agentur|portal|rundfunk|bericht)(?:en|e?s|n)?$", re.IGNORECASE
    ),
    "party": re.compile(r"(?:partei|fraktion)$", re.IGNORECASE),
    "body": re.compile(
        r"(?:behörde|amt|ministerium|konzern|unternehmen|firma|hersteller|gesellschaft|airline|organisation|institut|"
        r"verband|gewerkschaft|universität|klinik|gericht|verein|stiftung|bündnis|kommission|institution|verlag|"
        r"staatsanwaltschaft|schule|^kreis|landkreis)(?:e?s|n)?$",
        re.IGNORECASE,
    ),
}
_AGENCY = re.compile("agentur", re.IGNORECASE)
_PRESS = re.compile("zeitung|blatt|magazin|agentur", re.IGNORECASE)
_COUNTY = re.compile(r"(?:Land)?[Kk]reis\s")
"""A place that speaks as a body."""
_GENERAL = re.compile(
    "behörde|konzern|unternehmen|firma|hersteller|gesellschaft|airline|organisation|institution", re.IGNORECASE
)
"""Of bodies, nouns that say little: many bear names without them."""
_HEAD = 5
"""Letters of a noun that the name of what it stands for holds: "das Gericht", "Oberverwaltungsgericht"."""
_PARTIES = "(?:CDU|CSU|SPD|FDP|AfD|Grünen?|Linken?|Union|ÖVP|SPÖ|FPÖ|SVP)"
_PARTY, _PARTY_PREFIX = re.compile(f"{_PARTIES}$"), re.compile(rf"\b{_PARTIES}(?=-)")


class Named(NamedTuple):
    """A mention of a person or body."""

    start: int
    end: int
    key: str
    """The same for all mentions of one: the last word of the name, or the usual name of a medium."""
    begins: bool
    """Whether nothing is named before it in its sentence."""
    oblique: bool
    """Whether a preposition stands before it, or it is a genitive."""


class Description(NamedTuple):
    """What a phrase says of whom it stands for."""

    nouns: tuple[str, ...]
    gender: str
    affiliation: str
    origin: str
    is_pronoun: bool
    is_plural: bool
    owner: str = ""
    """The stem of whose it is: "Russlands Präsident"."""
    is_origin: bool = False
    """Whether it is nothing else than where somebody is from: "der Portugiese"."""


class Referents:
    """The persons, bodies and media of an article, to be asked for what a phrase stands for.

    Args:
        doc: with names and sentences.
        cited: the media that the article names.
        quoted: what stands in quotation marks: who is named there hardly speaks.
        owners: names in the genitive.
    """

    def __init__(self, doc: Doc, cited: Sequence[Citation], quoted: Sequence[Span], owners: Collection[Span]) -> None:
        self._text = doc.text
        self._quoted = sorted(quoted)
        self._starts = [sentence.start_char for sentence in doc.sents]
        self._genders: dict[str, str] = {}
        self._roles: dict[str, set[str]] = defaultdict(set)
        self._of_origin: set[str] = set()  # of whom the article tells where they are from
        self._traits: dict[str, set[str]] = defaultdict(set)
        self._affiliations: dict[str, set[str]] = defaultdict(set)
        media = [(row.start, row.end) for row in cited]
        medium = {(row.start, row.end): row.medium for row in cited}
        agencies = {(row.start, row.end) for row in cited if row.kind == AGENCY}
        bodies = [
            (ent.start_char, ent.end_char)
            for ent in doc.ents
            if (ent.label_ == "ORG" or _COUNTY.match(ent.text))
            and not overlapping(media, (ent.start_char, ent.end_char))
        ]
        self._possessors = owners
        self._peoples = {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "NORP"}
        persons = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PER"]
        self._persons = list(self._named(persons))
        self._bodies = list(self._named(bodies))
        known = [named._replace(key=medium[named.start, named.end]) for named in self._named(media)]
        self._media = [named for named in known if named[:2] not in agencies]
        self._agencies = [named for named in known if named[:2] in agencies]
        for named in (*self._persons, *self._bodies, *self._media, *self._agencies):
            self._learn(named)
        for person in self._persons:
            if person[:2] not in owners:  # "in einem offenen Brief Holms Rücktritt fordern"
                self._traits[person.key].update(traits(self._text, person[:2]))

    def of(self, span: Span, last: Span | None) -> Span | None:
        """The mention that the words at `span` stand for; None where nothing fits well enough.

        Args:
            span: of a pronoun or a noun phrase that is no name.
            last: the words that name who spoke last.
        """
        words = self._text[slice(*span)]
        description = describe(words)
        if any((span[1] - len(noun), span[1]) in self._peoples for noun in description.nouns[:1]):
            description = description._replace(is_origin=True)
        if description.is_plural:
            return None
        if not description.is_pronoun:
            nouns = description.nouns
            for kind, pattern in _BODIES.items():
                if nouns and pattern.search(nouns[0]):
                    among = self._of_kind(kind, nouns[0]) if len(nouns) == 1 else []
                    return self._best(span, description, last, among) or self._only(span, nouns[0], among)
        elif words.lower() not in _GENDERS:
            return None
        return self._best(span, description, last, self._persons)

    def _only(self, span: Span, noun: str, among: Sequence[Named]) -> Span | None:
        """The one newspaper or agency that is cited before, however far, where it is named in full."""
        before = [named for named in among if named.start < span[0]]
        is_one = len({named.key for named in before}) == 1 and _PRESS.search(noun)
        return max(before, key=lambda named: named.end - named.start)[:2] if is_one else None

    def _of_kind(self, kind: str, noun: str) -> list[Named]:
        """The bodies that a noun may stand for."""
        if kind == "medium":
            return self._agencies if _AGENCY.search(noun) else self._media
        if kind == "party":
            return [named for named in self._bodies if self._party(named)]
        others = [named for named in self._bodies if not self._party(named)]
        if _GENERAL.search(noun):
            return others
        return [
            named for named in others if self._called(named.key, [noun]) or base(noun)[-_HEAD:] in self._name(named)
        ]

    def _name(self, named: Named) -> str:
        return self._text[named.start : named.end].lower()

    def _best(self, span: Span, description: Description, last: Span | None, among: Sequence[Named]) -> Span | None:
        heard = next(iter(overlapping(among, last)), None) if last else None
        stop = bisect_left(among, span[0], key=lambda named: named.start)
        before = among[max(0, stop - _MENTIONS) : stop]
        best, most = None, _LEAST
        for named in reversed(before):
            fitness = self._fitness(named, span, description, heard.key if heard else "")
            if fitness > most:
                best, most = (named.start, named.end), fitness
        return best

    def _fitness(self, named: Named, span: Span, description: Description, heard: str) -> float:
        """How well a mention fits as what the words at `span` stand for; below `_LEAST` where it does not."""
        gender = self._genders.get(named.key, "")
        if description.gender and gender and gender != description.gender:
            return 0.0
        called = self._called(named.key, description.nouns)
        is_far = span[0] - named.end > _REACH
        if is_far and called < _CALLED_ALIKE and not any(_BODIES["medium"].search(noun) for noun in description.nouns):
            return 0.0
        is_member = bool(description.affiliation) and description.affiliation in self._affiliations[named.key]
        if not (description.is_pronoun or called or is_member or _is_plain(description)):
            return 0.0
        if self._is_of_another_age(named.key, description.nouns) or not (
            called or self._may_be(named.key, description)
        ):
            return 0.0
        sentences = self._sentence(span[0]) - self._sentence(named.start)
        fitness = _FIT + called - _SENTENCE * min(sentences, _SENTENCES)
        fitness += _HEARD * (named.key == heard) + _BEGINS * named.begins
        fitness += _SAME_GENDER * bool(description.gender and gender)
        fitness -= _OBLIQUE_CASE * named.oblique + _POSSESSOR * ((named.start, named.end) in self._possessors)
        if description.affiliation and self._affiliations[named.key]:
            fitness += _SAME_SIDE if is_member else -_OTHER_SIDE
        origin = description.origin or description.owner
        if origin and any(alike(origin, trait) for trait in self._traits[named.key]):
            fitness += _SAME_SIDE
        elif description.origin and named.key in self._of_origin:
            fitness -= _OTHER_SIDE
        return fitness - _QUOTED * bool(overlapping(self._quoted, (named.start, named.end)))

    def _called(self, key: str, nouns: Sequence[str]) -> float:
        """How well what an article calls somebody agrees with the nouns of a description."""
        best = 0.0
        for noun in nouns:
            said = base(noun)
            for role in self._roles[key]:
                if role == said:
                    best = max(best, _CALLED)
                elif len(said) > _SHORT and role.endswith(said):
                    best = max(best, _CALLED_ALIKE)
                elif len(role) > _SHORT and said.endswith(role):
                    best = max(best, _CALLED_MORE)
            if any(alike(epithet(noun), trait) for trait in self._traits[key]):
                best = max(best, _CALLED_ALIKE)
        return best

    def _may_be(self, key: str, description: Description) -> bool:
        """Whether somebody may be what the article does not say: not another office, or part in a trial or a match, nor
        from elsewhere."""
        if description.is_origin and key in self._of_origin:
            return False
        nouns = description.nouns[:1]
        if any(map(_STATE_OFFICE.search, nouns)):
            return not any(map(_PROFESSION.search, self._roles[key]))
        return not any(map(_OFFICE.search, nouns)) or all(map(_GENERAL_ROLE.search, self._roles[key]))

    def _is_of_another_age(self, key: str, nouns: Sequence[str]) -> bool:
        ages = {trait for trait in self._traits[key] if trait.isdigit()}
        return bool(ages) and any(age.isdigit() and age not in ages for age in map(epithet, nouns))

    def _party(self, named: Named) -> bool:
        return bool(_PARTY.search(self._text[named.start : named.end]))

    def _named(self, spans: Sequence[Span]) -> Iterator[Named]:
        seen = -1
        for start, end in sorted(spans):
            sentence = self._sentence(start)
            oblique = bool(_OBLIQUE.search(self._text[max(0, start - _WORDS) : start]))
            yield Named(start, end, _key(self._text[start:end]), sentence != seen, oblique)
            seen = sentence

    def _learn(self, named: Named) -> None:
        """What the words beside a name say of it."""
        start, end = named.start, named.end
        beside = _BEFORE.search(self._text[max(0, start - _WORDS) : start]), _BEHIND.match(self._text, end)
        nouns = [match[1] for match in beside if match]
        for noun in nouns:
            if is_person(noun) or is_body(noun) or _PROFESSION.search(noun) or _KIN.search(noun):
                self._roles[named.key].add(base(noun))
        gender = _gender_of(self._text[start:end])
        titles = [noun for noun in nouns if is_person(noun) or _HE.search(noun) or _SHE.search(noun)]
        if titles and not gender:
            gender = FEMALE if _SHE.search(titles[0]) else MALE
        if gender:
            self._genders.setdefault(named.key, gender)
        for text in (self._text[start:end], *nouns):
            if prefix := _PARTY_PREFIX.search(text):
                self._affiliations[named.key].add(_affiliation(prefix[0]))
        people = _BEFORE.search(self._text, max(0, start - _WORDS), start)
        is_of_people = people is not None and people.span(1) in self._peoples
        if is_of_people or _ORIGIN_BESIDE.search(self._text[max(0, start - _WORDS) : start]):
            self._of_origin.add(named.key)
        if match := _AFFILIATION.match(self._text, end):
            self._affiliations[named.key].update(_affiliation(name) for name in match["name"].split("/"))

    def _sentence(self, at: int) -> int:
        return sentence_at(self._starts, at)


def possessors(doc: Doc) -> set[Span]:
    """Names in the genitive beside what belongs to them: "Holms Geduld", "ein Foto Holms"."""
    text = doc.text
    forms = {ent.text for ent in doc.ents} | {ent[-1].text for ent in doc.ents}
    return {
        (ent.start_char, ent.end_char)
        for ent in doc.ents
        if ent.text.endswith("s")
        and ({ent.text[:-1], ent[-1].text[:-1]} & forms or (ent.label_ == "PER" and _OWNED.match(text, ent.end_char)))
        and (
            _POSSESSION.match(text, ent.end_char)
            or _POSSESSED.search(text, max(0, ent.start_char - _WORDS), ent.start_char)
        )
    }


def describe(words: str) -> Description:
    """What a noun phrase or a pronoun says of whom it stands for."""
    article = words.split(maxsplit=1)[0].lower()
    if words.lower() in _GENDERS:
        return Description((), _GENDERS[words.lower()], "", "", is_pronoun=True, is_plural=False)
    nouns = tuple(noun for noun in _NOUN.findall(words) if noun.lower() != article)
    if len(nouns) == 2 and words.endswith(" ".join(nouns)) and nouns[0].endswith("er") and not is_person(nouns[0]):
        nouns = nouns[1:]  # "die Wiesbadener Behörde"
    owned = _OWNED_NOUN.fullmatch(words)
    if owned:
        nouns = (owned["noun"],)  # "Bayerns Ministerpräsident"
    calls_a_body = any(map(is_body, nouns[:1]))
    gender = ""
    if nouns and not calls_a_body:
        is_genitive = article == "der" and bool(_WEAK.search(nouns[0]))
        if is_feminine(nouns[0]) or (article == "die" and words.endswith("e")) or is_genitive:
            gender = FEMALE
        elif article in {"der", "dem", "den", "des"} or (owned and is_person(nouns[0])):
            gender = MALE
    is_plural = (article == "den" and words.endswith("n")) or (article == "die" and not gender and not calls_a_body)
    prefix = _PARTY_PREFIX.match(nouns[0]) if nouns else None
    affiliation = _affiliation(prefix[0]) if prefix else party(nouns[0]) if nouns else ""
    origin = _ORIGIN.search(words)
    return Description(
        nouns,
        gender,
        affiliation,
        epithet(origin[1]) if origin else "",
        is_pronoun=False,
        is_plural=is_plural,
        owner=epithet(owned["owner"]) if owned else "",
    )


def _is_plain(description: Description) -> bool:
    """Whether a description that nobody is called by may stand for anybody named."""
    nouns = description.nouns
    if len(nouns) not in {1, 2} or (len(nouns) == 1 and SPOKESPERSON in nouns[0].lower()) or _KIN.search(nouns[0]):
        return False
    agents = {MALE: [_AGENT, _AGENT_TOO], FEMALE: [_AGENT_TOO]}.get(description.gender, []) if len(nouns) == 1 else []
    return any(pattern.search(nouns[0]) for pattern in (_PERSON, *_BODIES.values(), *agents))


def _affiliation(name: str) -> str:
    return name.lower().removesuffix("n")


def base(noun: str) -> str:
    """A noun without its ending."""
    return _ENDING.sub("", noun.lower())


def is_person(noun: str) -> bool:
    """Whether a noun calls somebody what he or she is: "Minister"."""
    return bool(_PERSON.search(noun))


def is_body(noun: str) -> bool:
    """Whether a noun says what a body is: "Partei", "Zeitung"."""
    return any(pattern.search(noun) for pattern in _BODIES.values())


def is_feminine(noun: str) -> bool:
    """Whether a noun calls a woman what she is: "Sprecherin"."""
    return bool(_FEMININE.search(noun))


def _key(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].strip('„“"»«').lower().removesuffix("s")


def _gender_of(name: str) -> str:
    """By the given name; empty where it does not tell."""
    given, *more = name.split()
    if not more:
        return ""
    listed = _given_names().get(given)
    return listed or (FEMALE if given.endswith("a") else "")


@cache
def _given_names() -> dict[str, str]:
    text = files("lib.annotate.quotations").joinpath(_GIVEN_NAMES).read_text(encoding="utf-8")
    return {name: row["gender"] for row in csv.DictReader(text.splitlines()) for name in row["names"].split(";")}
