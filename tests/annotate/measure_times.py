"""Measure times on a folder of TimeML files.

    python -m tests.annotate.measure_times FOLDER...

After TempEval-3: a time is found (relaxed) if it and an annotated one overlap, each annotated time once; its value is
right if it is the annotated one, character for character. Annotated times without words are left out. Every fourth file
is also scored apart: nothing was decided by looking at those.
"""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from lib.annotate import times

Found = list[tuple[int, int, str]]
"""Start, end and value."""


class Count(NamedTuple):
    annotated: int = 0
    found: int = 0
    relaxed: int = 0
    right: int = 0

    def __str__(self) -> str:
        both = self.annotated + self.found
        return f"relaxed F1 {2 * self.relaxed / both:.3f}  value F1 {2 * self.right / both:.3f}  of {self.annotated}"


def read(path: Path) -> tuple[str, str, Found]:
    """Text, day of publication and annotated times of a file."""
    root = etree.parse(path).getroot()
    parts: list[str] = []
    annotated: Found = []

    def walk(element: etree._Element) -> None:
        start = sum(map(len, parts))
        parts.append(element.text or "")
        for child in element:
            walk(child)
            parts.append(child.tail or "")
        end = sum(map(len, parts))
        if element.tag == "TIMEX3" and end > start:
            annotated.append((start, end, element.attrib["value"]))

    text = root.find("TEXT")
    walk(root if text is None else text)
    published = root.find("DCT/TIMEX3")
    return "".join(parts), "" if published is None else published.attrib["value"], annotated


def score(annotated: Found, found: Found) -> Count:
    """How many of the found times are annotated, and how many of these have the annotated value."""
    relaxed = right = 0
    left = list(annotated)
    for start, end, value in found:
        same = next((one for one in left if one[0] < end and start < one[1]), None)
        if same:
            left.remove(same)
            relaxed, right = relaxed + 1, right + (same[2] == value)
    return Count(len(annotated), len(found), relaxed, right)


def total(counts: Iterable[Count]) -> Count:
    """The sum of counts."""
    return Count(*map(sum, zip(*counts, strict=True)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    for folder in parser.parse_args().folders:
        counts = []
        for path in sorted(folder.glob("*.tml")):
            text, published, annotated = read(path)
            counts.append(score(annotated, [(t.start, t.end, t.value) for t in times.find(text, published)]))
        print(f"{folder.name:14} all {total(counts)}")
        print(f"{folder.name:14} unseen fourth {total(counts[3::4])}")


if __name__ == "__main__":
    main()
