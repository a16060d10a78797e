"""Figures of names over time, between two groups of sources, and with one another."""

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from lib.show.figures.style import COLOURS, EDGE, POOLED, calm, day_ticks, escape, label, name_rows
from lib.show.network import sides
from lib.show.text import TYPES

_DASHES = ("solid", "dash", "dot", "dashdot", "longdash", "longdashdot")
_INTERVAL = 1.96  # standard errors on either side of what is 95 % sure
_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "cross", "x")
_LEGEND = {"orientation": "h", "y": 1, "yanchor": "bottom", "x": 0, "itemclick": False, "itemdoubleclick": False}
_WIDTHS = ((0.34, 1.0), (0.67, 2.5), (1.01, 5.0))
"""Share of the most sentences of a pair up to which its line has a width."""
_LINE = "rgba(120, 120, 120, 0.8)"
_SMALLEST, _LARGEST = 10, 36
_NAMED = 26
"""Names of a network that are written where there is room; all are in the hover text and the table."""


def trend(counts: pd.DataFrame, series: Sequence[str], *, unit: str, rate: bool = False) -> go.Figure:
    """Lines of how often names come up, one for each series.

    Args:
        counts: what `trend.over_time` gives.
        series: the series to draw, in the order of their colours; at most six can be told apart.
        unit: day, week or month.
        rate: per 1,000 words rather than mentions.
    """
    figure = go.Figure()
    for i, name in enumerate(series):
        part = _with_gaps(counts[counts["series"] == name], unit)
        colour = COLOURS[i % len(COLOURS)]
        size = 8 + 1.5 * (len(series) - 1 - i)  # those below are larger, so that equal ones are seen
        figure.add_scatter(
            x=part["period"],
            y=part["per_1000_words" if rate else "mentions"],
            name=label(name),
            mode="lines+markers",
            line={"color": colour, "dash": _DASHES[i % len(_DASHES)], "width": 2},
            marker={"color": colour, "symbol": _SYMBOLS[i % len(_SYMBOLS)], "size": size, "line": EDGE},
            connectgaps=False,
            cliponaxis=False,
            customdata=[[escape(name), n, of] for n, of in zip(part["mentions"], part["articles"], strict=True)],
            hovertemplate="%{customdata[0]}, %{x}<br>%{customdata[1]} mentions in %{customdata[2]} articles of that "
            + unit
            + "<extra></extra>",
        )
    form = "%b<br>%Y" if unit == "month" else "%-d %b<br>%Y"
    figure.update_xaxes(type="date", tickformat=form, nticks=6, dtick=day_ticks(counts["period"].astype(str)))
    figure.update_yaxes(rangemode="tozero")
    figure.update_layout(legend=_LEGEND)
    calm(figure, height=380)
    title = f"{'Mentions per 1,000 words' if rate else 'Mentions'} by {unit}"
    return figure.update_yaxes(title=title).update_layout(margin={"t": 30})


def _with_gaps(counts: pd.DataFrame, unit: str) -> pd.DataFrame:
    """One series with an empty row wherever a period has no article, so that no line is drawn across it."""
    step = {"day": "D", "week": "7D", "month": "MS"}[unit]
    periods = pd.date_range(counts["period"].min(), counts["period"].max(), freq=step).strftime("%Y-%m-%d")
    return counts.set_index("period").reindex(periods).rename_axis("period").reset_index()


def difference(found: pd.DataFrame, one: str, other: str) -> go.Figure:
    """Log-odds ratios with their 95 % intervals, what `one` uses most on top; grey and hollow where they are not sure.

    Args:
        found: some rows of what `keyness.log_odds` gives.
        one, other: what the groups are called.
    """
    pairs = list(zip(found["z"], found["sure"], strict=True))
    colours = [(COLOURS[0] if z > 0 else COLOURS[5]) if is_sure else POOLED["color"] for z, is_sure in pairs]
    symbols = [("circle" if z > 0 else "square") + ("" if is_sure else "-open") for z, is_sure in pairs]
    figure = go.Figure(
        go.Scatter(
            x=found["log_odds"],
            y=found["entity_id"],
            mode="markers",
            marker={"size": 11, "color": colours, "symbol": symbols, "line": {"width": 2, "color": colours}},
            error_x={"type": "data", "array": _INTERVAL * found["error"], "color": POOLED["color"], "thickness": 1.5},
            customdata=[
                [escape(row["name"]), row["mentions_one"], row["mentions_other"], row["z"]]
                for row in found.to_dict("records")
            ],
            hovertemplate="%{customdata[0]}<br>"
            + f"{escape(one)}: %{{customdata[1]}} mentions, {escape(other)}: %{{customdata[2]}}"
            + "<br>log-odds %{x:.2f}, z %{customdata[3]:.1f}<extra></extra>",
            unselected={"marker": {"opacity": 1}},
        )
    )
    figure.add_vline(x=0, line={"color": POOLED["color"], "width": 1})
    name_rows(figure, found["entity_id"], found["name"])
    # In lines of their own, which a narrow screen does not cut.
    figure.update_xaxes(title=f"log-odds ratio<br>← {label(other)} more<br>{label(one)} more →")
    return calm(figure, height=125 + 24 * len(found))


def network(
    pairs: pd.DataFrame, entities: pd.DataFrame, places: Mapping[str, tuple[float, float]], chosen: str = ""
) -> go.Figure:
    """Names as dots, as large as they are often mentioned, and lines between those that stand in one sentence.

    Args:
        pairs: what `network.together` gives.
        entities: columns entity_id, name, label, mentions; the most often mentioned first.
        places: what `network.positions` gives.
        chosen: id of an entity whose dot and lines are brought out; none if empty.
    """
    figure = go.Figure()
    most = pairs["sentences"].max()
    share = pairs["sentences"] / most
    own = pairs["entity_id"].eq(chosen) | pairs["other_id"].eq(chosen)
    low = 0.0
    for high, width in _WIDTHS:
        here = share.ge(low) & share.lt(high)
        _lines(figure, pairs[here & ~own], places, width=width, colour=_LINE)
        _lines(figure, pairs[here & own], places, width=width + 1, colour=COLOURS[5])
        low = high
    near = {chosen, *pairs.loc[own, "entity_id"], *pairs.loc[own, "other_id"]} if chosen in places else set(places)
    drawn = entities[entities["entity_id"].isin(list(places))]
    written = set(drawn["entity_id"].head(_NAMED)) | (near if chosen in places else set())
    names = {key: label(name) for key, name in zip(drawn["entity_id"], drawn["name"], strict=True) if key in written}
    side = sides(places, names)
    scale = (_LARGEST - _SMALLEST) / max(drawn["mentions"].max() ** 0.5, 1)
    for i, (kind, words) in enumerate(TYPES.items()):
        dots = drawn[drawn["label"] == kind]
        if dots.empty:
            continue
        figure.add_scatter(
            x=[places[key][0] for key in dots["entity_id"]],
            y=[places[key][1] for key in dots["entity_id"]],
            mode="markers+text",
            marker={
                "size": _SMALLEST + scale * dots["mentions"] ** 0.5,
                "color": COLOURS[i],
                "symbol": _SYMBOLS[i],
                "opacity": [1.0 if key in near else 0.35 for key in dots["entity_id"]],
                "line": EDGE,
            },
            text=[names[key] if key in side else "" for key in dots["entity_id"]],
            textposition=[side.get(key, "top center") for key in dots["entity_id"]],
            cliponaxis=False,
            customdata=[[key, escape(n), m] for key, n, m in dots[["entity_id", "name", "mentions"]].to_numpy()],
            hovertemplate="%{customdata[1]}: %{customdata[2]} mentions<extra></extra>",
            showlegend=False,
            unselected={"marker": {"opacity": 1}},
        )
        marker = {"color": COLOURS[i], "symbol": _SYMBOLS[i], "size": 12, "line": EDGE}
        figure.add_scatter(x=[None], y=[None], mode="markers", name=words, marker=marker)
    if chosen in places:
        size = _SMALLEST + 8 + scale * float(drawn.loc[drawn["entity_id"] == chosen, "mentions"].max()) ** 0.5
        marker = {"size": size, "color": COLOURS[5], "symbol": "circle-open", "line": {"width": 3}}
        x, y = places[chosen]
        figure.add_scatter(x=[x], y=[y], mode="markers", marker=marker, hoverinfo="skip", showlegend=False)
    figure.update_layout(legend=_LEGEND)
    figure.update_xaxes(visible=False, range=[-1.15, 1.15])
    figure.update_yaxes(visible=False, range=[-1.1, 1.15])
    return calm(figure, height=560).update_layout(margin={"t": 30})


def _lines(
    figure: go.Figure, pairs: pd.DataFrame, places: Mapping[str, tuple[float, float]], *, width: float, colour: str
) -> None:
    """All lines of one look as one trace, parted by None."""
    ends = [(places[one], places[other]) for one, other in zip(pairs["entity_id"], pairs["other_id"], strict=True)]
    if ends:
        figure.add_scatter(
            x=[x for (x0, _), (x1, _) in ends for x in (x0, x1, None)],
            y=[y for (_, y0), (_, y1) in ends for y in (y0, y1, None)],
            mode="lines",
            line={"width": width, "color": colour},
            hoverinfo="skip",
            showlegend=False,
        )
