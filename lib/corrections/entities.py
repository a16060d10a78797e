"""Corrections of entities and of who speaks: merged, split, renamed, retyped, hidden, in all tables at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Any

import pandas as pd

from lib import schema
from lib.article import UNKNOWN, Analysis
from lib.compare import entities
from lib.corrections.file import MERGE, RENAME, RETYPE, SPEAKER, SPLIT, Correction
from lib.schema import BY_HAND, Alias, Entity, Mention, Quote, Suggestion


class Desk:
    """The entities of an analysis, laid out to be corrected."""

    def __init__(self, analysis: Analysis) -> None:
        self._tables = analysis.tables
        mentions = analysis.tables["mentions"]
        self._forms = [" ".join(text.split()) for text in mentions["text"]]
        self._articles = list(mentions["article_id"])
        self._written = list(zip(mentions["text"], mentions["start"], mentions["end"], strict=True))
        self._entity_of = list(mentions["entity_id"])
        self._is_refrain = list(mentions["is_refrain"])
        self._members: dict[str, list[int]] = defaultdict(list)
        for i, entity in enumerate(self._entity_of):
            self._members[entity].append(i)
        known = analysis.tables["entities"]
        self._names = dict(zip(known["entity_id"], known["name"], strict=True))
        self._called = dict(self._names)
        self._labels = dict(zip(known["entity_id"], known["label"], strict=True))
        aliases = analysis.tables["aliases"]
        self._reasons = dict(
            zip(zip(aliases["entity_id"], aliases["form"], strict=True), aliases["reason"], strict=True)
        )
        self._found = [(entity, self._labels[entity]) for entity in self._entity_of]
        self._merged: dict[str, str] = {}
        self._split: set[str] = set()
        quotes = analysis.tables["quotes"]
        self._quoted = set(zip(quotes["article_id"], quotes["start"], strict=True))
        self._speaking: dict[tuple[str, int], int | None] = {}
        """Who speaks, by hand: the quotation, and the mention of the speaker, None if unknown."""

    def correct(self, correction: Correction) -> str:
        """Make a correction, or say why it cannot be made."""
        if correction.action == SPEAKER:
            return self._attribute(correction.entity, correction.article, int(correction.value))
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
        if entity in self._split:
            self._split.add(other)
        del self._names[entity]
        return ""

    def _take_out(self, entity: str, form: str, article: str) -> str:
        forms = {form} | (set() if article else self._dependent(entity, form))
        if {self._forms[i] for i in self._members[entity]} <= forms:
            forms = {form}
        taken = [i for i in self._members[entity] if self._forms[i] in forms and article in {"", self._articles[i]}]
        if not taken or len(taken) == len(self._members[entity]):
            return f"{form!r} is {'no' if not taken else 'the only'} form of {self._names[entity]} there"
        ids = (entities.entity_id(self._labels[entity], form, number) for number in count(1))
        new = next(candidate for candidate in ids if candidate not in self._labels)
        for other in forms:
            reason = self._reasons.get((entity, other), "")
            self._reasons[new, other] = f"by hand: not {self._names[entity]}" if other == form else reason
        self._names[new], self._labels[new] = form, self._labels[entity]
        self._members[new] = taken
        gone = set(taken)
        self._members[entity] = [i for i in self._members[entity] if i not in gone]
        for i in taken:
            self._entity_of[i] = new
        self._split.add(entity)
        return ""

    def _attribute(self, speaker: str, article: str, start: int) -> str:
        """By a mention rather than an entity, which may be merged or split yet."""
        if (article, start) not in self._quoted:
            return f"no quotation begins there in {article}"
        if not speaker:
            self._speaking[article, start] = None
            return ""
        entity = self._find(speaker)
        if not entity:
            return f"there is no entity {speaker}"
        named = [i for i in self._members[entity] if self._articles[i] == article]
        if not named:
            return f"{article} does not name {self._names[entity]}"
        starts = {i: self._written[i][1] for i in named}
        self._speaking[article, start] = min(named, key=lambda i: (starts[i] > start, abs(starts[i] - start)))
        return ""

    def _dependent(self, entity: str, form: str) -> set[str]:
        """Forms that belong to an entity for a form of it only, such as its surname and the genitive of that."""
        found: set[str] = set()
        open_ = [form]
        while open_:
            end = f" of {open_.pop()}"
            new = (
                {f for (e, f), reason in self._reasons.items() if e == entity and reason.endswith(end)} - found - {form}
            )
            found |= new
            open_ += new
        return found

    def _find(self, entity: str) -> str:
        entity = self._follow(entity)
        if entity in self._names:
            return entity
        if entity in self._labels:  # it is hidden
            return ""
        able = {
            e for e, form in self._reasons if e in self._names and entities.entity_id(self._labels[e], form) == entity
        }
        return able.pop() if len(able) == 1 else ""

    def _follow(self, entity: str) -> str:
        while entity in self._merged:
            entity = self._merged[entity]
        return entity

    def articles(self) -> set[str]:
        """The articles with mentions that now belong to another entity, to none, or to one of another label."""
        now = [(entity, self._labels[entity] if entity in self._names else "") for entity in self._entity_of]
        changed = zip(self._articles, self._found, now, strict=True)
        return {article for article, before, after in changed if before != after}

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
            "wording": self._wording(),
            **{name: schema.table(name, found) for name, found in rows.items()},
        }

    def _entities(self) -> Iterator[Entity]:
        source = dict(zip(self._tables["articles"]["article_id"], self._tables["articles"]["source"], strict=True))
        for entity, name in self._names.items():
            articles = [self._articles[i] for i in self._members[entity] if not self._is_refrain[i]]
            sources = {source[article] for article in articles} - {UNKNOWN}
            yield Entity(entity, name, self._labels[entity], len(articles), len(set(articles)), len(sources))

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
        """Who speaks: by hand, or, of an entity that was split, whom the speaker's words name now."""
        quotes = self._tables["quotes"]
        speaker = [self._follow(entity) for entity in quotes["speaker_entity_id"]]
        doubtful = [i for i, entity in enumerate(speaker) if entity in self._split]
        if doubtful:
            rows = map(Quote._make, quotes.iloc[doubtful].itertuples(index=False))
            named = map(Mention._make, mentions.itertuples(index=False))
            for i, quote in zip(doubtful, entities.speakers(rows, named), strict=True):
                speaker[i] = quote.speaker_entity_id
        said = quotes.assign(speaker_entity_id=speaker).itertuples(index=False)
        return schema.table("quotes", [self._heard(Quote._make(row)) for row in said])

    def _wording(self) -> pd.DataFrame:
        """Words for one of several persons or bodies, under the name that it has now."""
        renamed = {old: self._names[key] for key, old in self._called.items() if self._names.get(key, old) != old}
        wording = self._tables["wording"]
        parts = [concept.partition(": ") for concept in wording["concept"]]
        named = [f"{what}{colon}{renamed.get(name, name)}" for what, colon, name in parts]
        return wording.assign(concept=pd.Series(named, index=wording.index, dtype=str))

    def _heard(self, quote: Quote) -> Quote:
        """A quotation with its speaker as corrected; who is no entity any more is none."""
        place = quote.article_id, quote.start
        if place in self._speaking:
            i = self._speaking[place]
            text, start, end = ("", -1, -1) if i is None else self._written[i]
            quote = quote._replace(
                speaker=text,
                speaker_start=start,
                speaker_end=end,
                words_start=start,
                words_end=end,
                named=BY_HAND,
                speaker_entity_id="" if i is None else self._entity_of[i],
            )
        return quote if quote.speaker_entity_id in self._names else quote._replace(speaker_entity_id="")
