"""Concepts for which the columns of a story use different terms. Pure."""

import re
from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from lib.schema import OWN, QUOTED, REPORTED
from lib.show import reading
from lib.show.columns import Cell, Column, cells_of, further
from lib.show.reading import Tables

_ENDING = re.compile(r"(?<=\w{4})(?:innen|ern|en|er|es|e|n|s)$")
_IN_MARKS = "in marks"
_VOICES = (OWN, _IN_MARKS, QUOTED, REPORTED)
"""Of words, in the order in which they are shown."""


class Concept(NamedTuple):
    """A concept for which columns use different terms."""

    name: str
    origin: str
    """How the terms are known to be of one."""
    cells: list[list[Cell]]
    """Terms of each column."""


def wording(tables: Tables, compared: Sequence[Column]) -> list[Concept]:
    """Concepts for which columns use different terms; per column its terms with their number, the most frequent first,
    of one term's forms the most frequent.

    A term within a quotation is noted as "quoted": it is the speaker's choice, not the source's; one in marks that
    nobody is said to say as "in marks".
    """
    column_of = {article_id: number for number, column in enumerate(compared) for article_id in column.articles}
    terms = tables["wording"][tables["wording"]["article_id"].isin(column_of)]
    said: dict[str, list[tuple[int, int]]] = {}
    for quote in reading.records(tables["quotes"][tables["quotes"]["speaker"].ne("")]):
        said.setdefault(quote["article_id"], []).append((quote["start"], quote["end"]))
    terms = terms.assign(
        column=terms["article_id"].map(column_of),
        stem=terms["term"].map(_stem),
        voice=[
            _IN_MARKS if voice == QUOTED and not any(a <= start < b for a, b in said.get(article_id, ())) else voice
            for article_id, start, voice in zip(terms["article_id"], terms["start"], terms["voice"], strict=True)
        ],
    )
    used = ["concept", "column", "stem", "voice"]
    terms = terms.assign(
        n=terms.groupby(used)["term"].transform("size"), forms=terms.groupby([*used, "term"])["term"].transform("size")
    )
    where = further(terms, used)
    firsts = terms.sort_values("forms", ascending=False, kind="stable").drop_duplicates(used).sort_index()
    firsts = firsts.assign(rank=firsts["voice"].map(_VOICES.index))
    firsts = firsts.sort_values(["rank", "n"], ascending=[True, False], kind="stable")
    found = []
    for concept, group in firsts.groupby("concept"):
        cells = cells_of(
            group,
            compared,
            lambda row: _term(row, where[tuple(row[name] for name in used)]),
        )
        bare = {_plain(cell.text) for column in cells for cell in column}
        if len({frozenset(_head(_plain(cell.text), bare) for cell in column) for column in cells if column}) > 1:
            found.append(Concept(str(concept), "; ".join(dict.fromkeys(group["origin"])), cells))
    return found


def _term(row: Any, places: Sequence[tuple[str, int]]) -> Cell:
    here = row["article_id"], row["start"]
    return Cell(
        row["term"], *here, _note(row["n"], row["voice"]), also=tuple(place for place in places if place != here)
    )


def _note(n: int, voice: str) -> str:
    return ", ".join(filter(None, ("" if voice == OWN else voice, f"{n}×" if n > 1 else "")))


def _stem(term: str) -> str:
    """A term without its endings, of which it may have two: "Lagern", "Lagers"."""
    return _plain(_plain(term))


def _plain(term: str) -> str:
    """A term without its ending."""
    return _ENDING.sub("", term.casefold())


def _head(term: str, terms: Collection[str]) -> str:
    """What stands behind the hyphen of a term, if that is used by itself too: "Protest" for "Corona-Protest"."""
    head = term.rpartition("-")[2]
    return head if head in terms else term
