"""One article: its text with all that was found in it, where that is from, and what other articles report too."""

import streamlit as st

from lib.article import UNKNOWN
from lib.show import editing, frame, html, hypertext, layers, reading, speaking, state
from lib.show.highlight import article as as_html

analysis = frame.page("Article")
tables = analysis.tables

every = tables["articles"]
every = every.assign(elsewhere=every["story_id"].ne(state.get("story")), undated=every["published"].eq(""))
articles = every.sort_values(["elsewhere", "undated", "published", "source", "article_id"]).to_dict("records")
names = {
    row["article_id"]: " · ".join(
        (row["title"] if row["title"] != UNKNOWN else row["article_id"], row["source"], reading.published(row))
    )
    for row in articles
}
chosen = state.select(
    "article",
    list(names),
    st.selectbox,
    label="Article",
    format_func=names.__getitem__,
    on_change=lambda: state.put("at", ""),
)
article = next(row for row in articles if row["article_id"] == chosen)

shared = reading.shared(tables, chosen)
entities, speakers = reading.entities(tables, chosen), reading.speakers(tables, chosen)


def compare(event_id: str) -> str:
    return hypertext.href("Compare", story=article["story_id"], event=event_id)


marked = layers.marks(tables, chosen, shared, layers.Addresses(compare, hypertext.speaker, hypertext.place))
removed = layers.removed(tables, chosen)
counts = {layer: layers.count(marks) for layer, marks in marked.items()} | {"removed": len(removed)}
with st.container(horizontal=True, gap="small"):
    shown = [
        layer
        for layer, label in layers.LAYERS.items()
        if counts[layer]
        and state.toggle(layer.lower(), label=f"{label} ({counts[layer]})", default=layer in layers.AT_FIRST)
    ]
at = reading.sentence_at(tables, chosen, state.get("at"))
state.put("at", state.get("at") if at else "")
spans = [*at, *layers.chosen(marked, shown)]

hypertext.begin("Article", view=at[0].id if at else "")
text, beside = st.columns([2, 1], gap="large")
if "quote" in shown:
    text.html(html.fill("quotations"))
pieces = removed if "removed" in shown else []
text.html(html.fill("article", text=as_html(article["text"], spans, pieces, titled=article["title"] != UNKNOWN)))
with beside:
    st.subheader("About the article", anchor=False)
    st.html(html.fill("metadata", article=article))
    st.subheader("Names", anchor=False)
    st.html(
        html.fill(
            "entities", entities=entities.to_dict("records"), address=lambda key: hypertext.href("Entities", entity=key)
        )
    )
    frame.download(entities, "article-entities")
    if not speakers.empty:
        st.subheader("Voices", anchor=False)
        rows = speakers.to_dict("records")
        st.html(html.fill("speakers", speakers=rows, address=hypertext.speaker))
        frame.download(speakers, "article-speakers")
        speaking.tool(tables, chosen, entities, state.get("at"))
st.subheader("In other articles too", anchor=False)
if shared:
    st.html(html.fill("statements", shared=shared, event=compare, place=hypertext.place))
else:
    st.info("No other article of this corpus was found to report a statement of this one.")
editing.ledger()
