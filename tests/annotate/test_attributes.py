"""Roles and adjectives are what stands right beside a name, and only what belongs to it."""

import pytest
import spacy

from lib.annotate import attributes
from lib.article import Article

NLP = spacy.blank("de")
NAMES = {
    "Anna Berg": "PER", "Berg": "PER", "Bergs": "PER", "Otto Kurz": "PER", "Ruritanien": "LOC", "Ruritaniens": "LOC",
    "Strelsau": "LOC", "RNA": "ORG", "ruritanische": "NORP", "ruritanischen": "NORP", "Ruritanischer": "NORP",
    "EU-ruritanische": "NORP",
}  # fmt: skip


def found(text: str) -> list[tuple[str, str, str]]:
    """Kind, word and name of each attribute of a sentence whose names are those above."""
    doc = NLP(text)
    spans, at = [], 0
    while at < len(doc):
        for length in (2, 1):
            if (label := NAMES.get(doc[at : at + length].text)) and at + length <= len(doc):
                spans.append(spacy.tokens.Span(doc, at, at + length, label))
                at += length - 1
                break
        at += 1
    doc.ents = spans
    for token in doc:
        token.is_sent_start = token.i == 0
    by_start = {ent.start_char: ent.text for ent in doc.ents}
    rows = attributes.find(doc, Article("a", text))
    assert all(text[row.start : row.end] == row.text for row in rows)
    return [(row.kind, row.text, by_start[row.mention_start]) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gestern sagte Präsidentin Anna Berg nichts.", [("role", "Präsidentin", "Anna Berg")]),
        (
            "Heute reist der ruritanische Machthaber Otto Kurz ab.",
            [("adjective", "ruritanische", "Otto Kurz"), ("role", "Machthaber", "Otto Kurz")],
        ),
        (
            "Ruritaniens umstrittener Staatschef Otto Kurz schweigt.",
            [("adjective", "umstrittener", "Otto Kurz"), ("role", "Staatschef", "Otto Kurz")],
        ),
        (
            "Ruritanischer Minister Berg tritt ab",
            [("adjective", "Ruritanischer", "Berg"), ("role", "Minister", "Berg")],
        ),
        (
            "Anna Berg, die neue Außenministerin, war dort.",
            [("adjective", "neue", "Anna Berg"), ("role", "Außenministerin", "Anna Berg")],
        ),
        ("Coach Otto Kurz schwieg.", [("role", "Coach", "Otto Kurz")]),
        ("Zahnärztin Anna Berg schwieg.", [("role", "Zahnärztin", "Anna Berg")]),
        ("Seifenmacherin Anna Berg schwieg.", [("role", "Seifenmacherin", "Anna Berg")]),
        (
            "Das sagte die Vorsitzende Richterin Anna Berg.",
            [("adjective", "Vorsitzende", "Anna Berg"), ("role", "Richterin", "Anna Berg")],
        ),
        ("Es geschah im abgeschotteten Ruritanien.", [("adjective", "abgeschotteten", "Ruritanien")]),
        ("Er kam in die Hauptstadt Strelsau.", [("role", "Hauptstadt", "Strelsau")]),
        (
            "Das meldet die staatliche Nachrichtenagentur RNA.",
            [("adjective", "staatliche", "RNA"), ("role", "Nachrichtenagentur", "RNA")],
        ),
        ("Er traf den Gastgeber Berg.", [("role", "Gastgeber", "Berg")]),
        ("Es kam der Kandidat für den Vorsitz Otto Kurz.", [("role", "Kandidat", "Otto Kurz")]),
        ("Es sprach der Sprecher des Landratsamtes Otto Kurz.", [("role", "Sprecher", "Otto Kurz")]),
        (
            "Es kam der Minister und Dichter Otto Kurz.",
            [("role", "Minister", "Otto Kurz"), ("role", "Dichter", "Otto Kurz")],
        ),
        (
            "Es kam Ärztin Dr. Berg und die Präsidentin Dr. Anna Berg.",
            [("role", "Ärztin", "Berg"), ("role", "Präsidentin", "Anna Berg")],
        ),
        ("Gestern sagte Landrätin Anna Berg nichts.", [("role", "Landrätin", "Anna Berg")]),
        ("Der Präsident des Bundes der Boote, Otto Kurz, sang.", [("role", "Präsident", "Otto Kurz")]),
        ("Otto Kurz, Sprecher am Institut, sang.", [("role", "Sprecher", "Otto Kurz")]),
        (
            "Es siegte die von den Blauen unterstützte parteilose Präsidentin Anna Berg.",
            [("adjective", "parteilose", "Anna Berg"), ("role", "Präsidentin", "Anna Berg")],
        ),
        (
            "Es kam der EU-ruritanische Minister Berg.",
            [("adjective", "EU-ruritanische", "Berg"), ("role", "Minister", "Berg")],
        ),
    ],
)
def test_what_stands_beside_a_name_belongs_to_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Berg kam, und der Sprecher Bergs schwieg.",
        "Am Mittwoch Berg zu treffen, war schwer.",
        "Wegen Berg fiel alles aus.",
        "Später sagte Berg ab.",
        "Das teilte Berg mit.",
        "Ruritanien sieht die Zukunft Ruritaniens so.",
        "Anna Berg, Gäste und andere kamen.",
        "Für Berg, beim Meister für Boote angestellt, war es neu.",
        "Das sagte der Minister, Anna Berg, sie heißt so, nickte.",
        "Der Minister des Landes sang laut, Anna Berg, die Erste, tanzte.",
        "Diese Seite Ruritanien nicht zu zeigen, war falsch.",
        "",
    ],
)
def test_what_does_not_belong_to_the_name_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_role_between_two_names_belongs_to_the_second() -> None:
    assert found("Anna Berg, Außenminister Otto Kurz und andere kamen.") == [("role", "Außenminister", "Otto Kurz")]
