"""Who says a quotation: the candidate beside it, or who spoke before, and the person whose words these name."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from spacy.tokens import Doc

from lib.annotate.quotations.calling import CALLS
from lib.annotate.quotations.candidates import DETERMINER, Candidate, Candidates
from lib.annotate.quotations.clauses import who_says
from lib.annotate.quotations.referents import Referents, is_person, possessors
from lib.annotate.quotations.resolution import HE_OR_SHE, THEIR_OWN, Resolution
from lib.annotate.quotations.spans import Span, overlapping
from lib.annotate.quotations.subjects import Subjects
from lib.annotate.quotations.tagger import Tags
from lib.annotate.quotations.written import SOURCE, SURE
from lib.schema import Citation

_SURELY = 0.95
"""Least probability of who is quoted through a medium."""
_LIKELY = 0.7
"""The same of a person who has a word for something: "Laut „Spiegel“ nannte Holm das „absurd“."""
_PLAUSIBLE = 0.5
"""Least probability of one whom the main clause of reported speech names, rather than of who spoke before."""
_CALLS = re.compile(rf"\b(?:{CALLS}|genannt|spr[aie]ch\w*|gesprochen)\b")
_NEARER = 300
"""Characters farther away that a speaker may stand of whom the tagger is sure rather than not at all."""
_SENTENCES = 3
"""Over which a speaker keeps the word."""
_BEGINS = (
    r"\s*(?:(?:Auch|Selbst)\s)?(?!(?:Ob|Während|Weil|Nach|Wenn|Als|Da|Dass|Bevor|Seit|Bei|Mit|Für|Im|In|Am|An|Auf|Aus|Unter|Laut|"
    r"Von|Vor|Zu|Bis|Über)(?:wohl|dem)?\s)"
    r"(?P<who>(?P<article>(?:[Dd](?:er|ie|as)|[Ee]ine?|[Vv]iele|[Mm]ehrere|[Ee]inige|[Zz]ahlreiche)\s(?:[a-zäöüß-]+e[rnms]?\s)*)?"
    r"[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)*)(?:\s\([^)]*\))?\s"
)
ACTS = re.compile(
    rf"{_BEGINS}(?!(?:ist|sind|war|waren|wird|werden|wurden?|bleibt|blieb|gilt|galt|gelten|seien|sollten?|mit|von|in|der|des|und|oder|"
    r"für|zu|als|soll|sollen|heißt|hieß|steht|stand|hat|haben|hatten?|nicht)\s)"
    r"(?P<verb>[a-zäöüß]+(?:t|ten?|en|f|g|h|ß|d|b)|\w*wies)[\s,:]"
)
"""How a sentence begins that tells what somebody does: "Die Partei zeigte sich"."""
_HAS_ACTED = re.compile(rf"{_BEGINS}(?:hat|haben|hatten?)\s")
"""The same of what somebody has done, who speaks only where words are reported: "Die Partei hat gebeten, zu warten"."""
_ANSWERS = re.compile(
    r"(?:(?:ver)?w[ie][ei]s|lehnte|verteidig|dementier|bestr(?:ei|i)t|widersprach|widersprich|riet|rät|mahn|warn|kritisier|lob|"
    r"begrüß|verurteil|forder|appellier|kündig|begründe|rechtfertig|konter|entgegn|bezweifel|streitet|"
    r"stritt|wehr\w*\ssich|(?:sah|sieht|sehen)\w*\s(?:das|dies|es)|reagier|zeig\w*\ssich|g[ai]b\w*\ssich|äußer|versprach|"
    r"verspricht|versicher|dank|gratulier|dämpf|beschwichtig|beklag|klag|bedauer|würdig|protestier|plädier|entschuldig|"
    r"beantrag|bekräftig|bestätig|erinner|schlug|warf|wirft|räum|beschwer|befürcht|erwart|hoff|beziffer|schätz|rechne)\w*\s"
)
"""What somebody does with words, as the sentence before a quotation may tell: "Die Partei wies das zurück"."""
_ANSWERED_BY = re.compile(
    r"\s*(?:Zugleich|Gleichzeitig|Zudem|Außerdem|Dabei|Damit|Zuvor|Später|Ferner|Überdies|Darüber hinaus|Daraufhin|"
    r"Dagegen|Allerdings|Dennoch|Trotzdem|Stattdessen|Gestern|Heute|(?:Am|Im)\s\w+|"
    r"(?:An|Auf|Bei|In|Mit|Nach|Unter|Vor|Zu[mr]?)\s(?:[^\s,.;:!?„“\"]+\s){0,4}[^\s,.;:!?„“\"]+)\s"
    rf"{_ANSWERS.pattern}(?P<who>er|sie|(?P<article>(?:der|die|das|eine?)\s(?:[a-zäöüß-]+er?\s)?)?"
    r"(?:\d+-[Jj]ährige[rn]?|[A-ZÄÖÜ][\w-]+)(?:\s[A-ZÄÖÜ][\w-]+)*)\s"
)
"""The same behind the verb: "Zugleich verteidigte der Minister das Gesetz"."""
_FIRST = re.compile(r"(?:Der|Die|Das)\s(?:[a-zäöüß]+e[nrs]?\s)?[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){0,3}(?=\s[a-zäöüß])")
"""What a sentence begins with, and its verb follows."""
SAYS_SO = re.compile(
    r"\s*(?:Das|Dies|So)\s(?:(?:geht|ging)\saus\s|(?:bestätig|sag|bericht|meld|schreib|schrieb|teil|erklär|beton|begründ|äußer)\w*\s|"
    r"(?:muss|will|woll|konn|kann)\w*\s[^.!?]{1,150}\s(?:einräumen|eingestehen|zugeben|zugestehen|sagen)[.\s]|"
    r"(?:gab|gaben|gibt)\s[^.!?]{1,150}\sbekannt\b|"
    r"(?<!So\s)(?:hat|haben|hatten?)\s[^.!?]{1,150}\s(?:gesagt|mitgeteilt|bestätigt|erklärt|berichtet|gemeldet|bekräftigt|bekanntgegeben)\b)"
)
"""How a sentence begins that says whose words the one before reports: "Das berichtet die Agentur."""
_NAMES_IT = re.compile(rf"\b{CALLS}\s(?:(?:der|die|das)\s)?[\"„“»]?$")
"""Before a medium whose own words these are: "die Reform nannte die Zeitung „mutlos“."""
_WHOSE_CLAUSE = re.compile(r"\W*(?:wie|so|laut|nach|zufolge|wonach)\b", re.IGNORECASE)
"""How a clause begins that says whose words others are: "wie Holm die Branche nennt"."""
_COLON = re.compile(r":[\s\"„“»]*$")
_ENDS = re.compile(r"[\W_]*$")
"""What may stand between a quotation and the end of its sentence."""
_NOT, _NOT_BEFORE = (
    re.compile(r"\s(?:nicht|nie|niemals|keineswegs)\b"),
    re.compile(r"\b(?:nicht|nie|niemals|keineswegs)\s$"),
)
"""Beside a cue, of which it is part: "bestätigt nicht, dass"."""
_BESIDE = 15  # characters before a cue in which such a word stands
_COMPARED = re.compile(
    r"\b(?:an|auf|durch|gegen|gegenüber|mit|nach|über|um|von|vom|wegen|zum?|zur)\s(?:[^\s,;:]+\s){0,3}$"
)
"""Before whom others speak of, to or unlike."""
_SHOWN = re.compile(r"(?:(?:Der|Die)\s)?(?:[A-ZÄÖÜ][\w-]+\s)?")
_DOES = re.compile(
    r"\s(?!(?:liegt|lag|fehlt|fehlte|schweigt|gilt|wird|wurde|ist|war|hat|hatte|soll|sollte|stirbt|starb)\s)[a-zäöüß]+te?\s"
)
"""Before the name of a person with whom a sentence begins, and behind it what whoever speaks is seen to do: not what
befalls somebody ("liegt im Koma")."""
_ANNOUNCES = re.compile(r"[^.!?:]{0,300}?(?::\s|\b(?:anders|widers[^\W\d]+)[.,])")
"""Behind who speaks and does not say what stands before, but something else: "Holm sah das anders", "sagte: ..."."""
_BETWEEN = 6  # characters between a colon and what it announces


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
        self._bodies = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "ORG"]
        owners = possessors(doc)
        self._direct = sorted(direct)
        self._candidates = Candidates(doc, tags, direct, cited, owners)
        referents = Referents(doc, cited, direct, owners)
        self._resolution = Resolution(doc, self._direct, referents, self._candidates)
        self._subjects = Subjects(self._text, self._candidates)
        self._last: Span | None = None
        self._words: Span | None = None
        self._heard = 0

    def of(self, start: int, end: int, told: Span | None = None) -> Speaker:
        """The speaker of the quotation at these offsets; unknown where nothing tells.

        Args:
            start: of its words.
            end: of its words.
            told: the reported speech that it is, or in which it stands.
        """
        reported = told == (start, end)
        first, last = self._candidates.sentence(start), self._candidates.sentence(end - 1)
        announced = _COLON.search(self._text, max(0, start - _BETWEEN), start)
        cue = _nearest(start, end, self._candidates.cues(first - 1 if announced else first, last))
        who = None if reported else self._in_clause(start, end, reported=told is not None)
        if who and told:  # who reports it keeps the word
            return Speaker(*self._of_whom_reported(who), *who, *(self._with_negation(cue) if cue else (-1, -1)))
        found = who or (self._before(start, end, first, last) if reported and self._last else None)
        if cue and cue[0] > self._starts[first] and THEIR_OWN.search(self._text, *cue):
            found = found or self._of_whom(cue[0], first)
        else:
            found = found or (None if cue else self._told_next(end, last))
            if reported and not cue and start > self._starts[first]:
                own = self._candidates.speakers(first, last)
                is_told_of = all(_is_part(one.span, (start, end)) for one in own)
                found = found or (self._acts(start, first, reported=True) if is_told_of else None)
            found = found or self._beside(start, end, first, last, told)
            found = found or (None if cue else self._ahead(end, last) or self._begins_before(start, end, first))
        if not found and not reported and not cue:
            found = self._announcer(start, first) if announced else None
            found = found or self._acts(start, first) or self._shown(end, last)
        if reported and not found and cue and self._subjects.is_anonymous(cue):
            self._last = None
            return Speaker(-1, -1, -1, -1, *self._with_negation(cue))
        if not found and (not self._last or first - self._heard > _SENTENCES):
            self._last = None
            found = self._subject(start, end, self._candidates.possible(first - 1, last))
        if found and self._subjects.is_told_of(found):
            found = self._last = None
        if found:
            self._last, self._words = self._resolution.of(found, self._last), found
        if self._last:
            self._heard = last
        words = self._words if self._last else None
        named = self._last if self._last and self._resolution.names(self._last) else None
        return Speaker(*(named or (-1, -1)), *(words or (-1, -1)), *(self._with_negation(cue) if cue else (-1, -1)))

    def _in_clause(self, start: int, end: int, *, reported: bool) -> Span | None:
        """Whoever says the words at these offsets as their clause tells, where others report that."""
        bounds = self._candidates.bounds(self._candidates.sentence(start))
        who = who_says(self._text, (start, end), bounds, reported=reported)
        if not who:
            return None
        bears_name = self._text[who[0]].isupper() or is_person(self._text[slice(*who)])
        for name in overlapping(self._persons, (who[1] - 1, who[1] + 2)):  # "dass Minister Jan Holm"
            if name[0] < who[1] or bears_name:
                who = who[0], name[1]
        return who if self._resolution.may_speak(who, self._last) else None

    def _of_whom_reported(self, who: Span) -> Span:
        """Whom words stand for of whom somebody reports that they speak: another one, but for a pronoun."""
        reporter = self._last if self._last and self._last[1] <= who[0] else None
        whom = self._resolution.of(who, reporter)
        words, name = self._text[slice(*who)], self._text[slice(*whom)].split()[-1]
        is_reporter = reporter and name == self._text[slice(*reporter)].split()[-1] and name not in words
        if is_reporter and not HE_OR_SHE.fullmatch(words):
            determiner = DETERMINER.match(words)
            whom = who[0] + (determiner.end() if determiner else 0), who[1]
        return whom if self._resolution.names(whom) else (-1, -1)

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
        return self._resolution.of(first, self._last) if first else None

    def _with_negation(self, cue: Span) -> Span:
        """A cue with the word beside it that negates it."""
        before, behind = (
            _NOT_BEFORE.search(self._text, max(0, cue[0] - _BESIDE), cue[0]),
            _NOT.match(self._text, cue[1]),
        )
        return before.start() if before else cue[0], behind.end() if behind else cue[1]

    def _calls(self, span: Span) -> bool:
        """Whether the words are the subject of a clause in which somebody has a word for something."""
        return not self._subjects.is_object(span) and bool(_CALLS.search(self._text, *self._subjects.clause(span)))

    def _before(self, start: int, end: int, first: int, last: int) -> Span | None:
        """Words before reported speech, in its own sentence, that may name the speaker where none surely do."""
        if self._candidates.speakers(first, last):
            return None
        possible = [one for one in self._candidates.possible(first, first) if one.span[1] <= start]
        return self._subject(start, end, [one for one in possible if one.likelihood > _PLAUSIBLE])

    def _beside(self, start: int, end: int, first: int, last: int, told: Span | None) -> Span | None:
        """The words that name a speaker in the sentences of the quotation, or in one that belongs to it; whom reported
        speech tells of does not speak."""
        own = self._candidates.speakers(first, last)
        reported = told == (start, end)
        if told:
            outside = [one for one in own if not _is_part(one.span, told) or self._subjects.is_source(one.span)]
            own = outside if reported else [one for one in own if one in outside or one.likelihood > SURE] or own
        if reported:
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
        return found if reported or not found else self._of_cue(found, start, end, own)

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
            and self._resolution.may_speak(one.span, self._last)
            and self._subjects.tells(one.span, start)
        ]
        found = self._subject(start, end, possible)
        around = ((self._candidates.bounds(first)[0], start), (end, self._candidates.bounds(last)[1]))
        found_pronouns = [match.span() for part in around for match in HE_OR_SHE.finditer(self._text, *part)]
        pronouns = [pronoun for pronoun in found_pronouns if self._subjects.tells(pronoun, start)]
        return None if found and pronouns and not overlapping(pronouns, found) else found

    def _of_cue(self, found: Span, start: int, end: int, own: Sequence[Candidate]) -> Span:
        """The subject of the cue's clause rather than of one without a cue: "Holm betonte, dass „...“, und die Partei
        ..."."""
        cues = self._candidates.cues(self._candidates.sentence(start), self._candidates.sentence(end - 1))
        is_announced = found[1] <= start and not any(map(str.isalnum, self._text[found[1] : start]))  # "Holm: „...“"
        clause = self._subjects.clause(found)
        if is_announced or self._subjects.is_source(found) or _WHOSE_CLAUSE.match(self._text, clause[0], found[0]):
            return found
        within = [(start, start), *(one.span for one in cues)]
        said = _nearest(start, end, [one for one in cues if not self._tells_whose(one.span)])
        if not said or any(clause[0] <= begin < clause[1] for begin, _ in within):
            return found
        begin, stop = self._subjects.clause(said)
        beside = [
            one for one in own if begin <= one.span[0] < stop and self._resolution.may_speak(one.span, self._last)
        ]
        return self._subject(start, end, beside) or found

    def _tells_whose(self, cue: Span) -> bool:
        """Whether a cue says whose words others are, or its clause does: "wie die Agentur berichtet"."""
        clause = self._subjects.clause(cue)
        return bool(_WHOSE_CLAUSE.match(self._text, *cue) or _WHOSE_CLAUSE.match(self._text, clause[0], cue[0]))

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
        """The person with whom the sentence before begins, who may speak though little tells so, or who answers."""
        if self._last and self._heard == sentence - 1:
            return None
        likely = [one for one in self._candidates.possible(sentence - 1, sentence - 1) if one.likelihood > _PLAUSIBLE]
        begins = [one for one in likely if one.span[0] == self._starts[sentence - 1]]
        found = self._subject(start, end, [one for one in begins if self._resolution.may_speak(one.span, self._last)])
        is_near = sentence and not self._paragraphs(self._starts[sentence - 1], start)
        return found or (self._answers(sentence - 1) if is_near else None)

    def _answers(self, sentence: int) -> Span | None:
        """Whoever a sentence begins with, and of whom it tells that they answer: "Die Partei wies das zurück"."""
        bounds = self._candidates.bounds(sentence)
        begin = _ANSWERED_BY.match(self._text, *bounds) or ACTS.match(self._text, *bounds)
        if not begin or not (begin.re is _ANSWERED_BY or _ANSWERS.match(self._text, begin.start("verb"))):
            return None
        who = begin.span("who")
        is_said = overlapping(self._direct, bounds)
        may_speak = begin["article"] or self._resolution.may_speak(who, self._last)
        return who if may_speak and not (is_said or self._subjects.is_told_of(who)) else None

    def _acts(self, start: int, sentence: int, *, reported: bool = False) -> Span | None:
        """The person or body with whom the sentence of a quotation begins, and of whom it tells what they do: "Die
        Partei zeigte sich „enttäuscht von allem“"."""
        begin = ACTS.match(self._text, self._starts[sentence], start)
        if reported:
            bounds = self._starts[sentence], start
            begin = begin or _HAS_ACTED.match(self._text, *bounds) or _ANSWERED_BY.match(self._text, *bounds)
        if not begin or overlapping(self._direct, (begin.start(), begin.end())):
            return None
        who = begin.span("who")
        named = overlapping(self._persons, who) or overlapping(self._bodies, who)
        may_speak = named or (begin["article"] and self._resolution.may_speak(who, self._last))
        return who if may_speak and self._subjects.tells(who, start) else None

    def _announcer(self, start: int, sentence: int) -> Span | None:
        """The one person of whom a sentence tells before a colon, whatever that is: "Holm fiel es schwer: ..."."""
        begin, _ = self._candidates.bounds(self._candidates.sentence(start - _BETWEEN))
        persons = overlapping(self._persons, (begin, start))
        is_one = len(persons) == 1 and not _COMPARED.search(self._text, begin, persons[0][0])
        return persons[0] if is_one else None

    def _shown(self, end: int, last: int) -> Span | None:
        """The person whom the next sentence shows, where an article begins with what nobody is yet told to say: "„Das
        mache ich gern.“ Ada Brook steht im Hafen."."""
        if self._last or last + 1 >= len(self._starts) or not _ENDS.match(self._text, end, self._starts[last + 1]):
            return None
        begin, stop = self._candidates.bounds(last + 1)
        persons = overlapping(self._persons, (begin, stop))
        is_shown = persons and _SHOWN.fullmatch(self._text, begin, persons[0][0])
        is_said = overlapping(self._direct, (begin, stop)) or self._paragraphs(end, begin)
        return persons[0] if is_shown and not is_said and _DOES.match(self._text, persons[0][1]) else None

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
        found = self._following(end, last) if begins and ends else None
        tells = found and self._text[self._starts[last + 1]].isalnum()  # "- Ada Brook im Hafen: ..." names who spoke
        return None if found and tells and _ANNOUNCES.match(self._text, found[1]) else found

    def _following(self, end: int, last: int) -> Span | None:
        """The first words that name a speaker in the next sentence of the paragraph."""
        following = self._candidates.speakers(last + 1, last + 1)
        is_near = following and self._paragraphs(end, following[0].span[0]) == 0
        return following[0].span if is_near else None

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
