"""Measure quotations and their speakers on annotated Wikinews articles.

    python -m tests.annotate.quotations.measure_wikinews dev.jsonl

The corpus is that of Petersen-Frey and Biemann (LREC-COLING 2024), one article a line: text, and quotes with type and
character spans. A quotation is found if it and an annotated one share half of the shorter of them; its speaker is right
if the words nearest to it that mean the speaker, pronouns included, do so with the annotated ones. Direct is what is
annotated as Direct, indirect Indirect, FreeIndirect and IndirectFreeIndirect. What Lesarten takes for quoted in part,
one or two words in marks, counts as direct; "three words" is without these. "An annotated speaker" leaves out the
quotations that are annotated without one, most of which have one in the text, and what is found of them.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from lib import annotate
from lib.article import Article
from lib.schema import Quote

KINDS = {"Direct": "direct", "Indirect": "indirect", "FreeIndirect": "indirect", "IndirectFreeIndirect": "indirect"}

SPEAKER, ANNOTATED = " with speaker", " with an annotated speaker"

Span = tuple[int, int]


def overlap(one: Iterable[Span], other: Span) -> bool:
    """Whether a span shares half of the shorter of the two with any of some spans."""
    return any(
        min(end, other[1]) - max(start, other[0]) >= min(end - start, other[1] - other[0]) / 2 for start, end in one
    )


def hits(want: Sequence[dict[str, Any]], got: Sequence[Quote], *, speaker: bool) -> tuple[int, int]:
    """How many annotated quotations are found, and how many found ones are annotated."""
    pairs = [
        (w, g)
        for w, quote in enumerate(want)
        for g, mine in enumerate(got)
        if overlap(map(tuple, quote["quote"]), (mine.start, mine.end))
        and (not speaker or _same_speaker(quote["speaker"], mine))
    ]
    return len({w for w, _ in pairs}), len({g for _, g in pairs})


def _same_speaker(want: Sequence[Span], mine: Quote) -> bool:
    if not want or mine.words_start < 0:
        return not want and mine.words_start < 0
    return overlap(map(tuple, want), (mine.words_start, mine.words_end))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    rows = [json.loads(line) for line in parser.parse_args().data.read_text(encoding="utf-8").splitlines()]
    articles = [Article(row["id"], row["text"], published=row["published"]) for row in rows]
    counts: Counter[tuple[str, str]] = Counter()
    for row, annotation in zip(rows, annotate.load().annotate(articles), strict=True):
        annotated = {
            kind: [quote for quote in row["quotes"] if KINDS.get(quote["type"]) == kind]
            for kind in ("direct", "indirect")
        }
        annotated["three words"] = [quote for quote in annotated["direct"] if _words(row["text"], quote) > 2]
        for name, want in annotated.items():
            kinds = {"direct": {"direct", "partial"}, "three words": {"direct"}, "indirect": {"indirect"}}[name]
            got = [quote for quote in annotation.quotes if quote.kind in kinds]
            said = [quote for quote in want if quote["speaker"]]
            unsaid = [span for quote in want if not quote["speaker"] for span in quote["quote"]]
            told = [quote for quote in got if not overlap(map(tuple, unsaid), (quote.start, quote.end))]
            for what, mine, theirs in (("", want, got), (SPEAKER, want, got), (ANNOTATED, said, told)):
                found, right = hits(mine, theirs, speaker=bool(what))
                counts.update({(name + what, "found"): found, (name + what, "right"): right})
                counts.update({(name + what, "want"): len(mine), (name + what, "got"): len(theirs)})
    for name in ("direct", "three words", "indirect"):
        for what in ("", SPEAKER, ANNOTATED):
            precision = counts[name + what, "right"] / max(counts[name + what, "got"], 1)
            recall = counts[name + what, "found"] / max(counts[name + what, "want"], 1)
            f1 = 2 * precision * recall / max(precision + recall, 1e-9)
            print(f"{name + what:37} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


def _words(text: str, quote: dict[str, Any]) -> int:
    return sum(len(text[start:end].split()) for start, end in quote["quote"])


if __name__ == "__main__":
    main()
