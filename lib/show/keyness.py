"""Which names and words set groups of sources apart."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
from scipy.special import ndtr
from spacy.lang.de.stop_words import STOP_WORDS

from lib.schema import OWN
from lib.show.columns import Column
from lib.show.reading import Tables
from lib.show.text import WORD, stem

WordPlace = tuple[str, str, int]
"""A word as written, its article and where it stands."""
Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

PRIOR_WORDS = 1000
"""Words of the whole corpus that are added to either group before they are compared: names that hardly anybody uses
cannot differ much."""
_LETTERS = 5
"""Of the shortest words that are compared; most shorter ones are grammar, also those that are no stop words."""
_FEWEST = 2
"""Uses of a word, by both groups, with which it may differ beyond chance."""
_CHANCE = 0.05
"""How probable it may be that one or more of the differences that are called sure are chance."""


def log_odds(counts: pd.DataFrame, one: list[str], other: list[str]) -> pd.DataFrame:
    """How much more often one group of sources uses each name than another: the log-odds ratio with an informative
    Dirichlet prior (Monroe, Colaresi and Quinn 2008, Fightin' Words, equations 16, 20 and 22).

    Args:
        counts: what `frequency.by_source` gives for the prior: all sources and names that are selected.
        one, other: sources of the groups.

    Returns:
        Columns entity_id, name, label, mentions and per_1000_words of either group ("_one", "_other"), log_odds
        (natural; above 0 where `one` uses the name more), error (its standard error), z, sure (it differs beyond
        chance, whichever group uses it more); highest z first. Names that neither group uses are left out.
    """
    names = counts[["entity_id", "name", "label"]].drop_duplicates()
    words = counts.drop_duplicates("source").set_index("source")["words"]
    used = counts.pivot(index="entity_id", columns="source", values="mentions").loc[names["entity_id"]]
    spoken = used[[*one, *other]].sum(axis=1) > 0
    names, used = names[spoken.to_numpy()].copy(), used[spoken]
    n = [used[sources].sum(axis=1).to_numpy(float) for sources in (one, other)]
    total = [float(words[sources].sum()) for sources in (one, other)]
    for group, number, all_words in zip(("one", "other"), n, total, strict=True):
        names[f"mentions_{group}"] = number.astype(int)
        names[f"per_1000_words_{group}"] = (1000 * number / max(all_words, 1)).round(3)
    odds, error = compare(n, total, used.sum(axis=1).to_numpy(float) / max(words.sum(), 1))
    names["log_odds"], names["error"] = odds.round(4), error.round(4)
    names["z"] = (names["log_odds"] / names["error"]).round(3)
    names["sure"] = sure(2 * ndtr(-names["z"].abs().to_numpy()), n[0] + n[1])
    return names.sort_values(["z", "name", "entity_id"], ascending=[False, True, True], ignore_index=True)


def compare(n: Sequence[Floats], total: Sequence[float | Floats], share: Floats) -> tuple[Floats, Floats]:
    """Log-odds ratios of words in one group to those in another, and their standard errors.

    Args:
        n: how often each of the two groups uses each word, shape (words,), or (pairs of groups, words).
        total: all words of each group; of several pairs shape (pairs, 1).
        share: of each word in all words of the prior.
    """
    prior = PRIOR_WORDS * share
    odds = [
        np.log((number + prior) / np.maximum(all_words + PRIOR_WORDS - number - prior, 1))
        for number, all_words in zip(n, total, strict=True)
    ]
    return odds[0] - odds[1], np.sqrt(1 / (n[0] + prior) + 1 / (n[1] + prior))


def sure(chance: Floats, uses: Floats) -> Bools:
    """Which of many words differ though all of them are tested: with 95 % none of these differs by chance, however the
    words depend on one another (Holm 1979, A simple sequentially rejective multiple test procedure).

    Args:
        chance: how probable each difference is by chance alone, shape (n,).
        uses: of each word by both groups, shape (n,).
    """
    tested = np.flatnonzero(uses >= _FEWEST)
    order = tested[np.argsort(chance[tested], kind="stable")]
    found = np.zeros(len(chance), dtype=bool)
    found[order] = np.logical_and.accumulate(chance[order] * np.arange(len(order), 0, -1) <= _CHANCE)
    return found


def words(tables: Tables, compared: Sequence[Column]) -> pd.DataFrame:
    """The words that columns of one story use more often than the others do, in their own voice; spaCy's stop words,
    what a column uses once, and words that stand in a name anywhere in the story are left out. What all columns say is
    the prior.

    Returns:
        Columns source (label of the column), word, here and elsewhere (how often), log_odds, error, z, sure (it
        differs beyond chance), article_id and start of its first use; by column, highest z first, as far as it is above
        1.
    """
    places: list[dict[str, list[WordPlace]]] = [defaultdict(list) for _ in compared]
    totals = np.zeros(len(compared))
    of_names = set()
    for i, column in enumerate(compared):
        for word, article_id, start, is_name in _own_words(tables, column.articles):
            totals[i] += 1
            if is_name:
                of_names.add(stem(word))
            elif len(word) >= _LETTERS and word.casefold() not in STOP_WORDS:
                places[i][stem(word)].append((word, article_id, start))
    stems = sorted({key for found in places for key in found} - of_names)
    n = np.array([[len(found.get(key, ())) for key in stems] for found in places], dtype=float)
    everything, total = n.sum(axis=0), totals.sum()
    rest = everything - n
    spoken = totals[:, None]
    odds, error = compare([n, rest], [spoken, total - spoken], everything / max(total, 1))
    z = odds / error
    is_sure = sure(ndtr(-z).ravel(), np.tile(everything, len(compared))).reshape(z.shape)
    rows = []
    for i, j in np.argwhere((z > 1) & (n > 1)):
        word, *place = places[i][stems[j]][0]
        figures = odds[i, j].round(4), error[i, j].round(4), z[i, j].round(3), bool(is_sure[i, j])
        rows.append((i, compared[i].label, word, int(n[i, j]), int(rest[i, j]), *figures, *place))
    names = ["column", "source", "word", "here", "elsewhere", "log_odds", "error", "z", "sure", "article_id", "start"]
    found = pd.DataFrame(rows, columns=names).sort_values(["column", "z", "word"], ascending=[True, False, True])
    return found.drop(columns="column").reset_index(drop=True)


def _own_words(tables: Tables, articles: Collection[str]) -> Iterator[tuple[str, str, int, bool]]:
    """The words that articles say in their own voice, where they stand, and whether they are of a name."""
    texts = dict(zip(tables["articles"]["article_id"], tables["articles"]["text"], strict=True))
    voices = tables["voices"][tables["voices"]["article_id"].isin(articles) & tables["voices"]["voice"].eq(OWN)]
    mentions = tables["mentions"][tables["mentions"]["article_id"].isin(articles)]
    named = {
        (article_id, at)
        for article_id, start, end in zip(mentions["article_id"], mentions["start"], mentions["end"], strict=True)
        for at in range(start, end)
    }
    for article_id, start, end in zip(voices["article_id"], voices["start"], voices["end"], strict=True):
        for word in WORD.finditer(texts[article_id], start, end):
            yield word[0], article_id, word.start(), (article_id, word.start()) in named
