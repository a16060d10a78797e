"""Which words in quotation marks are somebody's, whole or in part, and which a name, a title or a word that the source
doubts: by what they are and what stands beside."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from spacy.tokens import Doc

from lib.annotate.quotations.chosen import MARK, InMarks
from lib.annotate.quotations.marks import DOUBLE, marked
from lib.annotate.quotations.spans import Span, overlapping
from lib.annotate.quotations.tagger import SUBJUNCTIVE, FloatArray, Role, Tags
from lib.article import sentence_at

MIN_WORDS = 3
"""Of a quotation; fewer are quoted in part."""
_SAYS, _CUE, _SPEAKER = 0.5, 0.6, 0.7
"""Least probability that a word is reported, a cue or a speaker, for a word in marks beside it to be somebody's."""
_COLON = re.compile(rf":\s{MARK}$")
"""Before what somebody is said to say, be it one word: "höhnte: „Bravo!“"."""
_OPENED, _COMMA = re.compile(rf"{MARK}\s*$"), re.compile(rf"\s*{MARK},\s")
_WORD = re.compile(r"\w[\w'’.-]*")
_CALLED = re.compile(
    r"\b(?:[\w-]*(?i:titel[ns]?|mottos?|namen?s?|slogans?|überschrift)(?:\s(?:ist|war|lautete?)(?:\s[a-zäöüß]+)?)?|"
    r"Rubrik|Kategorie|Prädikat|Auszeichnung|Begriffe?s?|"
    rf"Kapitels?(?:\s\d+)?|\w*[Bb]ereich|Typs?|Stichwort|Hashtags?|[Ss]o ?genannt\w*|sog\.):?\s*{MARK}$"
)
"""What says that a name follows, right before the mark."""
_BEARER = re.compile(
    r"\b(?:Studie|Firma|Magazine?s?|Gesetz|Aktion|Projekts?|Initiative|Kampagne|Preis|Album|[\w-]*(?i:films?|lied|serie|buch)|"
    r"Song|Romans?|Bündnis|Organisation|Gruppe|Partei|Sendung|(?<!unserer )(?<!dieser )Zeitung|Zeitschrift|Programms?|"
    rf"Formation|Musical|Oper|Show|Operation|Ausstellung|Thema|App|Schiff|Portal|Nachrichtenseite)\s*{MARK}$"
)
"""What bears a name, right before the mark."""
_BUSINESS = re.compile(
    rf"\b(?:Firma|Magazine?s?|(?<!unserer )(?<!dieser )Zeitung|Zeitschrift|Portal|Nachrichtenseite)\s*{MARK}$"
)
"""What may bear one in small letters: "die Firma „neue energie ag“"."""
_KNOWN_AS = re.compile(
    rf"\s*{MARK}(?:,\swie\s(?:er|sie|es|man|sich)\b[^,.;]{{0,60}}\s(?:nennt|nennen|nannten?|genannt)\b|"
    r"\s(?:\([A-ZÄÖÜ]{2,}\)|nennt sich|(?:sich\s)?selbst\s(?:nennt|nannte)|"
    r"(?:bekannt(?:e[nrms]?)?|genannt(?:e[nrms]?)?|verliehen|ausgezeichnet|umbenannt|getauft)\b))"
)
"""What follows a name, right behind it."""
_ANNOUNCED = re.compile(
    rf"\s*{MARK}(?:,?\s(?:so\s)?lautete?\s(?:\w+\s){{0,3}}?(?:[\w-]*(?i:titel|motto|slogan|überschrift)|Name)|"
    r"\s(?:sang|sangen|singt|singen))\b"
)
"""What says that a name stood before: "„Alle in einem Boot“ lautet das Motto", "sang"."""
_GOES_ON = re.compile(rf"\s*{MARK}(?:,|,?\s(?:und|oder|sowie)|\s\()\s*(?:(?:der|die|das|den|dem)\s)?{MARK}\s*")
"""Between names that are listed, or a name and what it means: "„Hai“ oder „Wal im Netz“"."""
_ARTICLE = re.compile(rf"\b(?:der|die|das|dem|den|des|zum|vom|im|beim)\s{MARK}$", re.IGNORECASE)
"""Right before the mark, where a noun phrase in marks is the noun: "leitete die „Stelle für Betrug am Bau“"."""
SAYS_THE = re.compile(
    rf"\b(?:(?P<tells>teilte)|berichtete|meldete)\s(?P<who>d(?:ie|as)\s[{DOUBLE}](?P<name>[A-ZÄÖÜ][^{DOUBLE}\n]{{1,80}})"
    rf"[{DOUBLE}])(?(tells)(?=[^.!?\n]{{0,80}}\bmit\b))"
)
"""Who says so by a name in marks: "teilte die „Aktion Küste“ mit"."""
_NO_NOUN = re.compile(rf"{MARK}\s?(?:[a-zäöüß,;.:]|$)")
"""Behind words in marks that are the noun themselves: "der „stern“ berichtete"."""
_IN_MARKS = re.compile(rf"[{DOUBLE}][^{DOUBLE}]*[{DOUBLE}]")
_REPORTED = re.compile(rf"\b(?:{SUBJUNCTIVE.pattern})\b")
"""What a sentence quotes, and outside of that the form of its verb where it reports."""
_BESIDE = 30
"""Characters in which the bearer of a name stands."""
_SMALL = re.compile(
    r"der|die|das|des|dem|den|für|von|vom|zum|zur|mit|ohne|und|in|im|am|auf|an|aus|gegen|beim?|über|unter|zu|oder|als|"
    r"nach|um|wie|eine?[rsmn]?|of|the|and|on|for|de|du|la|le|del|di|et"
)
_FOREIGN = re.compile(r"of|the|and|on|for|to|de|du|la|le|del|di|et")
"""Small words of titles in other languages: "Man of the Match"."""
_PHRASE = re.compile(rf"(?:{_SMALL.pattern})|[a-zäöüß]\w*e[nrsm]?")
"""Words in small letters that a noun phrase may have: small ones, and what may be an adjective."""
_COMPOUND = re.compile(rf"{MARK}-[A-ZÄÖÜ]")
"""Behind words that are part of a noun: "die „Eins zu eins“-Regel"."""
_LAW = re.compile(r"\w*(?:[Gg]esetz|[Vv]erordnung|[Rr]ichtlinie)(?:e?s)?\s(?:zu[mr]?|für|über|gegen)\b")
"""What begins the name of a law."""
_BEGINS = re.compile(r"(?:ich|wir|er|sie|es|man|das|diese?r?|alle|nicht|nur|auch|wenn|wer|was|sehr|so)", re.IGNORECASE)
"""What begins a sentence rather than a name."""
_ADVERB = re.compile(
    r"(?:noch|schon|vor|in|im|bis|dank|unter|je|mehr|viel|kein\w*|nach|mit|bei|auf|zu|zum|zur|für|gegen|ohne|am|an|über|als)",
    re.IGNORECASE,
)
"""What begins a part of a sentence rather than a term."""


class Quoted:
    """What stands in quotation marks in an article.

    Attributes:
        direct: offsets, without the marks, of three words and more that are no name or title.
        partial: of one or two words that somebody chose or says, as their sentence tells.
    """

    def __init__(self, doc: Doc, tags: Tags) -> None:
        self._text = doc.text
        self._names = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        self._speakers = {match.span("name") for match in SAYS_THE.finditer(doc.text)}
        self._begins = [sentence.start_char for sentence in doc.sents] + [len(doc.text)]
        self._starts = np.array([doc[int(token)].idx for token in tags.tokens])
        self._roles = 1 - tags.scores[:, :, 0]
        self._told: dict[int, bool] = {}
        self.direct: list[Span] = []
        self.partial: list[Span] = []
        spans = [(words.start, words.end) for words in marked(doc.text) if not words.depth]
        titles = self._titles(spans)
        for span in spans:
            words = _WORD.findall(self._text[slice(*span)])
            if not words or (self._text[slice(*span)] in titles and not self._is_spoken(span)):
                continue
            if len(words) >= MIN_WORDS:
                self.direct.append(span)
            elif self._is_partial(span, words) and not self._is_name(span):
                self.partial.append(span)

    def _titles(self, spans: Sequence[Span]) -> set[str]:
        """The words in marks that are names or titles anywhere, and those listed behind one, or that explain it."""
        found: set[str] = set()
        is_title = False
        for before, span in zip([(0, 0), *spans], spans, strict=False):
            goes_on = is_title and _GOES_ON.fullmatch(self._text, before[1], span[0])
            is_title = bool(goes_on and not self._is_spoken(span)) or self._is_title(span)
            if is_title:
                found.add(self._text[slice(*span)])
        return found

    def _is_spoken(self, span: Span) -> bool:
        """Whether a comma and a cue follow the words: "„Nein, Europa, Nein“, rief Holm"."""
        follows = _COMMA.match(self._text, span[1])
        has_article = _ARTICLE.search(self._text, max(0, span[0] - _BESIDE), span[0])
        if not follows or has_article or _ANNOUNCED.match(self._text, span[1]):
            return False
        word = int(np.searchsorted(self._starts, follows.end()))
        return word < len(self._starts) and bool(self._roles[word, Role.CUE] > _CUE)

    def _is_partial(self, span: Span, words: Sequence[str]) -> bool:
        marks = self._in_marks(span)
        before = marks.before
        if self.partial and marks.goes_on(self.partial[-1]):
            return True
        if not _OPENED.search(before):
            return False  # the rest of a quotation that began in the line before
        cues = self._roles[slice(*self._words_of_sentence(span)), Role.CUE]
        is_announced = _COLON.search(before) and cues.max(initial=0) > _CUE
        if is_announced or marks.is_said() or self._is_spoken(span):
            return True
        if words[0][0].isupper():
            is_told = marks.is_noun_in_clause() and self._reports(span).min(initial=1) > _SAYS
            return bool(is_told) or marks.is_noun_of_choice() or marks.is_accused(before)
        is_name = _BEARER.search(before) or (_ARTICLE.search(before) and _NO_NOUN.match(self._text, span[1]))
        is_small_name = is_name and not any(word[0].isupper() for word in words)
        return marks.is_judged() or marks.is_chosen(before) or (not is_small_name and self._is_said(span))

    def _is_name(self, span: Span) -> bool:
        """Whether words in marks, or some of them, are a name."""
        return bool(overlapping(self._names, span)) and not self._in_marks(span).is_word_of_choice()

    def _in_marks(self, span: Span) -> InMarks:
        return InMarks(self._text, span, self._ends(span))

    def _is_term(self, span: Span, words: Sequence[str]) -> bool:
        """Whether a noun phrase is a term, and no words before tell that somebody says, shouts or thinks so."""
        begin = self._ends(span)[0]
        before = self._text[begin : span[0]]
        if _ADVERB.fullmatch(words[0]) or _COLON.search(before) or not _OPENED.search(before):
            return False
        verbs = any(
            noun[0].isupper() and word[0].islower() and not _SMALL.fullmatch(word) for noun, word in pairwise(words)
        )
        ends = words[-1][0].islower()
        return not (verbs or ends or self._in_marks(span).is_thought())

    def _is_said(self, span: Span) -> bool:
        """Whether words are reported, or their sentence is, or names who speaks, or how."""
        sentence = self._sentence(span)
        if sentence not in self._told:
            begin, end = self._ends(span)
            around = self._roles[slice(*np.searchsorted(self._starts, (begin, end)))].max(axis=0, initial=0)
            own = _IN_MARKS.sub("", self._text[begin:end])
            is_named = around[Role.CUE] > _CUE or around[Role.SPEAKER] > _SPEAKER
            self._told[sentence] = bool(is_named or _REPORTED.search(own))
        return bool((self._reports(span) > _SAYS).any()) or self._told[sentence]

    def _reports(self, span: Span) -> FloatArray:
        """The probability of each of its words that it is reported."""
        reports: FloatArray = self._roles[slice(*np.searchsorted(self._starts, span)), Role.REPORT]
        return reports

    def _words_of_sentence(self, span: Span) -> Span:
        """First and one past the last word of its sentence."""
        first, last = np.searchsorted(self._starts, self._ends(span)).tolist()
        return first, last

    def _sentence(self, span: Span) -> int:
        return min(sentence_at(self._begins, span[0]), len(self._begins) - 2)

    def _ends(self, span: Span) -> Span:
        """Where the sentence of a span begins and ends."""
        sentence = self._sentence(span)
        return self._begins[sentence], self._begins[sentence + 1]

    def _is_title(self, span: Span) -> bool:
        """Whether words are a name or a title as a whole."""
        text, quoted = self._text, self._text[slice(*span)]
        words = _WORD.findall(quoted)
        marks = self._in_marks(span)
        if not words or marks.is_called():
            return False
        capitals = all(word[0].isupper() or _FOREIGN.fullmatch(word) for word in words) and words[-1][0].isupper()
        titled = len(words) >= MIN_WORDS and words[0][0].isupper() and capitals and quoted[-1] not in ".!?"
        within = overlapping(self._names, span)
        if (
            titled
            or _COMPOUND.match(text, span[1])
            or _LAW.match(quoted)
            or self._speaks(span)
            or (any(start <= span[0] and span[1] <= end for start, end, _ in within) and not marks.is_word_of_choice())
        ):
            return True
        before = text[max(0, span[0] - _BESIDE) : span[0]]
        if (
            _ANNOUNCED.match(text, span[1])
            or (_CALLED.search(before) and not (quoted.endswith(".") and _COLON.search(before)))
            or (_BEARER.search(before) and (words[0][0].isupper() or _BUSINESS.search(before)))
        ):
            return True
        holds_name = any(label in {"ORG", "MISC"} for _, _, label in within)
        if not _is_noun_phrase(quoted, words):
            return False
        stands_as_noun = _ARTICLE.search(before) or (len(words) >= MIN_WORDS and self._is_term(span, words))
        is_the_noun = bool(stands_as_noun) and not (self._is_said(span) or marks.is_chosen(before))
        return (holds_name and not marks.is_held()) or is_the_noun or bool(_KNOWN_AS.match(text, span[1]))

    def _speaks(self, span: Span) -> bool:
        """Whether words in marks name who speaks: "teilte das „Bündnis gegen rechts“ mit"."""
        words = self._roles[slice(*np.searchsorted(self._starts, span)), Role.SPEAKER]
        return span in self._speakers or (bool(len(words)) and float(words.mean()) > _SPEAKER)


def _is_noun_phrase(quoted: str, words: Sequence[str]) -> bool:
    if words[0][0].islower() or _BEGINS.fullmatch(words[0]) or re.search(r"[,;:!?.]$|[,;:!?]\s|\.\s[A-ZÄÖÜ]", quoted):
        return False
    return all(not word[0].islower() or _PHRASE.fullmatch(word) for word in words)
