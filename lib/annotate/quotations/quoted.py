"""Which words in quotation marks are somebody's, whole or in part, and which a name, a title or a word that the source
doubts: by what they are and what stands beside."""

import re
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

from lib.annotate.quotations.marks import marked
from lib.annotate.quotations.referents import Span, overlapping
from lib.annotate.quotations.tagger import Role, Tags

MIN_WORDS = 3
"""Of a quotation; fewer are quoted in part."""
_SAYS, _CUE, _SPEAKER = 0.5, 0.5, 0.7
"""Least probability that a word is reported, a cue or a speaker, for a word in marks beside it to be somebody's."""
_CALLS = re.compile(
    r"\b(?:nannten?|nennt|nennen|bezeichne\w*|sprach(?:en)?|spricht|sprechen|gesprochen|warf(?:en)?|wirft|vorgeworfen|"
    r"warnt\w*|kritisier\w*|beschr[ie]+b\w*|wertet\w*|lobt\w*|verurteilt\w*|rügt\w*|zurückgewiesen)\b"
)
"""What is done with a word of one's own: "nannte die Pläne „absurd“"."""
_WORD = re.compile(r"\w[\w'’.-]*")
_CALLED = re.compile(
    r"\b(?:Titel[ns]?|Mottos?|Rubrik|Kategorie|Prädikat|Auszeichnung|Begriffe?s?|(?:Phänomen)?[Bb]ereich|Überschrift|Typs?|"
    r"Namen?s?|Studie|Firma|Magazins?|Gesetz|Aktion|Projekts?|Initiative|Kampagne|Preis|Album|Films?|Lied|Song|Romans?|"
    r"Buch|Bündnis|Organisation|Gruppe|Partei|Serie|Sendung|Zeitung|Zeitschrift|Programms?|Formation|Musical|Oper|Show|"
    r"Operation|Ausstellung|Thema|Stichwort|[Ss]o ?genannt\w*|sog\.)\s*[„“”\"»«'‚]$"
)
"""What bears a name, right before the mark."""
_KNOWN_AS = re.compile(
    r"[“”\"«»'’]\s(?:\([A-ZÄÖÜ]{2,}\)|"
    r"(?:selbst\s)?(?:bekannt|genannt|nennt|nannte|verliehen|ausgezeichnet|umbenannt|getauft)\b)"
)
"""What follows a name, right behind the mark."""
_BESIDE = 30  # characters in which these stand
_PHRASE = re.compile(
    r"(?:der|die|das|des|dem|den|für|von|vom|zum|zur|mit|ohne|und|in|im|am|auf|an|aus|gegen|beim?|über|unter|zu|oder|als|"
    r"nach|um|wie|eine?[rsmn]?)|[a-zäöüß]\w*e[nrsm]?",
)
"""Words in small letters that a noun phrase may have: small ones, and what may be an adjective."""
_BEGINS = re.compile(r"(?:ich|wir|er|sie|es|man|das|diese?r?|alle|nicht|nur|auch|wenn|wer|was|sehr|so)", re.IGNORECASE)
"""What begins a sentence rather than a name."""


class Quoted:
    """What stands in quotation marks in an article.

    Attributes:
        direct: offsets, without the marks, of three words and more that are no name or title.
        partial: of one or two words, not capitalised, where a word of their sentence tells that somebody speaks.
    """

    def __init__(self, doc: Doc, tags: Tags) -> None:
        self._text = doc.text
        self._names = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        self._begins = [sentence.start_char for sentence in doc.sents] + [len(doc.text)]
        self._starts = np.array([doc[int(token)].idx for token in tags.tokens])
        self._roles = 1 - tags.scores[:, :, 0]
        self.direct: list[Span] = []
        self.partial: list[Span] = []
        for span in [(words.start, words.end) for words in marked(doc.text) if not words.depth]:
            words = _WORD.findall(self._text[slice(*span)])
            if not words or self._is_title(span, words):
                continue
            if len(words) >= MIN_WORDS:
                self.direct.append(span)
            elif words[0][0].islower() and not overlapping(self._names, span) and self._is_said(span):
                self.partial.append(span)

    def _is_said(self, span: Span) -> bool:
        """Whether words are reported, or their sentence names who speaks, or how."""
        sentence = bisect_right(self._begins, span[0]) - 1
        first, last = self._begins[sentence], self._begins[min(sentence + 1, len(self._begins) - 1)]
        here = self._roles[slice(*np.searchsorted(self._starts, span)), Role.REPORT]
        around = self._roles[slice(*np.searchsorted(self._starts, (first, last)))].max(axis=0, initial=0)
        is_said = bool((here > _SAYS).any()) or around[Role.CUE] > _CUE or around[Role.SPEAKER] > _SPEAKER
        return is_said or bool(_CALLS.search(self._text, first, last))

    def _is_title(self, span: Span, words: Sequence[str]) -> bool:
        """Whether words are a name or a title as a whole."""
        text, quoted = self._text, self._text[slice(*span)]
        titled = all(word[0].isupper() for word in words) and quoted[-1] not in ".!?"
        within = overlapping(self._names, span)
        if titled or any(start <= span[0] and span[1] <= end for start, end, _ in within):
            return True
        if _CALLED.search(text, max(0, span[0] - _BESIDE), span[0]):
            return True
        holds_name = any(label in {"ORG", "MISC"} for _, _, label in within)
        return _is_noun_phrase(quoted, words) and (holds_name or bool(_KNOWN_AS.match(text, span[1])))


def _is_noun_phrase(quoted: str, words: Sequence[str]) -> bool:
    if words[0][0].islower() or _BEGINS.fullmatch(words[0]) or re.search(r"[,;:!?.]$|[,;:!?]\s", quoted):
        return False
    return all(not word[0].islower() or _PHRASE.fullmatch(word) for word in words)
