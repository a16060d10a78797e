"""Plotly figures as pure functions of frames: colours of text and background are the theme's, names are escaped."""

import html
from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

CONFIG = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False}
"""For st.plotly_chart: nothing that drags or zooms, so that a finger on a chart scrolls the page."""

# Okabe and Ito's colours for colour-blind readers, without yellow and black, which one of the themes swallows
_COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00")
_PATTERNS = ("", "/", ".", "x", "-", "\\", "+", "|")
_POOLED = {"color": "#999999"}
_LABEL = 24  # characters of a name on an axis; all of it is in the hover text
_CELLS = ("#d6e6f4", "#6aaed6")
_CELL_TEXT = "#111111"  # on any shade of the cells a contrast of more than 7:1, whatever the theme
_DAY = 86_400_000  # milliseconds


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
        ticks = {"tickformat": "%-d %b<br>%Y" if days < 60 else "%b<br>%Y", "dtick": _DAY if days < 4 else None}
        figure.update_xaxes(type="date", range=[first - margin, last + margin], nticks=4, row=1, col=1, **ticks)
    sources = sorted(counts["source"].unique(), reverse=True)
    totals = articles["source"].value_counts()
    figure.update_yaxes(
        type="category",
        categoryarray=sources,
        range=[-0.7, len(sources) - 0.3],
        tickvals=sources,
        ticktext=[f"{_label(source)} · {totals[source]}" for source in sources],
    )
    return _calm(figure, height=110 + (44 if len(sources) < 8 else 28) * len(sources))


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
        customdata=[[_escape(name), articles] for name, articles in about],
        hovertemplate="%{customdata[0]}: %{x} mentions in %{customdata[1]} articles<extra></extra>",
    )
    _name_rows(figure, entities["entity_id"], entities["name"])
    figure.update_xaxes(visible=False)
    return _calm(figure, height=30 + 27 * len(entities))


def frequency(counts: pd.DataFrame, every: Sequence[str], *, stacked: bool = True, rate: bool = False) -> go.Figure:
    """Horizontal bars of how often each entity is named, one trace per source.

    Args:
        counts: what `frequency.by_source` gives.
        every: all sources of the corpus; the place in it fixes a source's colour and pattern.
        stacked: one bar per entity rather than one per entity and source.
        rate: per 1,000 words; stacked, of the words of all sources together, so that the bar is the rate of them all.
    """
    rows = counts[["entity_id", "name"]].drop_duplicates()
    words = counts.drop_duplicates("source")["words"].sum()
    figure = go.Figure()
    for source in _in_order(counts, every):
        part = counts[counts["source"] == source]
        per_words = 1000 * part["mentions"] / words if stacked else part["per_1000_words"]
        figure.add_bar(
            y=part["entity_id"],
            x=per_words if rate else part["mentions"],
            orientation="h",
            name=_label(source),
            marker=_style(every.index(source)) if source in every else _POOLED,
            customdata=[
                [_escape(name), _escape(source), n, f"{per_1000:.1f}"]
                for name, n, per_1000 in zip(part["name"], part["mentions"], part["per_1000_words"], strict=True)
            ],
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}: %{customdata[2]} mentions, "
            "%{customdata[3]} per 1,000 of its words<extra></extra>",
        )
    _name_rows(figure, rows["entity_id"], rows["name"])
    legend = {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "traceorder": "normal"}
    figure.update_layout(
        barmode="stack" if stacked else "group",
        bargap=0.25,
        legend=legend | {"itemclick": False, "itemdoubleclick": False},
        xaxis_title="Mentions per 1,000 words" if rate else "Mentions",
    )
    figure.update_traces(unselected={"marker": {"opacity": 1}})
    return _calm(figure, height=120 + len(rows) * (27 if stacked else 14 + 11 * len(figure.data)))


def heatmap(counts: pd.DataFrame, every: Sequence[str], *, rate: bool = False) -> go.Figure:
    """Entities x sources, with the number in every cell; where a source does not name the entity, there is no cell.

    Args:
        counts: what `frequency.by_source` gives.
        every: all sources of the corpus, in their order.
        rate: per 1,000 words of the source rather than the number of mentions.
    """
    rows = counts[["entity_id", "name"]].drop_duplicates()
    sources = _in_order(counts, every)
    cells = counts.pivot(index="entity_id", columns="source", values="per_1000_words" if rate else "mentions")
    cells = cells.loc[rows["entity_id"], sources]
    figure = go.Figure(
        go.Heatmap(
            z=cells.where(cells > 0).to_numpy(),
            x=sources,
            y=rows["entity_id"],
            texttemplate="%{z:.1f}" if rate else "%{z}",
            textfont={"color": _CELL_TEXT},
            colorscale=_CELLS,
            zmin=0,
            customdata=[[[_escape(name), _escape(source)] for source in sources] for name in rows["name"]],
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}: %{z}<extra></extra>",
            hoverongaps=False,
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    _name_rows(figure, rows["entity_id"], rows["name"])
    figure.update_xaxes(type="category", side="top", showgrid=False, autotickangles=[0, -90])
    between = "<br>" if len(sources) < 6 else " "
    figure.update_xaxes(tickvals=sources, ticktext=[_label(source).replace(" ", between) for source in sources])
    return _calm(figure, height=110 + 27 * len(rows))


def _dots(counts: pd.DataFrame) -> go.Scatter:
    return go.Scatter(
        x=counts["day"],
        y=counts["source"],
        mode="markers+text",
        marker={"size": (11 * counts["size"] ** 0.5).clip(upper=36), "color": _COLOURS[0], "opacity": 0.85},
        text=["" if size == 1 else str(size) for size in counts["size"]],
        textposition="top center",
        cliponaxis=False,
        customdata=[[_escape(source), size] for source, size in zip(counts["source"], counts["size"], strict=True)],
        hovertemplate="%{customdata[0]}, %{x}: %{customdata[1]} article(s)<extra></extra>",
        showlegend=False,
    )


def _in_order(counts: pd.DataFrame, sources: Sequence[str]) -> list[str]:
    """The sources that are counted, in the corpus's order; what was pooled comes last."""
    counted = list(counts["source"].unique())
    return [*(source for source in sources if source in counted), *(pool for pool in counted if pool not in sources)]


def _style(place: int) -> dict[str, object]:
    """Colour and pattern: no two of the first 24 sources share both."""
    shape = _PATTERNS[place % len(_PATTERNS)]
    pattern = {"shape": shape, "fillmode": "overlay", "size": 7, "solidity": 0.15}
    return {"color": _COLOURS[place % len(_COLOURS)], "pattern": pattern}


def _name_rows(figure: go.Figure, ids: pd.Series, names: pd.Series) -> None:
    """Names on the vertical axis, the first on top."""
    figure.update_yaxes(type="category", autorange="reversed", showgrid=False)
    figure.update_yaxes(tickvals=list(ids), ticktext=[_label(name) for name in names])


def _calm(figure: go.Figure, *, height: int) -> go.Figure:
    """What all figures share: no dragging, no zooming, room for the names only."""
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True, automargin=True, title=None)
    return figure.update_layout(height=height, dragmode=False, margin={"l": 0, "r": 10, "t": 10, "b": 10})


def _label(name: str) -> str:
    return _escape(name if len(name) <= _LABEL else name[: _LABEL - 1].rstrip() + "…")


def _escape(text: str) -> str:
    """Plotly takes tags and entities in any text; these are to be seen as they are."""
    return html.escape(text, quote=False)
