"""Speakers whom the words around them name as such, whatever the tagger says: a document in which something stands,
whom a medium cites, a source."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from lib.annotate.quotations.calling import CALLED, SAYS
from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.quoted import SAYS_THE
from lib.annotate.quotations.spans import Span
from lib.annotate.times.calendar import MONTHS, WEEKDAYS
from lib.article import sentence_at

SURE, RATHER = 1.0, 1.3
"""How likely is who speaks, and who does rather than somebody else who stands nearer."""
_DOCUMENT = re.compile(
    r"\b(?:in|aus|im|laut)\s(?P<what>(?:(?:dem|der|einem|einer|ihrem|seinem|ihrer|seiner)\s)?"
    r"(?:(?:gestern|heute|kürzlich|zuvor|(?:am|im)\s\w+)\s)?(?:[a-zäöüß-]+e[nrm]\s){0,2}"
    r"[\w-]*(?:brief|schreiben|papier|schrift|erklärung|mitteilung|dokument|text|beschluss|entwurf|gutachten|urteil|"
    r"antrag|protokoll|statement|bescheid|verordnung|begründung|vorlage|stellungnahme|bericht)\b)"
    rf"(?:\s(?P<by>(?:des|der|von)\s(?!(?:{'|'.join(WEEKDAYS)})|(?:{'|'.join(MONTHS)}|anfang|mitte|ende)\b)(?:[a-zäöüß-]+\s){{0,2}}"
    r"(?:(?-i:[A-ZÄÖÜ])[\w-]+(?:\s(?-i:[A-ZÄÖÜ])[\w-]+)*|\d+-jährigen)))?",
    re.IGNORECASE,
)
TOLD_BEFORE = re.compile(r"\b[Ww]ie\s(?:bereits\s|schon\s|mehrfach\s)?(?:berichtet|gemeldet|erwähnt)\b")
"""What an article says of what it has told before: "Wie berichtet, ..."."""
SOURCE = re.compile(r"\b(?:nach|laut|zufolge|gemäß)\b", re.IGNORECASE)
"""A cue of words that somebody is a source of, beside a verb that does not say so."""
_ACCORDING = re.compile(
    r"\b(?:[Nn]ach|[Ll]aut)\s(?P<who>(?:[a-zäöüß]+en\s)?[A-ZÄÖÜ][\w-]*(?:angaben|meinung|ansicht|auskunft|einschätzung|"
    r"informationen|berichten|aussagen|schätzungen|erkenntnissen))\b|"
    r"\b[Nn]ach\s(?P<of>[a-zäöüß]+(?:isch|sisch)en\s(?:Angaben|Aussagen|Darstellung|Berichten|Informationen|Einschätzung|"
    r"Erkenntnissen))\b|"
    r"\b[Nn]ach\s(?:Auffassung|Ansicht|Meinung|Angaben|Darstellung|Einschätzung|Aussagen?|Überzeugung)\s"
    r"(?P<owner>[A-ZÄÖÜ][\w-]+s)\b(?!\s[A-ZÄÖÜ])|"
    r"\b(?:[Vv]on\s[Ss]eiten|[Vv]onseiten|[Ss]eitens)\s(?P<side>(?:de[rs]|eine[rs])\s(?:[a-zäöüß]+en\s)?[A-ZÄÖÜ][\w-]+)|"
    r"\b(?P<which>(?:[Dd]e[rmn]|[Ee]ine[rm])\s(?:[a-zäöüß]+e[nr]\s)?[A-ZÄÖÜ][\w-]+)\szufolge\b|"
    r"(?:^|[.,;–]\s|\b(?!de[rs]\s)[a-zäöüß]+\s)(?P<whose>(?:(?:[Oo]ffizielle|[Ee]rste|[Nn]eueste|[Uu]nbestätigte|"
    r"[Üü]bereinstimmende|[Aa]ndere|[Ww]eitere|[Vv]orläufige)[nr]\s)?[A-ZÄÖÜ][\w-]+)\szufolge\b",
    re.MULTILINE,
)
_THEREIN = re.compile(
    r"\b[Dd]arin\s(?:heißt|hieß|steht|stand|wird|werden|wurden?)\b|\b(?:heißt|hieß)\ses\sdarin\b|\b[Dd]ort\s(?:heißt|hieß)\ses\b"
)
"""Of what a document contains of which the sentence before tells: "heißt es darin"."""
_TEXT = re.compile(
    r"\b(?=[A-ZÄÖÜ])[\w-]*(?i:brief|schreiben|papier|schrift|erklärung|mitteilung|dokument|text|beschluss|entwurf|"
    r"gutachten|urteil|antrag|protokoll|statement|bescheid|verordnung|vorlage|stellungnahme|bericht|studie|vertrag|"
    r"appell|petition|rede|interview|resolution)e?s?\b"
)
_PAGE = re.compile(
    r"\b[Aa]uf\s(?P<what>(?:der|einer|ihrer|seiner)\s(?:[a-zäöüß-]+en\s)?[\w-]*(?:[Hh]omepage|[Ww]ebsite|[Ww]ebseite|"
    r"[Ii]nternetseite))(?:\s(?:der|des|von)\s(?:[A-ZÄÖÜ][\w-]+\s?){1,3})?\s(?:heißt|hieß|steht|stand)\b"
)
"""On which something stands: "Auf der Webseite der Stadt heißt es"."""
_THING = r"(?:(?:der|dem|den|einer|einem|ihrer|seiner|ihrem|seinem|ihren)\s)?(?:[a-zäöüß-]+e[nrm]\s)?[A-ZÄÖÜ][\w-]+"
_INSCRIBED = re.compile(
    rf"\b(?P<on>[Aa]uf\s{_THING})\s(?:steht|stand(?:en)?|prangten?|(?:war(?:en)?|ist)(?:\s[a-zäöüß]+)?\szu\slesen|"
    r"(?:war(?:en)?|ist|sind|stand(?:en)?|prangten?)\s(?:die\s(?:Worte|Parole|Aufschrift|Botschaft|Losung)|der\s(?:Satz|Spruch|Slogan))):?\s"
    rf"[{DOUBLE}]|"
    rf"[{DOUBLE}],?\s(?:steht|stand|prangte?|(?:war|ist)\szu\slesen)\s(?P<behind>auf\s{_THING})"
)
"""On what words stand: "Auf einem Transparent stand „Brot und Rosen“"."""
_CITED = re.compile(
    r"\szitier(?:t|te|en|ten)\s(?:(?:zudem|auch|außerdem|weiter|ferner)\s)?"
    r"(?:(?:die|das)\s[\w-]+\s(?=de[nr]\s))?(?P<who>ihn|(?:(?:den|die|eine[n]?)\s(?:[a-zäöüß]+\s)?)?[A-ZÄÖÜ][\w.-]+(?:\s[A-ZÄÖÜ][\w.-]+)*"
    r"(?:\s(?:der|des|von)\s[A-ZÄÖÜ][\w-]+)?(?:,\s[A-ZÄÖÜ][\w.-]+(?:\s[A-ZÄÖÜ][\w.-]+)*,)?)"
    r"\s(?:mit den Worten|wie folgt|wörtlich)"
)
"""Whom a medium quotes: "Die Zeitung zitierte den Minister mit den Worten"."""
_CITES = re.compile(
    r"(?:[“”\"«»],?|,)\szitier(?:t|te|en|ten)\s"
    r"(?:(?:(?:der|die|das)\s)?(?:[a-zäöüß-]+e\s)?(?:[\"„“»]?[A-ZÄÖÜ][\w-]*[\"”“«]?\s){1,4})?"
    r"(?P<who>ihn|den\s(?:[a-zäöüß-]+\s)?[A-ZÄÖÜ][\w.-]+(?:\s[A-ZÄÖÜ][\w.-]+){0,3})(?=[\s.,])"
)
"""The same behind a quotation or reported speech: "zitiert ihn der Sender", "zitierte die Zeitung den Minister"."""
_CALLED_BY = re.compile(
    r"\bvo[nm]\s(?P<who>(?:(?:der|den|dem|eine[mr])\s)?(?:[a-zäöüß-]+e[nrms]?\s)?[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){0,3})"
    rf"\s(?:(?:[a-zäöüß]+\s){{0,2}}als\s[{DOUBLE}][^{DOUBLE}\n]{{1,200}}[{DOUBLE}]\s{CALLED}(?:e[nrms]?)?\b|"
    rf"(?:als\s)?[{DOUBLE}][^{DOUBLE}\n]{{1,200}}[{DOUBLE}]\s[a-zäöüß]+(?:t|en)e[nrms]?\s[A-ZÄÖÜ])"
)
"""Who calls something what: "von Kennern als „Meisterwerk“ bezeichnet", "das von Holm als „Tat“ gelobte Gesetz"."""
_SOMEBODY = re.compile(
    r"(?:^|[.!?“”\"«»]\s)(?P<who>Andere|Viele|Manche|Einige|Mehrere|Jemand|Eine[rs]?|"
    rf"Eine?\s(?i:ander|weiter|zweit|dritt)e[rs]?)\s{SAYS}\b",
    re.MULTILINE,
)
"""Somebody who is not said to be whoever spoke before: "Andere riefen"."""
_CROWD = re.compile(
    r"\b(?P<who>(?:(?:[Dd]ie|[Dd]er|[Ee]ine|[Ee]inige|[Vv]iele|[Mm]ehrere|[Zz]ahlreiche|[Tt]ausende|[Hh]underte)\s)?(?:Tausend\s)?"
    r"(?=[A-ZÄÖÜ])[\w-]*(?i:demonstranten|demonstrierenden?|protestierenden?|teilnehmer|anhänger|fans|zuschauer|aktivisten|"
    r"menschen|menge))\b(?=[^.!?\n]{0,200}?\bskandier\w+[^.!?\n„“\"]{0,60}"
    rf"[{DOUBLE}])"
)
"""Who shouts together: "Die Fans zogen durch die Stadt und skandierten „Auswärtssieg“"."""
_NAMED = r"[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+){0,3}"
_CALLS_WHOM = re.compile(
    rf"(?:^|[.!?{DOUBLE}]\s|\n)(?:(?:De[mn]|(?:Ihre|Seine)[mn]?|Der\s(?=[\w-]*(?:ung|schaft|heit|keit|ion|tät|ei|in)\b))\s?"
    rf"[^.,;:{DOUBLE}]{{2,50}}?\s(?:warf|wirft|warfen|bescheinig\w+|attestier\w+|unterstell\w+|nannten?|nennt|beschimpf\w+)\s"
    rf"(?P<who>(?:(?:der|die|das|eine?)\s)?(?:[a-zäöüß-]+e[rns]?\s)?{_NAMED})|"
    rf"(?:Die|Das)\s[^.,;:{DOUBLE}]{{2,50}}?\s(?:nannte|nennt|beschimpfte)\s(?P<he>der\s(?:[a-zäöüß-]+e\s)?{_NAMED}))"
    rf"\s(?:[a-zäöüß]+\s){{0,2}}(?:eine?[nr]?\s|als\s)?[{DOUBLE}]",
    re.MULTILINE,
)
"""Who does so behind the verb: "Dem Minister warf Holm „Tricks“ vor", "Die Partei nannte der Bischof „verbohrt“"."""
_TO_BE = r"(?:ist|sind|war|waren|wäre|bleibt)"
_FOR = re.compile(
    rf"\b(?:(?:[Ww]as|{_TO_BE}(?:\s(?:das|dies|es))?)\sfür\s|[Ff]ür\s(?=[^{DOUBLE}.,;:]+\s{_TO_BE}\s))"
    r"(?P<who>(?:(?:den|die|das)\s)?(?:[a-zäöüß-]+en?\s)?[A-ZÄÖÜ][\w-]+(?:\s(?:(?:in|von)\s)?[A-ZÄÖÜ][\w-]+){0,3})"
    rf"(?:\s{_TO_BE})?(?:\s[a-zäöüß]+){{0,3}}\s[{DOUBLE}]|"
    rf"[{DOUBLE}],?\s{_TO_BE}\s(?:[a-zäöüß]+\s){{0,2}}für\s(?P<whom>{_NAMED})",
)
"""Who thinks of something: "Für Holm ist das „ein Skandal“", "„Ein Skandal“ ist das für Holm"."""
_STANDS = re.compile(
    r"\b(?:heißt|hieß|steht|stand|wird|werden|zitiert|gefordert|die Rede|"
    r"fordern(?!\s(?:die|der|das|sie|er)\b|\s[A-ZÄÖÜ]))\b"
)
"""What a sentence says of what a document contains."""
_WHICH = re.compile(r",\s(?:der|die|das)\s(?!(?:der|er|sie|man)\b|[A-ZÄÖÜ])[^,.;:!?]+")
"""What tells more of a document: ", der konkrete Fälle auflistet"."""
_OF_NOUN = r"(?:\s(?:des|der|in|um|von)\s(?:[a-zäöüß-]+\s)?[A-ZÄÖÜ][\w-]+)?"
_PHRASE_WITHIN = rf"(?:(?:dem|der|den)\s)?(?:[a-zäöüß-]+e[nrms]?\s)?[A-ZÄÖÜ][\w-]+{_OF_NOUN}"
_SOURCE = re.compile(
    rf"\b[Aa]us\s(?P<within>{_PHRASE_WITHIN})\s(?:hieß|heißt|verlautet|erfuhr)|"
    rf"\berfuhr(?:en)?\s[^.,;:{DOUBLE}]{{2,60}}?\saus\s(?P<learnt>{_PHRASE_WITHIN})|"
    rf"\b(?:(?:heißt|hieß)\ses|verlautete)\s(?:[a-zäöüß]+\s|am\s\w+\s){{0,2}}aus\s(?P<behind>{_PHRASE_WITHIN})|"
    r"\b(?P<before>[Ii]h[mr])\szufolge\b|\b[Ll]aut\s(?P<whom>ih[mr])\b"
)
"""Whose a statement surely is: "Aus Kreisen der Fraktion hieß es", "ihm zufolge"."""


class Written(NamedTuple):
    """Words that name a speaker."""

    span: Span
    at: int
    """An offset in the sentence that quotes."""
    likelihood: float = RATHER
    instead: bool = True
    """Whether they come in place of words that the tagger takes for a speaker and that share some with them."""
    drops: Span | None = None
    """Where nothing else in that sentence names the speaker."""
    unless_said: bool = False
    """Whether that holds only if the sentence quotes nothing in marks and nobody in it says something."""


def find(text: str, starts: Sequence[int]) -> Iterator[Written]:
    """The speakers of an article that are named so, those last that come in place of others.

    Args:
        text: the article's.
        starts: offsets at which its sentences begin.
    """

    def bounds(at: int) -> Span:
        sentence = sentence_at(starts, at)
        return starts[sentence], starts[sentence + 1] if sentence + 1 < len(starts) else len(text)

    for match in _DOCUMENT.finditer(text):
        if _STANDS.search(text, *bounds(match.start())):
            span = match.span("by" if match["by"] else "what")
            tells_more = _WHICH.match(text, match.end())
            yield Written(span, span[0], SURE, drops=tells_more.span() if tells_more else None)
    for match in _THEREIN.finditer(text):
        begin, _ = bounds(match.end())
        if begin and (before := list(_TEXT.finditer(text, *bounds(begin - 1)))):
            yield Written(before[-1].span(), match.end())
    for match in _ACCORDING.finditer(text):
        yield Written(match.span(match.lastgroup or 0), match.end(), SURE, instead=False, unless_said=True)
    for pattern in (_PAGE, _CROWD, _SOMEBODY):
        for match in pattern.finditer(text):
            yield Written(match.span(match.lastgroup or 0), match.end(), SURE, instead=False)
    for match in SAYS_THE.finditer(text):
        yield Written(match.span("who"), match.start("who"), instead=False)
    yield from _rather_than_others(text, bounds)
    for pattern in (_FOR, _CALLED_BY, _INSCRIBED, _SOURCE):
        for match in pattern.finditer(text):
            span = match.span(match.lastgroup or 0)
            yield Written(span, span[0])


def _rather_than_others(text: str, bounds: Callable[[int], Span]) -> Iterator[Written]:
    """Those beside whom nothing else in some words of their sentence names the speaker."""
    for match in _CALLS_WHOM.finditer(text):
        span = match.span(match.lastgroup or 0)
        yield Written(span, span[0], drops=(match.start(), span[0]))
    for match in _CITED.finditer(text):
        yield Written(match.span("who"), match.start("who"), drops=(match.start() - 1, match.start("who")))
    for match in _CITES.finditer(text):
        yield Written(match.span("who"), match.start("who"), drops=(match.start(), bounds(match.start("who"))[1]))
