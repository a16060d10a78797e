"""How sure a text is of what it says: hearsay, presumption, appearance, possibility, condition, certainty; and what it
negates or somebody denies. Words are found by a list; of "sollen" and "wollen" only what reports a claim counts, which
their perfect infinitive shows ("soll geliefert haben"), and of "heißt es" what names no document that says so."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files

from lib.article import Article, sentence_at
from lib.schema import REPORTED, Modality, Voice

_WORDS = "modality.toml"
_ENDINGS = "(?:e[nrsm]?)?"
_DONE = (
    r"\b(?:(?!gegen|wegen)[a-zäöüß]{0,20}ge[a-zäöüß]{1,20}(?:t|en)|[a-zäöüß]{1,20}iert"
    r"|(?:be|ver|er|ent|zer|miss|über|unter)[a-zäöüß]{1,20}(?:t|en))"
)
_HAPPENED = (
    r"\b(?:worden|[a-zäöüß]{0,20}(?:gewesen|geworden|gekommen|kommen|gegangen|gefahren|geflogen|geflohen|geflüchtet|gestorben"
    r"|storben|gefallen|gereist|reist|geschehen|passiert|erschienen|gelaufen|gestiegen|gesunken|verschwunden|erfolgt"
    r"|geblieben|gekehrt|gedrungen|gelungen|gescheitert|gestürzt|gezogen|getreten|gelandet|gestoßen|getroffen|explodiert"
    r"|gesprungen|geraten|unglückt|trunken|gewachsen|getaucht|entstanden))"
)
"""Participles of which "sein" makes the perfect, and not a state ("soll verpflichtet sein")."""
_PERFECT = rf"(?:{_DONE} haben|{_HAPPENED} sein)\b"
_CLAIMS = (
    re.compile(
        r"\b(?P<mark>soll|sollen|will|wollen)\b(?:(?!, (?:dass|was|um|weil|wenn|damit)\b)[^.;!?\n]){0,200}?"
        rf"{_PERFECT}(?! zu)"
    ),
    re.compile(rf"{_PERFECT} (?P<mark>soll|sollen|will|wollen)\b"),
)
_IT_IS_SAID = re.compile(
    r"(?:(?<=, )|\b[Ss]o )(?P<mark>h(?:eißt|ieß) es)\b"
    r"(?![^.;,!?\n]{0,80}\b(?:in|im|aus|bei|beim|von|vom|laut|dort|darin|weiter)\b)"
    r"|(?<![Ww]ie )(?P<bare>\b[Ee]s h(?:eißt|ieß)(?=, ))"
)
_REFUSED = (
    re.compile(r"\b(?P<mark>w(?:eist|eisen|ies|iesen))\b[^.;!?\n]{0,160}?\bzurück\b"),
    re.compile(r"\b(?P<mark>str(?:eitet|eiten|itt|itten))\b[^.;!?\n]{0,160}?\bab\b"),
)
_IF = re.compile(r"(?<![\w,;] )\b(?P<mark>Sollten?)\b(?=[^.!?\n]{3,200},)")
"""A condition without "wenn": "Sollte es regnen, ..."."""
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    *(("hearsay", pattern) for pattern in (*_CLAIMS, _IT_IS_SAID)),
    *(("denial", pattern) for pattern in _REFUSED),
    ("conditional", _IF),
)
_NOT_ONLY = re.compile(r" (?:nur|zuletzt|bloß|(?:mehr|weniger|älter|jünger|länger|kürzer) als)\b")
"""Behind "nicht", which then negates nothing."""
_PLAYED = re.compile(
    r"(?: [a-zäöüß]\w*){0,4} (?:sein|ihr|ein|da|di|de)\w* (?:\w+e[nrs]? ){0,2}"
    r"(?!Wahl)\w*(?i:partien?|spiele?|rennen|finale|kampf|turnier|saison|match|duell|lebensunterhalt)\b"
)
"""Behind "bestreitet", which then denies nothing."""
_CAPITALS = frozenset({"Gerüchten", "Dementi"})
_BEGINS = re.compile(r"(?:^|[.!?:\n„“”\"»«›‹‚‘'(\[–•*·…-])\s*$")
_AS_REPORTED = frozenset({"hätten", "würden", "müssten"})
"""Forms that stand for those of reported speech which are no other than the indicative's: "sie hätten" for "haben"."""
_MAY = frozenset({"dürfte", "dürften"})
_PERMITTED = re.compile(r"\b(?:nur|maximal|höchstens|nicht mehr|keine?[nmrs]?)\b")
_CONDITION = re.compile(r"\b(?:wenn|falls|sofern)\b", re.IGNORECASE)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = tomllib.loads(files("lib.annotate").joinpath(_WORDS).read_text(encoding="utf-8"))
    return tuple((kind, _pattern(entry["words"])) for kind, entry in listed.items())


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(word.rstrip("*")) + (_ENDINGS if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


def find(article: Article, starts: Sequence[int], voices: Iterable[Voice] = ()) -> list[Modality]:
    """Marks of modality and negation of an article in order.

    Args:
        starts: offsets at which its sentences begin.
        voices: whose its words are; reported speech has some forms of its own, which make nothing less sure.
    """
    text = article.text
    reported = [(voice.start, voice.end) for voice in voices if voice.voice == REPORTED]
    begins = [start for start, _ in reported]
    found = []
    for start, end, kind in sorted(set(_marks(text))):
        at = bisect_right(begins, start) - 1
        if at >= 0 and end <= reported[at][1] and _is_as_reported(text, start, end, reported[at]):
            continue
        sentence = sentence_at(starts, start)
        found.append(Modality(article.id, sentence, start, end, kind, text[start:end]))
    return found


def _marks(text: str) -> Iterator[tuple[int, int, str]]:
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            if _counts(match, kind):
                yield *match.span(), kind
    for kind, pattern in _FORMS:
        for match in pattern.finditer(text):
            yield *match.span(match.lastgroup or 0), kind


def _counts(match: re.Match[str], kind: str) -> bool:
    """Whether a listed word is one here: in small letters unless it begins a sentence, and not of another meaning."""
    text, word = match.string, match[0]
    if (
        word[0].isupper()
        and word.split()[0] not in _CAPITALS
        and not _BEGINS.search(text[max(0, match.start() - 4) : match.start()])
    ):
        return False
    if word.lower() == "nicht" and _NOT_ONLY.match(text, match.end()):
        return False
    return not (kind == "denial" and word.lower().startswith("bestr") and _PLAYED.match(text, match.end()))


def _is_as_reported(text: str, start: int, end: int, reported: tuple[int, int]) -> bool:
    """Whether a form in reported speech is no more than that."""
    word, around = text[start:end].lower(), text[slice(*reported)]
    if word in _MAY:
        return bool(_PERMITTED.search(around))
    return word in _AS_REPORTED and start > reported[0] and not _CONDITION.search(around)
