"""Quotations are counted by speaker and source; those of unknown speakers come last."""

import pandas as pd

from lib.show.quoted import by_source, identified, of_speaker, wide

ARTICLES = pd.DataFrame(
    [("a", "Bote", 100, "Titel", "2024-05-01"), ("b", "Post", 200, "Titel", "")],
    columns=["article_id", "source", "n_words", "title", "published"],
)
ENTITIES = pd.DataFrame(
    [("per-x", "Xaver", "PER"), ("org-y", "Ypsilon", "ORG")], columns=["entity_id", "name", "label"]
)
ROWS = pd.DataFrame(
    [
        ("a", 5, "per-x", "Xaver"),
        ("a", 1, "per-x", "er"),
        ("a", 9, "", ""),
        ("a", 10, "", ""),
        ("a", 11, "", ""),
        ("b", 1, "org-y", "Ypsilon"),
        ("b", 4, "", "Sprecher der Werft"),
        ("c", 1, "org-y", "Ypsilon"),
    ],
    columns=["article_id", "start", "speaker_entity_id", "speaker"],
)
QUOTES = identified(ROWS)


def test_every_speaker_has_a_row_for_every_source() -> None:
    counts = by_source(ARTICLES, QUOTES, ENTITIES)
    assert counts[["name", "source", "mentions", "per_1000_words", "articles"]].to_numpy().tolist() == [
        ["Xaver", "Bote", 2, 20.0, 1],
        ["Xaver", "Post", 0, 0.0, 0],
        ["Sprecher der Werft", "Bote", 0, 0.0, 0],
        ["Sprecher der Werft", "Post", 1, 5.0, 1],
        ["Ypsilon", "Bote", 0, 0.0, 0],
        ["Ypsilon", "Post", 1, 5.0, 1],
        ["unknown", "Bote", 3, 30.0, 1],
        ["unknown", "Post", 0, 0.0, 0],
    ]


def test_the_quotations_of_a_speaker_are_in_order() -> None:
    assert list(of_speaker(ARTICLES, QUOTES, "per-x")["start"]) == [1, 5]
    assert list(of_speaker(ARTICLES, QUOTES, "?")["start"]) == [9, 10, 11]
    assert list(of_speaker(ARTICLES, QUOTES, "~Sprecher der Werft")["start"]) == [4]


def test_the_table_has_a_column_for_every_source() -> None:
    counts = by_source(ARTICLES, QUOTES, ENTITIES)
    speakers = counts.groupby(["entity_id", "name", "label"], sort=False, as_index=False)["mentions"].sum()
    assert wide(speakers, counts).to_numpy().tolist()[0] == ["Xaver", "PER", 2, 2, 0]


def test_a_source_may_be_called_like_a_column() -> None:
    named = ARTICLES.assign(source=["entity_id", "name"])
    counts = by_source(named, identified(ROWS), ENTITIES)
    speakers = counts.groupby(["entity_id", "name", "label"], as_index=False)["mentions"].sum()
    assert wide(speakers, counts).columns.tolist() == [
        "Speaker",
        "Type",
        "Quotations",
        "entity_id (source)",
        "name (source)",
    ]


def test_a_speaker_without_a_name_is_one_in_every_case() -> None:
    names = ["Ermittler", "Ermittlern", "Bezirksamtes", "Sprechers", "Gästen", "Bezirksamt", "Experte", "Experten"]
    names.append("offenen Brief")
    rows = [("a", at, "", name) for at, name in enumerate(names)]
    counts = by_source(ARTICLES, identified(pd.DataFrame(rows, columns=ROWS.columns)), ENTITIES)
    said = counts[counts["source"] == "Bote"].set_index("name")["mentions"]
    assert said[said > 0].to_dict() == {
        "Ermittler": 2,
        "Bezirksamt": 2,
        "Sprechers": 1,
        "Gästen": 1,
        "Experte": 1,
        "Experten": 1,
        "offener Brief": 1,
    }
