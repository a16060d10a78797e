"""What a rule makes of words that tell a time, and how rules are written."""

import re
from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from lib.annotate.times.calendar import MONTHS, SHIFTS

STATED, RESOLVED = "stated", "resolved"
"""Confidence: said in full, or reckoned from the publication as news are written; the third is GUESS."""


class Reading(NamedTuple):
    """A time as its words give it.

    Attributes:
        value: a point in ISO 8601, a length ("P3Y") or a TimeML code; empty if the words do not say which.
        unit: its precision: minute, part of day, day, week, weekend, month, season, quarter, half, year, decade,
            century; vague if it is a code.
        confidence: STATED, RESOLVED, GUESS or, without value, empty.
        part: START, MID or END where only that part of a month or year is meant.
        kind: time (a point), duration or set (what recurs).
        first, last: days (ISO 8601) that a duration covers, where it is counted from the publication.
    """

    value: str
    unit: str
    confidence: str = RESOLVED
    part: str = ""
    kind: str = "time"
    first: str = ""
    last: str = ""


Read = Callable[[re.Match[str], date | None], Reading | None]
Rule = tuple[re.Pattern[str], Read]

SHIFT = rf"(?P<shift>{'|'.join(name for name in SHIFTS if name != 'vor')})(?:e[nrsm]?)"
FULL_MONTHS = "|".join(name for name in MONTHS if len(name) > 4 or name in ("mai", "juni", "juli", "märz"))
MONTH = rf"(?P<month>(?:{FULL_MONTHS})(?![\w-])|(?:{'|'.join(MONTHS)})(?:\.|(?![\w-])))"
YEAR = r"(?P<year>(?:1[0-9]|20)\d\d)(?![\w%‰°€$]|[.,]\d|-[^\W\d]|\s*(?:%|€|\$))"
ALONE = r"(?<![\w.,/:#§-])"
PAST = re.compile(r"\b(?:wurden?|hatten?|hat|haben?|war(?:en)?)\b")
PRETERITE = re.compile(
    r"\b(?![a-zäöüß]*ge(?!wann)[a-zäöüß]+en\b)"
    r"(?!(?:erste|letzte|dritte|vierte|fünfte|beste|meiste|nächste|jüngste|größte|höchste|heute|heutige|bekannte|"
    r"weite|leichte|echte|rechte|geplante)[nrs]?\b)"
    r"(?![a-zäöüß]*(?:treten|(?:be|ver|ge)raten|starten|halten|bieten|bitten|warten|arbeiten|leiten|leisten|richten|reiten|testen)\b)"
    r"(?:[a-zäöüß]{3,}te|war|[a-zäöüß]*(?:begann|kam|starb|ging|gab|fand|schloss|stieg|fiel|lag|stand|sank|brach|trat|nahm|sah|"
    r"sprach|traf|zog|verlor|gewann|schrieb|hielt|ließ|blieb|rief|lief|schien|trug|flog|schlug|entschied|bot|schwand|wuchs|zwang|"
    r"galt|half|warf|griff|floh|hieß|wies|riss|saß|lud))"
    r"(?:e?n)?\b"
)
"""What is told so is not ahead; participles ("geschlossen"), infinitives ("beraten") and adjectives ("letzte") are left
out."""
FUTURE = re.compile(r"\b(?:wird|werden?|voraussichtlich)\b")
END = re.compile(r"[!?\n]|\.(?!\d)")
"""Of a sentence; not the dot of "9.30 Uhr"."""


def rule(pattern: str) -> re.Pattern[str]:
    """A pattern that ignores case and finds no time that reaches over the end of a line."""
    return re.compile(pattern.replace(r"\s", r"[^\S\n]"), re.IGNORECASE)


def sentence_around(text: str, start: int, end: int) -> tuple[str, str]:
    """What precedes and follows a span within its sentence, at most 120 and 60 characters."""
    before = END.split(text[max(0, start - 120) : start])[-1]
    return before, END.split(text[end : end + 60])[0]
