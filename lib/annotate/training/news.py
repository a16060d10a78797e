"""Articles of the corpus of news, on which some of what models learn from was annotated."""

import gzip
import json
from collections.abc import Collection
from pathlib import Path

from lib.article import Article


def articles(path: Path, wanted: Collection[str]) -> dict[str, Article]:
    """Those with these ids, without their titles, by id.

    Args:
        path: articles, one a line, in gzip.

    Raises:
        KeyError: one of them is not in the file.
    """
    found: dict[str, Article] = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if (key := str(row["id"])) in wanted and key not in found:
                found[key] = Article(key, row["text"], source=row["source"], published=row["published"][:10])
    if missing := set(wanted) - set(found):
        raise KeyError(f"{path} lacks {', '.join(sorted(missing))}")
    return found
