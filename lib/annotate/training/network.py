"""The encoder as a plain PyTorch BERT (Devlin et al. 2019), for training only."""

from pathlib import Path
from typing import cast

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from lib.annotate.encoder import MAX_LENGTH

WIDTH, HEADS, INNER = 384, 12, 1536
POSITIONS = MAX_LENGTH + 2
EPSILON = 1e-12


class Layer(nn.Module):
    """Self-attention and feed-forward network, each followed by layer normalization."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.ao = nn.Linear(WIDTH, WIDTH)
        self.aln = nn.LayerNorm(WIDTH, EPSILON)
        self.fi = nn.Linear(WIDTH, INNER)
        self.fo = nn.Linear(INNER, WIDTH)
        self.oln = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, padding: Tensor) -> Tensor:
        n, length, _ = x.shape
        q, k, v = self.qkv(x).view(n, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        # Plain products: on a CPU they train faster than the fused attention.
        weights = (q @ k.transpose(-1, -2)) * (WIDTH // HEADS) ** -0.5 + padding
        context = (weights.softmax(-1) @ v).transpose(1, 2).reshape(n, length, WIDTH)
        x = self.aln(x + self.dropout(self.ao(context)))
        return cast(Tensor, self.oln(x + self.dropout(self.fo(functional.gelu(self.fi(x))))))


class Encoder(nn.Module):
    """Ids of pieces to a vector for each; the table of the pieces' embeddings is 4-bit data that is not trained."""

    def __init__(self, n_layers: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words: Tensor
        self.register_buffer("words", torch.zeros(0, WIDTH), persistent=False)
        self.positions = nn.Parameter(torch.zeros(POSITIONS, WIDTH))
        self.eln = nn.LayerNorm(WIDTH, EPSILON)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(n_layers))
        self.dropout = nn.Dropout(dropout)

    def forward(self, ids: Tensor, present: Tensor) -> Tensor:
        """
        Args:
            ids: shape (sentences, pieces).
            present: same shape, false where a sentence has ended.

        Returns:
            Shape (sentences, pieces, WIDTH).
        """
        x = self.dropout(self.eln(self.words[ids] + self.positions[: ids.shape[1]]))
        padding = torch.zeros(present.shape).masked_fill(~present, -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, padding)
        return cast(Tensor, x)


def load(path: Path, n_layers: int = 12, dropout: float = 0.1) -> Encoder:
    """The encoder with the weights that `base` wrote."""
    data = np.load(path / "weights.npz")
    encoder = Encoder(n_layers, dropout)
    encoder.words = torch.from_numpy(table(data["words"], data["word_scales"]))
    state = {"positions": data["emb.pos"].reshape(-1, WIDTH)[:POSITIONS] + data["emb.type"][:WIDTH]}
    state |= {"eln.weight": data["emb.ln.w"], "eln.bias": data["emb.ln.b"]}
    for i in range(n_layers):
        for kind, short in (("weight", "w"), ("bias", "b")):
            state[f"layers.{i}.qkv.{kind}"] = np.concatenate([data[f"l{i}.{part}.{short}"] for part in "qkv"])
            state |= {f"layers.{i}.{p}.{kind}": data[f"l{i}.{p}.{short}"] for p in ("ao", "aln", "fi", "fo", "oln")}
    encoder.load_state_dict({name: torch.from_numpy(array) for name, array in state.items()})
    return encoder


def table(nibbles: npt.NDArray[np.uint8], scales: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """A matrix of 4-bit blocks along the row: nibbles of shape (rows, columns), scales of (rows, columns / block)."""
    blocks = (nibbles.astype(np.float32) - 8).reshape(*scales.shape, -1)
    return (blocks * scales[..., None]).reshape(nibbles.shape)


def batch(sequences: list[list[int]], padding: int = 1) -> tuple[Tensor, Tensor]:
    """Ids of several sentences and which of them are there."""
    length = max(map(len, sequences))
    ids = torch.full((len(sequences), length), padding)
    for row, sequence in enumerate(sequences):
        ids[row, : len(sequence)] = torch.tensor(sequence)
    present = torch.arange(length)[None] < torch.tensor([len(s) for s in sequences])[:, None]
    return ids, present
