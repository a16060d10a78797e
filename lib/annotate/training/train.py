"""Train the entity recognizer that comes with Lesarten.

    python -m lib.annotate.training.train GERMEVAL OUT [--words 250000]

GERMEVAL  folder with germeval_train.jsonl and germeval_dev.jsonl: text, ents [[start, end, label]]
OUT       folder for the model, loadable with spacy.load
"""

import argparse
import gzip
import json
import shutil
import tempfile
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import numpy as np
import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.strings import StringStore
from spacy.tokens import Doc, DocBin
from spacy.vectors import Vectors  # type: ignore[import-not-found]  # an extension module without stub

CONFIG = Path(__file__).with_name("config.cfg")
PREFIXES = (4, 6, 10, 32)
"""Lengths, in bits, of the Brown cluster paths that make a word's features (Turian, Ratinov and Bengio 2010)."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("germeval", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--words", type=int, default=250_000, help="most probable words that get a cluster")
    args = parser.parse_args()

    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        blank = spacy.blank("de")
        blank.vocab.vectors = cluster_vectors(args.words)
        blank.to_disk(work / "vectors")
        for part in ("train", "dev"):
            docs = read(spacy.blank("de"), args.germeval / f"germeval_{part}.jsonl")
            DocBin(docs=docs, attrs=["ENT_IOB", "ENT_TYPE"]).to_disk(work / f"{part}.spacy")
        overrides = {f"paths.{part}": str(work / f"{part}.spacy") for part in ("train", "dev")}
        spacy_train(CONFIG, work / "out", overrides=overrides | {"paths.vectors": str(work / "vectors")})
        save(spacy.load(work / "out" / "model-best"), args.out)


def read(nlp: Language, path: Path) -> Iterator[Doc]:
    """Docs with entities; spans that do not begin and end with a token, or hold white space at an end, are left out."""
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            doc = nlp.make_doc(row["text"])
            spans = (doc.char_span(start, end, label=label) for start, end, label in row["ents"])
            doc.ents = [span for span in spans if span and not (span[0].is_space or span[-1].is_space)]
            yield doc


def cluster_vectors(n_words: int) -> Vectors:
    """Brown clusters of the most probable words as static vectors: a row per cluster, with the prefixes of its path."""
    data = files("spacy_lookups_data") / "data"
    tables = {}
    for name in ("cluster", "prob"):
        with gzip.open(str(data / f"de_lexeme_{name}.json.gz"), "rt", encoding="utf-8") as file:
            tables[name] = json.load(file)
    probable = sorted((w for w in tables["cluster"] if w in tables["prob"]), key=lambda w: -tables["prob"][w])[:n_words]
    paths = sorted({tables["cluster"][word] for word in probable})
    # The path's first bit is the number's lowest.
    features = [[(bits, path & ((1 << bits) - 1)) for bits in PREFIXES] for path in paths]
    columns = {feature: i for i, feature in enumerate(sorted({f for row in features for f in row}))}
    rows = np.zeros((len(paths), len(columns)), dtype=np.float32)
    for i, row in enumerate(features):
        rows[i, [columns[feature] for feature in row]] = 1 / np.sqrt(len(PREFIXES))
    vectors = Vectors(shape=rows.shape, name="de_brown_clusters")
    vectors.data[:] = rows
    row_of, strings = {path: i for i, path in enumerate(paths)}, StringStore()
    for word in probable:
        vectors.add(strings.add(word), row=row_of[tables["cluster"][word]])
    return vectors


def save(nlp: Language, out: Path) -> None:
    """Save the pipeline without the strings that only the training needed."""
    nlp.meta.update(
        name="lesarten",
        version="0.1",
        description=f"spaCy {version('spacy')} CNN, GermEval 2014",
        license="CC BY 4.0",
        sources=[
            {"name": "GermEval 2014 (Benikova, Biemann, Reznicek)", "license": "CC BY 4.0"},
            {"name": "spacy-lookups-data", "license": "MIT"},
        ],
    )
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])  # of the machine that trained it
    if out.exists():
        shutil.rmtree(out)
    nlp.to_disk(out)
    StringStore(nlp.pipe_labels["ner"]).to_disk(out / "vocab" / "strings.json")


if __name__ == "__main__":
    main()
