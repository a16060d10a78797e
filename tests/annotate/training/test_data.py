"""Training sentences as pieces with their tags, in batches."""

import json
import random
from pathlib import Path

import spacy

from lib.annotate import encoder
from lib.annotate.encoder import labels
from lib.annotate.encoder.pieces import END, START
from lib.annotate.training.data import IGNORED, Sentence, batches, encode, read

PERSON, INSIDE = labels.TAGS.index("B-PER"), labels.TAGS.index("I-PER")


def test_names_become_tags_of_their_words_and_half_words_none(tmp_path: Path) -> None:
    rows = [
        {"text": "Anneliese Kruse kam.", "ents": [[0, 15, "PER"]]},
        {"text": "Die Krusestraße ruht.", "ents": [[4, 9, "PER"]]},
    ]
    path = tmp_path / "train.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    first, second = read(spacy.blank("de"), path)
    assert first == ([("Anneliese", True), ("Kruse", True), ("kam", True), (".", False)], [PERSON, INSIDE, 0, 0])
    assert second.tags == [0, 0, 0, 0]


def test_the_first_piece_of_a_word_has_its_tag() -> None:
    ids, tags = encode(encoder.load().pieces, Sentence([("Tallinnerinnen", True), ("kamen", True)], [PERSON, 0]))
    assert (ids[0], ids[-1]) == (START, END)
    assert len(ids) == len(tags) > 4
    assert [tag for tag in tags if tag != IGNORED] == [PERSON, 0]
    assert tags[1] == PERSON and tags[2] == IGNORED


def test_a_long_sentence_is_cut_where_the_network_ends() -> None:
    ids, tags = encode(encoder.load().pieces, Sentence([("Hafen", True)] * 1000, [0] * 1000))
    assert len(ids) == len(tags) == encoder.MAX_LENGTH + 2
    assert ids[-1] == END and tags[-1] == IGNORED


def test_batches_hold_every_sentence_once_and_not_too_many_pieces() -> None:
    lengths = [random.Random(i).randint(2, 60) for i in range(500)]
    groups = batches(lengths, random.Random(0), 256)
    assert sorted(i for group in groups for i in group) == list(range(500))
    assert max(len(group) * max(lengths[i] for i in group) for group in groups) <= 256 * 1.2
    assert groups != batches(lengths, random.Random(1), 256)
