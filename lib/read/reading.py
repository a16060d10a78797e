"""Files to Articles: each record cleaned, named, and kept once."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any, NamedTuple

from lib.article import UNKNOWN, Article, Provenance, Skipped
from lib.read.cleaning import clean
from lib.read.files import MAX_MB, File, UnreadableError
from lib.read.formats import records
from lib.read.metadata import persons_and_agencies, url_date, url_outlet
from lib.read.overrides import overrides
from lib.read.tables import Record

MAX_CHARACTERS = 500_000
"""A whole book; the longest articles have a tenth of it."""
MAX_TITLE = 2_000
"""Characters; a title is one sentence, whatever stands in it."""
MAX_STORY = 200
"""Characters of a story's name; a column that holds more under its name holds texts."""
MAX_ID = 200
"""Characters of an id, which stands in every row of every table."""


class Reading(NamedTuple):
    """The articles of a corpus, in order of its files, and the files and rows that were not read."""

    articles: list[Article]
    skipped: list[Skipped]


def read(
    files: Sequence[File], *, max_mb: float = MAX_MB, progress: Callable[[int, int], None] | None = None
) -> Reading:
    """Read and clean the articles of all files; one bad file never stops the others.

    Args:
        files: the corpus, as `open_corpus` gives it or as it was uploaded.
        max_mb: largest file, also when uncompressed, in megabytes (10^6 bytes).
        progress: called after each file with the number of files done and of all files.
    """
    reading = Reading([], [])
    given = overrides(files, reading.skipped)
    same_text: dict[str, list[Article]] = defaultdict(list)
    ids: set[str] = set()
    for done, file in enumerate(files, 1):
        try:
            for held in records(file, max_mb=max_mb) if file.name not in given.tables else ():
                if isinstance(held, Skipped):
                    reading.skipped.append(held)
                    continue
                row = _overridden(held, given.rows.get(file.name, {}))
                if row.undated:
                    rest = "its other date was kept" if row.published else "it was read without it"
                    reason = f'has a date that was not understood ("{row.undated[:40]}"); {rest}'
                    reading.skipped.append(Skipped(row.path, reason, 'write it as "2024-06-19"'))
                try:
                    article = _article(row)
                except UnreadableError as problem:
                    reading.skipped.append(problem.skipped(row.path))
                    continue
                earlier = same_text["".join(article.text.split())]
                if twin := next((other for other in earlier if _same_source(other, article)), None):
                    kept, left = sorted((twin, article), key=_stated, reverse=True)
                    reading.skipped.append(
                        Skipped(left.path, f"has the same text as {kept.path}", "keep one of the two")
                    )
                    if kept is twin:
                        continue
                    earlier.remove(twin)
                    reading.articles.remove(twin)
                    ids.discard(twin.id)
                earlier.append(article)
                while article.id in ids:
                    # By its path, so that the name does not depend on which other files there are.
                    mark = hashlib.sha256(article.path.encode("utf-8", "replace")).hexdigest()[:6]
                    article = replace(article, id=f"{article.id}-{mark}")
                ids.add(article.id)
                reading.articles.append(article)
        except UnreadableError as problem:
            reading.skipped.append(problem.skipped(file.name))
        except Exception as error:  # whatever else a hostile file does to a parser: the others are read
            reason = f"could not be read ({type(error).__name__}: {error})"
            reading.skipped.append(Skipped(file.name, reason[:200], "save its text as .txt or its page as HTML"))
        if progress:
            progress(done, len(files))
    return reading


def _overridden(record: Record, stated: Mapping[str, Any]) -> Record:
    return record._replace(**stated, found=record.found - stated.keys())


def _article(record: Record) -> Article:
    """The article of a record.

    Raises:
        UnreadableError: nothing is left of it but its title, or it is far too long for an article.
    """
    if len(record.text) > MAX_CHARACTERS:
        raise UnreadableError(f"holds {len(record.text):,} characters, more than an article", "split it into articles")
    if len(record.title) > MAX_TITLE:
        raise UnreadableError(f"has a title of {len(record.title):,} characters", "correct the title")
    cleaned = clean(record.text, record.title, record.frame)
    if not cleaned.text.removeprefix(cleaned.title).strip():
        raise UnreadableError("holds no running text", "check that the file holds a whole article")
    file, _, row = record.path.partition("#")
    stem = PurePosixPath(PurePosixPath(file).name.removesuffix(".gz")).stem
    stated = cleaned.stated
    source, source_from = _known("source", record, stated.source or url_outlet(record.url))
    sure = "published" in record.found and not record.published.startswith(stated.title_date)
    published, published_from = _known("published", record, stated.published or url_date(record.url), sure=sure)
    title_from = _known("title", record, "" if cleaned.title == UNKNOWN else cleaned.title)[1]
    author, credited = persons_and_agencies(record.author or stated.author)
    own = record.id if len(record.id) <= MAX_ID else hashlib.sha256(record.id.encode("utf-8", "replace")).hexdigest()
    return Article(
        id=own or "-".join(filter(None, (stem, row))),
        text=cleaned.text,
        title=cleaned.title,
        title_from=title_from,
        source=source or UNKNOWN,
        source_from=source_from,
        published=published,
        published_from=published_from,
        url=record.url,
        author=author,
        story=story if len(story := " ".join(record.story.split())) <= MAX_STORY else "",
        agencies=stated.agencies or credited,
        path=record.path,
        removed=cleaned.removed,
    )


def _known(field: str, record: Record, found: str, *, sure: bool = False) -> tuple[str, Provenance]:
    """A field's value and where it comes from: what was given counts before what the article states."""
    given: str = getattr(record, field)
    if given and not sure:
        return given, "found" if field in record.found else "given"
    return (found, "found") if found else ("", "unknown")


def _stated(article: Article) -> tuple[bool, int, bool]:
    """How much is known of an article beside its text: the source above all, then the day with its time."""
    return article.source != UNKNOWN, len(article.published), bool(article.url)


def _same_source(one: Article, other: Article) -> bool:
    """Two outlets that print one agency's copy are two articles; a text of unknown source may be either's."""
    return one.source == other.source or UNKNOWN in (one.source, other.source)
