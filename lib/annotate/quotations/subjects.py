"""Which words may be the subject of their clause, as who speaks is: by case, preposition, and the verbs beside them."""

import re

from lib.annotate.quotations.calling import CALLS_UPON
from lib.annotate.quotations.candidates import PREPOSITION, Candidates
from lib.annotate.quotations.referents import is_person
from lib.annotate.quotations.spans import Span
from lib.annotate.quotations.statements import SAYING, is_statement
from lib.annotate.quotations.tagger import CONDITIONAL, SUBJUNCTIVE

_PREPOSITIONS = (
    r"\b(?i:über|mit|an|am|für|gegen|beim?|zum|zur|zu|um|durch|auf|vor|wegen|ohne|im|in|ins|unter|trotz|zwischen|neben|"
    r"seit|hinter)\s"
)
_GOVERNED = re.compile(
    rf"{_PREPOSITIONS}(?:(?:der|die|das|den|dem|des)\s)?(?:[a-zäöüß-]+\s)?(?:[a-zäöüß-]+e[nrms]?\s)?"
    r"(?P<noun>[A-ZÄÖÜ][\w-]+\s)?$"
)
"""Before the object of a preposition, who hardly speaks: "sagte er vor dem Treffen mit Minister Holm"."""
_GOVERNS = re.compile(_PREPOSITIONS)
_ADVERBIAL = re.compile(r"\b(?:vor allem|unter anderem|zum Beispiel|zum Teil|im Übrigen|am Ende)\s$", re.IGNORECASE)
_CASE = re.compile(
    r"(?i:(?:(?:der|die|das)\s)?(?:dem|den|des|einem|einen|eines|diesem|diesen|seinem|seinen|ihrem|ihren))\s|"
    r"der\s(?:[a-zäöüß-]+en\s|[A-ZÄÖÜ]\w+en\s(?=[A-ZÄÖÜ])|"
    r"(?:[a-zäöüß-]+\s)?[A-ZÄÖÜ][\w-]*(?:[a-zäöüß]in|(?<!P)(?:ion|ung|heit|keit|schaft|tät))\b)"
)
"""How no subject begins: "den Minister", "der Europäischen Union", "der Ministerin"."""
_INFLECTED = re.compile(r"\b(?:den|dem|des|eine[mns]|als|vom|beim|zum|zur|im|am)\s$")
"""What stands before no subject."""
_DURATION = re.compile(r"(?:\w+\s){1,2}(?:Jahr|Monat|Woche|Tag|Stunde|Minute)e?n?\b")
_ATTRIBUTED = re.compile(
    r"\b(?:de[nrms]|das|die|(?:k?ein|sein|ihr)(?:e[nrms]?)?)\s(?:[a-zäöüß-]+e[nrms]?\s)?(?P<noun>[A-ZÄÖÜ][\w-]+)\s$"
)
"""A noun with an attribute: "den Bericht der Zeitung"."""
_OF = re.compile(r"\b(?P<noun>[A-ZÄÖÜ][\w-]+)\svo[nm]\s(?:(?:der|dem|den)\s)?(?:[a-zäöüß-]+\s)?(?:[A-ZÄÖÜ][\w-]+\s)?$")
_BECOMES = re.compile(r"\b(?:w[iu]rd|werde|worden)\w*\b")
"""Where no verb is passive, what is somebody's: "nach dem Abgang von Minister Holm"."""
_ATTRIBUTE = re.compile(r"(?:der|des)\s")
_PASSIVE = re.compile(
    r"\b(?:wird|werden|wurden?)\b[^,;:.!?]*\b(?:vorgeworfen|vorgehalten|nachgesagt|gebeten|aufgefordert|"
    r"beschuldigt|verdächtigt|angeklagt|gefragt|attestiert|bescheinigt|unterstellt)\b|"
    r"\b(?:[Gg]ilt|[Gg]alt|[Gg]elten|[Gg]alten)\b[^,;:.!?]*\bals\b|"
    r"\b(?:wird|werden|wurden?)\b[^;:.!?]*\bmit den Worten\b[^;:.!?]*\b(?:begrüßt|empfangen|verabschiedet)\b"
)
"""Of whom or to whom others speak: "ihm wird vorgeworfen", "er gilt als"."""
_ACCUSED = re.compile(
    r"\b(?:wird|werden|wurden?)\b[^,;:.!?]*\b(?:aufgefordert|gebeten|angewiesen|vorgeworfen|vorgehalten|nachgesagt|beschuldigt|verdächtigt|angeklagt|"
    r"attestiert|bescheinigt|unterstellt)\b"
)
"""What somebody is accused of or asked for in the passive."""
_AGENT_OR_SOURCE = re.compile(
    r"\b(?:vo[nm]|durch|laut|seitens|zufolge|nach|darin|in (?:eine[rm]|dem|ihrem|seinem))\b", re.IGNORECASE
)
_BY = re.compile(r"\b(?:von|vom|durch|laut|bei|unter)\s(?:[^\W\d]+\s){0,2}$")
_COMPARED = re.compile(r"[A-ZÄÖÜ][\w-]+“?\swie\s(?:etwa\s)?$")
"""Before an example: "Gruppen wie der Verein"."""
_ACCUSATIVE = re.compile(
    r"\b(?:den|einen|diesen|seinen|ihren)\s(?:[a-zäöüß-]+en\s)?[\w-]*(?i:bericht|artikel|brief|entwurf|antrag|"
    r"beschluss)\s$"
)
"""A text of which somebody else speaks: "wies den Bericht der Zeitung zurück"."""
_AGENT = re.compile(r"\b(?<!laut )(?:von|vom)\s(?:[^\W\d]+\s)?$")
_PARTICIPLE = re.compile(r"\s(?:[a-zäöüß]+\s){0,2}[a-zäöüß]+[tn]e[nrms]?\s[A-ZÄÖÜ]")
"""Behind the agent of an attribute: "die von Holm genannten Zahlen"."""
_OBJECT_FIRST = re.compile(r"\s(?:[a-zäöüß]+|[a-zäöüß]+\s[a-zäöüß]+)\s(?:er|man|ich|wir)\s")
"""Behind an object with which a sentence begins: "Der Politik schlug er vor"."""
_ASKED = re.compile(rf"(?:,|\bund)\s{CALLS_UPON}\s(?:die\s(?:[a-zäöüß]+en?\s)?)?$")
"""Between who does so, named before, and whom: "Holm, der Trainer, bat Brook", "und rief die Armee auf"."""
_NO_VERB = (
    r"und|oder|sowie|als|wie|ob|dass|weil|auch|seit|laut|durch|unter|über|um|nach|vor|gegen|von|vom|mit|für|beim?|im?n?|am?n?|"
    r"auf|aus|zum?|zur|der|die|das|des|dem|den"
)
_VERB = re.compile(
    rf"(?:\s\([^)]*\)|\s(?:von|vom|der|des)\s(?:[a-zäöüß]+\s)?[A-ZÄÖÜ][\w-]+)?,?"
    rf"(?:\s(?!(?:{_NO_VERB})\s)[a-zäöüß]+){{1,3}}\s(?:[A-ZÄÖÜ][\w-]+\s){{0,2}}"
)
"""Between a subject and its object: "Boldt dankte dem Trainer", "Boldt hatte gestern Minister Holm gebeten"."""
_TITLED = re.compile(r"(?:Der|Die|Ein|Eine|Sein|Seine|Ihr|Ihre)\s(?:[a-zäöüß-]+e[rn]?\s)?(?:[A-ZÄÖÜ][\w-]+\s){1,2}")
"""Before the name of a subject with which a sentence begins: "Der frühere Minister Jan Holm"."""
_WHOSE = re.compile(
    rf"\b(?:von|laut|nach|aus|gemäß|so)\s(?:(?!und\s)[^\W\d]+\s)?(?:(?!(?:soll|will|hat|hab|ist|sind|war|wird|werd|wurd|könn|kann)[a-z]*\s)"
    rf"[^\W\d]+\s)?$|\bzitier\w+\s$|{SAYING.pattern}(?:e?n|e?s|e)?\s$",
    re.IGNORECASE,
)
_CONJUNCTION = re.compile(r"\W*(?:dass|wenn|obwohl|weil|nachdem|während|ob|da|falls|bevor)\b", re.IGNORECASE)
"""How a clause begins that depends on another."""
_REPORTED = re.compile(rf"\b(?:{SUBJUNCTIVE.pattern}|{CONDITIONAL.pattern}|bräuchten?)\b")
_BOUNDARY = re.compile("[,;:\n]")
_SUBJECT = 0.9
"""Least probability, where nothing else names a speaker, of one with whom a sentence begins."""
_BEFORE = 60  # characters in which what governs words stands


class Subjects:
    """Says of words of an article whether they may be a subject.

    Args:
        text: the article's.
        candidates: its possible speakers.
    """

    def __init__(self, text: str, candidates: Candidates) -> None:
        self._text = text
        self._candidates = candidates
        self._objects: dict[Span, bool] = {}

    def is_object(self, span: Span) -> bool:
        """Whether the words are no subject, by their case or a preposition, nor say whose statement it is."""
        if span not in self._objects:
            self._objects[span] = self._is_governed(span)
        return self._objects[span]

    def is_source(self, span: Span) -> bool:
        """Whether the words say whose statement it is: "laut Holm", "Holm zufolge"."""
        return bool(_WHOSE.search(self._before(span))) or self._text.startswith(" zufolge", span[1])

    def is_told_of(self, span: Span) -> bool:
        """Whether the words name whom others speak of, or to, in the passive: "ihm wird vorgeworfen", "er gilt als"."""
        passive = _PASSIVE.search(self._text, *self.clause(span))
        return bool(passive) and not (_BY.search(self._before(span)) or self.is_source(span))

    def is_anonymous(self, cue: Span) -> bool:
        """Whether a cue is in the passive and nobody is named by whom: "Ihnen wird vorgeworfen, sie seien zu spät"."""
        begin, end = self.clause(cue)
        passive = _ACCUSED.search(self._text, begin, end)
        return bool(passive) and not _AGENT_OR_SOURCE.search(self._text, begin, end)

    def tells(self, span: Span, quotation: int) -> bool:
        """Whether the words stand as a subject would in the clause that quotes, and that tells rather than reports: not
        "Jeder Lehrer könne „...“", nor "Dass Holm geht, nennt sie „...“".

        Args:
            quotation: where that begins.
        """
        begin, end = self.clause(span)
        depends = _CONJUNCTION.match(self._text, begin, span[0]) and not begin <= quotation < end
        governed = _GOVERNS.match(self._text, *span) or _INFLECTED.search(self._text, begin, span[0])
        return not (depends or governed or _REPORTED.search(self._text, begin, end))

    def clause(self, span: Span) -> Span:
        """Where the clause of some words begins and ends: at the marks within its sentence."""
        begin, stop = self._candidates.bounds(self._candidates.sentence(span[0]))
        marks = [match.end() for match in _BOUNDARY.finditer(self._text, begin, span[0])]
        end = _BOUNDARY.search(self._text, span[1], stop)
        return marks[-1] if marks else begin, end.start() if end else stop

    def _before(self, span: Span) -> str:
        return self._text[max(0, span[0] - _BEFORE) : span[0]]

    def _is_governed(self, span: Span) -> bool:
        before = self._before(span)
        governed = None if _ADVERBIAL.search(before) else _GOVERNED.search(before)
        if governed and (not governed["noun"] or is_person(governed["noun"].strip())):
            return True
        if _COMPARED.search(before) or _DURATION.match(self._text, *span) or _ACCUSATIVE.search(before):
            return True
        if self.is_told_of(span):
            return True
        if (_AGENT.search(before) and _PARTICIPLE.match(self._text, span[1])) or self._is_owner(span):
            return True
        if self.is_source(span):
            return False
        is_first = _OBJECT_FIRST.match(self._text, span[1])
        return (
            bool(is_first or _CASE.match(self._text, *span)) or self._is_attribute(span) or self._follows_subject(span)
        )

    def _is_owner(self, span: Span) -> bool:
        """Whether the words name a person of whom something is: "nach dem Abgang von Minister Holm"."""
        noun = _OF.search(self._before(span))
        is_owner = noun and is_person(self._text[slice(*span)]) and not is_statement(noun["noun"])
        return bool(is_owner) and not _BECOMES.search(self._text, *self.clause(span))

    def _is_attribute(self, span: Span) -> bool:
        """Whether a noun before the words has them as its attribute, or as its object: "den Bericht der Zeitung"."""
        noun = _ATTRIBUTED.search(self._before(span))
        if not noun or is_statement(noun["noun"]):
            return False
        return bool(_ATTRIBUTE.match(self._text, *span)) and not is_person(self._text[slice(*span)])

    def _follows_subject(self, span: Span) -> bool:
        """Whether the words stand behind a verb and one that speaks before it, with whom the sentence begins."""
        if self._text[slice(*span)] in {"er", "sie"}:
            return False
        sentence = self._candidates.sentence(span[0])
        likely = [one for one in self._candidates.possible(sentence, sentence) if one.likelihood > _SUBJECT]
        named = [*self._candidates.speakers(sentence, sentence), *likely]
        asked = _ASKED.search(self._before(span))
        if asked and (asked.group().startswith("und") or any(one.span[1] < span[0] for one in named)):
            return True
        for (start, end), _ in named:
            begin, _ = self._candidates.bounds(sentence)
            begins = end < span[0] and (start == begin or _TITLED.fullmatch(self._text, begin, start))
            is_adverbial = self.is_source((start, end)) or PREPOSITION.match(self._text, start)
            if begins and not is_adverbial and _VERB.fullmatch(self._text, end, span[0]):
                return True
        return False
