"""The views of the Entities page: how often who is named, when, by whom more, and with whom."""

from collections.abc import Callable
from html import unescape
from typing import NamedTuple

import pandas as pd
import streamlit as st

from lib.show import figures, frame, keyness, network, state, trend
from lib.show.frequency import by_source, distinct, pool
from lib.show.text import TYPES, count, plain

COUNTS = {"mentions": "Mentions", "rate": "Per 1,000 words", "share": "Share of articles"}
BARS = {"stacked": "Stacked", "grouped": "Side by side"}
MOST_BARS, MOST_COLUMNS = 7, 12  # sources that a figure tells apart; those with the fewest words are drawn as one
MOST_LINES = 6
MOST_SIDES = 12  # names on either side of a comparison
FEWEST = 3  # mentions of a name that is drawn in a comparison; the table holds all names
MOST_LINKS = 120


class Selection(NamedTuple):
    """What the page shows: the articles that count, and names in them.

    Attributes:
        entities: of the chosen type, named in these articles, with columns entity_id, name, label, mentions; the most
            often named first.
        top: how many of them a figure shows.
        every: all sources of the corpus; the place in it fixes a source's colour.
        chosen: id of the open entity, or empty.
    """

    articles: pd.DataFrame
    mentions: pd.DataFrame
    entities: pd.DataFrame
    top: int
    every: list[str]
    chosen: str

    def shown(self) -> pd.DataFrame:
        """The names that a figure shows."""
        return self.entities.head(self.top)


def bars_layout(measure: str) -> str:
    """How bars of a measure stand: as the visitor chooses, unless they are rates or shares, which do not add up."""
    return state.segments("bars", BARS, "Bars") if measure == "mentions" else "grouped"


def how_often(selection: Selection) -> None:
    """Bars and heat map of names by source."""
    articles, mentions, entities = selection.articles, selection.mentions, selection.shown()
    with st.container(horizontal=True, gap="medium"):
        measure = state.segments("count", COUNTS, "Count")
        layout = bars_layout(measure)
    left, right = st.columns(2, gap="large")
    with left:
        st.header("How often who is named", anchor=False)
        bars = by_source(pool(articles, keep=MOST_BARS), mentions, entities)
        figure = figures.frequency(bars, selection.every, stacked=layout == "stacked", measure=measure)
        alt = f"Bars of the {len(entities)} most often named, by source; the table below holds all numbers"
        frame.chart(figure, alt, f"frequency {selection.chosen}", lambda point: {"entity": point["y"]})
    with right:
        st.header("Who is named where", anchor=False)
        cells = by_source(pool(articles, keep=MOST_COLUMNS), mentions, entities)
        alt = f"Heat map of the {len(entities)} most often named and the sources; the table below holds all numbers"
        figure = figures.heatmap(cells, selection.every, measure=measure)
        frame.chart(
            figure,
            alt,
            f"heatmap {selection.chosen}",
            lambda point: {"entity": point["y"], "from": unescape(point["customdata"][1])},
        )
    frame.download(by_source(articles, mentions, selection.entities), "frequency")


def over_time(selection: Selection) -> None:
    """Lines of the open name by source, or of the most often named."""
    articles, chosen = selection.articles, selection.chosen
    measure = state.segments("count", {key: COUNTS[key] for key in ("mentions", "rate")}, "Count")
    dated = articles[articles["published"] != ""]
    if undated := len(articles) - len(dated):
        st.caption(f"{count(undated, 'article')} of unknown date cannot be shown here.")
    if dated.empty:
        st.info("No article in this selection has a date.", icon=":material/event_busy:")
        return
    if chosen:
        entities = selection.entities[selection.entities["entity_id"] == chosen]
        st.header(f"{plain(_name(selection))} over time, by source")
        pooled = pool(articles, keep=MOST_LINES)
        counts = trend.over_time(pooled, selection.mentions, entities, by="source")
        series = [source for source in selection.every if source in set(counts["series"])]
        series += [source for source in counts["series"].unique() if source not in series]
    else:
        st.header("The most often named over time", anchor=False)
        entities = selection.entities.assign(name=distinct(selection.entities)).head(MOST_LINES)
        counts = trend.over_time(articles, selection.mentions, entities, by="name")
        series = [name for name in entities["name"] if name in set(counts["series"])]
    unit = trend.unit(articles)
    alt = f"Lines of mentions by {unit}: {', '.join(series)}; the download holds all numbers"
    figure = figures.trend(counts, series, unit=unit, rate=measure == "rate")
    st.plotly_chart(figure, config=figures.CONFIG, alt=alt)
    with st.expander("Table"):
        names = {"period": "From", "series": "Source" if chosen else "Name", "mentions": "Mentions"}
        names |= {"articles": "Articles", "words": "Words", "per_1000_words": "Per 1,000 words"}
        st.dataframe(counts, column_config=names, hide_index=True, alt="Mentions by period and series")
    frame.download(counts, "trend")


def who_more(selection: Selection) -> None:
    """Two groups of sources: which names set them apart."""
    sources = sorted(selection.articles["source"].unique())
    if len(sources) < 2:
        st.info(
            "A comparison needs two sources. Choose another story, or all sources.", icon=":material/compare_arrows:"
        )
        return
    left, right = st.columns(2)
    with left:
        one = (
            state.select_many("one", sources, st.multiselect, label="One group", placeholder=sources[0]) or sources[:1]
        )
    rest = [source for source in sources if source not in one]
    with right:
        other = state.select_many("other", rest, st.multiselect, label="Another", placeholder="All others") or rest
    if not other:
        st.info("Leave a source for the other group.")
        return
    counts = by_source(selection.articles, selection.mentions, selection.entities)
    found = keyness.log_odds(counts, one, other)
    often = found[found["mentions_one"] + found["mentions_other"] >= FEWEST].reset_index(drop=True)
    ends = often[(often.index < MOST_SIDES) | (often.index >= len(often) - MOST_SIDES)]
    if ends.empty:
        st.info(f"No name comes up {FEWEST} times in these sources.", icon=":material/compare_arrows:")
        return
    names = [group[0] if len(group) == 1 else count(len(group), "source") for group in (one, other)]
    st.header("Who names whom more", anchor=False)
    st.caption(
        "Log-odds ratio of a name per word, with all that is selected as prior (Monroe, Colaresi and Quinn 2008), and "
        "its 95 % interval by itself; grey and hollow where it may well be chance, with so many names compared "
        "(Holm 1979)."
    )
    alt = f"Log-odds of the {len(ends)} names that set the groups apart most; the table holds all numbers"
    frame.chart(
        figures.difference(ends, *names), alt, f"difference {selection.chosen}", lambda point: {"entity": point["y"]}
    )
    with st.expander("Table of differences"):
        heads = {"name": "Name", "label": "Type", "log_odds": "Log-odds", "error": "Standard error", "sure": "Surely"}
        for group, who in zip(("one", "other"), names, strict=True):
            heads |= {f"mentions_{group}": f"Mentions: {who}", f"per_1000_words_{group}": f"Per 1,000 words: {who}"}
        st.dataframe(
            found.assign(label=found["label"].map(TYPES)).drop(columns="entity_id"),
            column_config=heads,
            hide_index=True,
            alt="Names with mentions, log-odds and z",
        )
    frame.download(found, "difference")


def with_whom(selection: Selection) -> None:
    """The network of names that stand in one sentence."""
    entities = selection.shown()
    pairs = network.together(selection.articles, selection.mentions, entities)
    st.header("Who stands in one sentence with whom", anchor=False)
    if pairs.empty:
        st.info("No two of these names stand in one sentence.", icon=":material/link_off:")
        return
    drawn = pairs.head(MOST_LINKS)
    note = f"; the {MOST_LINKS} most frequent of {len(pairs)} are drawn" if len(pairs) > MOST_LINKS else ""
    st.caption(
        f"A line is thicker, the more sentences name both{note}. Click a dot to bring out its lines, or choose its "
        "name below."
    )
    figure = figures.network(drawn, entities, network.positions(drawn), selection.chosen)
    alt = f"Network of {len(entities)} names and {len(drawn)} pairs in one sentence; the table holds all numbers"
    frame.chart(figure, alt, f"network {selection.chosen}", lambda point: {"entity": point["customdata"][0]})
    with st.expander(f"Table of {count(len(pairs), 'pair')}"):
        st.dataframe(
            pairs.drop(columns=["entity_id", "other_id"]),
            column_config={"name": "Name", "other_name": "With", "sentences": "Sentences", "articles": "Articles"},
            hide_index=True,
            alt="Pairs of names with the number of sentences and articles that name both",
        )
    frame.download(pairs, "network")


VIEWS: dict[str, tuple[str, Callable[[Selection], None]]] = {
    "frequency": ("Frequency", how_often),
    "time": ("Over time", over_time),
    "difference": ("Difference", who_more),
    "network": ("Network", with_whom),
}


def _name(selection: Selection) -> str:
    return str(selection.entities.set_index("entity_id").loc[selection.chosen, "name"])
