"""Whose voice a part of a sentence is."""

from lib.annotate.quotations import voices
from lib.article import Article
from lib.schema import Quote, Sentence


def quote(text: str, words: str, kind: str) -> Quote:
    start = text.index(words)
    return Quote("a", 0, start, start + len(words), kind, words, "", -1, -1, "")


def found(text: str, *quotes: Quote) -> list[tuple[str, str, int]]:
    rows = voices(Article(id="a", text=text), [Sentence("a", 0, 0, len(text), text, False)], quotes)
    return [(text[row.start : row.end], row.voice, row.quote_start) for row in rows]


def test_own_reported_and_quoted_words() -> None:
    text = "Weber sagte, der Hafen sei „wegen der Flut geschlossen“ und bleibe es."
    reported = quote(text, "der Hafen sei „wegen der Flut geschlossen“ und bleibe es", "indirect")
    quoted = quote(text, "wegen der Flut geschlossen", "direct")
    assert found(text, reported, quoted) == [
        ("Weber sagte, ", "own", -1),
        ("der Hafen sei „", "reported", 13),
        ("wegen der Flut geschlossen", "quoted", 28),
        ("“ und bleibe es", "reported", 13),
    ]


def test_a_few_words_in_marks_are_quoted_though_no_quotation() -> None:
    assert found("Die „spezielle Maßnahme“ begann.") == [
        ("Die „", "own", -1),
        ("spezielle Maßnahme", "quoted", -1),
        ("“ begann.", "own", -1),
    ]


def test_the_name_of_a_medium_in_marks_is_not_quoted() -> None:
    text = "Die „Bild“ nannte ihn „Häuptling“."
    rows = voices(Article(id="a", text=text), [Sentence("a", 0, 0, len(text), text, False)], [], [(5, 9)])
    assert [text[row.start : row.end] for row in rows if row.voice == "quoted"] == ["Häuptling"]


def test_a_sentence_without_quotation_is_of_one_voice() -> None:
    assert found("Der Hafen ist zu.") == [("Der Hafen ist zu.", "own", -1)]
