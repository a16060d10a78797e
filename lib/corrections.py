"""Corrections of entities by hand: a list that is applied to an analysis, and its file.

The list is kept with the corpus as `entities.csv`, one correction a line in the order in which they were made:

    action,entity,value,article
    merge,per-schoigu,per-sergej-schoigu,
    split,per-mueller,Müller,article-7
    rename,loc-burma,Myanmar,
    retype,org-tass,ORG,
    hide,per-foto-dpa,,

Nothing else knows of corrections: an analysis that was corrected is an analysis.
"""

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from lib import schema
from lib.article import CORRECTIONS, UNKNOWN, Analysis
from lib.compare import entities
from lib.schema import LABELS, Alias, Entity, Mention, Quote, Suggestion

MERGE, SPLIT, RENAME, RETYPE, HIDE = ACTIONS = ("merge", "split", "rename", "retype", "hide")


class Correction(NamedTuple):
    """One line of the file."""

    action: str
    """One of ACTIONS."""
    entity: str
    """Id of the entity."""
    value: str = ""
    """Merge: id of the entity that it is. Split: the form that is another. Rename: its name. Retype: its label."""
    article: str = ""
    """Split: the article whose mentions by that form are another; all articles if empty."""


class CorrectionsError(Exception):
    """A file holds no corrections; says which line is wrong, and why."""


class Corrected(NamedTuple):
    """An analysis with its corrections, and those that could not be applied, each with the reason."""

    analysis: Analysis
    failed: list[tuple[Correction, str]]


def parse(text: str) -> list[Correction]:
    """The corrections of a file.

    Raises:
        CorrectionsError: if the columns are not those of Correction, or a line is none.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        if (columns := next(rows, [])) != list(Correction._fields):
            raise CorrectionsError(f"its columns are {','.join(columns)!r}, not {','.join(Correction._fields)!r}")
        found = []
        for row in rows:
            if not row:
                continue
            correction = Correction(*row) if len(row) == len(columns) else None
            if correction is None or (problem := _wrong(correction)):
                raise CorrectionsError(
                    f"line {rows.line_num} {problem if correction else 'has too few or many columns'}"
                )
            found.append(correction)
    except csv.Error as error:
        raise CorrectionsError(f"line {rows.line_num} is no CSV: {error}") from None
    return found


def as_csv(corrections: Iterable[Correction]) -> str:
    """The file that `parse` reads."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Correction._fields)
    writer.writerows(corrections)
    return text.getvalue()


def load(path: Path) -> list[Correction]:
    """The corrections of a file; none if it is not there.

    Raises:
        CorrectionsError: see `parse`; or if the file cannot be read.
    """
    try:
        return parse(path.read_text(encoding="utf-8")) if path.exists() else []
    except (OSError, UnicodeDecodeError) as error:
        raise CorrectionsError(f"it cannot be read: {error}") from error


def save(corrections: Iterable[Correction], path: Path) -> None:
    """Write the file; a reader never sees half of it.

    Raises:
        OSError: if it cannot be written.
    """
    draft = path.with_name(f".{path.name}.draft")
    draft.write_text(as_csv(corrections), encoding="utf-8")
    draft.replace(path)


def beside(corpus: Sequence[Path]) -> list[Path]:
    """Where the file lies for each folder of a corpus, or beside each file of it."""
    folders = [path if path.is_dir() else path.parent for path in corpus]
    return [folder / CORRECTIONS for folder in dict.fromkeys(folders)]


def apply(analysis: Analysis, corrections: Sequence[Correction]) -> Corrected:
    """Apply corrections one after the other; one that cannot be applied changes nothing and is named.

    An entity that was merged goes by the id of what it was merged into. An id that is not there stands for the only
    entity of that label with a form that would make it, so that a list survives that articles are added.
    """
    if not corrections:
        return Corrected(analysis, [])
    desk = _Desk(analysis)
    failed = [(correction, problem) for correction in corrections if (problem := desk.correct(correction))]
    return Corrected(replace(analysis, tables=analysis.tables | desk.tables()), failed)


def _wrong(correction: Correction) -> str:
    """What is wrong with a correction before one knows the entities."""
    if correction.action not in ACTIONS:
        return f"has the action {correction.action!r}, not one of {', '.join(ACTIONS)}"
    if not correction.entity or (correction.action != HIDE and not correction.value.strip()):
        return "lacks the entity or the value"
    if correction.action == RETYPE and correction.value not in LABELS:
        return f"has the type {correction.value!r}, not one of {', '.join(LABELS)}"
    return ""


class _Desk:
    """The entities of an analysis, laid out to be corrected."""

    def __init__(self, analysis: Analysis) -> None:
        self._tables = analysis.tables
        mentions = analysis.tables["mentions"]
        self._forms = [" ".join(text.split()) for text in mentions["text"]]
        self._articles = list(mentions["article_id"])
        self._entity_of = list(mentions["entity_id"])
        self._members: dict[str, list[int]] = defaultdict(list)
        for i, entity in enumerate(self._entity_of):
            self._members[entity].append(i)
        known = analysis.tables["entities"]
        self._names = dict(zip(known["entity_id"], known["name"], strict=True))
        self._labels = dict(zip(known["entity_id"], known["label"], strict=True))
        aliases = analysis.tables["aliases"]
        self._reasons = dict(
            zip(zip(aliases["entity_id"], aliases["form"], strict=True), aliases["reason"], strict=True)
        )
        self._merged: dict[str, str] = {}
        self._split: set[str] = set()

    def correct(self, correction: Correction) -> str:
        """Make a correction, or say why it cannot be made."""
        if problem := _wrong(correction):
            return problem
        entity = self._find(correction.entity)
        if not entity:
            return f"there is no entity {correction.entity}"
        action, _, value, article = correction
        if action == MERGE:
            return self._merge(entity, value)
        if action == SPLIT:
            return self._take_out(entity, value, article)
        if action == RENAME:
            self._names[entity] = " ".join(value.split())
        elif action == RETYPE:
            self._labels[entity] = value
        else:
            del self._names[entity]
        return ""

    def _merge(self, entity: str, into: str) -> str:
        other = self._find(into)
        if not other or other == entity:
            return f"there is no other entity {into}"
        for i in self._members.pop(entity):
            self._entity_of[i] = other
            self._members[other].append(i)
            self._reasons.setdefault((other, self._forms[i]), f"by hand: {self._names[entity]} is {self._names[other]}")
        self._merged[entity] = other
        del self._names[entity]
        return ""

    def _take_out(self, entity: str, form: str, article: str) -> str:
        taken = [i for i in self._members[entity] if self._forms[i] == form and article in {"", self._articles[i]}]
        if not taken or len(taken) == len(self._members[entity]):
            return f"{form!r} is {'no' if not taken else 'the only'} form of {self._names[entity]} there"
        ids = (entities.entity_id(self._labels[entity], form, number) for number in count(1))
        new = next(candidate for candidate in ids if candidate not in self._labels)
        self._reasons[new, form] = f"by hand: not {self._names[entity]}"
        self._names[new], self._labels[new] = form, self._labels[entity]
        self._members[new] = taken
        gone = set(taken)
        self._members[entity] = [i for i in self._members[entity] if i not in gone]
        for i in taken:
            self._entity_of[i] = new
        self._split.add(entity)
        return ""

    def _find(self, entity: str) -> str:
        entity = self._follow(entity)
        if entity in self._names:
            return entity
        able = {
            e for e, form in self._reasons if e in self._names and entities.entity_id(self._labels[e], form) == entity
        }
        return able.pop() if len(able) == 1 else ""

    def _follow(self, entity: str) -> str:
        while entity in self._merged:
            entity = self._merged[entity]
        return entity

    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables that corrections change."""
        entity = pd.Series(self._entity_of, dtype=str)
        mentions = self._tables["mentions"].assign(entity_id=entity, label=entity.map(self._labels).astype(str))
        mentions = mentions[entity.isin(self._names.keys())].reset_index(drop=True)
        rows: dict[str, Iterable[Any]] = {
            "entities": sorted(self._entities(), key=lambda row: (row.label, row.name, row.entity_id)),
            "aliases": self._aliases(),
            "suggestions": sorted(self._suggestions()),
        }
        return {
            "mentions": mentions,
            "quotes": self._quotes(mentions),
            **{name: schema.table(name, found) for name, found in rows.items()},
        }

    def _entities(self) -> Iterator[Entity]:
        source = dict(zip(self._tables["articles"]["article_id"], self._tables["articles"]["source"], strict=True))
        for entity, name in self._names.items():
            members = self._members[entity]
            articles = {self._articles[i] for i in members}
            sources = {source[article] for article in articles} - {UNKNOWN}
            yield Entity(entity, name, self._labels[entity], len(members), len(articles), len(sources))

    def _aliases(self) -> list[Alias]:
        counted = Counter(
            (entity, form) for entity, form in zip(self._entity_of, self._forms, strict=True) if entity in self._names
        )
        rows = (Alias(*pair, n, self._reasons[pair]) for pair, n in counted.items())
        return sorted(rows, key=lambda row: (row.entity_id, -row.n_mentions, row.form))

    def _suggestions(self) -> Iterator[Suggestion]:
        seen = set()
        for one, other, reason in self._tables["suggestions"].itertuples(index=False):
            pair = self._follow(one), self._follow(other)
            if pair[0] != pair[1] and {*pair} <= self._names.keys() and pair not in seen and pair[::-1] not in seen:
                seen.add(pair)
                yield Suggestion(*pair, reason)

    def _quotes(self, mentions: pd.DataFrame) -> pd.DataFrame:
        """Who speaks: of an entity that was split, whom the speaker's words name now."""
        quotes = self._tables["quotes"]
        speaker = [self._follow(entity) for entity in quotes["speaker_entity_id"]]
        doubtful = [i for i, entity in enumerate(speaker) if entity in self._split]
        if doubtful:
            rows = map(Quote._make, quotes.iloc[doubtful].itertuples(index=False))
            named = map(Mention._make, mentions.itertuples(index=False))
            for i, quote in zip(doubtful, entities.speakers(rows, named), strict=True):
                speaker[i] = quote.speaker_entity_id
        heard = [entity if entity in self._names else "" for entity in speaker]
        return quotes.assign(speaker_entity_id=pd.Series(heard, index=quotes.index, dtype=str))
