"""Figures hold the numbers of their frames, tell sources apart by more than colour, and escape every name."""

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import pytest

from lib.show import figures
from lib.show.frequency import COLUMNS

EVIL = '<b>Bö"se</b> & Söhne'
SHOWN = '&lt;b&gt;Bö"se&lt;/b&gt; &amp; Söhne'


def counts(sources: list[str]) -> pd.DataFrame:
    """Two entities; the source at place i has 100 words, names the first i + 1 times and the second only if i is 0."""
    rows = [
        (key, name, "ORG", source, n, 100, 10.0 * n, min(n, 1), 2, 50.0 * min(n, 1))
        for key, name, mentions in (
            ("org-a", EVIL, range(1, len(sources) + 1)),
            ("org-b", "Verein", [1] + [0] * (len(sources) - 1)),
        )
        for source, n in zip(sources, mentions, strict=True)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def articles(*rows: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["source", "published"])


def values(figure: go.Figure) -> dict[str, list[float]]:
    return {trace.name: list(trace.x) for trace in figure.data}


def test_stacked_bars_hold_one_trace_per_source() -> None:
    figure = figures.frequency(counts(["A", "B"]), ["A", "B"])
    assert values(figure) == {"A": [1, 1], "B": [2, 0]}
    assert list(figure.data[0].y) == ["org-a", "org-b"]
    assert figure.layout.barmode == "stack"


def test_rates_are_each_of_the_words_of_the_source_and_not_stacked() -> None:
    figure = figures.frequency(counts(["A", "B"]), ["A", "B"], measure="rate")
    assert values(figure) == {"A": [10.0, 10.0], "B": [20.0, 0.0]}
    assert figure.layout.barmode == "group"


def test_a_source_keeps_its_colour_and_pattern_when_others_are_filtered_out() -> None:
    every = ["A", "B", "C"]
    alone = figures.frequency(counts(["C"]), every).data[0].marker
    among = figures.frequency(counts(every), every).data[2].marker
    assert alone == among


def test_no_two_of_twenty_sources_look_alike() -> None:
    every = [f"Quelle {n}" for n in range(20)]
    looks = [(t.marker.color, t.marker.pattern.shape) for t in figures.frequency(counts(every), every).data]
    assert len(set(looks)) == 20


def test_pooled_sources_come_last_and_are_grey() -> None:
    traces = figures.frequency(counts(["3 other sources", "Z"]), ["Z"]).data
    assert [trace.name for trace in traces] == ["Z", "3 other sources"]
    assert traces[1].marker.color == "#8A8A8A"
    cells = figures.heatmap(counts(["3 other sources", "Z"]), ["Z"])
    assert cells.layout.xaxis.ticktext == ("Z", "3<br>other<br>sources")


def cells(figure: go.Figure) -> dict[tuple[str, str], float]:
    """The numbers of a heat map by row and column."""
    (trace,) = figure.data
    columns = [figure.layout.xaxis.ticktext[base] for base in trace.base]
    return dict(zip(zip(trace.y, columns, strict=True), trace.text, strict=True))


def test_the_heat_map_is_one_trace_with_a_gap_where_a_source_is_silent() -> None:
    figure = figures.heatmap(counts(["A", "B"]), ["A", "B"])
    assert cells(figure) == {("org-a", "A"): 1, ("org-a", "B"): 2, ("org-b", "A"): 1}


def test_the_heat_map_can_hold_rates() -> None:
    figure = figures.heatmap(counts(["A", "B"]), ["A", "B"], measure="rate")
    assert cells(figure)["org-a", "B"] == 20.0
    assert figure.data[0].texttemplate == "%{text:.1f}"


def test_names_are_text_on_axes_in_legends_and_on_hover() -> None:
    frame = counts([EVIL])
    for figure in (figures.frequency(frame, [EVIL]), figures.heatmap(frame, [EVIL])):
        assert figure.layout.yaxis.ticktext[0] == SHOWN
        assert "<b>" not in str(figure.data[0].customdata)
    assert figures.frequency(frame, [EVIL]).data[0].name == SHOWN


def test_long_names_are_cut_on_the_axis_only() -> None:
    name = "Bundesanstalt für Materialforschung und -prüfung"
    frame = counts(["A"]).assign(name=name)
    figure = figures.frequency(frame, ["A"])
    assert figure.layout.yaxis.ticktext[0] == "Bundesanstalt für Mater…"
    assert figure.data[0].customdata[0][0] == name


def test_ranking_keeps_the_order_of_the_frame_from_top_to_bottom() -> None:
    frame = pd.DataFrame({"entity_id": ["x", "y"], "name": ["X", EVIL], "n_mentions": [5, 3], "n_articles": [2, 1]})
    figure = figures.ranking(frame)
    assert list(figure.data[0].x) == [5, 3]
    assert figure.layout.yaxis.ticktext == ("X", SHOWN)
    assert figure.layout.yaxis.autorange == "reversed"


def test_articles_of_one_source_and_day_are_one_dot_with_their_number() -> None:
    figure = figures.timeline(articles(("A", "2024-03-01"), ("A", "2024-03-01T18:00"), ("B", "2024-03-05")))
    (dots,) = figure.data
    assert list(zip(dots.x, dots.y, dots.text, strict=True)) == [("2024-03-01", "A", "2"), ("2024-03-05", "B", "")]
    assert figure.layout.yaxis.ticktext == ("B · 1", "A · 2")


def test_articles_of_unknown_date_stand_in_a_column_of_their_own() -> None:
    dated, undated = figures.timeline(articles(("A", "2024-03-01"), ("B", ""), ("B", ""))).data
    assert list(dated.y) == ["A"]
    assert list(zip(undated.x, undated.y, undated.text, strict=True)) == [("no date", "B", "2")]


def test_a_corpus_without_any_date_still_shows_its_sources() -> None:
    (dots,) = figures.timeline(articles(("A", ""), ("B", ""))).data
    assert list(dots.x) == ["no date", "no date"]
    assert list(dots.y) == ["A", "B"]


def test_lines_break_where_no_article_was_published() -> None:
    rows = [
        ("2024-05-01", "X", 2, 1, 10, 200.0),
        ("2024-05-02", "X", 1, 1, 10, 100.0),
        ("2024-05-04", "X", 3, 1, 10, 300.0),
    ]
    table = pd.DataFrame(rows, columns=["period", "series", "mentions", "articles", "words", "per_1000_words"])
    line = figures.trend(table, ["X"], unit="day").data[0]
    assert list(line.x) == ["2024-05-01", "2024-05-02", "2024-05-03", "2024-05-04"]
    assert np.isnan(line.y[2])
    assert figures.trend(table, ["X"], unit="day", rate=True).data[0].y[0] == 200.0


def test_a_difference_that_may_be_chance_is_grey_and_hollow() -> None:
    table = pd.DataFrame(
        [
            ("a", EVIL, 9, 1, 2.0, 0.5, 4.0, True),
            ("b", "Verein", 1, 5, -1.5, 0.7, -2.1, False),
            ("c", "Amt", 0, 9, -2.0, 0.5, -4.0, True),
        ],
        columns=["entity_id", "name", "mentions_one", "mentions_other", "log_odds", "error", "z", "sure"],
    )
    figure = figures.difference(table, "Bote", "2 sources")
    assert len(set(figure.data[0].marker.color)) == 3
    assert figure.data[0].marker.color[1] == "#8A8A8A"
    assert figure.data[0].marker.symbol == ("circle", "square-open", "square")
    assert figure.layout.yaxis.ticktext[0] == SHOWN
    assert figure.layout.xaxis.title.text == "log-odds ratio<br>← 2 sources more<br>Bote more →"


PAIRS = pd.DataFrame([("a", "b", 9), ("b", "c", 1)], columns=["entity_id", "other_id", "sentences"]).assign(
    name="", other_name="", articles=1
)
NODES = pd.DataFrame(
    [("a", EVIL, "PER", 9), ("b", "Verein", "ORG", 4), ("c", "Emden", "LOC", 1)],
    columns=["entity_id", "name", "label", "mentions"],
)
PLACES = {"a": (0.0, 0.0), "b": (1.0, 0.0), "c": (0.0, 1.0)}


def test_a_network_draws_all_lines_of_one_width_as_one_trace() -> None:
    figure = figures.network(PAIRS, NODES, PLACES)
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    assert [list(trace.x) for trace in lines] == [[1.0, 0.0, None], [0.0, 1.0, None]]
    assert lines[0].line.width < lines[1].line.width
    dots = [trace for trace in figure.data if trace.mode == "markers+text"]
    assert {key for trace in dots for key, *_ in trace.customdata} == {"a", "b", "c"}
    assert SHOWN in {trace.text[0] for trace in dots}


def test_the_chosen_name_and_its_neighbours_stand_out() -> None:
    dots = [trace for trace in figures.network(PAIRS, NODES, PLACES, "a").data if trace.mode == "markers+text"]
    opacity = {trace.customdata[0][0]: trace.marker.opacity[0] for trace in dots}
    assert opacity["a"] == opacity["b"] == 1
    assert opacity["c"] < 1


def test_words_are_a_heat_map_of_roles_and_sources() -> None:
    table = pd.DataFrame(
        [("role", "Chef", "B", 2), ("role", "Chef", "A", 1), ("adjective", "neue", "A", 3)],
        columns=["kind", "word", "source", "uses"],
    )
    figure = figures.words(table, ["A", "B"])
    assert figure.layout.yaxis.ticktext == ("Chef", "neue")
    assert cells(figure) == {("Chef", "B"): 2, ("Chef", "A"): 1, ("neue", "A"): 3}


def contrast(one: str, other: str) -> float:
    """How much two colours stand out from each other (WCAG 2)."""

    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    darker, lighter = sorted((light(one), light(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", ["#FFFFFF", "#171614"])
def test_marks_stand_out_from_their_ground_by_their_colour_or_their_edge(ground: str) -> None:
    every = [f"Quelle {n}" for n in range(8)]
    drawn = [*figures.frequency(counts([*every[:7], "3 other sources"]), every).data]
    drawn += [trace for trace in figures.network(PAIRS, NODES, PLACES).data if trace.mode != "lines"]
    for trace in drawn:
        seen = [colour for colour in (trace.marker.color, trace.marker.line.color) if colour]
        assert max(contrast(colour, ground) for colour in seen) >= 3
