"""Names of bodies, places and documents in the form in which they stand alone: "Roten Kreuzes" is "Rotes Kreuz".

German shows the case of a name at its adjectives and at the genitive of its head. What the nominative is depends on the
gender of the head; its last part tells it for the nouns that these are called by. Other names stay as they are: a wrong
form is worse than an inflected one.
"""

import re

_GENDERS = {
    "er": """tag bund rat verband verein dienst hof kreis club klub konvent senat ausschuss rundfunk krieg osten westen
        platz park dom turm palast orden fonds konzern vorstand kongress staat kanal anzeiger kurier
        magistrat flughafen friedhof zoo golf ring stuhl wald ozean halbmond garten markt merkur hafen preis
        handel plan brief bericht frühling""",
    "es": """gericht amt institut ministerium werk haus kreuz museum zentrum schloss parlament komitee orchester theater
        reich stadion konsulat bündnis netzwerk präsidium tageblatt forum kabinett bistum klinikum cluster kollegium
        fernsehen sekretariat meer radio münster fest
        papier urteil gesetz""",
    "e": """partei bank kirche ung schaft ion hilfe armee heit keit akademie agentur universität klinik schule bahn post
        presse zentrale stelle kammer messe börse oper marine liga feuerwehr polizei straße brücke allianz konferenz
        behörde gruppe initiative republik woche münze front botschaft fraktion bibliothek hochschule
        nachrichten nationen streitkräfte studie umfrage analyse""",
}
"""The ending of an adjective in the nominative without an article, by what its noun ends in."""
_FEMININE = "e"
_LEAST = 3
"""Letters before the last part of a compound: "Sparks" is no park."""
_ENDING_OF = {noun: ending for ending, nouns in _GENDERS.items() for noun in nouns.split()}
_HEAD = re.compile(rf"[\w-]*?({'|'.join(_ENDING_OF)})(?P<genitive>e?s)?", re.IGNORECASE)
_ADJECTIVE = re.compile(
    r"""((?:[\w-]*(?:isch|lich|rsch|deutsch|national|sozial|regional|föderal|zentral|medizinär|plinär|eint|einigt|haft
        |ierend|wärtig)|rot|weiß|grün|schwarz|blau|neu|neuest|alt|nah|fern|mittler|groß|klein|jung|frei|hoh|ober|oberst
        |erst|zweit|dritt|viert|autonom|heilig|kalt|rein|allgemein|ständig|offen|gemeinsam|intern|offiziell
        |aktuell)(?=e))e[nmrs]?""",
    re.IGNORECASE | re.VERBOSE,
)
_UNCHANGED = re.compile(r"[A-ZÄÖÜ]\w+(?:er|-)|und")
"""What may stand between adjectives and head: "Neue Züricher Zeitung", "Deutscher Städte- und Gemeindebund"."""


def nominative(form: str) -> str:
    """A name as it is called without an article, and as it is where no rule knows the head's gender."""
    words = form.split()
    for position, word in enumerate(words):
        if head := _head(word):
            base, ending = head
            adjectives = (_ADJECTIVE.fullmatch(word) for word in words[:position])
            before = [a[1] + ending if a else word for a, word in zip(adjectives, words, strict=False)]
            return " ".join([*before, base, *words[position + 1 :]])
        is_apart = position and word[0].isupper() and any(map(_head, words[position + 1 : position + 2]))  # "Moor Club"
        if not (is_apart or _ADJECTIVE.fullmatch(word) or _UNCHANGED.fullmatch(word)):
            break
    return form


def declines(word: str) -> bool:
    """Whether a word is no article, nor an adjective of a place in -er, which is the same in all cases: "Kieler"."""
    is_place = word[:1].isupper() and word.endswith("er")
    return bool(_ADJECTIVE.fullmatch(word)) or not (is_place or word.lower() in {"der", "des"})


def strong_ending(form: str) -> str:
    """The ending that the adjectives of a name have in the nominative, "" where the gender is not known."""
    for word in form.split():
        if head := _head(word):
            return head[1]
    return ""


def is_noun(word: str) -> bool:
    """Whether a word, in any letters, is a noun that bodies, places or documents are called by."""
    return word.lower() in _ENDING_OF


def _head(word: str) -> tuple[str, str] | None:
    """A noun without the ending of its genitive, and the ending that its adjectives have in the nominative."""
    found = _HEAD.fullmatch(word)
    if not found or (0 < found.start(1) < _LEAST and "-" not in word[: found.start(1)]):
        return None
    ending = _ENDING_OF[found[1].lower()]
    if found["genitive"] and ending == _FEMININE:
        return None
    return word[: found.end(1)], ending
