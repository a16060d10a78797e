"""Persons who speak for a link: the same two met at one place, or signed one paper, as two sentences tell.

Articles that look back on it in passing share few other words, so that the models see little in common: "Kim sprach in
Russland mit Putin", "Putin und Kim trafen sich zuletzt in Wladiwostok". What articles of one day tell the models see
themselves: there, without times in both sentences, it is no reason.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations

from scipy.sparse import csr_matrix

from lib.article import Annotation, Article
from lib.compare.linking.dates import DayNumbers, have_common
from lib.compare.linking.encounters import encounters
from lib.compare.linking.model import FARTHEST
from lib.compare.linking.reasons import Place
from lib.compare.linking.ruling import raised
from lib.compare.linking.story import Story

TOGETHER = 0.7
"""What such a link scores at least."""
_LEAST = 0.08
"""The score from which it is raised where no time tells that both are one."""
_MORE = 0.3
"""The same of two papers of which only one is told what it is of."""
_RECENT = 7  # days
"""How far back lies what an article tells without a time."""


def told_together(
    story: Story,
    scores: csr_matrix,
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    persons: Mapping[Place, frozenset[str]],
) -> csr_matrix:
    """The scores, those raised of two sentences that tell of a meeting of the same two at one place, or of a paper
    that the same two signed, unless they tell of it at other times. Those of articles whose days are known must tell of
    one time.

    Args:
        scores: as from `model.pair_scores`.
        articles, annotations: the story's, in the same order.
        persons: names of the persons that each sentence mentions.
    """
    told = {place: one for annotation in annotations for place, one in encounters(annotation, persons)}
    around = {article.id: _around(article.published) for article in articles}
    places = [(sentence.article_id, sentence.sentence_id) for sentence in story.sentences]
    same: list[tuple[int, int]] = []
    untimed: list[tuple[int, int]] = []
    for i, j in combinations([row for row, place in enumerate(places) if place in told], 2):
        one, other = told[places[i]], told[places[j]]
        if story.article[i] == story.article[j] or not one.may_be(other):
            continue
        days = story.days[story.article[i], story.article[j]]
        times = [
            encounter.times or (around[place[0]] if days > FARTHEST and not encounter.looks_back else ())
            for encounter, place in ((one, places[i]), (other, places[j]))
        ]
        least = _MORE if one.has_matter() != other.has_matter() else _LEAST
        if all(times):
            same += [(i, j)] if have_common(*times) else []
        elif days < 0 and scores[i, j] >= least:
            untimed.append((i, j))
    times_of = {row: told[places[row]].times for pair in untimed for row in pair}
    same += [pair for pair in untimed if not any(_is_of_two(row, untimed, times_of) for row in pair)]
    return raised(scores, same, TOGETHER)


def _is_of_two(row: int, pairs: Sequence[tuple[int, int]], times_of: Mapping[int, Sequence[DayNumbers]]) -> bool:
    """Whether what a sentence tells without a time may be at either of two times at which others tell it."""
    others = [times_of[j if i == row else i] for i, j in pairs if row in (i, j)]
    return any(one and other and not have_common(one, other) for one, other in combinations(others, 2))


def _around(published: str) -> tuple[DayNumbers, ...]:
    if not published:
        return ()
    day = date.fromisoformat(published[:10]).toordinal()
    return ((day - _RECENT, day),)
