from lib.show import grid, linking
from lib.show.reading import Tables


def test_the_sentences_of_an_event_are_offered_with_their_source(tables: Tables) -> None:
    assert linking.members(tables, "e1") == {
        ("a", 1): "Alpha: In Emden brannte es.",
        ("d", 1): "Alpha: Es brannte in Emden lange.",
    }


def test_other_sentences_are_offered_those_first_that_may_report_it(tables: Tables) -> None:
    articles = ["a", "b", "c", "d"]
    offered = list(linking.others(tables, "e2", articles, grid.maybe(tables, "e2", articles)))
    assert offered[0] == ("d", 1)
    assert not {("a", 2), ("b", 2), ("c", 1)} & set(offered)
    assert len(offered) == len(tables["sentences"]) - 3


def test_the_anchor_is_of_another_article(tables: Tables) -> None:
    assert linking.anchor(tables, "e2", ("a", 2)) == ("b", 2)
    assert linking.anchor(tables, "e2", ("b", 1)) == ("a", 2)
