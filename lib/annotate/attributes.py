"""Attributes: the roles and adjectives that a source attaches to a name ("der nordkoreanische Machthaber Kim").

German puts them side by side with the name, so that rules over neighbouring words find them: nouns and adjectives right
before it, and an apposition between commas right behind it. A noun that is not plainly a person's or body's role counts
only behind a determiner.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from lib.article import Article, sentence_at
from lib.schema import Attribute

ROLE, ADJECTIVE = "role", "adjective"

_ENDING = r"(?:in|innen|e|en|es|er|n|ns|r|s)?"
_ROLES = {
    "PER": re.compile(
        r"[\w-]*(?:präsident|kanzler|minister|premier|sekretär|sprecher|berater|politiker|kandidat|meister|chef|trainer|"
        r"gouverneur|senator|vorsitzende|abgeordnete|direktor|botschafter|kommissar|richter|anwalt|leiter|führer|"
        r"machthaber|herrscher|diktator|autokrat|despot|staatsmann|oberhaupt|general|oberst|marschall|admiral|offizier|"
        r"kommandeur|kommandant|befehlshaber|papst|bischof|kardinal|pfarrer|könig|kaiser|fürst|prinz|zar|professor|"
        r"forscher|experte|analyst|analytiker|wissenschaftler|historiker|ökonom|virologe|autor|journalist|reporter|"
        r"korrespondent|unternehmer|manager|gründer|milliardär|investor|aktivist|dissident|rebell|terrorist|"
        r"oppositionelle|star|sänger|schauspieler|regisseur|spieler|stürmer|torwart|kollege|freund|verbündete|gegner|"
        r"rivale|nachfolger|vorgänger|stellvertreter|vize|mutter|vater|sohn|tochter|bruder|schwester|ehefrau|witwe|"
        r"springer|läufer|vorstand|coach|kapitän|torhüter|dirigent|gutachter|verteidiger|ermittler|architekt|moderator|redakteur|pilot|rapper|pianist|veranstalter|mitglied|schüler|student|lehrer|polizist|soldat|landwirt|winzer|künstler|"
        r"musiker|schriftsteller|referee|zeuge|zeug|kläger|(?:ange|be)klagte|inhaber|rentner|nachbar|anwohner|jurist|intendant|"
        r"landr[aä]t|stadtr[aä]t|gemeinder[aä]t|feuerwehrmann|feuerwehrfrau|geschäftsmann|geschäftsfrau|[äa]rzt)"
        + _ENDING
        + r"|Herrn?|Frau|OB|[\w-]+(?:er|eur|ist|log|graf|nom|ent|ant|at)in",
        re.IGNORECASE,
    ),
    "ORG": re.compile(
        r"[\w-]*(?:agentur|zeitung|magazin|sender|portal|konzern|unternehmen|partei|miliz|gruppe|organisation|verband|"
        r"behörde|firma|hersteller|verein|bank|stiftung|institut|bündnis|allianz|bewegung|ministerium|club|klub)"
        + _ENDING,
        re.IGNORECASE,
    ),
    "LOC": re.compile(
        r"[\w-]*(?:stadt|region|provinz|insel|staat|land|republik|regime|macht|diktatur|gemeinde|dorf|ort|bezirk|"
        r"flughafen|hafen|bahnhof|halbinsel|gebiet|metropole)" + _ENDING,
        re.IGNORECASE,
    ),
}
"""By label, words for what somebody or something is. Open at the front for compounds ("Verteidigungsminister")."""
_NO_ROLE = re.compile(
    r"(?:\w*(?:tag|abend|morgen|mittag|nacht|woche|monat|jahr|uhr|sommer|winter|herbst|frühling|frühjahr)(?:e[ns]?|s)?"
    r"|mittwoch|fall|familie|causa|affäre|ära|thema|name[ns]*|prozess|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember)",
    re.IGNORECASE,
)
_DETERMINER = re.compile(
    r"(?:de[rnms]|die|das|(?:k?ein|mein|dein|sein|ihr|unser|euer|dies|jen|jed)(?:e[rnms]?)?|[azi]m|ins|vo[mn]|zu[mr]|beim|"
    r"fürs|ans|aufs)",
    re.IGNORECASE,
)
_APPOSED = frozenset(
    {"der", "die", "das", "den", "dem", "des", "ein", "eine", "einer", "einem", "einen", "sein", "ihr"}
)
"""What begins an apposition."""
_NEUTER = frozenset({"das", "dies", "dieses", "ins"})
"""Before a verb rather than a person ("das teilte Minister Berg mit")."""
_TITLES = frozenset({"Dr.", "Prof.", "Dipl.", "h.c.", "med.", "phil."})
"""Between a role and a name."""
_OF = frozenset(
    {"der", "des", "den", "dem", "die", "im", "vom", "von", "zur", "zum", "beim", "am", "für", "in", "an", "bei"}
)
"""Words between a role and what it is a role in: "Direktor des Instituts", "Kandidat für den Vorsitz"."""
_LONGEST = 9  # tokens between a role and the comma before the name
_CLOSING = frozenset({",", ".", ")", "(", ";", ":"})
_INFLECTED = re.compile(r"[a-zäöüß-]{3,}e[nrms]?")
_OF_OFFICE = re.compile(
    "(?:Vorsitzend|Stellvertretend|Leitend|Regierend|Geschäftsführend|Parlamentarisch|Wissenschaftlich|Künstlerisch|"
    "Technisch|Kaufmännisch|Erst)e[nmrs]?"
)
"""Adjectives with a capital, as part of what an office is called: "Vorsitzende Richterin"."""
_ORIGIN = re.compile(r"[a-zäöü].*|.*er|[A-ZÄÖÜ]+-[a-zäöü].*")
"""What is an adjective among the names of origins: "russische", "Hamburger", "US-amerikanische"."""
_NO_ADJECTIVE = re.compile(
    "(?:k?ein|all|ander|beid|dies|ihr|sein|mein|dein|unser|eur|jen|jed|viel|mehrer|einig|solch|welch|hab|hatt|werd|wurd|"
    "würd|wär|könn|konnt|müss|musst|soll|sollt|woll|wollt|dürf|durft|mög|mocht|möcht|lass|geh|komm|mach|ohn|heut|gern)"
    "e[nrms]?|bisschen|(?:in|da)?zwischen|(?:un?ter|in)?dessen|neben|gegen|wegen|weder|selber|schwer|wieder|immer|unter|über"
)


def find(doc: Doc, article: Article) -> list[Attribute]:
    """Roles and adjectives of the names of `article`, in order of their start; `doc` is its text with names set."""
    starts = [sentence.start_char for sentence in doc.sents]
    forms = {ent.text for ent in doc.ents} | {ent[-1].text for ent in doc.ents}
    return sorted(
        Attribute(
            article.id,
            sentence_at(starts, token.idx),
            token.idx,
            token.idx + len(token),
            token.text,
            kind,
            ent.start_char,
        )
        for ent in doc.ents
        if ent.label_ in {"PER", "LOC", "ORG"}
        for kind, token in _attributes(ent, forms)
    )


def _attributes(ent: Span, forms: set[str]) -> Iterator[tuple[str, Token]]:
    yield from _before(ent, genitive=_is_genitive(ent, forms))
    yield from _over_comma(ent)
    yield from _behind(ent)


def _is_genitive(ent: Span, forms: set[str]) -> bool:
    """Whether "der Sprecher Bergs" rather than "der Sprecher Berg"."""
    return ent.text.endswith("s") and {ent.text[:-1], ent[-1].text[:-1]} & forms != set()


def _before(ent: Span, *, genitive: bool) -> Iterator[tuple[str, Token]]:
    """A noun and the adjectives before a name, if they begin with a determiner or the noun is plainly a role."""
    sentence = ent.sent
    at = ent.start - 1
    while at > sentence.start and ent.doc[at].text in _TITLES:
        at -= 1
    noun = None
    if at >= sentence.start and _is_noun(ent.doc[at]) and not _NO_ROLE.fullmatch(ent.doc[at].text):
        noun, at = ent.doc[at], at - 1
    adjectives: list[Token] = []
    while at >= sentence.start and (_is_adjective(ent.doc[at]) or (noun and _OF_OFFICE.fullmatch(ent.doc[at].text))):
        if adjectives and ent.doc[at].is_title and adjectives[-1].text.endswith("te"):
            return  # "Der Hamburger lobte Torwart Holm"
        adjectives.append(ent.doc[at])
        at -= 1
    before = ent.doc[at] if at >= sentence.start else None
    determined = before is not None and (
        (bool(_DETERMINER.fullmatch(before.text)) and (ent.label_ != "PER" or before.lower_ not in _NEUTER))
        or (before.ent_type_ in {"LOC", "ORG", "PER"} and before.text.endswith("s"))
    )
    if before is None and adjectives and adjectives[-1].is_title:  # a headline: "Russischer Präsident Putin ..."
        determined = noun is not None
    if noun is not None:
        role = bool(_ROLES[ent.label_].fullmatch(noun.text))
        if not role and ent.label_ == "PER" and (head := _head(ent.doc, at, sentence.start)):
            yield ROLE, head
            return
        partner = ent.doc[noun.i - 2] if noun.i - 2 >= sentence.start and ent.doc[noun.i - 1].text == "und" else None
        coordinated = partner is not None and ent.label_ == "PER" and _is_role(partner)
        if genitive or not (role or coordinated or (determined and ent.label_ != "LOC" and noun.i > sentence.start)):
            return
        if partner is not None and coordinated:
            yield ROLE, partner
        yield ROLE, noun
    if determined:
        yield from ((ADJECTIVE, token) for token in adjectives)
    elif noun is not None and len(adjectives) > 1:  # "von der CDU unterstützte parteilose Bürgermeisterin"; not "sagte"
        yield ADJECTIVE, adjectives[0]


def _head(doc: Doc, at: int, first: int) -> Token | None:
    """The role that words up to `at` tell what it is a role in: "Kandidat für den" (Vorsitz)."""
    end = at
    while at >= first and doc[at].lower_ in _OF:
        at -= 1
    return doc[at] if first <= at < end and _is_role(doc[at]) else None


def _is_role(token: Token) -> bool:
    return _is_noun(token) and bool(_ROLES["PER"].fullmatch(token.text))


def _over_comma(ent: Span) -> Iterator[tuple[str, Token]]:
    """A role with what it is a role in, before a full name between commas: "der Präsident des Bundes, Anna Berg,"."""
    doc, first = ent.doc, ent.sent.start
    at = ent.start - 1
    if ent.label_ != "PER" or len(ent) < 2 or at <= first or doc[at].text != ",":
        return
    if ent.end >= len(doc) or doc[ent.end].text not in _CLOSING:
        return
    for before in range(at - 1, max(first, at - _LONGEST) - 1, -1):
        token = doc[before]
        if _is_role(token):
            determined = before == first or bool(_DETERMINER.fullmatch(doc[before - 1].text))
            if determined and doc[before + 1].lower_ in _OF:
                yield ROLE, token
            return
        is_name = token.ent_type_ and token.ent_type_ != "PER"
        if not (
            is_name or token.text[0].isupper() or token.lower_ in _OF or token.text == "und" or _is_adjective(token)
        ):
            return


def _behind(ent: Span) -> Iterator[tuple[str, Token]]:
    """An apposition between commas: ", der russische Präsident," and no name in the same breath."""
    doc, at = ent.doc, ent.end
    if at + 1 >= ent.sent.end or doc[at].text != ",":
        return
    at += 1
    if _DETERMINER.fullmatch(doc[at].text):
        if doc[at].lower_ not in _APPOSED:
            return
        at += 1
    adjectives = []
    while at < ent.sent.end and _is_adjective(doc[at]):
        adjectives.append(doc[at])
        at += 1
    if at + 1 >= ent.sent.end or not (_is_noun(doc[at]) and _ROLES[ent.label_].fullmatch(doc[at].text)):
        return
    behind = doc[at + 1]
    paired = behind.text == "und" and at + 2 < len(doc) and _is_role(doc[at + 2]) and doc[at].text.endswith("in")
    if behind.text in {",", ".", ")"} or behind.lower_ in _OF or paired:
        yield from ((ADJECTIVE, token) for token in adjectives)
        yield ROLE, doc[at]


def _is_noun(token: Token) -> bool:
    return token.text[0].isupper() and (token.text[-1].islower() or token.text == "OB") and not token.ent_type_


def _is_adjective(token: Token) -> bool:
    if token.ent_type_:
        return token.ent_type_ == "NORP" and bool(_ORIGIN.fullmatch(token.text))
    word = token.text
    return bool(_INFLECTED.fullmatch(word)) and not _NO_ADJECTIVE.fullmatch(word)
