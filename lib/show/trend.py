"""How often names come up over time: tidy counts by day, week or month."""

import pandas as pd

DAYS, WEEKS = 60, 400
"""Days that a corpus may span to be counted by day, and by week; longer ones are counted by month."""


def over_time(articles: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame, *, by: str) -> pd.DataFrame:
    """Mentions in articles of known date.

    Args:
        articles: table `articles`, or the part of it that counts.
        mentions: table `mentions`; those in other articles do not count.
        entities: table `entities`, or the part of it that counts.
        by: what tells the series apart: "name" or "source".

    Returns:
        Columns period (its first day, ISO 8601), series, mentions, articles, words (of the articles that count for the
        series), per_1000_words. Every series has every period in which there is an article that counts for it.
    """
    dated = articles[articles["published"] != ""]
    day = pd.to_datetime(dated["published"].str[:10])
    dated = dated.assign(period=day.dt.to_period(_unit(day)).dt.start_time.dt.strftime("%Y-%m-%d"))
    named = mentions[["article_id", "entity_id"]].merge(entities[["entity_id", "name"]])
    found = named.merge(dated[["article_id", "period", "source"]]).rename(columns={by: "series"})
    keys = ["period", "series"] if by == "source" else ["period"]
    words = dated.rename(columns={"source": "series"}).groupby(keys, as_index=False)
    rows = words.agg(articles=("article_id", "size"), words=("n_words", "sum"))
    if by == "name":
        rows = rows.merge(found[["series"]].drop_duplicates(), how="cross")
    counts = found.groupby(["period", "series"]).size().rename("mentions").reset_index()
    rows = rows.merge(counts, how="left", on=["period", "series"]).fillna({"mentions": 0}).astype({"mentions": "int64"})
    rows["per_1000_words"] = (1000 * rows["mentions"] / rows["words"].clip(lower=1)).round(3)
    columns = ["period", "series", "mentions", "articles", "words", "per_1000_words"]
    return rows[columns].sort_values(["series", "period"], ignore_index=True)


def unit(articles: pd.DataFrame) -> str:
    """What `over_time` counts by: day, week or month."""
    known = articles.loc[articles["published"] != "", "published"]
    return {"D": "day", "W": "week", "M": "month"}[_unit(pd.to_datetime(known.str[:10]))]


def _unit(day: pd.Series) -> str:
    span = (day.max() - day.min()).days if len(day) else 0
    return "D" if span <= DAYS else "W" if span <= WEEKS else "M"
