"""One story: its events, each source side by side; where they differ, what only one reports, which words they use."""

import pandas as pd
import streamlit as st

from lib.show import compare, frame, html, hypertext, passages, state
from lib.show.text import plain

VIEWS = ("Events", "Differences", "Only here", "Wording")
CLOSED = "none"
NOTHING = {
    "Events": "No statement was found that two of these articles share.",
    "Differences": "No event was found on which these sources give different values.",
    "Wording": "No concept was found for which these sources use different words.",
}

analysis = frame.page("Compare")
tables = analysis.tables

# Choose
story_id = frame.story(analysis, every=False)
sources = frame.sources(analysis)
headline = tables["stories"].set_index("story_id").at[story_id, "headline"]
every = tables["articles"][tables["articles"]["story_id"] == story_id]
articles = every[every["source"].isin(sources)]
columns = compare.columns(articles)
wanted = state.get("event")
hypertext.begin(view="" if wanted == CLOSED else wanted)
st.header(plain(headline), anchor=False)
st.html(html.fill("articles", articles=compare.rows(articles), place=hypertext.place))
if len(columns) < 2:
    if len(every) < 2:
        st.info(
            "This story has one article only, so there is nothing to compare yet. Choose another story in the sidebar."
        )
        frame.link("Overview", "Add articles of other sources on the Overview")
    else:
        st.info("There is nothing to compare yet: choose two or more sources in the sidebar.")
    st.stop()
with st.container(horizontal=True, vertical_alignment="bottom"):
    view = state.select("view", VIEWS, st.segmented_control, label="Show")
    order = state.select(
        "order",
        list(compare.ORDERS),
        st.selectbox,
        label="Order of events",
        format_func=compare.ORDERS.__getitem__,
        width=220,
    )

# Load
events = compare.grid(tables, story_id, columns, order)
about = articles[["article_id", "source", "title", "published"]]

# Show
if view == "Events" and events:
    if wanted and wanted != CLOSED and wanted not in set(tables["events"]["event_id"]):
        st.warning("The link names an event that this corpus does not hold.")
    ids = [event.event_id for event in events]
    opened = wanted if wanted in [*ids, CLOSED] else ids[0]
    readings = passages.readings(tables, opened, [row["article_id"] for row in compare.rows(articles)])
    address = {id_: hypertext.here("Compare", event=CLOSED if id_ == opened else id_) for id_ in ids}
    st.html(
        html.fill(
            "grid",
            rows=events,
            columns=columns,
            opened=opened,
            address=address,
            readings=readings,
            place=hypertext.place,
        )
    )
    frame.download(compare.grid_frame(events, columns), "events")
elif view == "Differences" and (differences := compare.differences(tables, events, columns)):
    rows = [((row.kind, row.relation, row.headline), row.cells) for row in differences]
    st.html(html.fill("words", head=("Kind", "Relation", "Event"), rows=rows, columns=columns, place=hypertext.place))
    ids = [event.event_id for event in events]
    frame.download(tables["differences"][tables["differences"]["event_id"].isin(ids)].merge(about), "differences")
elif view == "Only here":
    st.caption("Sentences that were not linked with a sentence of another of these sources.")
    free = compare.only_here(tables, events, columns)
    st.html(
        html.fill(
            "sentences", columns=columns, sentences=[rows.to_dict("records") for rows in free], place=hypertext.place
        )
    )
    frame.download(pd.concat(free).merge(about), "only-here")
elif view == "Wording" and (concepts := compare.wording(tables, columns)):
    st.caption(
        "Words that the sources use for the same thing. “Quoted” words stand in a quotation: they are the speaker's."
    )
    rows = [((concept,), cells) for concept, cells in concepts]
    st.html(html.fill("words", head=("Concept",), rows=rows, columns=columns, place=hypertext.place))
    frame.download(tables["wording"].merge(about), "wording")
else:
    st.info(NOTHING[view])
