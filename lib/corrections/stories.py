"""Corrections of stories: an article that is about something else than the others."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

import pandas as pd

from lib import schema
from lib.article import Article
from lib.compare import stories
from lib.corrections.file import Correction
from lib.schema import BY_HAND, ArticleRow


class Alone(NamedTuple):
    """What taking articles out of their stories gives.

    `tables` are those that it changes; what events show is not found anew. `changed` are the articles of all stories
    that it concerns, and `failed` the corrections that could not be made, each with the reason.
    """

    tables: dict[str, pd.DataFrame]
    changed: frozenset[str]
    failed: list[tuple[Correction, str]]


def stand_alone(before: dict[str, pd.DataFrame], corrections: Sequence[Correction]) -> Alone:
    """Take articles out of their stories, and with them what they have in common with the others.

    Args:
        before: all tables of an analysis.
        corrections: each names an article.
    """
    rows = {row.article_id: row for row in map(ArticleRow._make, before["articles"].itertuples(index=False, name=None))}
    left: set[str] = set()
    alone: set[str] = set()
    failed = []
    for correction in corrections:
        row = rows.get(correction.article)
        if row is None:
            failed.append((correction, "there is no such article"))
        elif sum(other.story_id == row.story_id for other in rows.values()) < 2:
            failed.append((correction, "no other article is in its story"))
        else:
            left.add(row.story_id)
            alone.add(row.article_id)
            rows[row.article_id] = row._replace(story_id=stories.of([_article(row)]).story_id, story_from=BY_HAND)
    tables = {name: before[name] for name in ("event_sentences", "events", "links", "differences", "coverage")}
    is_linked = tables["links"]["article_id"].isin(alone) | tables["links"]["other_id"].isin(alone)
    tables["links"] = tables["links"][~is_linked]
    members = tables["event_sentences"]
    members = members[~members["article_id"].isin(alone)]
    told_by = members.groupby("event_id")["article_id"].nunique()
    for name, table in (tables | {"event_sentences": members}).items():
        if "event_id" in table:
            tables[name] = table[table["event_id"].map(told_by).fillna(0) >= 2]
    told = before["stories"].set_index("story_id")["headline"]
    went = {rows[article_id].title for article_id in alone}
    found = [
        _story(story_id, str(told.get(story_id, "")), [row for row in rows.values() if row.story_id == story_id], went)
        for story_id in sorted({*left, *(rows[article_id].story_id for article_id in alone)})
    ]
    is_kept = ~before["stories"]["story_id"].isin(left)
    tables["articles"] = schema.table("articles", rows.values())
    tables["stories"] = pd.concat([before["stories"][is_kept], schema.table("stories", found)], ignore_index=True)
    changed = frozenset(
        row.article_id for row in rows.values() if row.story_id in {*left, *(s.story_id for s in found)}
    )
    return Alone(tables, changed, failed)


def _story(story_id: str, headline: str, rows: Sequence[ArticleRow], went: Collection[str]) -> schema.Story:
    """A story by the articles that it has now; its headline stays unless the article of that title went.

    Args:
        went: titles of articles that were taken out of their stories.
    """
    stays = any(row.title == headline or (row.story_from == "given" and headline not in went) for row in rows)
    told = stories.of([_article(row) for row in rows])
    return told._replace(story_id=story_id, headline=headline if stays else told.headline)


def _article(row: ArticleRow) -> Article:
    return Article(row.article_id, row.text, row.title, source=row.source, published=row.published)
