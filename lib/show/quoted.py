"""Who is quoted by whom: quotations by speaker and source."""

import pandas as pd

from lib.show import frequency

UNKNOWN_SPEAKER = "?"
"""Stands for the speakers whom no entity is known for."""


def by_source(articles: pd.DataFrame, quotes: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Quotations of every speaker in every source, zeros included; most quoted first, sources by name.

    Args:
        articles: table `articles`, or the part of it that counts.
        quotes: table `quotes`, or the part of it that counts.
        entities: table `entities`.

    Returns:
        The columns of `frequency.by_source`, in which quotations stand for mentions: mentions, per_1000_words, articles
        (with a quotation of the speaker) and share_of_articles. Speakers without an entity are one, UNKNOWN_SPEAKER.
    """
    said = quotes[["article_id"]].assign(entity_id=quotes["speaker_entity_id"].replace("", UNKNOWN_SPEAKER))
    unknown = pd.DataFrame([(UNKNOWN_SPEAKER, "unknown", "")], columns=["entity_id", "name", "label"])
    counts = frequency.by_source(articles, said, pd.concat([entities[list(unknown.columns)], unknown]))
    last = counts["entity_id"] == UNKNOWN_SPEAKER
    return pd.concat([counts[~last], counts[last]], ignore_index=True)


def of_speaker(articles: pd.DataFrame, quotes: pd.DataFrame, entity_id: str) -> pd.DataFrame:
    """The quotations of one speaker in these articles, by source and place, with source, title and published."""
    own = quotes[quotes["speaker_entity_id"] == ("" if entity_id == UNKNOWN_SPEAKER else entity_id)]
    found = own.merge(articles[["article_id", "source", "title", "published"]], on="article_id")
    return found.sort_values(["source", "published", "article_id", "start"], ignore_index=True)


def wide(speakers: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Speakers with their quotations in all and in each source."""
    by_source = counts.pivot(index="entity_id", columns="source", values="mentions")
    table = speakers.merge(by_source, on="entity_id", suffixes=("", " (source)")).drop(columns="entity_id")
    return table.rename(columns={"name": "Speaker", "label": "Type", "mentions": "Quotations"})
