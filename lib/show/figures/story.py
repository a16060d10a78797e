"""The figure of a story's times: when its articles were published, and the days that they tell of."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from lib.show.figures.style import COLOURS, EDGE, POOLED, calm, day_ticks, escape, label
from lib.show.reading import source

_LONGEST = 75  # characters of a sentence shown on hover
_TEXT_LINES = 4
_MOST_TEXTS = 3  # of one mark, shown on hover
_LANES = 6  # of one kind and source; what finds none free lies over others in the last
_NARROWEST = 45  # marks that lie side by side in one lane, all over the figure
_SQUARE, _DOT, _GAP = 18, 11, 16  # pixels of a lane of either kind, and between sources
_SIZE, _GROWTH, _LARGEST = 8, 1.5, 14  # pixels of a dot, for each further sentence, and of the largest


class _Mark(NamedTuple):
    """One period of one source."""

    source: str
    first: str
    last: str
    texts: list[str]
    lane: int


def happened(times: pd.DataFrame, articles: Sequence[dict[str, Any]], every: Sequence[str]) -> go.Figure:
    """Per source squares of publications, and below them bars of the days or periods that are told of, larger where
    several sentences tell of the same. What lies close in time stands in lanes.

    Args:
        times: what `told.happened` gives.
        articles: rows of the table `articles` with a day of publication.
        every: labels of the columns; the last stands at the bottom.
    """
    told = [
        (row["source"], row["first"], row["last"], f"<b>{escape(row['text'])}</b><br>{_broken(row['sentence'])}")
        for row in times.to_dict("records")
    ]
    printed = [(source(row), row["published"][:10], row["published"][:10], escape(row["title"])) for row in articles]
    days = [day for _, first, last, _ in [*told, *printed] for day in (first, last)]
    known = pd.to_datetime(pd.Series(days, dtype=object))
    apart = (known.max() - known.min()) / _NARROWEST if days else pd.Timedelta(0)
    dots, squares = _marks(told, apart), _marks(printed, apart)
    lanes = {
        name: [1 + max((mark.lane for mark in marks if mark.source == name), default=0) for marks in (squares, dots)]
        for name in every
    }
    heights = pd.Series({name: _SQUARE * high + _DOT * low + _GAP for name, (high, low) in lanes.items()})
    bottoms = heights.cumsum()
    tops = bottoms - heights + _GAP / 2

    figure = go.Figure()
    xs: list[str | None] = []
    ys: list[float | None] = []
    texts: list[str] = []
    sizes: list[float] = []
    for mark in dots:
        y = tops[mark.source] + _SQUARE * lanes[mark.source][0] + _DOT * (mark.lane + 0.5)
        xs += [mark.first, mark.last, None]
        ys += [y, y, None]
        texts += [_listed(mark.texts)] * 2 + [""]
        sizes += [min(_SIZE + _GROWTH * (len(mark.texts) - 1), _LARGEST)] * 3
    figure.add_scatter(
        x=xs,
        y=ys,
        mode="lines+markers",
        name="told of",
        line={"width": 4, "color": COLOURS[1]},
        marker={"size": sizes, "color": COLOURS[1], "opacity": 1, "line": EDGE},
        customdata=texts,
        hovertemplate="%{x|%-d %b %Y}<br>%{customdata}<extra></extra>",
    )
    figure.add_scatter(
        x=[mark.first for mark in squares],
        y=[tops[mark.source] + _SQUARE * (mark.lane + 0.5) for mark in squares],
        mode="markers",
        name="published",
        marker={"size": 12, "symbol": "square-open", "color": COLOURS[0], "line": {"width": 3}},
        customdata=[_listed(mark.texts) for mark in squares],
        hovertemplate="published %{x|%-d %b %Y}<br>%{customdata}<extra></extra>",
    )
    figure.update_xaxes(type="date", tickformat="%-d %b %Y", dtick=day_ticks(days))
    for between in bottoms[:-1]:
        figure.add_hline(y=between, line={"color": POOLED["color"], "width": 0.5})
    figure.update_yaxes(
        range=[heights.sum(), 0],
        showgrid=False,
        zeroline=False,
        tickvals=list(bottoms - heights / 2),
        ticktext=[label(name) for name in every],
    )
    legend = {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0}
    figure.update_layout(legend=legend | {"itemclick": False, "itemdoubleclick": False})
    return calm(figure, height=100 + int(heights.sum()))


def _marks(periods: Sequence[tuple[str, str, str, str]], apart: pd.Timedelta) -> list[_Mark]:
    """A mark for each period of each source, in lanes in which no two lie closer than `apart`.

    Args:
        periods: source, first and last day, text.
    """
    texts: dict[tuple[str, str, str], list[str]] = {}
    for *period, text in sorted(periods, key=lambda row: row[1:3]):
        texts.setdefault((period[0], period[1], period[2]), []).append(text)
    ends: dict[str, list[pd.Timestamp]] = {}
    marks = []
    for (name, first, last), mine in texts.items():
        taken = ends.setdefault(name, [])
        free = (lane for lane, end in enumerate(taken) if end + apart < pd.Timestamp(first))
        lane = next(free, min(len(taken), _LANES - 1))
        taken[lane : lane + 1] = [pd.Timestamp(last)]
        marks.append(_Mark(name, first, last, mine, lane))
    return marks


def _listed(texts: Sequence[str]) -> str:
    more = len(texts) - _MOST_TEXTS
    return "<br>".join(texts[:_MOST_TEXTS]) + (f"<br>and {more} more" if more > 0 else "")


def _broken(sentence: str) -> str:
    """A sentence, escaped, in a few lines: the boxes that show it do not wrap."""
    words, lines = sentence.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > _LONGEST:
            lines.append("")
        lines[-1] += f"{word} "
    return "<br>".join(map(escape, lines[:_TEXT_LINES])) + (" …" if len(lines) > _TEXT_LINES else "")
