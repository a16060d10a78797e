"""The figure of a story's times: when its articles were published, and the days that they tell of."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from lib.show.figures.style import COLOURS, calm, day_ticks, escape, label
from lib.show.reading import source

_LONGEST = 75  # characters of a sentence shown on hover
_TEXT_LINES = 4


def happened(times: pd.DataFrame, articles: Sequence[dict[str, Any]], every: Sequence[str]) -> go.Figure:
    """Bars of the days or periods that are told of, and squares of publications, one line a source.

    Args:
        times: what `told.happened` gives.
        articles: rows of the table `articles` with a day of publication.
        every: labels of the columns; the last stands at the bottom.
    """
    figure = go.Figure()
    xs: list[str | None] = []
    ys: list[str | None] = []
    texts: list[str] = []
    for row in times.to_dict("records"):
        words = f"<b>{escape(row['text'])}</b><br>{_broken(row['sentence'])}"
        xs += [row["first"], row["last"], None]
        ys += [row["source"], row["source"], None]
        texts += [words, words, ""]
    figure.add_scatter(
        x=xs,
        y=ys,
        mode="lines+markers",
        name="told of",
        line={"width": 5, "color": COLOURS[1]},
        marker={"size": 9, "color": COLOURS[1]},
        opacity=0.75,
        customdata=texts,
        hovertemplate="%{x|%-d %b %Y}<br>%{customdata}<extra></extra>",
    )
    figure.add_scatter(
        x=[row["published"][:10] for row in articles],
        y=[source(row) for row in articles],
        mode="markers",
        name="published",
        marker={"size": 13, "symbol": "square-open", "color": COLOURS[0], "line": {"width": 3}},
        customdata=[escape(row["title"]) for row in articles],
        hovertemplate="published %{x|%-d %b %Y}<br>%{customdata}<extra></extra>",
    )
    days = [*times["first"], *times["last"], *(row["published"][:10] for row in articles)]
    figure.update_xaxes(type="date", tickformat="%-d %b %Y", dtick=day_ticks(days))
    figure.update_yaxes(
        type="category",
        categoryarray=list(every)[::-1],
        range=[-0.6, len(every) - 0.4],
        tickvals=list(every),
        ticktext=[label(name) for name in every],
    )
    legend = {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0}
    figure.update_layout(legend=legend | {"itemclick": False, "itemdoubleclick": False})
    return calm(figure, height=150 + 44 * len(every))


def _broken(sentence: str) -> str:
    """A sentence, escaped, in a few lines: the boxes that show it do not wrap."""
    words, lines = sentence.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > _LONGEST:
            lines.append("")
        lines[-1] += f"{word} "
    return "<br>".join(map(escape, lines[:_TEXT_LINES])) + (" …" if len(lines) > _TEXT_LINES else "")
