"""Entities: how often who is named, by source, when and with whom, and in which context."""

import streamlit as st

from lib.show import editing, entity, frame, hypertext, roles, state
from lib.show.entities import VIEWS, Selection
from lib.show.frequency import by_source, distinct, totals
from lib.show.text import TYPES, count

LABELS = {"": "All"} | TYPES
TOP = ("10", "20", "30", "50")
DETAILS = {"context": "In context", "called": "Roles and adjectives", "forms": "Forms and corrections"}

analysis = frame.page("Entities")
tables, story, sources = analysis.tables, frame.story(analysis), frame.sources(analysis)
with st.container(horizontal=True, gap="medium"):
    view = state.segments("view", {key: label for key, (label, _) in VIEWS.items()}, "View")
    label = state.segments("label", LABELS, "Type")
    top = "0"
    if view in {"frequency", "network"}:
        top = state.segments("top", {number: number for number in TOP}, "Most named", default="20")

articles, mentions, entities = tables["articles"], tables["mentions"], tables["entities"]
mentions = mentions[~mentions["is_refrain"]]
every = sorted(articles["source"].unique())
articles = articles[articles["source"].isin(sources) & (articles["story_id"].eq(story) | (story == ""))]
counts = by_source(articles, mentions, entities[entities["label"].eq(label) | (label == "")])
names = totals(counts)
if names.empty:
    st.info("No such name in these articles. Choose another type, story or source.", icon=":material/search_off:")
    editing.ledger(reopens=True)
    st.stop()

called = distinct(names) + " (" + names["mentions"].astype(str) + ")"
titles = {"": "Choose a name"} | dict(zip(names["entity_id"], called, strict=True))
chosen = state.current("entity")
VIEWS[view][1](Selection(articles, mentions, names, int(top), every, chosen if chosen in titles else ""))


def open_row() -> None:
    """Choose the entity whose row was clicked."""
    for row in st.session_state[f"names {chosen}"]["selection"]["rows"]:
        state.choose(entity=names["entity_id"].iloc[row])


with st.expander(f"{count(len(names), 'name')} in this selection"):
    entity.table(names, counts, key=f"names {chosen}", on_select=open_row)

place = f"name {chosen}" if chosen in titles and chosen else ""
hypertext.begin("Entities", view=place)
if place:
    hypertext.anchor(place)
st.header("One name", anchor=False)
chosen = state.select("entity", list(titles), st.selectbox, label="Name", format_func=titles.__getitem__)
if chosen:
    detail = state.segments("detail", DETAILS, "Show")
    uses = roles.attached(articles, tables["attributes"], mentions, chosen)
    if detail == "forms":
        entity.forms(tables, chosen)
    else:
        if detail == "called":
            entity.called(uses, every, chosen)
        entity.in_context(articles, mentions, uses, chosen)
else:
    st.caption("Choose a name here, by a click in the figure, or by its row in the table.")
editing.ledger(reopens=True)
