"""Agencies and media that articles lean on, and what sources share word for word."""

import pandas as pd

from lib import schema
from lib.show import cited
from lib.show.reading import Tables


def citations(*rows: tuple[str, str, str]) -> pd.DataFrame:
    return schema.table(
        "citations",
        [schema.Citation(a, 1, i, i + 3, medium, medium, kind, "laut") for i, (a, medium, kind) in enumerate(rows)],
    )


def test_media_are_counted_by_source_the_most_cited_first(tables: Tables) -> None:
    rows = citations(("a", "dpa", "agency"), ("b", "dpa", "agency"), ("b", "dpa", "agency"), ("b", "Bote", "medium"))
    counts = cited.by_source(tables["articles"], rows)
    found = counts[counts["mentions"] > 0][["name", "label", "source", "mentions"]].to_numpy().tolist()
    assert found == [["dpa", "agency", "Alpha", 1], ["dpa", "agency", "Beta", 2], ["Bote", "medium", "Beta", 1]]


def test_each_article_has_a_row_with_what_it_leans_on(tables: Tables) -> None:
    rows = citations(("b", "Bote", "medium"), ("a", "dpa", "agency"), ("b", "AFP", "agency"), ("b", "dpa", "agency"))
    table = cited.by_article(tables["articles"], rows)
    assert table[["article_id", "agencies", "media", "citations"]].to_numpy().tolist() == [
        ["b", "AFP, dpa", "Bote", 3],
        ["a", "dpa", "", 1],
    ]


def test_places_give_the_sentence(tables: Tables) -> None:
    places = cited.places(tables["articles"], citations(("a", "dpa", "agency")), tables["sentences"], "dpa")
    assert places[["source", "sentence", "cue"]].to_numpy().tolist() == [["Alpha", "In Emden brannte es.", "laut"]]


def test_each_shared_passage_is_given_once_with_both_texts(tables: Tables) -> None:
    rows = [schema.Passage("a", 16, 36, "b", 16, 34, 20), schema.Passage("b", 16, 34, "a", 16, 36, 20)]
    passages = schema.table("passages", rows)
    pairs = cited.shared(tables["articles"], passages)
    (row,) = pairs.to_dict("records")
    assert (row["text"], row["text_other"]) == ("In Emden brannte es.", "Das Feuer ist aus.")
    assert cited.together(pairs).to_numpy().tolist() == [["Alpha", "Beta", 20, 1]]
    assert cited.together(pairs.iloc[:0]).empty


def test_the_words_that_passages_have_not_in_common_are_marked() -> None:
    one, other = cited.apart("In Emden kamen *elf* Boote an.", "In Emden kamen rund zwölf Boote gut an!")
    assert one == [("In Emden kamen", False), ("*elf*", True), ("Boote", False), ("an.", False)]
    assert other == [
        ("In Emden kamen", False),
        ("rund zwölf", True),
        ("Boote", False),
        ("gut", True),
        ("an!", False),
    ]
