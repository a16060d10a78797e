"""Words that may name the speaker of a quotation: what the tagger takes for one, a pronoun beside a cue, and a document
in which something stands."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from lib.annotate.encoder import labels
from lib.annotate.quotations.calling import CALLS, CALLS_UPON
from lib.annotate.quotations.extended import whole
from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.occasions import is_occasion
from lib.annotate.quotations.referents import PRONOUNS
from lib.annotate.quotations.spans import Span, overlapping
from lib.annotate.quotations.statements import SAYING
from lib.annotate.quotations.tagger import Role, Tags
from lib.annotate.quotations.written import RATHER, SOURCE, TOLD_BEFORE, find
from lib.annotate.times.calendar import DAYPARTS, MONTHS, WEEKDAYS
from lib.article import sentence_at
from lib.schema import Citation

DETERMINER = re.compile(
    r"\b(?:(?:der|die|das|den|dem|des|k?ein(?:e[rnms]?)?|diese[rnms]?|jene[rnms]?|(?:sein|ihr)(?:e[rnms]?)?|mehrere[nr]?|"
    r"viele[nr]?|einige[nr]?)\s+)+",
    re.IGNORECASE,
)
PREPOSITION = re.compile(r"(?:von|vom|laut|nach|im|in|aus|auf|bei|beim)\s+", re.IGNORECASE)
"""Before the words that name a speaker: "Im Bericht des Amtes heißt es"."""
_LIKELY = 8.0
"""By how much a speaker is more likely than the tagger says: it saw few of them."""
_POSSIBLE = 128.0
"""The same where nothing else names one."""
_REPORTED, _NAMED = 0.9, 0.5
"""Probabilities from which a word is surely reported, and below which it surely names no speaker: "Die Lehrerin habe
..." tells of her where no cue says that she speaks."""
_RECIPIENT = re.compile(r"\s(?:der|dem)(?:\s[^\W\d][\w-]*)?\s[„\"“»]?$")
_TOLD_TO_MEDIUM = re.compile(
    r"(?P<who>(?:[Dd](?:er|ie|as)|[Ee]ine?)\s[A-ZÄÖÜ][\w-]+\s(?:des|der)\s[^.,;:]{2,80}?)\s(?:der|dem)\s(?:[a-zäöüß]+en\s)?"
    r"[\w-]*(?i:zeitung|magazin|sender|agentur|blatt|portal)\b(?:\s[A-ZÄÖÜ][\w-]+)*"
)
"""Who speaks, by what body they belong to, and the medium to which: "der Leiter des Instituts der Zeitung"."""
_SPEAKS_TO = re.compile(
    r"\b(?:sag(?:t|te|ten)|erzähl\w+|erklärt\w*|beton\w+|äußert\w*|bestätigt\w*|verriet|verraten|teilte|wurde)\s"
    r"(?P<who>(?:er|sie|(?!Der|Die|Das)[A-ZÄÖÜ][\w.-]*(?:\s(?:von|[A-ZÄÖÜ][\w.-]*|\([A-Z][\w/ -]*\))){0,4})\s)?"
    r"(?:am\s\w+\s|weiter\s)?$"
)
_BEGINS_DATIVE = re.compile(r"De[rmn]\s")
_SPEAKS_BEHIND = re.compile(r"\s(?:sag(?:t|te|ten)|erzählte|verriet)\s(?:er\b|sie\b|[A-ZÄÖÜ])")
"""Behind a medium in the dative, with which a sentence begins: "Der „Zeit“ sagte Holm"."""
_MEDIA_OF = re.compile(
    r"\b(?:den|der|dem)\s\w*(?:zeitung|bl[aä]tt|sender|magazin|redaktion|portal)\w*\s(?:(?:der|des|von)\s)?[„\"“»]?$",
    re.IGNORECASE,
)
"""Before whose media somebody speaks to: "sagte sie den Zeitungen der Mediengruppe"."""
_TOWARDS = re.compile(r"gegenüber\s", re.IGNORECASE)
_BEHIND_TOWARDS = re.compile(r"\bgegenüber\s(?:(?:der|dem|den)\s)?$", re.IGNORECASE)
_DATIVE = re.compile(r"(?:der|dem|den)\s")
_LEARNS = re.compile(r"\berf(?:uhr(?:en)?|ährt|ahren)\s(?:(?:der|die|das)\s)?$")
"""Before whom something is told: "Das erfuhren die Anwohner"."""
_PASSES_ON = re.compile(r",\szitiert\s(?:von|in|vom|nach)\s(?:(?:der|den|dem)\s)?$")
"""Before a medium that only has it: "der Minister hatte, zitiert von Zeitungen, gesagt"."""
_HAS_IT = re.compile(r"[”“\"«»]?\s(?:exklusiv\s|vorab\s)?(?:vorlieg\w*|vorlag\w*)\b")
"""Behind whom a document is with: "ein Papier, das der Agentur vorliegt"."""
_CREDIT = re.compile(r"\([\w/, -]+\)(?=\s*(?:\n|$))")
"""Whose text an article is, as its last words tell: "(dpa)"."""
_MEDIUM = re.compile(r"(?:zeitung|magazin|sender|agentur|blatt|presse|portal|rundfunk)(?:en|s|es)?$", re.IGNORECASE)
_BEFORE = 90  # characters before a medium in which it is told that somebody speaks to it
_OF_A_MEDIUM = re.compile("bericht|angabe|information|interview|meldung", re.IGNORECASE)
_CLOSING = frozenset({")", "“", '"'})
_BEHIND = frozenset({"der", "die", "das", "ein", "eine", "es"})
"""What stands behind a name without belonging to it: "das Ministerium Anfang der Woche"."""
_ADJECTIVE = re.compile("[a-zäöüß]{4,}e[nrs]?")
"""Behind whom a source is, and before what is said: "laut Polizei schwere Schäden"."""
_PARTS = frozenset({"anfang", "mitte", "ende"})
"""Of months and years."""
_ADVERB = re.compile(
    "wörtlich|weiter|vorher|damals|danach|derweil|unterdessen|indes|inzwischen|dort|hier|"
    "da(?:bei|rin|vor|zu)|zu(?:dem|letzt|vor)|später|daraufhin|anschließend|noch|auch|bereits|"
    r"schon|nun|jetzt|doch|aber|und|bei|am|nur|außerdem|jüngst|kürzlich|gestern|heute|mittlerweile|schließlich|allerdings|"
    r"dennoch|trotzdem|zunächst|erneut|zugleich|gleichzeitig|ferner|weiterhin|dagegen|hingegen|stattdessen|tatsächlich|"
    "als|oder|nicht|nein|ja|bisher|bislang|seinerzeit|jahrelang|jahrzehntelang|manchmal|hinterher|vielmehr|immerhin|"
    "jedenfalls|einerseits|andererseits|daher|deshalb|deswegen|dann|"
    r"(?:anfang|mitte|ende) \w+"
)
"""What is no noun though it begins a sentence, and when something is: "Wörtlich heißt es", "Anfang Mai"."""
_NOBODY = re.compile(
    r"(?:(?:am|im|bis|seit|ab|vom|von)\s)?"
    r"(?:(?:ersten|zweiten|dritten|vierten|letzten|vergangenen|kommenden|anfang|mitte|ende|\d\d?\.)\s)?"
    rf"(?:(?:{'|'.join(WEEKDAYS)})(?:{'|'.join(DAYPARTS)})?|(?:{'|'.join(MONTHS)})(?:\s\d{{4}})?|halbjahr|quartal|jahr|woche|"
    r"wochenende|monat)s?|"
    "wer|was|jede[rs]?|niemand|keiner|nichts|mes?z|gmt|utc"
)
"""Times, and whoever is meant in general: no speakers."""
_CIRCUMSTANCE = re.compile(r"(?:für|gegen|mit|ohne|seit|trotz|über|um|vor|während|wegen|zum?|zur)\s")
"""How words begin, in small letters, that tell of what or when somebody speaks: "Zur Frage der Schulen sagte er"."""
_NAMES = frozenset({"PER", "ORG"})
_DATIVE_ARTICLES = frozenset({"dem", "den", "einem", "seinem", "ihrem"})
"""Behind a noun: to whom it is said."""
_FINITE = re.compile(
    "ist|sind|war(?:en)?|w(?:ird|erden|urden?)|ha(?:t|ben|tten?)|kann|können|konnten?|soll(?:en|ten?)?|muss|müssen|mussten?|"
    "darf|dürfen|will|wollen|wollten?|gibt|gab|blieb(?:en)?"
)
"""Behind a source, before what happened: "laut einer Umfrage sind 86 Prozent"."""
_GOES_ON = re.compile(
    "außer|in|im|an|am|auf|aus|bei|mit|nach|ohne|über|um|unter|von|vom|vor|zum?|zur|nicht|nie|kein|noch|seit|für|gegen"
)
"""Behind a comma, how a sentence goes on that who says so interrupts: "sei, meldete die Agentur, außer Kontrolle"."""
_PAST = re.compile("(?!alte)[a-zäöüß]+ten?")
"""A verb between two nouns: "der Trainer lobte Torwart Holm"."""
_NEAR = 30  # characters beside a cue in which "wie berichtet" stands
_PHRASE = 6  # words within which a noun must come
_ASKS = re.compile(rf"(?:er)?(?:{CALLS_UPON}|{CALLS})")
"""Verbs behind which "sie" is rather whom somebody asks or calls something."""
_LEAST = 1e-9


class Candidate(NamedTuple):
    """Words that may name a speaker, and how likely they do."""

    span: Span
    likelihood: float


class Candidates:
    """Speakers and cues of an article by the number of their sentence.

    Args:
        doc: with names and sentences.
        tags: of its words.
        direct: what stands in quotation marks; nothing in it names the speaker.
        cited: the media that the article names.
        owners: names in the genitive.
    """

    def __init__(
        self, doc: Doc, tags: Tags, direct: Sequence[Span], cited: Sequence[Citation], owners: Collection[Span]
    ) -> None:
        self._text = doc.text  # made anew at each access
        self._starts = [sentence.start_char for sentence in doc.sents]
        self._direct = sorted(direct)
        self._media = [(row.start, row.end) for row in cited]
        self._speakers: dict[int, list[Candidate]] = defaultdict(list)
        self._possible: dict[int, list[Candidate]] = defaultdict(list)
        self._cues: dict[int, list[Candidate]] = defaultdict(list)
        names = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ in _NAMES]
        cues = [tokens for tokens, _ in _tagged(doc, tags, Role.CUE, 1.0) if not self._is_own(doc[tokens[0]].idx)]
        with_cue = {self.sentence(doc[tokens[0]].idx) for tokens in cues}
        reported = _reported(tags)
        saying = frozenset(token for tokens in cues for token in tokens if doc[token].text[0].islower())
        for named, boost in ((self._speakers, _LIKELY), (self._possible, _POSSIBLE)):
            for tokens, likelihood in _tagged(doc, tags, Role.SPEAKER, boost):
                found = _noun_phrase(doc, tokens, saying)
                found = whole(self._text, found, self.bounds(self.sentence(found[0])), names)
                span = self._without_recipient(found)
                words = self._text[slice(*span)].lower()
                if _ADVERB.fullmatch(words) or _NOBODY.fullmatch(words) or words.startswith(("und ", "oder ")):
                    continue
                if _CIRCUMSTANCE.match(words):
                    continue
                is_told_of = self.sentence(span[0]) not in with_cue and reported.issuperset(tokens)
                if is_told_of or self._hears(span) or is_occasion(self._text, span):
                    continue
                if span not in owners or SAYING.match(self._text, span[1]):
                    self._add(named, span, likelihood)
        for tokens in cues:
            span = doc[tokens[0]].idx, doc[tokens[-1]].idx + len(doc[tokens[-1]])
            self._cues[self.sentence(span[0])].append(Candidate(span, 1.0))
            for at in range(max(0, tokens[0] - 1), min(tokens[-1] + 2, len(doc))):
                follows_und = at > tokens[0] > 0 and doc[tokens[0] - 1].lower_ == "und"
                is_asked = at > tokens[0] and _ASKS.match(doc[tokens[0]].text)
                if doc[at].lower_ in {"er", "sie"} and not (doc[at].text == "sie" and (follows_und or is_asked)):
                    pronoun = doc[at].idx, doc[at].idx + len(doc[at])
                    self._add(self._speakers, pronoun, RATHER, instead=True)
        self._add_written()

    def _add_written(self) -> None:
        """Add those whom the words around them name as speakers, whatever the tagger says."""
        for written in find(self._text, self._starts):
            sentence = self.sentence(written.at)
            says = [cue for cue in self._cues[sentence] if not SOURCE.search(self._text, *cue.span)]
            quotes = overlapping(self._direct, self.bounds(sentence))
            if written.unless_said and (says or quotes):
                continue
            if written.drops:
                begin, end = written.drops
                others = self._speakers[sentence]
                others[:] = [one for one in others if one.span[1] <= begin or one.span[0] >= end]
            if self.sentence(written.span[0]) != sentence:
                self._speakers[sentence].append(Candidate(written.span, written.likelihood))
            else:
                self._add(self._speakers, written.span, written.likelihood, instead=written.instead)

    def sentence(self, at: int) -> int:
        """The number of the sentence in which an offset stands."""
        return sentence_at(self._starts, at)

    def bounds(self, sentence: int) -> Span:
        """Where a sentence begins and ends."""
        following = sentence + 1
        return self._starts[sentence], self._starts[following] if following < len(self._starts) else len(self._text)

    def speakers(self, first: int, last: int) -> list[Candidate]:
        """Of the sentences from `first` to `last`."""
        return [candidate for i in range(first, last + 1) for candidate in self._speakers.get(i, ())]

    def possible(self, first: int, last: int) -> list[Candidate]:
        """Of these sentences, words that the tagger takes for a speaker, those too that are little likely."""
        return [candidate for i in range(first, last + 1) for candidate in self._possible.get(i, ())]

    def cues(self, first: int, last: int) -> list[Candidate]:
        """Of the sentences from `first` to `last`."""
        return [candidate for i in range(first, last + 1) for candidate in self._cues.get(i, ())]

    def medium_before(self, at: int) -> Span | None:
        """The last medium that is named before an offset."""
        return next((span for span in reversed(self._media) if span[1] <= at), None)

    def _add(self, among: dict[int, list[Candidate]], span: Span, likelihood: float, *, instead: bool = False) -> None:
        """Add a candidate, unless words of it are one already; in place of that if it is to be (`instead`), or if it is
        likelier and longer."""
        if overlapping(self._direct, span):
            return
        named = among[self.sentence(span[0])]
        same = [other for other in named if other.span[0] < span[1] and span[0] < other.span[1]]
        length = span[1] - span[0]
        better = all(other.likelihood < likelihood and other.span[1] - other.span[0] < length for other in same)
        if instead or better:
            named[:] = [other for other in named if other not in same]
            named.append(Candidate(span, likelihood))

    def _is_own(self, cue: int) -> bool:
        """Whether an article tells what it has told before: "Wie berichtet, ..."."""
        found = TOLD_BEFORE.search(self._text, max(0, cue - _NEAR), cue + _NEAR)
        return found is not None and found.start() <= cue < found.end()

    def _hears(self, span: Span) -> bool:
        """Whether the words name whom somebody speaks to: "sagte er der Zeitung", "sagte Holm gegenüber Brook"."""
        preceding = self._text[max(0, span[0] - _BEFORE) : span[0]]
        if _CREDIT.match(self._text, span[0] - 1):
            return True
        if _LEARNS.search(preceding) or _PASSES_ON.search(preceding) or _HAS_IT.match(self._text, span[1]):
            return True
        if _TOWARDS.match(self._text, *span) or _BEHIND_TOWARDS.search(preceding):
            return not self._text.startswith(" zufolge", span[1])  # "gegenüber dem Vorjahr den Statistikern zufolge"
        if _BEGINS_DATIVE.match(self._text, *span) and _SPEAKS_BEHIND.match(self._text, span[1]):
            return bool(overlapping(self._media, span) or _MEDIUM.search(self._text, *span))
        media = _MEDIA_OF.search(preceding)
        before = _SPEAKS_TO.search(preceding[: media.start()] if media else preceding)
        if not before or not (media or _DATIVE.match(self._text, *span)):
            return False
        return bool(media or before["who"] or overlapping(self._media, span) or _MEDIUM.search(self._text, *span))

    def _without_recipient(self, span: Span) -> Span:
        """Without the medium to which somebody speaks: "sagte der Minister der Zeitung"."""
        if told := _TOLD_TO_MEDIUM.fullmatch(self._text, *span):
            return told.span("who")
        for medium in overlapping(self._media, span):
            before = _RECIPIENT.search(self._text[span[0] : medium[0]])
            if before and not _OF_A_MEDIUM.search(self._text, *span):
                return span[0], span[0] + before.start()
        return span


def _reported(tags: Tags) -> set[int]:
    """Tokens that are surely part of reported speech and not of a speaker's name."""
    role = 1 - tags.scores[:, :, 0]
    sure = (role[:, Role.REPORT] > _REPORTED) & (role[:, Role.SPEAKER] < _NAMED)
    found: set[int] = set(tags.tokens[sure].tolist())
    return found


def _tagged(doc: Doc, tags: Tags, role: Role, boost: float) -> Iterator[tuple[list[int], float]]:
    """Tokens of each span of a role, which ends with its sentence, and the greatest probability in it."""
    scores = tags.scores[:, role] * np.array([1, boost, boost], np.float32)
    scores /= scores.sum(axis=1, keepdims=True)
    begins = np.flatnonzero([bool(doc[int(token)].is_sent_start) for token in tags.tokens])
    spans: list[list[int]] = []
    for words in np.split(np.arange(len(scores)), begins[begins > 0]):
        for word, tag in zip(words.tolist(), labels.best(np.log(scores[words] + _LEAST), labels.BIO), strict=True):
            if tag == 1:
                spans.append([word])
            elif tag:
                spans[-1].append(word)
    for span in spans:
        yield tags.tokens[span].tolist(), float(1 - scores[span, 0].min())


def _noun_phrase(doc: Doc, tokens: Sequence[int], saying: Collection[int]) -> Span:
    """Offsets of the tagged words as a noun phrase: to the end of its name or noun, and without what is none, such as
    the verbs of `saying`."""
    first, last = tokens[0], tokens[-1] + 1

    def is_noun(at: int) -> bool:
        word = doc[at].text
        is_word = word[0].isupper() or "-" in word[1:] or doc[at].ent_type_ in _NAMES  # "dpa"
        return is_word and not (at == first and (DETERMINER.fullmatch(f"{word} ") or PREPOSITION.fullmatch(f"{word} ")))

    while last - first > 1 and not doc[first].text[0].isalnum():
        first += 1

    def is_whole(at: int) -> bool:
        return is_noun(at) or (doc[at].text in _CLOSING and not doc[at - 1].whitespace_)

    while last - first > 1 and not (is_noun(last - 1) or doc[last - 1].text in _CLOSING):
        last -= 1
    stop = doc[first].sent.end
    if (
        last < stop - 1 and doc[last].text in DOUBLE and doc[last + 1].ent_type_ and not is_whole(last - 1)
    ):  # "die „taz“"
        last = next((at + 1 for at in range(last + 1, stop) if doc[at].text in DOUBLE), last)
    if doc[last - 1].lower_ not in PRONOUNS:
        while (
            last < min(stop, first + _PHRASE) and not is_whole(last - 1) and doc[last].text.replace("-", "").isalnum()
        ):
            last += 1
        while last < stop and (doc[last].ent_iob_ == "I" or doc[last].ent_type_ in _NAMES):
            last += 1
    is_source = first > 0 and doc[first - 1].lower_ == "laut"
    for at in range(first + 1, last):
        word = doc[at]
        named = at - 2 if doc[at - 1].text in DOUBLE and at - 2 >= first else at - 1
        begins_another = word.lower_ in _BEHIND or (is_source and _ADJECTIVE.fullmatch(word.text))
        is_behind_name = doc[named].ent_type_ and word.ent_iob_ != "I" and begins_another
        is_part = word.lower_ in _PARTS and word.text[0].isupper()
        is_aside = word.text == "," and at + 1 < last and _GOES_ON.fullmatch(doc[at + 1].text)
        ends = is_behind_name or is_part or is_aside or at in saying or _FINITE.fullmatch(word.text)
        names_object = any(token.ent_type_ == "PER" for token in doc[at + 1 : min(at + 3, last)])
        follows_subject = is_noun(at - 1) and (doc[at - 1].ent_type_ or DETERMINER.match(f"{doc[first].text} "))
        is_verb = names_object and follows_subject and _PAST.fullmatch(word.text)
        if ends or is_verb or (word.lower_ in _DATIVE_ARTICLES and is_noun(at - 1)):
            last = at
            break
    marks = [token.text for token in doc[first:last] if token.text in {"(", ")"}]
    if marks == ["("] and last < stop and doc[last].text == ")":
        last += 1
    elif marks == [")"] and doc[last - 1].text == ")":
        last -= 1
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
