"""Text for Streamlit's Markdown: text from outside as plain text, dates and counts in words."""

import datetime
import re
import string

from lib import schema

TYPES = {"PER": "Persons", "LOC": "Places", "ORG": "Organisations", "NORP": "Origins", "MISC": "Other names"}
"""What the labels of names are called on the pages; downloads have the labels."""
NAMED = {
    schema.CONTEXT: "named in another sentence",
    schema.PRONOUN: "meant by a pronoun",
    schema.DESCRIPTION: "meant by a description",
    schema.BY_HAND: "by hand",
}
"""How the pages say that a speaker is not named beside the quotation."""
_LENGTH = re.compile(r"P(?P<clock>T?)(?P<parts>(?:(?:X|[\d.]+)[A-Z]+)+)")
_PART = re.compile(r"(?P<number>X|[\d.]+)(?P<unit>[A-Z]+)")
_UNITS = {
    "CE": "century",
    "DE": "decade",
    "Y": "year",
    "Q": "quarter",
    "M": "month",
    "W": "week",
    "WE": "weekend",
    "D": "day",
    "NI": "night",
    "TH": "hour",
    "TM": "minute",
    "TS": "second",
}
_ANY_DAY = "XXXX-XX-XXT"
_CODES = {
    "TMO": " morning",
    "TMI": " midday",
    "TAF": " afternoon",
    "TEV": " evening",
    "TNI": " night",
    "-WE": " weekend",
    "-SP": " spring",
    "-SU": " summer",
    "-FA": " autumn",
    "-WI": " winter",
}
_CODE = re.compile("|".join(_CODES))
_DECADE = re.compile(r"\d{3}")
_PUNCTUATION = re.compile(f"([{re.escape(string.punctuation)}])")
WORD = re.compile(r"\w+")
_ENDING = re.compile(r"(?<=\w{4})(?:e[nmrs]?|n|s)$")
_WORD_JOINER = "\u2060"
# Streamlit turns these into links, arrows and its logo after the escapes have been taken out of the text
_REWRITTEN = re.compile(r"(?<=:)(?=//|streamlit:)|(?<=www)(?=\.)|(?=@)|(?<=[<>~-])(?=[->=])", re.IGNORECASE)


def plain(text: str) -> str:
    """Markdown that shows `text` as it is, on one line: no markup in it takes effect, and nothing in it is a link."""
    return _PUNCTUATION.sub(r"\\\1", _REWRITTEN.sub(_WORD_JOINER, " ".join(text.split())))


def day(published: str) -> str:
    """An ISO 8601 date, or date and time, as "18 Sep 2023"; "date unknown" where it is empty."""
    if not published:
        return "date unknown"
    date = datetime.date.fromisoformat(published[:10])
    return f"{date.day} {date:%b %Y}"


def when(value: str) -> str:
    """A value of ISO 8601 or TimeML in words where it is no date: "2 hours", "03:00, day unknown"."""
    if not value:
        return "unknown"
    length = _LENGTH.fullmatch(value)
    parts = (
        [(part["number"], length["clock"] + part["unit"]) for part in _PART.finditer(length["parts"])] if length else []
    )
    if parts and all(unit in _UNITS for _, unit in parts):
        return " ".join(
            f"{'some' if number == 'X' else number} {_UNITS[unit] if number == '1' else plural(_UNITS[unit])}"
            for number, unit in parts
        )
    if value.startswith(_ANY_DAY):
        return f"{value.removeprefix(_ANY_DAY)}, day unknown"
    return _CODE.sub(lambda code: _CODES[code[0]], value) + ("0s" if _DECADE.fullmatch(value) else "")


def span(first: str, last: str) -> str:
    """Two dates: "30 Dec 2023 – 2 Jan 2024", "18 Sep – 2 Oct 2023", "18–20 Sep 2023"; one where it is one day."""
    if first[:10] == last[:10]:
        return day(first)
    begin, end = day(first).split(), day(last).split()
    said = next(number for number in (1, 2, 3) if begin[number:] == end[number:])
    return f"{' '.join(begin[:said])}{'–' if said == 1 else ' – '}{day(last)}"


def count(number: int, noun: str) -> str:
    """A number with its noun: "1 article", "1,200 articles", "2 stories"."""
    return f"{number:,} {noun if number == 1 else plural(noun)}"


def plural(noun: str) -> str:
    """A noun in the plural: "articles", "stories", "days"."""
    return noun[:-1] + "ies" if re.search(r"[^aeiou]y$", noun) else noun + "s"


def stem(word: str) -> str:
    """What inflected forms of a word mostly share; enough to see that two sentences use the same word."""
    return _ENDING.sub("", word.casefold())
