"""What an article may call a person beside a title: by origin, age or party, "der Portugiese", "der Zehnjährige", "der
Liberale", as the words beside the name tell: "der portugiesische Trainer Rui Pinto"."""

import re
from collections.abc import Iterator

from lib.annotate.numerals import spelled
from lib.annotate.quotations.spans import Span

MEMBERS = {"liberal": "fdp", "sozialdemokrat": "spd", "christdemokrat": "cdu", "christsozial": "csu", "grün": "grüne"}
"""Of parties, by the noun for one without its ending."""
_MEMBER = re.compile(rf"({'|'.join(MEMBERS)})(?:er?|(?<=demokrat)(?:en|in))?", re.IGNORECASE)
"""Of one of them as the subject: "der Grüne", but not "der Grünen", which is a party."""
_AGED = re.compile(r"(\d{1,3}-|[a-zäöüß]+)jährige[nrms]?", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:([\w-]+jährige[nrms]?)\s)?(?:((?:[a-zäöüß-]+isch|deutsch)e[nrms]?)\s)?"
    r"(?:[A-ZÄÖÜ][\w-]+\s){0,2}$"
)
"""Before a name: "der 34-jährige portugiesische Trainer"."""
_APPOSITION = re.compile(r"\b(?:[Dd](?:er|ie|e[mns])|[Ee]ine?[mnrs]?)\s(?:[a-zäöüß-]+e[nrms]?\s)?([A-ZÄÖÜ][\w-]+)\s$")
"""The same with a noun: "dem Schweizer"."""
_BEHIND = re.compile(
    r"(?:\s\((\d{1,3})[,)]|,\s(\d{1,3})(?:,|\sJahre)|"
    r"(?:\s\([^)]*\))?\saus\s(?:de[mnr]\s)?([A-ZÄÖÜ][\w-]+)|\s\(([A-ZÄÖÜ][a-zäöüß]+)\))"
)
"""Behind a name: "(34)", "aus Portugal"."""
_ENDING = re.compile(r"(?:(?:ien|ier|aner|er|isch|en|e|al)?(?:in|innen|e[mnrs]?|n|s)?)$")
_COUNTRY = re.compile(r"(?:land|mark|reich)$")
_NEAR = 60
"""Characters beside a name in which words that belong to it stand."""
_LEAST, _MORE = 3, 3
"""Letters of which a stem has at least so many, and the longer one of two alike at most so many more."""


def traits(text: str, name: Span) -> Iterator[str]:
    """What the words beside a person's name tell: an age, or the stem of a word for an origin."""
    near = max(0, name[0] - _NEAR)
    for match in (
        _BEFORE.search(text, near, name[0]),
        _APPOSITION.search(text, near, name[0]),
        _BEHIND.match(text, name[1]),
    ):
        yield from (epithet(word) for word in (match.groups() if match else ()) if word)


def epithet(word: str) -> str:
    """The age that a word tells in digits, else its stem: "34" of "34-Jährige", "portugies" of "portugiesische"."""
    if aged := _AGED.fullmatch(word):
        number = aged[1].strip("-").lower()
        return number if number.isdigit() else str(spelled(number) or number)
    stem = _ENDING.sub("", word.lower().removeprefix("us-"), count=1).translate(str.maketrans("äöü", "aou"))
    return _COUNTRY.sub("", stem)


def alike(one: str, other: str) -> bool:
    """Whether two epithets may be the same: an age, or words from one stem ("portugies", "portug")."""
    shorter, longer = sorted((one, other), key=len)
    if longer.isdigit() or shorter.isdigit():
        return one == other
    return len(shorter) >= _LEAST and longer.startswith(shorter) and len(longer) - len(shorter) <= _MORE


def party(noun: str) -> str:
    """The party of whose members a noun is the name; empty if it is none."""
    member = _MEMBER.fullmatch(noun)
    return MEMBERS[member[1].lower()] if member else ""
