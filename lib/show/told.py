"""One story for the page that compares its sources: whom they quote, and the days that they tell of. Pure."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from lib.article import UNKNOWN
from lib.schema import GUESS, QUOTATIONS
from lib.show.columns import Cell, Column, cells_of, column_of, further
from lib.show.frequency import distinct
from lib.show.quoted import called
from lib.show.reading import Tables, records, whole
from lib.show.text import span

_SHORT, _ABOUT, _AROUND = pd.Timedelta(days=31), pd.Timedelta(days=366), pd.Timedelta(days=14)


def quoted(tables: Tables, compared: Sequence[Column]) -> list[tuple[str, str, list[list[Cell]]]]:
    """Speakers, the most often quoted first, with the id of the entity or none, and per column where it quotes them,
    how often and noted with how."""
    of_column = column_of(compared)
    names = dict(zip(tables["entities"]["entity_id"], distinct(tables["entities"]), strict=True))
    quotes = whole(tables["quotes"][tables["quotes"]["article_id"].isin(of_column)])
    ids = zip(quotes["speaker_entity_id"], called(quotes), strict=True)
    quotes = quotes.assign(
        who=[names.get(key) or words or UNKNOWN for key, words in ids], column=quotes["article_id"].map(of_column)
    )
    quotes = quotes.assign(n=quotes.groupby(["who", "column"])["who"].transform("size"))
    order = quotes["who"].value_counts(sort=True)
    firsts = quotes.drop_duplicates(["who", "column"])
    where = further(quotes, ["who", "column"])
    kinds = quotes.groupby(["who", "column"])["kind"].agg(_kinds).to_dict()
    entity_of = dict(zip(firsts["who"], firsts["speaker_entity_id"], strict=True))

    def cell(row: Any) -> Cell:
        also = tuple(where[row["who"], row["column"]][1:])
        how, spoken = kinds[row["who"], row["column"]], f", {row['who']} in {row['column']}"
        return Cell(f"{row['n']}×", row["article_id"], row["start"], how, also=also, spoken=spoken)

    return [
        (who, entity_of[who], cells_of(firsts[firsts["who"] == who], compared, cell))
        for who in sorted(order.index, key=lambda name: (name == UNKNOWN, -order[name], name))
    ]


def _kinds(kinds: pd.Series) -> str:
    """Of quotations, "direct" or "2 direct, 1 indirect"."""
    often = [(int(kinds.eq(kind).sum()), kind) for kind in QUOTATIONS]
    said = [(n, kind) for n, kind in often if n]
    return ", ".join(f"{n} {kind}" if len(said) > 1 else kind for n, kind in said)


def near(times: pd.DataFrame, articles: pd.DataFrame, *, far: bool = False) -> pd.DataFrame:
    """Of what `happened` gives, the days and short periods about when the articles were published: two weeks before and
    after, more if the publications lie farther apart, or a year (`far`)."""
    published = pd.to_datetime(articles.loc[articles["published"] != "", "published"].str[:10])
    first, last = pd.to_datetime(times["first"]), pd.to_datetime(times["last"])
    kept = last - first <= _SHORT
    if not published.empty:
        about = _ABOUT if far else max(_AROUND, published.max() - published.min())
        kept &= (last >= published.min() - about) & (first <= published.max() + about)
    return times[kept]


def happened(tables: Tables, compared: Sequence[Column]) -> pd.DataFrame:
    """Days that the columns' sentences tell of, as far as they are known for certain: source, article_id, first, last,
    text (the words of the time), sentence, start, event_id (empty if none); in order of time."""
    label_of = {article_id: column.label for column in compared for article_id in column.articles}
    values = tables["values"]
    certain = values[values["first"].ne("") & values["confidence"].ne(GUESS) & values["article_id"].isin(label_of)]
    sentences = tables["sentences"][["article_id", "sentence_id", "text"]].rename(columns={"text": "sentence"})
    events = tables["event_sentences"].drop_duplicates(["article_id", "sentence_id"])
    found = certain.merge(sentences, on=["article_id", "sentence_id"]).merge(
        events[["article_id", "sentence_id", "event_id"]], on=["article_id", "sentence_id"], how="left"
    )
    found = found.assign(source=found["article_id"].map(label_of), event_id=found["event_id"].fillna(""))
    columns = ["source", "article_id", "first", "last", "text", "sentence", "start", "event_id"]
    return found.sort_values(["first", "last", "source", "start"], ignore_index=True)[columns]


def listed(
    times: pd.DataFrame, articles: pd.DataFrame, compared: Sequence[Column]
) -> list[tuple[str, str, list[Cell]]]:
    """Days or periods in order of time, the column that tells of them, and where: the words, in their sentence; and
    among them what was published on a day.

    Args:
        times: what `happened` gives.
        articles: rows of the table `articles`; those without a day of publication are left out.
    """
    label_of = column_of(compared)
    order = [column.label for column in compared]
    found: dict[tuple[str, str, str], list[Cell]] = {}
    for row in records(articles[articles["published"] != ""].sort_values("published")):
        day = row["published"][:10]
        cells = found.setdefault((day, day, label_of[row["article_id"]]), [])
        title = row["title"] if row["title"] != UNKNOWN else row["article_id"]
        cells.append(Cell(title, row["article_id"], 0, "published"))
    for row in records(times):
        cells = found.setdefault((row["first"], row["last"], row["source"]), [])
        cells.append(Cell(row["text"], row["article_id"], row["start"], context=row["sentence"]))
    keys = sorted(found, key=lambda key: (*key[:2], order.index(key[2])))
    return [(span(first, last), label, found[first, last, label]) for first, last, label in keys]
