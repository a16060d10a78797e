"""One small German encoder: names, and vectors of words and sentences, from one forward pass."""

from lib.annotate.encoder.component import CONTENT_VECTORS, INNER_VECTORS, SENTENCE_VECTORS, Component
from lib.annotate.encoder.encoder import DESCRIPTION, INNER, MAX_LENGTH, NAME, WIDTH, Encoder, load

__all__ = [
    "CONTENT_VECTORS",
    "DESCRIPTION",
    "INNER",
    "INNER_VECTORS",
    "MAX_LENGTH",
    "NAME",
    "SENTENCE_VECTORS",
    "WIDTH",
    "Component",
    "Encoder",
    "load",
]
