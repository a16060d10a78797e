"""Why two sentences were linked, in words: the names, values and rare words that both have."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.lang.de.stop_words import STOP_WORDS

from lib.article import Annotation
from lib.compare.linking.story import STEM, Story
from lib.schema import GUESS

Place = tuple[str, int]
"""An article and the number of a sentence in it."""

_MOST = 4  # of names, values and words that are given
_WORD = re.compile(r"[^\W\d_]{4,}")


class Reasons:
    """Says why, for the sentences of one story.

    Args:
        story: the sentences.
        annotations: of its articles.
        named: names of the entities that each sentence mentions.
    """

    def __init__(self, story: Story, annotations: Sequence[Annotation], named: Mapping[Place, frozenset[str]]) -> None:
        self._places = [(sentence.article_id, sentence.sentence_id) for sentence in story.sentences]
        self._named = named
        self._values: dict[Place, dict[str, str]] = defaultdict(dict)
        for annotation in annotations:
            for value in annotation.values:
                if value.value and value.confidence != GUESS:
                    key = f"{value.first}/{value.last}" if value.first else value.value
                    self._values[value.article_id, value.sentence_id].setdefault(key, value.text)
        self._words = [
            {word[:STEM].lower(): word for word in _WORD.findall(sentence.text) if word.lower() not in STOP_WORDS}
            for sentence in story.sentences
        ]
        spread: dict[str, int] = defaultdict(int)
        for words in self._words:
            for stem in words:
                spread[stem] += 1
        self._spread = spread

    def why(self, i: int, j: int) -> str:
        """What the sentences of two rows have in common; empty if that is nothing of these."""
        one, other = self._places[i], self._places[j]
        names = sorted(self._named.get(one, frozenset()) & self._named.get(other, frozenset()))[:_MOST]
        values = [text for key, text in self._values[one].items() if key in self._values[other]][:_MOST]
        known = {part[:STEM].lower() for name in (*names, *values) for part in name.split()}
        common = (self._words[i].keys() & self._words[j].keys()) - known
        rare = sorted(common, key=lambda stem: (self._spread[stem], not self._words[i][stem][0].isupper(), stem))
        words = [self._words[i][stem] for stem in rare[:_MOST] if self._spread[stem] <= max(2, len(self._places) / 4)]
        said = (("names", names), ("dates and numbers", values), ("words", words))
        return "; ".join(f"{what}: {', '.join(items)}" for what, items in said if items)
