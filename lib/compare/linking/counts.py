"""Other numbers of one thing: sentences of two articles of about one day that may report the same, and count one thing
differently, report the same.

Numbers that are not the same speak against a link, as the models have learned; but what articles differ on is what a
reader wants to see.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from scipy.sparse import csr_matrix, triu

from lib.article import Annotation
from lib.compare.counting import MEASURES, SAME_ROLE, amount, in_common, stems_around, thing
from lib.compare.linking.reasons import Place
from lib.compare.linking.ruling import raised
from lib.compare.linking.story import Story

OTHERWISE = 0.6
"""Score of such a link."""
_MAY_BE = 0.25
"""Least score of a link that is raised."""
_NEAR = 1
"""Days between the articles at most, as the next days have figures of their own."""
_FAR = 2
"""Times a number that is no other report of the same."""
_CLOSE = 0.9
"""Times a number that is close to it."""


class _Count(NamedTuple):
    """What a number counts, how much, and stems of the words around it."""

    thing: str
    amount: str
    around: frozenset[str]

    def may_be(self, other: "_Count", *, of_one: bool) -> bool:
        """Whether it is another number of the same: of what is measured, among the same words, or a close one of what
        has the same name (`of_one`)."""
        least, most = sorted(float(count.amount) for count in (self, other))
        is_same = (
            self.thing not in MEASURES
            or in_common(self.around, other.around) >= SAME_ROLE
            or (of_one and least >= _CLOSE * most)
        )
        return 0 < least < most <= _FAR * least and is_same


def told_otherwise(story: Story, scores: csr_matrix, annotations: Sequence[Annotation]) -> csr_matrix:
    """The scores, those raised of two sentences that may be the same and of which each has just one number of a thing,
    unless they name others or either number is in the other article too.

    Args:
        scores: as from `model.pair_scores`.
        annotations: the story's.
    """
    counts = _counts(annotations)
    amounts: dict[str, set[str]] = defaultdict(set)
    for (article_id, _), told in counts.items():
        amounts[article_id].update(count.amount for count in told)
    places = [(sentence.article_id, sentence.sentence_id) for sentence in story.sentences]

    def differ(i: int, j: int) -> bool:
        named, named_too = (set(story.names[row].indices.tolist()) for row in (i, j))
        of_one = bool(named & named_too)
        are_others = bool(named and named_too) and not of_one
        if are_others or not 0 <= story.days[story.article[i], story.article[j]] <= _NEAR:
            return False
        one, other = _single(counts[places[i]]), _single(counts[places[j]])
        return any(
            one[kind].may_be(other[kind], of_one=of_one)
            and one[kind].amount not in amounts[places[j][0]]
            and other[kind].amount not in amounts[places[i][0]]
            for kind in one.keys() & other.keys()
        )

    near = triu(scores, format="coo")
    may_be = (near.data >= _MAY_BE) & (near.data < OTHERWISE)
    pairs = zip(near.row[may_be].tolist(), near.col[may_be].tolist(), strict=True)
    same = [(i, j) for i, j in pairs if story.article[i] != story.article[j] and differ(i, j)]
    return raised(scores, same, OTHERWISE)


def _counts(annotations: Iterable[Annotation]) -> dict[Place, list[_Count]]:
    """The numbers of every sentence that has some."""
    found: dict[Place, list[_Count]] = defaultdict(list)
    for annotation in annotations:
        sentences = {sentence.sentence_id: sentence for sentence in annotation.sentences}
        for value in annotation.values:
            if value.kind == "number" and value.value:
                sentence = sentences[value.sentence_id]
                start, end = value.start - sentence.start, value.end - sentence.start
                counted = thing(value, sentence.text[:start])
                count = _Count(counted, amount(value), stems_around(sentence.text, start, end))
                found[value.article_id, value.sentence_id].append(count)
    return found


def _single(counts: Sequence[_Count]) -> dict[str, _Count]:
    """By what they count, the numbers of a sentence that are the only ones of it."""
    things = [count.thing for count in counts]
    return {count.thing: count for count in counts if count.thing and things.count(count.thing) == 1}
