"""Who says a quotation: the candidate beside it, or who spoke before, and the person whose words these name."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from lib.annotate.quotations.candidates import DETERMINER, PREPOSITION, Candidate, Candidates
from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.referents import (
    PRONOUNS,
    SPOKESPERSON,
    Referents,
    Span,
    base,
    is_body,
    is_feminine,
    is_person,
    overlapping,
    possessors,
)
from lib.annotate.quotations.statements import SAYING, informant, statement
from lib.annotate.quotations.subjects import Subjects
from lib.annotate.quotations.tagger import Tags
from lib.annotate.quotations.written import SOURCE
from lib.schema import Citation

_SURELY = 0.95
"""Least probability of who is quoted through a medium."""
_PLAUSIBLE = 0.5
"""Least probability of one whom the main clause of reported speech names, rather than of who spoke before."""
_LIKELY = 0.7
"""The same of a person who has a word for something: "Laut „Spiegel“ nannte Holm das „absurd“."""
_CALLS = re.compile(
    r"\b(?:nannte|nennt|bezeichnete|bezeichnet|beschrieb|sprach|spricht|kritisierte|lobte|verurteilte|gesprochen|genannt)n?\b"
)
_NEARER = 300
"""Characters farther away that a speaker may stand of whom the tagger is sure rather than not at all."""
_SENTENCES, _QUOTED = 3, 6
"""Over which a speaker keeps the word, and that are quoted at most between who speaks and "sagte er"."""
_INDEFINITE = re.compile(r"(?:k?ein(?:e[rnms]?)?|mehrere[nr]?|viele[nr]?|einige[nr]?)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:der|die|das|dem|den|des|dieser|diese|dieses)\s", re.IGNORECASE)
_POSSESSED = re.compile(r"[A-ZÄÖÜ]\w+s\s(?:[a-zäöüß]+\s)*[A-ZÄÖÜ]\w+$")
"""A description without an article: "Bayerns Ministerpräsident"."""
_PLACED = r"\s(?:auf|am|an|im|in|unter|nach|vor|beim?|mit|seit|zum|zur)\s"
_ACTS = re.compile(
    r"\s*(?:(?:Auch|Selbst)\s)?(?!(?:Ob|Während|Weil|Nach|Wenn|Als|Da|Dass|Bevor|Seit|Bei|Mit|Für|Im|In|Am|An|Auf|Aus|Unter|Laut|"
    r"Von|Vor|Zu|Bis|Über)(?:wohl|dem)?\s)"
    r"(?P<who>(?P<article>(?:[Dd](?:er|ie|as)|[Ee]ine?|[Vv]iele|[Mm]ehrere|[Ee]inige|[Zz]ahlreiche)\s(?:[a-zäöüß-]+e[rnms]?\s)*)?"
    r"[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)*)(?:\s\([^)]*\))?\s"
    r"(?!(?:ist|sind|war|waren|wird|werden|wurden?|bleibt|blieb|gilt|galt|gelten|seien|sollten?|mit|von|in|der|des|und|oder|"
    r"für|zu|als|soll|sollen|heißt|hieß|steht|stand|hat|haben|hatten?)\s)[a-zäöüß]+(?:t|ten?|en|f|g|h|ß|d|b|wies)\s"
)
"""How a sentence begins that tells what somebody does: "Die Partei zeigte sich"."""
_REST = re.compile(
    rf"(?:\s\([^)]*\)?)?(?:,(?:\s.*)?|(?:\s[a-zäöüß]+)+|(?:{_PLACED}|\s(?:von|vom|aus)\s).*|{SAYING.pattern}\w*)?",
    re.DOTALL,
)
"""What may follow a name: "(SPD) am Sonntag", ", der früher Minister war", "Holms Darstellung"."""
_THEIR_OWN = re.compile(r"\beigene[nr]\b")
_FIRST = re.compile(r"(?:Der|Die|Das)\s(?:[a-zäöüß]+e[nrs]?\s)?[A-ZÄÖÜ][\w-]+(?=\s[a-zäöüß])")
"""What a sentence begins with, and its verb follows."""
_TAIL = re.compile(rf"(?<=[a-zäöüß]){_PLACED}")
"""What follows a description and does not say who it is."""
_ATTRIBUTE = re.compile(
    r"(?:am?|an|im?|in|auf|von|vom|vor|für|nach|bei|beim|durch|gestern|heute|kürzlich)\s"
    r"(?:[^\s.,;]+\s){0,8}?[a-zäöüß]+[tn]e[nrms]?\s(?P<noun>[A-ZÄÖÜ][\w-]+)"
)
"""An attribute before the noun: "einem am Dienstag veröffentlichten Bericht"."""
_PUBLISHED = re.compile(r"^(?:presse)?(?:mitteilung|stellungnahme|statement|meldung|angaben|informationen)$")
"""What somebody publishes of whom the article has just told: "heißt es in der Mitteilung"; letters are others'."""
_OTHERS = re.compile(r"\b(?!eigenen|den|diesen)[a-zäöüß-]+en\sAngaben$")
"""What does not stem from who spoke last: "offiziellen Angaben"."""
_WHOSEVER = re.compile(
    r"(?:(?i:erst|letzt|früher|ander|anfänglich|jüngst|neu|neuest|vorläufig|bisherig|weiter|aktuell|eigen|unbestätigt)en\s)?"
    "(?:Angaben|Informationen)"
)
"""Of which the words do not tell whose they are."""
_ORIGIN = re.compile(r"isch\w*\s$")
"""An adjective that says whose: "indischen Behördenangaben", not "unbestätigten Medienberichten"."""
_OF = re.compile(r"(?P<who>[A-ZÄÖÜ][\w-]+)\s(?:von|des|der)\s(?:[a-zäöüß-]+\s)?(?P<title>[A-ZÄÖÜ][\w-]+\s)?$")
"""Between a person and by whom the words name that person: "der Anwalt von Minister Holm"."""
SAYS_SO = re.compile(
    r"\s*(?:Das|Dies|So)\s(?:(?:sag|bericht|meld|schreib|schrieb|teil|erklär|beton|begründ|äußer)\w*\s|"
    r"(?:muss|will|woll|konn|kann)\w*\s[^.!?]{1,150}\s(?:einräumen|eingestehen|zugeben|zugestehen|sagen)[.\s])"
)
"""How a sentence begins that says whose words the one before reports: "Das berichtet die Agentur."""
_UNNAMED = re.compile(
    r"\s*(?:Auch\s)?(?P<article>[Dd](?:er|ie)|[Ee]ine?)\s(?:[a-zäöüß-]+e[rn]?\s)?(?P<noun>[A-ZÄÖÜ][\w-]+|\d+-[Jj]ährige[rn]?)"
    r"\s(?=[a-zäöüß])"
)
"""How a sentence begins that tells of somebody without a name."""
_NAMES_IT = re.compile(r"\b(?:nannte|bezeichnete|beschrieb|kritisierte|lobte)n?\s(?:(?:der|die|das)\s)?[\"„“»]?$")
"""Before a medium whose own words these are: "die Reform nannte die Zeitung „mutlos“."""
_THEY_SAY, _SAY_THEY = re.compile(r"\s[a-zäöüß]{2,}(?<!d)en\b"), re.compile(r"\b[a-zäöüß]{2,}en\s$")
"""Behind and before "sie" that stands for several."""
_VERB = 24  # characters of a verb before a pronoun
_SEVERAL = re.compile(
    r"\s*(?:Auch\s)?(?P<who>[A-ZÄÖÜ][^,.;:?!„“”»«\"\n]{0,60}?\b(?P<noun>[A-ZÄÖÜ][\w-]+(?:en|er|e|n|s|innen)))\s"
    r"(?:[^,.;:?!„“”»«\"\n]{0,40}?\s)?(?:sind|waren|haben|hatten|werden|wurden|[a-zäöüß]+(?:t|r|h|l|m|g|d|k|ß)?en)\b"
)
"""How a sentence begins that tells of several."""
_PEOPLE = re.compile(
    r"(?:menschen|leute|gegner|freunde|kritiker|eltern|nachbarn|fans|bewohner|organisationen|verbände)$", re.IGNORECASE
)
_HE_OR_SHE = re.compile(r"\b(?:er|sie)\b")
_WHO = re.compile(
    r"(?:(?<!geld|bild|länd|wört)er|[iy]st|ant|ent|or|loge|nom|mann|frau|leute|wirt)(?:e?n|in|innen|s)?$|"
    r"(?:regierung|opposition|polizei|union|menge|publikum|fans|vertrag|satzung|plakat|banner|transparent|gesetz|gesetzbuch|entwurf|bericht|studie|brief|papier|text|schreiben)(?:e?s|e?n)?$",
    re.IGNORECASE,
)
"""How nouns end that say who somebody is, or what is written."""
_WHOSE_CLAUSE = re.compile(r"\W*(?:wie|so|laut|nach|zufolge|wonach)\b", re.IGNORECASE)
"""How a clause begins that says whose words others are: "wie Holm die Branche nennt"."""
_COLON = re.compile(r":[\s\"„“»]*$")
_ENDS = re.compile(r"[\W_]*$")
"""What may stand between a quotation and the end of its sentence."""
_BETWEEN = 6  # characters between a colon and what it announces
_NOUN = re.compile(r"[A-ZÀ-ÖØ-ÞĆČĎĐĞİŁŃŇŐŘŚŞŠŤŮŹŻŽȘȚ][\w-]+")
_HAPPENING = re.compile(
    r"(?:besuch|(?<!k)reise|treffen|gipfel|krieg|konflikt|angriff|anschlag|pandemie|streik|rücktritt|unfall|niederlage|"
    r"ausbruch|anstieg|rückgang|vorfall)"
    r"(?:e?s|e?n|e)?$",
    re.IGNORECASE,
)
"""Nouns for what happens, which says nothing."""


class Speaker(NamedTuple):
    """Offsets of the words that name a speaker, of those nearest to the quotation that mean the speaker (it may be a
    pronoun), and of the cue; -1 where there is none."""

    start: int = -1
    end: int = -1
    words_start: int = -1
    words_end: int = -1
    cue_start: int = -1
    cue_end: int = -1


class Speakers:
    """Finds the speakers of an article's quotations, to be asked in the order of the text.

    Args:
        doc: with names and sentences.
        tags: of its words.
        direct: what stands in quotation marks.
        cited: the media that the article names.
    """

    def __init__(self, doc: Doc, tags: Tags, direct: Sequence[Span], cited: Sequence[Citation]) -> None:
        self._text = doc.text
        self._starts = [sentence.start_char for sentence in doc.sents]
        self._persons = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PER"]
        self._named = [(ent.start_char, ent.end_char) for ent in doc.ents]
        self._bodies = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "ORG"]
        owners = possessors(doc)
        self._direct = sorted(direct)
        self._referents = Referents(doc, cited, direct, owners)
        self._candidates = Candidates(doc, tags, direct, cited, owners)
        self._subjects = Subjects(self._text, self._candidates)
        self._described: list[Span] = []
        self._last: Span | None = None
        self._words: Span | None = None
        self._heard = 0

    def of(self, start: int, end: int, *, reported: bool = False) -> Speaker:
        """The speaker of the quotation at these offsets, which may be reported speech; unknown where nothing tells."""
        first, last = self._candidates.sentence(start), self._candidates.sentence(end - 1)
        announced = _COLON.search(self._text, max(0, start - _BETWEEN), start)
        cue = _nearest(start, end, self._candidates.cues(first - 1 if announced else first, last))
        found = self._before(start, end, first, last) if reported and self._last else None
        if cue and cue[0] > self._starts[first] and _THEIR_OWN.search(self._text, *cue):
            found = found or self._of_whom(cue[0], first)
        else:
            found = found or (None if cue else self._told_next(end, last))
            within = (start, end) if reported else None
            found = found or self._beside(start, end, first, last, within)
            found = found or (None if cue else self._ahead(end, last) or self._begins_before(start, end, first))
        if not found and not reported and not cue:
            found = self._acts(start, first)
        if not found and (not self._last or first - self._heard > _SENTENCES):
            self._last = None
            found = self._subject(start, end, self._candidates.possible(first - 1, last))
        if found and self._subjects.is_told_of(found):
            found = self._last = None
        if found:
            self._last, self._words = self._resolved(found), found
        if self._last:
            self._heard = last
        words = self._words if self._last else None
        named = self._last if self._last and self._names(self._last) else None
        return Speaker(*(named or (-1, -1)), *(words or (-1, -1)), *(cue or (-1, -1)))

    def _names(self, span: Span) -> bool:
        """Whether words say who speaks: neither a pronoun or a statement of somebody who was not found do, nor words
        without a noun or a name."""
        words = self._text[slice(*span)]
        if (statement(words) or _WHOSEVER.fullmatch(words)) and not overlapping(self._named, span):
            return False
        noun = DETERMINER.sub("", f"{words} ", count=1)
        first = _NOUN.search(noun)
        if first and _HAPPENING.search(first[0]) and not overlapping(self._named, span):
            return False
        return words.lower() not in {*PRONOUNS, "dies"} and bool(_NOUN.search(noun) or overlapping(self._bodies, span))

    def behind(self, medium: Span, start: int, end: int) -> Span | None:
        """Who, in the sentence of the quotation at these offsets, says what a medium is named for: "Müller sprach von
        „...“, meldete die Agentur", "„...“, teilte laut der Zeitung das Ministerium mit"."""
        if _NAMES_IT.search(self._text, self._candidates.bounds(self._candidates.sentence(medium[0]))[0], medium[0]):
            return None
        bounds = self._candidates.sentence(start), self._candidates.sentence(end - 1)
        surely = [one.span for one in self._candidates.speakers(*bounds) if one.likelihood > _SURELY]
        likely = [
            one.span
            for one in self._candidates.possible(*bounds)
            if one.likelihood > _LIKELY and overlapping(self._persons, one.span) and self._calls(one.span)
        ]
        others = [span for span in surely if not overlapping([span], medium)]
        others = others or [span for span in likely if not overlapping([span], medium)]
        first = next((span for span in others if span[1] <= start), None)
        first = first or next((span for span in others if span[0] >= end), None)
        return self._resolved(first) if first else None

    def _calls(self, span: Span) -> bool:
        """Whether the words are the subject of a clause in which somebody has a word for something."""
        return not self._subjects.is_object(span) and bool(_CALLS.search(self._text, *self._subjects.clause(span)))

    def _before(self, start: int, end: int, first: int, last: int) -> Span | None:
        """Words before reported speech, in its own sentence, that may name the speaker where none surely do."""
        if self._candidates.speakers(first, last):
            return None
        possible = [one for one in self._candidates.possible(first, first) if one.span[1] <= start]
        return self._subject(start, end, [one for one in possible if one.likelihood > _PLAUSIBLE])

    def _beside(self, start: int, end: int, first: int, last: int, reported: Span | None) -> Span | None:
        """The words that name a speaker in the sentences of the quotation, or in one that belongs to it; whom reported
        speech tells of does not speak."""
        own = self._candidates.speakers(first, last)
        if reported:
            own = [one for one in own if not _is_part(one.span, reported) or self._subjects.is_source(one.span)]
            cues = self._candidates.cues(first, last)
            if cues and all(SOURCE.search(self._text, *cue.span) for cue in cues):
                own = [one for one in own if self._subjects.is_source(one.span)] or own
        elif plausible := self._plausible(start, end, own):
            return plausible
        if not own and last + 1 < len(self._starts) and self._text[self._starts[last + 1]].islower():
            own = self._candidates.speakers(last + 1, last + 1)[:1]  # the sentence was cut: "...!", sagte X.
        if not own:
            own = self._told_before(first)
        found = self._subject(start, end, own) or _nearest(start, end, own)
        return self._of_cue(found, start, end, own) if found and reported is None else found

    def _plausible(self, start: int, end: int, own: Sequence[Candidate]) -> Span | None:
        """Words beside a quotation, in its own sentence, that may name the speaker where none surely do (`own`);
        nobody's where a pronoun does ("nannte er")."""
        if any(one.likelihood >= _SURELY or not self._subjects.is_object(one.span) for one in own):
            return None
        first, last = self._candidates.sentence(start), self._candidates.sentence(end - 1)
        possible = [
            one
            for one in self._candidates.possible(first, last)
            if one.likelihood > _PLAUSIBLE
            and (one.span[1] <= start or one.span[0] >= end)
            and self._may_speak(one.span)
            and self._subjects.tells(one.span, start)
        ]
        found = self._subject(start, end, possible)
        around = ((self._candidates.bounds(first)[0], start), (end, self._candidates.bounds(last)[1]))
        found_pronouns = [match.span() for part in around for match in _HE_OR_SHE.finditer(self._text, *part)]
        pronouns = [pronoun for pronoun in found_pronouns if self._subjects.tells(pronoun, start)]
        return None if found and pronouns and not overlapping(pronouns, found) else found

    def _may_speak(self, span: Span) -> bool:
        """Whether words are a name, a noun for persons, bodies or documents, or a pronoun that stands for somebody."""
        words = self._text[slice(*span)]
        if _HE_OR_SHE.fullmatch(words.lower()):
            return bool(self._referents.of(span, self._last) or self._again(words))
        is_named = bool(overlapping(self._named, span))
        return is_named or any(is_person(noun) or is_body(noun) or _WHO.search(noun) for noun in _NOUN.findall(words))

    def _of_cue(self, found: Span, start: int, end: int, own: Sequence[Candidate]) -> Span:
        """The subject of the cue's clause rather than of one without a cue: "Holm betonte, dass „...“, und die Partei
        ..."."""
        cues = self._candidates.cues(self._candidates.sentence(start), self._candidates.sentence(end - 1))
        is_announced = found[1] <= start and not any(map(str.isalnum, self._text[found[1] : start]))  # "Holm: „...“"
        clause = self._subjects.clause(found)
        if is_announced or self._subjects.is_source(found) or _WHOSE_CLAUSE.match(self._text, clause[0], found[0]):
            return found
        within = [(start, start), *(one.span for one in cues)]
        said = _nearest(start, end, [one for one in cues if not _WHOSE_CLAUSE.match(self._text, *one.span)])
        if not said or any(clause[0] <= begin < clause[1] for begin, _ in within):
            return found
        begin, stop = self._subjects.clause(said)
        beside = [one for one in own if begin <= one.span[0] < stop and self._may_speak(one.span)]
        return self._subject(start, end, beside) or found

    def _told_before(self, sentence: int) -> list[Candidate]:
        """The last words that name a speaker in the sentence before, or those with which it begins if likelier; none
        where it is known who speaks there."""
        if self._last and self._heard == sentence - 1:
            return []
        before = self._candidates.speakers(sentence - 1, sentence - 1)
        subjects = [one for one in before if not self._subjects.is_object(one.span)]
        last = (subjects or before)[-1:]
        persons = [one for one in subjects if overlapping(self._persons, one.span)]
        if persons[-1:] == last:  # "Der Minister, Jan Holm, sagte"
            subjects = persons
        begins = [one for one in subjects if one.span[0] == self._starts[sentence - 1]]
        return [one for one in begins if one.likelihood > last[0].likelihood] or last

    def _begins_before(self, start: int, end: int, sentence: int) -> Span | None:
        """The person with whom the sentence before begins, who may speak though little tells so."""
        if self._last and self._heard == sentence - 1:
            return None
        likely = [one for one in self._candidates.possible(sentence - 1, sentence - 1) if one.likelihood > _PLAUSIBLE]
        begins = [one for one in likely if one.span[0] == self._starts[sentence - 1]]
        return self._subject(start, end, [one for one in begins if self._may_speak(one.span)])

    def _acts(self, start: int, sentence: int) -> Span | None:
        """The person or body with whom the sentence of a quotation begins, and of whom it tells what they do: "Die
        Partei zeigte sich „enttäuscht von allem“"."""
        begin = _ACTS.match(self._text, self._starts[sentence], start)
        if not begin or overlapping(self._direct, (begin.start(), begin.end())):
            return None
        who = begin.span("who")
        named = overlapping(self._persons, who) or overlapping(self._bodies, who)
        may_speak = named or (begin["article"] and self._may_speak(who))
        return who if may_speak and self._subjects.tells(who, start) else None

    def _of_whom(self, cue: int, sentence: int) -> Span | None:
        """Whose own words are meant: what stands before the cue ("Die Werft hat nach eigenen Angaben ...")."""
        named = [one for one in self._candidates.speakers(sentence, sentence) if one.span[1] <= cue]
        begin = _FIRST.match(self._text, self._starts[sentence], cue)
        return self._subject(cue, cue, named) or (begin.span() if begin else None)

    def _subject(self, start: int, end: int, among: Sequence[Candidate]) -> Span | None:
        """The nearest of some candidates that may be a subject."""
        return _nearest(start, end, [candidate for candidate in among if not self._subjects.is_object(candidate.span)])

    def _told_next(self, end: int, last: int) -> Span | None:
        """The words that name a speaker in a next sentence that says whose words these were: "Das sagte X"."""
        says_so = last + 1 < len(self._starts) and SAYS_SO.match(self._text, self._starts[last + 1])
        if not says_so:
            return None
        likely = [one for one in self._candidates.possible(last + 1, last + 1) if one.likelihood > _PLAUSIBLE]
        return self._following(end, last) or self._subject(end, end, likely)

    def _ahead(self, end: int, last: int) -> Span | None:
        """The words that name a speaker in the next sentence, where a paragraph begins to report: "..., sagte X"."""
        begins = self._last is None or self._paragraphs(self._starts[self._heard], end) > 0
        ends = _ENDS.match(self._text, end, self._candidates.bounds(last)[1])
        return self._following(end, last) if begins and ends else None

    def _following(self, end: int, last: int) -> Span | None:
        """The first words that name a speaker in the next sentence of the paragraph."""
        following = self._candidates.speakers(last + 1, last + 1)
        is_near = following and self._paragraphs(end, following[0].span[0]) == 0
        return following[0].span if is_near else None

    def _resolved(self, span: Span) -> Span:
        """Whom a pronoun or a description stands for, where that is certain enough; else the words themselves."""
        words = self._text[slice(*span)]
        if preposition := PREPOSITION.match(words):
            span = span[0] + preposition.end(), span[1]
            words = self._text[slice(*span)]
        within = overlapping(self._persons, span)
        if within and not self._is_of(span, within[-1]):
            return within[-1] if _REST.fullmatch(self._text, within[-1][1], span[1]) else span
        if said := statement(words):
            return self._whose(span, said)
        if words.lower() == "sie" and self._is_plural(span):
            return self._they(span) or span
        if words.lower() in PRONOUNS:
            return self._referents.of(span, self._last) or self._again(words) or self._begins(span) or span
        return self._described_by(span)

    def _whose(self, span: Span, said: re.Match[str]) -> Span:
        """Whose statement some words are, where they tell: "ihre Kritik", "der Vorwurf der Partei"; else the words."""
        if said["owner"]:
            return self._resolved((span[0] + said.start("owner"), span[1]))
        whose = (said["whose"] or "").lower()
        if whose in {"dessen", "deren"} or _THEIR_OWN.search(said["what"]):
            return self._last or span
        if not whose:
            return span
        pronoun = span[0] + said.start("whose"), span[0] + said.end("whose")
        return self._referents.of(pronoun, self._last) or self._again({"sein": "er", "ihr": "sie"}[whose]) or span

    def _is_of(self, span: Span, person: Span) -> bool:
        """Whether the words name somebody else by a person: "der Anwalt von Minister Holm"."""
        before = _OF.search(self._text[span[0] : person[0]])
        return bool(
            before
            and (is_person(before["who"]) or before["who"] == "Leitung")
            and (not before["title"] or is_person(before["title"].strip()))
        )

    def _begins(self, pronoun: Span) -> Span | None:
        """Somebody without a name with whom the sentence before begins: "Ein Rentner fand es. „...“, sagte er"."""
        said = self._candidates.sentence(pronoun[0])
        before = map(self._candidates.bounds, range(said - 1, max(said - _QUOTED, 0) - 1, -1))
        bounds = next((bounds for bounds in before if not overlapping(self._direct, bounds)), None)
        who = _UNNAMED.match(self._text, *bounds) if bounds else None
        if not who or overlapping(self._persons, who.span()):
            return None
        noun = who["noun"]
        is_she = who["article"].lower() in {"die", "eine"}
        body = is_body(noun) or overlapping(self._bodies, who.span("noun"))
        is_somebody = body or is_person(noun) or _WHO.search(noun)
        is_one = body or not is_she or is_feminine(noun) or noun.lower().endswith(("e", "frau", "mutter", "tochter"))
        agrees = self._text[slice(*pronoun)].lower() in ({"sie", "ihr"} if is_she else {"er", "ihm", "ihn"})
        return who.span("noun") if is_somebody and is_one and agrees else None

    def _is_plural(self, pronoun: Span) -> bool:
        """Whether "sie" stands for several, as the verb beside it tells: "Sie riefen", "klagen sie"."""
        begins = pronoun[0] == self._starts[self._candidates.sentence(pronoun[0])]
        follows = _SAY_THEY.search(self._text, max(0, pronoun[0] - _VERB), pronoun[0])
        return bool(follows or (begins and _THEY_SAY.match(self._text, pronoun[1])))

    def _they(self, pronoun: Span) -> Span | None:
        """The several of whom the sentence before tells first: "Die Anwohner sind wütend. „...“, klagen sie"."""
        said = self._candidates.sentence(pronoun[0])
        before = map(self._candidates.bounds, range(said - 1, max(said - _QUOTED, 0) - 1, -1))
        bounds = next((bounds for bounds in before if not overlapping(self._direct, bounds)), None)
        who = _SEVERAL.match(self._text, *bounds) if bounds else None
        if not who or not (_PEOPLE.search(who["noun"]) or is_person(who["noun"]) or _WHO.search(who["noun"])):
            return None
        determiner = DETERMINER.match(who["who"])
        return who.start("who") + (determiner.end() if determiner else 0), who.end("who")

    def _again(self, pronoun: str) -> Span | None:
        """The last speaker, if a man or a woman whom no name tells, for whom "er" or "sie" stands."""
        noun = _NOUN.search(self._text, *self._last) if self._last else None
        if noun and is_person(noun[0]) and {"er": False, "sie": True}.get(pronoun.lower()) == is_feminine(noun[0]):
            return self._last
        return None

    def _described_by(self, span: Span) -> Span:
        """Whom a noun phrase that is no person's name stands for; else the phrase without its article and its tail."""
        words = self._text[slice(*span)]
        determiner = DETERMINER.match(words)
        start = span[0] + (determiner.end() if determiner else 0)
        marks = [at for at in range(start, span[1]) if self._text[at] in DOUBLE]
        bare = start, span[1]
        if marks and {start, span[1] - 1}.issuperset(marks):  # "der „Bild“", or a mark whose other one is outside
            bare = start + (start in marks), span[1] - (span[1] - 1 in marks)
        _, stop = self._candidates.bounds(self._candidates.sentence(start))
        if attribute := _ATTRIBUTE.match(self._text, bare[0], stop):
            bare = attribute.start("noun"), max(bare[1], attribute.end())
        nouns = _NOUN.findall(self._text[slice(*bare)])
        indefinite = _INDEFINITE.match(words)
        only = nouns[0].lower() if len(nouns) == 1 else ""
        if determiner and not indefinite and SPOKESPERSON in only and (before := self._described_as(only)):
            return before
        if who := informant(nouns[0]) if only else "":
            at = self._text.index(nouns[0], bare[0])
            return bare[0] if _ORIGIN.search(self._text, bare[0], at) else at, at + len(who)
        if self._last and _PUBLISHED.search(only) and not _OTHERS.search(words):
            return self._last
        if (tail := _TAIL.search(self._text, *bare)) and not overlapping(self._bodies, tail.span()):
            bare, span = (bare[0], tail.start()), (span[0], tail.start())
        self._described.append(bare)
        is_definite = _DEFINITE.match(words) or _POSSESSED.match(self._text[slice(*span)])
        if indefinite or not is_definite or overlapping(self._bodies, span):
            return bare
        return self._referents.of(span, self._last) or bare

    def _described_as(self, noun: str) -> Span | None:
        """The last speaker who was described by this noun, or by one that ends in it or in which it ends: "ein Sprecher
        der Polizei", "der Sprecher"."""
        for span in reversed(self._described):
            first = _NOUN.search(self._text, *span)
            alike = first and is_feminine(first[0]) == is_feminine(noun)
            if first and alike and (base(noun).endswith(base(first[0])) or base(first[0]).endswith(base(noun))):
                return span
        return None

    def _paragraphs(self, start: int, end: int) -> int:
        return self._text.count("\n\n", start, end)


def _is_part(span: Span, whole: Span) -> bool:
    return whole[0] <= span[0] and span[1] <= whole[1]


def _nearest(start: int, end: int, candidates: Sequence[Candidate]) -> Span | None:
    """The words of the candidate nearest to a quotation, where a likely one may stand farther away."""

    def cost(candidate: Candidate) -> float:
        (a, b), likelihood = candidate
        return max(a - end, start - b, 0) - _NEARER * likelihood

    return min(candidates, key=cost).span if candidates else None
