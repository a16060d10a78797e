"""Measure how well saved web pages are read: `python -m tests.read.measure_pages FOLDER`.

FOLDER holds, as tests/resources of flairNLP/fundus does, folders with NAME_DATE.html.gz (one page each) and NAME.json
(per version of a page's parser: title, publishing_date, body). Prints the mean F1 of the body's tokens (title aside,
furniture taken out), and on how many pages day and title are exactly the given ones. With -v, names those that differ.
"""

import argparse
import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

from lib.read import File, read


def pages(folder: Path) -> list[tuple[File, dict[str, Any]]]:
    """Each page with what is known about it."""
    found = []
    for known in sorted(folder.glob("*/*.json")):
        versions = json.loads(known.read_text(encoding="utf-8"))
        files = sorted(known.parent.glob(f"{known.stem}_[0-9]*.html.gz"))
        for path, version in zip(files, versions.values(), strict=True):
            found.append((File(path.relative_to(folder).as_posix(), path.read_bytes()), version))
    return found


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold()))


def body(known: dict[str, Any]) -> str:
    parts = list(known["body"]["summary"])
    for section in known["body"]["sections"]:
        parts += [*section["headline"], *section["paragraphs"]]
    return "\n".join(parts)


def f1(ours: Counter[str], theirs: Counter[str]) -> float:
    return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())


def same(one: str, other: str) -> bool:
    """Whether two titles read the same: white space and soft hyphens aside."""
    return " ".join(one.replace("\u00ad", "").split()) == " ".join(other.replace("\u00ad", "").split())


def main(folder: Path, verbose: bool) -> None:
    scores, days, titles, unread = [], 0, 0, 0
    known = pages(folder)
    for file, truth in known:
        reading = read([file])
        if not reading.articles:
            unread += 1
            scores.append(0.0)
            print(*reading.skipped)
            continue
        article = reading.articles[0]
        text = article.text.removeprefix(article.title)
        scores.append(f1(words(text), words(body(truth))))
        day, title = article.published[:10] == truth["publishing_date"][:10], same(article.title, truth["title"])
        days, titles = days + day, titles + title
        if verbose and not (day and title and scores[-1] > 0.9):
            print(f"{scores[-1]:.3f} {file.name}", article.published, truth["publishing_date"])
            print(f"   {article.title!r}\n   {truth['title']!r}")
    n = len(known)
    print(f"pages {n}, not read {unread}, body F1 {sum(scores) / n:.3f}, day {days}/{n}, title {titles}/{n}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", action="store_true", help="name the pages that differ")
    args = parser.parse_args()
    main(args.folder, args.v)
