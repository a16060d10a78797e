"""Count in how many articles of news each name and noun stands, for `stories`.

    python -m lib.compare.training.frequencies GOLD NEWS OUT

GOLD  folder with train and dev: annotated articles are not counted
NEWS  .jsonl.gz of articles (text)
OUT   file.csv: beginning of the word, articles that have it; the first line, without a word, says how many there are
"""

import argparse
import csv
import gzip
import json
import re
from collections import Counter
from pathlib import Path

from lib.compare.stories import NAMES_AND_NOUNS
from lib.compare.training.occasions import beginning

FEWEST = 10
"""Articles that a word stands in to be listed."""


def count(news: Path, known: set[str]) -> Counter[str]:
    """Articles by the words that they have; under "" all articles. Of those that begin alike one counts.

    Args:
        known: beginnings of articles that are not counted.
    """
    word, seen = re.compile(NAMES_AND_NOUNS), set(known)
    found: Counter[str] = Counter()
    with gzip.open(news, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = json.loads(line)["text"]
            if (begins := beginning(text)) not in seen:
                seen.add(begins)
                found.update({"", *word.findall(text)})
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description="Count in how many articles each name and noun stands.")
    for name in ("gold", "news", "out"):
        parser.add_argument(name, type=Path)
    args = parser.parse_args()
    lines = [line for part in ("train", "dev") for line in (args.gold / part / "articles.jsonl").open(encoding="utf-8")]
    found = count(args.news, {beginning(json.loads(line)["text"]) for line in lines})
    with args.out.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["beginning", "articles"])
        rows.writerows((word, number) for word, number in sorted(found.items()) if number >= FEWEST)


if __name__ == "__main__":
    main()
