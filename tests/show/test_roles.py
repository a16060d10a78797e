"""Roles and adjectives are counted by base form and source."""

import pandas as pd

from lib.show.roles import attached, by_source

ARTICLES = pd.DataFrame([("a", "Bote"), ("b", "Post")], columns=["article_id", "source"])
MENTIONS = pd.DataFrame(
    [("a", 10, "per-x"), ("a", 50, "per-x"), ("b", 10, "per-x"), ("b", 90, "per-y"), ("c", 10, "per-x")],
    columns=["article_id", "start", "entity_id"],
)
ATTRIBUTES = pd.DataFrame(
    [
        ("a", "Präsidenten", "role", 10),
        ("a", "Präsident", "role", 50),
        ("a", "russischen", "adjective", 50),
        ("b", "russische", "adjective", 10),
        ("b", "Machthabers", "role", 10),
        ("b", "Minister", "role", 90),
        ("c", "Chef", "role", 10),
    ],
    columns=["article_id", "text", "kind", "mention_start"],
)


def test_inflected_forms_count_as_one_word_where_the_base_form_is_there() -> None:
    uses = attached(ARTICLES, ATTRIBUTES, MENTIONS, "per-x")
    assert by_source(uses).to_numpy().tolist() == [
        ["role", "Präsident", "Bote", 2],
        ["role", "Machthabers", "Post", 1],
        ["adjective", "russische", "Bote", 1],
        ["adjective", "russische", "Post", 1],
    ]


def test_what_nobody_attaches_is_an_empty_table() -> None:
    uses = attached(ARTICLES, ATTRIBUTES, MENTIONS, "per-z")
    assert by_source(uses).empty
    assert "word" in uses.columns
