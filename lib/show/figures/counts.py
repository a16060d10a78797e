"""Figures of counts by source: bars and heat map."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from lib.show.figures.style import POOLED, calm, escape, in_order, label, name_rows, style_of

_CELLS = ("rgba(40, 110, 170, 0.15)", "rgba(40, 110, 170, 0.6)")
"""From little to much on a light ground and on a dark one; figures.css makes the text on them dark or light."""


MEASURES = {
    "mentions": ("mentions", "Mentions", "%{text}"),
    "rate": ("per_1000_words", "Mentions per 1,000 words", "%{text:.1f}"),
    "share": ("share_of_articles", "Share of articles, %", "%{text:.0f} %"),
}
"""What can be counted: the column of `frequency.by_source`, its title, and how a number of it is written."""
_HOVER = ["name", "mentions", "per_1000_words", "articles", "of_articles"]


def frequency(
    counts: pd.DataFrame,
    every: Sequence[str],
    *,
    stacked: bool = True,
    measure: str = "mentions",
    what: str = "Mentions",
) -> go.Figure:
    """Horizontal bars of how often each entity is named, one trace per source.

    Args:
        counts: what `frequency.by_source` gives.
        every: all sources of the corpus; the place in it fixes a source's colour and pattern.
        stacked: one bar per entity rather than one per entity and source; of mentions only, as rates and shares of
            sources do not add up.
        measure: one of MEASURES.
        what: what is counted.
    """
    rows = counts[["entity_id", "name"]].drop_duplicates()
    column, title, _ = MEASURES[measure]
    stacked = stacked and measure == "mentions"
    figure = go.Figure()
    for source in in_order(counts, every):
        part = counts[counts["source"] == source]
        figure.add_bar(
            y=part["entity_id"],
            x=part[column],
            orientation="h",
            name=label(source),
            marker=style_of(every.index(source)) if source in every else POOLED,
            customdata=[
                [escape(name), escape(source), n, f"{per_1000:.1f}", articles, of]
                for name, n, per_1000, articles, of in part[_HOVER].itertuples(index=False)
            ],
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}: %{customdata[2]} " + what.lower() + ", "
            "%{customdata[3]} per 1,000 of its words<br>in %{customdata[4]} of its %{customdata[5]} articles"
            "<extra></extra>",
        )
    name_rows(figure, rows["entity_id"], rows["name"])
    legend = {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "traceorder": "normal"}
    figure.update_layout(
        barmode="stack" if stacked else "group",
        bargap=0.25,
        legend=legend | {"itemclick": False, "itemdoubleclick": False},
        xaxis_title=title.replace("Mentions", what),
    )
    figure.update_traces(unselected={"marker": {"opacity": 1}})
    return calm(figure, height=120 + len(rows) * (27 if stacked else 14 + 11 * len(figure.data)))


def heatmap(counts: pd.DataFrame, every: Sequence[str], *, measure: str = "mentions") -> go.Figure:
    """Entities x sources, with the number in every cell; where a source does not name the entity, there is no cell.

    Args:
        counts: what `frequency.by_source` gives.
        every: all sources of the corpus, in their order.
        measure: one of MEASURES, each of the source.
    """
    column, _, written = MEASURES[measure]
    rows = counts[["entity_id", "name"]].drop_duplicates()
    sources = in_order(counts, every)
    cells = counts[counts[column] > 0]
    figure = go.Figure(
        # Bars as long as a column is wide: the points of Plotly's own heat map cannot be clicked in Streamlit.
        go.Bar(
            x=[1] * len(cells),
            y=cells["entity_id"],
            base=[sources.index(source) for source in cells["source"]],
            orientation="h",
            text=cells[column],
            texttemplate=written,
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            marker={"color": cells[column], "colorscale": _CELLS, "cmin": 0, "line": {"width": 0}},
            customdata=[[escape(name), escape(source)] for name, source in cells[["name", "source"]].to_numpy()],
            hovertemplate="%{customdata[0]}<br>%{customdata[1]}: " + written + "<extra></extra>",
            unselected={"marker": {"opacity": 1}},  # and no font here: with one, a click selects nothing
            showlegend=False,
        )
    )
    name_rows(figure, rows["entity_id"], rows["name"])
    figure.update_layout(barmode="overlay", bargap=0.08)
    between = "<br>" if len(sources) < 6 else " "
    figure.update_xaxes(
        side="top",
        showgrid=False,
        zeroline=False,
        autotickangles=[0, -90],
        range=[0, len(sources)],
        tickvals=[column + 0.5 for column in range(len(sources))],
        ticktext=[label(source).replace(" ", between) for source in sources],
    )
    for edge in range(1, len(sources)):
        figure.add_vline(x=edge, line={"width": 2, "color": "rgba(136, 136, 136, 0.25)"})
    return calm(figure, height=110 + 27 * len(rows))


def words(counts: pd.DataFrame, every: Sequence[str]) -> go.Figure:
    """Heat map of roles and adjectives x sources.

    Args:
        counts: what `roles.by_source` gives.
        every: all sources of the corpus, in their order.
    """
    rows = counts.groupby(["word", "source"], sort=False, as_index=False).agg(mentions=("uses", "sum"))
    return heatmap(rows.assign(entity_id=rows["word"], name=rows["word"]), every)
