"""What the parts hand on: reading gives Articles, annotating Annotations, and analysing all of them an Analysis."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

import numpy as np
import numpy.typing as npt
import pandas as pd

from lib.schema import Attribute, Citation, Mention, Modality, Quote, Sentence, Value, Voice

Provenance = Literal["given", "found", "unknown"]

UNKNOWN = "unknown"

CORRECTIONS = "entities.csv"
"""The file beside the articles that holds corrections of entities and events, and no article."""
ANALYSIS = "analysis.json"
"""The file beside the tables of an analysis that says what made them."""


class Furniture(NamedTuple):
    """A piece of the page that is not the article."""

    position: int
    """Offset into `Article.text` before which the piece stood."""
    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it is analysed.

    Attributes:
        id: unique in the corpus and stable between runs.
        text: the analysed text. If a title is known, it is the first line and a blank line follows; paragraphs are
            separated by blank lines, and no line within a paragraph is wrapped. All offsets point into this text.
        title: the title, verbatim; "unknown" where the article states none.
        source: the outlet; "unknown" where neither the data nor the article states one.
        published: ISO 8601 date, or date and time to the minute, in German time; empty where unknown.
        title_from, source_from, published_from: "given" by the data, "found" in the article, or "unknown".
        story: what the data calls the story that it belongs to; empty where that is to be found.
        agencies: the agency credits that the article states, as written ("efe, dpa, afp"); empty if none.
        path: the file, relative to the corpus; tables add "#" and the row.
        removed: the furniture that was taken out, in reading order.
    """

    id: str
    text: str
    title: str = UNKNOWN
    title_from: Provenance = "unknown"
    source: str = UNKNOWN
    source_from: Provenance = "unknown"
    published: str = ""
    published_from: Provenance = "unknown"
    url: str = ""
    author: str = ""
    story: str = ""
    agencies: str = ""
    path: str = ""
    removed: tuple[Furniture, ...] = ()


class Skipped(NamedTuple):
    """A file, or a row of one, that was not read."""

    path: str
    reason: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What annotating one article gives. Rows of one kind are in order of their offsets.

    `vectors` and `inner` have one row per sentence: shape (sentences, dimensions), float32. The vectors have length 1;
    `inner` is the mean of what the encoder has half-way of the sentence's content words.
    """

    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    attributes: list[Attribute] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    voices: list[Voice] = field(default_factory=list)
    modality: list[Modality] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    values: list[Value] = field(default_factory=list)
    vectors: npt.NDArray[np.float32]
    inner: npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Analysis:
    """All tables of a corpus, by the names of `schema.TABLES`, and the models that ran, with their versions."""

    tables: dict[str, pd.DataFrame]
    model: str


def sentence_at(starts: Sequence[int], offset: int) -> int:
    """The number of the sentence in which an offset stands.

    Args:
        starts: where each sentence begins, in order.
    """
    return max(0, bisect_right(starts, offset) - 1)


Progress = Callable[[str, int, int], None]
"""Called with the stage ("read", "annotate", "compare"), what is done and what there is to do."""


States = Callable[[str], npt.NDArray[np.float32]]
"""Gives the encoder's inner vectors of the pieces of a sentence: shape (pieces, width)."""


class Judge(Protocol):
    """Somebody who can be asked about links that are doubtful."""

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> Sequence[bool | None]:
        """Whether the two sentences of each pair report the same event; None where that stays open."""

    def report(self) -> str:
        """Who judged, and how often it was asked and failed."""
