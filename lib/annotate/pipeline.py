"""From articles to the rows of their tables: one pipeline that loads the models once and joins the annotators."""

import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from lib.annotate import mentions, sentences, vectors
from lib.article import UNKNOWN, Annotation, Article
from lib.schema import Mention, Sentence


class Pipeline:
    """Annotates articles. One instance may be used from several threads; they take turns, article by article.

    Attributes:
        model: which models run, with their versions.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._lock = threading.Lock()
        self.model = f"{vectors.name()}"

    def annotate(self, articles: Iterable[Article]) -> Iterator[Annotation]:
        """Annotate articles one by one, in order."""
        for article in articles:
            with self._lock:
                annotation = self._annotate(article)
            yield annotation

    def _annotate(self, article: Article) -> Annotation:
        spans = sentences.split(article.text, titled=article.title != UNKNOWN)
        doc = self._doc(article.text, spans)
        doc.ents = mentions.find(doc)
        rows = [
            Sentence(article.id, i, start, end, article.text[start:end], i == 0 and article.title != UNKNOWN)
            for i, (start, end) in enumerate(spans)
        ]
        starts = [start for start, _ in spans]
        return Annotation(
            sentences=rows,
            mentions=[
                Mention(
                    article.id,
                    bisect_right(starts, ent.start_char) - 1,
                    ent.start_char,
                    ent.end_char,
                    ent.text,
                    ent.label_,
                )
                for ent in doc.ents
            ],
            quotes=[],
            values=[],
            vectors=vectors.embed([row.text for row in rows]),
        )

    def _doc(self, text: str, spans: list[sentences.Span]) -> Doc:
        """One Doc of the whole text. Sentences are tokenized one by one, so that no token reaches over a boundary."""
        starts = [0, *(start for start, _ in spans[1:])]
        ends = [*starts[1:], len(text)]
        docs = list(self._nlp.pipe(text[start:end] for start, end in zip(starts, ends, strict=True) if start < end))
        for doc in docs:
            for token in doc:
                token.is_sent_start = token.i == 0
        return Doc.from_docs(docs, ensure_whitespace=False) if docs else self._nlp.make_doc("")


_loaded: dict[str, Pipeline] = {}
_loading = threading.Lock()


def load(model: str = "") -> Pipeline:
    """The pipeline, loaded once per process.

    Args:
        model: name of an installed spaCy pipeline with an entity recognizer; empty for the one that comes with Lesarten.
    """
    with _loading:
        if model not in _loaded:
            _loaded[model] = Pipeline(spacy.blank("de"))
        return _loaded[model]
