"""Evaluate an entity recognizer: strict spans (same characters, same label), by label.

    python -m lib.annotate.training.evaluate germeval_dev.jsonl [--model NAME]

NAME is an installed spaCy pipeline instead of the shipped encoder; the file holds text and ents [[start, end, label]].
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy

from lib.schema import LABELS

Span = tuple[int, int, str]


class Scores:
    """Counts of given, found and right spans, by label and for "all"."""

    def __init__(self) -> None:
        self.given, self.found, self.right = Counter[str](), Counter[str](), Counter[str]()

    def add(self, given: Iterable[Sequence[object]], found: Iterable[Span]) -> None:
        """Count the spans of one text."""
        gold, ents = {tuple(span) for span in given}, set(found)
        for counter, spans in ((self.given, gold), (self.found, ents), (self.right, gold & ents)):
            counter.update(str(label) for _, _, label in spans)
            counter["all"] += len(spans)

    def f(self, label: str) -> float:
        p, r = self.precision(label), self.recall(label)
        return 2 * p * r / (p + r) if p + r else 0.0

    def precision(self, label: str) -> float:
        return self.right[label] / max(1, self.found[label])

    def recall(self, label: str) -> float:
        return self.right[label] / max(1, self.given[label])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", help="an installed spaCy pipeline")
    args = parser.parse_args()

    # Importing the package registers its component.
    nlp = spacy.load(args.model) if args.model else spacy.blank("de")
    if not args.model:
        nlp.add_pipe("lesarten_encoder")
    scores = Scores()
    for row in map(json.loads, args.data.read_text(encoding="utf-8").splitlines()):
        doc = nlp.make_doc(row["text"])
        for token in doc:
            token.is_sent_start = token.i == 0
        scores.add(row["ents"], ((ent.start_char, ent.end_char, ent.label_) for ent in nlp(doc).ents))
    print("label      P     R     F  given")
    for label in (*LABELS, "all"):
        p, r, f = scores.precision(label), scores.recall(label), scores.f(label)
        print(f"{label:6} {100 * p:5.1f} {100 * r:5.1f} {100 * f:5.1f} {scores.given[label]:6}")


if __name__ == "__main__":
    main()
