"""Differences of the kinds person, place and name: what the articles of an event call the same, brought together."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, permutations

from lib.article import Annotation
from lib.compare.differences import words
from lib.compare.differences.called import NEARBY, Told, is_country, is_part
from lib.compare.differences.words import Said, form, inflected
from lib.compare.linking import Place
from lib.compare.stories import stable_id
from lib.schema import DIFFER, LESS_PRECISE, OTHER_WORDS, Difference, EventSentence, Link

SURE = 0.6
"""Score of a link from which it is hardly doubtful that its sentences report the same."""
_PLACE = 4  # letters that a place and its adjective share
_BEFORE, _BEHIND = 5, 1  # words beside a name that may be about it


def namings(
    event_sentences: Iterable[EventSentence],
    links: Iterable[Link],
    annotations: Sequence[Annotation],
    entity_of: Mapping[tuple[str, int], str],
) -> list[Difference]:
    """Differences of the kinds person, place and name.

    Args:
        event_sentences: of one story's events.
        links: of that story.
        annotations: of the story's articles.
        entity_of: entity of the mention that begins at an offset of an article.
    """
    told = Told(annotations, entity_of)
    events_of: dict[Place, set[str]] = defaultdict(set)
    for row in event_sentences:
        events_of[row.article_id, row.sentence_id].add(row.event_id)
    groups: dict[tuple[str, str], list[_Group]] = defaultdict(list)
    for link in sorted(links, key=lambda link: -link.score):
        one, other = (link.article_id, link.sentence_id), (link.other_id, link.other_sentence_id)
        for event_id in sorted(events_of[one] & events_of[other])[:1]:
            for kind, of, first, second in told.between(one, other, sure=link.score >= SURE):
                _add(groups[kind, of], event_id, first, second)
    rows = []
    for (kind, _), found in groups.items():
        for event_id, said in found:
            key = stable_id("d", [event_id, kind, *(f"{one.article_id}:{one.start}" for one in said.values())])
            how = _relation(said.values())
            rows += [
                Difference(key, event_id, kind, how, one.article_id, one.start, one.end, one.text, one.form)
                for one in sorted(said.values())
            ]
    return rows


def lasting(found: Sequence[Difference], annotations: Sequence[Annotation]) -> list[Difference]:
    """Without the differences of kind name in which two articles use each other's words too; of a word and one that is
    part of it, it is enough that one article does. And without those of kind person in which the article with the
    shorter role says the rest too: "Innenminister Holm", "Bundesinnenminister Holm"; "Holm (parteilos)".

    Args:
        found: what `namings` gives for these annotations.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, list[str]] = defaultdict(list)
    for annotation in annotations:
        for sentence in annotation.sentences:
            forms[sentence.article_id].update(words.used(sentence.text))
            texts[sentence.article_id] += map(form, sentence.text.split())
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    called: dict[str, list[Difference]] = defaultdict(list)
    for row in found:
        if row.kind == "name":
            said[row.difference_id].append((row.article_id, form(row.value)))
        elif row.kind == "person":
            called[row.difference_id].append(row)
    passing = {key for key, rows in said.items() if any(_interchanged(*pair, forms) for pair in combinations(rows, 2))}
    passing |= {key for key, rows in called.items() if any(_shortened(*pair, texts) for pair in permutations(rows, 2))}
    return [row for row in found if row.difference_id not in passing]


def _interchanged(one: tuple[str, str], other: tuple[str, str], forms: Mapping[str, set[str]]) -> bool:
    (article, word), (article_too, word_too) = one, other
    uses = word_too in forms[article], word in forms[article_too]
    return word != word_too and (any(uses) if word in word_too or word_too in word else all(uses))


def _shortened(one: Difference, other: Difference, texts: Mapping[str, Sequence[str]]) -> bool:
    """Whether what a person is called is part of the other, and its article has the rest too, beside the name."""
    mine, theirs = one.answer.split(), other.answer.split()
    rest = [word for word in theirs if not any(inflected(word, own) for own in mine)]
    if not rest or not is_part(one.answer, other.answer):
        return False
    name, text = form(other.value.split()[-1]), texts[one.article_id]
    beside = (text[max(0, at - _BEFORE) : at + 1 + _BEHIND] for at, word in enumerate(text) if inflected(word, name))
    return any(all(any(_is_said(word, near) for near in words) for word in rest) for words in beside)


def _is_said(word: str, near: str) -> bool:
    """Whether a word says what another does: the same, or the place of an origin ("chinesisch", "Chinas")."""
    return inflected(word, near) or (word.endswith("sch") and near.startswith(word[:_PLACE]))


_Group = tuple[str, dict[str, Said]]
"""An event, and what each article says there."""


def _add(groups: list[_Group], event_id: str, first: Said, second: Said) -> None:
    """Join two articles' words to those that name the same thing in the event. What is called so in another event is
    not shown again, so that each difference is shown once a story."""
    for other_id, said in groups:
        if any(said.get(one.article_id, one).form == one.form for one in (first, second)):
            if event_id == other_id:
                said.setdefault(first.article_id, first)
                said.setdefault(second.article_id, second)
            return
    groups.append((event_id, {first.article_id: first, second.article_id: second}))


def _relation(said: Iterable[Said]) -> str:
    """Less precise if of any two forms one is part of the other; else only the words are other ones, unless they name
    other persons or places. A country may hold the other place, and what is near one may be in the other."""
    said = list(said)
    if any(one.label == NEARBY for one in said):
        return LESS_PRECISE
    if {one.label for one in said} in ({"PER"}, {"LOC"}):
        return DIFFER if len({is_country(one.text) for one in said}) == 1 else LESS_PRECISE
    pairs = combinations({one.form for one in said}, 2)
    return LESS_PRECISE if all(is_part(*pair) or is_part(*pair[::-1]) for pair in pairs) else OTHER_WORDS
