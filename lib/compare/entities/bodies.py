"""Bodies that every city has once: the same by their city and their noun, whichever comes first."""

import re

from lib.compare.entities.names import letters

_NOUN = (
    r"(?P<noun>[\w-]*(?i:gericht|anwaltschaft|polizei|feuerwehr|präsidium|kriminalamt|gesundheitsamt|jugendamt|"
    r"ordnungsamt|bauamt|rathaus|senat|stadtrat|stadtverwaltung|stadtparlament|bürgerschaft|magistrat|bistum|"
    r"verfassungsschutz|flughafen|hauptbahnhof|handwerkskammer|handelskammer|zoo))(?:e?s)?"
)
"""Not what a city may have several of, or a paper or club be called by: "Berliner Zeitung"."""
_CITY_FIRST = re.compile(rf"(?P<city>[A-ZÄÖÜ][\w-]{{2,}})er {_NOUN}")
_CITY_LAST = re.compile(rf"{_NOUN} (?:in |von )?(?P<city>[A-ZÄÖÜ][\w-]{{2,}})")
_ENDING = re.compile(r"e?n$|e$")
"""What a city may lose before "-er": "Bremer" of "Bremen", "Münchner" of "München"."""


def of_city(form: str) -> str:
    """What the names of a city's body share ("Kölner Landgericht", "Landgericht Köln"); empty if it is none."""
    found = _CITY_FIRST.fullmatch(form) or _CITY_LAST.fullmatch(form)
    return f"{letters(found['noun'])} {_ENDING.sub('', letters(found['city']))}" if found else ""
