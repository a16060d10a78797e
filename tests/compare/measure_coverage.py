"""Measure what is said of who reports an event and who is silent, on annotated occasions.

    python -m tests.compare.measure_coverage TABLES GOLD

TABLES are those of the export (Parquet), GOLD is a folder of articles.jsonl and one GROUP.json an occasion. An event is
the annotated one with which it has most sentences in common, two at least; an article reports that if it has one of its
sentences. Events that are no annotated one are left out.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

import pandas as pd

_SHORT = 8
"""Characters of a sentence that may stand within others by chance."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tables", type=Path)
    parser.add_argument("gold", type=Path)
    args = parser.parse_args()
    lines = (args.gold / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    groups = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(args.gold.glob("*.json"))]
    annotated: dict[str, list[tuple[str, str]]] = defaultdict(list)
    clusters: list[set[str]] = []
    for group in groups:
        for article, bounds in group["sentences"].items():
            for number, (start, end) in enumerate(bounds):
                annotated[article].append((f"{article}:{number}", _squeezed(texts[article][start:end])))
        clusters += [set(event["sentences"]) for event in group["events"]]
    read = {
        name: pd.read_parquet(args.tables / f"{name}.parquet") for name in ("sentences", "event_sentences", "coverage")
    }
    told = read["event_sentences"].merge(read["sentences"], on=["article_id", "sentence_id"])
    members: dict[str, set[str]] = defaultdict(set)
    for row in told.to_dict("records"):
        mine = _squeezed(row["text"])
        same = [key for key, text in annotated[row["article_id"]] if _alike(mine, text)]
        members[row["event_id"]].update(same)
    counts: Counter[tuple[str, bool]] = Counter()
    for row in read["coverage"].to_dict("records"):
        cluster = max(clusters, key=lambda sentences: len(sentences & members[row["event_id"]]))
        if len(cluster & members[row["event_id"]]) > 1:
            reports = row["article_id"] in {key.rpartition(":")[0] for key in cluster}
            counts[row["status"], reports] += 1
    for status in sorted({status for status, _ in counts}):
        print(f"{status:17} {counts[status, True]:4} report it, {counts[status, False]:4} do not")


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) > _SHORT and (one in other or other in one)


if __name__ == "__main__":
    main()
