"""The tool to correct a difference by hand: a value that is not to be compared with the others."""

from collections.abc import Iterable, Sequence

import streamlit as st

from lib.corrections import ASIDE, Correction
from lib.show import edits
from lib.show.columns import Cell, Column
from lib.show.contrast import KINDS, Difference
from lib.show.reading import short

_HEADLINE = 50  # characters of an event's in a list of values


def tool(found: Iterable[Difference], compared: Sequence[Column]) -> None:
    """Take a value out of a difference; without another it goes as a whole."""
    offered = values(found, compared)
    key = f"value {len(edits.current().made)}"  # a new key begins anew
    with (
        st.expander("Correct a difference", icon=":material/playlist_remove:", key=f"correct {key}"),
        st.form(f"form {key}", border=False),
    ):
        asks = "Not about the same as the other values"
        st.selectbox(asks, list(offered), index=None, format_func=offered.__getitem__, key=key)
        # Before the page is drawn anew, so that it is drawn once.
        st.form_submit_button("Take it out of the difference", icon=":material/link_off:", on_click=_make, args=(key,))


def values(found: Iterable[Difference], compared: Sequence[Column]) -> dict[tuple[str, str], str]:
    """The values of differences with another of the same, as a correction names both, and how each is shown."""
    offered = {}
    for one in found:
        given = [(column.label, cell) for column, cells in zip(compared, one.cells, strict=True) for cell in cells]
        about = f"{KINDS[one.kind]}, {short(one.headline, _HEADLINE)}"
        for label, cell in given:
            other = next(other for column, other in given if column != label)
            offered[_named(cell), _named(other)] = f"{label}: {cell.text} ({about})"
    return offered


def _named(cell: Cell) -> str:
    return f"{cell.article_id}:{cell.start}"


def _make(key: str) -> None:
    if (chosen := st.session_state[key]) is None:
        edits.say("Choose a value first.")
        return
    edits.current().add(Correction(ASIDE, *chosen))
    edits.say("Taken out of the difference. To undo it: “Corrections by hand”, below.")
