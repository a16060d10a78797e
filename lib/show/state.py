"""The state of the view lives in the URL, so that a copied link opens the same view.

Streamlit's own binding of widgets puts labels into the URL, where ids are wanted, and loses a filter from one page to
the next; hence this. The URL wins where it was changed from outside (a link, the back button), the widget otherwise.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

CLOSED = "none"
"""Stands in the URL for no event, where one would be opened without a word."""
_SHARED = ("corpus", "model", "story", "source", "event")
_WRITTEN, _DEFAULT = "url:", "default:"


def select(
    key: str,
    options: Sequence[str],
    widget: Callable[..., str | None],
    *,
    default: str | None = None,
    label: str | Callable[[str], str],
    format_func: Callable[[str], str] = str,
    on_change: Callable[[], None] | None = None,
    **kwargs: Any,
) -> str:
    """A widget that chooses one of `options` (not empty) and keeps the choice in the URL as `key`.

    Args:
        widget: st.selectbox, st.radio, st.segmented_control or another with options, key and format_func.
        default: what is chosen without a word in the URL, and only left there; the first option if None.
        label: of the widget, or what makes it of the option that is chosen.
        format_func: label of an option.
        on_change: called when the visitor has chosen.
    """
    default = options[0] if default is None else default
    _restore(key, lambda words: words[-1] if words[-1] in options else None, default)
    if st.session_state[key] not in options:
        st.session_state[key] = default

    def write(value: str | None) -> None:
        # What a link says stays there: what is the default may be another when the corpus has grown.
        stays = st.query_params.get_all(key) == [value]
        _write(key, [] if value is None or (value == default and not stays) else [value])

    name = label if isinstance(label, str) else label(st.session_state[key])
    chosen = widget(name, options, key=key, format_func=format_func, on_change=_then(key, write, on_change), **kwargs)
    write(chosen)
    return default if chosen is None else chosen


def segments(key: str, options: Mapping[str, str], label: str, *, default: str | None = None) -> str:
    """Buttons side by side of which one is always chosen: `select` for a few options.

    Args:
        options: their labels, by what stands in the URL.
    """
    widget, names = st.segmented_control, options.__getitem__
    return select(key, list(options), widget, default=default, label=label, format_func=names, required=True, wrap=True)


def select_many(
    key: str,
    options: Sequence[str],
    widget: Callable[..., list[str]],
    *,
    label: str,
    **kwargs: Any,
) -> list[str]:
    """A widget that chooses some of `options`, none chosen by default, and keeps the choice in the URL as `key`."""
    _restore(key, lambda words: [word for word in words if word in options], [])
    st.session_state[key] = [value for value in st.session_state[key] if value in options]

    def write(values: list[str]) -> None:
        _write(key, values)

    chosen = widget(label, options, key=key, on_change=_then(key, write), **kwargs)
    write(chosen)
    return chosen


def toggle(key: str, *, label: str, default: bool = False, **kwargs: Any) -> bool:
    """A switch whose state is kept in the URL as `key`=1 or 0, where it is not the default."""
    _restore(key, lambda words: {"1": True, "0": False}.get(words[-1]), default)

    def write(value: bool) -> None:
        _write(key, [] if value == default else [str(int(value))])

    value = st.toggle(label, key=key, on_change=_then(key, write), **kwargs)
    write(value)
    return value


def text(key: str, *, label: str, **kwargs: Any) -> str:
    """A line to write in whose words are kept in the URL as `key`."""
    _restore(key, lambda words: words[-1], "")

    def write(value: str) -> None:
        _write(key, [value] if value else [])

    value = st.text_input(label, key=key, on_change=_then(key, write), **kwargs) or ""
    write(value)
    return value


def get(key: str) -> str:
    """A value of the URL that no widget holds; empty if there is none."""
    return st.query_params.get(key, "")


def current(key: str) -> str:
    """The value that a widget that is drawn further below will have; empty if none."""
    if key in st.session_state and st.session_state.get(_WRITTEN + key) == st.query_params.get_all(key):
        return str(st.session_state[key])
    return get(key)


def put(key: str, value: str) -> None:
    """Set a value of the URL that no widget holds; an empty one leaves it."""
    _write(key, [value] if value else [])


def choose(**values: str) -> None:
    """Set values of widgets that are not yet drawn, as a click on a figure does; an empty one chooses the default."""
    for key, value in values.items():
        st.session_state[key] = value
        _write(key, [value] if value else [])


def leave_out(key: str, held: Collection[str]) -> bool:
    """Take the values of `key` out of the URL that are not among those `held`; whether there were any."""
    words = st.query_params.get_all(key)
    kept = [word for word in words if word in held]
    if kept and kept != words:
        st.query_params[key] = kept
    elif words and not kept:
        del st.query_params[key]
    return kept != words


def only(*keys: str) -> None:
    """Take everything but the values of `keys` out of the URL."""
    st.query_params.from_dict({key: st.query_params.get_all(key) for key in keys if key in st.query_params})


def params(**changes: str) -> dict[str, str | Iterable[str]]:
    """Parameters for a link to another page: the filters that all pages share, and what is to be shown there. The event
    that is open belongs to its story."""
    shared: dict[str, str | Iterable[str]] = {key: st.query_params.get_all(key) for key in _SHARED}
    if changes.get("story", get("story")) != get("story"):
        del shared["event"]
    return {key: value for key, value in (shared | changes).items() if value}


def _restore(key: str, parse: Callable[[list[str]], Any], default: Any) -> None:
    words = st.query_params.get_all(key)
    if key in st.session_state and st.session_state.get(_WRITTEN + key) == words:
        # Set anew, or else a widget of this key on another page would start afresh. What the URL does not hold is a
        # default, which may be another one here.
        stays = words or st.session_state.get(_DEFAULT + key, default) == default
        st.session_state[key] = st.session_state[key] if stays else default
        st.session_state[_DEFAULT + key] = default
        return
    value = parse(words) if words else default
    if value is None or (isinstance(value, list) and len(value) < len(words)):
        st.warning("The link names something that cannot be chosen here; that part of it is left out.")
    st.session_state[key] = default if value is None else value
    st.session_state[_DEFAULT + key] = default


def _then(key: str, write: Callable[[Any], None], on_change: Callable[[], None] | None = None) -> Callable[[], None]:
    """What is done on a change, before the page is drawn anew, so that links above the widget hold the new value."""

    def changed() -> None:
        write(st.session_state[key])
        if on_change:
            on_change()

    return changed


def _write(key: str, words: list[str]) -> None:
    if words:
        st.query_params[key] = words
    elif key in st.query_params:
        del st.query_params[key]
    st.session_state[_WRITTEN + key] = words
