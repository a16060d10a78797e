"""In which country a place lies, as far as the Unicode CLDR says so: countries, the cities of its time zones, and the
adjectives that are also names of languages, through Babel."""

import re
from functools import cache

from babel import Locale
from babel.core import get_global

from lib.compare.entities.known import find, keys
from lib.compare.entities.names import genitive_bases

_ADJECTIVE = re.compile(r"(?i:([a-zäöüß]{3,}isch)e?[nrms]?)")


def country_of(form: str) -> str:
    """Name of the country that a form names, in which the city lies that it names, or from which it is derived
    ("russischen"); empty if that is not known."""
    if (known := find(form)) and known.table == "countries":
        return known.name
    if adjective := _ADJECTIVE.fullmatch(form):
        return _of_adjective(adjective[1].lower())
    found = _of_cities()
    return next((found[base] for key in keys(form) for base in (key, *genitive_bases(key)) if base in found), "")


@cache
def _of_cities() -> dict[str, str]:
    """Countries by the keys of their cities, where all of that name lie in one country."""
    german, english = (Locale(language).time_zones for language in ("de", "en"))
    territories, renamed = get_global("zone_territories"), get_global("zone_aliases")
    found: dict[str, str] = {}
    for zone in territories.keys() | german.keys():
        country = _name(str(territories.get(renamed.get(zone, zone), "")))
        own = zone.rpartition("/")[2].replace("_", " ")
        forms = (german.get(zone, {}).get("city", own), english.get(zone, {}).get("city", own), own)
        for key in {key for form in forms for key in keys(form)}:
            found[key] = country if found.get(key, country) == country else ""
    return found


@cache
def _of_adjective(adjective: str) -> str:
    """The country whose language is called so, if they are of one stem, or whose name the adjective begins with."""
    locale, subtags = Locale("de"), get_global("likely_subtags")
    for code, language in locale.languages.items():
        if language.lower() == adjective:
            country = _name(str(subtags.get(code, "")).rpartition("_")[2])
            if country[:3].lower() == adjective[:3]:
                return country
    of_stem = [name for code in locale.territories if adjective.startswith((name := _name(str(code))).lower()) and name]
    return max(of_stem, key=len, default="")


def _name(code: str) -> str:
    name = Locale("de").territories.get(code, "")
    known = find(name) if name and code.isalpha() else None
    return known.name if known and known.table == "countries" else ""
