"""One story or article for its page: its rows, names, speakers and shared statements. Pure."""

from collections.abc import Collection
from typing import Any, NamedTuple

import pandas as pd

from lib.article import UNKNOWN
from lib.schema import QUOTATIONS
from lib.show.highlight import Span
from lib.show.quoted import called
from lib.show.text import day

_DIGITS = 9
"""Of an offset at most."""
Tables = dict[str, pd.DataFrame]
Place = tuple[str, int]
"""A sentence: its article and number."""


def of_story(tables: Tables, story_id: str) -> Tables:
    """The tables with the rows of one story only, its text as plain strings, which are quicker to go through."""
    articles, events = (rows[rows["story_id"] == story_id] for rows in (tables["articles"], tables["events"]))
    mentions = tables["mentions"]
    named = mentions.loc[mentions["article_id"].isin(articles["article_id"]), "entity_id"]
    keys = {"article_id": articles["article_id"], "event_id": events["event_id"], "entity_id": named}
    found = {}
    for name, frame in tables.items():
        key = next((key for key in keys if key in frame), None)
        rows = frame[frame[key].isin(keys[key])] if key else frame
        found[name] = rows.astype(dict.fromkeys(rows.select_dtypes("str"), object))
    return found


class Linked(NamedTuple):
    """A link of two sentences, seen from one of them."""

    here: Place
    there: Place
    score: float
    status: str
    why: str


def linked(links: pd.DataFrame, inside: Collection[Place]) -> list[Linked]:
    """The links that lead from some sentences to others, the surest first."""
    ranked = links.sort_values("score", ascending=False, kind="stable")
    columns = [ranked[name] for name in ("article_id", "sentence_id", "other_id", "other_sentence_id")]
    columns += [ranked[name] for name in ("score", "status", "why")]
    found = []
    for one, number, other, other_number, *rest in zip(*columns, strict=True):
        ends = (one, number), (other, other_number)
        found += [Linked(here, there, *rest) for here, there in (ends, ends[::-1]) if here in inside]
    return found


def of(frame: pd.DataFrame, article_id: str) -> list[dict[str, Any]]:
    """The rows of one article."""
    return records(frame[frame["article_id"] == article_id])


def records(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows as `DataFrame.to_dict` gives them, in half of the time: a page asks for them dozens of times."""
    names = [str(name) for name in frame]
    columns = (frame[name].tolist() for name in frame)
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def sentence_at(tables: Tables, article_id: str, offset: str) -> list[Span]:
    """Mark of the sentence at an offset, with an id of its own; none if there is no such place."""
    is_place = offset.isdecimal() and len(offset) <= _DIGITS
    rows = of(tables["sentences"], article_id) if is_place else []
    return [
        Span(row["start"], row["end"], "here open", id=f"at-{article_id}-{offset}")
        for row in rows
        if row["start"] <= int(offset) < row["end"]
    ][:1]


def entities(tables: Tables, article_id: str) -> pd.DataFrame:
    """entity_id, name, label, mentions and forms of each entity that an article names, the most frequent first."""
    mentions = tables["mentions"][tables["mentions"]["article_id"] == article_id]
    counted = mentions.groupby("entity_id", as_index=False).agg(
        mentions=("text", "size"), forms=("text", lambda forms: ", ".join(dict.fromkeys(forms)))
    )
    found = counted.merge(tables["entities"][["entity_id", "name", "label"]], on="entity_id")
    found = found.sort_values(["mentions", "name"], ascending=[False, True], ignore_index=True)
    return found[["entity_id", "name", "label", "mentions", "forms"]]


def speakers(tables: Tables, article_id: str) -> pd.DataFrame:
    """entity_id, name, direct, indirect and partial of each speaker whom an article quotes, the most quoted first.

    A speaker without an entity goes by the words that name it, "unknown" if there are none.
    """
    quotes = tables["quotes"][tables["quotes"]["article_id"] == article_id]
    names = dict(zip(tables["entities"]["entity_id"], tables["entities"]["name"], strict=True))
    pairs = zip(quotes["speaker_entity_id"], called(quotes), strict=True)
    said = pd.DataFrame(
        {
            "entity_id": quotes["speaker_entity_id"],
            "name": [names.get(entity) or words or UNKNOWN for entity, words in pairs],
        }
        | {kind: (quotes["kind"] == kind).astype(int) for kind in QUOTATIONS}
    )
    counted = said.groupby(["entity_id", "name"], as_index=False).sum()
    order = counted.assign(total=-counted[list(QUOTATIONS)].sum(axis=1)).sort_values(["total", "name"]).index
    return counted.loc[order].reset_index(drop=True)


def whole(quotes: pd.DataFrame) -> pd.DataFrame:
    """Table `quotes` without those that stand within another, so that nothing is counted twice."""
    quotes = quotes.reset_index(drop=True)
    ordered = quotes.sort_values(["article_id", "start", "end"], ascending=[True, True, False])
    reach = ordered.groupby("article_id")["end"].cummax().groupby(ordered["article_id"]).shift(fill_value=-1)
    return quotes.loc[ordered.index[ordered["end"] > reach].sort_values()]


class Shared(NamedTuple):
    """A sentence of an article, and the sentences of other articles that report the same."""

    sentence: dict[str, Any]
    events: list[str]
    """Ids of the events that it belongs to, the one of most articles first."""
    others: list[dict[str, Any]]
    """Rows with source, title, published, article_id, start and text."""


def shared(tables: Tables, article_id: str) -> list[Shared]:
    """What an article reports and other articles report too, in reading order."""
    members = tables["event_sentences"]
    events_of: dict[int, list[str]] = {}
    for row in of(members, article_id):
        events_of.setdefault(row["sentence_id"], []).append(row["event_id"])
    size = dict(zip(tables["events"]["event_id"], tables["events"]["n_articles"], strict=True))
    mine = [key for keys in events_of.values() for key in keys]
    others = members[members["event_id"].isin(mine) & (members["article_id"] != article_id)]
    others = others.merge(tables["sentences"], on=["article_id", "sentence_id"])
    others = others.merge(tables["articles"][["article_id", "source", "title", "published"]], on="article_id")
    rows = records(others.sort_values(["published", "article_id", "sentence_id"]))
    found = []
    for sentence in of(tables["sentences"], article_id):
        ids = sorted(events_of.get(sentence["sentence_id"], []), key=lambda key: (-size[key], key))
        same = {(row["article_id"], row["sentence_id"]): row for row in rows if row["event_id"] in ids}
        if same:
            found.append(Shared(sentence, ids, list(same.values())))
    return found


def source(row: Any) -> str:
    """How an article is called beside others: its source, or the beginning of its title where that is unknown."""
    if row["source"] != UNKNOWN:
        return str(row["source"])
    return f"“{short(row['title'] if row['title'] != UNKNOWN else row['article_id'], 32)}”"


def short(text: str, length: int) -> str:
    """The text, cut between words to a length in characters."""
    if len(text) <= length:
        return text
    return f"{text[:length].rsplit(None, 1)[0].rstrip(' ,:;-–')} …"


def published(row: Any) -> str:
    """Day and, where known, time of publication: "2 May 2024, 08:00"."""
    moment = str(row["published"])
    return ", ".join(filter(None, (day(moment), moment[11:16])))
