"""The medium to which somebody speaks, and from which an article has what is said: "sagte sie der Zeitung"."""

import re
from collections.abc import Sequence

from lib.annotate.quotations.spans import Span, overlapping
from lib.schema import Citation

_TELLS = re.compile(r"(?:sag|erzähl|erklär|beton|bestätig|verriet|teil|äußer|schilder)\w*$")
_MEDIUM = r"(?:[\w-]*(?i:zeitung|magazin|sender|agentur|blatt|portal)(?:en|s)?\s)?[„\"“»]?"
_NAME = r"[A-ZÄÖÜ][\w.-]*(?:\s(?:von\s)?[A-ZÄÖÜ][\w.-]*){0,3}(?:\s\([^)]*\))?"
_TITLED = (
    r"(?:der|die|das|eine?)\s(?:[a-zäöüß-]+e[rn]?\s)?"
    r"(?:[A-ZÄÖÜ][\w.-]*(?:\s(?:von\s)?[A-ZÄÖÜ][\w.-]*){1,3}(?:\s\([^)]*\))?"
    rf"|[A-ZÄÖÜ][\w-]*\s(?:des|der)\s[A-ZÄÖÜ][\w-]+,\s{_NAME},)"
)
"""Who speaks, by a title and a name; a title alone may be somebody's of the medium: "die Sprecherin der Zeitung"."""
_TO = re.compile(
    rf"\s(?:(?:(?:er|sie|{_NAME}|{_TITLED})\s)?(?:am\s\w+\s|weiter\s)?der|"
    rf"(?:[^\s.,;:!?]+\s){{0,6}}?(?:dem|den|gegenüber(?:\s(?:der|dem|den))?))\s{_MEDIUM}"
)
_TO_BEFORE = re.compile(rf"(?:^|[.!?“”\"]\s|\n)De[rm]\s{_MEDIUM}$")
"""Between a cue and a medium in the dative behind it, and before one with which the sentence begins."""
_NEAR = 90  # characters between a cue and the medium to which somebody speaks


def told_to(text: str, cue: Span, media: Sequence[tuple[int, int, Citation]]) -> str:
    """The medium to which somebody speaks: "sagte er der Zeitung", "Dem Sender sagte sie"; empty if none is named.

    Args:
        cue: offsets of the word that says that somebody speaks.
        media: those that the article names, by their offsets, in order.
    """
    if not _TELLS.match(text, *cue):
        return ""
    for start, end, medium in overlapping(media, (cue[0] - _NEAR, cue[1] + _NEAR)):
        begins = _TO_BEFORE.search(text, max(0, start - _NEAR), start) and not text[end : cue[0]].strip('“”"«» ')
        if begins or _TO.fullmatch(text, cue[1], start):
            return medium.text
    return ""
