"""Train the cross-encoder that reads links again, and write it as the file that the program ships.

    python -m lib.compare.training.cross PAIRS OUT [--folds 2] [--limit N]

PAIRS  folder that `pairs` wrote
OUT    cross.onnx

The upper half of the shipped encoder's layers reads the states of both sentences together. It learns from news with the
scores of the trees first, then from annotated occasions. For each of --folds of the four folds of occasions another one
is trained on the others, which tells how far the network is to be trusted beside the trees: a logistic regression over
both of their log-odds, of pairs that neither has seen. A graphics card takes five minutes for all of it.
"""

import argparse
from pathlib import Path
from typing import NamedTuple, cast

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from torch import Tensor, nn
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from lib.annotate.encoder import encoder
from lib.annotate.training.export import MICROSOFT, Graph, layer, sizes
from lib.annotate.training.network import HEADS, WIDTH, Layer
from lib.compare.linking.cross import BEFORE, LEAST, MOST, OTHER
from lib.compare.training.pairs import Pairs, load

LOWER, LAYERS = encoder.INNER[0], 12
HIDDEN = 128
DROPOUT = 0.1
NEWS, NEWS_LIKELY = 450_000, 0.1
"""Pairs of news that are read: all of this score and more, and others as they are drawn."""
NEWS_RATE, RATE, HEAD_RATE, WARM_UP, WEIGHT_DECAY = 1.5e-4, 6e-5, 10, 0.06, 0.01
"""Rates of learning, the last as a multiple for the head."""
NEWS_PIECES, PIECES = 32_768, 16_384
"""Of a batch."""
EPOCHS = 3
AVERAGE = 0.998
RELATIONS = np.array([[0, 1, 2, 3], [1, 0, 3, 2], [2, 3, 0, 4], [3, 2, 4, 0]])
"""What a segment (`lib.compare.linking.cross`) is to another: the same to the network from either sentence."""
SEEN = 256
"""Pairs on which the sizes of inputs are seen."""
DEVICE = "cuda" if torch.cuda.is_available() else "cpu"

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]


class Network(nn.Module):
    """Layers over the states of both sentences and of those before, and a head over the means of both sentences.

    How much a piece of one segment looks at those of another is learned for each head. Nothing tells the two sentences
    apart but that, so that their order makes no difference.
    """

    def __init__(self, states: dict[str, Tensor]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(DROPOUT) for _ in range(LOWER, LAYERS))
        self.layers.load_state_dict(states)
        self.relations = nn.Parameter(torch.zeros(len(self.layers), RELATIONS.max() + 1, HEADS))
        self.hidden, self.out = nn.Linear(3 * WIDTH, HIDDEN), nn.Linear(HIDDEN, 1)
        self.dropout = nn.Dropout(DROPOUT)
        nn.init.zeros_(self.out.weight)
        nn.init.constant_(self.out.bias, -2.5)

    def forward(self, x: Tensor, segments: Tensor) -> Tensor:
        """Log-odds, shape (pairs,).

        Args:
            x: shape (pairs, pieces, WIDTH).
            segments: of each piece, -1 behind the last; shape (pairs, pieces).
        """
        padding = torch.zeros(segments.shape, device=x.device).masked_fill(segments < 0, -1e4)[:, None, None, :]
        known = segments.clamp(min=0)
        relation = torch.from_numpy(RELATIONS).to(x.device)[known[:, :, None], known[:, None, :]]
        for module, learned in zip(self.layers, self.relations, strict=True):
            x = module(x, functional.embedding(relation, learned).permute(0, 3, 1, 2) + padding)
        one, other = (self._mean(x, segments == segment) for segment in (0, OTHER))
        both = torch.cat([(one + other) / 2, (one - other).abs(), one * other], -1)
        return cast(Tensor, self.out(self.dropout(functional.gelu(self.hidden(both))))[:, 0])

    @staticmethod
    def _mean(x: Tensor, inside: Tensor) -> Tensor:
        weight = inside.float()[..., None]
        return (x.float() * weight).sum(1) / weight.sum(1)


class Reader:
    """Gives the states of pairs in batches.

    Args:
        folder: that `pairs` wrote.
    """

    def __init__(self, folder: Path) -> None:
        with np.load(folder / "pairs.npz") as arrays:
            self._start, self._before = arrays["start"], arrays["before"]
        states = torch.from_numpy(np.load(folder / "states.npy"))
        self._states = torch.cat([states, torch.zeros(1, WIDTH, dtype=states.dtype)]).to(DEVICE)

    def pair(self, i: int, j: int) -> tuple[Tensor, Tensor]:
        """The pieces of a pair and their segments."""
        rows, segments = [], []
        for segment, row in enumerate((i, j, self._before[i], self._before[j])):
            if row >= 0:
                pieces = np.arange(self._start[row], self._start[row + 1])[-BEFORE if segment > OTHER else 0 :]
                rows.append(pieces)
                segments.append(np.full(len(pieces), segment))
        return torch.from_numpy(np.concatenate(rows)), torch.from_numpy(np.concatenate(segments))

    def groups(self, pairs: Pairs, size: int, draw: np.random.Generator) -> list[Ints]:
        """All pairs in random order, those of like length together, in groups of about `size` pieces."""
        length = np.diff(self._start)
        total = length[pairs.one] + length[pairs.other]
        for rows in (pairs.one, pairs.other):
            before = self._before[rows]
            total += np.where(before < 0, 0, np.minimum(length[before], BEFORE))
        order = np.argsort(total + draw.uniform(-2, 2, len(total)), kind="stable")
        groups = np.split(order, np.flatnonzero(np.diff(np.cumsum(total[order]) // size)) + 1)
        return [groups[k] for k in draw.permutation(len(groups))]

    def batch(self, pairs: Pairs, group: Ints) -> tuple[Tensor, Tensor]:
        """What the network reads of some pairs."""
        read = [self.pair(int(pairs.one[k]), int(pairs.other[k])) for k in group]
        rows = nn.utils.rnn.pad_sequence([row for row, _ in read], batch_first=True, padding_value=-1)
        segments = nn.utils.rnn.pad_sequence([segment for _, segment in read], batch_first=True, padding_value=-1)
        return self._states[rows.to(DEVICE)].float(), segments.to(DEVICE)


def fit(network: Network, reader: Reader, pairs: Pairs, *, epochs: int, rate: float, size: int) -> None:
    """Train with AdamW, and leave the moving average of the weights in the network."""
    draw = np.random.default_rng(0)
    torch.manual_seed(0)
    steps = [group for _ in range(epochs) for group in reader.groups(pairs, size, draw)]
    head = [weights for name, weights in network.named_parameters() if not name.startswith("layers.")]
    learned = [{"params": network.layers.parameters(), "lr": rate}, {"params": head, "lr": rate * HEAD_RATE}]
    optimizer = torch.optim.AdamW(learned, weight_decay=WEIGHT_DECAY)
    average = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(AVERAGE))
    n, warm = len(steps), WARM_UP * len(steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda k: min((k + 1) / (warm + 1), max(0.02, (n - k) / n)))
    network.train()
    for step, group in enumerate(steps):
        target = torch.from_numpy(pairs.target[group]).to(DEVICE)
        with torch.autocast(DEVICE, torch.bfloat16, enabled=DEVICE == "cuda"):
            raw = network(*reader.batch(pairs, group))
        loss = functional.binary_cross_entropy_with_logits(raw.float(), target)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        average.update_parameters(network)
        if step % 200 == 0:
            print(f"  step {step} of {n}, loss {loss.item():.3f}", flush=True)
    network.load_state_dict(average.module.state_dict())


def log_odds(network: Network, reader: Reader, pairs: Pairs) -> Floats:
    network.eval()
    found = np.zeros(len(pairs.one), np.float32)
    with torch.inference_mode():
        for group in reader.groups(pairs, PIECES, np.random.default_rng(0)):
            found[group] = network(*reader.batch(pairs, group)).cpu().numpy()
    return found


class Trust(NamedTuple):
    """Factors of both log-odds, and what is added."""

    tree: float
    network: float
    bias: float


def trust(pairs: Pairs, raw: Floats) -> Trust:
    """How far to believe either, on pairs that neither has seen."""
    read = (pairs.tree >= LEAST) & (pairs.tree <= MOST) & np.isfinite(raw)
    evidence = np.stack([np.log(pairs.tree[read] / (1 - pairs.tree[read])), raw[read]], axis=1)
    fitted = LogisticRegression(C=10).fit(evidence, pairs.target[read] > 0.5)
    return Trust(float(fitted.coef_[0][0]), float(fitted.coef_[0][1]), float(fitted.intercept_[0]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--folds", type=int, default=2)
    parser.add_argument("--limit", type=int, help="train on so many pairs only, to try the recipe")
    args = parser.parse_args()
    reader = Reader(args.pairs)
    gold, dev, news = (_limited(load(args.pairs, name), args.limit) for name in ("gold", "dev", "news"))
    order = np.argsort(news.target < NEWS_LIKELY, kind="stable")[: max(NEWS, int((news.target >= NEWS_LIKELY).sum()))]
    print(f"{len(order)} pairs of news, {len(gold.one)} annotated", flush=True)
    taught = Network(upper_layers()).to(DEVICE)
    fit(taught, reader, _some(news, order), epochs=1, rate=NEWS_RATE, size=NEWS_PIECES)

    def trained(pairs: Pairs) -> Network:
        network: Network = Network(upper_layers()).to(DEVICE)
        network.load_state_dict(taught.state_dict())
        fit(network, reader, pairs, epochs=EPOCHS, rate=RATE, size=PIECES)
        return network

    raw = np.full(len(gold.one), np.nan, np.float32)
    for fold in range(args.folds):
        unseen = np.flatnonzero(gold.fold == fold)
        raw[unseen] = log_odds(trained(_some(gold, np.flatnonzero(gold.fold != fold))), reader, _some(gold, unseen))
        print(f"fold {fold}: average precision {average_precision_score(gold.target[unseen], raw[unseen]):.3f}")
    trusted = trust(gold, raw)
    print(trusted)
    network = trained(gold)
    print(f"dev: average precision {average_precision_score(dev.target, log_odds(network, reader, dev)):.3f}")
    onnx.save(as_graph(network.cpu(), reader, gold, trusted), args.out)


def _some(pairs: Pairs, which: Ints) -> Pairs:
    return Pairs._make(array[which] for array in pairs)


def _limited(pairs: Pairs, limit: int | None) -> Pairs:
    return _some(pairs, np.random.default_rng(5).permutation(len(pairs.one))[:limit])


def upper_layers() -> dict[str, Tensor]:
    """The shipped encoder's layers from LOWER on, in single precision."""
    graph = onnx.load(Path(encoder.__file__).with_name("encoder.onnx")).graph
    constants = {constant.name: numpy_helper.to_array(constant) for constant in graph.initializer}
    state = {}
    for number in range(LOWER, LAYERS):
        old, new = f"layers.{number}", str(number - LOWER)
        for part in ("qkv", "ao", "fi", "fo"):
            weight = constants[f"{old}.{part}.weight"].astype(np.float32) * constants[f"{old}.{part}.scale"]
            smooth = constants.get(f"{old}.{part}.smooth")
            if smooth is not None:
                weight = weight * smooth[:, None]
            state[f"{new}.{part}.weight"] = torch.from_numpy(weight.T.copy())
            state[f"{new}.{part}.bias"] = torch.from_numpy(constants[f"{old}.{part}.bias"].copy())
        for part in ("aln", "oln"):
            for kind in ("weight", "bias"):
                state[f"{new}.{part}.{kind}"] = torch.from_numpy(constants[f"{old}.{part}.{kind}"].copy())
    return state


def as_graph(network: Network, reader: Reader, pairs: Pairs, trusted: Trust) -> onnx.ModelProto:
    """The network in 8-bit integers, as the encoder's: `states` (pieces, WIDTH), `segments` (pieces) and `score`, the
    log-odds of the trees, to `raw`, the log-odds of both."""
    some = np.random.default_rng(0).permutation(len(pairs.one))[:SEEN, None]
    batches = [reader.batch(pairs, one) for one in some]
    network.eval()
    graph = Graph(sizes(network, lambda: [network(x.cpu(), segments.cpu()) for x, segments in batches]))
    state = {name: tensor.detach().numpy() for name, tensor in network.state_dict().items()}
    zero = graph.constant("zero", np.array([0], np.int64))
    table = graph.constant("table", RELATIONS)
    rows = graph.node("Gather", [table, "segments"], "rows", axis=0)
    relation = graph.node("Gather", [rows, "segments"], "relation", axis=1)
    x = graph.node("Unsqueeze", ["states", zero], "batch")
    for i in range(len(network.layers)):
        learned = graph.constant(f"layers.{i}.relations", state["relations"][i].T)
        bias = graph.node("Gather", [learned, relation], f"layers.{i}.heads", axis=1)
        x = layer(graph, x, state, f"layers.{i}", graph.node("Unsqueeze", [bias, zero], f"layers.{i}.bias"))
    pieces = graph.node("Squeeze", [x, zero], "pieces")
    one, other = (_mean(graph, pieces, segment, zero) for segment in (0, OTHER))
    middle = graph.node("Mean", [one, other], "middle")
    apart = graph.node("Abs", [graph.node("Sub", [one, other], "minus")], "apart")
    both = graph.node("Concat", [middle, apart, graph.node("Mul", [one, other], "product")], "both", axis=1)
    hidden = graph.node("Gelu", [graph.exact(both, state, "hidden")], "hidden.active", MICROSOFT)
    terms = [("score", trusted.tree), (graph.exact(hidden, state, "out"), trusted.network)]
    weighted = [
        graph.node("Mul", [term, graph.constant(f"{term}.trust", np.array(factor, np.float32))], f"{term}.trusted")
        for term, factor in terms
    ]
    graph.node("Sum", [*weighted, graph.constant("trust.bias", np.array(trusted.bias, np.float32))], "raw")
    inputs = [
        helper.make_tensor_value_info("states", TensorProto.FLOAT, ["pieces", WIDTH]),
        helper.make_tensor_value_info("segments", TensorProto.INT64, ["pieces"]),
        helper.make_tensor_value_info("score", TensorProto.FLOAT, []),
    ]
    raw = helper.make_tensor_value_info("raw", TensorProto.FLOAT, [1, 1])
    return helper.make_model(
        helper.make_graph(graph.nodes, "cross", inputs, [raw], graph.constants),
        opset_imports=[helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)],
        ir_version=10,
        producer_name="lesarten",
    )


def _mean(graph: Graph, pieces: str, segment: int, zero: str) -> str:
    """Mean of a segment's pieces, shape (1, WIDTH)."""
    name = f"segment.{segment}"
    is_in = graph.node("Equal", ["segments", graph.constant(name, np.array(segment, np.int64))], f"{name}.is")
    weight = graph.node("Cast", [is_in], f"{name}.in", to=TensorProto.FLOAT)
    share = graph.node("Div", [weight, graph.node("ReduceSum", [weight, zero], f"{name}.n")], f"{name}.share")
    return graph.node("MatMul", [graph.node("Unsqueeze", [share, zero], f"{name}.row"), pieces], f"{name}.mean")


if __name__ == "__main__":
    main()
