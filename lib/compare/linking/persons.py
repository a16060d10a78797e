"""Persons who speak against a link: receptions of two guests are two events, however alike the words are.

The models were trained on articles of one occasion, where this is rare: of 4,000 right links of score .45 and more in
annotated occasions it lowers 4, of 1,800 wrong ones 7. Articles of several occasions are where it counts.
"""

from collections import defaultdict
from collections.abc import Mapping

from scipy.sparse import csr_matrix, triu

from lib.compare.linking.reasons import Place
from lib.compare.linking.story import Story

AGAINST = 0.3
"""The most that such a link scores: it makes no event, but is shown as one that may be."""
LEAD = 3
"""Sentences at the beginning of an article that say what it is about."""

_NOBODY: frozenset[str] = frozenset()


def told_apart(story: Story, scores: csr_matrix, persons: Mapping[Place, frozenset[str]]) -> csr_matrix:
    """The scores, those lowered of two sentences that tell of different persons.

    They do if each names somebody whom the other's article never names; or if one does, where that is somebody of whom
    its article tells from the beginning, and the other sentence names somebody else instead.

    Args:
        scores: as from `model.pair_scores`.
        persons: names of the persons that each sentence mentions.
    """
    text: dict[str, str] = defaultdict(str)
    for sentence in story.sentences:
        text[sentence.article_id] += sentence.text.lower()
    known, lead = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for (article_id, sentence_id), names in persons.items():
        known[article_id] |= names
        if sentence_id < LEAD:
            lead[article_id] |= names
    places = [(sentence.article_id, sentence.sentence_id) for sentence in story.sentences]

    def only_in(one: Place, other: Place) -> set[str]:
        """Who is named in a sentence and nowhere in the other's article."""
        missing = persons.get(one, _NOBODY) - known[other[0]]
        return {name for name in missing if name.split()[-1].lower() not in text[other[0]]}

    def is_instead(one: Place, other: Place) -> bool:
        """Whether whom an article is about is somebody else in the other sentence."""
        somebody_else = persons.get(other, _NOBODY) - persons.get(one, _NOBODY)
        return bool(somebody_else and only_in(one, other) & lead[one[0]])

    near = triu(scores, format="coo")
    lowered = scores.tolil(copy=True)
    for i, j, score in zip(near.row.tolist(), near.col.tolist(), near.data.tolist(), strict=True):
        if score > AGAINST:
            one, other = places[i], places[j]
            if (only_in(one, other) and only_in(other, one)) or is_instead(one, other) or is_instead(other, one):
                lowered[i, j] = lowered[j, i] = AGAINST
    return lowered.tocsr()
