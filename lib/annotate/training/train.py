"""Train the encoder to find names, while its sentence vectors stay those of the base.

    python -m lib.annotate.training.train BASE GERMEVAL CHECKPOINT

BASE        what `base` wrote
GERMEVAL    folder with germeval_train.jsonl and germeval_dev.jsonl: text, ents [[start, end, label]]
CHECKPOINT  file of the weights; written after every half epoch that is the best so far on the development set

Two losses: cross-entropy of the BIO tags on the first piece of each word; and how far the mean over the pieces, through
a linear map, is from the sentence vector that the untrained base gives ("passage: " before the sentence). What is
evaluated and saved is the moving average of the weights.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
import spacy
import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from lib.annotate.encoder import labels
from lib.annotate.encoder.pieces import Pieces, spaced_words
from lib.annotate.training import augment, network
from lib.annotate.training.data import BATCH_PIECES, IGNORED, Sentence, batches, encode, read
from lib.annotate.training.evaluate import Scores

SEED = 7
EPOCHS = 4
RATE, HEAD_RATE, WARM_UP, WEIGHT_DECAY = 1.2e-4, 1e-3, 0.08, 0.01
AVERAGE = 0.998
"""Decay of the moving average by step."""
TAUGHT = 2
"""Every which sentence has a vector to keep to: the base takes as long for one as a third of a training step."""


class Tagger(nn.Module):
    """The encoder with a head for the tags and a linear map for the sentence vector."""

    def __init__(self, encoder: network.Encoder) -> None:
        super().__init__()
        self.encoder = encoder
        self.tags = nn.Linear(network.WIDTH, len(labels.TAGS))
        self.map = nn.Linear(network.WIDTH, network.WIDTH)
        nn.init.eye_(self.map.weight)
        nn.init.zeros_(self.map.bias)

    def forward(self, ids: Tensor, present: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of the tags, shape (sentences, pieces, tags), and sentence vectors, shape (sentences, WIDTH)."""
        hidden = self.encoder(ids, present)
        inside = present.unsqueeze(-1).float()
        mean = (hidden * inside).sum(1) / inside.sum(1)
        return self.tags(self.encoder.dropout(hidden)), functional.normalize(self.map(mean), dim=-1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("germeval", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--epochs", type=float, default=EPOCHS)
    parser.add_argument("--limit", type=int, help="train on the first so many sentences, to try the recipe")
    args = parser.parse_args()

    torch.manual_seed(SEED)
    nlp = spacy.blank("de")
    pieces = Pieces.load(args.base / "pieces.model")
    encoder = network.load(args.base)
    sentences = list(read(nlp, args.germeval / "germeval_train.jsonl"))[: args.limit]
    dev = [json.loads(line) for line in (args.germeval / "germeval_dev.jsonl").open(encoding="utf-8")][: args.limit]
    targets = sentence_vectors(encoder, pieces, sentences)
    train(Tagger(encoder), pieces, sentences, targets, dev, args.checkpoint, args.epochs)


def sentence_vectors(encoder: network.Encoder, pieces: Pieces, sentences: Sequence[Sentence]) -> Tensor:
    """What the base makes of the sentences: shape (sentences, WIDTH), rows of length 1; zero but for every TAUGHTth."""
    encoder.eval()
    prefix = [("passage", True), (":", False)]
    encoded = [encode(pieces, Sentence(prefix + s.words, [0, 0, *s.tags]))[0] for s in sentences[::TAUGHT]]
    vectors, draw = torch.zeros(len(sentences), network.WIDTH), random.Random(SEED)
    with torch.inference_mode():
        for group in batches([len(ids) for ids in encoded], draw, 4 * BATCH_PIECES):
            ids, present = network.batch([encoded[i] for i in group])
            inside = present.unsqueeze(-1).float()
            vectors[[TAUGHT * i for i in group]] = functional.normalize(
                (encoder(ids, present) * inside).sum(1) / inside.sum(1), dim=-1
            )
    return vectors


def train(
    model: Tagger,
    pieces: Pieces,
    sentences: Sequence[Sentence],
    targets: Tensor,
    dev: Sequence[dict[str, Any]],
    checkpoint: Path,
    epochs: float,
) -> None:
    draw = random.Random(SEED)
    per_epoch = len(batches([len(encode(pieces, s)[0]) for s in sentences], draw))
    total = math.ceil(epochs * per_epoch)
    heads = [*model.tags.parameters(), *model.map.parameters()]
    groups = [
        {"params": list(model.encoder.parameters()), "lr": RATE},
        {"params": heads, "lr": HEAD_RATE, "weight_decay": 0.0},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=WEIGHT_DECAY)
    warm = WARM_UP * total
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / warm, (total - step) / (total - warm))
    )
    average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE))
    best, step, began = 0.0, 0, time.monotonic()
    while step < total:
        model.train()
        encoded = [encode(pieces, augment.vary(sentence, draw)) for sentence in sentences]
        for group in batches([len(ids) for ids, _ in encoded], draw):
            ids, present = network.batch([encoded[i][0] for i in group])
            tags, _ = network.batch([encoded[i][1] for i in group], IGNORED)
            scores, vectors = model(ids, present)
            loss = functional.cross_entropy(scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORED)
            likeness = (vectors * targets[group]).sum(-1).mean() * TAUGHT  # rows of zero add nothing
            (loss - likeness).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
            average.update_parameters(model)
            step += 1
            if step % 50 == 0:
                print(f"{step}/{total} {time.monotonic() - began:.0f} s  {loss:.3f} {likeness:.3f}", flush=True)
            if step >= per_epoch and (step % (per_epoch // 2) == 0 or step == total):
                tagger = cast(Tagger, average.module)
                f = evaluate(tagger, pieces, dev)
                print(f"{step}/{total} development F {100 * f:.2f}", flush=True)
                if f > best:
                    best = f
                    torch.save(tagger.state_dict(), checkpoint)
                model.train()
            if step == total:
                break


def evaluate(model: Tagger, pieces: Pieces, rows: Sequence[dict[str, Any]]) -> float:
    """F of strict spans, all labels."""
    model.eval()
    nlp = spacy.blank("de")
    docs = [nlp.make_doc(row["text"]) for row in rows]
    encoded = [encode(pieces, Sentence(spaced_words(doc), [0] * len(doc))) for doc in docs]
    scores = Scores()
    with torch.inference_mode():
        for group in batches([len(ids) for ids, _ in encoded], random.Random(SEED), 4 * BATCH_PIECES):
            output, _ = model(*network.batch([encoded[i][0] for i in group]))
            for i, row in zip(group, output.numpy(), strict=True):
                firsts = np.flatnonzero(np.array(encoded[i][1]) != IGNORED)
                spans = labels.spans(labels.best(row[firsts]))
                found = {(docs[i][a].idx, docs[i][b - 1].idx + len(docs[i][b - 1]), label) for a, b, label in spans}
                scores.add(rows[i]["ents"], found)
    return scores.f("all")


if __name__ == "__main__":
    main()
