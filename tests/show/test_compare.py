from lib.show import compare
from lib.show.compare import Cell, Column, Row
from lib.show.reading import Tables

COLUMNS = [
    Column("Alpha", ("a", "d")),
    Column("Beta", ("b",)),
    Column("“Großbrand an der Küste bei …”", ("c",)),
]
HELPERS = Row("e2", "80 Helfer kamen.", 3, 1, ["reports", "reports", "reports"])
FIRE = Row("e1", "In Emden brannte es.", 1, 0, ["reports", "silent", "date unknown"])


def test_a_source_is_a_column_and_so_is_each_article_without_one(tables: Tables) -> None:
    assert compare.columns(tables["articles"]) == COLUMNS


def test_the_grid_says_of_every_source_whether_it_reports(tables: Tables) -> None:
    assert compare.grid(tables, "s1", COLUMNS, "reading") == [FIRE, HELPERS]
    assert compare.grid(tables, "s1", COLUMNS, "sources") == [HELPERS, FIRE]


def test_events_that_no_chosen_source_reports_are_left_out(tables: Tables) -> None:
    assert [row.event_id for row in compare.grid(tables, "s1", COLUMNS[1:], "reading")] == ["e2"]
    assert compare.grid(tables, "another story", COLUMNS, "reading") == []


def test_of_a_source_s_articles_the_one_that_reports_counts(tables: Tables) -> None:
    assert compare.grid(tables, "s1", COLUMNS, "reading")[1].cells[0] == "reports"


def test_the_grid_to_download_has_a_column_per_source(tables: Tables) -> None:
    frame = compare.grid_frame([HELPERS, FIRE], COLUMNS)
    assert list(frame.columns) == ["event_id", "event", "sources", "differences", *(c.label for c in COLUMNS)]
    assert frame.loc[1].tolist() == ["e1", "In Emden brannte es.", 1, 0, "reports", "silent", "date unknown"]


def test_the_silent_are_named_by_status() -> None:
    assert compare.absent(FIRE, COLUMNS) == {"silent": ["Beta"], "date unknown": [COLUMNS[2].label]}
    assert compare.absent(HELPERS, COLUMNS) == {}


def test_a_difference_shows_the_value_of_each_source(tables: Tables) -> None:
    events = compare.grid(tables, "s1", COLUMNS, "reading")
    (found,) = compare.differences(tables, events, COLUMNS)
    assert found[:4] == ("number", "differ", "e2", "80 Helfer kamen.")
    assert found.cells == [[Cell("80", "a", 37)], [Cell("Etwa 60", "b", 35)], []]


def test_a_difference_with_a_source_that_is_not_chosen_is_none(tables: Tables) -> None:
    chosen = [COLUMNS[0], COLUMNS[2]]
    assert compare.differences(tables, compare.grid(tables, "s1", chosen, "reading"), chosen) == []


def test_only_here_are_the_sentences_that_no_other_source_shares(tables: Tables) -> None:
    found = compare.only_here(tables, compare.grid(tables, "s1", COLUMNS, "reading"), COLUMNS)
    assert [rows["text"].tolist() for rows in found] == [
        ["In Emden brannte es.", "Ende.", "Es brannte in Emden lange."],
        ["Das Feuer ist aus.", "Der Chef <b>schwieg</b>."],
        [],
    ]


def test_wording_brings_the_words_of_each_source_for_a_concept_together(tables: Tables) -> None:
    assert compare.wording(tables, COLUMNS) == [
        ("Brand", [[Cell("Brand", "a", 0)], [Cell("Feuer", "b", 0, "2×"), Cell("Das Feuer", "b", 16, "quoted")], []])
    ]
