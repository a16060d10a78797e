from lib.show import contrast, grid
from lib.show.reading import Tables
from tests.show.story import COLUMNS, FIRE, HELPERS

HEADLINES = {row.event_id: row.headline for row in (FIRE, HELPERS)}


def test_a_difference_shows_the_value_of_each_source(tables: Tables) -> None:
    (found,) = contrast.differences(tables, HEADLINES, COLUMNS)
    assert found[:4] == ("number", "differ", "e2", "80 Helfer kamen.")
    [[one], [other], none] = found.cells
    assert (one[:3], other[:3], none) == (("80", "a", 37), ("Etwa 60", "b", 35), [])
    assert "80 Helfer kamen." in one.context and "Etwa 60 Helfer" in other.context
    assert (one.note, other.note) == ("2 May 2024, 08:00", "3 May 2024")


def test_a_difference_with_a_source_that_is_not_chosen_is_none(tables: Tables) -> None:
    chosen = [COLUMNS[0], COLUMNS[2]]
    assert contrast.differences(tables, HEADLINES, chosen) == []


def test_sources_that_say_the_same_in_other_words_do_not_differ(tables: Tables) -> None:
    same = tables["differences"].assign(answer="80")
    assert same["value"].nunique() > 1
    events = grid.of_story(tables | {"differences": same}, "s1", COLUMNS, "reading")
    assert events[1].cells == ["reports"] * 3
    assert contrast.differences(tables | {"differences": same}, HEADLINES, COLUMNS) == []
