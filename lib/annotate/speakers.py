"""Who says a quotation: the cue beside it and the words that name the speaker, found by the order of German clauses."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_REGULAR = """sag erklär beton kritisier warn forder argumentier begründ ergänz mahn mein twitter antwort erwider
entgegn erläuter bekräftig versicher verkünd behaupt bestätig bemerk kommentier appellier äußer lob beklag klag fürcht
erinner erzähl frag glaub vermut hoff schilder unterstreich verlang verlaut verteidig konstatier resümier formulier
urteil prognostizier räum teil füg kündig zitier meld signalisier präzisier monier moniert spott scherz schimpf jubel
bedauer begrüß würdig plädier post attestier rechtfertig schlussfolger bilanzier wiederhol stell dank rüg beteuer
empör deut gratulier ruf droh bericht""".split()
_IRREGULAR = """sprach sprachen spricht sprechen schrieb schrieben schreibt schreiben gab gaben gibt rief riefen ruft
nannte nannten nennt nennen heißt hieß hießen wies wiesen weist verwies verwiesen verweist bezeichnete bezeichneten
bezeichnet bezeichnen befand befanden befindet widersprach widersprachen widerspricht versprach versprachen verspricht
sieht sah sehen warf warfen wirft werfen hob hoben hebt unterstrich unterstrichen unterstreicht drückte findet fand
riet rieten rät empfahl empfahlen empfiehlt empfehlen gestand gestanden gesteht schloss bat baten bittet skandierten
weiß wusste gesagt gefordert erklärt betont geschrieben kritisiert gewarnt angekündigt mitgeteilt mitteilte mitteilten
mitteilt aufgerufen geantwortet gesprochen genannt bezeichnet geäußert geworben erläutert hinzugefügt hinzufügte
getwittert gemahnt zitiert zurückgewiesen hingewiesen vorgeworfen beschrieb beschrieben beschreibt beruft berief
verriet verraten verrät singt sang las liest zeigte fuhr fasste machte äußerte betitelte überschrieb titelt titelte""".split()
VERBS = frozenset(
    [stem + ending for stem in _REGULAR for ending in ("t", "te", "ten", "en", "et", "ete", "eten")] + _IRREGULAR
)
_PRONOUNS = frozenset("er sie man wir ich dieser diese jener jene beide".split())
_ARTICLES = frozenset("der die das ein eine sein seine ihr ihre unser unsere mehrere viele einige zwei drei".split())
_OBLIQUE = frozenset("dem den des einem einen einer eines ihm ihr ihnen ihn mir uns seinem ihrem seiner ihrer".split())
_PREPOSITIONS = frozenset(
    """in im am an auf bei beim nach vor mit gegenüber zu zum zur von vom aus für über unter gegen während seit um bis
    ohne durch wegen laut trotz angesichts neben zwischen ab per via""".split()
)
_GENITIVES = frozenset("der des eines einer".split())
_WORD = re.compile(r"\w+(?:[-–’'/.&]\w+)*-?|[^\w\s]")


class Speaker(NamedTuple):
    """Offsets of the words that name a speaker, and of the cue; -1 where there is none."""

    start: int
    end: int
    cue_start: int
    cue_end: int


class Word(NamedTuple):
    """A word or a punctuation mark."""

    text: str
    start: int
    end: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def words(text: str, start: int, end: int) -> Sequence[Word]:
    return [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def noun_phrase(phrase: Sequence[Word], at: int) -> int:
    """Index one past the noun phrase that begins at word `at`, or `at` if none does."""
    i = at
    if phrase[i].text.lower() in _PRONOUNS and not (i + 1 < len(phrase) and phrase[i + 1].capital):
        return i + 1
    if phrase[i].text.lower() in _ARTICLES | _GENITIVES | _PRONOUNS:
        i += 1
        while i < len(phrase) and re.fullmatch(r"[a-zäöüß-]+(e|er|en|es|em)|\d+(-\w+)?", phrase[i].text):
            i += 1
    head = i
    while i < len(phrase) and phrase[i].capital:
        i += 1
    if i == head:
        return at
    if i + 2 < len(phrase) and phrase[i].text == "(" and ")" in (phrase[i + 2].text, phrase[min(i + 3, len(phrase) - 1)].text):
        i = i + 3
    if i + 1 < len(phrase) and phrase[i].text in _GENITIVES | {"von", "für", "vom"}:
        following = noun_phrase(phrase, i) if phrase[i].text in _GENITIVES else noun_phrase(phrase, i + 1)
        if following > i + 1:
            return following
    return i


def subject(phrase: Sequence[Word]) -> tuple[int, int] | None:
    """Indices of the first noun phrase that can be a subject."""
    i = 0
    while i < len(phrase):
        word = phrase[i].text.lower()
        if word in _PREPOSITIONS or word in _OBLIQUE and word != "ihr":
            i = max(i + 1, noun_phrase(phrase, i + 1)) if i + 1 < len(phrase) else i + 1
            if phrase[i - 1].text.lower() in _OBLIQUE and i < len(phrase):
                i = max(i, noun_phrase(phrase, i))
            continue
        end = noun_phrase(phrase, i)
        if end > i:
            return i, end
        i += 1
    return None


def after(text: str, start: int, end: int) -> Speaker | None:
    """The speaker named behind a quotation that ends at `start`: ``“, sagte X``, ``“, so X``, ``“, laut X``."""
    phrase = words(text, start, end)
    while phrase and not phrase[0].text[0].isalpha():
        if phrase[0].text in ":;":
            return None
        phrase = phrase[1:]
    for i, word in enumerate(phrase[:8]):
        if not word.text[0].isalnum():
            return None
        lower = word.text.lower()
        if lower in VERBS or lower in ("so", "laut"):
            clause = _until(phrase[i + 1 :], ".!?;:„“\"»«”")
            found = subject(clause) if lower != "laut" else _whole(clause)
            if found:
                return Speaker(clause[found[0]].start, clause[found[1] - 1].end, word.start, word.end)
            found = subject(phrase[:i])
            if found:
                return Speaker(phrase[found[0]].start, phrase[found[1] - 1].end, word.start, word.end)
            return Speaker(-1, -1, word.start, word.end)
    return None


def before(text: str, start: int, end: int) -> Speaker | None:
    """The speaker named before a quotation that begins at `end`: ``X sagte: „``, ``Dazu sagte X, ... „``, ``X: „``."""
    phrase = words(text, start, end)
    for i in reversed(range(len(phrase))):
        lower = phrase[i].text.lower()
        if lower in VERBS or lower == "laut":
            if lower != "laut":
                clause = phrase[:i]
                found = subject(clause)
                if found:
                    return Speaker(clause[found[0]].start, clause[found[1] - 1].end, phrase[i].start, phrase[i].end)
            clause = _until(phrase[i + 1 :], ",.!?;:„“\"»«”")
            found = subject(clause) if lower != "laut" else _whole(clause)
            if found:
                return Speaker(clause[found[0]].start, clause[found[1] - 1].end, phrase[i].start, phrase[i].end)
            return Speaker(-1, -1, phrase[i].start, phrase[i].end)
    if len(phrase) > 1 and phrase[-1].text == ":":
        found = subject(phrase[:-1])
        if found and found[0] == 0:
            return Speaker(phrase[0].start, phrase[found[1] - 1].end, -1, -1)
    return None


def _until(phrase: Sequence[Word], marks: str) -> Sequence[Word]:
    stop = next((i for i, word in enumerate(phrase) if word.text in marks), len(phrase))
    return phrase[:stop]


def _whole(clause: Sequence[Word]) -> tuple[int, int] | None:
    end = noun_phrase(clause, 1) if len(clause) > 1 and clause[0].text in _OBLIQUE else 0
    return (0, end) if end > 1 else subject(clause)
