"""From articles to the rows of their tables: one pipeline that loads the models once and joins the annotators."""

import threading
from collections.abc import Collection, Iterable, Iterator
from importlib.metadata import version
from typing import cast

import numpy as np
import numpy.typing as npt
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from lib.annotate import attributes, citations, encoder, mentions, modality, quotations, sentences, values
from lib.annotate.gazetteer import Gazetteer
from lib.article import UNKNOWN, Annotation, Article, sentence_at
from lib.schema import LABELS, Mention, Sentence

_UNUSED = ["parser", "senter", "sentencizer", "tagger", "morphologizer", "lemmatizer", "attribute_ruler"]
_LABELS = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC"}
"""Labels of other schemes that Lesarten has another name for."""

_BEARERS = frozenset({"PER", "LOC", "ORG"})
"""Labels of names in marks that are nobody's words; others may be what somebody calls a thing."""


class ModelError(Exception):
    """The spaCy pipeline that was asked for is not installed, or finds no names."""


class Pipeline:
    """Annotates articles. One instance may be used from several threads; they take turns, article by article.

    Args:
        model: what finds the names and makes the vectors, with its version.

    Attributes:
        model: all models that run.
    """

    def __init__(self, nlp: Language, model: str) -> None:
        self._nlp = nlp
        self._gazetteer = Gazetteer(nlp)
        self._lock = threading.Lock()
        self.model = f"{model}; {quotations.NAME}"

    def annotate(self, articles: Iterable[Article], outlets: Collection[str] = ()) -> Iterator[Annotation]:
        """Annotate articles one by one, in order.

        Args:
            outlets: of the corpus, which articles may cite.
        """
        for article in articles:
            with self._lock:
                annotation = self._annotate(article, outlets)
            yield annotation

    def names(self, article: Article) -> tuple[Doc, list[sentences.Span]]:
        """The article with its names and vectors, and its sentences."""
        spans = sentences.split(article.text, titled=article.title != UNKNOWN)
        doc = self._doc(article.text, spans)
        doc.ents = mentions.find(doc, self._gazetteer)
        return doc, spans

    def states(self, sentence: str) -> npt.NDArray[np.float32]:
        """The encoder's vectors of the pieces of a sentence after the first of its inner layers, those of its beginning
        and end included: shape (pieces, width). Of a long sentence: of its first part."""
        with self._lock:
            doc = self._nlp.make_doc(sentence)
        return cast(encoder.Component, self._nlp.get_pipe("lesarten_encoder")).states(doc)

    def _annotate(self, article: Article, outlets: Collection[str]) -> Annotation:
        doc, spans = self.names(article)
        starts = [start for start, _ in spans]
        rows = [
            Sentence(article.id, i, start, end, article.text[start:end], i == 0 and article.title != UNKNOWN)
            for i, (start, end) in enumerate(spans)
        ]
        named = [
            Mention(article.id, sentence_at(starts, start), start, end, article.text[start:end], label)
            for start, end, label in mentions.with_parts(doc, self._gazetteer)
        ]
        vectors = doc.user_data[encoder.SENTENCE_VECTORS]
        media = list(citations.names(article.text, outlets))
        cited = citations.find(article, starts, media)
        names = [(start, end) for start, end, _ in media]
        names += [(mention.start, mention.end) for mention in named if mention.label in _BEARERS]
        quotes = quotations.find(doc, article, cited)
        voices = quotations.voices(article, rows, quotes, names)
        return Annotation(
            sentences=rows,
            mentions=named,
            attributes=attributes.find(doc, article),
            quotes=quotes,
            voices=voices,
            modality=modality.find(article, starts, voices),
            citations=cited,
            values=values.find(doc, article),
            vectors=vectors,
            inner=doc.user_data[encoder.CONTENT_VECTORS],
        )

    def _doc(self, text: str, spans: list[sentences.Span]) -> Doc:
        """One Doc of the whole text. Sentences are tokenized one by one, so that no token reaches over a boundary."""
        starts = [0, *(start for start, _ in spans[1:])]
        ends = [*starts[1:], len(text)]
        docs = [self._nlp.make_doc(text[start:end]) for start, end in zip(starts, ends, strict=True) if start < end]
        whole = Doc.from_docs(docs, ensure_whitespace=False) if docs else self._nlp.make_doc("")
        begins = np.array([1 if i == 0 else -1 for doc in docs for i in range(len(doc))], np.int64).astype(np.uint64)
        whole.from_array(["SENT_START"], begins[:, None])  # type: ignore[arg-type]  # its stub knows thinc's arrays alone
        whole = self._nlp(whole)
        labelled = [(ent.start, ent.end, _LABELS.get(ent.label_, ent.label_)) for ent in whole.ents]
        whole.ents = [Span(whole, start, end, label) for start, end, label in labelled if label in LABELS]
        return whole


_loaded: dict[tuple[str, int], Pipeline] = {}
_loading = threading.Lock()


def load(model: str = "", threads: int = 0) -> Pipeline:
    """The pipeline, loaded once per process.

    Args:
        model: name of an installed spaCy pipeline with an entity recognizer; empty for the encoder that Lesarten ships.
        threads: that the encoder uses; 0 for one per core. What comes out does not depend on it.

    Raises:
        ModelError: the named pipeline is not installed or recognizes no entities.
    """
    with _loading:
        if (model, threads) not in _loaded:
            _loaded[model, threads] = _chosen(model, threads) if model else _shipped(threads)
        return _loaded[model, threads]


def _shipped(threads: int) -> Pipeline:
    nlp = spacy.blank("de")
    nlp.add_pipe("lesarten_encoder", config={"threads": threads})
    return Pipeline(nlp, f"{encoder.NAME} ({encoder.DESCRIPTION}; onnxruntime {version('onnxruntime')})")


def _chosen(model: str, threads: int) -> Pipeline:
    """A pipeline whose names are the model's own, while the vectors are the shipped encoder's."""
    try:
        nlp = spacy.load(model, exclude=_UNUSED)
    except OSError as error:
        raise ModelError(f"The spaCy pipeline {model!r} is not installed: pip install it, or leave it out.") from error
    if "ner" not in nlp.pipe_names:
        raise ModelError(f"The spaCy pipeline {model!r} has no entity recognizer.")
    nlp.add_pipe("lesarten_encoder", config={"names": False, "threads": threads})
    return Pipeline(
        nlp, f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']} (names), {encoder.NAME} (vectors)"
    )
