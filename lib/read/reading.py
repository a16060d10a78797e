"""Files to Articles."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from lib.article import UNKNOWN, Article, Provenance, Skipped
from lib.read.cleaning import clean
from lib.read.files import MAX_MB, File, Unreadable
from lib.read.formats import records
from lib.read.metadata import url_date, url_outlet
from lib.read.tables import Record


class Reading(NamedTuple):
    """The articles of a corpus, and the files and rows that were not read."""

    articles: list[Article]
    skipped: list[Skipped]


def read(
    files: Sequence[File], *, max_mb: float = MAX_MB, progress: Callable[[int, int], None] | None = None
) -> Reading:
    """Read and clean the articles of all files.

    Args:
        files: the corpus, as `open_corpus` gives it or as it was uploaded.
        max_mb: largest file, also when uncompressed, in megabytes.
        progress: called after each file with the number of files done and of all files.
    """
    articles: dict[str, Article] = {}
    skipped: list[Skipped] = []
    texts: dict[str, Article] = {}
    for done, file in enumerate(files, 1):
        try:
            for row in records(file, max_mb=max_mb):
                if isinstance(row, Skipped):
                    skipped.append(row)
                    continue
                article = _article(row)
                same = texts.setdefault("".join(article.text.split()), article)
                if same is not article:
                    skipped.append(Skipped(article.path, f"has the same text as {same.path}", "delete one of the two"))
                    continue
                if article.id in articles:
                    article = _renamed(article)
                articles[article.id] = article
        except Unreadable as problem:
            skipped.append(problem.skipped(file.name))
        if progress:
            progress(done, len(files))
    return Reading(list(articles.values()), skipped)


def _article(record: Record) -> Article:
    cleaned = clean(record.text, record.title, record.frame)
    stem, _, row = record.path.partition("#")
    name = PurePosixPath(stem).name.removesuffix(".gz")
    given: Provenance = "found" if record.found else "given"
    source, source_from = _first(record.source, cleaned.source or url_outlet(record.url))
    published, published_from = _first(record.published, cleaned.published or url_date(record.url))
    return Article(
        id=record.id or "-".join(filter(None, (PurePosixPath(name).stem, row))),
        text=cleaned.text,
        title=cleaned.title,
        title_from="given" if record.title else "unknown" if cleaned.title == UNKNOWN else "found",
        source=source or UNKNOWN,
        source_from=source_from,
        published=published,
        published_from=published_from,
        url=record.url,
        author=record.author or cleaned.author,
        agencies=cleaned.agencies,
        path=record.path,
        removed=cleaned.removed,
    )


def _first(given: str, found: str) -> tuple[str, Provenance]:
    return (given, "given") if given else (found, "found") if found else ("", "unknown")


def _renamed(article: Article) -> Article:
    from dataclasses import replace

    return replace(article, id=f"{article.id}-{hashlib.sha256(article.path.encode()).hexdigest()[:6]}")
