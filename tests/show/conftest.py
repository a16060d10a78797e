"""Small tables for the tests of what the pages show: one story of four articles, three of them with a known source."""

import pytest

from lib import schema
from lib.show.reading import Tables

TEXTS = {
    "a": (
        "Alpha",
        "2024-05-02T08:00",
        ["Brand in Werft", "In Emden brannte es.", "80 Helfer kamen.", "Ende."],
    ),
    "b": (
        "Beta",
        "2024-05-03",
        ["Feuer gelöscht", "Das Feuer ist aus.", "Etwa 60 Helfer kamen nach Emden.", "Der Chef <b>schwieg</b>."],
    ),
    "c": ("unknown", "", ["Großbrand an der Küste bei Emden am Donnerstag", "Helfer kamen aus Leer."]),
    "d": ("Alpha", "2024-05-04", ["Nachlese", "Es brannte in Emden lange."]),
}


@pytest.fixture
def tables() -> Tables:
    """e1 (the fire): a, d; e2 (the helpers): a, b, c, with a difference of numbers between a and b."""
    articles, sentences = [], []
    for key, (source, published, lines) in TEXTS.items():
        text = "\n\n".join((lines[0], " ".join(lines[1:])))
        articles.append(
            schema.ArticleRow(
                key, "s1", "found", source, "unknown" if source == "unknown" else "given", lines[0], "found", published,
                "given" if published else "unknown", "", "", "", f"{key}.txt", text, len(text.split()),
            )
        )  # fmt: skip
        for number, line in enumerate(lines):
            start = text.index(line)
            sentences.append(schema.Sentence(key, number, start, start + len(line), line, number == 0))
    start_of = {(row.article_id, row.sentence_id): row.start for row in sentences}
    rows: dict[str, list[object]] = {
        "articles": articles,
        "sentences": sentences,
        "removed": [schema.Removed("b", 16, "Mehr <i>zum</i> Thema", "teaser")],
        "mentions": [
            schema.Mention("a", 1, start_of["a", 1] + 3, start_of["a", 1] + 8, "Emden", "LOC", "loc-emden"),
            schema.Mention("b", 2, start_of["b", 2] + 27, start_of["b", 2] + 32, "Emden", "LOC", "loc-emden"),
        ],
        "entities": [schema.Entity("loc-emden", "Emden", "LOC", 2, 2, 2)],
        "quotes": [schema.Quote("b", 1, 16, 33, "direct", "Das Feuer ist aus", "der Chef", -1, -1, "sagte")],
        "values": [schema.Value("a", 2, start_of["a", 2], start_of["a", 2] + 2, "number", "80", "80", "Helfer")],
        "stories": [schema.Story("s1", "Brand in Werft", "2024-05-02", "2024-05-04", 4, 2)],
        "events": [
            schema.Event("e1", "s1", "In Emden brannte es.", 2, 1),
            schema.Event("e2", "s1", "80 Helfer kamen.", 3, 2),
        ],
        "event_sentences": [
            schema.EventSentence("e1", "a", 1, 0.7),
            schema.EventSentence("e1", "d", 1, 0.7),
            schema.EventSentence("e2", "a", 2, 0.9),
            schema.EventSentence("e2", "b", 2, 0.8),
            schema.EventSentence("e2", "c", 1, 0.6),
        ],
        "links": [
            schema.Link("s1", "a", 1, "d", 1, 0.7, "event", "names: Emden"),
            schema.Link("s1", "a", 2, "b", 2, 0.9, "event", "words: Helfer"),
            schema.Link("s1", "a", 2, "c", 1, 0.6, "event", ""),
            schema.Link("s1", "b", 2, "d", 1, 0.3, "maybe", "names: Emden"),
        ],
        "differences": [
            schema.Difference("x1", "e2", "number", "differ", "a", start_of["a", 2], start_of["a", 2] + 2, "80", "80"),
            schema.Difference(
                "x1", "e2", "number", "differ", "b", start_of["b", 2], start_of["b", 2] + 7, "Etwa 60", "about 60"
            ),
        ],
        "coverage": [
            schema.Coverage("e1", "a", "reports"),
            schema.Coverage("e1", "b", "silent"),
            schema.Coverage("e1", "c", "date unknown"),
            schema.Coverage("e1", "d", "reports"),
            schema.Coverage("e2", "a", "reports"),
            schema.Coverage("e2", "b", "reports"),
            schema.Coverage("e2", "c", "reports"),
            schema.Coverage("e2", "d", "silent"),
        ],
        "wording": [
            schema.Wording("Brand", "a", 0, 5, "Brand", "own"),
            schema.Wording("Brand", "b", 0, 5, "Feuer", "own"),
            schema.Wording("Brand", "b", 20, 25, "Feuer", "own"),
            schema.Wording("Brand", "b", 16, 25, "Das Feuer", "quoted"),
            schema.Wording("Helfer", "a", start_of["a", 2] + 3, start_of["a", 2] + 9, "Helfer", "own"),
        ],
    }
    return {name: schema.table(name, rows.get(name, [])) for name in schema.TABLES}
