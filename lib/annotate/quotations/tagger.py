"""Which words report what somebody says, which name the speaker, and which are the cue: a small network over the
encoder's vectors of all words of an article (dilated convolutions, Strubell et al. 2017)."""

import re
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime
from spacy.tokens import Doc

from lib.annotate.encoder import INNER_VECTORS
from lib.annotate.quotations.marks import DOUBLE, marked

_WEIGHTS = Path(__file__).with_name("tagger.onnx")
SUBJUNCTIVE = re.compile(
    "seien|(?:hab|werd|könn|müss|soll|woll|dürf|mög|geb|geh|komm|steh|lass|mach|wiss|nehm|brauch|bleib|find|halt|lieg|seh|"
    "besteh|bring|führ|zeig|handl|handel|bedeut|gelt|wünsch|trag|freu|sprech|rechn|erwart|leid|hoff|verdien|plan|prüf|"
    "erhalt|zahl|kost|arbeit|kämpf|glaub|denk|fehl|setz|leg|spiel|such|biet|versuch|verlang|versteh|verfüg|beginn|treff|"
    "unterstütz|begrüß|befürcht|nutz|steig|sink|wachs|schad|ruf|verlass|zieh|schick|reich|wirk|warn|reagier|stamm|lern|les|"
    "schreib|schütz|stell|vertrau|wart)e|sei",
)
CONDITIONAL = re.compile("(?:hätt|wär|würd|könnt|müsst|sollt|dürft)en?")
_PRONOUNS = frozenset({"er", "sie", "es", "man"})

FloatArray = npt.NDArray[np.float32]


class Role(IntEnum):
    """What a word may be part of."""

    REPORT = 0
    """Of reported speech without quotation marks."""
    CUE = 1
    SPEAKER = 2


class Tags(NamedTuple):
    """Scores of an article's words.

    Attributes:
        tokens: index of each word's token in the Doc; white space is no word.
        scores: probabilities that a word is outside, begins, or continues a span of each role: shape (words, 3, 3).
    """

    tokens: npt.NDArray[np.intp]
    scores: FloatArray


def tag(doc: Doc) -> Tags:
    """Scores of the words of a Doc with names, sentences and the encoder's vectors; one for each that is no space."""
    tokens, inputs = features(doc)
    if not len(tokens):
        return Tags(tokens, np.zeros((0, len(Role), 3), np.float32))
    (scores,) = _session().run(["scores"], {"words": inputs})
    return Tags(tokens, scores)


def features(doc: Doc) -> tuple[npt.NDArray[np.intp], FloatArray]:
    """Token indices of the words and what the network reads of each, shape (words, 3 * WIDTH + 10)."""
    tokens = np.array([token.i for token in doc if not token.is_space], dtype=np.intp)
    quoted = np.zeros(len(doc.text) + 1, dtype=bool)
    for span in marked(doc.text):
        quoted[span.start : span.end] = True
    flags = [
        (
            quoted[token.idx],
            bool(SUBJUNCTIVE.fullmatch(token.lower_)),
            bool(CONDITIONAL.fullmatch(token.lower_)),
            token.ent_type_ == "PER",
            token.ent_type_ in {"ORG", "LOC"},
            token.text in {",", ":"},
            token.text in DOUBLE,
            token.is_sent_start,
            token.lower_ in _PRONOUNS,
            token.text[0].isupper(),
        )
        for token in doc
        if not token.is_space
    ]
    vectors = [doc.tensor[tokens], doc.user_data[INNER_VECTORS][tokens]]
    return tokens, np.concatenate([*vectors, np.array(flags, np.float32).reshape(-1, 10)], axis=1).astype(np.float32)


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(_WEIGHTS, options, providers=["CPUExecutionProvider"])
