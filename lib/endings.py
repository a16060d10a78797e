"""Endings by which German words are inflected, as patterns."""

import re

_ANY = r"(?:e[rsnm]?|ern|[rsnm]|in|innen|nen)?"
"""Inflection of German adjectives and participles."""
_OF_NOUN = r"(?:e[sn]?|[sn]|(?<=e)[rm]|(?<![aeiou])in(?:nen)?|(?<=in)nen)?"
"""The same of nouns: a "Krieger" is no "Krieg", nor a "Besucher" a "Besuch"."""
_PLURAL = re.compile(r"(?:bild|brett|feld|geist|geld|gesicht|glied|kind|kleid|licht|lied|nest|regiment|schild)$", re.I)
"""Nouns with a plural in -er: "Parteimitglieder"."""


def endings(word: str) -> str:
    """A pattern of what may stand behind a word; one with a capital is a noun."""
    return _OF_NOUN if word[0].isupper() and not _PLURAL.search(word) else _ANY
