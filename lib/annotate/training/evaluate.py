"""Evaluate an entity recognizer: strict spans (same characters, same label), by label.

    python -m lib.annotate.training.evaluate MODEL germeval_dev.jsonl

MODEL is a folder, or the name of an installed spaCy pipeline; the file holds text and ents [[start, end, label]].
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import spacy

from lib.schema import LABELS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model")
    parser.add_argument("data", type=Path)
    args = parser.parse_args()

    rows = [json.loads(line) for line in args.data.read_text(encoding="utf-8").splitlines()]
    given, found, right = Counter[str](), Counter[str](), Counter[str]()
    for row, doc in zip(rows, spacy.load(args.model).pipe(row["text"] for row in rows), strict=True):
        gold = {(start, end, label) for start, end, label in row["ents"]}
        ents = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        for counter, spans in ((given, gold), (found, ents), (right, gold & ents)):
            counter.update(label for _, _, label in spans)
            counter["all"] += len(spans)
    print("label      P     R     F  given")
    for label in (*LABELS, "all"):
        p, r = right[label] / max(1, found[label]), right[label] / max(1, given[label])
        f = 2 * p * r / (p + r) if p + r else 0.0
        print(f"{label:6} {100 * p:5.1f} {100 * r:5.1f} {100 * f:5.1f} {given[label]:6}")


if __name__ == "__main__":
    main()
