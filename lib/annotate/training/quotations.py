"""Train the tagger of quotations on annotated articles, and write it as the file that the program ships.

    python -m lib.annotate.training.quotations GOLD NEWS OUT [--folds N]

GOLD    folder of articles.jsonl and one GROUP.json an occasion, some of whose quotes have cue and speaker_words
NEWS    articles, one a line, in gzip: with those of GOLD, the articles of quoted.jsonl
OUT     tagger.onnx

`quoted.jsonl` holds quotations that a language model annotated by the same definitions; how often it agrees with people
is in README.md. A line is an article, and each of its quotes is [type, bounds of its sentence, of its words, of its
cue, of the words that name the speaker], with offsets into the article's text.

Two networks make the tagger. What is reported and what says so is found by one that learned from all these articles;
speakers by one that learned from those alone that people annotated, as that names more of them rightly.

The encoder is not trained: its vectors, as it ships them, are what the tagger reads. With --folds, N taggers are
trained on all but a part of the occasions that people annotated and scored on that instead, and nothing is written:
reported sentences found, with and without their speaker, as in score.py.
"""

import argparse
import difflib
import json
import math
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from spacy.tokens import Doc
from torch import Tensor, nn
from torch.nn import functional

from lib import annotate, read
from lib.annotate import citations
from lib.annotate.quotations import assemble
from lib.annotate.quotations.tagger import Role, Tags, features
from lib.annotate.training.news import articles as news_articles
from lib.article import Article
from lib.schema import Quote

FILE = Path(__file__).with_name("quoted.jsonl")
SEED = 7
WIDTH, DILATIONS = 160, (1, 2, 4, 8, 1)
EPOCHS, BATCH, RATE, WEIGHT_DECAY, DROPOUT = 12, 2, 2e-3, 0.05, 0.3
IGNORED = -100

Said = list[tuple[dict[str, Any], str]]
"""Quotations of an article, each with its sentence without white space."""


class Example(NamedTuple):
    """One article: what the tagger reads, the tags of its words by role, and what is needed to score it."""

    group: str
    article: Article
    doc: Doc
    tokens: npt.NDArray[np.intp]
    inputs: npt.NDArray[np.float32]
    tags: npt.NDArray[np.int64]
    quotes: list[dict[str, Any]]


class Network(nn.Module):
    """Dilated convolutions over the words of an article."""

    def __init__(self, width_in: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width_in)
        self.input = nn.Linear(width_in, WIDTH)
        self.layers = nn.ModuleList(nn.Conv1d(WIDTH, WIDTH, 3, padding=d, dilation=d) for d in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(WIDTH) for _ in DILATIONS)
        self.output = nn.Linear(WIDTH, 3 * len(Role))
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, words: Tensor) -> Tensor:
        """Logits of shape (articles, words, roles, 3) for inputs of shape (articles, words, features)."""
        x = self.input(self.dropout(self.norm(words)))
        for layer, norm in zip(self.layers, self.norms, strict=True):
            x = norm(x + self.dropout(functional.gelu(layer(x.transpose(1, 2)).transpose(1, 2))))
        logits: Tensor = self.output(self.dropout(x))
        return logits.view(*logits.shape[:-1], len(Role), 3)


class Networks(NamedTuple):
    """What the tagger is made of: a network for reported speech and cues, and one for speakers."""

    reported: Network
    speakers: Network

    def scores(self, words: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Probabilities of shape (words, roles, 3) for inputs of shape (words, features)."""
        with torch.inference_mode():
            found, other = (network(torch.from_numpy(words)[None])[0].softmax(-1) for network in self)
            found[:, Role.SPEAKER] = other[:, Role.SPEAKER]
        scores: npt.NDArray[np.float32] = found.numpy()
        return scores


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    args = parser.parse_args()
    found = list(examples(args.gold, args.news))
    if not args.folds:
        onnx.save(exported(train_both(found, SEED)), args.out)
        return
    groups = sorted({example.group for example in found} - {""})
    random.Random(SEED).shuffle(groups)
    for fold in range(args.folds):
        held = set(groups[fold :: args.folds])
        networks = train_both([example for example in found if example.group not in held], SEED + fold)
        print(fold, score(networks, [example for example in found if example.group in held]), flush=True)


def examples(gold: Path, news: Path) -> Iterator[Example]:
    """The articles whose quotations are annotated: those of occasions, by people, and those of `quoted.jsonl`, which
    are of no group."""
    files, _ = read.open_corpus([gold / "articles.jsonl"])
    articles = {article.id: article for article in read.read(files).articles}
    given = [json.loads(line) for line in (gold / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {row["id"]: row["text"] for row in given}
    lines = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    for key, article in news_articles(news, {line["article"] for line in lines} - set(texts)).items():
        articles[key], texts[key] = article, article.text
    pipeline = annotate.load()
    of_file = [("", line["article"], _of_line(line, texts[line["article"]])) for line in lines]
    for group, key, said in (*_of_occasions(gold, texts), *of_file):
        if key in articles:
            doc, _ = pipeline.names(articles[key])
            yield _example(group, articles[key], doc, said)


def _of_occasions(gold: Path, texts: dict[str, str]) -> Iterator[tuple[str, str, Said]]:
    for path in sorted(gold.glob("*.json")):
        group = json.loads(path.read_text(encoding="utf-8"))
        for key, bounds in group["sentences"].items() if group.get("quotes") else ():
            said = [
                (quote, _bare(texts[key][slice(*bounds[int(number)])]))
                for quote in group["quotes"]
                for article_id, _, number in [quote["sentence"].rpartition(":")]
                if article_id == key
            ]
            yield path.stem, key, said


def _of_line(line: dict[str, Any], text: str) -> Said:
    said: Said = []
    for kind, sentence, words, cue, speaker_words in line["quotes"]:
        quote = {"type": kind, "text": text[slice(*words)], "speaker": ""}
        quote |= {"cue": text[slice(*(cue or (0, 0)))], "speaker_words": text[slice(*(speaker_words or (0, 0)))]}
        said.append((quote, _bare(text[slice(*sentence)])))
    return said


def _bare(text: str) -> str:
    return "".join(text.split())


def _example(group: str, article: Article, doc: Doc, said: Said) -> Example:
    """Quotations, each with its sentence, are found again in the article's text with white space removed."""
    tokens, inputs = features(doc)
    squeezed = "".join(article.text.split())
    offsets = [i for i, char in enumerate(article.text) if not char.isspace()]
    tags = np.zeros((len(tokens), len(Role)), np.int64)
    starts = np.array([doc[int(i)].idx for i in tokens])

    def located(words: str, near: int) -> tuple[int, int] | None:
        """Offsets of the nearest place of these words, not within others ("er" in "der")."""
        bare = _bare(words)
        places = [match.start() for match in re.finditer(re.escape(bare), squeezed)] if bare else []
        spans = {place: (offsets[place], offsets[place + len(bare) - 1] + 1) for place in places}
        whole = [place for place, span in spans.items() if not _is_within(article.text, span)]
        return spans[min(whole, key=lambda place: abs(place - near))] if whole else None

    def mark(role: Role, span: tuple[int, int] | None) -> None:
        if span:
            inside = np.flatnonzero((starts >= span[0]) & (starts < span[1]))
            tags[inside, role] = 2
            tags[inside[:1], role] = 1

    known = []
    for quote, sentence in said:
        near = squeezed.find(sentence)
        words = "".join(quote["text"].split())
        if near < 0 or (span := located(words, near)) is None:
            continue
        place = max(squeezed.find(words, near), near)
        if quote["type"] == "indirect":
            mark(Role.REPORT, span)
            span = offsets[near], offsets[near + len(sentence) - 1] + 1
        mark(Role.CUE, located(quote.get("cue", ""), place))
        speaker_words = located(quote.get("speaker_words", ""), place)
        mark(Role.SPEAKER, speaker_words)
        known.append({"kind": quote["type"], "span": span, "speaker": quote["speaker"], "words": speaker_words})
    return Example(group, article, doc, tokens, inputs, tags, known)


def _is_within(text: str, span: tuple[int, int]) -> bool:
    """Whether a word goes on before or behind a span."""
    return any(text[at - 1 : at].isalnum() and text[at : at + 1].isalnum() for at in span)


def train_both(found: Sequence[Example], seed: int) -> Networks:
    """That of all articles for reported speech and cues, that of those of a group for speakers."""
    return Networks(train(found, seed), train([example for example in found if example.group], seed))


def train(found: Sequence[Example], seed: int) -> Network:
    torch.manual_seed(seed)
    draw = random.Random(seed)
    network = Network(found[0].inputs.shape[1])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=WEIGHT_DECAY)
    steps = EPOCHS * math.ceil(len(found) / BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps)
    network.train()
    for _ in range(EPOCHS):
        order = draw.sample(range(len(found)), len(found))
        for first in range(0, len(order), BATCH):
            batch = [found[i] for i in order[first : first + BATCH]]
            length = max(len(example.tokens) for example in batch)
            inputs = torch.zeros(len(batch), length, found[0].inputs.shape[1])
            tags = torch.full((len(batch), length, len(Role)), IGNORED)
            for i, example in enumerate(batch):
                inputs[i, : len(example.tokens)] = torch.from_numpy(example.inputs)
                tags[i, : len(example.tokens)] = torch.from_numpy(example.tags)
            logits = network(inputs)
            loss = len(Role) * functional.cross_entropy(logits.flatten(0, 2), tags.flatten(), ignore_index=IGNORED)
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            schedule.step()
    network.eval()
    return network


def score(networks: Networks, held: Sequence[Example]) -> str:
    """F1 by kind, of quotations found and of those with the right speaker, as score.py counts them."""
    counts: dict[tuple[str, str], list[int]] = {}
    for example in held:
        cited = citations.find(example.article, [sentence.start_char for sentence in example.doc.sents])
        mine = assemble(example.doc, example.article, Tags(example.tokens, networks.scores(example.inputs)), cited)
        for kind in ("direct", "indirect"):
            want = [quote for quote in example.quotes if quote["kind"] == kind]
            got = [quote for quote in mine if quote.kind == kind]
            pairs = [(w, g) for w in range(len(want)) for g in range(len(got)) if overlap(want[w]["span"], got[g])]
            right = [(w, g) for w, g in pairs if same_speaker(want[w]["speaker"], got[g].speaker)]
            for what, hits in (("found", pairs), ("with speaker", right)):
                sums = (len({w for w, _ in hits}), len({g for _, g in hits}), len(want), len(got))
                counts[kind, what] = [a + b for a, b in zip(counts.get((kind, what), [0] * 4), sums, strict=True)]
    scores = []
    for (kind, what), (hit, hitting, n_want, n_got) in counts.items():
        precision, recall = hitting / max(n_got, 1), hit / max(n_want, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        scores.append(f"{kind} {what} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return "; ".join(scores)


def overlap(span: tuple[int, int], quote: Quote) -> bool:
    shorter = min(span[1] - span[0], quote.end - quote.start)
    return min(span[1], quote.end) - max(span[0], quote.start) >= shorter / 2


def same_speaker(want: str, got: str) -> bool:
    want, got = (" ".join(name.split()).casefold() for name in (want, got))
    if not want or not got:
        return want == got
    if want in got or got in want or want.split()[-1].rstrip("s") == got.split()[-1].rstrip("s"):
        return True
    return difflib.SequenceMatcher(None, want, got).ratio() >= 0.8


def exported(networks: Networks) -> onnx.ModelProto:
    """Both networks in one graph: `words` (words, features) to `scores` (words, roles, 3), probabilities."""
    constants: list[onnx.TensorProto] = []
    nodes: list[onnx.NodeProto] = []

    def constant(name: str, array: npt.NDArray[Any]) -> str:
        constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(operator: str, inputs: list[str], output: str, **attributes: Any) -> str:
        nodes.append(helper.make_node(operator, inputs, [output], **attributes))
        return output

    first = constant("first", np.array([0], np.int64))
    shape = constant("shape", np.array([-1, len(Role), 3], np.int64))

    def scores(network: Network, prefix: str) -> str:
        state = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}

        def weight(name: str) -> str:
            return constant(prefix + name, state[name])

        def product(name: str, x: str) -> str:
            turned = constant(f"{prefix}{name}.weight", state[f"{name}.weight"].T)
            multiplied = node("MatMul", [x, turned], f"{prefix}{name}.product")
            return node("Add", [multiplied, weight(f"{name}.bias")], f"{prefix}{name}")

        norm = [weight("norm.weight"), weight("norm.bias")]
        x = product("input", node("LayerNormalization", ["words", *norm], f"{prefix}norm", epsilon=1e-5))
        for i, dilation in enumerate(DILATIONS):
            name = f"{prefix}layers.{i}"
            turned = node("Unsqueeze", [node("Transpose", [x], f"{name}.turned", perm=[1, 0]), first], f"{name}.batch")
            convolved = node(
                "Conv",
                [turned, weight(f"layers.{i}.weight"), weight(f"layers.{i}.bias")],
                f"{name}.convolved",
                dilations=[dilation],
                pads=[dilation, dilation],
            )
            flat = node("Squeeze", [node("Gelu", [convolved], f"{name}.gelu"), first], f"{name}.flat")
            x = node("Add", [x, node("Transpose", [flat], f"{name}.back", perm=[1, 0])], f"{name}.sum")
            norm = [weight(f"norms.{i}.weight"), weight(f"norms.{i}.bias")]
            x = node("LayerNormalization", [x, *norm], f"{prefix}norms.{i}", epsilon=1e-5)
        logits = node("Reshape", [product("output", x), shape], f"{prefix}logits")
        return node("Softmax", [logits], f"{prefix}scores", axis=-1)

    found = scores(networks.reported, "reported.")
    speaker = constant("speaker", np.array([Role.SPEAKER], np.int64))
    others = constant("others", np.array([role for role in Role if role != Role.SPEAKER], np.int64))
    of_speakers = node("Gather", [scores(networks.speakers, "speakers."), speaker], "speakers.of", axis=1)
    node("Concat", [node("Gather", [found, others], "reported.of", axis=1), of_speakers], "scores", axis=1)
    width = networks.reported.norm.weight.shape[0]
    inputs = [helper.make_tensor_value_info("words", TensorProto.FLOAT, ["n", width])]
    outputs = [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["n", len(Role), 3])]
    return helper.make_model(
        helper.make_graph(nodes, "tagger", inputs, outputs, constants),
        opset_imports=[helper.make_opsetid("", 20)],
        ir_version=10,
        producer_name="lesarten",
    )


if __name__ == "__main__":
    main()
