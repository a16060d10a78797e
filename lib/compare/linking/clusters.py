"""Which sentences report one event together, by the scores of their pairs."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from scipy.sparse import csr_matrix

LINKED = 0.5
"""Score from which two sentences report the same event: more probably than not."""
COHERENT = 0.6
"""Mean score with the sentences of an event's other articles from which a further sentence joins it."""
AGREES = 0.4
"""Mean score below which a sentence leaves an event again."""
WHOLE = 0.65
"""Mean score of all sentences of two events that share one from which they are one event."""
TWINS = 0.75
"""Share of the sentences of the smaller of two events that are the other's as well, from which it is enough if all of
them are linked more probably than not, at the mean."""
EVENTS_PER_SENTENCE = 3
"""A sentence may report several things, but rarely more."""


def clusters(articles: Sequence[str], scores: csr_matrix) -> list[list[int]]:
    """Groups of sentences that report one event, each sorted; a sentence may be in several.

    From each link that no group holds yet, strongest first, a group grows by the sentence that agrees best with those
    of the other articles, while the mean score is high enough. A group that is part of another becomes one with it, and
    what then hardly agrees with the rest leaves. In the end groups that share a sentence and agree as a whole become
    one. Transitive closure would chain topics.

    Args:
        articles: article of each sentence.
        scores: as from `model.pair_scores`.
    """
    near: list[dict[int, float]] = [dict(zip(row.indices.tolist(), row.data.tolist(), strict=True)) for row in scores]
    links = [(-score, i, j) for i, row in enumerate(near) for j, score in row.items() if i < j and score >= LINKED]
    groups: dict[int, set[int]] = {}
    groups_of: list[set[int]] = [set() for _ in articles]
    for number, (_, i, j) in enumerate(sorted(links)):
        if groups_of[i] & groups_of[j] or max(len(groups_of[i]), len(groups_of[j])) >= EVENTS_PER_SENTENCE:
            continue
        group = _grow([i, j], articles, near, groups_of)
        while (other := _nested(group, groups, groups_of)) is not None:
            for member in groups[other]:
                groups_of[member].remove(other)
            group |= groups.pop(other)
        group = _kept(group, articles, near)
        groups[number] = group
        for member in group:
            groups_of[member].add(number)
    return [sorted(group) for group in _joined(list(groups.values()), articles, near)]


def _grow(
    group: list[int], articles: Sequence[str], near: Sequence[dict[int, float]], groups_of: Sequence[set[int]]
) -> set[int]:
    total: dict[int, float] = defaultdict(float)
    for member in group:
        for k, score in near[member].items():
            total[k] += score
    size = Counter(articles[member] for member in group)
    while True:
        best, mean = -1, COHERENT
        for k, score in total.items():
            others = len(group) - size[articles[k]]
            if k not in group and len(groups_of[k]) < EVENTS_PER_SENTENCE and (score / others, -k) > (mean, -best):
                best, mean = k, score / others
        if best < 0:
            return set(group)
        group.append(best)
        size[articles[best]] += 1
        for k, score in near[best].items():
            total[k] += score


def _kept(group: set[int], articles: Sequence[str], near: Sequence[dict[int, float]]) -> set[int]:
    """The group without sentences that, now that it is whole, hardly agree with those of its other articles."""
    kept = set(group)
    while True:
        mean = {}
        for i in kept:
            scores = [near[i].get(k, 0.0) for k in kept if articles[k] != articles[i]]
            mean[i] = sum(scores) / len(scores)
        worst = min(mean, key=lambda i: (mean[i], -i))
        if mean[worst] >= AGREES or len({articles[i] for i in kept - {worst}}) < 2:
            return kept
        kept.remove(worst)


def _nested(group: set[int], groups: dict[int, set[int]], groups_of: Sequence[set[int]]) -> int | None:
    """A group that is part of the other, or the other way round."""
    for number in sorted(set().union(*(groups_of[member] for member in group))):
        if group <= groups[number] or group >= groups[number]:
            return number
    return None


def _joined(groups: list[set[int]], articles: Sequence[str], near: Sequence[dict[int, float]]) -> list[set[int]]:
    """The groups, those that share a sentence and agree as a whole joined, the best of them first."""

    def agreeing(pairs: Iterable[tuple[int, int]]) -> dict[tuple[int, int], float]:
        means = {(i, j): _mean(groups[i] | groups[j], articles, near) for i, j in pairs if groups[i] & groups[j]}
        return {
            (i, j): mean
            for (i, j), mean in means.items()
            if mean >= (LINKED if _twins(groups[i], groups[j]) else WHOLE)
        }

    joinable = agreeing(combinations(range(len(groups)), 2))
    while joinable:
        kept, gone = max(joinable, key=lambda pair: (joinable[pair], -pair[0], -pair[1]))
        groups[kept] |= groups[gone]
        groups[gone] = set()
        joinable = {pair: mean for pair, mean in joinable.items() if not {kept, gone} & set(pair)}
        joinable |= agreeing((min(kept, other), max(kept, other)) for other in range(len(groups)) if other != kept)
    return [group for group in groups if group]


def _twins(one: set[int], other: set[int]) -> bool:
    """Whether two groups are much the same."""
    return len(one & other) >= TWINS * min(len(one), len(other))


def _mean(group: set[int], articles: Sequence[str], near: Sequence[dict[int, float]]) -> float:
    """Mean score of the pairs of different articles."""
    scores = [near[i].get(j, 0.0) for i, j in combinations(sorted(group), 2) if articles[i] != articles[j]]
    return sum(scores) / len(scores)
