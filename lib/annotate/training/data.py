"""Training sentences: read from files, as pieces with their tags, in batches."""

import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from spacy.language import Language

from lib.annotate.encoder import MAX_LENGTH, labels
from lib.annotate.encoder.pieces import END, START, Pieces, spaced_words

BATCH_PIECES = 1024
IGNORED = -100
"""Tag of a piece that is not the first of a word."""


class Sentence(NamedTuple):
    """Words, each with whether white space or nothing stands before it, and the ids of their tags."""

    words: list[tuple[str, bool]]
    tags: list[int]


def read(nlp: Language, path: Path) -> Iterator[Sentence]:
    """Sentences of the file; a name that does not begin and end with a token is left out."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            doc = nlp.make_doc(row["text"])
            tags = [0] * len(doc)
            for start, end, label in row["ents"]:
                if span := doc.char_span(start, end):
                    begin = labels.TAGS.index(f"B-{label}")
                    tags[span.start : span.end] = [begin, *[begin + 1] * (len(span) - 1)]
            yield Sentence(spaced_words(doc), tags)


def encode(pieces: Pieces, sentence: Sentence) -> tuple[list[int], list[int]]:
    """Ids of the pieces and the tag of each: that of the word for its first piece, IGNORED for all others."""
    ids, tags = [START], [IGNORED]
    for word, tag in zip(pieces.of(sentence.words), sentence.tags, strict=True):
        ids.extend(word)
        tags.extend([tag, *[IGNORED] * (len(word) - 1)])
    return [*ids[: MAX_LENGTH + 1], END], [*tags[: MAX_LENGTH + 1], IGNORED]


def batches(lengths: Sequence[int], draw: random.Random, size: int = BATCH_PIECES) -> list[list[int]]:
    """Indices in batches of about `size` pieces, sentences of like length together, in random order."""
    order = sorted(range(len(lengths)), key=lambda i: lengths[i] + draw.uniform(-2, 2))
    groups: list[list[int]] = [[]]
    for i in order:
        if groups[-1] and lengths[i] * (len(groups[-1]) + 1) > size:
            groups.append([])
        groups[-1].append(i)
    draw.shuffle(groups)
    return groups
