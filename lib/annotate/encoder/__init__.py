"""One small German encoder: names, and vectors of words and sentences, from one forward pass."""

from lib.annotate.encoder.component import SENTENCE_VECTORS
from lib.annotate.encoder.encoder import DESCRIPTION, MAX_LENGTH, NAME, WIDTH, Encoder, load

__all__ = ["DESCRIPTION", "MAX_LENGTH", "NAME", "SENTENCE_VECTORS", "WIDTH", "Encoder", "load"]
