"""One entity: its mentions in context, what it is called, and why."""

import pandas as pd
import streamlit as st

from lib.show import frame
from lib.show.kwic import STYLE, as_html, kwic
from lib.show.text import count, day, plain

LINES = 20
"""Mentions on one page of the list."""


def in_context(articles: pd.DataFrame, mentions: pd.DataFrame, entity_id: str) -> None:
    """The entity's mentions in these articles, source by source: keyword in context, with a link to the place."""
    found = mentions[mentions["entity_id"] == entity_id].drop(columns="text").merge(articles, on="article_id")
    found = found.sort_values(["source", "published", "article_id", "start"], ignore_index=True)
    found = found.join(pd.DataFrame([kwic(m["text"], m["start"], m["end"]) for m in found.to_dict("records")]))
    st.caption(f"{count(len(found), 'mention')} in {count(found['article_id'].nunique(), 'article')}")
    page = st.pagination(-(-len(found) // LINES), key="page", bind="query-params") if len(found) > LINES else 1
    st.html(STYLE)
    for source, part in found[(page - 1) * LINES : page * LINES].groupby("source"):
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
