"""From articles to the rows of their tables: one pipeline that loads the models once and joins the annotators."""

import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from lib.annotate import mentions, quotes, sentences, values, vectors
from lib.annotate.gazetteer import Gazetteer
from lib.article import UNKNOWN, Annotation, Article
from lib.schema import LABELS, Mention, Sentence

_UNUSED = ["parser", "senter", "tagger", "morphologizer", "lemmatizer", "attribute_ruler"]
_LABELS = {"PERSON": "PER", "GPE": "LOC", "FAC": "LOC"}
"""Labels of other schemes that Lesarten has another name for."""

SHIPPED = Path(__file__).with_name("model")


class ModelError(Exception):
    """The spaCy pipeline that was asked for is not installed, or finds no names."""


class Pipeline:
    """Annotates articles. One instance may be used from several threads; they take turns, article by article.

    Attributes:
        model: which models run, with their versions.
    """

    def __init__(self, nlp: Language, name: str) -> None:
        self._nlp = nlp
        self._gazetteer = Gazetteer(nlp)
        self._lock = threading.Lock()
        self.model = f"{name}, {vectors.name()}"

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotate articles one by one, in order."""
        for article in articles:
            with self._lock:
                annotation = self._annotate(article)
            yield annotation

    def _annotate(self, article: Article) -> Annotation:
        spans = sentences.split(article.text, titled=article.title != UNKNOWN)
        doc = self._doc(article.text, spans)
        doc.ents = mentions.find(doc, self._gazetteer)
        starts = [start for start, _ in spans]
        rows = [
            Sentence(article.id, i, start, end, article.text[start:end], i == 0 and article.title != UNKNOWN)
            for i, (start, end) in enumerate(spans)
        ]
        named = [
            Mention(article.id, bisect_right(starts, e.start_char) - 1, e.start_char, e.end_char, e.text, e.label_)
            for e in doc.ents
        ]
        embedded = vectors.embed([row.text for row in rows])
        return Annotation(rows, named, quotes.find(doc, article), values.find(doc, article), embedded)

    def _doc(self, text: str, spans: list[sentences.Span]) -> Doc:
        """One Doc of the whole text. Sentences are tokenized one by one, so that no token reaches over a boundary."""
        starts = [0, *(start for start, _ in spans[1:])]
        ends = [*starts[1:], len(text)]
        docs = list(self._nlp.pipe(text[start:end] for start, end in zip(starts, ends, strict=True) if start < end))
        for doc in docs:
            for token in doc:
                token.is_sent_start = token.i == 0
            labels = {ent.label_: _LABELS.get(ent.label_, ent.label_) for ent in doc.ents}
            doc.ents = [Span(doc, e.start, e.end, labels[e.label_]) for e in doc.ents if labels[e.label_] in LABELS]
        return Doc.from_docs(docs, ensure_whitespace=False) if docs else self._nlp.make_doc("")


_loaded: dict[str, Pipeline] = {}
_loading = threading.Lock()


def load(model: str = "") -> Pipeline:
    """The pipeline, loaded once per process.

    Args:
        model: an installed spaCy pipeline with an entity recognizer, by name; empty for the one that Lesarten ships.

    Raises:
        ModelError: the named pipeline is not installed or recognizes no entities.
    """
    with _loading:
        if model not in _loaded:
            nlp = _recognizer(model)
            meta = nlp.meta
            _loaded[model] = Pipeline(nlp, f"{meta['lang']}-{meta['name']} {meta['version']} ({meta['description']})")
        return _loaded[model]


def _recognizer(model: str) -> Language:
    try:
        nlp = spacy.load(model or SHIPPED, exclude=_UNUSED)
    except OSError as error:
        raise ModelError(f"The spaCy pipeline {model!r} is not installed: pip install it, or leave it out.") from error
    if "ner" not in nlp.pipe_names:
        raise ModelError(f"The spaCy pipeline {model!r} has no entity recognizer.")
    return nlp
