"""What only one source of a story reports, and what it leaves out. Pure."""

import re
from collections.abc import Collection, Mapping, Sequence

import pandas as pd

from lib.article import UNKNOWN
from lib.schema import DOUBTFUL, MAY_REPORT, SILENT
from lib.show import reading
from lib.show.columns import Column, column_of, columns
from lib.show.grid import REPORTING, Row, places
from lib.show.reading import Tables

_MISSING = frozenset({MAY_REPORT, SILENT})
"""Of sources that could report an event, those of which it is not known that they do."""
_FEWEST = 3  # words of a sentence that states something
_ASIDE = re.compile(r"\(.*\)|\[.*\]|[a-zäöüß/]+ \([^()]+\)\.?|Mehr zum Thema", re.DOTALL)  # "har/lo (dpa, ap)"
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter|t\.co/)\S*")


def alone(tables: Tables) -> pd.DataFrame:
    """What `only_here` gives for all sources of every story that has several: with source, title, published, story_id
    and the sources that may report the same."""
    articles = tables["articles"]
    label = articles["source"].mask(articles["source"] == UNKNOWN, articles["article_id"])
    shared = articles[label.groupby(articles["story_id"]).transform("nunique") > 1]
    about = shared[["article_id", "story_id", "source", "title", "published"]]
    body = _body(tables["sentences"]).merge(about, on="article_id")
    members = tables["event_sentences"]
    column = members["article_id"].map(dict(zip(articles["article_id"], label, strict=True)))
    common = members[column.groupby(members["event_id"]).transform("nunique") > 1]
    body = body[~places(body).isin(places(common))].reset_index(drop=True)
    return body.assign(maybe=_maybe_in(body, _doubtful(tables["links"], columns(articles))))


def _body(sentences: pd.DataFrame) -> pd.DataFrame:
    """The sentences but for titles, refrains and those that state nothing."""
    states = ~(sentences["is_title"] | sentences["is_refrain"] | sentences["text"].map(_announces).astype(bool))
    return sentences[states].drop(columns=["is_title", "is_refrain"])


def only_here(tables: Tables, events: Sequence[Row], compared: Sequence[Column]) -> list[pd.DataFrame]:
    """Per column, its sentences that belong to no event which another column reports, but for titles, refrains and
    those that only announce what follows; with the columns that may report the same, as `maybe`."""
    common = [row.event_id for row in events if row.reporting > 1]
    linked = tables["event_sentences"][tables["event_sentences"]["event_id"].isin(common)]
    body = _body(tables["sentences"])
    doubtful = _doubtful(tables["links"], compared)
    free = body.assign(maybe=_maybe_in(body, doubtful))[~places(body).isin(places(linked))]
    return [free[free["article_id"].isin(column.articles)] for column in compared]


def left_out(events: Sequence[Row], compared: Sequence[Column]) -> list[pd.DataFrame]:
    """Per column, the events on which it is silent though most of the others that could report them do, two at least:
    event_id, headline, source (the column's label) and reported_by."""
    found: list[list[tuple[str, str, str, str]]] = [[] for _ in compared]
    for row in events:
        reporting = [column.label for column, cell in zip(compared, row.cells, strict=True) if cell in REPORTING]
        # Of those that could, one that is silent is no other to itself.
        if len(reporting) >= max(2, sum(cell in _MISSING for cell in row.cells)):
            for column, cell, omitted in zip(compared, row.cells, found, strict=True):
                if cell == SILENT:
                    omitted.append((row.event_id, row.headline, column.label, ", ".join(reporting)))
    return [pd.DataFrame(rows, columns=["event_id", "headline", "source", "reported_by"]) for rows in found]


def _announces(text: str) -> bool:
    """Whether a sentence states nothing by itself: "Sie sagte:", "(Mit Material von dpa)", "Was nun?", an address."""
    whole = _ADDRESS.sub("", text).strip()
    return whole.endswith((":", "?")) or bool(_ASIDE.fullmatch(whole)) or len(whole.split()) < _FEWEST


def _doubtful(links: pd.DataFrame, compared: Sequence[Column]) -> dict[tuple[str, int], set[str]]:
    """By sentence, the other columns that may report the same."""
    labels_of = column_of(compared)
    found: dict[tuple[str, int], set[str]] = {}
    for link in reading.records(links[links["status"].eq(DOUBTFUL)]):
        ends = (link["article_id"], link["sentence_id"]), (link["other_id"], link["other_sentence_id"])
        labels = [labels_of.get(article_id) for article_id, _ in ends]
        if all(labels) and labels[0] != labels[1]:
            for here, there in zip(ends, labels[::-1], strict=True):
                found.setdefault(here, set()).add(str(there))
    return found


def _maybe_in(sentences: pd.DataFrame, doubtful: Mapping[tuple[str, int], Collection[str]]) -> list[str]:
    """For each sentence the columns that may report the same."""
    return [", ".join(sorted(doubtful.get(key, ()))) for key in places(sentences)]
