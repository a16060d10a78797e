"""Whom the sources of a story quote, and the days that they tell of."""

import pandas as pd

from lib import schema
from lib.show import figures, told
from lib.show.columns import Cell, Column
from lib.show.reading import Tables

COLUMNS = [Column("Alpha", ("a", "d")), Column("Beta", ("b",))]


def value(article: str, sentence: int, first: str, last: str, confidence: str = "stated") -> schema.Value:
    return schema.Value(article, sentence, 20, 25, "time", "dann", first, "day", "", first, last, confidence)


def test_speakers_are_counted_by_column_and_unknown_ones_come_last(tables: Tables) -> None:
    kinds = ((37, "indirect"), (40, "direct"), (44, "indirect"))
    more = [schema.Quote("a", 2, start, start + 2, kind, "80", "", -1, -1, "") for start, kind in kinds]
    tables["quotes"] = pd.concat([tables["quotes"], schema.table("quotes", more)])
    assert told.quoted(tables, COLUMNS) == [
        ("der Chef", "", [[], [Cell("1×", "b", 16, "direct", spoken=", der Chef in Beta")]]),
        (
            "unknown",
            "",
            [
                [Cell("3×", "a", 37, "1 direct, 2 indirect", also=(("a", 40), ("a", 44)), spoken=", unknown in Alpha")],
                [],
            ],
        ),
    ]


def test_days_told_of_are_those_that_are_certain_in_order_of_time(tables: Tables) -> None:
    rows = [
        value("b", 2, "2024-05-02", "2024-05-02"),
        value("a", 2, "2024-05-01", "2024-05-01"),
        value("a", 1, "2024-04-01", "2024-04-01", "guess"),
        value("c", 1, "2024-05-01", "2024-05-01"),
        value("a", 3, "", "", ""),
    ]
    tables["values"] = schema.table("values", rows)
    found = told.happened(tables, COLUMNS)
    assert found[["source", "first", "event_id"]].to_numpy().tolist() == [
        ["Alpha", "2024-05-01", "e2"],
        ["Beta", "2024-05-02", "e2"],
    ]
    assert found["sentence"].tolist() == ["80 Helfer kamen.", "Etwa 60 Helfer kamen nach Emden."]


def test_long_and_distant_times_are_not_near(tables: Tables) -> None:
    times = pd.DataFrame(
        [("2024-05-01", "2024-05-31"), ("2024-01-01", "2024-12-31"), ("1951-05-01", "1951-05-01")],
        columns=["first", "last"],
    )
    assert told.near(times, tables["articles"]).index.tolist() == [0]
    distant = pd.DataFrame([("2024-03-01", "2024-03-01")], columns=["first", "last"])
    assert told.near(distant, tables["articles"]).empty
    assert len(told.near(distant, tables["articles"], far=True)) == 1
    undated = tables["articles"].assign(published="")
    assert told.near(times, undated).index.tolist() == [0, 2]


def test_the_figure_shows_days_and_publications_and_escapes_what_it_shows(tables: Tables) -> None:
    tables["values"] = schema.table("values", [value("b", 3, "2024-05-02", "2024-05-03")])
    dated = tables["articles"][tables["articles"]["published"] != ""].to_dict("records")
    figure = figures.happened(told.happened(tables, COLUMNS), dated, ["Alpha", "Beta"])
    days, published = figure.data
    assert list(days.x) == ["2024-05-02", "2024-05-03", None]
    assert "&lt;b&gt;schwieg" in days.customdata[0]
    assert list(published.x) == ["2024-05-02", "2024-05-03", "2024-05-04"]
    assert figure.layout.yaxis.ticktext == ("Alpha", "Beta")


def times(*rows: tuple[str, str, str]) -> pd.DataFrame:
    """What `told.happened` gives of sources, first and last days."""
    return pd.DataFrame(
        [(source, "a", first, last, "dann", f"Satz {n}.", 20, "") for n, (source, first, last) in enumerate(rows)],
        columns=["source", "article_id", "first", "last", "text", "sentence", "start", "event_id"],
    )


def test_no_mark_of_the_figure_lies_over_another(tables: Tables) -> None:
    """Two months: what is a day apart would be drawn at one place."""
    told_of = [("2024-03-01", "2024-03-01"), ("2024-05-01", "2024-05-31"), *[(f"2024-05-0{d}",) * 2 for d in (2, 3, 4)]]
    dated = tables["articles"][tables["articles"]["published"] != ""].to_dict("records")
    rows = times(*[(source, *period) for source in ("Alpha", "Beta") for period in told_of])
    figure = figures.happened(rows, dated, ["Alpha", "Beta"])
    days, published = figure.data
    in_may = [y for x, y in zip(days.x, days.y, strict=True) if x and x[:7] == "2024-05"]
    assert len(set(in_may)) == 8
    assert len(set(published.y)) == 3
    first, beta, last = published.y
    assert first < last < min(in_may) < beta


def test_sentences_of_one_day_are_one_mark_with_some_of_them() -> None:
    days, _ = figures.happened(times(*[("Alpha", "2024-05-01", "2024-05-01")] * 5), [], ["Alpha"]).data
    assert list(days.x) == ["2024-05-01", "2024-05-01", None]
    assert days.customdata[0].count("Satz") == 3
    assert days.customdata[0].endswith("and 2 more")
    alone, _ = figures.happened(times(("Alpha", "2024-05-01", "2024-05-01")), [], ["Alpha"]).data
    assert days.marker.size[0] > alone.marker.size[0]


def test_days_are_listed_with_the_places_that_tell_of_them_and_with_publications(tables: Tables) -> None:
    rows = [value("b", 2, "2024-05-02", "2024-05-02"), value("a", 2, "2024-05-01", "2024-05-31")]
    rows += [value("a", 1, "2024-05-01", "2024-05-31"), value("a", 3, "2024-05-02", "2024-05-02")]
    tables["values"] = schema.table("values", rows)
    compared = [*COLUMNS, Column("Gamma", ("c",))]
    found = told.listed(told.happened(tables, compared), tables["articles"], compared)
    assert [(day, label, [cell.context or cell.note for cell in cells]) for day, label, cells in found] == [
        ("1–31 May 2024", "Alpha", ["80 Helfer kamen.", "In Emden brannte es."]),
        ("2 May 2024", "Alpha", ["published", "Ende."]),
        ("2 May 2024", "Beta", ["Etwa 60 Helfer kamen nach Emden."]),
        ("3 May 2024", "Beta", ["published"]),
        ("4 May 2024", "Alpha", ["published"]),
    ]
