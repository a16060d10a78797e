import pandas as pd
import pytest

from lib.show import reading
from lib.show.reading import Tables


@pytest.mark.parametrize(("offset", "found"), [("16", [(16, 34)]), ("0", [(0, 14)]), ("14", []), ("-1", []), ("x", [])])
def test_an_offset_leads_to_its_sentence_or_nowhere(tables: Tables, offset: str, found: list[tuple[int, int]]) -> None:
    assert [span[:2] for span in reading.sentence_at(tables, "b", offset)] == found


def test_entities_of_an_article_are_counted_with_their_forms(tables: Tables) -> None:
    assert reading.entities(tables, "a").to_dict("records") == [
        {"entity_id": "loc-emden", "name": "Emden", "label": "LOC", "mentions": 1, "forms": "Emden"}
    ]
    assert reading.entities(tables, "d").empty


def test_shared_statements_name_the_sentences_of_the_others(tables: Tables) -> None:
    shared = reading.shared(tables, "a")
    assert [(item.sentence["text"], item.events) for item in shared] == [
        ("In Emden brannte es.", ["e1"]),
        ("80 Helfer kamen.", ["e2"]),
    ]
    assert [row["text"] for row in shared[1].others] == ["Helfer kamen aus Leer.", "Etwa 60 Helfer kamen nach Emden."]


def test_a_sentence_of_two_events_is_one_statement_and_leads_to_the_larger_event_first(tables: Tables) -> None:
    rows = tables["event_sentences"]
    tables["event_sentences"] = pd.concat([rows, rows.iloc[[0]].assign(event_id="e2"), rows.iloc[[1]]])
    first, _ = reading.shared(tables, "a")
    assert first.events == ["e2", "e1"]
    assert [row["article_id"] for row in first.others] == ["c", "b", "d"]


def test_the_tables_of_a_story_have_its_rows_only(tables: Tables) -> None:
    tables["articles"] = tables["articles"].assign(story_id=["s1", "s1", "s1", "s2"])
    tables["events"] = tables["events"].assign(story_id=["s2", "s1"])
    tables["mentions"] = tables["mentions"].assign(article_id="d")
    told = reading.of_story(tables, "s1")
    assert set(told["sentences"]["article_id"]) == {"a", "b", "c"}
    assert list(told["events"]["event_id"]) == ["e2"]
    assert told["entities"].empty
    other = reading.of_story(tables, "s2")
    assert set(other["sentences"]["article_id"]) == {"d"}
    assert list(other["entities"]["entity_id"]) == ["loc-emden"]


def test_rows_are_what_pandas_gives(tables: Tables) -> None:
    for frame in tables.values():
        assert reading.records(frame) == frame.to_dict("records")


def test_an_unknown_source_is_called_by_its_title(tables: Tables) -> None:
    rows = tables["articles"].set_index("article_id", drop=False)
    assert reading.source(rows.loc["a"]) == "Alpha"
    assert reading.source(rows.loc["c"]) == "“Großbrand an der Küste bei …”"


def test_day_and_time_are_shown_as_far_as_they_are_known(tables: Tables) -> None:
    dates = [reading.published(row) for row in tables["articles"].to_dict("records")]
    assert dates == ["2 May 2024, 08:00", "3 May 2024", "date unknown", "4 May 2024"]


def test_speakers_go_by_their_entity_or_the_words_that_name_them(tables: Tables) -> None:
    assert reading.speakers(tables, "b").to_dict("records") == [
        {"entity_id": "", "name": "der Chef", "direct": 1, "indirect": 0, "partial": 0}
    ]
    tables["quotes"] = tables["quotes"].assign(speaker_entity_id="loc-emden")
    assert list(reading.speakers(tables, "b")["name"]) == ["Emden"]
    assert reading.speakers(tables, "a").empty


def test_a_partial_quotation_within_another_is_not_counted_again() -> None:
    rows = [("a", 0, 50, "indirect"), ("a", 10, 16, "partial"), ("a", 60, 66, "partial"), ("b", 10, 16, "partial")]
    quotes = pd.DataFrame(rows, columns=["article_id", "start", "end", "kind"])
    assert list(reading.whole(quotes).index) == [0, 2, 3]
    assert reading.whole(quotes[:0]).empty
