"""One story for the page that compares its sources: grid, differences, wording. Pure."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

import pandas as pd

from lib.article import UNKNOWN
from lib.show import reading
from lib.show.kwic import kwic
from lib.show.reading import Tables

STATUSES: dict[str, str] = {
    "reports differently": "◐",
    "reports": "●",
    "may report": "◔",
    "silent": "○",
    "date unknown": "?",
    "published before": "◁",
    "published after": "▷",
}
"""Status of a source on an event, and its sign. Of a source's articles, the one named first here counts."""

REPORTING = frozenset({"reports", "reports differently"})
_MOST_MAYBE = 8
_ENDING = re.compile(r"(?<=\w{4})(?:innen|ern|en|er|es|e|n|s)$")
_AROUND = 45  # characters shown on either side of what differs
_FACTS = frozenset({"number", "time", "place", "person"})
"""Kinds of differences that are more than another word."""

_VOICES = ("own", "in marks", "quoted", "reported")
"""Of words, in the order in which they are shown."""
KINDS = ("number", "time", "place", "person", "name")
RELATIONS = ("differ", "less precise", "other words")
"""Of differences, in the order in which they are shown."""

ORDERS: dict[str, str] = {
    "sources": "Number of sources",
    "differences": "Number of differences",
    "time": "First report",
    "reading": "Reading order",
}


class Column(NamedTuple):
    """What is compared: a source with its articles, or one article whose source is unknown."""

    label: str
    articles: tuple[str, ...]


def columns(articles: pd.DataFrame) -> list[Column]:
    """The columns of some articles, by the first publication of each, unknown dates last. No two have one label."""
    members: dict[str, list[dict[str, Any]]] = {}
    for row in rows(articles):
        members.setdefault(row["article_id"] if row["source"] == UNKNOWN else row["source"], []).append(row)
    found = [Column(reading.source(mine[0]), tuple(row["article_id"] for row in mine)) for mine in members.values()]
    shared = Counter(column.label for column in found)
    return [
        column._replace(label=f"{column.label} ({column.articles[0]})") if shared[column.label] > 1 else column
        for column in found
    ]


def rows(articles: pd.DataFrame) -> list[dict[str, Any]]:
    """Articles by publication, unknown dates last."""
    return sorted(
        reading.records(articles), key=lambda row: (not row["published"], row["published"], row["article_id"])
    )


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


class Head(NamedTuple):
    """What a row of cells is about, and where that leads."""

    text: str
    address: str = ""
    note: str = ""


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


def grid(tables: Tables, story_id: str, compared: Sequence[Column], order: str) -> list[Row]:
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
    facts = values[values["kind"].isin(_FACTS) & values["relation"].eq("differ")]
    differing = set(zip(facts["event_id"], facts["article_id"], strict=True))
    found = []
    for event in reading.records(tables["events"][tables["events"]["story_id"] == story_id]):
        key = event["event_id"]
        cells = [
            _status(
                "reports differently" if (key, article_id) in differing else status[key, article_id]
                for article_id in column.articles
            )
            for column in compared
        ]
        if reporting := sum(cell in REPORTING for cell in cells):
            differ, less_precise = apart[key, "differ"], apart[key, "less precise"]
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


def column_of(compared: Sequence[Column]) -> dict[str, str]:
    """The label of the column of each article."""
    return {article_id: column.label for column in compared for article_id in column.articles}


def between(values: pd.DataFrame, compared: Sequence[Column]) -> pd.DataFrame:
    """The rows of differences that are differences between columns: that not all of them give the same answer."""
    shown = values.assign(column=values["article_id"].map(column_of(compared))).dropna(subset="column")
    answers = shown.groupby(["difference_id", "column"])["answer"].agg(lambda given: "\n".join(sorted(set(given))))
    apart = answers.groupby("difference_id").nunique()
    return shown[shown["difference_id"].isin(apart.index[apart > 1])]


def _status(statuses: Iterable[str]) -> str:
    return min(statuses, key=list(STATUSES).index)


def grid_frame(events: Sequence[Row], compared: Sequence[Column]) -> pd.DataFrame:
    """The grid with a column per source, for download."""
    names = ["event_id", "event", "sources", "differ", "less precise", *(column.label for column in compared)]
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
        doubtful = link.status == "maybe" or article_id not in reporting
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


class Difference(NamedTuple):
    """A difference between columns."""

    kind: str
    relation: str
    event_id: str
    headline: str
    cells: list[list[Cell]]
    """Values of each column."""


def differences(tables: Tables, events: Sequence[Row], compared: Sequence[Column]) -> list[Difference]:
    """Differences between columns, by kind. Noted with each value is when its article was published."""
    headlines = {row.event_id: row.headline for row in events}
    values = between(tables["differences"][tables["differences"]["event_id"].isin(headlines)], compared)
    articles = {row["article_id"]: row for row in rows(tables["articles"])}
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
    return sorted(found, key=lambda one: (KINDS.index(one.kind), RELATIONS.index(one.relation), one.headline))


class Concept(NamedTuple):
    """A concept for which columns use different terms."""

    name: str
    origin: str
    """How the terms are known to be of one."""
    cells: list[list[Cell]]
    """Terms of each column."""


def wording(tables: Tables, compared: Sequence[Column]) -> list[Concept]:
    """Concepts for which columns use different terms; per column its terms with their number, the most frequent first,
    of one term's forms the most frequent.

    A term within a quotation is noted as "quoted": it is the speaker's choice, not the source's; one in marks that
    nobody is said to say as "in marks".
    """
    column_of = {article_id: number for number, column in enumerate(compared) for article_id in column.articles}
    terms = tables["wording"][tables["wording"]["article_id"].isin(column_of)]
    said: dict[str, list[tuple[int, int]]] = {}
    for quote in reading.records(tables["quotes"][tables["quotes"]["speaker"].ne("")]):
        said.setdefault(quote["article_id"], []).append((quote["start"], quote["end"]))
    terms = terms.assign(
        column=terms["article_id"].map(column_of),
        stem=terms["term"].map(_stem),
        voice=[
            "in marks" if voice == "quoted" and not any(a <= start < b for a, b in said.get(article_id, ())) else voice
            for article_id, start, voice in zip(terms["article_id"], terms["start"], terms["voice"], strict=True)
        ],
    )
    used = ["concept", "column", "stem", "voice"]
    terms = terms.assign(
        n=terms.groupby(used)["term"].transform("size"), forms=terms.groupby([*used, "term"])["term"].transform("size")
    )
    where = further(terms, used)
    firsts = terms.sort_values("forms", ascending=False, kind="stable").drop_duplicates(used).sort_index()
    firsts = firsts.assign(rank=firsts["voice"].map(_VOICES.index))
    firsts = firsts.sort_values(["rank", "n"], ascending=[True, False], kind="stable")
    found = []
    for concept, group in firsts.groupby("concept"):
        cells = cells_of(
            group,
            compared,
            lambda row: _term(row, where[tuple(row[name] for name in used)]),
        )
        bare = {_plain(cell.text) for column in cells for cell in column}
        if len({frozenset(_head(_plain(cell.text), bare) for cell in column) for column in cells if column}) > 1:
            found.append(Concept(str(concept), "; ".join(dict.fromkeys(group["origin"])), cells))
    return found


def _term(row: Any, places: Sequence[tuple[str, int]]) -> Cell:
    here = row["article_id"], row["start"]
    return Cell(
        row["term"], *here, _note(row["n"], row["voice"]), also=tuple(place for place in places if place != here)
    )


def further(rows: pd.DataFrame, by: Sequence[str]) -> dict[tuple[Any, ...], list[tuple[str, int]]]:
    """Article and offset of all rows that have the same in some columns."""
    found: dict[tuple[Any, ...], list[tuple[str, int]]] = {}
    for row in reading.records(rows):
        found.setdefault(tuple(row[name] for name in by), []).append((row["article_id"], row["start"]))
    return found


def _stem(term: str) -> str:
    """A term without its endings, of which it may have two: "Lagern", "Lagers"."""
    return _plain(_plain(term))


def _plain(term: str) -> str:
    """A term without its ending."""
    return _ENDING.sub("", term.casefold())


def _head(term: str, terms: Collection[str]) -> str:
    """What stands behind the hyphen of a term, if that is used by itself too: "Protest" for "Corona-Protest"."""
    head = term.rpartition("-")[2]
    return head if head in terms else term


def _note(n: int, voice: str) -> str:
    return ", ".join(filter(None, ("" if voice == "own" else voice, f"{n}×" if n > 1 else "")))


def cells_of(frame: pd.DataFrame, compared: Sequence[Column], cell: Callable[[Any], Cell]) -> list[list[Cell]]:
    """The rows of each column's articles, as cells."""
    records = reading.records(frame)
    return [[cell(row) for row in records if row["article_id"] in column.articles] for column in compared]
