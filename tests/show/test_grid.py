import pandas as pd

from lib.show import grid
from lib.show.columns import Column
from lib.show.reading import Tables
from tests.show.story import COLUMNS, FIRE, HELPERS


def test_the_grid_says_of_every_source_whether_it_reports(tables: Tables) -> None:
    assert grid.of_story(tables, "s1", COLUMNS, "reading") == [FIRE, HELPERS]
    assert grid.of_story(tables, "s1", COLUMNS, "sources") == [HELPERS, FIRE]
    assert grid.of_story(tables, "s1", COLUMNS, "differences") == [HELPERS, FIRE]


def test_events_on_which_most_differs_come_first_if_asked_for(tables: Tables) -> None:
    shared = tables["coverage"].assign(status="reports")
    agreed = tables | {"coverage": shared, "differences": tables["differences"].iloc[:0]}
    ordered = [row.event_id for row in grid.of_story(agreed, "s1", COLUMNS, "differences")]
    assert ordered == [row.event_id for row in grid.of_story(agreed, "s1", COLUMNS, "sources")]
    first = ordered[0]
    moved = agreed | {"differences": tables["differences"].assign(event_id=ordered[1])}
    assert [row.event_id for row in grid.of_story(moved, "s1", COLUMNS, "differences")] == [ordered[1], first]


def test_events_that_no_chosen_source_reports_are_left_out(tables: Tables) -> None:
    assert [row.event_id for row in grid.of_story(tables, "s1", COLUMNS[1:], "reading")] == ["e2"]
    assert grid.of_story(tables, "another story", COLUMNS, "reading") == []


def test_of_a_source_s_articles_the_one_that_reports_counts(tables: Tables) -> None:
    tables["differences"] = tables["differences"].iloc[:0]
    assert grid.of_story(tables, "s1", COLUMNS, "reading")[1].cells[0] == "reports"


def test_only_facts_that_differ_make_a_report_a_different_one(tables: Tables) -> None:
    for change in ({"kind": "name"}, {"relation": "less precise"}):
        changed = tables | {"differences": tables["differences"].assign(**change)}
        assert grid.of_story(changed, "s1", COLUMNS, "reading")[1].cells == ["reports"] * 3


def test_events_are_in_the_order_of_their_first_report_unknown_days_last(tables: Tables) -> None:
    late = COLUMNS[1:]
    tables["event_sentences"] = pd.concat(
        [tables["event_sentences"], pd.DataFrame([{"event_id": "e1", "article_id": "c", "sentence_id": 0}])]
    )
    tables["coverage"].loc[2, "status"] = "reports"
    assert [row.event_id for row in grid.of_story(tables, "s1", late, "reading")] == ["e1", "e2"]
    assert [row.event_id for row in grid.of_story(tables, "s1", late, "time")] == ["e2", "e1"]
    assert [row.event_id for row in grid.of_story(tables, "s1", COLUMNS, "time")] == ["e1", "e2"]


def test_a_source_of_which_an_article_has_no_date_is_not_said_to_be_early(tables: Tables) -> None:
    both = [COLUMNS[0], Column("Beta", ("b", "c"))]
    for early in ("published before", "published after"):
        tables["coverage"].loc[1, "status"] = early
        assert grid.of_story(tables, "s1", both, "reading")[0].cells == ["reports", "date unknown"]


def test_the_article_whose_words_name_an_event_is_known(tables: Tables) -> None:
    assert grid.said_by(tables, "e2")["article_id"] == "a"


def test_sentences_that_may_report_an_event_too_are_given_with_the_reason(tables: Tables) -> None:
    (row,) = grid.maybe(tables, "e2", ["a", "b", "c", "d"])
    assert (row["article_id"], row["text"], row["score"], row["why"]) == (
        "d",
        "Es brannte in Emden lange.",
        0.3,
        "names: Emden",
    )
    assert grid.maybe(tables, "e2", ["a", "b"]) == []


def test_the_grid_to_download_has_a_column_per_source(tables: Tables) -> None:
    frame = grid.as_frame([HELPERS, FIRE], COLUMNS)
    assert list(frame.columns) == [
        "event_id",
        "event",
        "sources",
        "differ",
        "less precise",
        *(c.label for c in COLUMNS),
    ]
    assert frame.loc[1].tolist() == ["e1", "In Emden brannte es.", 1, 0, 0, "reports", "silent", "date unknown"]


def test_events_with_a_sentence_in_common_are_beside_each_other(tables: Tables) -> None:
    assert grid.beside(tables, "e1", [FIRE, HELPERS]) == []
    more = tables["event_sentences"].iloc[[0]].assign(event_id="e2")
    tables["event_sentences"] = pd.concat([tables["event_sentences"], more], ignore_index=True)
    assert grid.beside(tables, "e1", [FIRE, HELPERS]) == [HELPERS]


def test_the_silent_are_named_by_status() -> None:
    assert grid.absent(FIRE, COLUMNS) == {"silent": ["Beta"], "date unknown": [COLUMNS[2].label]}
    assert grid.absent(HELPERS, COLUMNS) == {}
