"""Mentions are counted by source, with zeros, and small sources can be pooled."""

import pandas as pd
import pytest

from lib.show.frequency import COLUMNS, by_source, pool

ARTICLES = pd.DataFrame(
    [("a1", "Abendpost", 200), ("a2", "Abendpost", 300), ("b1", "Bote", 100), ("c1", "Chronik", 50)],
    columns=["article_id", "source", "n_words"],
)
ENTITIES = pd.DataFrame(
    [("per-x", "Xaver Xylander", "PER"), ("loc-y", "Yburg", "LOC"), ("loc-z", "Zell", "LOC")],
    columns=["entity_id", "name", "label"],
)
MENTIONS = pd.DataFrame(
    [("a1", "loc-y"), ("a2", "loc-y"), ("b1", "loc-y"), ("b1", "per-x"), ("c1", "loc-z")],
    columns=["article_id", "entity_id"],
)


def test_every_entity_has_a_row_for_every_source() -> None:
    counts = by_source(ARTICLES, MENTIONS, ENTITIES)
    assert counts.to_numpy().tolist() == [
        ["loc-y", "Yburg", "LOC", "Abendpost", 2, 500, 4.0, 2, 2, 100.0],
        ["loc-y", "Yburg", "LOC", "Bote", 1, 100, 10.0, 1, 1, 100.0],
        ["loc-y", "Yburg", "LOC", "Chronik", 0, 50, 0.0, 0, 1, 0.0],
        ["per-x", "Xaver Xylander", "PER", "Abendpost", 0, 500, 0.0, 0, 2, 0.0],
        ["per-x", "Xaver Xylander", "PER", "Bote", 1, 100, 10.0, 1, 1, 100.0],
        ["per-x", "Xaver Xylander", "PER", "Chronik", 0, 50, 0.0, 0, 1, 0.0],
        ["loc-z", "Zell", "LOC", "Abendpost", 0, 500, 0.0, 0, 2, 0.0],
        ["loc-z", "Zell", "LOC", "Bote", 0, 100, 0.0, 0, 1, 0.0],
        ["loc-z", "Zell", "LOC", "Chronik", 1, 50, 20.0, 1, 1, 100.0],
    ]
    assert tuple(counts.columns) == COLUMNS


def test_an_article_counts_once_for_the_share_however_often_it_names() -> None:
    mentions = pd.DataFrame([("a1", "loc-y")] * 3, columns=["article_id", "entity_id"])
    row = by_source(ARTICLES, mentions, ENTITIES).iloc[0]
    assert (row["mentions"], row["articles"], row["share_of_articles"]) == (3, 1, 50.0)


def test_only_the_given_articles_and_entities_count() -> None:
    counts = by_source(ARTICLES[ARTICLES["source"] == "Bote"], MENTIONS, ENTITIES[ENTITIES["label"] == "LOC"])
    assert counts[["name", "source", "mentions"]].to_numpy().tolist() == [["Yburg", "Bote", 1]]


def test_nothing_named_gives_an_empty_frame_with_its_columns() -> None:
    counts = by_source(ARTICLES, MENTIONS.head(0), ENTITIES)
    assert counts.empty
    assert "per_1000_words" in counts.columns


@pytest.mark.parametrize(
    ("keep", "sources"),
    [
        (3, ["Abendpost", "Abendpost", "Bote", "Chronik"]),
        (2, ["Abendpost", "Abendpost", "2 other sources", "2 other sources"]),
    ],
)
def test_sources_with_the_fewest_words_are_pooled_where_there_are_too_many(keep: int, sources: list[str]) -> None:
    assert pool(ARTICLES, keep=keep)["source"].tolist() == sources
