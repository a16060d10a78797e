"""One entity: its mentions in context, what it is called, and why."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from lib.show import frame, state
from lib.show.kwic import STYLE, as_html, kwic
from lib.show.text import count, day, plain

LINES = 20
"""Mentions on one page of the list."""


def table(names: pd.DataFrame, counts: pd.DataFrame, *, key: str, on_select: Callable[[], None]) -> None:
    """Names with their mentions, in all and by source; `on_select` is called when a row is clicked."""
    by_source = counts.pivot(index="entity_id", columns="source", values="mentions")
    st.dataframe(
        names.merge(by_source, on="entity_id", suffixes=("", " (source)")).drop(columns="entity_id"),
        column_config={
            "name": st.column_config.TextColumn("Name", pinned=True),
            "label": "Type",
            "mentions": "Mentions",
        },
        hide_index=True,
        key=key,
        on_select=on_select,
        selection_mode="single-row",
        alt="Names with their mentions in all sources and in each; a row opens its mentions in context",
    )


def in_context(articles: pd.DataFrame, mentions: pd.DataFrame, entity_id: str) -> None:
    """The entity's mentions in these articles, source by source: keyword in context, with a link to the place."""
    found = mentions[mentions["entity_id"] == entity_id].drop(columns="text").merge(articles, on="article_id")
    found = found.sort_values(["source", "published", "article_id", "start"], ignore_index=True)
    found = found.join(pd.DataFrame([kwic(m["text"], m["start"], m["end"]) for m in found.to_dict("records")]))
    st.caption(f"{count(len(found), 'mention')} in {count(found['article_id'].nunique(), 'article')}")
    st.html(STYLE)
    for source, part in found[_page(entity_id, len(found))].groupby("source"):
        st.markdown(f"**{plain(str(source))}**")
        for line in part.to_dict("records"):
            where, words = st.columns([1, 6], vertical_alignment="center", gap="small")
            with where:
                label = f"{day(line['published'])} :material/arrow_outward:"
                frame.link("Article", label, article=line["article_id"], at=str(line["start"]))
            words.html(as_html(line["left"], line["keyword"], line["right"]))
    columns = ["source", "published", "title", "article_id", "start", "end", "left", "keyword", "right"]
    frame.download(found[columns], "mentions")


def aliases(table: pd.DataFrame, entity_id: str) -> None:
    """The entity's surface forms, most frequent first, and why each belongs to it."""
    forms = table[table["entity_id"] == entity_id].sort_values(["n_mentions", "form"], ascending=[False, True])
    st.subheader("Forms of the name")
    st.dataframe(
        forms.drop(columns="entity_id"),
        column_config={
            "form": st.column_config.TextColumn("Form", pinned=True),
            "n_mentions": st.column_config.NumberColumn("Mentions", width="small"),
            "reason": st.column_config.TextColumn("Why it belongs to this name", width="large"),
        },
        hide_index=True,
        alt="Surface forms of the name, how often each is used, and why it belongs here",
    )
    frame.download(forms, "aliases")


def _page(entity_id: str, total: int) -> slice:
    """The rows to show of a list of so many, chosen where they are many; another list begins with its first rows."""
    starts = {str(number): start for number, start in enumerate(range(0, total, LINES), 1)}
    if st.session_state.setdefault("paged", (entity_id, total)) != (entity_id, total):
        st.session_state["paged"] = (entity_id, total)
        st.session_state["page"] = "1"
    if len(starts) <= 1:
        return slice(total)
    page = state.select(
        "page",
        list(starts),
        st.selectbox,
        label="Mentions shown",
        format_func=lambda number: f"{starts[number] + 1} to {min(starts[number] + LINES, total)} of {total}",
        width=220,
    )
    return slice(starts[page], starts[page] + LINES)
