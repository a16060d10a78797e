"""Words to ids of the encoder's SentencePiece vocabulary (Kudo 2018, unigram), word by word."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import sentencepiece
from spacy.tokens import Doc, Span

START, END, UNKNOWN = 0, 2, 3
"""Ids of the pieces that stand before and behind a sentence, and for a word without a piece."""

MAX_PIECES, MAX_CHARACTERS = 16, 128
"""Pieces and characters of a word that are read: a longer word is an address or rubbish, and its beginning tells."""

_SPACE = "▁"
_SILENT = frozenset({"Cc", "Cf", "Cs"})  # control and format characters, and half characters


class Pieces:
    """The vocabulary. A word's ids do not depend on its neighbours, so that most of them are found in a cache."""

    def __init__(self, model: bytes) -> None:
        self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)
        self._cached = lru_cache(maxsize=100_000)(self._ids)

    @classmethod
    def load(cls, path: Path) -> "Pieces":
        return cls(path.read_bytes())

    def of(self, words: Iterable[tuple[str, bool]]) -> list[tuple[int, ...]]:
        """Ids of each word, at least one; a word comes with whether white space stands before it."""
        return [self._cached(word[:MAX_CHARACTERS], spaced) for word, spaced in words]

    def _ids(self, word: str, spaced: bool) -> tuple[int, ...]:
        plain = "".join(c for c in unicodedata.normalize("NFKC", word) if unicodedata.category(c) not in _SILENT)
        plain = _SPACE * spaced + "".join(plain.split())
        return tuple(self._processor.encode(plain)[:MAX_PIECES]) or (UNKNOWN,)


def spaced_words(tokens: Doc | Span) -> list[tuple[str, bool]]:
    """The words among the tokens, each with whether white space or nothing stands before it."""
    words, spaced = [], True
    for token in tokens:
        if not token.is_space:
            words.append((token.text, spaced))
        spaced = token.is_space or bool(token.whitespace_)
    return words
