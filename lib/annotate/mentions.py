"""Named mentions of an article: what the recognizer found, repaired, joined with the gazetteer, and carried through."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence, Set

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from lib.annotate.gazetteer import QUOTES, Gazetteer
from lib.schema import LABELS

_MIN_EVIDENCE = 0.3
"""Share of a form's occurrences that must be found by themselves for the others to count as mentions too."""
_MAX_DETERMINED = 0.3
"""Share of a form's occurrences behind a determiner from which on it is a common noun."""

_IN_COMPOUNDS = frozenset({"PER", "LOC", "ORG"})
_MAX_PARTS = 4
"""Of a name with hyphens within a compound."""
_ARTICLES = frozenset({"der", "die", "das"})
_PARTICLES = frozenset({"von", "van", "der", "den", "dem", "de", "da", "del", "di", "du", "zu", "zur", "bin", "ibn"})
_INDEFINITE = ("ein", "kein", "mein", "sein", "ihr", "unser", "dies", "jed", "jen", "manch", "solch", "viel", "einig")
_ABSTRACT = re.compile(r"\w{5,}(?:ung|heit|keit|tion)(?:en)?")
_KOREAN = re.compile(r"[A-Z]\w+-[a-z]\w+")
"""A given name of two syllables as it is written in German."""
_DEFINITE = frozenset({"der", "die", "das", "den", "dem", "des"})
_BEFORE_NAMES = frozenset({"von", "vom", "im", "beim"})
"""Prepositions that the recognizer takes into the name behind them."""
_ADVERBIAL = frozenset({"Anfang", "Beginn", "Natur", "Haus", "Hause", "Amts", "Hand", "Herzen", "Bord", "Kindheit"})
"""What stands behind "von" without being a name: "von Anfang an"."""
_NO_GIVEN_NAMES = frozenset({"Gunsten", "Ungunsten", "Lasten", "Seiten", "Händen", "O-Ton", "Foto", "Fotos"})
"""Nouns that the recognizer takes into the name of a person behind them: "zu Gunsten Holms"."""
_IN = frozenset({"in", "In", "aus", "Aus"})
_MIN_LOCATED = 0.3
"""Share of the mentions of a name in which something is or from which it comes, from which on it is a place."""
_SPOKE = frozenset({"sagt", "sagte", "erzählt", "erzählte", "meint", "meinte", "klagt", "klagte", "Herr", "Frau"})
_COMPANIES = frozenset({"Firma", "Konzern", "Unternehmen", "Hersteller", "Betreiber", "Verein", "Bank"})
_FULL_STOP = re.compile(r"(?:\d|\b\w*[A-ZÄÖÜ\d]\w*[A-ZÄÖÜ]\w*)\.$")
"""A number or capitals with a full stop that is the sentence's; a ruler's numeral has its own."""
_CLOSED = re.compile(r"(?P<name>[^„“”»«\"]{2,})[“”«»\"](?:-\w[\w-]*|\(\d.*)?")
"""A name up to a closing quotation mark, the rest of a compound, and the number of a note: "Bote“-Redakteur"."""
_ADJECTIVE = re.compile(r"(?:Deutsch|[A-ZÄÖÜ]\w+isch)e[mnrs]?")
"""With which the name of a body does not end: "Deutschen Wetterdienstes"."""
_LONGEST_TITLE = 8
"""Words behind the recognized part of a title in quotation marks."""
_IN_TITLES = _DEFINITE | {"&", "und", "für", "von", "vom", "in", "im", "gegen", "auf", "am", "an", "aus", "mit", "zur"}
"""What may stand in one between its nouns."""
_BINDING = _DEFINITE | {"ein", "eine", "und", "oder", "für", "von", "vom", "zu", "zum", "zur", "im"}
"""Words with which no name ends."""


def find(doc: Doc, gazetteer: Gazetteer) -> list[Span]:
    """The mentions of a Doc whose `ents` are the recognizer's: in order, none overlapping another.

    Where two overlap the longer one counts, and of two equally long ones the gazetteer's.
    """
    ents = doc.ents
    surnames = {ent[-1].text for ent in ents if ent.label_ == "PER" and len(ent) > 1}
    recognized = _parted([span for ent in ents if (span := _repaired(ent, surnames))])
    recognized = [span for span in recognized if span.text.removesuffix(".") not in gazetteer.outside]
    nouns = _common_nouns(recognized)
    named = gazetteer.find(doc)
    spans = filter_spans([*named, *(span for span in recognized if span.text not in nouns)])
    spans = [span for span in spans if span.label_ in LABELS]
    return _agreed(filter_spans([*spans, *_carried(doc, spans, gazetteer.ambiguous)]), gazetteer.certain)


def with_parts(doc: Doc, gazetteer: Gazetteer) -> list[tuple[int, int, str]]:
    """Character spans and labels of all mentions, in order: those of the Doc, and names within hyphenated compounds.

    The full stop behind "Formel 1." and "AOK.", which are tokenized like an ordinal and an abbreviation, is no part,
    nor is what goes on behind the mark that closes a name in quotation marks: "Bote“-Redakteur".

    A part of a compound ("SPD-Chef") counts where the same word is a name by itself in the article or the gazetteer.
    """
    known = gazetteer.certain | {ent.text: ent.label_ for ent in doc.ents if ent.label_ in _IN_COMPOUNDS}
    spans = [(ent.start_char, ent.end_char - _left_over(ent), ent.label_) for ent in doc.ents]
    for token in doc:
        if "-" in token.text and not token.ent_type_:
            spans += _parts(token, known)
    return sorted(spans)


def _left_over(ent: Span) -> int:
    """How many characters at its end are no part of a name."""
    closed = _CLOSED.fullmatch(ent.text)
    if closed:
        return len(ent.text) - closed.end("name")
    return int(ent.label_ != "PER" and bool(_FULL_STOP.search(ent.text)))


def _parts(token: Token, known: Mapping[str, str]) -> Iterator[tuple[int, int, str]]:
    """The longest known names from the left between the hyphens of a compound."""
    words = token.text.split("-")
    start, first = token.idx, 0
    while first < len(words):
        names = ["-".join(words[first:last]) for last in range(first + _MAX_PARTS, first, -1)]
        name = next((name for name in names if name in known), "")
        if name:
            yield start, start + len(name), known[name]
        taken = name.count("-") + 1
        start += sum(len(word) + 1 for word in words[first : first + taken])
        first += taken


def _repaired(ent: Span, surnames: set[str]) -> Span | None:
    """The entity without marks and article at its ends; None where no name is left.

    A single word that is nobody's surname takes in the rest of a name such as "Ursula von der Leyen", a body's
    adjective its noun, and the beginning of a title what follows up to the quotation mark.
    """
    doc, start, end = ent.doc, ent.start, ent.end
    while start < end and not doc[start].text[0].isalnum():
        start += 1
    while start < end and (_is_mark(doc[end - 1]) or doc[end - 1].lower_ in _BINDING):
        end -= 1
    if ent.label_ != "MISC" and end - start > 1 and doc[start].lower_ in _ARTICLES and not _quoted(doc, start, end):
        start += 1
    if ent.label_ in {"LOC", "ORG"} and end - start > 1 and doc[start].lower_ in _BEFORE_NAMES:
        start += 1
    if ent.label_ == "PER" and end - start > 1 and doc[start].text in _NO_GIVEN_NAMES:
        start += 1
    determined = start > 0 and doc[start - 1].lower_ in _DEFINITE
    if ent.label_ == "PER" and end - start == 1 and doc[start].text not in surnames and not determined:
        end = _name_end(doc, end)
    if ent.label_ == "ORG" and _ADJECTIVE.fullmatch(doc[end - 1].text) and _is_noun_behind(doc, end):
        end += 1
    if ent.label_ in {"MISC", "ORG"}:
        end = _title_end(doc, start, end)
    span = Span(doc, start, end, ent.label)
    if span.text.endswith(")") and "(" not in span.text:
        span = Span(doc, start, end - 1, ent.label)
    named = span.label_ == "NORP" or any(c.isupper() for c in span.text)
    return span if named and len(span.text) > 1 and not any(token.like_url for token in span) else None


def _is_noun_behind(doc: Doc, end: int) -> bool:
    return end < len(doc) and doc[end].is_title and doc[end].is_alpha and not doc[end].is_sent_start


def _quoted(doc: Doc, start: int, end: int) -> bool:
    """Whether nothing but these tokens stands within quotation marks, as a title does."""
    return start > 0 and end < len(doc) and doc[start - 1].text in QUOTES and doc[end].text in QUOTES


def _title_end(doc: Doc, start: int, end: int) -> int:
    """Where a title ends that begins behind a quotation mark: "Boot Nummer 4"; at `end` where more than a noun phrase
    stands within the marks."""
    if not start or doc[start - 1].text not in QUOTES or doc[start - 1].whitespace_ or not doc[end - 1].whitespace_:
        return end
    for token in doc[end : end + _LONGEST_TITLE]:
        if token.text in QUOTES:
            return token.i
        if not (token.text[0].isupper() or token.text[0].isdigit() or token.lower_ in _IN_TITLES):
            break
    return end


def _is_mark(token: Token) -> bool:
    return not (token.text[-1].isalnum() or token.text[-1] in ").")


def _name_end(doc: Doc, end: int) -> int:
    """Where a name ends that goes on behind its first word, which ends at `end`, with particles."""
    last = end
    while last < len(doc) and doc[last].text in _PARTICLES and (last > end or doc[last].text not in _DEFINITE):
        last += 1
    goes_on = end < last < len(doc) and doc[last].is_title and not doc[last].is_sent_start
    return last + 1 if goes_on and doc[last].text not in _ADVERBIAL else end


def _parted(spans: Sequence[Span]) -> list[Span]:
    """Two persons side by side ("weil Kim Putin traf"), recognized as one, told apart: both were named before, and the
    two are not side by side again."""
    often = Counter(span.text for span in spans)
    seen: set[str] = set()
    parts: list[Span] = []
    for span in spans:
        named = {token.text for token in span} <= seen and often[span.text] == 1 and not span[0].is_sent_start
        if span.label_ == "PER" and len(span) == 2 and named:
            parts += [Span(span.doc, token.i, token.i + 1, "PER") for token in span]
            continue
        parts.append(span)
        if span.label_ == "PER":
            seen |= {span.text, span[-1].text}
    return parts


def _common_nouns(spans: Sequence[Span]) -> set[str]:
    """Single words that the article uses, or that are formed, like common nouns."""
    determined: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for span in spans:
        if len(span) == 1 and span.label_ in {"PER", "LOC"}:
            total[span.text] += 1
            before = span.doc[span.start - 1].lower_ if span.start else ""
            indefinite = before.startswith(_INDEFINITE) and len(before) < 9
            definite = span.label_ == "PER" and before in _DEFINITE
            determined[span.text] += indefinite or definite or bool(_ABSTRACT.fullmatch(span.text))
    return {form for form, n in determined.items() if n > _MAX_DETERMINED * total[form]}


def _carried(doc: Doc, spans: Sequence[Span], ambiguous: Set[str]) -> list[Span]:
    """All mentions by forms that were found elsewhere in the article, and by the surnames of persons found."""
    occurrences = Counter(token.text for token in doc)
    found = Counter(span.text for span in spans)
    words: dict[str, list[str]] = {}
    labels: dict[str, Counter[str]] = defaultdict(Counter)
    for span in spans:
        if span.label_ == "NORP":
            continue
        surname = _surname(span)
        for form in (span, surname) if surname else (span,):
            words[form.text] = [token.text for token in form]
            labels[form.text][span.label_] += 1
        if surname:
            found[surname.text] += 1
    matcher = PhraseMatcher(doc.vocab)
    for name, (*first, last) in words.items():
        word = name in ambiguous or name.lower() in occurrences
        known = len(name) > 1 and (name[0].isupper() or first) and not word
        if known and found[name] >= _MIN_EVIDENCE * occurrences[name]:
            firsts = [first, [first[0].capitalize(), *first[1:]]] if first else [first]
            forms = [[*start, last + ending] for start in firsts for ending in ("", "s")]
            matcher.add(labels[name].most_common(1)[0][0], [Doc(doc.vocab, words=form) for form in forms])
    return matcher(doc, as_spans=True)


def _surname(span: Span) -> Span | None:
    """Last word of a person's full name, with the particles before it; the first of a Korean one ("Kim Jong-un")."""
    if span.label_ != "PER" or len(span) < 2:
        return None
    if len(span) == 2 and _KOREAN.fullmatch(span[1].text):
        return span[:1]
    start = len(span) - 1
    while start > 1 and span[start - 1].text in _PARTICLES:
        start -= 1
    return span[start:]


def _is_genitive(span: Span) -> bool:
    """Whether something of whoever is named is, rather than something in a place: "in Holms Umfeld"."""
    return span.text.endswith("s") and span.end < len(span.doc) and span.doc[span.end].text[0].isupper()


def _agreed(spans: Sequence[Span], known: Container[str]) -> list[Span]:
    """Mentions of one form get the label of most of them, but for a company and a person of one name where the word
    before tells which: "sagte Krefting", "die Firma Krefting".

    The surname of a person is no place, unless it is a `known` one or something is in it; what nobody bears in full and
    things often are in is no person.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    located: Counter[str] = Counter()
    for span in spans:
        votes[span.text][span.label_] += 1
        located[span.text] += span.start > 0 and span.doc[span.start - 1].text in _IN and not _is_genitive(span)
    surnames = {surname.text for span in spans if (surname := _surname(span))}

    def label(span: Span) -> str:
        most = votes[span.text].most_common(1)[0][0]
        before = span.doc[span.start - 1].text if span.start else ""
        borne = bool({span.text, span.text.removesuffix("s")} & surnames)
        if most == "LOC" and borne and not located[span.text] and span.text not in known:
            most = "PER"
        elif most == "PER" and len(span) == 1 and not borne and located[span.text] > 1:
            most = "LOC" if located[span.text] >= _MIN_LOCATED * votes[span.text].total() else most
        if span.text not in surnames or most not in {"PER", "ORG"}:
            return most
        return "PER" if before in _SPOKE else "ORG" if before in _COMPANIES else most

    return [Span(span.doc, span.start, span.end, label(span)) for span in spans]
