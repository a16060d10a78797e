"""Facts on which the columns of a story differ. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd

from lib.schema import RELATIONS
from lib.show import reading
from lib.show.columns import Cell, Column, cells_of, column_of
from lib.show.kwic import kwic
from lib.show.reading import Tables

_AROUND = 45  # characters shown on either side of what differs
KINDS = {kind: kind for kind in ("number", "time", "place", "person")} | {"name": "word"}
"""Of differences, in the order in which they are shown, and what they are called here."""


def between(values: pd.DataFrame, compared: Sequence[Column]) -> pd.DataFrame:
    """The rows of differences that are differences between columns: that not all of them give the same answer."""
    shown = values.assign(column=values["article_id"].map(column_of(compared))).dropna(subset="column")
    answers = shown.groupby(["difference_id", "column"])["answer"].agg(lambda given: "\n".join(sorted(set(given))))
    apart = answers.groupby("difference_id").nunique()
    return shown[shown["difference_id"].isin(apart.index[apart > 1])]


class Difference(NamedTuple):
    """A difference between columns."""

    kind: str
    relation: str
    event_id: str
    headline: str
    cells: list[list[Cell]]
    """Values of each column."""


def differences(tables: Tables, headlines: Mapping[str, str], compared: Sequence[Column]) -> list[Difference]:
    """Differences between columns, by relation and kind. Noted with each value is when its article was published.

    Args:
        headlines: of the events that count.
    """
    values = between(tables["differences"][tables["differences"]["event_id"].isin(headlines)], compared)
    articles = {row["article_id"]: row for row in reading.records(tables["articles"])}
    found = []

    def cell(row: Any) -> Cell:
        article = articles[row["article_id"]]
        line = kwic(article["text"], row["start"], row["end"], width=_AROUND)
        when = reading.published(article)
        return Cell(row["value"], row["article_id"], row["start"], when, f"… {''.join(line)} …")

    for _, group in values.groupby("difference_id"):
        first, cells = group.iloc[0], cells_of(group, compared, cell)
        found.append(
            Difference(first["kind"], first["relation"], first["event_id"], headlines[first["event_id"]], cells)
        )
    return sorted(found, key=lambda one: (*rank(one.relation, one.kind), one.headline))


def rank(relation: str, kind: str) -> tuple[int, int]:
    """By which differences are sorted: what contradicts before what is only called otherwise."""
    return RELATIONS.index(relation), list(KINDS).index(kind)
