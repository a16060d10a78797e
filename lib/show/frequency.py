"""How often who is named, by source: tidy counts that figures and downloads are made of."""

import pandas as pd

from lib.show.text import TYPES

COLUMNS = (
    *("entity_id", "name", "label", "source", "mentions", "words", "per_1000_words"),
    *("articles", "of_articles", "share_of_articles"),
)


def pool(articles: pd.DataFrame, *, keep: int) -> pd.DataFrame:
    """Articles in which the sources with the fewest words are one, "N other sources", so that `keep` are left."""
    words = articles.groupby("source")["n_words"].sum().sort_values(ascending=False, kind="stable")
    small = words.index[keep - 1 :] if len(words) > keep else words.index[:0]
    return articles.assign(
        source=articles["source"].where(~articles["source"].isin(small), f"{len(small)} other sources")
    )


def by_source(articles: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Mentions of every entity in every source, zeros included; most mentioned entity first, sources by name.

    Args:
        articles: table `articles`, or the part of it that counts.
        mentions: table `mentions`; those in other articles do not count.
        entities: table `entities`, or the part of it that counts.

    Returns:
        COLUMNS: words and of_articles are all that the source has, share_of_articles is in percent.
    """
    sources = articles.groupby("source", as_index=False).agg(
        words=("n_words", "sum"), of_articles=("article_id", "size")
    )
    found = mentions[["article_id", "entity_id"]].merge(articles[["article_id", "source"]])
    found = found.merge(entities[["entity_id", "name", "label"]])
    names = found.groupby(["entity_id", "name", "label"], as_index=False).size()
    ranked = names.sort_values(["size", "name", "entity_id"], ascending=[False, True, True])
    rows = ranked.drop(columns="size").merge(sources, how="cross")
    keys = pd.MultiIndex.from_frame(rows[["entity_id", "source"]])
    by_key = found.groupby(["entity_id", "source"])["article_id"].agg(["size", "nunique"]).reindex(keys, fill_value=0)
    rows["mentions"], rows["articles"] = by_key["size"].to_numpy(), by_key["nunique"].to_numpy()
    rows["per_1000_words"] = (1000 * rows["mentions"] / rows["words"].clip(lower=1)).round(3)
    rows["share_of_articles"] = (100 * rows["articles"] / rows["of_articles"]).round(1)
    return rows[list(COLUMNS)]


def distinct(entities: pd.DataFrame) -> pd.Series:
    """The names of entities (entity_id, name, label), those that several bear with their type, or else their id."""
    names = entities["name"]
    typed = names.where(~names.duplicated(keep=False), names + ", " + entities["label"].map(TYPES))
    return typed.where(~typed.duplicated(keep=False), names + ", " + entities["entity_id"])


def totals(counts: pd.DataFrame) -> pd.DataFrame:
    """entity_id, name, label and mentions in all sources, in the order of `by_source`."""
    return counts.groupby(["entity_id", "name", "label"], sort=False, as_index=False).agg(mentions=("mentions", "sum"))
