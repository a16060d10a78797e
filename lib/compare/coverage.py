"""Coverage: which articles of a story report an event, and which cannot be expected to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta

from lib.article import Article
from lib.compare.linking import Place
from lib.schema import (
    DATE_UNKNOWN,
    MAY_REPORT,
    PUBLISHED_AFTER,
    PUBLISHED_BEFORE,
    REPORTS,
    SILENT,
    Coverage,
    EventSentence,
    Link,
)

_MARGIN = timedelta(hours=1)
"""Articles are often written on: minutes between the times that they give tell nothing."""
_AFTERWARDS = 14
"""Days after the last report from which on nobody can be expected to tell of it again."""


def cover(
    articles: Sequence[Article],
    event_sentences: Iterable[EventSentence],
    links: Iterable[Link],
    apart: Collection[tuple[str, Place]] = (),
) -> list[Coverage]:
    """One row per event and article of the events' story.

    An article with a sentence that reports an event reports it. One that was published an hour and more before the
    first report, or on a day before where one has no time, is "published before", one from more than two weeks after
    the last report "published after". One with a sentence that is linked with one of the event's, but not surely or in
    another event, "may report" it, if it was not published on a day before: hours tell little where it is not sure
    which report is the first. Any other is "silent", or "date unknown" if it may have been published before,
    as it or a report has no date.

    Args:
        articles: the story's.
        event_sentences: of the story's events.
        links: of the story.
        apart: event and sentence that is known not to report it, whatever it is linked with.
    """
    articles = sorted(articles, key=lambda article: article.id)
    reports: dict[str, set[str]] = {}
    events_of: dict[Place, set[str]] = defaultdict(set)
    for row in event_sentences:
        reports.setdefault(row.event_id, set()).add(row.article_id)
        events_of[row.article_id, row.sentence_id].add(row.event_id)
    may = {
        (event_id, there[0])
        for link in links
        for ends in [((link.article_id, link.sentence_id), (link.other_id, link.other_sentence_id))]
        for here, there in (ends, ends[::-1])
        for event_id in events_of.get(here, ())
        if (event_id, there) not in apart
    }

    published = {article.id: article.published for article in articles}
    moments = {event_id: [published[article_id] for article_id in ids] for event_id, ids in reports.items()}

    def status(event_id: str, article: Article) -> str:
        if article.id in reports[event_id]:
            return REPORTS
        silence = _silence(article, moments[event_id])
        is_early = silence == PUBLISHED_BEFORE and _days(article.published, min(moments[event_id])) > 0
        return MAY_REPORT if (event_id, article.id) in may and not is_early else silence

    return [Coverage(event_id, article.id, status(event_id, article)) for event_id in reports for article in articles]


def _silence(article: Article, moments: Sequence[str]) -> str:
    if not article.published:
        return DATE_UNKNOWN
    known = [moment for moment in moments if moment]
    all_known = len(known) == len(moments)  # one of no date may be the first or the last
    if all(_before(article.published, one) for one in known):
        return PUBLISHED_BEFORE if all_known else DATE_UNKNOWN
    return PUBLISHED_AFTER if all_known and _days(max(known), article.published) > _AFTERWARDS else SILENT


def _days(one: str, other: str) -> int:
    """From the day of a publication to that of another."""
    return (date.fromisoformat(other[:10]) - date.fromisoformat(one[:10])).days


def _before(one: str, other: str) -> bool:
    """Whether a publication (ISO 8601) lies before another, by an hour at least: by the day where one has no time."""
    if "T" not in one or "T" not in other:
        return one[:10] < other[:10]
    return datetime.fromisoformat(other) - datetime.fromisoformat(one) >= _MARGIN
