"""Which names set two groups of sources apart."""

import numpy as np
import pandas as pd

PRIOR_WORDS = 1000
"""Words of the whole corpus that are added to either group before they are compared: names that hardly anybody uses
cannot differ much."""
SURE = 1.96
"""Standard errors beyond which a difference is hardly chance, at 95 %."""


def log_odds(counts: pd.DataFrame, one: list[str], other: list[str]) -> pd.DataFrame:
    """How much more often one group of sources uses each name than another: the log-odds ratio with an informative
    Dirichlet prior (Monroe, Colaresi and Quinn 2008, Fightin' Words, equations 16, 20 and 22).

    Args:
        counts: what `frequency.by_source` gives for the whole corpus, which is the prior.
        one, other: sources of the groups.

    Returns:
        Columns entity_id, name, label, mentions and per_1000_words of either group ("_one", "_other"), log_odds
        (natural; above 0 where `one` uses the name more), error (its standard error), z; highest z first. Names that
        neither group uses are left out.
    """
    names = counts[["entity_id", "name", "label"]].drop_duplicates()
    words = counts.drop_duplicates("source").set_index("source")["words"]
    used = counts.pivot(index="entity_id", columns="source", values="mentions").loc[names["entity_id"]]
    spoken = used[[*one, *other]].sum(axis=1) > 0
    names, used = names[spoken.to_numpy()].copy(), used[spoken]
    prior = PRIOR_WORDS * used.sum(axis=1) / max(words.sum(), 1)
    odds: dict[str, pd.Series] = {}
    variance = pd.Series(0.0, index=used.index)
    for group, sources in (("one", one), ("other", other)):
        n, total = used[sources].sum(axis=1), words[sources].sum()
        names[f"mentions_{group}"] = n.to_numpy()
        names[f"per_1000_words_{group}"] = (1000 * n / max(total, 1)).round(3).to_numpy()
        others = (total + PRIOR_WORDS - n - prior).clip(lower=1)
        odds[group] = ((n + prior) / others).map(np.log)
        variance += 1 / (n + prior)
    names["log_odds"] = (odds["one"] - odds["other"]).round(4).to_numpy()
    names["error"] = (variance**0.5).round(4).to_numpy()
    names["z"] = (names["log_odds"] / names["error"]).round(3)
    return names.sort_values(["z", "name", "entity_id"], ascending=[False, True, True], ignore_index=True)
