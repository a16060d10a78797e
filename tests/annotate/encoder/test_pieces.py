"""Words to pieces of the vocabulary."""

import pytest
import spacy

from lib.annotate import encoder
from lib.annotate.encoder.pieces import MAX_PIECES, UNKNOWN, Pieces, spaced_words


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return encoder.load().pieces


def test_words_know_whether_white_space_stands_before_them() -> None:
    doc = spacy.blank("de").make_doc("Ach („so\n\nist\u00a0es“).")
    spaced = {word for word, before in spaced_words(doc) if before}
    assert {"Ach", "ist"} <= spaced and not {")", "."} & spaced
    assert not any(word.isspace() for word, _ in spaced_words(doc))


def test_a_word_behind_white_space_has_other_pieces_than_one_behind_a_mark(pieces: Pieces) -> None:
    spaced, joined = pieces.of([("Hafen", True), ("Hafen", False)])
    assert spaced != joined


def test_a_frequent_word_is_one_piece_and_a_rare_one_is_several(pieces: Pieces) -> None:
    frequent, rare = pieces.of([("Regierung", True), ("Tallinnerinnen", True)])
    assert len(frequent) == 1 < len(rare)


@pytest.mark.parametrize("word", ["", "\u200b", "\ufeff", "\x07"])
def test_a_word_of_nothing_is_unknown(pieces: Pieces, word: str) -> None:
    assert pieces.of([(word, False)]) == [(UNKNOWN,)]


@pytest.mark.parametrize("word", ["漢" * 500, "x" * 100_000, "\ud800", "🦀🦀", "ﷺ" * 300])
def test_any_word_has_some_pieces_but_not_too_many(pieces: Pieces, word: str) -> None:
    (ids,) = pieces.of([(word, True)])
    assert 1 <= len(ids) <= MAX_PIECES


def test_forms_of_one_character_are_read_alike(pieces: Pieces) -> None:
    apart, together, ligature, letters = pieces.of((w, True) for w in ("Mu\u0308nchen", "München", "ﬁnden", "finden"))
    assert apart == together and ligature == letters
