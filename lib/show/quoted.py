"""Who is quoted by whom: quotations by speaker and source."""

from collections.abc import Container

import pandas as pd

from lib.nominative import nominative
from lib.show import frequency

UNKNOWN_SPEAKER = "?"
"""Stands for the speakers whom no words name."""
AS_WRITTEN = "~"
"""Before the words that name a speaker who is no entity."""


def identified(quotes: pd.DataFrame) -> pd.DataFrame:
    """Table `quotes` with `who`: the entity that speaks, or AS_WRITTEN and what the speaker is called, or
    UNKNOWN_SPEAKER."""
    written = (AS_WRITTEN + called(quotes)).where(quotes["speaker"] != "", UNKNOWN_SPEAKER)
    return quotes.assign(who=quotes["speaker_entity_id"].where(quotes["speaker_entity_id"] != "", written))


def by_source(articles: pd.DataFrame, quotes: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Quotations of every speaker in every source, zeros included; most quoted first, sources by name.

    Args:
        articles: table `articles`, or the part of it that counts.
        quotes: what `identified` gives, or the part of it that counts.
        entities: table `entities`.

    Returns:
        The columns of `frequency.by_source`, in which quotations stand for mentions: mentions, per_1000_words, articles
        (with a quotation of the speaker) and share_of_articles. Speakers without an entity go by the words that name
        them (AS_WRITTEN), in the nominative where that is known; those whom no words name are one, UNKNOWN_SPEAKER, and
        the last.
    """
    said = quotes[["article_id"]].assign(entity_id=quotes["who"])
    written = said["entity_id"][said["entity_id"].str.startswith(AS_WRITTEN)].unique()
    others = [(key, key.removeprefix(AS_WRITTEN), "") for key in written] + [(UNKNOWN_SPEAKER, "unknown", "")]
    named = pd.DataFrame(others, columns=["entity_id", "name", "label"])
    counts = frequency.by_source(articles, said, pd.concat([entities[list(named.columns)], named]))
    last = counts["entity_id"] == UNKNOWN_SPEAKER
    return pd.concat([counts[~last], counts[last]], ignore_index=True)


def of_speaker(articles: pd.DataFrame, quotes: pd.DataFrame, entity_id: str) -> pd.DataFrame:
    """Of what `identified` gives the quotations of one speaker in these articles, by source and place, with source,
    title and published."""
    own = quotes[quotes["who"] == entity_id]
    found = own.merge(articles[["article_id", "source", "title", "published"]], on="article_id")
    return found.sort_values(["source", "published", "article_id", "start"], ignore_index=True)


def called(quotes: pd.DataFrame) -> pd.Series:
    """The words that name the speaker of each quotation, or none; if no entity, in the nominative where it is known."""
    unnamed = quotes.loc[quotes["speaker_entity_id"] == "", "speaker"]
    forms = {words: nominative(" ".join(words.split())) for words in unnamed.unique()}
    attested = set(forms.values())
    return quotes["speaker"].where(
        quotes["speaker_entity_id"] != "", unnamed.map(lambda words: _base(forms[words], attested))
    )


def _base(form: str, attested: Container[str]) -> str:
    """The form without an ending of its case, if speakers are called so as well; no ending is taken off on a guess."""
    bases = [form[: -len(ending)] for ending in ("n", "s", "es") if form.endswith(ending)]
    return next((base for base in bases if base in attested and (form[-1] == "s" or base[-1] in "rl")), form)


def wide(speakers: pd.DataFrame, counts: pd.DataFrame) -> pd.DataFrame:
    """Speakers with their quotations in all and in each source."""
    by_source = counts.pivot(index="entity_id", columns="source", values="mentions")
    table = speakers.merge(by_source, left_on="entity_id", right_index=True, suffixes=("", " (source)"))
    table = table.drop(columns="entity_id")
    return table.rename(columns={"name": "Speaker", "label": "Type", "mentions": "Quotations"})
