"""Infinitive clauses that report what somebody asks for, promises, alleges or denies, as the verb before them tells,
whatever the tagger sees: "bat die Gäste, nach Hause zu gehen"."""

import re

from lib.annotate.quotations.marks import DOUBLE

_PARTED = "|".join(
    rf"{verb}\w*\b[^,;:()]{{0,120}}\b{prefix}"
    for verb, prefix in (
        ("r[iu]e?f", "(?:auf|dazu)"),
        ("warn", "davor"),
        ("spr[aei]ch", "(?:dafür|dagegen) aus"),
        ("sagte", "zu"),
        ("kündig", "an"),
        ("schl[aäu]g", "vor"),
        ("w[aei]rf", "vor"),
        ("g[aei]b", "(?:an|zu)"),
        ("erklär", "bereit"),
        ("b[io]e?t", "an"),
        ("r[äa]um", "ein"),
    )
)
_WHOLE = (
    r"bat|baten|bitte[nt]|gebeten|r[aä]t|raten|riete?n?|geraten|empf[aioe]e?hl\w*|verspr[aeio]ch\w*|"
    r"bestr(?:itte?n?|eitet|eiten)|eingeräumt|gest(?:eht|ehen|and|anden)|leugne\w*|(?:auf|ge|aufge)?forder(?:t|te|ten|n)|gewarnt|ausgesprochen|"
    r"(?:auf|zu|an|vor)ge(?:rufen|sagt|kündigt|schlagen|worfen|geben|boten)|"
    r"(?:appellier|plädier|beteuer|behaupte|beschuldig|verlang|(?:ge)?mahn|(?:ge)?droh)\w*"
)
"""Verbs with and without a part that stands at the end of their clause."""
_REPORTS = re.compile(
    r"\s*(?!(?:Um|Ohne|Statt|Anstatt|Wer)\s)(?![^,;:()]{0,150}\b(?:[Ii]ch|[Ww]ir)\b)"
    rf"(?=[^,;:()]{{0,150}}\b(?:{_PARTED}|{_WHOLE})\b)"
    rf"(?![^,;:]{{0,200}}\b(?:w[iu]rden?|wird|werden|möchte|könnte)\b)[^.!?,;:(){DOUBLE}]{{3,300}},\s"
    r"(?:[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){1,3},\s)?"
    rf"(?P<words>(?!(?:um|ohne|statt|anstatt|als|außer)\s)[^.!?;:{DOUBLE}]{{0,300}}?"
    r"\b(?:zu\s[a-zäöüß]+n|[a-zäöüß]{2,12}zu[a-zäöüß]{2,20}n)"
    r"(?:\s(?:wollen|haben|sein|werden|können|müssen|lassen))?)(?=[.,!?]|\s*$)"
)


def infinitive(sentence: str) -> re.Match[str] | None:
    """The match of a sentence that begins with such a clause, with the infinitive behind it in its group `words`; none
    where the author speaks or a passive leaves open who does. A name may stand between: "bat den Sprecher, Jan Holm,
    zu gehen"."""
    return _REPORTS.match(sentence)
