"""Mentions over time are counted by a unit that fits the span, with every period in which something was published."""

import pandas as pd
import pytest

from lib.show.frequency import distinct
from lib.show.trend import over_time, unit

ENTITIES = pd.DataFrame([("per-x", "Xaver"), ("loc-y", "Yburg")], columns=["entity_id", "name"])


def articles(*rows: tuple[str, str, str, int]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["article_id", "source", "published", "n_words"])


def mentions(*rows: tuple[str, str]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["article_id", "entity_id"])


ARTICLES = articles(("a", "Bote", "2024-05-01T10:00", 100), ("b", "Post", "2024-05-03", 50), ("c", "Bote", "", 70))
MENTIONS = mentions(("a", "per-x"), ("a", "per-x"), ("b", "loc-y"), ("c", "per-x"))


def test_by_name_every_name_has_every_day_with_an_article() -> None:
    rows = over_time(ARTICLES, MENTIONS, ENTITIES, by="name")
    assert rows.to_numpy().tolist() == [
        ["2024-05-01", "Xaver", 2, 1, 100, 20.0],
        ["2024-05-03", "Xaver", 0, 1, 50, 0.0],
        ["2024-05-01", "Yburg", 0, 1, 100, 0.0],
        ["2024-05-03", "Yburg", 1, 1, 50, 20.0],
    ]


def test_two_of_one_name_are_two_series() -> None:
    entities = pd.DataFrame([("per-x", "Emden", "PER"), ("loc-y", "Emden", "LOC")], columns=[*ENTITIES, "label"])
    rows = over_time(ARTICLES, MENTIONS, entities.assign(name=distinct(entities)), by="name")
    assert rows.groupby("series")["mentions"].sum().to_dict() == {"Emden, Persons": 2, "Emden, Places": 1}


def test_by_source_only_the_source_s_own_days_count() -> None:
    rows = over_time(ARTICLES, MENTIONS, ENTITIES[ENTITIES["name"] == "Xaver"], by="source")
    assert rows[["period", "series", "mentions"]].to_numpy().tolist() == [
        ["2024-05-01", "Bote", 2],
        ["2024-05-03", "Post", 0],
    ]


@pytest.mark.parametrize(
    ("last", "expected", "period"),
    [("2024-06-30", "day", "2024-06-30"), ("2024-12-30", "week", "2024-12-30"), ("2026-02-17", "month", "2026-02-01")],
)
def test_the_unit_fits_the_span(last: str, expected: str, period: str) -> None:
    both = articles(("a", "Bote", "2024-05-01", 1), ("b", "Bote", last, 1))
    assert unit(both) == expected
    assert over_time(both, mentions(("b", "per-x")), ENTITIES, by="name")["period"].max() == period
