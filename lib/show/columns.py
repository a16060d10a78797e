"""What is compared: the sources of a story as columns, and the words of their articles as cells. Pure."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from lib.article import UNKNOWN
from lib.show import reading


class Column(NamedTuple):
    """What is compared: a source with its articles, or one article whose source is unknown."""

    label: str
    articles: tuple[str, ...]


def columns(articles: pd.DataFrame) -> list[Column]:
    """The columns of some articles, by the first publication of each, unknown dates last. No two have one label."""
    members: dict[str, list[dict[str, Any]]] = {}
    for row in by_publication(articles):
        members.setdefault(row["article_id"] if row["source"] == UNKNOWN else row["source"], []).append(row)
    found = [Column(reading.source(mine[0]), tuple(row["article_id"] for row in mine)) for mine in members.values()]
    shared = Counter(column.label for column in found)
    return [
        column._replace(label=f"{column.label} ({column.articles[0]})") if shared[column.label] > 1 else column
        for column in found
    ]


def by_publication(articles: pd.DataFrame) -> list[dict[str, Any]]:
    """Articles by publication, unknown dates last."""
    return sorted(
        reading.records(articles), key=lambda row: (not row["published"], row["published"], row["article_id"])
    )


def column_of(compared: Sequence[Column]) -> dict[str, str]:
    """The label of the column of each article."""
    return {article_id: column.label for column in compared for article_id in column.articles}


class Cell(NamedTuple):
    """Words of an article, and where they stand."""

    text: str
    article_id: str
    start: int
    note: str = ""
    context: str = ""
    """The words with those around them."""
    also: tuple[tuple[str, int], ...] = ()
    """Further places, by article and offset."""
    spoken: str = ""
    """What is read aloud behind the text, where that alone does not tell what it is."""


class Head(NamedTuple):
    """What a row of cells is about, and where that leads."""

    text: str
    address: str = ""
    note: str = ""


class Line(NamedTuple):
    """A row of cells: what it is about, and the cells of each column."""

    about: Sequence[Head]
    cells: Sequence[Sequence[Cell]]
    absent: Sequence[str] = ()
    """Per column, what is said in place of cells where it has none; nothing if empty."""


def cells_of(frame: pd.DataFrame, compared: Sequence[Column], cell: Callable[[Any], Cell]) -> list[list[Cell]]:
    """The rows of each column's articles, as cells."""
    records = reading.records(frame)
    return [[cell(row) for row in records if row["article_id"] in column.articles] for column in compared]


def further(rows: pd.DataFrame, by: Sequence[str]) -> dict[tuple[Any, ...], list[tuple[str, int]]]:
    """Article and offset of all rows that have the same in some columns."""
    found: dict[tuple[Any, ...], list[tuple[str, int]]] = {}
    for row in reading.records(rows):
        found.setdefault(tuple(row[name] for name in by), []).append((row["article_id"], row["start"]))
    return found
