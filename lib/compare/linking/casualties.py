"""How many were hurt: sentences of two articles that count them speak for a link, though the numbers differ.

Numbers that are not the same speak against a link, as the models have learned; of the hurt of one occasion articles
differ as a rule, and that is what a reader wants to see.
"""

import re
from itertools import combinations
from typing import NamedTuple

from scipy.sparse import csr_matrix

from lib.compare.linking.story import Story

COUNTED = 0.9
"""What such a link scores at least."""
_NEAR = 1
"""Days between the articles at most, as more are hurt the next day, or somewhere else."""
_NUMBER = (
    r"(?:\d{1,3}(?:\.\d{3})*|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|"
    r"mehrere|zahlreiche|dutzende|hunderte)"
)
_HURT = re.compile(
    rf"\b(?i:{_NUMBER})\s(?:(?!(?:von|der|und)\s)[a-zäöüß]+\s){{0,2}}"
    r"(?:(?i:(?:schwer|leicht)?verletzten?)\b(?:\s(?P<whom>[A-ZÄÖÜ][\w-]+))?|"
    r"(?P<who>[A-ZÄÖÜ][\w-]+)[^.;:!?,]{0,60}?\b(?:schwer|leicht)?verletzt\b)"
)
"""How many are hurt, and who: "fünf Menschen wurden verletzt", "drei verletzte Polizisten"."""
_ANYBODY = re.compile(r"(?:Mensch|Person|Leut|Verletzt|Opfer|Betroffen|Beteiligt|Ander)\w*")
_POLICE = re.compile(r"(?:\w*[Pp]oliz|Beamt|Einsatzkr|Sicherheitskr)\w*")
_BADLY, _SLIGHTLY = re.compile(r"schwer|lebensgefähr|kritisch", re.IGNORECASE), re.compile("leicht", re.IGNORECASE)
_STEM = 6  # letters that stand for a word


class Hurt(NamedTuple):
    """Who is counted, as a stem, empty if anybody is; and how badly."""

    who: str
    badly: str

    def may_be(self, other: "Hurt") -> bool:
        """Whether both may count the same."""
        return self.badly == other.badly and (self.who == other.who or "" in (self.who, other.who))


def hurt(text: str) -> Hurt | None:
    """Of whom a sentence counts how many were hurt; nobody if it does not."""
    match = _HURT.search(text)
    if not match:
        return None
    who = match["who"] or match["whom"] or ""
    stem = "" if _ANYBODY.fullmatch(who) else "police" if _POLICE.fullmatch(who) else who[:_STEM].lower()
    badly = "badly" if _BADLY.search(match[0]) else "slightly" if _SLIGHTLY.search(match[0]) else ""
    return Hurt(stem, badly)


def told_counted(story: Story, scores: csr_matrix) -> csr_matrix:
    """The scores, those raised of two sentences of articles of about one day that count the hurt, unless they name
    others.

    Args:
        scores: as from `model.pair_scores`.
    """
    counted = {row: one for row, sentence in enumerate(story.sentences) if (one := hurt(sentence.text))}
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
    if not same:
        return scores
    found = scores.tolil(copy=True)
    for i, j in same:
        found[i, j] = found[j, i] = COUNTED
    return found.tocsr()
