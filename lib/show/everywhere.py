"""The differences, and the sentences of one source alone, of all stories: tables whose rows lead to their places."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from lib.article import UNKNOWN
from lib.show import contrast, exclusive, frame, html, hypertext, reading
from lib.show.columns import by_publication, columns
from lib.show.reading import Tables

Row = dict[str, Any]


class Chosen(NamedTuple):
    """A row as it stands below its table: its words, what its link does with what, and where that leads."""

    words: str
    verb: str
    object: str
    address: str


def show(tables: Tables) -> bool:
    """Both tables, each with its download, in which differences have a row per value."""
    st.caption(
        "All stories of the corpus, whatever is chosen above; a click on a column's head sorts. Below each table "
        "stands the row of the chosen cell, with the way to its event or to its place in the article."
    )
    story_of = dict(zip(tables["stories"]["story_id"], tables["stories"]["headline"], strict=True))
    st.subheader("Differences", anchor=False)
    found = values(tables)
    found = found.assign(story=found["story_id"].map(story_of))
    names = {"words": "Words", "kind": "Kind", "relation": "Relation", "story": "Story", "headline": "Event"}
    _table("all differences", gathered(found), names, _event, "All differences of the corpus")
    frame.download(found.drop(columns="column"), "all-differences")
    st.subheader("Only in one source", anchor=False)
    alone = exclusive.alone(tables)
    alone = alone.assign(story=alone["story_id"].map(story_of))
    names = {"source": "Source", "text": "Sentence", "maybe": "May be in", "story": "Story", "title": "Article"}
    shown = alone.assign(published=alone["published"].map(_day))
    _table("all exclusive", shown, names, _sentence, "Sentences that only one source has")
    frame.download(alone, "all-exclusive")
    return True


def values(tables: Tables) -> pd.DataFrame:
    """Table `differences`, of those between columns: with their column, the event's headline, and story_id, source,
    title and published of the article."""
    articles = tables["articles"]
    found = contrast.between(tables["differences"], columns(articles))
    found = found.merge(tables["events"][["event_id", "headline"]], on="event_id")
    return found.merge(articles[["article_id", "story_id", "source", "title", "published"]], on="article_id")


def gathered(values: pd.DataFrame) -> pd.DataFrame:
    """One row per difference, by relation and kind: its first value's, but with the days of publication of all values
    as `published` and what each column says as `words`, "Bote: fünf · Kurier: sechs", the first to publish first."""
    groups: dict[str, list[Row]] = {}
    for row in by_publication(values):
        groups.setdefault(row["difference_id"], []).append(row)
    rows = [
        group[0]
        | {"words": _words(group), "published": " · ".join(dict.fromkeys(_day(row["published"]) for row in group))}
        for group in groups.values()
    ]
    rows.sort(key=lambda row: contrast.rank(row["relation"], row["kind"]))
    table = pd.DataFrame(rows, columns=[*values.columns, "words"])
    return table.assign(kind=table["kind"].map(contrast.KINDS))


def _words(values: Sequence[Row]) -> str:
    said: dict[str, dict[str, None]] = {}
    for row in values:
        said.setdefault(row["column"], {})[row["value"]] = None
    return " · ".join(f"{column}: {', '.join(words)}" for column, words in said.items())


def _day(published: str) -> str:
    """As ISO 8601, which sorts."""
    return published[:10] or "date unknown"


def _event(row: Row) -> Chosen:
    # The event is of its own story, and what differs may not be among the sources that were chosen for another.
    address = hypertext.here("Compare", view="", source="", story="", event=row["event_id"])
    return Chosen(row["words"], "Compare", row["headline"], address)


def _sentence(row: Row) -> Chosen:
    address = hypertext.href("Article", story=row["story_id"], article=row["article_id"], at=str(row["start"]))
    title = row["title"] if row["title"] != UNKNOWN else row["article_id"]
    return Chosen(f"{row['source']}: {row['text']}", "Read", title, address)


@st.fragment
def _table(key: str, rows: pd.DataFrame, names: Mapping[str, str], open_: Callable[[Row], Chosen], alt: str) -> None:
    """Rows with their days of publication, and below them the one that holds the chosen cell.

    Links and buttons within Streamlit's table would not do: a link begins a new session, in which an upload is lost,
    and no key presses a button. It is a fragment since every arrow key chooses another cell.
    """
    choice: Any = st.dataframe(
        rows[[*names, "published"]],
        column_config={**names, "published": "Published"},
        hide_index=True,
        key=key,
        on_select="rerun",
        selection_mode="single-cell",
        alt=f"{alt}; the row of the chosen cell stands below with a link",
    )
    at = [row for row, _ in choice["selection"]["cells"]]
    chosen = reading.records(rows[rows.index.isin(at)])  # none where the table has become shorter than it was
    st.html(html.fill("chosen", chosen=map(open_, chosen)))
