"""Measure the differences of numbers, times, places, persons and names against those that a language model marked.

    python -m tests.compare.measure_differences TABLES GOLD

TABLES are those of the export (Parquet) of GOLD/articles.jsonl. `differences.jsonl` holds the differences of 52
annotated occasions, one occasion a line: kind, and by article the bounds of the words in its text, which is not there.
They were marked event by event by the definition of the annotators, whose own of four occasions were the example; on
four others the model agreed with them at P .48, R .72, F1 .58, where two people agree at .71: it marks more than people
do.

As in the annotated occasions, a difference is found if one of the same kind has the same words, or words within these
or around them, of two of its articles. Errors were read on every other occasion only.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import pandas as pd

_FILE = Path(__file__).with_name("differences.jsonl")
_Values = dict[str, set[str]]
"""By article the words of a difference, without white space and capitals."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path)
    parser.add_argument("gold", type=Path)
    args = parser.parse_args()
    lines = (args.gold / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    marked: dict[str, list[tuple[str, _Values]]] = {}
    half_of: dict[str, str] = {}
    for number, line in enumerate(_FILE.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        half = "other half" if number % 2 else "half that was read"
        occasion = json.loads((args.gold / f"{row['occasion']}.json").read_text(encoding="utf-8"))
        half_of |= dict.fromkeys(occasion["sentences"], half)
        marked.setdefault(half, []).extend((kind, _words(values, texts)) for kind, values in row["differences"])
    table = pd.read_parquet(args.tables / "differences.parquet")
    found: dict[str, list[tuple[str, _Values]]] = defaultdict(list)
    for (_, kind), rows in table.groupby(["difference_id", "kind"]):
        values: _Values = defaultdict(set)
        for row in rows.to_dict("records"):
            values[row["article_id"]].add(_squeezed(row["value"]))
        for half in {half_of[article] for article in values if article in half_of}:
            found[half].append((kind, values))
    for half, wanted in marked.items():
        print(half)
        _report(wanted, found[half])


def _words(values: dict[str, list[int]], texts: dict[str, str]) -> _Values:
    return {article: {_squeezed(texts[article][start:end])} for article, (start, end) in values.items()}


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _report(wanted: list[tuple[str, _Values]], found: list[tuple[str, _Values]]) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    pairs = [(w, f) for w, one in enumerate(wanted) for f, other in enumerate(found) if _same(one, other)]
    hit, right = {w for w, _ in pairs}, {f for _, f in pairs}
    for name, rows, kept in (("wanted", wanted, hit), ("found", found, right)):
        for number, (kind, _) in enumerate(rows):
            for of in (kind, "all"):
                counts[of, name] += 1
                counts[of, f"{name} and right"] += number in kept
    for kind in [*sorted({kind for kind, _ in counts} - {"all"}), "all"]:
        recall = counts[kind, "wanted and right"] / max(1, counts[kind, "wanted"])
        precision = counts[kind, "found and right"] / max(1, counts[kind, "found"])
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        print(f"  {kind:7} P {precision:.2f}  R {recall:.2f}  F1 {f1:.2f}  of {counts[kind, 'wanted']}")


def _same(one: tuple[str, _Values], other: tuple[str, Any]) -> bool:
    """Whether two differences are of one kind and say the same of two articles."""
    alike = (
        any(mine in theirs or theirs in mine for mine in values for theirs in other[1].get(article, ()))
        for article, values in one[1].items()
    )
    return one[0] == other[0] and sum(alike) > 1


if __name__ == "__main__":
    main()
