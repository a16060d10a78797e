"""Rows of tables and JSON objects to records, under the column names that exports use."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from lib.article import Skipped
from lib.read.metadata import iso

COLUMNS: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "uri", "stories_id", "guid"),
    "title": ("title", "headline", "titel", "überschrift"),
    "text": ("text", "maintext", "plaintext", "body", "content", "article", "fulltext", "full_text", "inhalt"),
    "source": ("source", "publisher", "outlet", "media_name", "source_domain", "medium", "quelle", "sitename", "site_name"),
    "published": ("published", "publishing_date", "date_publish", "publish_date", "datetime", "date", "published_at",
                  "publication_date", "datum"),
    "url": ("url", "link"),
    "author": ("author", "authors", "byline", "autor"),
}  # fmt: skip


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


def record(path: str, row: Mapping[Any, Any]) -> Record | Skipped:
    """A row by its columns, whatever their case."""
    named = {str(name).strip().casefold(): value for name, value in row.items()}
    values = {
        column: next((text for name in names if (text := as_text(named.get(name)))), "") for column, names in COLUMNS.items()
    }
    if not values["text"]:
        return Skipped(path, "has no text", "name the column with the text 'text'")
    return Record(path, **(values | {"published": iso(values["published"])}))


def as_text(value: Any) -> str:
    """A cell as text."""
    return "" if value is None else str(value).strip()
