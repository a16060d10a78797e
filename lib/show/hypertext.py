"""HTML in Streamlit: its style sheet, and links that stay in the visitor's session.

A plain link within `st.html` begins a new session, in which an upload would be lost. So a listener of ours reports
which link was clicked, and the page is switched from here. Opened in a new tab, or copied, it is a link like any other.
"""

from functools import partial
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import streamlit as st

from lib.show import state
from lib.show.frame import PAGES

_STYLE = Path(__file__).with_name("hypertext.css")
_FOLLOW = Path(__file__).with_name("hypertext.js")
_KEY = "hypertext"


def begin(page: str, *, view: str = "") -> None:
    """Mount the style sheet and the listener; once on a page, before its HTML.

    Args:
        page: name of the page.
        view: id of the element that is to be brought into view.
    """
    st.html(_STYLE)
    listener: Any = st.components.v2.component("hypertext", js=_FOLLOW.read_text(encoding="utf-8"))
    address = listener(key=_KEY, data={"view": view}, on_followed_change=partial(_stay, page)).followed
    path, params = _parts(address) if address else (page, {})
    if path != page and path in PAGES:
        st.switch_page(PAGES[path], query_params=params)


def anchor(view: str) -> None:
    """A place for `begin` to bring into view, without words of its own."""
    st.html(f'<div class="lesarten"><div class="open" id="{escape(view)}" tabindex="-1"></div></div>')


def _stay(page: str) -> None:
    """Follow a link to the page that is shown before it is drawn, rather than draw it twice."""
    path, params = _parts(st.session_state[_KEY].followed)
    if path == page:
        st.query_params.from_dict(params)


def _parts(address: str) -> tuple[str, dict[str, list[str]]]:
    """Name of the page to which an address leads, and the parameters there."""
    parts = urlsplit(address)
    return parts.path.removeprefix("./") or "Overview", parse_qs(parts.query)


def href(page: str, **params: str) -> str:
    """Address of a page, which keeps the filters that pages share and shows there what `params` say."""
    return _address(page, state.params(**params))


def here(page: str, **changes: str) -> str:
    """Address of the page that is shown, with some of its parameters changed; an empty one is left out."""
    return _address(page, {key: st.query_params.get_all(key) for key in st.query_params} | changes)


def place(article_id: str, start: int | None = None) -> str:
    """Address of a place in an article, by the offset into its text; of the article as a whole without one."""
    return href("Article", article=article_id, at="" if start is None else str(start))


def speaker(entity_id: str) -> str:
    """Address of all quotations of a speaker."""
    return href("Voices", voices="speakers", speaker=entity_id)


def _address(page: str, params: dict[str, Any]) -> str:
    query = urlencode({key: value for key, value in params.items() if value}, doseq=True)
    return f"{'./' if page == 'Overview' else page}?{query}"
