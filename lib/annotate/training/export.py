"""Write the trained encoder as the files that the program ships: encoder.onnx and pieces.model.

    python -m lib.annotate.training.export BASE CHECKPOINT OUT --text germeval_train.jsonl

The graph takes the ids of one sentence and gives scores of the tags, a vector and the inner vectors for each piece, and
a vector for the sentence. Weights are 8-bit integers in 7 bits, by column: with 8 bits the products of processors
without VNNI would overflow, with 7 the same file gives the same results everywhere. Inputs of the products are
quantised as they come, to 8 bits by sentence; columns of the input that are much larger than others, seen on sentences
of --text, hand part of their size on to the weights first (SmoothQuant, Xiao et al. 2023). The table of the pieces'
embeddings stays in the 4-bit blocks in which it came.
"""

import argparse
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import spacy
import torch
from onnx import TensorProto, helper, numpy_helper

from lib.annotate.encoder import INNER
from lib.annotate.encoder.pieces import Pieces
from lib.annotate.training import network
from lib.annotate.training.base import BLOCK
from lib.annotate.training.data import encode, read
from lib.annotate.training.network import EPSILON, HEADS, WIDTH
from lib.annotate.training.train import Tagger

MICROSOFT = "com.microsoft"
"""Operators that onnxruntime adds to ONNX's own."""
LARGEST = 63
"""Of a weight in 7 bits."""
SENTENCES = 256
"""On which the sizes of inputs are seen."""
STRENGTH = 0.75
"""Of the smoothing: 0 leaves all size with the inputs, 1 hands it all to the weights. Chosen on training sentences, by
how near the tags are to those of the network in single precision."""

State = dict[str, npt.NDArray[np.float32]]


class Graph:
    """A graph in the making. Every method returns the name of what it added.

    Args:
        sizes: of the columns of each product's input, by the product's name: the largest absolute value seen.
    """

    def __init__(self, sizes: State) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []
        self._sizes = sizes

    def constant(self, name: str, array: npt.NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(array), name))
        return name

    def node(self, operator: str, inputs: list[str], output: str, domain: str = "", **attributes: Any) -> str:
        self.nodes.append(helper.make_node(operator, inputs, [output], domain=domain, **attributes))
        return output

    def smooth(self, state: State, name: str) -> npt.NDArray[np.float32]:
        """What each column of a product's input is divided by."""
        size = np.maximum(self._sizes[name], 1e-3)
        smooth: npt.NDArray[np.float32] = size**STRENGTH / np.abs(state[f"{name}.weight"]).max(0) ** (1 - STRENGTH)
        return smooth

    def linear(
        self, x: str, state: State, name: str, factor: npt.NDArray[np.float32] | float = 1.0, *, smoothed: bool = False
    ) -> str:
        """A product with weights in 7 bits.

        Args:
            factor: of each column of what comes out.
            smoothed: whether `x` has been divided already.
        """
        smooth = self.smooth(state, name)
        weight = state[f"{name}.weight"].T * smooth[:, None]
        if not smoothed:
            x = self.node("Mul", [x, self.constant(f"{name}.smooth", 1 / smooth)], f"{name}.input")
        scale = np.abs(weight).max(0) / LARGEST
        scale[scale == 0] = 1
        inputs = [
            self.constant(f"{name}.weight", np.round(weight / scale).astype(np.int8)),
            self.constant(f"{name}.scale", (scale * factor).astype(np.float32)),
            self.constant(f"{name}.zero", np.zeros(len(scale), np.int8)),
            self.constant(f"{name}.bias", (state[f"{name}.bias"] * factor).astype(np.float32)),
        ]
        return self.node("DynamicQuantizeMatMul", [x, *inputs], name, MICROSOFT)

    def exact(self, x: str, state: State, name: str) -> str:
        """A product in single precision, for the small ones at the end."""
        product = self.node(
            "MatMul", [x, self.constant(f"{name}.weight", state[f"{name}.weight"].T)], f"{name}.product"
        )
        return self.node("Add", [product, self.constant(f"{name}.bias", state[f"{name}.bias"])], name)

    def normalized(self, x: str, state: State, name: str) -> str:
        weights = [self.constant(f"{name}.{kind}", state[f"{name}.{kind}"]) for kind in ("weight", "bias")]
        return self.node("LayerNormalization", [x, *weights], name, epsilon=EPSILON)

    def sum_normalized(self, x: str, y: str, state: State, name: str) -> str:
        """Two nodes, since onnxruntime's SkipLayerNormalization takes three times as long on a processor."""
        return self.normalized(self.node("Add", [x, y], f"{name}.sum"), state, name)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("base", type=Path)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--text", type=Path, required=True)
    args = parser.parse_args()

    tagger = Tagger(network.load(args.base))
    tagger.load_state_dict(torch.load(args.checkpoint, weights_only=True))
    data = np.load(args.base / "weights.npz")
    args.out.mkdir(parents=True, exist_ok=True)
    pieces = Pieces.load(args.base / "pieces.model")
    sentences = [sentence for sentence in read(spacy.blank("de"), args.text) if sentence.words][:SENTENCES]
    batches = [network.batch([encode(pieces, sentence)[0]]) for sentence in sentences]
    tagger.eval()
    seen = sizes(tagger.encoder, lambda: [tagger(*batch) for batch in batches])
    onnx.save(model(tagger, seen, data["words"], data["word_scales"]), args.out / "encoder.onnx")
    shutil.copy(args.base / "pieces.model", args.out)


def sizes(network: torch.nn.Module, run: Callable[[], object]) -> State:
    """The largest absolute value in each column of the input of each product, by the product's name.

    Args:
        run: runs the network on some sentences.
    """
    seen: dict[str, torch.Tensor] = {}

    def see(name: str, x: torch.Tensor) -> None:
        largest = x.abs().flatten(0, -2).amax(0)
        seen[name] = torch.maximum(seen[name], largest) if name in seen else largest

    products = {name: module for name, module in network.named_modules() if isinstance(module, torch.nn.Linear)}
    hooks = [
        module.register_forward_pre_hook(lambda _, inputs, name=name: see(name, inputs[0]))
        for name, module in products.items()
    ]
    with torch.inference_mode():
        run()
    for hook in hooks:
        hook.remove()
    return {name: largest.numpy() for name, largest in seen.items()}


def model(
    tagger: Tagger, seen: State, words: npt.NDArray[np.uint8], scales: npt.NDArray[np.float32]
) -> onnx.ModelProto:
    """The network: `ids` to `tags` (pieces, tags), `pieces` (pieces, WIDTH), `inner` (pieces, WIDTH for each of INNER)
    and `sentence` (WIDTH)."""
    state = {name: tensor.detach().numpy() for name, tensor in tagger.state_dict().items()}
    encoder = {name.removeprefix("encoder."): array for name, array in state.items()}
    graph = Graph(seen)
    x = _embedded(graph, encoder, words, scales)
    after = []
    for i in range(len(tagger.encoder.layers)):
        x = layer(graph, x, encoder, f"layers.{i}")
        after.append(x)
    first = graph.constant("first", np.array([0], np.int64))
    pieces = graph.node("Squeeze", [x, first], "pieces")
    together = graph.node("Concat", [after[i - 1] for i in INNER], "together", axis=2)
    inner = graph.node("Squeeze", [together, first], "inner")
    tags = graph.exact(pieces, state, "tags")
    mean = graph.node("ReduceMean", [pieces, first], "mean", keepdims=0)
    sentence = graph.node("LpNormalization", [graph.exact(mean, state, "map")], "sentence", axis=0, p=2)
    outputs = [
        helper.make_tensor_value_info(tags, TensorProto.FLOAT, ["pieces", state["tags.bias"].size]),
        helper.make_tensor_value_info(pieces, TensorProto.FLOAT, ["pieces", WIDTH]),
        helper.make_tensor_value_info(inner, TensorProto.FLOAT, ["pieces", len(INNER) * WIDTH]),
        helper.make_tensor_value_info(sentence, TensorProto.FLOAT, [WIDTH]),
    ]
    inputs = [helper.make_tensor_value_info("ids", TensorProto.INT64, ["pieces"])]
    return helper.make_model(
        helper.make_graph(graph.nodes, "encoder", inputs, outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", 20), helper.make_opsetid(MICROSOFT, 1)],
        ir_version=10,
        producer_name="lesarten",
    )


def _embedded(graph: Graph, state: State, words: npt.NDArray[np.uint8], scales: npt.NDArray[np.float32]) -> str:
    zero = graph.constant("zero", np.array([0], np.int64))
    table = [
        graph.constant("words", words[:, 0::2] | (words[:, 1::2] << 4)),
        graph.node("Unsqueeze", ["ids", zero], "batch"),
        graph.constant("word_scales", scales),
    ]
    places = {"gather_axis": 0, "quantize_axis": 1, "bits": 4, "block_size": BLOCK}
    embedded = graph.node("GatherBlockQuantized", table, "embedded", MICROSOFT, **places)
    length = graph.node("Shape", ["ids"], "length")
    at = graph.node("Slice", [graph.constant("positions", state["positions"]), zero, length], "at")
    return graph.normalized(graph.node("Add", [embedded, at], "placed"), state, "eln")


def layer(graph: Graph, x: str, state: State, name: str, bias: str = "") -> str:
    """A layer over `x`.

    Args:
        bias: what is added to the scores of the attention, shape (1, HEADS, pieces, pieces); nothing if empty.
    """
    parts = [f"{name}.{part}" for part in ("queries", "keys", "values")]
    as_it_is = np.ones(2 * WIDTH, np.float32)
    values = 1 / graph.smooth(state, f"{name}.ao")  # the context is a mean of them, so that they may be divided before
    qkv = graph.linear(x, state, f"{name}.qkv", np.concatenate([as_it_is, values]))
    graph.nodes.append(helper.make_node("Split", [qkv], parts, axis=2, num_outputs=3))
    inputs = [*parts, "", "", bias] if bias else parts
    context = graph.node("MultiHeadAttention", inputs, f"{name}.context", MICROSOFT, num_heads=HEADS)
    attended = graph.sum_normalized(x, graph.linear(context, state, f"{name}.ao", smoothed=True), state, f"{name}.aln")
    inner = graph.node("Gelu", [graph.linear(attended, state, f"{name}.fi")], f"{name}.inner", MICROSOFT)
    return graph.sum_normalized(attended, graph.linear(inner, state, f"{name}.fo"), state, f"{name}.oln")


if __name__ == "__main__":
    main()
