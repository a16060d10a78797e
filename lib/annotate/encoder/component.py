"""The encoder as a component of a spaCy pipeline."""

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, Span

from lib.annotate.encoder import encoder
from lib.annotate.encoder.pieces import spaced_words

SENTENCE_VECTORS = "sentence_vectors"
"""Key of `Doc.user_data` under which the vectors of the sentences stand: shape (sentences, WIDTH), float32.

A sentence of white space alone has none.
"""

INNER_VECTORS = "inner_vectors"
"""Key of `Doc.user_data` under which the inner vectors of the tokens stand: shape (tokens, 2 * WIDTH), float32."""

CONTENT_VECTORS = "content_vectors"
"""Key of `Doc.user_data` under which, for each sentence, the mean of its content words' vectors after the last of the
inner layers stands: shape (sentences, WIDTH), float32. Of all its words, if none is longer than three letters."""
_LONG = 3


@Language.factory("lesarten_encoder", assigns=["doc.ents", "doc.tensor"], default_config={"names": True, "threads": 0})
class Component:
    """Sets the names of a Doc whose sentences are set, and keeps the vectors: one forward pass for all of them.

    `Doc.tensor` has a row for each token, zero for white space: shape (tokens, WIDTH), float32.

    Args:
        names: whether to set `Doc.ents`.
        threads: that one forward pass uses; 0 for one per core.
    """

    def __init__(self, nlp: Language, name: str, names: bool, threads: int) -> None:
        self._names = names
        self._encoder = encoder.load(threads)

    def __call__(self, doc: Doc) -> Doc:
        ents: list[Span] = []
        words: npt.NDArray[np.float32] = np.zeros((len(doc), encoder.WIDTH), dtype=np.float32)
        inner = np.zeros((len(doc), len(encoder.INNER) * encoder.WIDTH), dtype=np.float32)
        sentences, contents = [], []
        for sentence in doc.sents:
            tokens = [token.i for token in sentence if not token.is_space]
            if not tokens:
                continue
            encoded = self._encoder(spaced_words(sentence))
            words[tokens] = encoded.words
            inner[tokens] = encoded.inner
            sentences.append(encoded.sentence)
            content = [len(doc[i]) > _LONG or any(c.isdigit() for c in doc[i].text) for i in tokens]
            contents.append(encoded.inner[:, -encoder.WIDTH :][content if any(content) else slice(None)].mean(axis=0))
            ents += [Span(doc, tokens[start], tokens[end - 1] + 1, label) for start, end, label in encoded.names]
        doc.tensor = words  # type: ignore[assignment]  # its stub knows float64 alone
        doc.user_data[INNER_VECTORS] = inner
        doc.user_data[SENTENCE_VECTORS] = np.array(sentences, dtype=np.float32).reshape(-1, encoder.WIDTH)
        doc.user_data[CONTENT_VECTORS] = np.array(contents, dtype=np.float32).reshape(-1, encoder.WIDTH)
        if self._names:
            doc.ents = ents
        return doc

    def states(self, sentence: Doc) -> npt.NDArray[np.float32]:
        """`Encoder.states` of a sentence."""
        return self._encoder.states(spaced_words(sentence))
