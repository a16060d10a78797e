"""What is said of a story where one is chosen."""

import pytest

from lib import schema
from lib.show import stories
from lib.show.reading import Tables


def test_a_story_says_its_dates_number_of_sources_headline_articles_and_sources(tables: Tables) -> None:
    assert stories.labels(tables) == {
        "s1": "2–4 May 2024 · 2 sources · Brand in Werft · 4 articles by Alpha, Beta, unknown (1)",
    }


def test_what_is_unknown_is_said_to_be_unknown(tables: Tables) -> None:
    unsigned = tables["articles"].assign(source="unknown")
    story = schema.table("stories", [schema.Story("s1", "Brand in Werft", "", "", 4, 0)])
    labels = stories.labels(tables | {"articles": unsigned, "stories": story})
    assert labels["s1"] == "date unknown · source unknown · Brand in Werft · 4 articles"


@pytest.mark.parametrize(("articles", "sources", "first"), [(2, 1, "s1"), (4, 3, "s2"), (1, 1, "s1")])
def test_the_story_of_most_sources_comes_first_but_for_those_of_one_article(
    tables: Tables, articles: int, sources: int, first: str
) -> None:
    rows = [
        schema.Story("s1", "Brand in Werft", "2024-05-02", "2024-05-04", 2, 0 if articles == 1 else 2),
        schema.Story("s2", "Ein Wal strandet", "2024-05-02", "2024-05-04", articles, sources),
    ]
    told = tables["articles"].assign(story_id=["s1", "s1", "s2", "s2"])
    labels = stories.labels(tables | {"articles": told, "stories": schema.table("stories", rows)})
    assert next(iter(labels)) == first
