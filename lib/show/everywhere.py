"""The differences, and the sentences of one source alone, of all stories: tables whose rows lead to their places."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from lib.show import contrast, exclusive, frame, hypertext
from lib.show.reading import Tables

Row = dict[str, Any]


def show(tables: Tables) -> bool:
    """Both tables, each with its download, in which differences have a row per value."""
    st.caption(
        "All stories of the corpus, whatever is chosen above; a click on a column's head sorts. “Compare” opens the "
        "event, “Read” the sentence in its article."
    )
    story_of = dict(zip(tables["stories"]["story_id"], tables["stories"]["headline"], strict=True))
    st.subheader("Differences")
    found = values(tables)
    found = found.assign(story=found["story_id"].map(story_of))
    names = {"words": "Words", "kind": "Kind", "relation": "Relation", "story": "Story", "headline": "Event"}
    _table("Compare", gathered(found), names, _event, "All differences of the corpus")
    frame.download(found.drop(columns="column"), "all-differences")
    st.subheader("Only in one source")
    alone = exclusive.alone(tables)
    alone = alone.assign(story=alone["story_id"].map(story_of))
    names = {"source": "Source", "text": "Sentence", "maybe": "May be in", "story": "Story", "title": "Article"}
    shown = alone.assign(published=alone["published"].map(_day))
    _table("Read", shown, names, _sentence, "Sentences that only one source has")
    frame.download(alone, "all-exclusive")
    return True


def values(tables: Tables) -> pd.DataFrame:
    """Table `differences`, of those between columns: with their column, the event's headline, and story_id, source,
    title and published of the article."""
    articles = tables["articles"]
    found = contrast.between(tables["differences"], contrast.columns(articles))
    found = found.merge(tables["events"][["event_id", "headline"]], on="event_id")
    return found.merge(articles[["article_id", "story_id", "source", "title", "published"]], on="article_id")


def gathered(values: pd.DataFrame) -> pd.DataFrame:
    """One row per difference, by kind: its first value's, but with the days of publication of all values as `published`
    and what each column says as `words`, "Bote: fünf · Kurier: sechs", the first to publish first."""
    groups: dict[str, list[Row]] = {}
    for row in contrast.rows(values):
        groups.setdefault(row["difference_id"], []).append(row)
    rows = [
        group[0]
        | {"words": _words(group), "published": " · ".join(dict.fromkeys(_day(row["published"]) for row in group))}
        for group in groups.values()
    ]
    rows.sort(key=lambda row: (contrast.KINDS.index(row["kind"]), contrast.RELATIONS.index(row["relation"])))
    return pd.DataFrame(rows, columns=[*values.columns, "words"])


def _words(values: Sequence[Row]) -> str:
    said: dict[str, dict[str, None]] = {}
    for row in values:
        said.setdefault(row["column"], {})[row["value"]] = None
    return " · ".join(f"{column}: {', '.join(words)}" for column, words in said.items())


def _day(published: str) -> str:
    """As ISO 8601, which sorts."""
    return published[:10] or "date unknown"


def _event(row: Row) -> str:
    # The event is of its own story, and what differs may not be among the sources that were chosen for another.
    return hypertext.here("Compare", view="", source="", story="", event=row["event_id"])


def _sentence(row: Row) -> str:
    return hypertext.href("Article", story=row["story_id"], article=row["article_id"], at=str(row["start"]))


def _table(label: str, rows: pd.DataFrame, names: Mapping[str, str], address: Callable[[Row], str], alt: str) -> None:
    """Rows with their days of publication, each with a button to its address; a link in a table would begin a
    new session, in which an upload is lost."""
    key = f"everywhere {label}"
    button = st.column_config.ButtonColumn("", type="tertiary", pinned=True, key=key)
    shown = rows[[*names, "published"]].assign(open=label)
    columns: dict[str, Any] = {**names, "published": "Published", "open": button}
    st.dataframe(shown, column_config=columns, hide_index=True, alt=f"{alt}; a button leads there")
    if click := st.session_state[key]:
        hypertext.follow(address(rows.iloc[click["row"]].to_dict()))
