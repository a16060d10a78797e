from lib.show import contrast
from lib.show.columns import columns
from lib.show.reading import Tables
from tests.show.story import COLUMNS


def test_a_source_is_a_column_and_so_is_each_article_without_one(tables: Tables) -> None:
    assert columns(tables["articles"]) == COLUMNS


def test_two_articles_of_one_headline_whose_sources_are_unknown_differ_from_each_other(tables: Tables) -> None:
    alike = {"source": "unknown", "title": "80 Helfer"}
    tables["articles"] = tables["articles"].assign(**alike)
    found = columns(tables["articles"])
    assert len({column.label for column in found}) == len(found) == 4
    assert not contrast.between(tables["differences"], found).empty
