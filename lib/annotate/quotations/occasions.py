"""What somebody speaks after or of, and who is no source: "nach den Protesten schrieb die Zeitung", unlike "nach der
Polizei"."""

import re

from lib.annotate.quotations.spans import Span

_AFTER = re.compile(
    r"(?:\b(?P<soon>[Kk]urz|[Uu]nmittelbar|[Dd]irekt|[Gg]leich)\s)?"
    r"\b(?:[Nn]ach|[Vv]on)\s(?P<what>(?:(?!(?:und|oder|laut|so)\s)[^\W\d]+\s){0,2})$"
)
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\w-]+")
HAPPENING = (
    r"besuch|(?<!k)reise|treffen|gipfel|krieg|konflikt|angriff|anschlag|pandemie|streik|rücktritt|unfall|niederlage|"
    r"ausbruch|anstieg|rückgang|vorfall"
)
"""Nouns, or their last parts, for what happens, which says nothing."""
_HAPPENS = re.compile(
    rf"(?:[\w-]*(?i:{HAPPENING}|protest|demo|demonstration|unruhe|ausschreitung|krawall|spiel|partie|sitzung|konferenz|"
    r"sturm|unwetter|unfäll|unglück|anschläg|attentat|attacke|überf[aä]ll|explosion|br[aä]nd|feuer|sieg|festnahme|"
    r"verhaftung|razzia|prozess|verhandlung|abstimmung|auftritt|konzert|lockdown|pause|ferien|krise|skandal)|"
    r"(?:Landtags|Bundestags|Präsidentschafts|Kommunal|Stich)?[Ww]ahl|Tod|Tat|Bekanntwerden|Beginn|Ende|Ausfall|Flucht)"
    r"(?:e?n|e?s|e)?"
)
"""These, and others after which somebody speaks."""
_BEFORE = 60  # characters in which the preposition stands


def is_occasion(text: str, span: Span) -> bool:
    """Whether some words, behind "nach" or "von", are for what happened, or are part of that ("der Stadt" in "nach den
    Protesten der Stadt")."""
    after = _AFTER.search(text, max(0, span[0] - _BEFORE), span[0])
    noun = _NOUN.search(after["what"] + text[slice(*span)]) if after else None
    return bool(after and noun and (after["soon"] or _HAPPENS.fullmatch(noun[0])))
