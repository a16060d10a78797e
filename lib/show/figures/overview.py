"""Figures of the Overview: articles by source and day, and who is named most."""

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from lib.show.figures.style import COLOURS, calm, day_ticks, escape, label, name_rows


def timeline(articles: pd.DataFrame) -> go.Figure:
    """Dots by source and day, as large as the articles are many; articles of unknown date in a column beside.

    Args:
        articles: table `articles`.
    """
    day = articles["published"].str[:10]
    counts = articles.assign(day=day).groupby(["source", "day"], as_index=False).size()
    undated = counts["day"].eq("")
    widths = [0.82, 0.18] if undated.any() and not undated.all() else [1.0]
    figure = make_subplots(rows=1, cols=len(widths), column_widths=widths, shared_yaxes=True, horizontal_spacing=0.06)
    for dots, column in ((counts[~undated], 1), (counts[undated].assign(day="no date"), len(widths))):
        if not dots.empty:
            figure.add_trace(_dots(dots), row=1, col=column)
    if not undated.all():
        first, last = pd.Timestamp(day[day != ""].min()), pd.Timestamp(day.max())
        margin = max((last - first) * 0.06, pd.Timedelta(days=1))
        days = (last - first).days
        ticks = {"tickformat": "%-d %b<br>%Y" if days < 60 else "%b<br>%Y", "dtick": day_ticks(day)}
        figure.update_xaxes(type="date", range=[first - margin, last + margin], nticks=4, row=1, col=1, **ticks)
    sources = sorted(counts["source"].unique(), reverse=True)
    totals = articles["source"].value_counts()
    figure.update_yaxes(
        type="category",
        categoryarray=sources,
        range=[-0.7, len(sources) - 0.3],
        tickvals=sources,
        ticktext=[f"{label(source)} · {totals[source]}" for source in sources],
    )
    return calm(figure, height=110 + (44 if len(sources) < 8 else 28) * len(sources))


def ranking(entities: pd.DataFrame) -> go.Figure:
    """Horizontal bars of how often each entity is named, in the order of the frame.

    Args:
        entities: table `entities`, or part of it.
    """
    about = zip(entities["name"], entities["n_articles"], strict=True)
    figure = go.Figure()
    figure.add_bar(
        y=entities["entity_id"],
        x=entities["n_mentions"],
        orientation="h",
        text=entities["n_mentions"],
        textposition="outside",
        cliponaxis=False,
        customdata=[[escape(name), articles] for name, articles in about],
        hovertemplate="%{customdata[0]}: %{x} mentions in %{customdata[1]} articles<extra></extra>",
    )
    name_rows(figure, entities["entity_id"], entities["name"])
    figure.update_xaxes(visible=False)
    return calm(figure, height=30 + 27 * len(entities))


def _dots(counts: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=counts["day"],
        y=counts["source"],
        mode="markers+text",
        marker={"size": (11 * counts["size"] ** 0.5).clip(upper=36), "color": COLOURS[0], "opacity": 0.85},
        text=["" if size == 1 else str(size) for size in counts["size"]],
        textposition="top center",
        cliponaxis=False,
        customdata=[[escape(source), size] for source, size in zip(counts["source"], counts["size"], strict=True)],
        hovertemplate="%{customdata[0]}, %{x}: %{customdata[1]} article(s)<extra></extra>",
        showlegend=False,
    )
