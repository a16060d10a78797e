"""The tools to correct an event by hand: a sentence that does not belong to it, or one that does."""

from collections.abc import Collection, Sequence
from typing import Any

import streamlit as st

from lib.corrections import APART, SAME, Correction
from lib.show import edits, reading, state
from lib.show.columns import by_publication
from lib.show.reading import Place, Tables, short
from lib.show.text import plain

_FORMS = {
    APART: ("Not the same as the others", "Take it out of the event", ":material/link_off:"),
    SAME: ("The same as the event", "Add it to the event", ":material/add_link:"),
}
"""What a form asks for, what it does with it, and its sign."""
_HEADLINE = 60  # characters of one that the tools show
_WORDS = 110  # characters of a sentence in a list of them


def tools(tables: Tables, event_id: str, articles: Collection[str], maybe: Sequence[dict[str, Any]]) -> None:
    """Take a sentence out of an event, or add one.

    Args:
        event_id: the open event's.
        articles: ids of those that are shown.
        maybe: what `grid.maybe` gives for them.
    """
    headline = str(tables["events"].set_index("event_id").at[event_id, "headline"])
    label = f"Correct the event “{plain(short(headline, _HEADLINE))}”"
    with st.expander(label, icon=":material/link_off:", key="correct the event"):
        out, into = st.columns(2)
        with out:
            _form(APART, tables, event_id, members(tables, event_id))
        with into:
            _form(SAME, tables, event_id, others(tables, event_id, articles, maybe))


def _form(action: str, tables: Tables, event_id: str, sentences: dict[Place, str]) -> None:
    key, (asks, does, icon) = f"{action} {event_id}", _FORMS[action]
    with st.form(key, border=False):
        st.selectbox(asks, list(sentences), format_func=sentences.__getitem__, index=None, key=f"sentence {key}")
        # Before the page is drawn anew, so that it is drawn once, and the keyboard stays on the button.
        st.form_submit_button(does, icon=icon, on_click=_make, args=(action, tables, event_id))


def members(tables: Tables, event_id: str) -> dict[Place, str]:
    """The sentences of an event, and how each is shown."""
    inside = _inside(tables, event_id)
    return {
        place: text for place, text in _shown(tables, {article for article, _ in inside}).items() if place in inside
    }


def others(
    tables: Tables, event_id: str, articles: Collection[str], maybe: Sequence[dict[str, Any]]
) -> dict[Place, str]:
    """The other sentences of these articles, those first that may report the event too."""
    inside = _inside(tables, event_id)
    free = {place: text for place, text in _shown(tables, articles).items() if place not in inside}
    likely = [(row["article_id"], row["sentence_id"]) for row in maybe]
    return {place: free[place] for place in dict.fromkeys([*likely, *free])}


def anchor(tables: Tables, event_id: str, sentence: Place) -> Place:
    """The other sentence of an event that stands for it best: of another article, and in the fewest other events."""
    rows = tables["event_sentences"]
    events = rows.groupby(["article_id", "sentence_id"]).size().to_dict()
    return min(
        (place for place in _inside(tables, event_id) if place != sentence),
        key=lambda place: (events[place], place[0] == sentence[0], place),
    )


def _make(action: str, tables: Tables, event_id: str) -> None:
    sentence: Place | None = st.session_state[f"sentence {action} {event_id}"]
    if sentence is None:
        edits.say("Choose a sentence first.")
        return
    other = anchor(tables, event_id, sentence)
    edits.current().add(Correction(action, *(f"{article}:{number}" for article, number in (sentence, other))))
    said = "Added to the event." if action == SAME else "Taken out of the event."
    is_gone = action == APART and len({article for article, _ in _inside(tables, event_id) - {sentence}}) < 2
    if is_gone:
        said = "The event is gone, as only one article is left that tells it."
    state.put("event", state.CLOSED if is_gone else event_id)  # or else another would open that comes first now
    edits.say(f"{said} To undo it: “Corrections by hand”, below.")


def _inside(tables: Tables, event_id: str) -> set[Place]:
    rows = tables["event_sentences"]
    rows = rows[rows["event_id"] == event_id]
    return set(zip(rows["article_id"], rows["sentence_id"], strict=True))


def _shown(tables: Tables, articles: Collection[str]) -> dict[Place, str]:
    shown = tables["articles"][tables["articles"]["article_id"].isin(articles)]
    about = {row["article_id"]: row for row in by_publication(shown)}
    sentences = tables["sentences"][tables["sentences"]["article_id"].isin(articles)]
    columns = (sentences[name] for name in ("article_id", "sentence_id", "text"))
    return {
        (article_id, sentence_id): f"{reading.source(about[article_id])}: {short(text, _WORDS)}"
        for article_id, sentence_id, text in zip(*columns, strict=True)
    }
