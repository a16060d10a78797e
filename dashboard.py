"""Overview: what is in the corpus, its stories, what was not read, and how to add articles."""

import streamlit as st

from lib.show import figures, frame, hypertext, overview, unstated
from lib.show.frequency import pool

NAMED = 12
LANES = 20  # sources of their own in the figure of articles; those with the fewest words are drawn as one

tables = frame.page("Overview", needs_articles=False).tables
opened = frame.opened()
hypertext.begin("Overview", view=opened)
if opened:
    hypertext.anchor(opened)
articles, entities = tables["articles"], tables["entities"]

st.markdown(
    "How different sources report the same events, sentence by sentence: what they all say, on which facts they "
    "differ, who is silent, and whose words they use."
)

if articles.empty:
    st.info(
        "This corpus holds no article that could be read. Add some below, or try the sample.", icon=":material/inbox:"
    )
else:
    overview.numbers(tables)
if st.session_state["corpus"] == frame.UPLOAD:
    unstated.ask(articles)
if not tables["skipped"].empty:
    overview.not_read(tables["skipped"])

if not articles.empty:
    st.header("Stories", anchor=False)
    overview.stories(tables)

    left, right = st.columns(2, gap="large")
    with left:
        st.header("Articles by source and day", anchor=False)
        st.plotly_chart(
            figures.timeline(pool(articles, keep=LANES)), config=figures.CONFIG, alt=overview.timeline_alt(articles)
        )
        frame.download(articles.drop(columns="text"), "articles")
    with right:
        st.header("Most often named", anchor=False)
        named = entities[entities["label"] != "NORP"].sort_values(["n_mentions", "name"], ascending=[False, True])
        if named.empty:
            st.info("No name was found in these articles.")
        else:
            top = named.head(NAMED)
            alt = "Bar chart of mentions: " + ", ".join(f"{e.name} {e.n_mentions}" for e in top.itertuples(index=False))
            st.plotly_chart(figures.ranking(top), config=figures.CONFIG, alt=alt)
            with st.container(horizontal=True, vertical_alignment="center"):
                frame.download(named, "entities")
                frame.link("Entities", "Who is named by which source :material/arrow_forward:")

st.header("Your own articles", anchor=False)
overview.add_articles()
