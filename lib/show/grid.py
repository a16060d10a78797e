"""The grid of a story: its events, and what each column says about them. Pure."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

import pandas as pd

from lib.schema import (
    DATE_UNKNOWN,
    DIFFER,
    DOUBTFUL,
    LESS_PRECISE,
    MAY_REPORT,
    PUBLISHED_AFTER,
    PUBLISHED_BEFORE,
    REPORTS,
    SILENT,
)
from lib.show import reading
from lib.show.columns import Column, column_of
from lib.show.contrast import between
from lib.show.reading import Tables

_DIFFERENTLY = "reports differently"
STATUSES: dict[str, str] = {
    _DIFFERENTLY: "◐",
    REPORTS: "●",
    MAY_REPORT: "◔",
    SILENT: "○",
    DATE_UNKNOWN: "?",
    PUBLISHED_BEFORE: "◁",
    PUBLISHED_AFTER: "▷",
}
"""Status of a source on an event, and its sign. Of a source's articles, the one named first here counts."""

REPORTING = frozenset({REPORTS, _DIFFERENTLY})
_MOST_MAYBE = 8
_FACTS = frozenset({"number", "time", "place", "person"})
"""Kinds of differences that are more than another word."""

ORDERS: dict[str, str] = {
    "sources": "Number of sources",
    "differences": "Number of differences",
    "time": "First report",
    "reading": "Reading order",
}


class Row(NamedTuple):
    """An event in the grid."""

    event_id: str
    headline: str
    reporting: int
    """Columns that report it."""
    differ: int
    """Facts on which two columns differ."""
    less_precise: int
    """Those that one states less precisely than another."""
    cells: list[str]
    """Status of each column."""


def of_story(tables: Tables, story_id: str, compared: Sequence[Column], order: str) -> list[Row]:
    """The events of a story that the columns report.

    Args:
        order: a key of `ORDERS`.
    """
    coverage = tables["coverage"]
    pairs = zip(coverage["event_id"], coverage["article_id"], strict=True)
    status: dict[tuple[str, str], str] = dict(zip(pairs, coverage["status"], strict=True))
    values = between(tables["differences"], compared)
    once = values.drop_duplicates("difference_id")
    apart = Counter(zip(once["event_id"], once["relation"], strict=True))
    facts = values[values["kind"].isin(_FACTS) & values["relation"].eq(DIFFER)]
    differing = set(zip(facts["event_id"], facts["article_id"], strict=True))
    found = []
    for event in reading.records(tables["events"][tables["events"]["story_id"] == story_id]):
        key = event["event_id"]
        cells = [
            _status(
                _DIFFERENTLY if (key, article_id) in differing else status[key, article_id]
                for article_id in column.articles
            )
            for column in compared
        ]
        if reporting := sum(cell in REPORTING for cell in cells):
            differ, less_precise = apart[key, DIFFER], apart[key, LESS_PRECISE]
            found.append(Row(key, event["headline"], reporting, differ, less_precise, cells))
    if order == "reading":
        return found
    if order == "time":
        first = _first_reports(tables, compared)
        return sorted(found, key=lambda row: (not first.get(row.event_id), first.get(row.event_id, "")))
    most = attrgetter("reporting") if order == "sources" else attrgetter("differ", "less_precise", "reporting")
    return sorted(found, key=most, reverse=True)


def _first_reports(tables: Tables, compared: Sequence[Column]) -> dict[str, str]:
    """When the columns first reported each event, as far as it is known."""
    articles, members = tables["articles"], tables["event_sentences"]
    articles = articles[articles["published"].ne("") & articles["article_id"].isin(column_of(compared))]
    reports = members.merge(articles[["article_id", "published"]], on="article_id")
    first = reports.groupby("event_id")["published"].min()
    return dict(zip(first.index, first, strict=True))


def _status(statuses: Iterable[str]) -> str:
    return min(statuses, key=list(STATUSES).index)


def as_frame(events: Sequence[Row], compared: Sequence[Column]) -> pd.DataFrame:
    """The grid with a column per source, for download."""
    names = ["event_id", "event", "sources", DIFFER, LESS_PRECISE, *(column.label for column in compared)]
    return pd.DataFrame([[*row[:-1], *row.cells] for row in events], columns=names)


def absent(row: Row, compared: Sequence[Column]) -> dict[str, list[str]]:
    """Per status of those that do not report an event, the labels of the columns that have it."""
    pairs = [(column.label, cell) for column, cell in zip(compared, row.cells, strict=True)]
    named = {
        status: [label for label, cell in pairs if cell == status] for status in STATUSES if status not in REPORTING
    }
    return {status: labels for status, labels in named.items() if labels}


def said_by(tables: Tables, event_id: str) -> dict[str, Any]:
    """The article whose words an event's headline is."""
    headline = tables["events"].set_index("event_id").at[event_id, "headline"]
    members = tables["event_sentences"][tables["event_sentences"]["event_id"] == event_id]
    sentences = members.merge(tables["sentences"], on=["article_id", "sentence_id"]).drop_duplicates("text")
    return reading.of(tables["articles"], str(sentences.set_index("text").at[headline, "article_id"]))[0]


def places(rows: pd.DataFrame) -> pd.MultiIndex:
    return pd.MultiIndex.from_frame(rows[["article_id", "sentence_id"]])


def maybe(tables: Tables, event_id: str, articles: Collection[str]) -> list[dict[str, Any]]:
    """Sentences of these articles that may report an event too, as they are linked with its sentences, but not surely
    or in another event: article_id, source, start, text, score and why of the link that is surest; the surest
    sentences, in that order."""
    members = tables["event_sentences"][tables["event_sentences"]["event_id"] == event_id]
    inside = set(zip(members["article_id"], members["sentence_id"], strict=True))
    reporting = set(members["article_id"])
    best: dict[reading.Place, dict[str, Any]] = {}
    for link in reading.linked(tables["links"], inside):
        article_id = link.there[0]
        doubtful = link.status == DOUBTFUL or article_id not in reporting
        if link.there not in inside and article_id in articles and doubtful:
            best.setdefault(link.there, {"score": link.score, "why": link.why})
    surest = list(best)[:_MOST_MAYBE]
    sentences = tables["sentences"][tables["sentences"]["article_id"].isin({article_id for article_id, _ in surest})]
    rows = reading.records(sentences.merge(tables["articles"][["article_id", "source", "title"]], on="article_id"))
    row_of = {(row["article_id"], row["sentence_id"]): row for row in rows}
    return [row_of[place] | best[place] for place in surest]


def beside(tables: Tables, event_id: str, events: Sequence[Row]) -> list[Row]:
    """Of some events those that share a sentence with one: it tells both, or they are one fact in two parts."""
    members = tables["event_sentences"]
    keys = places(members)
    shared = set(members["event_id"][keys.isin(keys[members["event_id"] == event_id])])
    return [row for row in events if row.event_id in shared and row.event_id != event_id]
