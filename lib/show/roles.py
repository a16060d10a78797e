"""What sources call an entity beside its name: roles and adjectives, counted by their base form."""

import re
from collections import Counter
from collections.abc import Iterable

import pandas as pd

_NOUN_ENDINGS = ("en", "ns", "es", "n", "s")
_ADJECTIVE_ENDING = re.compile(r"(?<=\w{3})e[nrms]?$")


def attached(articles: pd.DataFrame, attributes: pd.DataFrame, mentions: pd.DataFrame, entity_id: str) -> pd.DataFrame:
    """The roles and adjectives that articles attach to an entity, one row for each use.

    Returns:
        The columns of table `attributes`, and source, and word: the base form that inflected forms share.
    """
    own = mentions.loc[mentions["entity_id"] == entity_id, ["article_id", "start"]]
    found = attributes.merge(own.rename(columns={"start": "mention_start"}), on=["article_id", "mention_start"])
    found = found.merge(articles[["article_id", "source"]], on="article_id")
    bases = {
        kind: _bases(attributes.loc[attributes["kind"] == kind, "text"], adjective=kind == "adjective")
        for kind in attributes["kind"].unique()
    }
    words = [bases[kind][text] for kind, text in zip(found["kind"], found["text"], strict=True)]
    return found.assign(word=pd.Series(words, index=found.index, dtype=str))


def by_source(uses: pd.DataFrame) -> pd.DataFrame:
    """How often each source uses each word: columns kind, word, source, uses; roles first, most used first."""
    counts = uses.groupby(["kind", "word", "source"], as_index=False).size().rename(columns={"size": "uses"})
    total = counts.groupby(["kind", "word"])["uses"].transform("sum")
    ranked = counts.assign(total=total, adjective=counts["kind"] == "adjective")
    order = ["adjective", "total", "word", "source"]
    return ranked.sort_values(order, ascending=[True, False, True, True], ignore_index=True)[list(counts.columns)]


def _bases(forms: Iterable[str], *, adjective: bool) -> dict[str, str]:
    """The base form of each: one that is there itself, so that no word is made up."""
    counted = Counter(forms)
    if adjective:
        groups: dict[str, list[str]] = {}
        for form in sorted(counted):
            groups.setdefault(_ADJECTIVE_ENDING.sub("", form.casefold()), []).append(form)
        return {
            form: min(group, key=lambda f: (len(f), -counted[f], f)).casefold()
            for group in groups.values()
            for form in group
        }
    return {
        form: next((form[: -len(e)] for e in _NOUN_ENDINGS if form.endswith(e) and form[: -len(e)] in counted), form)
        for form in counted
    }
