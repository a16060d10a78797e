"""Entities: how often who is named, by source, and in which context."""

import streamlit as st

from lib.show import entity, figures, frame, state
from lib.show.frequency import by_source, pool

TYPES = {
    "": "All",
    "PER": "Persons",
    "LOC": "Places",
    "ORG": "Organisations",
    "NORP": "Place-derived",
    "MISC": "Others",
}
COUNTS = {"mentions": "Mentions", "rate": "Per 1,000 words"}
BARS = {"stacked": "Stacked", "grouped": "Side by side"}
TOP = ("10", "20", "30", "50")
MOST_BARS, MOST_COLUMNS = 7, 12  # sources that a figure tells apart; those with fewer words are drawn as one

analysis = frame.page("Entities")
tables, story, sources = analysis.tables, frame.story(analysis), frame.sources(analysis)
with st.container(horizontal=True, gap="medium"):
    choose = {"widget": st.segmented_control, "required": True, "wrap": True}
    label = state.select("label", list(TYPES), label="Type", format_func=TYPES.__getitem__, **choose)
    measure = state.select("count", list(COUNTS), label="Count", format_func=COUNTS.__getitem__, **choose)
    layout = state.select("bars", list(BARS), label="Bars", format_func=BARS.__getitem__, **choose)
    top = state.select("top", TOP, label="Most named", default="20", **choose)

articles, entities, mentions = tables["articles"], tables["entities"], tables["mentions"]
every = sorted(articles["source"].unique())
articles = articles[articles["source"].isin(sources) & (articles["story_id"].eq(story) | (story == ""))]
entities = entities[entities["label"].eq(label) | (label == "")]
counts = by_source(articles, mentions, entities)
names = counts.groupby(["entity_id", "name", "label"], sort=False, as_index=False)["mentions"].sum()
if names.empty:
    st.info("No such name in these articles. Choose another type, story or source.", icon=":material/search_off:")
    st.stop()
entities = entities[entities["entity_id"].isin(names["entity_id"].head(int(top)))]


def open_point(key: str) -> None:
    """Choose the entity whose bar or cell was clicked."""
    for point in st.session_state[key]["selection"]["points"]:
        st.session_state["entity"] = point["y"]


def open_row() -> None:
    """Choose the entity whose row was clicked."""
    for row in st.session_state["names"]["selection"]["rows"]:
        st.session_state["entity"] = names["entity_id"].iloc[row]


left, right = st.columns(2, gap="large")
with left:
    st.subheader("How often who is named")
    bars = by_source(pool(articles, keep=MOST_BARS), mentions, entities)
    figure = figures.frequency(bars, every, stacked=layout == "stacked", rate=measure == "rate")
    alt = f"Bars of the {len(entities)} most named by source; the table below holds the same numbers"
    st.plotly_chart(
        figure,
        config=figures.CONFIG,
        alt=alt,
        key="frequency",
        selection_mode="points",
        on_select=lambda: open_point("frequency"),
    )
with right:
    st.subheader("Who is named where")
    cells = by_source(pool(articles, keep=MOST_COLUMNS), mentions, entities)
    st.plotly_chart(figures.heatmap(cells, rate=measure == "rate"), config=figures.CONFIG, alt="Heat map")
with st.expander("Table"):
    st.dataframe(names, hide_index=True, key="names", on_select=open_row, selection_mode="single-row")
    frame.download(counts, "frequency")

st.subheader("Mentions in context")
titles = {"": "Choose a name"} | {n.entity_id: f"{n.name} ({n.mentions})" for n in names.itertuples()}
chosen = state.select("entity", list(titles), st.selectbox, label="Name", format_func=titles.__getitem__)
if not chosen:
    st.caption("Choose a name here, by a click on its bars, or by its row in the table.")
else:
    entity.in_context(articles, mentions, chosen)
    entity.aliases(tables["aliases"], chosen)
