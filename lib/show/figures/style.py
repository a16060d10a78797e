"""What all figures share: colours that colour-blind readers tell apart, names as labels, and no dragging or zooming.

Colours of text and background are the theme's.
"""

import html
from collections.abc import Iterable, Sequence

import pandas as pd
import plotly.graph_objects as go

CONFIG = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False}
"""For st.plotly_chart: nothing that drags or zooms, so that a finger on a chart scrolls the page."""
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
"""Okabe and Ito's, without yellow and black, which one of the themes swallows."""
POOLED = {"color": "#8A8A8A"}
EDGE = {"width": 1, "color": "#6F6F6F"}
"""Line around a mark, which is seen on the ground of either theme where the mark's own colour is too pale."""

_PATTERNS = ("", "/", ".", "x", "-", "\\", "+", "|")
_DAY, _FEW = 86_400_000, 4
"""Milliseconds of a day, and days of which each has its tick."""
_LABEL = 24  # characters of a name on an axis; all of it is in the hover text


def in_order(counts: pd.DataFrame, sources: Sequence[str]) -> list[str]:
    """The sources that are counted, in the corpus's order; what was pooled comes last."""
    counted = list(counts["source"].unique())
    return [*(source for source in sources if source in counted), *(pool for pool in counted if pool not in sources)]


def style_of(place: int) -> dict[str, object]:
    """Colour and pattern: no two of the first 24 sources share both."""
    shape = _PATTERNS[place % len(_PATTERNS)]
    pattern = {"shape": shape, "fillmode": "overlay", "size": 7, "solidity": 0.15}
    return {"color": COLOURS[place % len(COLOURS)], "pattern": pattern, "line": EDGE}


def name_rows(figure: go.Figure, ids: pd.Series, names: pd.Series) -> None:
    """Names on the vertical axis, the first on top."""
    figure.update_yaxes(type="category", autorange="reversed", showgrid=False)
    figure.update_yaxes(tickvals=list(ids), ticktext=[label(name) for name in names])


def calm(figure: go.Figure, *, height: int) -> go.Figure:
    """What all figures share: no dragging, no zooming, room for the names only."""
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True, automargin=True, title=None)
    return figure.update_layout(height=height, dragmode=False, margin={"l": 0, "r": 10, "t": 10, "b": 10})


def day_ticks(days: Iterable[str]) -> int | None:
    """How far the ticks of an axis of dates lie apart, in milliseconds: a day, where there are few of them (ISO 8601),
    so that none stands twice; None for as plotly likes it."""
    known = [pd.Timestamp(day) for day in days if day]
    return _DAY if known and (max(known) - min(known)).days < _FEW else None


def label(name: str) -> str:
    return escape(name if len(name) <= _LABEL else name[: _LABEL - 1].rstrip() + "…")


def escape(text: str) -> str:
    """Plotly takes tags and entities in any text; these are to be seen as they are."""
    return html.escape(text, quote=False)
