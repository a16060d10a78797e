"""Voices: whom each source quotes, on which agencies and media it leans, which words it uses, and what it shares."""

from lib.show import frame, hypertext, state
from lib.show.voices import OPENED, VIEWS, Selection

analysis = frame.page("Voices")
tables, story, sources = analysis.tables, frame.story(analysis), frame.sources(analysis)
view = state.segments("voices", {key: label for key, (label, _) in VIEWS.items()}, "View")
chosen = state.current(OPENED[view]) if view in OPENED else ""
hypertext.begin("Voices", view=f"voice {chosen}" if chosen else "")
articles = tables["articles"]
every = sorted(articles["source"].unique())
articles = articles[articles["source"].isin(sources) & (articles["story_id"].eq(story) | (story == ""))]
VIEWS[view][1](Selection(articles, tables, every))
