"""Persons who speak against a link: receptions of two guests are two events, however alike the words are.

The models were trained on articles of one occasion, where this is rare: of 4,000 right links of score .45 and more in
annotated occasions it lowers 3, of 1,800 wrong ones 7. Articles of several occasions are where it counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from scipy.sparse import csr_matrix

from lib.article import Annotation
from lib.compare.entities.transliteration import ALIKE, alike
from lib.compare.linking.reasons import Place
from lib.compare.linking.ruling import lowered
from lib.compare.linking.story import Story

LEAD = 3
"""Sentences at the beginning of an article that say what it is about."""

_NOBODY: frozenset[str] = frozenset()
_CALLED = re.compile(r"\b(?=(?P<adjective>[a-zäöüß]+e[nrms]?) (?P<role>[A-ZÄÖÜ][\w-]+))")
_HEAD = re.compile(
    r"(?:Staats(?:präsident|chef|oberhaupt|lenk)|Präsident|Anführ|Führ|Machthab|Diktator|Herrsch)(?:er)?(?:in?)?"
)
"""Words for who is at the head of a state, of whom it has one, without their ending."""
_ENDING = re.compile(r"(?<=\w{3})(?:e[nrms]?|n|s)$")


def persons_of(
    annotations: Sequence[Annotation], person_at: Mapping[tuple[str, int], str]
) -> dict[Place, frozenset[str]]:
    """The persons that each sentence mentions, by name or as its article calls only one of them: "der russische
    Staatschef" where that is said beside a name.

    Args:
        person_at: name of the person whose mention begins at an offset of an article.
    """
    found: dict[Place, set[str]] = defaultdict(set)
    for annotation in annotations:
        roles = _Roles()
        beside: dict[int, dict[str, str]] = defaultdict(dict)
        for row in annotation.attributes:
            beside[row.mention_start][row.kind] = _ENDING.sub("", row.text)
        for mention in annotation.mentions:
            if person := person_at.get((mention.article_id, mention.start)):
                found[mention.article_id, mention.sentence_id].add(person)
                if role := beside[mention.start].get("role"):
                    roles.add(beside[mention.start].get("adjective", ""), role, person)
        for sentence in annotation.sentences:
            for match in _CALLED.finditer(sentence.text):
                who = roles.who(_ENDING.sub("", match["adjective"]), _ENDING.sub("", match["role"]))
                if len(who) == 1:
                    found[sentence.article_id, sentence.sentence_id] |= who
    return {place: frozenset(names) for place, names in found.items()}


class _Roles:
    """Who is called what in an article."""

    def __init__(self) -> None:
        self._called: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._heads: dict[str, set[str]] = defaultdict(set)

    def add(self, adjective: str, role: str, person: str) -> None:
        self._called[adjective, role].add(person)
        if _HEAD.fullmatch(role):
            self._heads[adjective].add(person)

    def who(self, adjective: str, role: str) -> set[str]:
        """Whom an adjective and a role mean: who is called so, else who is called the head of that state by another
        word, unless somebody else is by this one and without an adjective."""
        if who := self._called.get((adjective, role)):
            return who
        heads = self._heads.get(adjective, set()) if _HEAD.fullmatch(role) else set()
        return set() if self._called.get(("", role), set()) - heads else heads


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
    places = [(sentence.article_id, sentence.sentence_id) for sentence in story.sentences]
    for article_id, sentence_id in places:
        names = persons.get((article_id, sentence_id), _NOBODY)
        known[article_id] |= names
        if sentence_id < LEAD:
            lead[article_id] |= names

    def only_in(one: Place, other: Place) -> set[str]:
        """Who is named in a sentence and nowhere in the other's article, nor anybody of a like name."""
        missing = persons.get(one, _NOBODY) - known[other[0]]
        return {
            name for name in missing if _surname(name) not in text[other[0]] and not _is_among(name, known[other[0]])
        }

    def is_instead(one: Place, other: Place) -> bool:
        """Whether whom an article is about is somebody else in the other sentence."""
        somebody_else = persons.get(other, _NOBODY) - persons.get(one, _NOBODY)
        return bool(somebody_else and only_in(one, other) & lead[one[0]])

    def are_apart(i: int, j: int) -> bool:
        one, other = places[i], places[j]
        of_both = bool(only_in(one, other) and only_in(other, one))
        return of_both or is_instead(one, other) or is_instead(other, one)

    return lowered(scores, are_apart)


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower()


def _is_among(name: str, others: Iterable[str]) -> bool:
    """Whether a person may be one of some others, by another spelling of the surname."""
    return any(alike(_surname(name), _surname(other)) >= ALIKE for other in others)
