"""Persons who speak for a link: the same two meet at one place, or sign a paper, as two sentences tell.

Articles that look back on it in passing share few other words, so that the models see little in common: "Kim sprach in
Russland mit Putin", "Putin und Kim trafen sich zuletzt in Wladiwostok".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from scipy.sparse import csr_matrix

from lib.article import Annotation, Article
from lib.compare.entities.countries import country_of
from lib.compare.linking.dates import Days, days_of, have_common
from lib.compare.linking.model import FARTHEST
from lib.compare.linking.reasons import Place
from lib.compare.linking.story import Story
from lib.schema import Mention, Sentence

TOGETHER = 0.7
"""What such a link scores at least."""
_LEAST = 0.1
"""The score from which it is raised where no time tells that both are of one day or month."""
_RECENT = 7  # days
"""How far back lies what an article tells without a time."""
_MEETING = re.compile(
    r"\b(?:tr[aä]f(?:en|t)?|trifft|treffen|getroffen|empf[aiä]ng(?:t|en)?|Begegnung|Unterredung|Gespräche?n?|Treffens?"
    r"|\w*[gG]ipfel\w{0,9}|zusammen(?:kommen|gekommen|kam|kamen|treffen|getroffen))\b"
)
_SIGNING = re.compile(r"\b(?:mitu|[uU])nter(?:zeich|schr[ie])")
_PAPER = re.compile(r"(?:[Vv]ertr[aä]g|[Pp]akt|[Aa]bkommen|[Vv]ereinbarung|[Ee]rklärung|[Mm]emorand)(?:e?[esn]|um)?\b")
_WHERE = re.compile(
    r"\b(?:[Ii][nm]|[Aa]m|[Aa]uf|[Bb]ei|[Nn]ahe)(?: (?:der|dem|einem|einer))?(?: [a-zäöüß-]+e[nrm])?(?: [A-ZÄÖÜ]\w+)? $"
)
"""Before the name of a place where something is: "in der russischen Region ", "auf dem Flughafen "."""


@dataclass(slots=True)
class _Told:
    """What a sentence tells of persons who meet or sign: places, the countries that are meant or that hold them, those
    of them that are named as the place, and days."""

    meet: bool
    sign: bool
    places: set[str] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    times: list[Days] = field(default_factory=list)

    def is_of(self, other: "_Told") -> bool:
        """Whether both may be of one meeting or paper: a country holds its cities and regions."""
        is_there = self.places & other.places or self.whole & other.countries or other.whole & self.countries
        return bool((self.sign and other.sign) or (self.meet and other.meet and is_there))


def told_together(
    story: Story,
    scores: csr_matrix,
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    persons: Mapping[Place, frozenset[str]],
) -> csr_matrix:
    """The scores, those raised of two sentences that tell of a meeting of the same two at one place, or of a paper
    that the same two sign, unless they tell of it at other times. Articles that lie days apart must tell of one time.

    Args:
        scores: as from `model.pair_scores`.
        articles, annotations: the story's, in the same order.
        persons: names of the persons that each sentence mentions.
    """
    told: dict[Place, _Told] = {}
    for annotation in annotations:
        told |= _told(annotation, persons)
    around = {article.id: _around(article.published) for article in articles}
    places = [(sentence.article_id, sentence.sentence_id) for sentence in story.sentences]
    found = scores.tolil(copy=True)
    for i, j in combinations([row for row, place in enumerate(places) if place in told], 2):
        one, other = told[places[i]], told[places[j]]
        is_common = story.article[i] != story.article[j] and len(persons[places[i]] & persons[places[j]]) > 1
        if is_common and one.is_of(other):
            times, other_times = one.times, other.times
            if story.days[story.article[i], story.article[j]] > FARTHEST:
                times, other_times = times or around[places[i][0]], other_times or around[places[j][0]]
            if have_common(times, other_times) if times and other_times else found[i, j] >= _LEAST:
                found[i, j] = found[j, i] = max(found[i, j], TOGETHER)
    return found.tocsr()


def _told(annotation: Annotation, persons: Mapping[Place, frozenset[str]]) -> Iterator[tuple[Place, _Told]]:
    """The sentences of an article that tell of a meeting or signing and name two persons and more."""
    sentences: dict[Place, Sentence] = {}
    told: dict[Place, _Told] = {}
    for sentence in annotation.sentences:
        place = sentence.article_id, sentence.sentence_id
        meet = bool(_MEETING.search(sentence.text))
        sign = bool(_SIGNING.search(sentence.text) and _PAPER.search(sentence.text))
        if (meet or sign) and len(persons.get(place, ())) > 1:
            sentences[place], told[place] = sentence, _Told(meet, sign)
    for mention in annotation.mentions:
        place = mention.article_id, mention.sentence_id
        if place in told and mention.label in {"LOC", "NORP"} and _is_where(mention, sentences[place]):
            country = country_of(mention.text)
            told[place].countries |= {country} if country else set()
            if mention.label == "LOC":
                (told[place].whole if mention.text == country else told[place].places).add(mention.text)
    for value in annotation.values:
        place = value.article_id, value.sentence_id
        if place in told and (days := days_of(value)):
            told[place].times.append(days)
    yield from told.items()


def _is_where(mention: Mention, sentence: Sentence) -> bool:
    """Whether a place is said to be where something is, in the clause of a meeting."""
    start = mention.start - sentence.start
    first, last = sentence.text.rfind(",", 0, start) + 1, sentence.text.find(",", start)
    clause = sentence.text[first : last if last > 0 else None]
    return bool(_WHERE.search(sentence.text[:start]) and _MEETING.search(clause))


def _around(published: str) -> list[Days]:
    if not published:
        return []
    day = date.fromisoformat(published[:10]).toordinal()
    return [(day - _RECENT, day)]
