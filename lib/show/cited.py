"""Agencies and media that articles lean on, and passages that several have: counts and rows for a page. Pure."""

from difflib import SequenceMatcher

import pandas as pd

from lib.show import frequency
from lib.show.text import WORD

Run = tuple[str, bool]
"""Words, and whether one passage has them alone."""


def by_source(articles: pd.DataFrame, citations: pd.DataFrame) -> pd.DataFrame:
    """Citations of every medium in every source, zeros included; most cited first, sources by name.

    Args:
        articles: table `articles`, or the part of it that counts.
        citations: table `citations`, or the part of it that counts.

    Returns:
        The columns of `frequency.by_source`, in which media stand for entities and citations for mentions.
    """
    media = citations.drop_duplicates("medium")[["medium", "kind"]]
    media = media.rename(columns={"medium": "entity_id", "kind": "label"}).assign(name=media["medium"].to_numpy())
    return frequency.by_source(articles, citations.rename(columns={"medium": "entity_id"}), media)


def by_article(articles: pd.DataFrame, citations: pd.DataFrame) -> pd.DataFrame:
    """What each article leans on: source, published, title, agencies, media and citations, the most citing first."""
    found = citations.merge(articles[["article_id", "source", "title", "published"]], on="article_id")

    def listed(kind: str) -> dict[str, str]:
        rows = found[found["kind"] == kind]
        return {str(key): ", ".join(media.value_counts().index) for key, media in rows.groupby("article_id")["medium"]}

    keys = ["article_id", "source", "published", "title"]
    table = found.groupby(keys, as_index=False).size().rename(columns={"size": "citations"})
    for name, kind in (("agencies", "agency"), ("media", "medium")):
        media = listed(kind)
        table[name] = [media.get(key, "") for key in table["article_id"]]
    table = table.sort_values(["citations", "source", "article_id"], ascending=[False, True, True], ignore_index=True)
    return table[[*keys, "agencies", "media", "citations"]]


def places(articles: pd.DataFrame, citations: pd.DataFrame, sentences: pd.DataFrame, medium: str) -> pd.DataFrame:
    """Where a medium is cited, by source and place: the sentence with source, title, published and cue."""
    found = citations[citations["medium"] == medium].merge(
        sentences[["article_id", "sentence_id", "text"]].rename(columns={"text": "sentence"}),
        on=["article_id", "sentence_id"],
    )
    found = found.merge(articles[["article_id", "source", "title", "published"]], on="article_id")
    return found.sort_values(["source", "published", "article_id", "start"], ignore_index=True)


def shared(articles: pd.DataFrame, passages: pd.DataFrame) -> pd.DataFrame:
    """Each pair's passages once, the longest first: source, published, text, and the same of the other article."""
    rows = articles.set_index("article_id")[["source", "published", "text"]]
    pairs = passages[passages["article_id"] < passages["other_id"]]
    pairs = pairs[pairs["article_id"].isin(rows.index) & pairs["other_id"].isin(rows.index)]
    found = pairs.join(rows, on="article_id").join(rows.add_suffix("_other"), on="other_id")
    words = zip(found["text"], found["start"], found["end"], strict=True)
    others = zip(found["text_other"], found["other_start"], found["other_end"], strict=True)
    found["text"] = [text[start:end] for text, start, end in words]
    found["text_other"] = [text[start:end] for text, start, end in others]
    return found.sort_values(["n_words", "article_id", "start"], ascending=[False, True, True], ignore_index=True)


def together(pairs: pd.DataFrame) -> pd.DataFrame:
    """Words that two sources have in common word for word, and in how many passages; the most first.

    Args:
        pairs: what `shared` gives.
    """
    names = [sorted(pair) for pair in zip(pairs["source"], pairs["source_other"], strict=True)]
    counted = pd.DataFrame(names, columns=["source", "other"]).assign(words=pairs["n_words"].to_numpy())
    table = counted.groupby(["source", "other"], as_index=False).agg(words=("words", "sum"), passages=("words", "size"))
    return table.sort_values(["words", "source", "other"], ascending=[False, True, True], ignore_index=True)


def apart(text: str, other: str) -> tuple[list[Run], list[Run]]:
    """Two passages in runs of words that the other has there too, or has not."""
    words, others = text.split(), other.split()
    bare = ["".join(WORD.findall(word)).casefold() for word in words]
    bare_too = ["".join(WORD.findall(word)).casefold() for word in others]
    both: tuple[list[Run], list[Run]] = ([], [])
    for step, first, last, first_too, last_too in SequenceMatcher(None, bare, bare_too, autojunk=False).get_opcodes():
        for runs, part in zip(both, (words[first:last], others[first_too:last_too]), strict=True):
            if part:
                runs.append((" ".join(part), step != "equal"))
    return both
