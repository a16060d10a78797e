"""Nouns for what somebody says or thinks: whoever has it speaks, not the noun."""

import re

_STEMS = (
    r"ankündigung|ansage|ansicht|anweisung|antwort|appell|argument|argumentation|"
    r"(?<!neu)berechnung|(?<!unter)(?<!gering)(?<!wert)schätzung|prognose|auffassung|aufforderung|aufruf|augen|(?<!zeugen)aussage|bedenken|"
    r"befürchtung|(?<!urteils)begründung|behauptung|beobachtung|credo|darstellung|devise|diagnose|drohung|eindruck|einschätzung|"
    r"einw[aä]nd|ergebnis|erkenntnis|erwartung|fazit|forderung|(?<!um)(?<!ch)(?<!an)(?<!ab)frage|gedanke|gerücht|"
    r"glaube|hinweis|hoffnung|idee|kalkül|kritik|kritikpunkt|legende|lesart|logik|losung|mahnung|meinung|motto|mythos|"
    r"narrativ|parole|prinzip|satz|sätz|schilderung|schlussfolgerung|(?<!auf)sicht|slogan|sorge|spr[uü]ch|sprichwort|"
    r"tenor|theorie|these|überzeugung|verdacht|vermutung|versprechen|vor(?:her|aus)sage|vorschl[aä]g|vorw[uü]rf|warnung|"
    r"wort|wunsch|zuversicht"
)
_ENDING = "(?:e?n|e?s|e)?"
_NOUN = re.compile(rf"[\w-]*?(?:{_STEMS}){_ENDING}", re.IGNORECASE)
_WRITTEN = re.compile(
    r"[\w-]*?(?:angabe|ansprache|bericht|brief|buch|erklärung|interview|mitteilung|rede|schreiben|statement|"
    rf"stellungnahme|tweet|urteil){_ENDING}",
    re.IGNORECASE,
)
"""What has its own say ("in dem Brief heißt es"), unless it is told whose it is."""
SAYING = re.compile(rf"\s(?:[a-zäöüß-]+\s)?(?=[A-ZÄÖÜ])(?i:{_STEMS}|angabe|bericht|mitteilung|urteil)")
"""What somebody has who speaks ("nach Holms Angaben"), unlike other possessions ("Holms Geduld")."""
_PHRASE = re.compile(
    r"(?:[Zz]u[mr]\s)?(?:(?i:(?P<whose>sein|ihr|dessen|deren)(?:e[rnms]?)?|\w+)\s)?(?P<what>(?:[a-zäöüß][\w-]*\s)*)"
    r"(?P<noun>[A-ZÄÖÜ][\w-]*)(?:\s(?P<owner>(?:der|des|von|vom|eine[rs])\s.+)|\s.*)?",
    re.DOTALL,
)
_COMPOUND = re.compile(
    r"(?P<who>(?!(?:Ein|Wert|Hoch|Neu)(?:schätz|berech))[A-ZÄÖÜ][\w-]*?)(?:-|(?<=[b-df-hj-np-tv-z])s)?"
    r"(?:angaben|aussagen|informationen|recherchen|berechnungen|(?:ein)?schätzung(?:en)?|prognosen?)|"
    r"(?P<by>[\w-]*?(?i:medien|presse|zeitung|zeugen))s?berichten?",
    re.IGNORECASE,
)


def is_statement(noun: str) -> bool:
    """Whether a noun is for what somebody says, thinks or writes."""
    return bool(_NOUN.fullmatch(noun) or _WRITTEN.fullmatch(noun))


def statement(words: str) -> re.Match[str] | None:
    """The match of a noun phrase for a statement, with what says whose it is in its groups.

    Args:
        words: such as "ihre Kritik", "der Vorwurf", "einem Vorschlag von Minister Holm".

    Returns:
        Groups `whose`, a possessive without its ending, and `owner`, an attribute; nothing if the noun is another one.
    """
    phrase = _PHRASE.fullmatch(words)
    if (
        not phrase
        or informant(phrase["noun"])
        or not (_NOUN.fullmatch(phrase["noun"]) or (phrase["whose"] and _WRITTEN.fullmatch(phrase["noun"])))
    ):
        return None
    return phrase


def informant(noun: str) -> str:
    """Who informs by a compound noun: "Polizei" of "Polizeiangaben"; empty where it is none."""
    compound = _COMPOUND.fullmatch(noun)
    return (compound["who"] or compound["by"]) if compound else ""
