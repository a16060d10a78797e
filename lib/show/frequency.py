"""How often who is named, by source: tidy counts that figures and downloads are made of."""

import pandas as pd


def pool(articles: pd.DataFrame, *, keep: int) -> pd.DataFrame:
    """Articles in which the sources with the fewest words are one, "N other sources", so that `keep` are left."""
    words = articles.groupby("source")["n_words"].sum().sort_values(ascending=False, kind="stable")
    small = words.index[keep - 1 :] if len(words) > keep else words.index[:0]
    return articles.assign(
        source=articles["source"].where(~articles["source"].isin(small), f"{len(small)} other sources")
    )


def by_source(
    articles: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame, *, top: int | None = None
) -> pd.DataFrame:
    """Mentions of every entity in every source, zeros included; most mentioned entity first, sources by name.

    Args:
        articles: table `articles`, or the part of it that counts.
        mentions: table `mentions`; those in other articles do not count.
        entities: table `entities`, or the part of it that counts.
        top: keep that many entities; all if None.

    Returns:
        Columns entity_id, name, label, source, mentions, words (of the source), per_1000_words.
    """
    words = articles.groupby("source")["n_words"].sum()
    found = mentions[["article_id", "entity_id"]].merge(articles[["article_id", "source"]])
    found = found.merge(entities[["entity_id", "name", "label"]])
    names = found.groupby(["entity_id", "name", "label"], as_index=False).size()
    ranked = names.sort_values(["size", "name", "entity_id"], ascending=[False, True, True]).head(top or len(names))
    counts = found.groupby(["entity_id", "source"]).size()
    rows = ranked.drop(columns="size").merge(words.rename("words").reset_index(), how="cross")
    keys = pd.MultiIndex.from_frame(rows[["entity_id", "source"]])
    rows.insert(4, "mentions", counts.reindex(keys, fill_value=0).to_numpy())
    rows["per_1000_words"] = (1000 * rows["mentions"] / rows["words"].clip(lower=1)).round(3)
    return rows
