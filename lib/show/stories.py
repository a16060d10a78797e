"""Stories as they are offered to be chosen: their order, and what is said of each. Pure."""

from collections import Counter
from typing import Any

from lib.article import UNKNOWN
from lib.show import reading
from lib.show.reading import Tables
from lib.show.text import count, span


def labels(tables: Tables) -> dict[str, str]:
    """By story_id what is said of the story, those that can be compared first, of these those of most sources."""
    sources: dict[str, Counter[str]] = {}
    for story_id, source in zip(tables["articles"]["story_id"], tables["articles"]["source"], strict=True):
        sources.setdefault(story_id, Counter())[source] += 1
    stories = tables["stories"].assign(several=tables["stories"]["n_articles"] > 1)
    ranked = stories.sort_values(
        ["several", "n_sources", "n_articles", "story_id"], ascending=[False, False, False, True]
    )
    return {row["story_id"]: _label(row, sources[row["story_id"]]) for row in reading.records(ranked)}


def _label(story: dict[str, Any], sources: Counter[str]) -> str:
    """Dates, number of sources, headline, articles, sources' names: what has an even length first, since a narrow
    screen cuts the end."""
    known = [source for source, _ in sources.most_common() if source != UNKNOWN]
    unknown = [f"unknown ({sources[UNKNOWN]})"] if sources[UNKNOWN] else []
    articles = count(story["n_articles"], "article")
    return " · ".join(
        (
            span(story["first"], story["last"]),
            count(len(known), "source") if known else "source unknown",
            story["headline"],
            f"{articles} by {', '.join([*known, *unknown])}" if known else articles,
        )
    )
