"""Passages that several articles have nearly word for word, as those have that print the same agency's copy."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import combinations, pairwise, product
from typing import NamedTuple

from lib.article import UNKNOWN, Article
from lib.schema import Passage

SHINGLE = 6
"""Words in a row by which articles are found that may share a passage."""
COMMON = 5_000
"""Pairs of articles of different sources, those of a hundred outlets, from which on a row of words that all of them
have is a formula of the trade, and no sign of a shared passage."""
LEAST = 15
"""Fewest words that a passage has in both articles."""
GAP = 4
"""Most words in a row that may be other ones within a passage."""
SAME = 0.8
"""Least share of a passage's words, in either article, that both have in this order."""
ROUNDS = 8
"""How often what two articles have left is compared anew, where they have the same in another order."""
REPETITIVE = 100_000
"""Pairs of equal words of two articles from which on frequent words begin no run: articles have a few thousand, lists
of hundreds of like lines so many that comparing them would take minutes."""
_TAKEN, _TAKEN_TOO = "\0", "\1"
"""In place of words of a passage that was found; they are equal to nothing of the other article."""
_WORD = re.compile(r"\w+(?:[-’']\w+)*")


class _Words(NamedTuple):
    words: list[str]
    spans: list[tuple[int, int]]


def find(articles: Sequence[Article]) -> list[Passage]:
    """Passages that two articles share, both ways, in order of the article, the place and the other article.

    Articles of one known source are not compared: what they share is its own standing text. Nor is what more
    than COMMON pairs of articles have.
    """
    texts = {article.id: _words(article.text) for article in articles}
    source = {article.id: article.source for article in articles if article.source != UNKNOWN}
    rows = []
    for one, other in sorted(_candidates(texts, source)):
        for passage in _shared(one, texts[one], other, texts[other]):
            rows += [passage, _turned(passage)]
    return sorted(rows)


def _words(text: str) -> _Words:
    matches = list(_WORD.finditer(text))
    return _Words([match[0].casefold() for match in matches], [match.span() for match in matches])


def _candidates(texts: dict[str, _Words], source: dict[str, str]) -> set[tuple[str, str]]:
    """Pairs of articles of different sources, as far as known, that share enough words in a row for a passage."""
    places: dict[int, list[str]] = defaultdict(list)
    for article_id, (words, _) in texts.items():
        for shingle in {hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1)}:
            places[shingle].append(article_id)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for ids in places.values():
        of_source: dict[str, list[str]] = defaultdict(list)
        for article_id in ids:
            of_source[source.get(article_id, article_id)].append(article_id)
        if 0 < len(ids) ** 2 - sum(len(own) ** 2 for own in of_source.values()) < 2 * COMMON:
            for mine, theirs in combinations(of_source.values(), 2):
                for one, other in product(mine, theirs):
                    shared[min(one, other), max(one, other)] += 1
    return {pair for pair, n in shared.items() if n > 1}


_Run = list[tuple[int, int, int]]
"""Blocks of equal words: where they begin in either article, and how many they are."""


def _shared(one_id: str, one: _Words, other_id: str, other: _Words) -> Iterator[Passage]:
    """Runs of equal words, joined over short gaps in both articles; what stands in another order is looked for anew."""
    count, other_count = Counter(one.words), Counter(other.words)
    meetings = sum(n * other_count[word] for word, n in count.items())
    left, left_too = list(one.words), list(other.words)
    for _ in range(ROUNDS):
        if not _shingles(left) & _shingles(left_too):
            return
        blocks = SequenceMatcher(None, left, left_too, autojunk=meetings > REPETITIVE).get_matching_blocks()
        runs = [run for joined in _joined(blocks) for run in _alike(joined)]
        for run in runs:
            (a, b, _), (last_a, last_b, size) = run[0], run[-1]
            yield Passage(
                one_id,
                one.spans[a][0],
                one.spans[last_a + size - 1][1],
                other_id,
                other.spans[b][0],
                other.spans[last_b + size - 1][1],
                sum(size for _, _, size in run),
            )
            left[a : last_a + size] = [_TAKEN] * (last_a + size - a)
            left_too[b : last_b + size] = [_TAKEN_TOO] * (last_b + size - b)
        if not runs:
            return


def _shingles(words: list[str]) -> set[tuple[str, ...]]:
    """The rows of words in which nothing is taken yet."""
    rows = zip(*(words[i:] for i in range(SHINGLE)), strict=False)
    return {row for row in rows if _TAKEN not in row and _TAKEN_TOO not in row}


def _joined(blocks: Sequence[tuple[int, int, int]]) -> Iterator[_Run]:
    """Blocks that follow each other closely in both articles, as one run."""
    run: _Run = []
    for a, b, size in blocks:
        if run and not (size and a - sum(run[-1][::2]) <= GAP and b - sum(run[-1][1:]) <= GAP):
            yield run
            run = []
        if size:
            run.append((a, b, size))


def _alike(run: _Run) -> Iterator[_Run]:
    """A run that is long enough and has few other words, or those of its parts beside the widest gap that are so."""
    pending = [run]
    while pending:
        part = _trimmed(pending.pop())
        n_words = sum(size for _, _, size in part)
        if n_words < LEAST:
            continue
        (a, b, _), (last_a, last_b, size) = part[0], part[-1]
        if n_words >= SAME * max(last_a + size - a, last_b + size - b):
            yield part
            continue
        gaps = [max(a - sum(last[::2]), b - sum(last[1:])) for last, (a, b, _) in pairwise(part)]
        widest = gaps.index(max(gaps)) + 1
        pending += [part[:widest], part[widest:]]


def _trimmed(run: _Run) -> _Run:
    """The run without single words at its ends, which match by chance."""
    first, last = 0, len(run)
    while last - first > 1 and run[first][2] < 3:
        first += 1
    while last - first > 1 and run[last - 1][2] < 3:
        last -= 1
    return run[first:last]


def _turned(passage: Passage) -> Passage:
    return Passage(
        passage.other_id,
        passage.other_start,
        passage.other_end,
        passage.article_id,
        passage.start,
        passage.end,
        passage.n_words,
    )
