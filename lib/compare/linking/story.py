"""What linking looks at in the sentences of one story, as arrays: a row for each sentence, article by article."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.feature_extraction.text import TfidfVectorizer

from lib.article import Annotation, Article
from lib.compare.stories import NAMES_AND_NOUNS
from lib.schema import DIRECT, GUESS, INDIRECT, Sentence

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.intp]

STEM = 6
"""Letters that stand for a word: in German they cover its inflections and many of its compounds."""
AGENCY_MARGIN = 24
"""Characters that may stand beside the agencies in a credit."""
_QUOTED = (DIRECT, INDIRECT)
"""Kinds of quotations in the evidence that the models were trained on."""
_WORD = re.compile(r"\w+")
_ASKED = re.compile(r"(?:\S+ ){1,5}\S+\?")
"""A sentence that reports nothing: "Was nun?"."""
_BYLINE = frozenset({"Von", "von", "und", "Text", "Foto", "Fotos", "Autor", "Autorin"})
"""Words beside the names of authors."""


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences of a story, but for credits of agencies, bylines, refrains of its sources, single words
    ("Kiel.") and short questions.

    Attributes:
        sentences: n of them, article by article.
        article: number of each sentence's article.
        place: number of each sentence within its article.
        length: words of each.
        vectors, inner: vectors of length 1, centred on the story so that what all its sentences share does not count.
        characters: TF-IDF over character n-grams, shape (n, n-grams).
        words, rarity: stems that each sentence has, and how rare each of them is in the story.
        names, numbers, times, speakers: what each sentence has of them, shape (n, all there are).
        alike: how much the articles have in common of names and nouns, shape (articles, articles).
        days: days between their publications, -1 where one is unknown, shape (articles, articles).
        marks: whether it has a direct quotation, an indirect one, a negation, a denial; shape (n, 4).
    """

    sentences: list[Sentence]
    article: Ints
    place: Ints
    length: Floats
    vectors: Floats
    inner: Floats
    characters: csr_matrix
    words: csr_matrix
    rarity: Floats
    names: csr_matrix
    numbers: csr_matrix
    times: csr_matrix
    speakers: csr_matrix
    marks: Floats
    alike: Floats
    days: Floats

    def rows(self) -> list[Ints]:
        """The rows of each article."""
        return [np.flatnonzero(self.article == number) for number in range(int(self.article.max(initial=-1)) + 1)]


def story(articles: Sequence[Article], annotations: Sequence[Annotation]) -> Story:
    """The sentences of some articles.

    Args:
        articles, annotations: in the same order.
    """
    sentences: list[Sentence] = []
    article: list[int] = []
    vectors, inner = [], []
    row: dict[tuple[str, int], int] = {}
    for number, (one, annotation) in enumerate(zip(articles, annotations, strict=True)):
        authors = _bylines(annotation)
        for sentence, vector, within in zip(annotation.sentences, annotation.vectors, annotation.inner, strict=True):
            words = sentence.text.strip()
            is_empty = sentence.is_refrain or " " not in words or sentence.sentence_id in authors
            is_question = not sentence.is_title and _ASKED.fullmatch(words)
            if not (is_empty or is_question or _is_credit(sentence.text, one.agencies)):
                row[one.id, sentence.sentence_id] = len(sentences)
                sentences.append(sentence)
                article.append(number)
                vectors.append(vector)
                inner.append(within)
    texts = [sentence.text for sentence in sentences]
    stems = [{word[:STEM].lower() for word in _WORD.findall(text)} for text in texts]
    words = _matrix(stems)
    frequency = np.asarray(words.sum(axis=0)).ravel()
    names, numbers, times, speakers = _sets(annotations, row, len(sentences))
    return Story(
        sentences=sentences,
        article=np.array(article, dtype=np.intp),
        place=np.array([sentence.sentence_id for sentence in sentences], dtype=np.intp),
        length=np.array([len(_WORD.findall(text)) for text in texts], dtype=np.float32),
        vectors=_centred(vectors),
        inner=_centred(inner),
        characters=_characters(texts),
        words=words,
        rarity=np.log((len(texts) + 1) / np.maximum(frequency, 1)).astype(np.float32),
        names=names,
        numbers=numbers,
        times=times,
        speakers=speakers,
        marks=_marks(annotations, row, len(sentences)),
        alike=_alike([one.text for one in articles]),
        days=_days([one.published for one in articles]),
    )


def _is_credit(sentence: str, agencies: str) -> bool:
    """Whether a sentence is the article's credit of its agencies: "(dpa)", "lgc (efe, dpa, afp)"."""
    return bool(agencies) and agencies in sentence and len(sentence) <= len(agencies) + AGENCY_MARGIN


def _bylines(annotation: Annotation) -> set[int]:
    """Numbers of the sentences that name persons and say nothing of them: "Von Anna Berg und Otto Kurz"."""
    persons: dict[int, list[str]] = defaultdict(list)
    for mention in annotation.mentions:
        if mention.label == "PER":
            persons[mention.sentence_id].append(mention.text)
    found = set()
    for sentence in annotation.sentences:
        rest = sentence.text
        for name in persons[sentence.sentence_id]:
            rest = rest.replace(name, " ")
        if persons[sentence.sentence_id] and not sentence.is_title and _BYLINE.issuperset(_WORD.findall(rest)):
            found.add(sentence.sentence_id)
    return found


def _centred(vectors: Sequence[npt.NDArray[np.float32]]) -> Floats:
    rows = np.array(vectors, dtype=np.float32)
    if not rows.size:
        return rows
    rows = rows - rows.mean(axis=0)
    centred: Floats = rows / (np.linalg.norm(rows, axis=1, keepdims=True) + 1e-9)
    return centred


def _alike(texts: Sequence[str]) -> Floats:
    vectorizer = TfidfVectorizer(
        token_pattern=NAMES_AND_NOUNS, lowercase=False, sublinear_tf=True, use_idf=False, dtype=np.float32
    )
    try:
        words = vectorizer.fit_transform(texts)
    except ValueError:  # no text has a name or noun
        return np.zeros((len(texts), len(texts)), np.float32)
    alike: Floats = (words @ words.T).toarray()
    return alike


def _days(published: Sequence[str]) -> Floats:
    day = np.array([date.fromisoformat(one[:10]).toordinal() if one else np.nan for one in published])
    apart: Floats = np.abs(day[:, None] - day[None]).astype(np.float32)
    return np.where(np.isnan(apart), -1, apart).astype(np.float32)


def _characters(texts: Sequence[str]) -> csr_matrix:
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
    try:
        return vectorizer.fit_transform(texts)
    except ValueError:  # no text has three characters
        return csr_matrix((len(texts), 1), dtype=np.float32)


def _sets(
    annotations: Sequence[Annotation], row: dict[tuple[str, int], int], n: int
) -> tuple[csr_matrix, csr_matrix, csr_matrix, csr_matrix]:
    names, numbers, times, speakers = ([set[str]() for _ in range(n)] for _ in range(4))

    def add(to: list[set[str]], article_id: str, sentence_id: int, items: Iterable[str]) -> None:
        if (at := row.get((article_id, sentence_id))) is not None:
            to[at].update(items)

    for annotation in annotations:
        for mention in annotation.mentions:
            capitals = (word[:STEM].lower() for word in mention.text.split() if word[0].isupper())
            add(names, mention.article_id, mention.sentence_id, capitals)
        for value in annotation.values:
            if value.kind == "number" and value.value:
                add(numbers, value.article_id, value.sentence_id, [value.value.removeprefix("-")])
            elif value.first and value.confidence != GUESS:
                add(times, value.article_id, value.sentence_id, [f"{value.first}/{value.last}"])
        last = _sentence_of(annotation)
        for quote in annotation.quotes:
            if quote.speaker and quote.kind in _QUOTED:
                for sentence_id in range(quote.sentence_id, last(quote.end) + 1):
                    add(speakers, quote.article_id, sentence_id, [quote.speaker.split()[-1][:STEM].lower()])
    return _matrix(names), _matrix(numbers), _matrix(times), _matrix(speakers)


def _marks(annotations: Sequence[Annotation], row: dict[tuple[str, int], int], n: int) -> Floats:
    marks = np.zeros((n, 4), dtype=np.float32)
    kinds = {kind: at for at, kind in enumerate((*_QUOTED, "negation", "denial"))}
    for annotation in annotations:
        last = _sentence_of(annotation)
        for quote in (quote for quote in annotation.quotes if quote.kind in _QUOTED):
            for sentence_id in range(quote.sentence_id, last(quote.end) + 1):
                if (at := row.get((quote.article_id, sentence_id))) is not None:
                    marks[at, kinds[quote.kind]] = 1
        for mark in annotation.modality:
            at = row.get((mark.article_id, mark.sentence_id))
            if at is not None and mark.kind in kinds:
                marks[at, kinds[mark.kind]] = 1
    return marks


def _sentence_of(annotation: Annotation) -> Callable[[int], int]:
    """The number of the last sentence that begins before an offset."""
    starts = np.array([sentence.start for sentence in annotation.sentences])
    return lambda end: max(0, int(np.searchsorted(starts, end)) - 1)


def _matrix(sets: Sequence[Iterable[str]]) -> csr_matrix:
    """Which row has which item: ones, shape (rows, all items)."""
    column: dict[str, int] = {}
    places = [(i, column.setdefault(item, len(column))) for i, items in enumerate(sets) for item in sorted(items)]
    rows, columns = zip(*places, strict=True) if places else ((), ())
    shape = (len(sets), max(1, len(column)))
    return csr_matrix((np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=shape)
