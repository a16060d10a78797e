"""Who says a quotation: the words beside it that the tagger takes for a speaker, and whom a pronoun stands for."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from lib.annotate.encoder import labels
from lib.annotate.quotations.tagger import Role, Tags

Span = tuple[int, int]

_LIKELY = 8.0
"""By how much a speaker is more likely than the tagger says: it saw few of them."""
_SURELY = 0.95
"""Least probability of who is quoted through a medium."""
_NEARER = 300
"""Characters farther away that a speaker may stand of whom the tagger is sure rather than not at all."""
_SENTENCES, _PARAGRAPHS = 3, 1
"""Over which a speaker keeps the word."""
_REACH = 600
"""Characters before a pronoun in which the person may stand."""
_PRONOUNS = frozenset({"er", "sie", "es", "dieser", "diese", "ihm", "ihr", "man"})
_DETERMINER = re.compile(
    r"(?:(?:der|die|das|den|dem|des|k?ein(?:e[rnms]?)?|dies\w*|jen\w*|sein\w*|ihr\w*|mehrere[nr]?|viele[nr]?|einige[nr]?)\s+)+",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"(?:von|vom|laut)\s+", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:k?ein(?:e[rnms]?)?|mehrere[nr]?|viele[nr]?|einige[nr]?)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:der|die|dem|den|des|dieser|diese)\s", re.IGNORECASE)
_PERSON = re.compile(
    r"\d-jährige|politiker|minister|präsident|chef|sprecher|kanzler|senator|vorsitzend|meister|expert|anwalt|forscher|"
    r"virolog|autor|unternehmer|premier|gründer|manager|abgeordnet|sekretär|kommissar|leiter|landrat|führer",
    re.IGNORECASE,
)
_AGENT = re.compile(r"(?:er|ist|ant|ent|or|loge|nom|e)$")
"""How German nouns end that say what a man is: "der Republikaner", "der Jurist"."""
_SPOKESPERSON = "sprecher"
"""Not the person named before, but maybe the one described before: "ein Sprecher der Polizei", "der Sprecher"."""
_CLOSING = frozenset({")", "“", '"'})
_PHRASE = 6  # words within which a noun must come
_LEAST = 1e-9
_BEHIND = frozenset({"anfang", "mitte", "ende", "der", "die", "das", "ein", "eine", "es"})
"""What stands behind a name without belonging to it: "das Ministerium Anfang der Woche"."""
_ROLE = re.compile(r"([A-ZÄÖÜ][\w-]{3,})\s$")
_ENDING = re.compile(r"(?:innen|in|en|n|s)$")


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
    """

    def __init__(self, doc: Doc, tags: Tags, direct: Sequence[Span]) -> None:
        self._text = doc.text
        self._starts = [sentence.start_char for sentence in doc.sents]
        self._persons = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PER"]
        self._roles: dict[str, Span] = {}
        for start, end in self._persons:
            if noun := _ROLE.search(self._text, max(0, start - 40), start):
                self._roles.setdefault(_base(noun[1]), (start, end))
        self._named: dict[int, list[tuple[Span, float]]] = {}
        for tokens, likelihood in _tagged(doc, tags, Role.SPEAKER, _LIKELY):
            span = _noun_phrase(doc, tokens)
            if not any(start <= span[0] and span[1] <= end for start, end in direct):
                self._named.setdefault(self._sentence(span[0]), []).append((span, likelihood))
        self._cues: dict[int, list[Span]] = {}
        for tokens, _ in _tagged(doc, tags, Role.CUE, 1.0):
            span = doc[tokens[0]].idx, doc[tokens[-1]].idx + len(doc[tokens[-1]])
            self._cues.setdefault(self._sentence(span[0]), []).append(span)
        self._described: list[Span] = []
        self._last: Span | None = None
        self._words: Span | None = None
        self._heard = 0

    def of(self, start: int, end: int) -> Speaker:
        """The speaker of the quotation at these offsets; unknown where nothing tells."""
        first, last = self._sentence(start), self._sentence(end - 1)
        cue = self._nearest(start, end, [(span, 1.0) for i in range(first, last + 1) for span in self._cues.get(i, ())])
        found = self._beside(start, end, first, last) or (None if cue else self._ahead(end, last))
        if found:
            self._last, self._words, self._heard = self._resolved(found), found, last
        elif first - self._heard > _SENTENCES:
            self._last = None
        else:
            self._heard = last
        words = self._words if self._last else None
        return Speaker(*(self._last or (-1, -1)), *(words or (-1, -1)), *(cue or (-1, -1)))

    def behind(self, medium: Span, start: int, end: int) -> Span | None:
        """Who, before the quotation at these offsets and in its sentence, says what a medium is named for: "Müller
        sprach von „...“, meldete die Agentur"."""
        within = [
            span for i in range(self._sentence(start), self._sentence(end - 1) + 1) for span in self._named.get(i, ())
        ]
        others = [span for span, likelihood in within if likelihood > _SURELY and span[1] <= start]
        first = next((span for span in others if not (span[0] < medium[1] and medium[0] < span[1])), None)
        return self._resolved(first) if first else None

    def _beside(self, start: int, end: int, first: int, last: int) -> Span | None:
        """The words that name a speaker in the sentences of the quotation, or in one that belongs to it."""
        own = [entry for i in range(first, last + 1) for entry in self._named.get(i, ())]
        if not own and last + 1 < len(self._starts) and self._text[self._starts[last + 1]].islower():
            own = self._named.get(last + 1, [])[:1]  # the sentence was cut behind the quotation: "...!", sagte X.
        if not own:
            own = self._named.get(first - 1, [])[-1:]
        return self._nearest(start, end, own)

    def _ahead(self, end: int, last: int) -> Span | None:
        """The words that name a speaker in the next sentence, where a paragraph begins to report: "..., sagte X"."""
        begins = self._last is None or self._paragraphs(self._starts[self._heard], end) > 0
        following = self._named.get(last + 1, []) if begins else []
        if following and self._paragraphs(end, following[0][0][0]) == 0:
            return following[0][0]
        return None

    def _nearest(self, start: int, end: int, spans: Sequence[tuple[Span, float]]) -> Span | None:
        def cost(entry: tuple[Span, float]) -> float:
            (a, b), likelihood = entry
            return max(a - end, start - b, 0) - _NEARER * likelihood

        return min(spans, key=cost)[0] if spans else None

    def _resolved(self, span: Span) -> Span:
        """Whom a pronoun or a description stands for, where that is certain enough; else the words themselves."""
        words = self._text[slice(*span)]
        if preposition := _PREPOSITION.match(words):
            span = span[0] + preposition.end(), span[1]
            words = self._text[slice(*span)]
        if within := [person for person in self._persons if person[0] >= span[0] and person[1] <= span[1]]:
            return within[-1] if within[-1][1] == span[1] and within[-1][0] > span[0] else span
        if words.lower() in _PRONOUNS:
            return self._antecedent(span) or span
        determiner = _DETERMINER.match(words)
        bare = span[0] + (determiner.end() if determiner else 0), span[1]
        if determiner and _INDEFINITE.match(words):
            self._described.append(bare)
            return bare
        nouns = [_base(noun) for noun in re.findall(r"[A-ZÄÖÜ][\w-]+", self._text[slice(*bare)])]
        for base in nouns:
            for role, person in self._roles.items():
                if role == base or (determiner and len(base) > 4 and role.endswith(base)):
                    return person
        if determiner and len(nouns) == 1 and _SPOKESPERSON in nouns[0] and (before := self._described_as(nouns[0])):
            return before
        self._described.append(bare)
        described = _DEFINITE.match(words) and (
            _PERSON.search(words) or (len(nouns) == 1 and words.lower().startswith("der ") and _AGENT.search(nouns[0]))
        )
        return (self._antecedent(span) if described else None) or bare

    def _described_as(self, noun: str) -> Span | None:
        """The last speaker who was described by this noun, or by one that ends in it or in which it ends."""
        for span in reversed(self._described):
            first = re.search(r"[A-ZÄÖÜ][\w-]+", self._text[slice(*span)])
            if first and (noun.endswith(_base(first[0])) or _base(first[0]).endswith(noun)):
                return span
        return None

    def _antecedent(self, span: Span) -> Span | None:
        """The speaker before, or the person with whom the sentence before begins, or the person named last."""
        if self._last and self._is_person(self._last) and self._paragraphs(self._last[0], span[0]) <= _PARAGRAPHS:
            return self._last
        before = [person for person in self._persons if span[0] - _REACH < person[1] <= span[0]]
        sentence = self._sentence(span[0])
        return next(
            (person for person in before if self._sentence(person[0]) == sentence - 1), before[-1] if before else None
        )

    def _is_person(self, span: Span) -> bool:
        return any(start < span[1] and span[0] < end for start, end in self._persons)

    def _paragraphs(self, start: int, end: int) -> int:
        return self._text.count("\n\n", start, end)

    def _sentence(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)


def _base(noun: str) -> str:
    return _ENDING.sub("", noun.lower())


def _tagged(doc: Doc, tags: Tags, role: Role, boost: float) -> list[tuple[list[int], float]]:
    """Tokens of each span of a role, which ends with its sentence, and the greatest probability in it."""
    scores = tags.scores[:, role] * np.array([1, boost, boost], np.float32)
    scores /= scores.sum(axis=1, keepdims=True)
    begins = np.flatnonzero([bool(doc[int(token)].is_sent_start) for token in tags.tokens])
    spans: list[list[int]] = []
    for words in np.split(np.arange(len(scores)), begins[1:]):
        for word, tag in zip(words.tolist(), labels.best(np.log(scores[words] + _LEAST), labels.BIO), strict=True):
            if tag == 1:
                spans.append([word])
            elif tag:
                spans[-1].append(word)
    return [(tags.tokens[span].tolist(), float(1 - scores[span, 0].min())) for span in spans]


def _noun_phrase(doc: Doc, tokens: Sequence[int]) -> Span:
    """Offsets of the tagged words as a noun phrase: to the end of its name or noun, and without what is none."""
    first, last = tokens[0], tokens[-1] + 1
    while last - first > 1 and not doc[first].text[0].isalnum():
        first += 1
    while last - first > 1 and not (doc[last - 1].text[0].isupper() or doc[last - 1].text in _CLOSING):
        last -= 1
    stop = doc[first].sent.end
    if doc[last - 1].lower_ not in _PRONOUNS:
        while last < min(stop, first + _PHRASE) and not doc[last - 1].text[0].isupper() and doc[last].text.isalpha():
            last += 1
        while last < stop and (doc[last].ent_iob_ == "I" or doc[last].ent_type_ == "PER"):
            last += 1
    for end in (ent.end for ent in doc[first:last].ents):
        if end < last and doc[end].lower_ in _BEHIND:
            last = end
    return doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
