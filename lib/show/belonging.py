"""The tool to correct by hand which articles a story holds."""

from typing import Any

import pandas as pd
import streamlit as st

from lib.article import UNKNOWN
from lib.corrections import ALONE, Correction
from lib.show import edits, state
from lib.show.columns import by_publication


def tool(story_id: str, articles: pd.DataFrame) -> None:
    """Take an article out of a story.

    Args:
        articles: its rows of table `articles`.
    """
    label = {row["article_id"]: _called(row) for row in by_publication(articles)}
    key = f"{len(edits.current().made)}"  # a new key begins anew
    with (
        st.expander("Correct the story", icon=":material/content_cut:", key=f"correct the story {key}"),
        st.form(f"story {key}", border=False),
    ):
        st.selectbox("About something else", list(label), None, label.__getitem__, key=f"article {key}")
        # Before the page is drawn anew, so that it is drawn once.
        st.form_submit_button(
            "Take it out of the story", icon=":material/link_off:", on_click=_make, args=(key, story_id)
        )


def _called(row: dict[str, Any]) -> str:
    title = row["title"] if row["title"] != UNKNOWN else row["article_id"]
    return f"{row['source'] if row['source'] != UNKNOWN else 'Source unknown'}: {title}"


def _make(key: str, story_id: str) -> None:
    article_id = st.session_state[f"article {key}"]
    if article_id is None:
        edits.say("Choose an article first.")
        return
    edits.current().add(Correction(ALONE, "", "", article_id))
    state.choose(story=story_id)  # or else another would open that has more articles now
    edits.say("It is a story of its own now, on all pages. To undo it: “Corrections by hand”, below.")
