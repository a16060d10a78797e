"""Entities: how often who is named, by source, and in which context."""

import streamlit as st

from lib.show import entity, figures, frame, state
from lib.show.frequency import by_source, pool
from lib.show.text import count

TYPES = {"": "All", "PER": "Persons", "LOC": "Places", "ORG": "Organisations", "NORP": "From places", "MISC": "Others"}
COUNTS = {"mentions": "Mentions", "rate": "Per 1,000 words"}
BARS = {"stacked": "Stacked", "grouped": "Side by side"}
TOP = ("10", "20", "30", "50")
MOST_BARS, MOST_COLUMNS = 7, 12  # sources that a figure tells apart; those with the fewest words are drawn as one

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


def open_bar() -> None:
    """Choose the entity whose bar was clicked."""
    for point in st.session_state[f"frequency {before}"]["selection"]["points"]:
        st.session_state["entity"] = point["y"]


def open_row() -> None:
    """Choose the entity whose row was clicked."""
    for row in st.session_state[f"names {before}"]["selection"]["rows"]:
        st.session_state["entity"] = names["entity_id"].iloc[row]


# in the keys below, so that figure and table forget a click, and can be clicked again, once another entity is open
before = st.session_state.get("entity", state.get("entity"))
left, right = st.columns(2, gap="large")
with left:
    st.subheader("How often who is named")
    bars = by_source(pool(articles, keep=MOST_BARS), mentions, entities)
    figure = figures.frequency(bars, every, stacked=layout == "stacked", rate=measure == "rate")
    alt = f"Bars of the {len(entities)} most often named, by source; the table below holds all numbers"
    clicks = {"key": f"frequency {before}", "selection_mode": "points", "on_select": open_bar}
    st.plotly_chart(figure, config=figures.CONFIG, alt=alt, **clicks)
with right:
    st.subheader("Who is named where")
    cells = by_source(pool(articles, keep=MOST_COLUMNS), mentions, entities)
    alt = f"Heat map of the {len(entities)} most often named and the sources; the table below holds all numbers"
    st.plotly_chart(figures.heatmap(cells, every, rate=measure == "rate"), config=figures.CONFIG, alt=alt)
with st.expander(f"Table of {count(len(names), 'name')}"):
    entity.table(names, counts, key=f"names {before}", on_select=open_row)
frame.download(counts, "frequency")

st.subheader("Mentions in context")
titles = {"": "Choose a name"} | {n["entity_id"]: f"{n['name']} ({n['mentions']})" for n in names.to_dict("records")}
chosen = state.select("entity", list(titles), st.selectbox, label="Name", format_func=titles.__getitem__)
if chosen:
    entity.in_context(articles, mentions, chosen)
    entity.aliases(tables["aliases"], chosen)
else:
    st.caption("Choose a name here, by a click on its bars, or by its row in the table.")
