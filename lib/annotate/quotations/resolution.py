"""Whose name, noun or pronoun the words are that name a speaker: the person or body that they stand for."""

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from lib.annotate.quotations.candidates import DETERMINER, PREPOSITION, Candidates
from lib.annotate.quotations.epithets import party
from lib.annotate.quotations.extended import ATTRIBUTE
from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.occasions import HAPPENING
from lib.annotate.quotations.referents import PRONOUNS, SPOKESPERSON, Referents, base, is_body, is_feminine, is_person
from lib.annotate.quotations.spans import Span, overlapping
from lib.annotate.quotations.statements import SAYING, informant, statement

_QUOTED = 6
"""Sentences that are quoted at most between who speaks and "sagte er"."""
_PLACED = r"\s(?:auf|am|an|im|in|unter|nach|vor|beim?|mit|seit|zu|zum|zur)\s"
THEIR_OWN = re.compile(r"\beigene[nr]\b")
"""In "nach eigenen Angaben": whoever is the subject speaks."""
HE_OR_SHE = re.compile(r"\b(?:[Ee]r|[Ss]ie)\b")
_INDEFINITE = re.compile(r"(?:k?ein(?:e[rnms]?)?|mehrere[nr]?|viele[nr]?|einige[nr]?)\s", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:der|die|das|dem|den|des|dieser|diese|dieses)\s", re.IGNORECASE)
_POSSESSED = re.compile(r"[A-ZÄÖÜ]\w+s\s(?:[a-zäöüß]+\s)*[A-ZÄÖÜ]\w+$")
"""A description without an article: "Bayerns Ministerpräsident"."""
_REST = re.compile(
    rf"(?:\s\([^)]*\)?)?(?:,(?:\s.*)?|(?:\s[a-zäöüß]+)+|(?:{_PLACED}|\s(?:von|vom|aus)\s).*|{SAYING.pattern}\w*)?",
    re.DOTALL,
)
"""What may follow a name: "(SPD) am Sonntag", ", der früher Minister war", "Holms Darstellung"."""
_TAIL = re.compile(rf"(?<=[a-zäöüß]){_PLACED}")
"""What follows a description and does not say who it is."""
_PUBLISHED = re.compile(r"^(?:presse)?(?:mitteilung|stellungnahme|statement|meldung|angaben|informationen)$")
"""What somebody publishes of whom the article has just told: "heißt es in der Mitteilung"; letters are others'."""
_AGENCY_COPY = re.compile(r"^(?:agentur)?meldung$")
"""What an agency or a medium publishes: "heißt es in der Meldung"."""
_OTHERS = re.compile(r"\b(?!eigenen|den|diesen)[a-zäöüß-]+en\sAngaben$")
"""What does not stem from who spoke last: "offiziellen Angaben"."""
_WHOSEVER = re.compile(
    r"(?:(?i:erst|letzt|früher|ander|anfänglich|jüngst|neu|neuest|vorläufig|bisherig|weiter|aktuell|eigen|unbestätigt)en\s)?"
    "(?:Angaben|Informationen)"
)
"""Of which the words do not tell whose they are."""
_ORIGIN = re.compile(r"isch\w*\s$")
"""An adjective that says whose: "indischen Behördenangaben", not "unbestätigten Medienberichten"."""
_OF = re.compile(
    r"(?P<who>[A-ZÄÖÜ][\w-]+)\s(?:von|des|der|(?P<around>um(?:\sde[nr]|\sdie)?))\s(?:[a-zäöüß-]+\s)?(?P<title>[A-ZÄÖÜ][\w-]+\s)?$"
)
"""Between a person and by whom the words name that person: "der Anwalt von Minister Holm", "Forscher um Holm"."""
_UNNAMED = re.compile(
    r"\s*(?:Auch\s)?(?P<article>[Dd](?:er|ie)|[Ee]ine?)\s(?:[a-zäöüß-]+e[rn]?\s)?(?P<noun>[A-ZÄÖÜ][\w-]+|\d+-[Jj]ährige[rn]?)"
    r"\s(?=[a-zäöüß])"
)
"""How a sentence begins that tells of somebody without a name."""
_THEY_SAY, _SAY_THEY = re.compile(r"\s[a-zäöüß]{2,}(?<!d)en\b"), re.compile(r"\b[a-zäöüß]{2,}en\s$")
"""Behind and before "sie" that stands for several."""
_SHE = re.compile(r"\b(?:[Dd]ie|[Ee]ine)\s(?:\d+-)?$")
"""Before a noun that may be a man or a woman: "die 34-Jährige", "eine Überlebende"."""
_VERB = 24  # characters of a verb before a pronoun
_BARE = rf"(?=[A-ZÄÖÜ][\w-]+\s[a-zäöüß])(?!(?i:{DETERMINER.pattern}))"
"""Before a noun without article or attribute: "Anwohner klagten"."""
_SEVERAL = re.compile(
    rf"\s*(?:Auch\s)?(?P<who>(?:{_BARE}|[A-ZÄÖÜ][^,.;:?!„“”»«\"\n]{{0,60}}?\b)(?P<noun>[A-ZÄÖÜ][\w-]+(?:en|er|e|n|s|innen)))\s"
    r"(?:[^,.;:?!„“”»«\"\n]{0,40}?\s)?(?:sind|waren|haben|hatten|werden|wurden|[a-zäöüß]+(?:t|r|h|l|m|g|d|k|ß)?en)\b"
)
"""How a sentence begins that tells of several."""
_PEOPLE = re.compile(
    r"(?:menschen|leute|gegner|freunde|kritiker|eltern|nachbarn|fans|bewohner|organisationen|verbände)$", re.IGNORECASE
)
_WHO = re.compile(
    r"(?:(?<!geld|bild|länd|wört)er|[iy]st|ant|ent|or|eur|loge|nom|mann|frau|leute|wirt|[aä]rzt)(?:e?n|in|innen|e?s)?$|"
    r"(?:regierung|opposition|polizei|union|menge|publikum|fans|vertrag|satzung|plakat|banner|transparent|gesetz|"
    r"gesetzbuch|entwurf|bericht|studie|brief|papier|text|schreiben)(?:e?s|e?n)?$|"
    r"(?:verbände|organisationen|gewerkschaften|parteien|kirchen?|verwaltung|leitung|führung|vorstand|rat|senat|jury|armee|"
    r"militär|ausschuss|kammer|initiativen?|gruppen?|medien|wehr|wacht|dienste?)$|"
    r"(?:pilot|soldat|kolleg|diplomat|kandidat|papst|kardinal|bruder|schwester|vater|mutter|sohn|tochter|witwe)"
    r"(?:in|innen|e?n|e|s)?$|(?:konservativ|liberal|überlebend|angehörig|angeklagt|beamt|betroffen|beteiligt|verdächtig|beschuldigt|verletzt|geschädigt|"
    r"jugendlich|demonstrierend|studierend|freiwillig)e[nr]?$|^(?:kind(?:er)?|jungen?|mädchen|g[aä]st(?:e|es|en)?)$",
    re.IGNORECASE,
)
"""How nouns end that say who somebody is, or what is written."""
_NOUN = re.compile(r"[A-ZÀ-ÖØ-ÞĆČĎĐĞİŁŃŇŐŘŚŞŠŤŮŹŻŽȘȚ][\w-]+")
_SITE = re.compile(r"[\w-]+\.[a-z]{2,}")
_HAPPENING = re.compile(rf"(?:{HAPPENING})(?:e?s|e?n|e)?$", re.IGNORECASE)


class Resolution:
    """Says whom words of an article stand for that name a speaker.

    Args:
        doc: with names and sentences.
        direct: what stands in quotation marks, in order.
        referents: its persons and bodies.
        candidates: its possible speakers.
    """

    def __init__(self, doc: Doc, direct: Sequence[Span], referents: Referents, candidates: Candidates) -> None:
        self._text = doc.text
        self._starts = [sentence.start_char for sentence in doc.sents]
        self._persons = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PER"]
        self._named = [(ent.start_char, ent.end_char) for ent in doc.ents]
        self._bodies = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "ORG"]
        self._direct = direct
        self._referents = referents
        self._candidates = candidates
        self._described: list[Span] = []

    def of(self, span: Span, last: Span | None) -> Span:
        """Whom a pronoun or a description stands for, where that is certain enough; else the words themselves."""
        words = self._text[slice(*span)]
        if preposition := PREPOSITION.match(words):
            span = span[0] + preposition.end(), span[1]
            words = self._text[slice(*span)]
        within = overlapping(self._persons, span)
        if within and not self._is_of(span, within[-1]):
            return within[-1] if _REST.fullmatch(self._text, within[-1][1], span[1]) else span
        if said := statement(words):
            return self._whose(span, said, last)
        if words.lower() == "sie" and self._is_plural(span):
            return self._they(span) or span
        if words.lower() in PRONOUNS:
            return self._referents.of(span, last) or self._again(words, last) or self._begins(span) or span
        return self._described_by(span, last)

    def _whose(self, span: Span, said: re.Match[str], last: Span | None) -> Span:
        """Whose statement some words are, where they tell: "ihre Kritik", "der Vorwurf der Partei"; else the words."""
        if said["owner"]:
            return self.of((span[0] + said.start("owner"), span[1]), last)
        whose = (said["whose"] or "").lower()
        if whose in {"dessen", "deren"} or THEIR_OWN.search(said["what"]):
            return last or span
        if not whose:
            return span
        pronoun = span[0] + said.start("whose"), span[0] + said.end("whose")
        return self._referents.of(pronoun, last) or self._again({"sein": "er", "ihr": "sie"}[whose], last) or span

    def _is_of(self, span: Span, person: Span) -> bool:
        """Whether the words name somebody else by a person: "der Anwalt von Minister Holm"."""
        before = _OF.search(self._text[span[0] : person[0]])
        return bool(
            before
            and (is_person(before["who"]) or before["who"] == "Leitung")
            and (before["around"] or not before["title"] or is_person(before["title"].strip()))
        )

    def _begins(self, pronoun: Span) -> Span | None:
        """Somebody without a name with whom the sentence before begins: "Ein Rentner fand es. „...“, sagte er"."""
        bounds = self._sentence_before(pronoun)
        who = _UNNAMED.match(self._text, *bounds) if bounds else None
        if not who or overlapping(self._persons, who.span()):
            return None
        noun = who["noun"]
        is_she = who["article"].lower() in {"die", "eine"}
        body = is_body(noun) or overlapping(self._bodies, who.span("noun"))
        is_somebody = body or is_person(noun) or _WHO.search(noun)
        is_one = body or not is_she or is_feminine(noun) or noun.lower().endswith(("e", "frau", "mutter", "tochter"))
        agrees = self._text[slice(*pronoun)].lower() in ({"sie", "ihr"} if is_she else {"er", "ihm", "ihn"})
        return who.span("noun") if is_somebody and is_one and agrees else None

    def _sentence_before(self, pronoun: Span) -> Span | None:
        """Where the sentence begins and ends that comes before what is quoted."""
        said = self._candidates.sentence(pronoun[0])
        before = map(self._candidates.bounds, range(said - 1, max(said - _QUOTED, 0) - 1, -1))
        return next((bounds for bounds in before if not overlapping(self._direct, bounds)), None)

    def _is_plural(self, pronoun: Span) -> bool:
        """Whether "sie" stands for several, as the verb beside it tells: "Sie riefen", "klagen sie"."""
        begins = pronoun[0] == self._starts[self._candidates.sentence(pronoun[0])]
        follows = _SAY_THEY.search(self._text, max(0, pronoun[0] - _VERB), pronoun[0])
        return bool(follows or (begins and _THEY_SAY.match(self._text, pronoun[1])))

    def _they(self, pronoun: Span) -> Span | None:
        """The several of whom the sentence before tells first: "Die Anwohner sind wütend. „...“, klagen sie"."""
        bounds = self._sentence_before(pronoun)
        who = _SEVERAL.match(self._text, *bounds) if bounds else None
        if not who or not (_PEOPLE.search(who["noun"]) or is_person(who["noun"]) or _WHO.search(who["noun"])):
            return None
        determiner = DETERMINER.match(who["who"])
        return who.start("who") + (determiner.end() if determiner else 0), who.end("who")

    def _again(self, pronoun: str, last: Span | None) -> Span | None:
        """The last speaker, if a man or a woman whom no name tells, for whom "er" or "sie" stands."""
        noun = _NOUN.search(self._text, *last) if last else None
        if not (noun and (is_person(noun[0]) or _WHO.search(noun[0]))):
            return None
        is_adjective = noun[0].endswith("e") and _SHE.search(self._text, max(0, noun.start() - _VERB), noun.start())
        is_she = is_feminine(noun[0]) or bool(is_adjective)
        return last if {"er": False, "sie": True}.get(pronoun.lower()) == is_she else None

    def _described_by(self, span: Span, last: Span | None) -> Span:
        """Whom a noun phrase that is no person's name stands for; else the phrase without its article and its tail."""
        words = self._text[slice(*span)]
        determiner = DETERMINER.match(words)
        start = span[0] + (determiner.end() if determiner else 0)
        marks = [at for at in range(start, span[1]) if self._text[at] in DOUBLE]
        bare = start, span[1]
        if marks and {start, span[1] - 1}.issuperset(marks):  # "der „Bild“", or a mark whose other one is outside
            bare = start + (start in marks), span[1] - (span[1] - 1 in marks)
        _, stop = self._candidates.bounds(self._candidates.sentence(start))
        if attribute := ATTRIBUTE.match(self._text, bare[0], stop):
            bare = attribute.start("noun"), max(bare[1], attribute.end())
        nouns = _NOUN.findall(self._text[slice(*bare)])
        indefinite = _INDEFINITE.match(words)
        only = nouns[0].lower() if len(nouns) == 1 else ""
        if determiner and not indefinite and SPOKESPERSON in only and (before := self._described_as(only)):
            return before
        if who := informant(nouns[0]) if only else "":
            at = self._text.index(nouns[0], bare[0])
            return bare[0] if _ORIGIN.search(self._text, bare[0], at) else at, at + len(who)
        if _AGENCY_COPY.search(only) and (medium := self._candidates.medium_before(bare[0])):
            return medium
        if last and _PUBLISHED.search(only) and not _OTHERS.search(words):
            return last
        if (tail := _TAIL.search(self._text, *bare)) and not overlapping(self._bodies, tail.span()):
            bare, span = (bare[0], tail.start()), (span[0], tail.start())
        self._described.append(bare)
        is_definite = _DEFINITE.match(words) or _POSSESSED.match(self._text[slice(*span)])
        is_named = overlapping(self._bodies, span) and not party(only)  # "die Grüne" is no party
        if indefinite or not is_definite or is_named:
            return bare
        return self._referents.of(span, last) or bare

    def _described_as(self, noun: str) -> Span | None:
        """The last speaker who was described by this noun, or by one that ends in it or in which it ends: "ein Sprecher
        der Polizei", "der Sprecher"."""
        for span in reversed(self._described):
            first = _NOUN.search(self._text, *span)
            alike = first and is_feminine(first[0]) == is_feminine(noun)
            if first and alike and (base(noun).endswith(base(first[0])) or base(first[0]).endswith(base(noun))):
                return span
        return None

    def names(self, span: Span) -> bool:
        """Whether words say who speaks: neither a pronoun or a statement of somebody who was not found do, nor words
        without a noun or a name."""
        words = self._text[slice(*span)]
        if (statement(words) or _WHOSEVER.fullmatch(words)) and not overlapping(self._named, span):
            return False
        noun = DETERMINER.sub("", f"{words} ", count=1)
        first = _NOUN.search(noun)
        if first and _HAPPENING.search(first[0]) and not overlapping(self._named, span):
            return False
        is_name = first or _SITE.fullmatch(words) or overlapping(self._bodies, span)
        return words.lower() not in {*PRONOUNS, "dies"} and bool(is_name)

    def may_speak(self, span: Span, last: Span | None) -> bool:
        """Whether words are a name, a noun for persons, bodies or documents, or a pronoun that stands for somebody."""
        words = self._text[slice(*span)]
        if HE_OR_SHE.fullmatch(words.lower()):
            return bool(self._referents.of(span, last) or self._again(words, last))
        is_named = bool(overlapping(self._named, span))
        return is_named or any(is_person(noun) or is_body(noun) or _WHO.search(noun) for noun in _NOUN.findall(words))
