"""The tool to correct by hand who says a quotation of an article."""

import pandas as pd
import streamlit as st

from lib.corrections import SPEAKER, Correction
from lib.schema import LABELS
from lib.show import edits
from lib.show.reading import Tables, of, short
from lib.show.text import TYPES

_UNKNOWN = ""
_WORDS = 60  # characters of a quotation in a list of them


def tool(tables: Tables, article_id: str, named: pd.DataFrame, at: str) -> None:
    """Say who speaks, or that it is unknown.

    Args:
        named: what `reading.entities` gives for the article.
        at: offset to which a link led, empty if to none; if a quotation stands or begins there, it is chosen already.
    """
    quotes, who = quotations(tables, article_id), speakers(named)
    starts = list(quotes)
    key = f"{article_id} {at} {len(edits.current().made)}"  # a new key begins anew
    with (
        st.expander("Correct who speaks", icon=":material/record_voice_over:", key=f"correct speaker {key}"),
        st.form(f"speaker {key}", border=False),
    ):
        meant = standing(tables, article_id, at)
        place = starts.index(meant) if meant is not None else None
        st.selectbox("Quotation", starts, place, quotes.__getitem__, key=f"quotation {key}")
        st.selectbox("It is said by", list(who), None, who.__getitem__, key=f"said by {key}")
        # Before the page is drawn anew, so that it is drawn once.
        st.form_submit_button("Correct", icon=":material/check:", on_click=_make, args=(article_id, key))


def quotations(tables: Tables, article_id: str) -> dict[int, str]:
    """The quotations of an article by their first character, and how each is shown."""
    rows = sorted(of(tables["quotes"], article_id), key=lambda row: (row["start"], -row["end"]))
    return {
        row["start"]: f"{row['speaker'] or 'Unknown'}: {short(' '.join(row['text'].split()), _WORDS)}" for row in rows
    }


def standing(tables: Tables, article_id: str, at: str) -> int | None:
    """Where the quotation begins that holds an offset, the innermost of several; None if there is none."""
    offset = int(at) if at.isdecimal() else -1
    return max(
        (row["start"] for row in of(tables["quotes"], article_id) if row["start"] <= offset < row["end"]), default=None
    )


def speakers(named: pd.DataFrame) -> dict[str, str]:
    """Who may speak, by id: persons first, and last that it is unknown."""
    ranked = named.sort_values("label", key=lambda labels: labels.map(LABELS.index), kind="stable")
    names = zip(ranked["entity_id"], ranked["name"], ranked["label"], strict=True)
    return {key: f"{name} ({TYPES[label]})" for key, name, label in names} | {_UNKNOWN: "Unknown"}


def _make(article_id: str, key: str) -> None:
    start, who = st.session_state[f"quotation {key}"], st.session_state[f"said by {key}"]
    if start is None or who is None:
        edits.say("Choose a quotation and who says it first.")
        return
    edits.current().add(Correction(SPEAKER, who, str(start), article_id))
    edits.say("Corrected, on all pages. To undo it: “Corrections by hand”, below.")
