"""Measure sentence segmentation: share of the given sentences that are found exactly.

    python -m lib.annotate.training.measure_sentences FOLDER [--show N]

FOLDER holds articles.jsonl (id, title, text; the title is the text's first line) and files with `sentences`: article id
-> [start, end] of each sentence.
"""

import argparse
import json
from pathlib import Path

from lib.annotate import sentences


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N of the given sentences not found")
    args = parser.parse_args()

    with (args.folder / "articles.jsonl").open(encoding="utf-8") as lines:
        texts = {str(article["id"]): article["text"] for article in map(json.loads, lines)}
    n_given = n_found = n_exact = 0
    missed: list[str] = []
    for path in sorted(args.folder.glob("*.json")):
        for article, spans in json.loads(path.read_text(encoding="utf-8"))["sentences"].items():
            text = texts[article]
            found = set(sentences.split(text, titled=True))
            given = {(start, end) for start, end in spans}
            n_given, n_found, n_exact = n_given + len(given), n_found + len(found), n_exact + len(given & found)
            missed += [
                f"{article} {text[start:end]!r} | {text[end : end + 40]!r}" for start, end in sorted(given - found)
            ]
    print(f"given {n_given}  found {n_found}  recall {n_exact / n_given:.4f}  precision {n_exact / n_found:.4f}")
    print("\n".join(missed[: args.show]))


if __name__ == "__main__":
    main()
