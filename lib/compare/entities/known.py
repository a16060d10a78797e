"""Names that no rule can bring together: countries by their codes and long forms, institutions by their abbreviations.

Country names are those of the Unicode CLDR in German and English, through Babel; `known.csv` adds what the CLDR
lacks. A territory's code in `known.csv` ties a row to its country.
"""

import csv
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel import Locale

from lib.compare.entities.names import genitive_bases, inflection, letters

_ROAD = re.compile(r"(?:(?P<A>A|BAB|Autobahn(?: A)?)|(?P<B>B|Bundesstraße(?: B)?)) ?(?P<number>[1-9]\d{0,2})")
"""A road by its number: "Autobahn 49", "Autobahn A 49", "A49"."""


class Known(NamedTuple):
    """A name of the table."""

    name: str
    """The name that stands for the entity."""
    label: str
    table: str
    """Which part of the table it comes from."""


@cache
def known_names() -> dict[str, Known]:
    """The table: from each key of a form to what it names."""
    names: dict[str, Known] = {}
    taken = set()
    with Path(__file__).with_name("known.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            entry = Known(
                row["name"], row["label"], "countries" if row["territory"] not in {"", "EU", "UN"} else "names"
            )
            territory = _territory(row["territory"])
            taken.add(row["territory"])
            for form in (row["name"], *row["forms"].split(";"), *territory):
                for spelling in keys(form):
                    names[spelling] = entry
    for code in map(str, Locale("de").territories):
        if code not in taken and code not in {"001", "EZ", "QO", "XA", "XB", "ZZ"}:
            german, english = _territory(code)
            for form in (german, english):
                for spelling in keys(form):
                    names.setdefault(spelling, Known(german, "LOC", "countries"))
    english_cities = Locale("en").time_zones
    for zone, entry_of_zone in Locale("de").time_zones.items():
        german = entry_of_zone.get("city", "")
        english = english_cities.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        if "/" in zone and german and german != "Unbekannt":
            for spelling in (*keys(german), *keys(english)):
                names.setdefault(spelling, Known(german, "LOC", "cities"))
    return names


def keys(form: str) -> list[str]:
    """Keys of a form in the table. Abbreviations of two letters are known in capitals only ("US", not "us")."""
    short = len(letters(form)) < 3
    return [letters(form).upper()] if short and form.isupper() else [] if short else [inflection(form)]


def road(place: str) -> str:
    """The letter and number of a road, "A49"; empty if it is another place."""
    found = _ROAD.fullmatch(place)
    return f"{'A' if found['A'] else 'B'}{found['number']}" if found else ""


def find(form: str) -> Known | None:
    """What the table says of a form; genitives and the dative in -n are known too."""
    names = known_names()
    for key in keys(form):
        dative = [key[:-1]] if key.endswith("n") and len(key) > 4 else []
        for base in (key, *genitive_bases(key), *dative):
            if base in names:
                return names[base]
    return None


def _territory(code: str) -> list[str]:
    return [Locale(language).territories[code] for language in ("de", "en")] if code else []
