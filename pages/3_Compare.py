"""One story: its events, each source side by side; where they differ, what only one reports, whose words they use."""

import streamlit as st

from lib.show import belonging, editing, frame, html, hypertext, state
from lib.show.columns import by_publication
from lib.show.compare import EVERYWHERE, VIEWS, choose_view, open_story
from lib.show.text import plain

analysis = frame.page("Compare")
story = open_story(analysis.tables, frame.story(analysis, every=False), frame.sources(analysis))

wanted = state.get("event")
is_shown = wanted != state.CLOSED and state.current("view") in ("", next(iter(VIEWS)))
hypertext.begin("Compare", view=wanted if is_shown else "")
st.html(html.fill("headline", headline=story.headline, named_by=story.named_by))
st.html(html.fill("articles", articles=by_publication(story.articles), place=hypertext.place))
view = choose_view()
is_of_story = view != EVERYWHERE
_, draw, nothing = VIEWS[view]
if is_of_story and len(story.tables["articles"]) < 2:
    st.info("This story has one article only, so there is nothing to compare yet. Choose another above.")
    frame.link("Overview", "Add articles of other sources on the Overview")
elif is_of_story and len(story.columns) < 2:
    who = f"only {story.columns[0].label}" if story.columns else "none"
    st.info(plain(f"Of the chosen sources {who} has an article of this story: choose two or more that have, or all."))
elif not draw(story):
    st.info(nothing)
if is_of_story and len(story.tables["articles"]) > 1:
    belonging.tool(story.story_id, story.tables["articles"])
editing.ledger()
