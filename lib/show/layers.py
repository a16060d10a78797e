"""What can be marked in an article's text, layer by layer. Pure."""

from collections.abc import Callable, Collection, Sequence
from functools import partial
from html import escape
from typing import Any, NamedTuple

from lib import schema
from lib.show.highlight import Span
from lib.show.reading import Shared, Tables, of, records, source
from lib.show.text import NAMED, TYPES, when

LAYERS: dict[str, str] = {
    "reported": "↔ In other articles too",
    "passage": "≡ Word for word elsewhere",
    "quote": "❞ Quotations",
    **{label: f"{label} {TYPES[label]}" for label in schema.LABELS},
    "citation": "✎ Agencies and media",
    "time": "◷ Times",
    "number": "# Numbers",
    "modality": "≈ How sure",
    "negation": "¬ Negated or denied",
    "removed": "Not part of the article",
}
"""Layers, outermost first: layer -> its entry in the legend."""

AT_FIRST = frozenset({"reported", "quote", *schema.LABELS, "removed"})
"""Those that are marked unless the reader says otherwise."""

_INFERRED = frozenset({schema.CONTEXT, schema.DESCRIPTION})
"""How speakers are named whom the quotation's sentence does not name: they are less sure, and marked so."""
_NEGATIONS = frozenset({"negation", "denial"})


class Addresses(NamedTuple):
    """Where marks lead."""

    event: Callable[[str], str]
    """To an event, by its id."""
    speaker: Callable[[str], str]
    """To all quotations of a speaker, by the id of the entity."""
    place: Callable[[str, int], str]
    """To a place in an article, by id and offset."""


def marks(tables: Tables, article_id: str, shared: list[Shared], to: Addresses) -> dict[str, list[Span]]:
    """The marks of every layer but "removed" in an article.

    Args:
        shared: what `reading.shared` gives for it.
    """
    return {
        "reported": _events(shared, to),
        "passage": _passages(tables, article_id, to),
        "quote": quotes(tables, article_id, to.speaker),
        **_mentions(tables, article_id),
        "citation": [_citation(row) for row in of(tables["citations"], article_id)],
        "time": [_value(row) for row in of(tables["values"], article_id) if row["kind"] != "number"],
        "number": [_value(row) for row in of(tables["values"], article_id) if row["kind"] == "number"],
        "modality": _modality(tables, article_id, negated=False),
        "negation": _modality(tables, article_id, negated=True),
    }


def chosen(marked: dict[str, list[Span]], layers: Collection[str]) -> list[Span]:
    """The marks of some layers, outermost first."""
    return [span for layer in LAYERS if layer in layers for span in marked.get(layer, ())]


def count(marks: Sequence[Span]) -> int:
    """How many of a layer's marks stand for what it is named for: not words in marks that are no quotation."""
    return sum(mark.kind != "quote marked" for mark in marks)


def removed(tables: Tables, article_id: str) -> list[tuple[int, str]]:
    """Offset and HTML of each piece of page furniture, struck out and with the reason."""
    return [
        (row["position"], f'<del>{escape(row["text"])}<small lang="en">removed: {escape(row["reason"])}</small></del>')
        for row in of(tables["removed"], article_id)
    ]


def _events(statements: list[Shared], to: Addresses) -> list[Span]:
    """Marks of the sentences that other articles report too; the label says how many, and leads to the event."""
    marks = []
    for sentence, ids, others in statements:
        sources = ", ".join(dict.fromkeys(map(source, others)))
        articles = len({row["article_id"] for row in others})
        title = f"also reported by {sources}"
        marks.append(Span(sentence["start"], sentence["end"], "event", f"↔ {articles}", title, to.event(ids[0])))
    return marks


def _passages(tables: Tables, article_id: str, to: Addresses) -> list[Span]:
    """Passages that other articles have word for word; the label says which, and leads there."""
    rows = of(tables["passages"], article_id)
    others = tables["articles"][tables["articles"]["article_id"].isin({row["other_id"] for row in rows})]
    called = {other["article_id"]: source(other) for other in records(others)}
    found = []
    for row in rows:
        who = called[row["other_id"]]
        title = f"nearly word for word in {who} too: {row['n_words']} words"
        address = to.place(row["other_id"], row["other_start"])
        found.append(Span(row["start"], row["end"], "passage", f"≡ {who}", title, address))
    return found


def quotes(tables: Tables, article_id: str, speaker: Callable[[str], str]) -> list[Span]:
    """Marks of quotations, whose labels lead to the speaker, and of words in quotation marks that are none.

    Args:
        speaker: address of all quotations of a speaker, by the id of the entity.
    """
    found = []
    for row in of(tables["quotes"], article_id):
        via = f", via {row['via']}" if row["via"] else ""
        who = (row["speaker"] or "speaker unknown") + via
        why = NAMED.get(row["named"], "")
        title = ", ".join(filter(None, (f"{row['kind']} quotation", who, why, row["cue"] and f"“{row['cue']}”")))
        address = speaker(row["speaker_entity_id"]) if row["speaker_entity_id"] else ""
        label = f"❞ {who}" + ("?" if row["named"] in _INFERRED else "")
        found.append(Span(row["start"], row["end"], f"quote {row['kind']}", label, title, address))
    for row in of(tables["voices"], article_id):
        if row["voice"] == schema.QUOTED and row["quote_start"] < 0:
            found.append(Span(row["start"], row["end"], "quote marked", "❞", "words in quotation marks"))
    return found


def _mentions(tables: Tables, article_id: str) -> dict[str, list[Span]]:
    """Marks of names by their label."""
    names = dict(zip(tables["entities"]["entity_id"], tables["entities"]["name"], strict=True))
    found: dict[str, list[Span]] = {label: [] for label in schema.LABELS}
    for row in of(tables["mentions"], article_id):
        label = row["label"]
        title = f"{names.get(row['entity_id'], row['text'])} ({label})"
        found[label].append(Span(row["start"], row["end"], f"mention {label}", label, title))
    return found


def _citation(row: dict[str, Any]) -> Span:
    title = f"{row['kind']} cited: {row['medium']}" + (f", “{row['cue']}”" if row["cue"] else "")
    return Span(row["start"], row["end"], "citation", "✎", title)


def _value(row: dict[str, Any]) -> Span:
    """A time or number with what it is taken for: a time by its value, with "?" where that is a guess."""
    mark = partial(Span, row["start"], row["end"], "value")
    said = " ".join(filter(None, (row["approximation"], row["value"] or "unknown")))
    if row["kind"] == "number":
        return mark("#", " ".join(filter(None, ("number:", said, row["unit"]))))
    days = row["first"] if row["first"] == row["last"] else f"{row['first']} to {row['last']}"
    title = ", ".join(filter(None, (f"{row['kind']}: {said}", days, row["confidence"])))
    if row["unit"] == "vague":
        return mark("◷", title)
    return mark(f"◷ {when(row['value'])}" + ("?" if row["confidence"] == schema.GUESS else ""), title)


def _modality(tables: Tables, article_id: str, *, negated: bool) -> list[Span]:
    kind, sign = ("negation", "¬") if negated else ("modality", "≈")
    return [
        Span(row["start"], row["end"], kind, sign if row["kind"] == kind else f"{sign} {row['kind']}", row["kind"])
        for row in of(tables["modality"], article_id)
        if (row["kind"] in _NEGATIONS) == negated
    ]
