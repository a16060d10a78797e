"""Named mentions: names of places that CLDR lists."""

from functools import cache

from babel import Locale
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans
from spacy.vocab import Vocab


def find(doc: Doc) -> list[Span]:
    """The mentions of a Doc, in order, none overlapping another."""
    return filter_spans(_matcher(doc.vocab)(doc, as_spans=True))


@cache
def _matcher(vocab: Vocab) -> PhraseMatcher:
    matcher = PhraseMatcher(vocab)
    territories = [name for code, name in Locale("de").territories.items() if code.isalpha()]
    forms = {form for name in territories for form in (name, name + "s")}
    matcher.add("LOC", [Doc(vocab, words=form.split(" ")) for form in sorted(forms)])
    return matcher
