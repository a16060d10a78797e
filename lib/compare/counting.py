"""What numbers count, and how much: by whatever words, in one unit, and among which words."""

import re
from decimal import Decimal

from lib.schema import Value

_ALIKE = {
    stem: name
    for name, stems in {
        "people": "mensch person leut gäst teilnehm einwohn bewohn",
        "refugee": "flüchtling migrant geflüchtet asylbewerb asylsuchend schutzsuchend",
        "protester": "demonstrant demonstrierend protestierend",
        "police": "polizist polizeibeamt polizeikräft",
        "audience": "zuschau besucher fans zuhör",
        "passenger": "passagier fahrgast fahrgäst fluggast fluggäst reisend",
        "employee": "beschäftigt mitarbeit angestellt arbeitnehm",
        "job": "jobs arbeitsplätz",
    }.items()
    for stem in stems.split()
}
"""Stems of words that count the same and can stand for one another."""
_AGENT = re.compile(r"(?<=er)(?:innen|in|n|s)$")
"""Behind the base form of who does something, "Besucher", which is no more than its stem, "Besuch"."""
ENDING = re.compile(r"(?<=\w{4})(?:innen|ern|en|er|es|e|n|s)$")
_PARTS = {
    "hälfte": 2,
    "drittel": 3,
    "viertel": 4,
    "fünftel": 5,
    "sechstel": 6,
    "siebtel": 7,
    "achtel": 8,
    "neuntel": 9,
    "zehntel": 10,
}
"""Parts of a whole, which are compared as shares: two thirds are about 66.7 percent."""
_OF_NAME, _OLDEST = re.compile(r"[A-ZÄÖÜ][a-zäöüß-]+\s\($"), re.compile(r"1?\d\d")
"""Before an age in brackets behind a name, and what it may be."""
_AGE = re.compile(r"jährige[nrsm]?|jahren? (?:alt|jung)(?:e[nrsm]?)?")
_OLDEST_AGE = 120
"""Years that are a number and no length of time are an age up to here: "starb mit 71 Jahren"."""
_SHARES = frozenset({"%", "Prozent"})
"""Without a sign: "minus 5 Prozent" is what "sank um 5 Prozent" is."""
_MEASURES = {
    name: (slot, Decimal(factor))
    for slot, factor, names in (
        ("euro", "1", "euro, €"),
        ("dollar", "1", "dollar, us-dollar, $"),
        ("grad", "1", "grad, °, °c, ° c"),
        ("meter", "1000", "kilometer, km"),
        ("meter", "1", "meter, m"),
        ("meter", "0.01", "zentimeter, cm"),
        ("meter", "0.001", "millimeter, mm"),
        ("quadratmeter", "1000000", "quadratkilometer, km²"),
        ("quadratmeter", "10000", "hektar, ha"),
        ("quadratmeter", "1", "quadratmeter, qm, m²"),
        ("kilo", "1000", "tonne, t"),
        ("kilo", "1", "kilo, kilogramm, kg"),
        ("kilo", "0.001", "gramm"),
        ("liter", "1", "liter, l"),
        (
            "km/h",
            "1",
            "km/h, tempo, stundenkilometer, kilometer pro stunde, kilometer je stunde, kilometer in der stunde",
        ),
    )
    for name in names.split(", ")
}
"""Units of one measure by their names, with how much of its first one each is: "90 Zentimeter", ".9 m"."""
_PLURAL = re.compile(r"(?<=er)n\b|(?<=tonne)n$")
MEASURED = frozenset(slot for slot, _ in _MEASURES.values())
"""What these measure."""
MEASURES = MEASURED | {
    *("sekund", "minut", "stund", "tag", "tage", "tagen", "woch", "monat", "jahr", "jahrzehnt", "prozent", "people"),
    *("age", "prozentpunkt"),
}
"""What does not say by itself what is measured or counted."""
_NOUN_BEFORE = re.compile(r"\b([A-ZÄÖÜ][a-zäöüß-]{3,}) $")
"""What a number has before it that counts nothing: "Warnstufe drei"."""
AROUND = 60
"""Characters before and after a value whose words tell what it is about."""
SAME_ROLE = 0.34
"""Share of the words around them that two values must have in common to answer the same question."""
_WORD = re.compile(r"\w{4,}")
_STEM = 5  # letters


def thing(value: Value, before: str) -> str:
    """What a number counts. Empty if unclear."""
    unit = value.unit.casefold()
    if not unit:
        noun = _NOUN_BEFORE.search(before)
        if _OF_NAME.search(before) and _OLDEST.fullmatch(value.value):
            return "age"
        return counted(noun[1].casefold()) if noun else "" if value.value else _ALIKE["mensch"]
    if _AGE.fullmatch(unit) or (unit in ("jahre", "jahren") and value.value and float(value.value) <= _OLDEST_AGE):
        return "age"
    if unit in _PARTS or value.unit in _SHARES:
        return "prozent"
    measure = measured(unit)
    return measure[0] if measure else counted(unit.rpartition(" und ")[2].removeprefix("-"))


def measured(unit: str) -> tuple[str, Decimal] | None:
    """What a unit in small letters measures, and how much of it one is; None if it is no measure."""
    return _MEASURES.get(_PLURAL.sub("", unit))


def amount(value: Value) -> str:
    """A number as one of its kind are compared: parts of a whole and changes as shares without a sign, what is measured
    in one unit."""
    if not value.value or value.kind != "number":
        return value.value
    unit = value.unit.casefold()
    if parts := _PARTS.get(unit):
        return f"{100 * float(value.value) / parts:.1f}"
    if value.unit in _SHARES:
        return value.value.removeprefix("-")
    measure = measured(unit)
    return f"{(Decimal(value.value) * measure[1]).normalize():f}" if measure else value.value


def counted(noun: str) -> str:
    """What a noun in small letters counts: its stem, or what it can stand for."""
    stem = ENDING.sub("", noun)
    return _ALIKE.get(_AGENT.sub("", noun)) or _ALIKE.get(stem, stem)


def is_part(value: Value) -> bool:
    """Whether a number is a share that is said as parts of a whole."""
    return value.unit.casefold() in _PARTS and bool(value.value)


def stems_around(text: str, start: int, end: int) -> frozenset[str]:
    """Beginnings of the longer words before and behind what stands there."""
    around = text[max(0, start - AROUND) : start] + " " + text[end : end + AROUND]
    return frozenset(word.casefold()[:_STEM] for word in _WORD.findall(around))


def in_common(one: frozenset[str], other: frozenset[str]) -> float:
    """Share of stems that are common, of those of the one with fewer."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
