"""One story: its events, each source side by side; where they differ, what only one reports, which words they use."""

from functools import partial

import pandas as pd
import streamlit as st

from lib.show import compare, frame, html, hypertext, passages, state
from lib.show.text import plain

NOTHING = {
    "Events": "No statement was found that two of these articles share.",
    "Differences": "No event was found on which these sources give different values.",
    "Only here": "",
    "Wording": "No concept was found for which these sources use different words.",
}
CLOSED = "none"

analysis = frame.page("Compare")
tables = analysis.tables

# Choose
story_id = frame.story(analysis, every=False)
every = tables["articles"][tables["articles"]["story_id"] == story_id]
articles = every[every["source"].isin(frame.sources(analysis))]
columns = compare.columns(articles)
wanted = state.get("event")
hypertext.begin(view="" if wanted == CLOSED else wanted)
st.header(plain(tables["stories"].set_index("story_id").at[story_id, "headline"]), anchor=False)
st.html(html.fill("articles", articles=compare.rows(articles), place=hypertext.place))
if len(every) < 2:
    st.info("This story has one article only, so there is nothing to compare yet. Choose another in the sidebar.")
    frame.link("Overview", "Add articles of other sources on the Overview")
    st.stop()
if len(columns) < 2:
    st.info("There is nothing to compare yet: choose two or more sources in the sidebar.")
    st.stop()
with st.container(horizontal=True, vertical_alignment="bottom"):
    view = state.select("view", list(NOTHING), st.segmented_control, label="Show")
    order = "reading"
    if view == "Events":
        order = state.select(
            "order", list(compare.ORDERS), st.selectbox, label="Order", format_func=compare.ORDERS.get, width=220
        )

# Load
events = compare.grid(tables, story_id, columns, order)
ids = [event.event_id for event in events]
about = articles[["article_id", "source", "title", "published"]]
fill = partial(html.fill, columns=columns, place=hypertext.place)

# Show
if view == "Events" and events:
    if wanted and wanted != CLOSED and wanted not in set(tables["events"]["event_id"]):
        st.warning("The link names an event that this corpus does not hold.")
    opened = wanted if wanted in [*ids, CLOSED] else ids[0]
    address = {id_: hypertext.here("Compare", event=CLOSED if id_ == opened else id_) for id_ in ids}
    shown = [row["article_id"] for row in compare.rows(articles)]
    readings = passages.readings(tables, opened, shown, hypertext.speaker)
    st.html(fill("grid", rows=events, opened=opened, address=address, readings=readings))
    frame.download(compare.grid_frame(events, columns), "events")
elif view == "Differences" and (differences := compare.differences(tables, events, columns)):
    event = partial(hypertext.here, "Compare", view="")
    rows = [
        ([(row.kind, ""), (row.relation, ""), (row.headline, event(event=row.event_id))], row.cells)
        for row in differences
    ]
    st.html(fill("words", head=("Kind", "Relation", "Event"), rows=rows))
    frame.download(tables["differences"][tables["differences"]["event_id"].isin(ids)].merge(about), "differences")
elif view == "Only here":
    st.caption("Sentences that were not linked with a sentence of another of these sources.")
    alone = compare.only_here(tables, events, columns)
    st.html(fill("sentences", sentences=[sentences.to_dict("records") for sentences in alone]))
    frame.download(pd.concat(alone).merge(about), "only-here")
elif view == "Wording" and (concepts := compare.wording(tables, columns)):
    st.caption("Words for the same thing. Those noted as quoted stand in a quotation: they are the speaker's choice.")
    st.html(fill("words", head=("Concept",), rows=[([(concept, "")], cells) for concept, cells in concepts]))
    frame.download(tables["wording"].merge(about), "wording")
else:
    st.info(NOTHING[view])
