"""Voices: who is quoted how often by which source, directly or in reported speech, and with which words."""

import streamlit as st

from lib.show import entity, figures, frame, state, voices
from lib.show.entities import BARS, COUNTS, MOST_BARS
from lib.show.frequency import pool
from lib.show.text import count

TOP = 20

analysis = frame.page("Voices")
tables, story, sources = analysis.tables, frame.story(analysis), frame.sources(analysis)
with st.container(horizontal=True, gap="medium"):
    choose = {"widget": st.segmented_control, "required": True, "wrap": True}
    kind = state.select("kind", list(voices.KINDS), label="Speech", format_func=voices.KINDS.__getitem__, **choose)
    names = COUNTS | {"mentions": "Quotations"}
    measure = state.select("count", list(COUNTS), label="Count", format_func=names.__getitem__, **choose)
    layout = state.select("bars", list(BARS), label="Bars", format_func=BARS.__getitem__, **choose)

articles, quotes = tables["articles"], tables["quotes"]
every = sorted(articles["source"].unique())
articles = articles[articles["source"].isin(sources) & (articles["story_id"].eq(story) | (story == ""))]
quotes = quotes[quotes["kind"].eq(kind) | (kind == "")]
counts = voices.by_source(articles, quotes, tables["entities"])
speakers = counts.groupby(["entity_id", "name", "label"], sort=False, as_index=False)["mentions"].sum()
if speakers.empty:
    st.info(
        "These articles quote nobody. Choose another story, source or kind of speech.", icon=":material/voice_over_off:"
    )
    st.stop()

titles = {"": "Choose a speaker"} | {
    s["entity_id"]: f"{s['name']} ({s['mentions']})" for s in speakers.to_dict("records")
}
before = st.session_state.get("speaker", state.get("speaker"))


def open_bar() -> None:
    """Choose the speaker whose bar was clicked."""
    for point in st.session_state[f"voices {before}"]["selection"]["points"]:
        state.choose(speaker=point["y"])


st.subheader("Who is quoted by whom")
bars = voices.by_source(pool(articles, keep=MOST_BARS), quotes, tables["entities"])
bars = bars[bars["entity_id"].isin(speakers["entity_id"].head(TOP))]
figure = figures.frequency(bars, every, stacked=layout == "stacked", measure=measure, what="Quotations")
alt = f"Bars of the {bars['entity_id'].nunique()} most often quoted, by source; the table below holds all numbers"
clicks = {"key": f"voices {before}", "selection_mode": "points", "on_select": open_bar}
st.plotly_chart(figure, config=figures.CONFIG, alt=alt, **clicks)
with st.expander(f"All {count(len(speakers), 'speaker')}"):
    st.dataframe(voices.wide(speakers, counts), hide_index=True, alt="Speakers with their quotations by source")
frame.download(counts, "voices")

st.subheader("One voice")
chosen = state.select("speaker", list(titles), st.selectbox, label="Speaker", format_func=titles.__getitem__)
if chosen:
    entity.quoted(voices.of_speaker(articles, quotes, chosen), chosen)
else:
    st.caption("Choose a speaker here, or by a click on the bars.")
