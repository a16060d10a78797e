"""Names that need no model: states and cities from CLDR (through Babel), names of gazetteer.csv, and bodies of state.

gazetteer.csv holds agencies, media, parties, bodies and places; its column `only` restricts a name that is also a word:
"quoted" to quotation marks, "credit" to a list of agencies in parentheses or with strokes. Its label O ("outside")
stands at words that recognizers like to take for names, as their training texts did not know them.
"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from lib.schema import LABELS

_NOT_PLACES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})  # codes of CLDR that stand for no territory
_CONTINENTS = frozenset({"002", "003", "005", "013", "142", "150", "419"})
_ATTRIBUTE = re.compile(r" (?:der|des|für|von|ohne|am|an der) .*")
_LONG_GENITIVE = ("haus", "kreuz", "rat", "gericht", "amt", "dienst", "bund", "staat")
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_MIN_CAPITALS = 5
"""Letters of a name that counts in capitals too: a shorter one may be an abbreviation of something else."""
_ADJECTIVE = re.compile(r"([A-ZÄÖÜ]\w{3,}?)(?:e|er|es)")
QUOTES = frozenset("\"'„“”»«›‹‚‘’")
_CREDIT = frozenset("/(),")

# Compounds that name a body by themselves: "Außenministerium", "Verwaltungsgericht".
_BODY = re.compile(
    r"""(?:\w+-)?\w*(?:ministerium|staatsanwaltschaft|polizei|gericht|gerichtshof|landtag|gemeinderat|stadtrat|senat
    |rechnungshof|gesundheitsamt|ordnungsamt|stadtverwaltung|präsidialamt|parlament|abgeordnetenhaus|generalstab
    |geheimdienst)(?:e?s)?""",
    re.VERBOSE | re.IGNORECASE,
)
# Words that name one only with whose it is: "die russische Regierung", "US-Armee".
_OWNED = re.compile(
    r"""(?P<owner>[A-ZÄÖÜ]\w*-(?:\w+-)*)?(?:regierung|armee|militärs?|streitkräften?|marine|luftwaffe|zentralbank|botschaft
    |notenbank|führung|außenamte?s?|sicherheitsrate?s?|verteidigungsrate?s?|wetterdienste?s?|fraktion
    |universität|instituts?|stiftung|partei)""",
    re.VERBOSE | re.IGNORECASE,
)
_SEATED = re.compile(r"\w*(?:gericht|staatsanwaltschaft|polizei)(?:e?s)?", re.IGNORECASE)  # "Polizei in Kiel"
_DISTRICTS = frozenset({"Kreis", "Kreises", "Landkreis", "Landkreises", "Freistaat", "Freistaats", "Freistaates"})
_WATERS = frozenset({"Golf", "Straße", "Bucht", "Meerenge"})
_TOO_GENERAL = frozenset({"gericht", "gerichts", "ministerium", "ministeriums", "polizeigericht"})


class Gazetteer:
    """Finds the names in Docs of one pipeline.

    Attributes:
        ambiguous: names that count in some places only.
        outside: words that are no names.
        certain: names that count anywhere, with their labels.
    """

    def __init__(self, nlp: Language) -> None:
        self._phrases = PhraseMatcher(nlp.vocab)
        self.outside: set[str] = set()
        self._only: dict[str, str] = {}
        self.certain: dict[str, str] = {}
        for name, label, only in names():
            forms = sorted(_forms(name))
            self._only |= dict.fromkeys(forms, only)
            if label not in LABELS:
                self.outside.add(name)
            elif not only:
                self.certain[name] = label
            self._phrases.add(label, [nlp.make_doc(form) for form in forms])
        self.ambiguous = frozenset(form for form, only in self._only.items() if only)

    def find(self, doc: Doc) -> list[Span]:
        """Names and bodies in a Doc, and words that are none (label O); they may overlap.

        A body takes in whose it is, a derived word (NORP) or a place in the genitive, and a court its seat (LOC).
        """
        names = [span for span in self._phrases(doc, as_spans=True) if _in_place(span, self._only.get(span.text, ""))]
        return [*names, *_bodies(doc), *_places(doc)]


def names() -> Iterator[tuple[str, str, str]]:
    """Name, label, and where alone it counts ("" for anywhere)."""
    locale = Locale("de")
    for code, name in locale.territories.items():
        if code in _CONTINENTS or (code.isalpha() and code not in _NOT_PLACES):
            yield name, "LOC", ""
    cities = locale.time_zones
    for zone in get_global("zone_territories"):
        area, _, city = zone.rpartition("/")
        if area in {"Europe", "Asia", "Africa"}:  # America and Antarctica name zones after persons and common words
            yield cities.get(zone, {}).get("city") or city.replace("_", " "), "LOC", ""
    with Path(__file__).with_name("gazetteer.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["name"], row["label"], row["only"]


def _forms(name: str) -> set[str]:
    """The name in its cases, with ae for ä, and in capitals.

    In other cases its first word ends as an adjective does, and its head with the ending of the genitive. The head is
    the last word, or the last before an attribute such as "der Vereinten Nationen".
    """
    first, _, rest = name.partition(" ")
    stem = _ADJECTIVE.fullmatch(first) if rest else None
    nominatives = {f"{stem[1]}{ending} {rest}" for ending in ("e", "en", "er", "es", "em")} if stem else {name}
    cases = nominatives | {genitive for form in nominatives for genitive in _genitives(form)}
    spelled = cases | {form.translate(_TWO_LETTERS) for form in cases}
    return spelled | {form.upper() for form in spelled if len(form) >= _MIN_CAPITALS}


def _genitives(form: str) -> Iterator[str]:
    attribute = _ATTRIBUTE.search(form)
    head, rest = (form[: attribute.start()], attribute[0]) if attribute else (form, "")
    if not head.endswith(("s", "ß", "x", "z", ".")):
        yield f"{head}s{rest}"
    if head.casefold().endswith(_LONG_GENITIVE):
        yield f"{head}es{rest}"


def _in_place(span: Span, only: str) -> bool:
    before = span.doc[span.start - 1].text if span.start else ""
    after = span.doc[span.end].text if span.end < len(span.doc) else ""
    if only == "quoted":
        return before in QUOTES and after in QUOTES
    return not only or (before in _CREDIT and after in _CREDIT)


def _bodies(doc: Doc) -> Iterator[Span]:
    begins, ends = {ent.start: ent for ent in doc.ents}, {ent.end: ent for ent in doc.ents}
    for token in doc:
        body, owned = _BODY.fullmatch(token.text), _OWNED.fullmatch(token.text)
        if not token.text[0].isupper() or not (body or owned):
            continue
        start, end = token.i, token.i + 1
        has_owner = bool(owned and owned["owner"])
        owner = ends.get(start)
        if owner and not has_owner and (owner.label_ == "NORP" or (owner.label_ == "LOC" and owner.text.endswith("s"))):
            start = owner.start
        elif not has_owner and (not body or token.lower_ in _TOO_GENERAL):
            continue
        seat = begins.get(end + (end < len(doc) and doc[end].text == "in"))
        if seat and seat.label_ == "LOC" and _SEATED.fullmatch(token.text):
            end = seat.end
        yield Span(doc, start, end, "ORG")


def _places(doc: Doc) -> Iterator[Span]:
    """Places with what their names add: "Landkreis Regen", "Golf von Aden", "Halle (Saale)", "Halle an der Saale"."""
    begins = {ent.start: ent for ent in doc.ents if ent.label_ == "LOC"}
    for ent in begins.values():
        start, end = ent.start, ent.end
        if start and doc[start - 1].text in _DISTRICTS:
            start -= 1
        elif start > 1 and doc[start - 1].text == "von" and doc[start - 2].text in _WATERS:
            start -= 2
        addition = begins.get(end + 1)
        if addition and doc[end].text == "(" and doc[addition.end : addition.end + 1].text == ")":
            end = addition.end + 1
        elif doc[end : end + 2].text == "an der" and (river := begins.get(end + 2)):
            end = river.end
        if (start, end) != (ent.start, ent.end):
            yield Span(doc, start, end, "LOC")
