"""Train the models of linking, and measure them over held-out occasions.

    python -m lib.compare.training.links GOLD NEWS OUT [--groups tu]

GOLD    folder with train and dev, as in the annotated occasions
NEWS    the articles of apart.jsonl, one a line, in gzip
OUT     folder for mixed/ and single/, each with links.onnx, siblings.onnx and second.onnx, and apart/links.onnx

Every figure of train is cross-validated over occasions; dev is only reported. Scores of the first round that the second
is trained on come from models that have not seen the occasion.
"""

import argparse
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import onnx
from onnx import helper
from scipy.sparse import csr_matrix
from sklearn.ensemble import HistGradientBoostingClassifier

from lib.compare.linking import clusters, evidence, model
from lib.compare.linking.clusters import LINKED
from lib.compare.linking.evidence import Pairs
from lib.compare.linking.story import Floats
from lib.compare.training import apart
from lib.compare.training.occasions import Occasion, mixed, read

FOLDS = 4
MIXED = 0.4
"""Share of the occasions that are put two by two into one story."""
_COMMON = {"learning_rate": 0.05, "l2_regularization": 3.0, "max_features": 0.3, "random_state": 0}
LINKS = _COMMON | {"max_iter": 250, "max_leaf_nodes": 24, "min_samples_leaf": 60}
SIBLINGS = _COMMON | {"max_iter": 180, "max_leaf_nodes": 16, "min_samples_leaf": 60}


class Data(NamedTuple):
    """An occasion's pairs with their evidence."""

    occasion: Occasion
    pairs: Pairs
    links: Floats
    brothers: Pairs


class Round(NamedTuple):
    """Probabilities for every occasion by models that have not seen it, and the model of all."""

    held_out: list[Floats]
    model: HistGradientBoostingClassifier


def data(occasion: Occasion) -> Data:
    pairs = evidence.candidates(occasion.story)
    return Data(occasion, pairs, evidence.of_links(occasion.story, pairs), evidence.siblings(occasion.story))


def cross_fit(features: Sequence[Floats], labels: Sequence[npt.NDArray[np.bool_]], **settings: Any) -> Round:
    """Train on the occasions of all folds but one, for each fold, and on all."""
    fold = np.random.default_rng(0).permutation(len(features)) % FOLDS
    held_out: list[Floats] = [np.zeros(0, np.float32)] * len(features)
    for k in range(FOLDS):
        fitted = fit([(f, y) for f, y, n in zip(features, labels, fold, strict=True) if n != k], settings)
        for number in np.flatnonzero(fold == k).tolist():
            held_out[number] = probabilities(fitted, features[number])
    return Round(held_out, fit(list(zip(features, labels, strict=True)), settings))


def fit(
    rows: Sequence[tuple[Floats, npt.NDArray[np.bool_]]], settings: dict[str, Any], weight: Floats | None = None
) -> HistGradientBoostingClassifier:
    features, labels = zip(*rows, strict=True)
    fitted = HistGradientBoostingClassifier(**settings)
    return fitted.fit(np.concatenate(features), np.concatenate(labels), sample_weight=weight)


def probabilities(fitted: HistGradientBoostingClassifier, features: Floats) -> Floats:
    return fitted.predict_proba(features)[:, 1].astype(np.float32) if len(features) else np.zeros(0, np.float32)


def linked(one: Data) -> npt.NDArray[np.bool_]:
    return one.occasion.same[one.pairs]


def second_evidence(one: Data, scores: csr_matrix, same: csr_matrix) -> Floats:
    more = evidence.of_second_links(one.occasion.story, one.pairs, scores, same)
    return np.concatenate([one.links, more], axis=1)


def train(rows: Sequence[Data]) -> tuple[dict[str, HistGradientBoostingClassifier], list[csr_matrix]]:
    """The three models, and the scores that they give every occasion unseen."""
    n = [len(one.occasion.story.sentences) for one in rows]
    first = cross_fit([one.links for one in rows], [linked(one) for one in rows], **LINKS)
    scores = [model.matrix(size, one.pairs, s) for size, one, s in zip(n, rows, first.held_out, strict=True)]
    brothers = cross_fit(
        [evidence.of_siblings(one.occasion.story, one.brothers, s) for one, s in zip(rows, scores, strict=True)],
        [one.occasion.same[one.brothers] for one in rows],
        **SIBLINGS,
    )
    same = [model.matrix(size, one.brothers, s) for size, one, s in zip(n, rows, brothers.held_out, strict=True)]
    second = cross_fit(
        [second_evidence(one, s, q) for one, s, q in zip(rows, scores, same, strict=True)],
        [linked(one) for one in rows],
        **LINKS,
    )
    report("first round", rows, scores)
    held_out = [model.matrix(size, one.pairs, s) for size, one, s in zip(n, rows, second.held_out, strict=True)]
    report("second round", rows, held_out)
    return {model.LINKS: first.model, model.SIBLINGS: brothers.model, model.SECOND: second.model}, held_out


def train_apart(rows: Sequence[Data], judged: Sequence[apart.Judged]) -> HistGradientBoostingClassifier:
    """The model of pairs that lie days apart: of the occasions' pairs and, cross-validated, the judged ones."""
    annotated = [(one.links, linked(one)) for one in rows]
    ones = np.ones(sum(len(labels) for _, labels in annotated), np.float32)
    found = [(evidence.of_links(model.limited(one.story), one.pairs), one.same) for one in judged]

    # A tenth of the rows, drawn for early stopping, holds too few of the heavy ones to tell when to stop.
    settings = LINKS | {"early_stopping": False}

    def fitted_to(numbers: Sequence[int]) -> HistGradientBoostingClassifier:
        weight = np.concatenate([ones, *(judged[number].weight for number in numbers)])
        return fit([*annotated, *(found[number] for number in numbers)], settings, weight)

    fold = np.random.default_rng(1).permutation(len(judged)) % FOLDS
    order, unseen = [], []
    for k in range(FOLDS):
        fitted, held = fitted_to(np.flatnonzero(fold != k).tolist()), np.flatnonzero(fold == k).tolist()
        order += held
        unseen += [probabilities(fitted, found[number][0]) for number in held]
    score = np.concatenate(unseen)
    same = np.concatenate([judged[number].same for number in order])
    stands_for = np.concatenate([judged[number].stands_for for number in order])
    for least in (0.25, LINKED):
        is_linked = score >= least
        right = stands_for[is_linked & same].sum()
        precision, recall = right / stands_for[is_linked].sum(), right / stands_for[same].sum()
        print(f"apart, from {least}: P {precision:.3f}  R {recall:.3f} of {len(same)} judged pairs")
    return fitted_to(range(len(judged)))


def report(name: str, rows: Sequence[Data], scores: Sequence[csr_matrix]) -> None:
    """Precision, recall and F1 of pairs at the threshold that is best for F1."""
    got = np.concatenate([s.toarray()[np.triu_indices(s.shape[0], 1)] for s in scores])
    want = np.concatenate(
        [
            (one.occasion.same & (one.occasion.story.article[:, None] != one.occasion.story.article[None]))[
                np.triu_indices(len(one.occasion.keys), 1)
            ]
            for one in rows
        ]
    )
    order = np.argsort(-got)
    right, found = np.cumsum(want[order]), np.arange(1, len(order) + 1)
    f1 = 2 * right / (found + want.sum())
    best = int(f1.argmax())
    print(
        f"{name}: pairs F1 {f1[best]:.3f}  P {right[best] / found[best]:.3f}  R {right[best] / want.sum():.3f}"
        f"  at {got[order[best]]:.2f}"
    )


def keys_linked(occasion: Occasion, groups: Iterable[Iterable[int]]) -> set[tuple[str, str]]:
    """Annotated sentences of different articles that share a group."""
    found = set()
    for group in groups:
        keys = sorted({key for row in group for key in occasion.keys[row]})
        found |= {(a, b) for a, b in combinations(keys, 2) if a.split(":")[0] != b.split(":")[0]}
    return found


class Count(NamedTuple):
    right: int = 0
    found: int = 0
    annotated: int = 0
    alone: int = 0
    exclusive: int = 0

    def __str__(self) -> str:
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.annotated)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        kept = f"  kept alone {self.alone / self.exclusive:.3f}" if self.exclusive else ""
        return f"events F1 {f1:.3f}  P {precision:.3f}  R {recall:.3f}{kept}"


def events(occasion: Occasion, scores: csr_matrix) -> Count:
    """How many pairs of annotated sentences the events of these scores link, and rightly; as score.py counts."""
    groups = clusters([sentence.article_id for sentence in occasion.story.sentences], scores)
    found = keys_linked(occasion, groups)
    want = set()
    for event in occasion.events:
        want |= {(a, b) for a, b in combinations(sorted(event), 2) if a.split(":")[0] != b.split(":")[0]}
    together = {key for pair in found for key in pair}
    alone = len(occasion.exclusive - together)
    return Count(len(found & want), len(found), len(want), alone, len(occasion.exclusive))


def total(counts: Iterable[Count]) -> Count:
    return Count(*map(sum, zip(*counts, strict=True)))


def as_graph(fitted: HistGradientBoostingClassifier, n_features: int) -> onnx.ModelProto:
    """The trees as an ONNX graph: "features", shape (rows, features), to "raw", log-odds."""
    node: dict[str, list[Any]] = {key: [] for key in ("ids", "trees", "features", "values", "modes", "true", "false")}
    leaf: dict[str, list[Any]] = {key: [] for key in ("ids", "trees", "weights")}
    for tree, (predictor,) in enumerate(fitted._predictors):
        for number, row in enumerate(predictor.nodes):
            last = bool(row["is_leaf"])
            node["ids"].append(number)
            node["trees"].append(tree)
            node["features"].append(0 if last else int(row["feature_idx"]))
            node["values"].append(0.0 if last else float(row["num_threshold"]))
            node["modes"].append("LEAF" if last else "BRANCH_LEQ")
            node["true"].append(0 if last else int(row["left"]))
            node["false"].append(0 if last else int(row["right"]))
            if last:
                leaf["ids"].append(number)
                leaf["trees"].append(tree)
                leaf["weights"].append(float(row["value"]))
    trees = helper.make_node(
        "TreeEnsembleRegressor",
        ["features"],
        ["raw"],
        domain="ai.onnx.ml",
        n_targets=1,
        base_values=[float(fitted._baseline_prediction.item())],
        nodes_nodeids=node["ids"],
        nodes_treeids=node["trees"],
        nodes_featureids=node["features"],
        nodes_values=node["values"],
        nodes_modes=node["modes"],
        nodes_truenodeids=node["true"],
        nodes_falsenodeids=node["false"],
        target_nodeids=leaf["ids"],
        target_treeids=leaf["trees"],
        target_ids=[0] * len(leaf["ids"]),
        target_weights=leaf["weights"],
    )
    kind = onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        [trees],
        "trees",
        [helper.make_tensor_value_info("features", kind, [None, n_features])],
        [helper.make_tensor_value_info("raw", kind, [None, 1])],
    )
    versions = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]
    return helper.make_model(graph, opset_imports=versions, ir_version=8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("news", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--groups", default="", help="first letters of the train occasions to use; all by default")
    args = parser.parse_args()
    occasions = [o for o in read(args.gold / "train") if not args.groups or o.names[0][0] in args.groups]
    for name, stories in ((model.MIXED, mixed(occasions, MIXED)), (model.SINGLE, occasions)):
        rows = [data(story) for story in stories]
        print(f"{name}: {len(rows)} stories, {sum(int(linked(one).sum()) for one in rows)} pairs that report the same")
        models, held_out = train(rows)
        print("train, cross-validated:", total(events(o, s) for o, s in zip(stories, held_out, strict=True)))
        save(models, args.out / name)
    rows = [data(occasion) for occasion in occasions]
    save({model.LINKS: train_apart(rows, list(apart.read(args.news)))}, args.out / model.APART)


def save(models: dict[str, HistGradientBoostingClassifier], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, fitted in models.items():
        onnx.save(as_graph(fitted, fitted.n_features_in_), folder / f"{name}.onnx")


if __name__ == "__main__":
    main()
