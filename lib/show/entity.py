"""One entity: its mentions in context, what it is called, and why; and the places of other words."""

from collections.abc import Callable, Hashable, Sequence
from html import unescape
from typing import Any

import pandas as pd
import streamlit as st

from lib.schema import INDIRECT, OWN, PARTIAL
from lib.show import editing, figures, frame, html, hypertext, roles, state
from lib.show.kwic import STYLE, as_html, kwic
from lib.show.text import NAMED, TYPES, count, plural

Row = dict[Hashable, Any]

LINES = 20
"""Mentions on one page of the list."""


def table(names: pd.DataFrame, counts: pd.DataFrame, *, key: str, on_select: Callable[[], None]) -> None:
    """Names with their mentions, in all and by source; `on_select` is called when a row is clicked."""
    by_source = counts.pivot(index="entity_id", columns="source", values="mentions")
    named = names.assign(label=names["label"].map(TYPES)).merge(
        by_source, left_on="entity_id", right_index=True, suffixes=("", " (source)")
    )
    st.dataframe(
        named.drop(columns="entity_id"),
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
    frame.download(named, "names")


def called(uses: pd.DataFrame, every: Sequence[str], entity_id: str) -> None:
    """What sources call the entity beside its name: roles and adjectives by source; a click shows the places."""
    if uses.empty:
        st.caption("No article attaches a role or an adjective to this name.")
        return
    counts = roles.by_source(uses)
    key = f"called {entity_id} {state.get('as')} {state.get('from')}"  # anew, so that it can be clicked again

    def clicked() -> None:
        for point in st.session_state[key]["selection"]["points"]:
            state.choose(**{"as": point["y"], "from": unescape(point["customdata"][1])})

    alt = f"Heat map of {counts['word'].nunique()} roles and adjectives by source; the download holds all numbers"
    st.plotly_chart(
        figures.words(counts, every),
        config=figures.CONFIG,
        alt=alt,
        key=key,
        selection_mode="points",
        on_select=clicked,
    )
    frame.download(counts, "roles")


def in_context(articles: pd.DataFrame, mentions: pd.DataFrame, uses: pd.DataFrame, entity_id: str) -> None:
    """The entity's mentions in these articles, source by source: keyword in context, with a link to the place.

    Args:
        articles, mentions: tables, or the parts of them that count.
        uses: what `roles.attached` gives for the entity.
        entity_id: the entity.
    """
    found = mentions[mentions["entity_id"] == entity_id].drop(columns="text").merge(articles, on="article_id")
    with st.container(horizontal=True):
        source = state.select(
            "from", ["", *sorted(found["source"].unique())], st.selectbox, label="In", format_func=_or_all
        )
        words = [str(word) for word in uses["word"].unique()]
        word = state.select("as", ["", *words], st.selectbox, label="Called", format_func=lambda w: w or "anything")
    if word:
        called = uses.loc[uses["word"] == word, ["article_id", "mention_start"]].rename(
            columns={"mention_start": "start"}
        )
        found = found.merge(called.drop_duplicates(), on=["article_id", "start"])
    if source:
        found = found[found["source"] == source]
    _lines(found, f"{entity_id} {source} {word}", "mention")


def used(articles: pd.DataFrame, found: pd.DataFrame, of: str) -> None:
    """Words in context, source by source, with a link to the place, and whose voice they are in if not the article's.

    Args:
        articles: table `articles`, or the part of it that counts.
        found: what `uses.find` gives, or the part of it that counts.
        of: what tells this list from others.
    """
    _lines(found.rename(columns={"entity_id": "term"}).merge(articles, on="article_id"), of, "use")


def _lines(found: pd.DataFrame, of: str, what: str) -> None:
    """Keywords in context.

    Args:
        found: start and end of each, with the columns of its article, and its voice if that is to be noted.
    """
    found = found.sort_values(["source", "published", "article_id", "start"], ignore_index=True)
    st.caption(f"{count(len(found), what)} in {count(found['article_id'].nunique(), 'article')}")
    if found.empty:
        return
    st.html(STYLE)

    def show(line: Row) -> str:
        voice = line.get("voice", OWN)
        return as_html(line["left"], line["keyword"], line["right"], "" if voice == OWN else voice)

    shown = _in_context(found[paged(of, len(found))])
    places(shown, lambda line: f"{line['keyword']}{line['right']}", show)
    columns = [
        "source",
        "published",
        "title",
        "article_id",
        "start",
        "end",
        "term",
        "voice",
        "left",
        "keyword",
        "right",
    ]
    frame.download(lambda: _in_context(found).filter(columns), plural(what))


def _in_context(found: pd.DataFrame) -> pd.DataFrame:
    """Keywords with what stands left and right of them."""
    lines = [kwic(row["text"], row["start"], row["end"]) for row in found.to_dict("records")]
    return found.join(pd.DataFrame(lines, index=found.index))


def quoted(quotes: pd.DataFrame, entity_id: str) -> None:
    """What a speaker says in these articles, source by source, with a link to the place of each quotation.

    Args:
        quotes: what `quoted.of_speaker` gives, with the sentence of each.
        entity_id: the speaker.
    """
    st.caption(f"{count(len(quotes), 'quotation')} in {count(quotes['article_id'].nunique(), 'article')}")

    def show(line: Row) -> str:
        said = line["text"] if line["kind"] == INDIRECT else f"„{line['text']}“"
        note = ", ".join(filter(None, (line["kind"], line["speaker"], NAMED.get(line["named"], ""), line["cue"])))
        context = line["sentence"] if line["kind"] == PARTIAL else ""
        return html.fill("said", words=said, note=note, context=context)

    places(quotes[paged(f"{entity_id} quoted", len(quotes))], lambda line: str(line["text"]), show)
    frame.download(quotes.drop(columns=["speaker_entity_id"]), "quotations")


def forms(tables: dict[str, pd.DataFrame], entity_id: str) -> None:
    """The entity's surface forms, most frequent first, why each belongs to it, and the tools to correct that."""
    rows = tables["aliases"][tables["aliases"]["entity_id"] == entity_id]
    rows = rows.sort_values(["n_mentions", "form"], ascending=[False, True])
    st.dataframe(
        rows.drop(columns="entity_id"),
        column_config={
            "form": st.column_config.TextColumn("Form", pinned=True, width="medium"),
            "n_mentions": st.column_config.NumberColumn("Mentions", width="small"),
            "reason": st.column_config.TextColumn("Why it belongs to this name", width="large"),
        },
        hide_index=True,
        alt="Surface forms of the name, how often each is used, and why it belongs here",
    )
    frame.download(rows, "aliases")
    entities, mentions = tables["entities"], tables["mentions"]
    editing.suggestions(entity_id, tables["suggestions"], entities)
    row = entities[entities["entity_id"] == entity_id].iloc[0]
    editing.tools(row, entities, mentions[mentions["entity_id"] == entity_id], tables["articles"])


def places(rows: pd.DataFrame, words: Callable[[Row], str], show: Callable[[Row], str]) -> None:
    """Places in articles, source by source: the day, which is a link to the place, and what stands there.

    Args:
        words: the words that stand there, which tell the link from others of that day to whoever hears it.
        show: the HTML of what stands there.
    """
    groups = [(source, part.to_dict("records")) for source, part in rows.groupby("source")]
    st.html(html.fill("places", groups=groups, words=words, show=show, place=hypertext.place))


def _or_all(source: str) -> str:
    return source or "all sources"


def paged(of: str, total: int) -> slice:
    """The rows to show of a list of so many, chosen where they are many; another list begins with its first rows."""
    starts = {str(number): start for number, start in enumerate(range(0, total, LINES), 1)}
    if st.session_state.setdefault("paged", (of, total)) != (of, total):
        st.session_state["paged"] = (of, total)
        st.session_state["page"] = "1"
    if len(starts) <= 1:
        return slice(total)
    page = state.select(
        "page",
        list(starts),
        st.selectbox,
        label="Shown",
        format_func=lambda number: f"{starts[number] + 1} to {min(starts[number] + LINES, total)} of {total}",
        width=220,
    )
    return slice(starts[page], starts[page] + LINES)
