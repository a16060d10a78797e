"""Which sentences report one event together, by the scores of their pairs."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from scipy.sparse import csr_matrix

LINKED = 0.5
"""Score from which two sentences report the same event: more probably than not."""
COHERENT = 0.6
"""Mean score with the sentences of an event's other articles from which a further sentence joins it."""
AGREES = 0.4
"""Mean score below which a sentence leaves an event again."""
ALIKE = 0.6
"""Share of common sentences from which two events are one."""
EVENTS_PER_SENTENCE = 3
"""A sentence may report several things, but rarely more."""


def clusters(articles: Sequence[str], scores: csr_matrix) -> list[list[int]]:
    """Groups of sentences that report one event, each sorted; a sentence may be in several.

    From each link that no group holds yet, strongest first, a group grows by the sentence that agrees best with those
    of the other articles, while the mean score is high enough. Groups that are much the same become one, and what then
    hardly agrees with the rest leaves. Transitive closure would chain topics.

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
        while (twin := _twin(group, groups, groups_of)) is not None:
            for member in groups[twin]:
                groups_of[member].remove(twin)
            group |= groups.pop(twin)
        group = _kept(group, articles, near)
        groups[number] = group
        for member in group:
            groups_of[member].add(number)
    return [sorted(group) for group in groups.values()]


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


def _twin(group: set[int], groups: dict[int, set[int]], groups_of: Sequence[set[int]]) -> int | None:
    """A group that is much the same, or part of the other."""
    for number in sorted(set().union(*(groups_of[member] for member in group))):
        common = len(group & groups[number])
        if common >= ALIKE * len(group | groups[number]) or common == min(len(group), len(groups[number])):
            return number
    return None
