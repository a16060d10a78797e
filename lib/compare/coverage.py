"""Coverage: which articles of a story report an event, and which cannot be expected to."""

from collections.abc import Iterable, Sequence

from lib.article import Article
from lib.schema import Coverage, EventSentence


def cover(articles: Sequence[Article], event_sentences: Iterable[EventSentence]) -> list[Coverage]:
    """One row per event and article of the events' story.

    An article that does not report an event is "silent"; "published before" if its day lies before the day of the
    first report; "date unknown" if it has no date, so that it may have been published before.

    Args:
        articles: the story's.
        event_sentences: of the story's events.
    """
    articles = sorted(articles, key=lambda article: article.id)
    reports: dict[str, set[str]] = {}
    for row in event_sentences:
        reports.setdefault(row.event_id, set()).add(row.article_id)
    return [
        Coverage(event_id, article.id, "reports" if article.id in ids else _silence(article, articles, ids))
        for event_id, ids in reports.items()
        for article in articles
    ]


def _silence(article: Article, articles: Sequence[Article], reporting: set[str]) -> str:
    if not article.published:
        return "date unknown"
    days = [other.published[:10] for other in articles if other.id in reporting]
    # If a report has no date, it may be the first.
    return "published before" if all(days) and article.published[:10] < min(days) else "silent"
