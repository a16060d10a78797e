"""Measure how well spellings of one person's name are brought together, and those of different persons kept apart.

    python -m tests.compare.entities.measure_names russian_persons.tsv german_english_names.tsv

Every spelling stands in an article of its own, so that nothing but the spelling tells. Figures are over all pairs of
spellings of a file, on the even and on the odd persons: thresholds were chosen on the even ones, report the odd.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lib.article import Article
from lib.compare.entities import merge
from lib.schema import Mention


class Score(NamedTuple):
    """Precision, recall and F1 of "the same person" over pairs of spellings."""

    precision: float
    recall: float
    f1: float


def persons(path: Path) -> list[list[str]]:
    """Spellings of each person: all columns but the first, several in one column parted by ";"."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines, delimiter="\t"))[1:]
    return [sorted({form.strip() for cell in row[1:] for form in cell.split(";") if form.strip()}) for row in rows]


def measure(people: Sequence[Sequence[str]]) -> Score:
    """Merge all spellings of these persons and score every pair."""
    articles, mentions, person_of = [], [], {}
    for person, spellings in enumerate(people):
        for number, form in enumerate(spellings):
            key = f"{person}-{number}"
            person_of[key] = person
            articles.append(Article(key, form))
            mentions.append(Mention(key, 0, 0, len(form), form, "PER"))
    entity_of = {mention.article_id: mention.entity_id for mention in merge(articles, mentions).mentions}
    together = _pairs(entity_of.values())
    same = _pairs(person_of.values())
    right = _pairs((person_of[key], entity_of[key]) for key in person_of)
    precision, recall = right / max(together, 1), right / max(same, 1)
    return Score(precision, recall, 2 * right / max(together + same, 1))


def _pairs(groups: Iterable[object]) -> int:
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", type=Path, nargs="+")
    for path in parser.parse_args().names:
        people = persons(path)
        for half, part in (("even, tuned on", people[::2]), ("odd, to report", people[1::2])):
            score = measure(part)
            print(f"{path.stem:22} {half}: P {score.precision:.3f}  R {score.recall:.3f}  F1 {score.f1:.3f}")


if __name__ == "__main__":
    main()
