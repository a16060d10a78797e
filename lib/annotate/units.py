"""What stands behind a number: its unit, or the thing that it counts."""

import re
from collections.abc import Sequence

_BLANK = "[ \u00a0]"
_NO_ADJECTIVE = """der|die|den|dem|des|oder|aber|über|unter|ohne|eine|einer|einem|einen|eines|ihre|ihrer|ihren|seine
|seiner|seinen|wurde|wurden|werden|werde|haben|hatten|waren|sollen|konnten|können|müssen|mussten|wollen|neben|gegen|sowie|wegen
|zwischen|während|alle|allen|aller|hätten|wären|viele|vielen""".replace("\n", "")
_ADJECTIVE = rf"(?!(?:{_NO_ADJECTIVE})\b)[a-zäöüß-]{{3,}}e[mnrs]?"
_ADVERB = rf"(?:{_BLANK}[a-zäöüß]{{3,}}(?:lich|isch|ell|iv|ig|weit|weise)(?={_BLANK}{_ADJECTIVE}))?"
_PLURAL = (
    r"(?!\w*(?i:meter|liter|länder|kinder|gläser|bilder|häuser|dörfer|bücher|männer|lichter|geber|nehmer|arbeiter"
    r"|helfer|spieler|fahrer|träger|händler|bürger|wähler|schüler|lehrer|forscher|sucher|schauer|wohner|wissenschaftler"
    r"|künstler|politiker|sportler|techniker|mediziner|sprecher|partner|gegner|anhänger|leser|nutzer|käufer|mieter)\b)"
)
"""Not one of the nouns in -er that are counted themselves."""
_UNIT = re.compile(
    r"[ \u00a0\u202f]?(?P<sign>%|‰|°\s?C|°|€|\$|£)"
    r"|[ \u00a0\u202f](?P<measure>km/h|km²|km|kg|cm|mm|qm|m²|m|ha|t|l)(?![\w/])"
    rf"|(?:{_ADVERB}{_BLANK}{_ADJECTIVE}(?:,(?={_BLANK}{_ADJECTIVE}{_BLANK}))?){{0,3}}(?:{_BLANK}{_PLURAL}[A-ZÄÖÜ]\w{{3,}}er(?={_BLANK}[A-ZÄÖÜ]\w+[a-zäöüß]))?"
    rf"{_BLANK}(?P<mark>[„“\"»‚'])?"
    r"(?P<noun>[A-ZÄÖÜ][\w-]*(?: (?:pro|je) [A-ZÄÖÜ]\w+|(?<=innen) und (?:[A-ZÄÖÜ]\w+|-\w+))?)(?(mark)[“”\"«‘']?)"
)
_OF = re.compile(
    rf"{_BLANK}(?:der|aller|von|seiner|ihrer|dieser|unserer){_BLANK}"
    rf"(?:(?P<more>(?:insgesamt{_BLANK})?[\d.]+{_BLANK})(?:{_ADJECTIVE}{_BLANK})?(?P<all>[A-ZÄÖÜ][\w-]+)|(?P<noun>[A-ZÄÖÜ][\w-]*(?:en|ern?))\b)"
)
"""Of what a number is a part: "35 der Infizierten", "14 der 15 Mitglieder"; others may be one thing: "10 der Welt"."""
_TOTAL_OF = re.compile(
    rf"\b(?:Zahl|Anzahl){_BLANK}(?:der|aller|an){_BLANK}(?:{_ADJECTIVE}{_BLANK})*(?P<noun>[A-ZÄÖÜ][\w-]+)"
    r"(?!.*\b(?:Zahl|Anzahl|die der|jene der|und der)\b)(?:[^.!?:;\n]|\n(?!\n))*\b(?:auf|bei)\s$",
    re.DOTALL,
)
"""What is counted before the number: "Die Zahl der Neuinfektionen stieg auf 33"."""
_LENGTH_OF_TIME = (
    r"\w*(?i:haft|strafe|ehe|geschichte|tradition|bestehen|jubiläum|erfahrung|zeit|zeitraum|krieg|vertrag|vertrage?s|sperre"
    r"|arbeit|pause|ausbildung|karriere|verhandlungen|frist|phase|studie|anleihen?|rendite|dürre|bewährung|tätigkeit"
    r"|durchschnitt|mittel|hoch|tief|vorlauf)"
)
_AGE = re.compile(
    rf"-?(?P<jährig>Jährige[nrsm]?|jährige[nrsm]?(?! (?:\w+e[nrsm]? )?{_LENGTH_OF_TIME}\b))\b"
    r"| (?P<alt>Jahren? (?:alt|jung)(?:e[nrsm]?)?)\b"
)


_AGE_IN_WORDS = re.compile(
    r"(?<!\w)(?P<age>(?:(?P<noun>[A-ZÄÖÜ])|[a-zäöü])[a-zäöüß]{2,24}?)jährige[nrsm]?\b"
    r"(?(noun)(?! [A-ZÄÖÜ])| (?:[a-zäöüß]+e[nrms]? )?"
    r"(?:Kind|Junge|Bub|Mädchen|Sohn|Söhne|Tochter|Töchter|Schüler|Bruder|Brüder|Schwester|Enkel|Zwilling)"
    r"(?:n|en|e|es|er|ern|s|in|innen)?\b)"
)
"""An age that is spelled, of a child: "ein Achtjähriger", "die achtjährige Tochter"; but "der siebenjährige Haushalt",
"die fünfjährige Tochtergesellschaft"."""


def age_in_words(text: str, start: int) -> str:
    """The words of an age that begins there without digits; empty if there is none."""
    match = _AGE_IN_WORDS.match(text, start)
    return match["age"] if match else ""


def age(text: str, end: int) -> tuple[str, int]:
    """The word that makes a number an age, and where it ends; empty and `end` itself if there is none."""
    match = _AGE.match(text, end)
    return (match["jährig"] or match["alt"], match.end()) if match else ("", end)


def total(before: str) -> str:
    """What the words before a number say that it is the number of, or empty."""
    match = _TOTAL_OF.search(before)
    return match["noun"] if match else ""


def unit(text: str, end: int, used: Sequence[int], named: Sequence[int]) -> tuple[str, int]:
    """What a number that ends at `end` counts, and where these words end; empty and `end` itself if nothing is said.

    Args:
        used, named: of each character whether it belongs to something else, and to a name.
    """
    years, stop = age(text, end)
    match = _UNIT.match(text, end)
    if years or not match:
        part = None if years else _OF.match(text, end)
        if part and part["noun"] and any(named[slice(*part.span("noun"))]):
            part = None  # "Linie 5 von Dresden"
        return (part["all"] or part["noun"], end if part["more"] else part.end()) if part else (years, stop)
    said = match["sign"] or match["measure"] or match["noun"]
    return ("", end) if any(used[end : match.end()]) else (said, match.end())
