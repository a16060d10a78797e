"""Words before a number or a length of time that say how exact it is."""

import re

_WORDS = {
    "about": "rund|etwa|ca.|circa|zirka|ungefähr|annähernd|schätzungsweise|um die|an die",
    "almost": "knapp|fast|nahezu|beinahe",
    "just over": "gut",
    "more than": "mehr als|älter als|länger als|über",
    "less than": "weniger als|jünger als|kürzer als|unter",
    "at least": "mindestens|wenigstens|zumindest|nicht weniger als|nicht jünger als|nicht kürzer als|"
    "mindestzahl von|untergrenze von|minimum von",
    "at most": "bis zu|höchstens|maximal|nicht mehr als|nicht älter als|nicht länger als|"
    "höchstzahl von|obergrenze von|maximum von|im höchstfall",
}
_MEANING = {word: meaning for meaning, words in _WORDS.items() for word in words.split("|")}
APPROXIMATION = rf"(?:{'|'.join(re.escape(word) for word in _MEANING)})"
"""A pattern of these words."""
_BEFORE = re.compile(rf"(?<!\w)(?P<word>{APPROXIMATION})\s+$", re.IGNORECASE)
_MADE_OUT = re.compile(
    r"\b[\w-]*(?:vertrag|verträge|auftrag|aufträge|antrag|anträge|kredit|rechnung|scheck|bescheid|darlehen|paket|anleihe|"
    r"vereinbarung|abkommen|bürgschaft|garantie|gutschein|quittung|überweisung|versicherung|strafe|bußgeld|zuschlag|angebot|forderung|zusage|ausschreibung)"
    r"(?:e?n|e?s|e)?\s+über\s+$",
    re.IGNORECASE,
)
"""What is made out for just so much: "Verträge über 340 Millionen Euro"."""
_NOUN = 40  # characters before such words in which that noun stands
_REACH = 24  # characters before a value in which such words are looked for


def before(text: str, start: int) -> tuple[int, str]:
    """Where the words before `start` that say how exact the value there is begin, and what they say.

    Returns:
        `start` itself and an empty string where there are none.
    """
    match = _BEFORE.search(text, max(0, start - _REACH), start)
    if not match or _MADE_OUT.search(text, max(0, match.start() - _NOUN), start):
        return start, ""
    return match.start(), _MEANING[match["word"].lower()]
