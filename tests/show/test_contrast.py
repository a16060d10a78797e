import pandas as pd

from lib.show import contrast
from lib.show.contrast import Cell, Column
from lib.show.reading import Tables
from tests.show.story import COLUMNS, FIRE, HELPERS


def test_a_source_is_a_column_and_so_is_each_article_without_one(tables: Tables) -> None:
    assert contrast.columns(tables["articles"]) == COLUMNS


def test_two_articles_of_one_headline_whose_sources_are_unknown_differ_from_each_other(tables: Tables) -> None:
    alike = {"source": "unknown", "title": "80 Helfer"}
    tables["articles"] = tables["articles"].assign(**alike)
    columns = contrast.columns(tables["articles"])
    assert len({column.label for column in columns}) == len(columns) == 4
    assert not contrast.between(tables["differences"], columns).empty


def test_the_grid_says_of_every_source_whether_it_reports(tables: Tables) -> None:
    assert contrast.grid(tables, "s1", COLUMNS, "reading") == [FIRE, HELPERS]
    assert contrast.grid(tables, "s1", COLUMNS, "sources") == [HELPERS, FIRE]
    assert contrast.grid(tables, "s1", COLUMNS, "differences") == [HELPERS, FIRE]


def test_events_on_which_most_differs_come_first_if_asked_for(tables: Tables) -> None:
    shared = tables["coverage"].assign(status="reports")
    agreed = tables | {"coverage": shared, "differences": tables["differences"].iloc[:0]}
    ordered = [row.event_id for row in contrast.grid(agreed, "s1", COLUMNS, "differences")]
    assert ordered == [row.event_id for row in contrast.grid(agreed, "s1", COLUMNS, "sources")]
    first = ordered[0]
    moved = agreed | {"differences": tables["differences"].assign(event_id=ordered[1])}
    assert [row.event_id for row in contrast.grid(moved, "s1", COLUMNS, "differences")] == [ordered[1], first]


def test_events_that_no_chosen_source_reports_are_left_out(tables: Tables) -> None:
    assert [row.event_id for row in contrast.grid(tables, "s1", COLUMNS[1:], "reading")] == ["e2"]
    assert contrast.grid(tables, "another story", COLUMNS, "reading") == []


def test_of_a_source_s_articles_the_one_that_reports_counts(tables: Tables) -> None:
    tables["differences"] = tables["differences"].iloc[:0]
    assert contrast.grid(tables, "s1", COLUMNS, "reading")[1].cells[0] == "reports"


def test_only_facts_that_differ_make_a_report_a_different_one(tables: Tables) -> None:
    for change in ({"kind": "name"}, {"relation": "less precise"}):
        changed = tables | {"differences": tables["differences"].assign(**change)}
        assert contrast.grid(changed, "s1", COLUMNS, "reading")[1].cells == ["reports"] * 3


def test_events_are_in_the_order_of_their_first_report_unknown_days_last(tables: Tables) -> None:
    late = COLUMNS[1:]
    tables["event_sentences"] = pd.concat(
        [tables["event_sentences"], pd.DataFrame([{"event_id": "e1", "article_id": "c", "sentence_id": 0}])]
    )
    tables["coverage"].loc[2, "status"] = "reports"
    assert [row.event_id for row in contrast.grid(tables, "s1", late, "reading")] == ["e1", "e2"]
    assert [row.event_id for row in contrast.grid(tables, "s1", late, "time")] == ["e2", "e1"]
    assert [row.event_id for row in contrast.grid(tables, "s1", COLUMNS, "time")] == ["e1", "e2"]


def test_a_source_of_which_an_article_has_no_date_is_not_said_to_be_early(tables: Tables) -> None:
    both = [COLUMNS[0], Column("Beta", ("b", "c"))]
    for early in ("published before", "published after"):
        tables["coverage"].loc[1, "status"] = early
        assert contrast.grid(tables, "s1", both, "reading")[0].cells == ["reports", "date unknown"]


def test_the_article_whose_words_name_an_event_is_known(tables: Tables) -> None:
    assert contrast.said_by(tables, "e2")["article_id"] == "a"


def test_sentences_that_may_report_an_event_too_are_given_with_the_reason(tables: Tables) -> None:
    (row,) = contrast.maybe(tables, "e2", ["a", "b", "c", "d"])
    assert (row["article_id"], row["text"], row["score"], row["why"]) == (
        "d",
        "Es brannte in Emden lange.",
        0.3,
        "names: Emden",
    )
    assert contrast.maybe(tables, "e2", ["a", "b"]) == []


def test_the_grid_to_download_has_a_column_per_source(tables: Tables) -> None:
    frame = contrast.grid_frame([HELPERS, FIRE], COLUMNS)
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
    assert contrast.beside(tables, "e1", [FIRE, HELPERS]) == []
    more = tables["event_sentences"].iloc[[0]].assign(event_id="e2")
    tables["event_sentences"] = pd.concat([tables["event_sentences"], more], ignore_index=True)
    assert contrast.beside(tables, "e1", [FIRE, HELPERS]) == [HELPERS]


def test_the_silent_are_named_by_status() -> None:
    assert contrast.absent(FIRE, COLUMNS) == {"silent": ["Beta"], "date unknown": [COLUMNS[2].label]}
    assert contrast.absent(HELPERS, COLUMNS) == {}


def test_a_difference_shows_the_value_of_each_source(tables: Tables) -> None:
    events = contrast.grid(tables, "s1", COLUMNS, "reading")
    (found,) = contrast.differences(tables, events, COLUMNS)
    assert found[:4] == ("number", "differ", "e2", "80 Helfer kamen.")
    [[one], [other], none] = found.cells
    assert (one[:3], other[:3], none) == (("80", "a", 37), ("Etwa 60", "b", 35), [])
    assert "80 Helfer kamen." in one.context and "Etwa 60 Helfer" in other.context
    assert (one.note, other.note) == ("2024-05-02 08:00", "2024-05-03")


def test_a_difference_with_a_source_that_is_not_chosen_is_none(tables: Tables) -> None:
    chosen = [COLUMNS[0], COLUMNS[2]]
    assert contrast.differences(tables, contrast.grid(tables, "s1", chosen, "reading"), chosen) == []


def test_sources_that_say_the_same_in_other_words_do_not_differ(tables: Tables) -> None:
    same = tables["differences"].assign(answer="80")
    assert same["value"].nunique() > 1
    events = contrast.grid(tables | {"differences": same}, "s1", COLUMNS, "reading")
    assert events[1].cells == ["reports"] * 3
    assert contrast.differences(tables | {"differences": same}, events, COLUMNS) == []


def test_wording_brings_the_words_of_each_source_for_a_concept_together(tables: Tables) -> None:
    fire = Cell("Feuer", "b", 0, "2×", also=(("b", 20),))
    assert contrast.wording(tables, COLUMNS) == [
        ("Brand", "linked sentences", [[Cell("Brand", "a", 0)], [fire, Cell("Das Feuer", "b", 16, "quoted")], []])
    ]
    same = tables["wording"].assign(term=["Brand", *["Wald-Brande"] * (len(tables["wording"]) - 1)])
    assert contrast.wording(tables | {"wording": same}, COLUMNS) == []


def test_words_in_marks_that_nobody_says_are_not_quoted(tables: Tables) -> None:
    unsaid = tables | {"quotes": tables["quotes"].assign(speaker="")}
    ((_, _, cells),) = contrast.wording(unsaid, COLUMNS)
    assert [(cell.text, cell.note) for cell in cells[1]] == [("Feuer", "2×"), ("Das Feuer", "in marks")]


def test_the_forms_of_a_term_are_one(tables: Tables) -> None:
    rows = tables["wording"].head(1)
    forms = [rows.assign(article_id="b", term=term, start=at) for at, term in enumerate(("Feuern", "Feuers", "Feuers"))]
    ((_, _, cells),) = contrast.wording(tables | {"wording": pd.concat([rows, *forms])}, COLUMNS)
    assert [(cell.text, cell.note) for cell in cells[1]] == [("Feuers", "3×")]
