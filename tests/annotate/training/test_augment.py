"""Variants of training sentences keep their names."""

import random

import spacy

from lib.annotate.encoder import labels
from lib.annotate.encoder.pieces import spaced_words
from lib.annotate.training import augment
from lib.annotate.training.data import Sentence

WORDS = spaced_words(spacy.blank("de").make_doc('Änne Kruse sagte in Köln: "Wir warten auf die Reederei Nord."'))
TAGS = [0] * len(WORDS)
for _start, _end, _label in ((0, 2, "PER"), (4, 5, "LOC"), (11, 12, "ORG")):
    TAGS[_start:_end] = [labels.TAGS.index(f"B-{_label}"), *[labels.TAGS.index(f"I-{_label}")] * (_end - _start - 1)]
SENTENCE = Sentence(WORDS, TAGS)


def variants() -> list[Sentence]:
    draw = random.Random(1)
    return [augment.vary(SENTENCE, draw) for _ in range(400)]


def test_every_word_has_its_tag_and_no_name_changes_its_type() -> None:
    for variant in variants():
        assert len(variant.words) == len(variant.tags)
        assert [label for _, _, label in labels.spans(variant.tags)] == ["PER", "LOC", "ORG"]


def test_all_kinds_of_variants_are_made() -> None:
    texts = {"".join(" " * spaced + word for word, spaced in variant.words) for variant in variants()}
    assert any(text.isupper() for text in texts)
    assert any("Aenne" in text for text in texts)
    assert any("„" in text for text in texts) and any("»" in text for text in texts)
    assert any("Kruse sagte in Köln" not in text and "Änne Kruse sagte in" in text for text in texts)


def test_the_same_draw_gives_the_same_variants() -> None:
    assert variants() == variants()
