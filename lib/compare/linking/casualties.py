"""How many were hurt: sentences of two articles that count them speak for a link, though the numbers differ.

Numbers that are not the same speak against a link, as the models have learned; of the hurt of one occasion articles
differ as a rule, and that is what a reader wants to see.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations
from typing import NamedTuple

from scipy.sparse import csr_matrix

from lib.article import Annotation
from lib.compare.linking.reasons import Place
from lib.compare.linking.ruling import raised
from lib.compare.linking.story import Story
from lib.schema import Sentence, Value

COUNTED = 0.9
"""What such a link scores at least."""
_NEAR = 1
"""Days between the articles at most, as more are hurt the next day, or somewhere else."""
_WITHIN = re.compile("verletzt", re.IGNORECASE)
_BEHIND = re.compile(r"[^.;:!?,]{0,60}?\b(?:schwer|leicht)?verletzt\b")
"""In what a number counts and behind it: "drei verletzte Polizisten", "fünf Menschen wurden verletzt"."""
_ANYBODY = re.compile(r"(?:Mensch|Person|Leut|Opfer|Betroffen|Beteiligt|Ander)\w*|\w*[Vv]erletzt\w*")
_POLICE = re.compile(r"(?:\w*[Pp]oliz|Beamt|Einsatzkr|Sicherheitskr)\w*")
_BADLY, _SLIGHTLY = re.compile(r"schwer|lebensgefähr|kritisch", re.IGNORECASE), re.compile("leicht", re.IGNORECASE)
_SEVERAL = 2
_STEM = 6  # letters that stand for a word


class Hurt(NamedTuple):
    """Who is counted, as a stem, empty if anybody is; and how badly."""

    who: str
    badly: str

    def may_be(self, other: "Hurt") -> bool:
        """Whether both may count the same."""
        return self.badly == other.badly and (self.who == other.who or "" in (self.who, other.who))


def hurt(sentence: Sentence, value: Value) -> Hurt | None:
    """Of whom a number of a sentence, two or more, says how many were hurt; nobody if it does not."""
    if value.kind != "number" or not value.unit or not value.value or float(value.value) < _SEVERAL:
        return None
    behind = _BEHIND.match(sentence.text, value.end - sentence.start)
    if not (behind or _WITHIN.search(value.text)):
        return None
    words = value.text + (behind[0] if behind else "")
    who = (
        ""
        if _ANYBODY.fullmatch(value.unit)
        else "police"
        if _POLICE.fullmatch(value.unit)
        else value.unit[:_STEM].lower()
    )
    badly = "badly" if _BADLY.search(words) else "slightly" if _SLIGHTLY.search(words) else ""
    return Hurt(who, badly)


def told_counted(story: Story, scores: csr_matrix, annotations: Iterable[Annotation]) -> csr_matrix:
    """The scores, those raised of two sentences of articles of about one day that count the hurt, unless they name
    others.

    Args:
        scores: as from `model.pair_scores`.
        annotations: the story's.
    """
    values: dict[Place, list[Value]] = defaultdict(list)
    for value in (value for annotation in annotations for value in annotation.values):
        values[value.article_id, value.sentence_id].append(value)
    counted: dict[int, Hurt] = {}
    for row, sentence in enumerate(story.sentences):
        found_here = (hurt(sentence, value) for value in values[sentence.article_id, sentence.sentence_id])
        if one := next(filter(None, found_here), None):
            counted[row] = one
    names = {row: set(story.names[row].indices.tolist()) for row in counted}
    same = [
        (i, j)
        for i, j in combinations(counted, 2)
        if story.article[i] != story.article[j]
        and 0 <= story.days[story.article[i], story.article[j]] <= _NEAR
        and counted[i].may_be(counted[j])
        and (not (names[i] and names[j]) or names[i] & names[j])
        and scores[i, j] < COUNTED
    ]
    return raised(scores, same, COUNTED)
