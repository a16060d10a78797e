"""Stories: which articles share an occasion, or look back on one that others share."""

import csv
import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_matrix, vstack
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.preprocessing import normalize

from lib.article import UNKNOWN, Article
from lib.schema import Story

NAMES_AND_NOUNS = r"\b[A-ZÄÖÜ]\w{2,5}"
"""In German a capital marks names and nouns; their first six letters stand for all inflections and many compounds."""
SIMILARITY = 0.14
"""Articles of one story agree at least so much on average. Rather low: events are looked for within stories only, and
sources that choose other words, or share no more than the background, should meet."""
DAYS = 20.0
"""Days between two publications after which their similarity counts for 1/e."""
RELATED = 0.2
"""Similarity from which an article that tells of the day of another tells of its occasion, and average similarity from
which occasions that tell of each other are one story, whatever time lies between them."""
LAG = 1
"""Days after what happened on which it is still reported as news."""
LONGEST = 31
"""Days of the longest time that says when something happened; longer ones are told of by articles on anything."""
_CODE = re.compile(r"(?:[a-z]{2,4}-)?\d+(?:\.0)?")
"""The name of a story that tells nobody anything: "deu-8142077"."""
BLOCK = 512
_AT_ONCE = 100_000
_NEWS = "frequencies.csv"

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]
Days = tuple[str, str]
"""First and last day of a time (ISO 8601)."""


class Stories(NamedTuple):
    """`story_of` maps article ids to story ids; every article has a story."""

    story_of: dict[str, str]
    stories: list[Story]


def find(
    articles: Sequence[Article],
    texts: Mapping[str, str] | None = None,
    told: Mapping[str, Collection[Days]] = MappingProxyType({}),
) -> Stories:
    """Groups articles into stories: as the data says, and the others by their names and nouns, their dates of
    publication, and the times they tell of.

    First into occasions: the longer the time between two publications, if both are known, the less their words count.
    Then into one story those that are about the same, if at least half of the articles of one tell of days when the
    other was in the news ("im Juni" in September), be it by way of further occasions. Average linkage in both: an
    article that is near to one other article does not chain two stories.

    Args:
        articles: with unique ids.
        texts: by article, what counts of its text; all of it if None.
        told: by article, the times that it tells of.
    """
    articles = sorted(articles, key=lambda article: article.id)
    given: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        given[article.story].append(article)
    stories = _found(given.pop("", []), texts, told)
    stories += [(of(members), members) for members in given.values()]
    stories.sort(key=lambda found: (-found[0].n_articles, found[0].story_id))
    story_of = {article.id: story.story_id for story, members in stories for article in members}
    return Stories(story_of, [story for story, _ in stories])


def of(articles: Sequence[Article]) -> Story:
    """The story that articles make."""
    return _story(articles, _words([article.text for article in articles]))


def _found(
    articles: Sequence[Article], texts: Mapping[str, str] | None, told: Mapping[str, Collection[Days]]
) -> list[tuple[Story, list[Article]]]:
    """The stories of articles of which the data does not say it, with their articles."""
    if not articles:
        return []
    words = _words([texts[article.id] if texts else article.text for article in articles])
    days = np.array([_day(article.published) for article in articles])
    occasions = [
        component[group]
        for component in _components(words, days)
        for group in _groups(_similarity(words[component], words[component], days[component], days[component]))
    ]
    tells = _tells(words, days, [told.get(article.id, ()) for article in articles])
    return [
        (_story(members, words[group]), members)
        for group in _related(occasions, words, tells)
        if (members := [articles[i] for i in group])
    ]


def _words(texts: list[str]) -> csr_matrix:
    """TF-IDF of names and nouns, rows of length 1. How rare a word is says the news as well as the corpus, since in a
    corpus on one topic no word of the topic is rare."""
    counter = CountVectorizer(token_pattern=NAMES_AND_NOUNS, lowercase=False, dtype=np.float32)
    try:
        words = counter.fit_transform(texts)
    except ValueError:  # no text has a capital letter
        return csr_matrix((len(texts), 1), dtype=np.float32)
    news, of_news = _in_news()
    having = words.getnnz(axis=0) + [news.get(word, 0) for word in counter.get_feature_names_out()]
    words.data = 1 + np.log(words.data)
    rarity = 1 + np.log((1 + len(texts) + of_news) / (1 + having))
    return normalize(words.multiply(rarity).tocsr()).astype(np.float32)


@cache
def _in_news() -> tuple[dict[str, int], int]:
    """In how many articles of news each word stands, and the number of all."""
    text = files("lib.compare").joinpath(_NEWS).read_text(encoding="utf-8")
    of = {row["beginning"]: int(row["articles"]) for row in csv.DictReader(text.splitlines())}
    return of, of.pop("")


def _day(published: str) -> float:
    try:
        return date.fromisoformat(published[:10]).toordinal()
    except ValueError:
        return np.nan


def _similarity(one: csr_matrix, other: csr_matrix, day: Floats, other_day: Floats) -> Floats:
    """Cosine, damped by the days in between, shape (one, other)."""
    gap = np.nan_to_num(np.abs(day[:, None] - other_day[None]), nan=0.0)
    product: Floats = (one @ other.T).toarray() * np.exp(-gap / DAYS)
    return product


def _components(words: csr_matrix, days: Floats) -> list[Rows]:
    """Articles that average linkage could join at all: those connected by pairs above the threshold."""
    edges = [*range(0, len(days), BLOCK), len(days)]
    near = [csr_matrix(_similarity(words[a:b], words, days[a:b], days) >= SIMILARITY) for a, b in pairwise(edges)]
    return _connected(vstack(near))


def _connected(edges: csr_matrix) -> list[Rows]:
    n, label = connected_components(edges, directed=False)
    order = np.argsort(label, kind="stable")
    return np.split(order, np.searchsorted(label[order], np.arange(1, n)))


def _groups(similarity: Floats, least: float = SIMILARITY) -> list[Rows]:
    if len(similarity) == 1:
        return [np.zeros(1, np.intp)]
    distance = np.clip(1.0 - similarity, 0.0, None)
    np.fill_diagonal(distance, 0.0)
    label = fcluster(linkage(squareform(distance, checks=False), "average"), 1.0 - least, "distance")
    return [np.flatnonzero(label == k) for k in np.unique(label)]


def _tells(words: csr_matrix, days: Floats, told: Sequence[Collection[Days]]) -> csr_matrix:
    """Which articles tell of the day on which another was published, or of that before, and agree with it; (n, n)."""
    n = len(days)
    published = np.unique(days[~np.isnan(days)])
    on = [(i, int(np.searchsorted(published, day))) for i, day in enumerate(days.tolist()) if not np.isnan(day)]
    of = [
        (i, day)
        for i, times in enumerate(told)
        for first, last in times
        if (begin := _day(first)) > (end := _day(last)) - LONGEST
        for day in range(*np.searchsorted(published, [begin, end + LAG + 1]).tolist())
    ]
    told_of = _flags(of, (n, len(published))) @ _flags(on, (n, len(published))).T
    one, other = told_of.nonzero()
    parts = [slice(at, at + _AT_ONCE) for at in range(0, len(one), _AT_ONCE)]
    agree = [words[one[part]].multiply(words[other[part]]).sum(axis=1) >= RELATED for part in parts]
    kept = np.flatnonzero(np.concatenate([np.zeros(0, bool), *(np.asarray(part).ravel() for part in agree)]))
    return _flags(list(zip(one[kept].tolist(), other[kept].tolist(), strict=True)), (n, n))


def _flags(places: Sequence[tuple[int, int]], shape: tuple[int, int]) -> csr_matrix:
    rows, columns = zip(*places, strict=True) if places else ((), ())
    return csr_matrix((np.ones(len(rows), dtype=bool), (rows, columns)), shape=shape)


def _related(occasions: Sequence[Rows], words: csr_matrix, tells: csr_matrix) -> list[Rows]:
    """The articles of each story: those of one occasion, or of several that tell of each other and agree."""
    belongs = _flags(
        [(k, i) for k, rows in enumerate(occasions) for i in rows.tolist()], (len(occasions), words.shape[0])
    )
    telling = belongs.astype(int) @ (tells @ belongs.T)
    half = telling.multiply(2 / np.array([len(rows) for rows in occasions])[:, None]) >= 1
    means = vstack([csr_matrix(words[rows].mean(axis=0)) for rows in occasions]).tocsr()
    return [
        np.sort(np.concatenate([occasions[near[k]] for k in group]))
        for near in _connected(csr_matrix(half))
        for group in _groups((means[near] @ means[near].T).toarray(), RELATED)
    ]


def _story(articles: Sequence[Article], words: csr_matrix) -> Story:
    nearness = (words @ words.sum(axis=0, dtype=np.float64).T).A1.round(6)
    told = _told_titles(articles)
    central = sorted(range(len(articles)), key=lambda i: (-nearness[i], -told[i]))
    titled = [articles[i] for i in central if articles[i].title != UNKNOWN] or [articles[central[0]]]
    title = titled[0].title if titled[0].title != UNKNOWN else titled[0].text.partition("\n")[0]
    name = articles[0].story
    dates = sorted(article.published for article in articles if article.published)
    return Story(
        story_id=stable_id("s", [article.id for article in articles]),
        headline=name if name and not _CODE.fullmatch(name) else title,
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        n_articles=len(articles),
        n_sources=len({article.source for article in articles} - {UNKNOWN}),
    )


def _told_titles(articles: Sequence[Article]) -> list[float]:
    """Share of the names and nouns of each title that other articles have: of two articles, which are equally near to
    each other, the one whose title tells what both do stands for them."""
    said = [set(re.findall(NAMES_AND_NOUNS, article.text)) for article in articles]
    others = Counter(word for words in said for word in words)
    titles = [set(re.findall(NAMES_AND_NOUNS, article.title)) for article in articles]
    return [
        sum(others[word] > (word in mine) for word in title) / max(1, len(title))
        for title, mine in zip(titles, said, strict=True)
    ]


def stable_id(prefix: str, parts: Sequence[str]) -> str:
    """A short id that depends on the parts alone, not on their order."""
    return f"{prefix}-{hashlib.sha256(chr(0).join(sorted(parts)).encode()).hexdigest()[:10]}"
