"""Rows of tables and JSON objects to records, under the column names that exports use.

Known as they are: news-please (maintext, date_publish, source_domain), fundus (publishing_date, body in sections),
Media Cloud (publish_date, media_name) and Event Registry (dateTime, source as an object, `articles.results`).
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lib.article import Skipped
from lib.read.encoding import decode, tidy
from lib.read.files import UnreadableError
from lib.read.fragments import plain
from lib.read.metadata import iso

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "uri", "stories_id", "guid"),
    "title": ("title", "headline", "titel", "überschrift"),
    "text": (
        *("text", "maintext", "plaintext", "body", "content", "fulltext", "full_text", "article_text", "article_body"),
        *("articlebody", "story_text", "article", "inhalt", "volltext"),
    ),
    "source": (
        *("source", "publisher", "outlet", "media_name", "source_name", "source_domain", "sitename", "site_name"),
        *("source.title", "source.name", "publisher.name", "newspaper", "medium", "media", "quelle", "zeitung"),
    ),
    "published": (
        *("published", "publishing_date", "date_publish", "publish_date", "datetime", "published_at", "publishedat"),
        *("datepublished", "date_published", "publication_date", "pub_date", "pubdate", "date", "datum"),
    ),
    "url": ("url", "link", "address", "adresse"),
    "author": ("author", "authors", "byline", "autor", "autoren"),
    "story": ("story", "occasion", "anlass", "eventuri"),
}
FILE = ("file", "filename", "path", "datei")
LISTS = ("articles", "results", "items", "data", "documents", "docs", "stories")
NO_TEXT = ("has no text", "name the column that holds the text 'text'")


class Record(NamedTuple):
    """An article as a file gives it, before it is cleaned."""

    path: str
    id: str = ""
    title: str = ""
    text: str = ""
    source: str = ""
    published: str = ""
    url: str = ""
    author: str = ""
    story: str = ""
    found: frozenset[str] = frozenset()
    """The fields that were read from the article itself, not given beside it."""
    undated: str = ""
    """A date that was given and names no day."""
    frame: tuple[tuple[int, str], ...] = ()
    """What the page shows beside the text: number of the text's line before which it stands, and the words."""


def column_of(name: object) -> str:
    """The column that a name stands for, whatever its case; empty if none."""
    folded = str(name).strip().casefold().replace(" ", "_")
    return next((column for column, names in COLUMNS.items() if folded in names), "")


def fields(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row's values by column; of several names for one column the first of `COLUMNS` that holds something counts, of
    those for the text the first that has half of the longest: shorter ones are teasers."""
    named = {str(name).strip().casefold().replace(" ", "_"): value for name, value in row.items()}
    values: dict[str, Any] = {
        column: next(filter(None, (as_text(named.get(name)) for name in names)), "")
        for column, names in COLUMNS.items()
    }
    texts = [plain(as_text(named.get(name), "\n\n")) for name in COLUMNS["text"]]
    values["title"] = plain(values["title"])
    values["text"] = next(text for text in texts if 2 * len(text) >= max(map(len, texts)))
    day = iso(values["published"])
    return values | {"published": day, "undated": "" if day else values["published"]}


def record(path: str, row: Mapping[Any, Any]) -> Record | Skipped:
    """A row as a record, or a line that says why it is none."""
    values = fields(row)
    return Record(path, **values) if values["text"] else Skipped(path, *NO_TEXT)


def listed(value: Any) -> Iterator[Any]:
    """The articles of a JSON value: a list, an object that holds one ("articles": {"results": [...]}), or an object."""
    if isinstance(value, list):
        yield from value
        return
    if isinstance(value, dict) and not fields(value)["text"]:
        inner = [value[name] for name in LISTS if isinstance(value.get(name), list | dict)]
        if inner:
            for articles in inner:
                yield from listed(articles)
            return
    yield value


def as_text(value: Any, separator: str = ", ") -> str:
    """A cell as text: lists with separators, objects by what names them, and a body in sections by its paragraphs."""
    if isinstance(value, Mapping):
        if "sections" in value or "summary" in value:
            return "\n\n".join(_paragraphs(value))
        return next((as_text(value[name]) for name in ("name", "title", "uri", "url", "text") if value.get(name)), "")
    if isinstance(value, bytes):  # a column of a Parquet file that is not marked as text
        try:
            return decode(value).strip()
        except UnreadableError:
            return ""
    if isinstance(value, Sequence) and not isinstance(value, str):
        return separator.join(filter(None, map(as_text, value)))
    # Data frames have NaN where there is nothing.
    missing = value is None or (isinstance(value, float) and math.isnan(value))
    return "" if missing else tidy(str(value)).strip()


def _paragraphs(body: Mapping[str, Any]) -> Iterable[str]:
    """Paragraphs of a body as fundus exports it: {"summary": [...], "sections": [{"headline", "paragraphs"}]}."""
    sections = body.get("sections")
    for part in (body, *(sections if isinstance(sections, list | tuple) else ())):
        for name in ("summary", "headline", "paragraphs"):
            value = part.get(name) if isinstance(part, Mapping) else None
            yield from filter(None, map(as_text, value if isinstance(value, list | tuple) else [value]))
