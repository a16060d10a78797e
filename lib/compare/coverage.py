"""Coverage: which articles of a story report an event, and which cannot be expected to."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime

from lib.article import Article
from lib.compare.linking import Place
from lib.schema import Coverage, EventSentence, Link

_BEFORE = "published before"


def cover(
    articles: Sequence[Article],
    event_sentences: Iterable[EventSentence],
    links: Iterable[Link],
    apart: Collection[tuple[str, Place]] = (),
) -> list[Coverage]:
    """One row per event and article of the events' story.

    An article with a sentence that reports an event reports it. One that was published before the first report, as
    exactly as both tell, is "published before". One with a sentence that is linked with one of the event's, but not
    surely or in another event, "may report" it. Any other is "silent", or "date unknown" if it has no date, so that it
    may have been published before.

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
            return "reports"
        silence = _silence(article, moments[event_id])
        return "may report" if (event_id, article.id) in may and silence != _BEFORE else silence

    return [Coverage(event_id, article.id, status(event_id, article)) for event_id in reports for article in articles]


def _silence(article: Article, moments: Sequence[str]) -> str:
    if not article.published:
        return "date unknown"
    # If a report has no date, it may be the first.
    return _BEFORE if all(moments) and all(_before(article.published, one) for one in moments) else "silent"


def _before(one: str, other: str) -> bool:
    """Whether a publication (ISO 8601) lies before another: by the day where one has no time."""
    if "T" not in one or "T" not in other:
        return one[:10] < other[:10]
    moments = datetime.fromisoformat(one), datetime.fromisoformat(other)
    if any(moment.tzinfo is None for moment in moments):
        moments = moments[0].replace(tzinfo=None), moments[1].replace(tzinfo=None)
    return moments[0] < moments[1]
