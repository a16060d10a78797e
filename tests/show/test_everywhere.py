"""The differences of all stories as one table."""

import pandas as pd

from lib import schema
from lib.show import everywhere
from lib.show.reading import Tables


def _with(tables: Tables, *rows: tuple[str, str, str, str, str]) -> Tables:
    """The tables with other differences: id, kind and relation, article, words and what they say."""
    found = [
        schema.Difference(key, "e2", *sort.split(", "), article, 0, 1, value, answer)
        for key, sort, article, value, answer in rows
    ]
    return tables | {"differences": schema.table("differences", found)}


def _gathered(tables: Tables) -> pd.DataFrame:
    return everywhere.gathered(everywhere.values(tables))


def test_a_difference_is_one_row_with_the_words_of_each_source_the_first_to_publish_first(tables: Tables) -> None:
    shown = _gathered(
        _with(
            tables,
            ("x1", "number, differ", "c", "fünf", "5"),
            ("x1", "number, differ", "b", "sechs", "6"),
            ("x1", "number, differ", "d", "acht", "8"),
            ("x1", "number, differ", "a", "sieben", "7"),
        )
    )
    (row,) = shown.to_dict("records")
    assert row["words"] == "Alpha: sieben, acht · Beta: sechs · “Großbrand an der Küste bei …”: fünf"
    assert row["published"] == "2024-05-02 · 2024-05-03 · 2024-05-04 · date unknown"
    assert (row["event_id"], row["headline"], row["story_id"]) == ("e2", "80 Helfer kamen.", "s1")


def test_what_a_source_says_twice_is_shown_once(tables: Tables) -> None:
    same = [("x1", "place, differ", article, "in Emden", "emd") for article in ("a", "d")]
    shown = _gathered(_with(tables, *same, ("x1", "place, differ", "b", "in Leer", "leer")))
    assert shown["words"].tolist() == ["Alpha: in Emden · Beta: in Leer"]


def test_differences_within_one_source_are_none_between_sources(tables: Tables) -> None:
    shown = _gathered(
        _with(tables, ("x1", "number, differ", "a", "fünf", "5"), ("x1", "number, differ", "d", "sechs", "6"))
    )
    assert shown.empty
    assert "words" in shown


def test_differences_are_ordered_by_relation_and_kind(tables: Tables) -> None:
    sorts = ["name, other words", "time, less precise", "time, differ", "number, less precise"]
    rows = [
        (f"x{number}", sort, article, value, value)
        for number, sort in enumerate(sorts)
        for article, value in (("a", "Feuer"), ("b", "Brand"))
    ]
    shown = _gathered(_with(tables, *rows))
    assert [f"{kind}, {relation}" for kind, relation in zip(shown["kind"], shown["relation"], strict=True)] == [
        "time, differ", "number, less precise", "time, less precise", "word, other words",
    ]  # fmt: skip
