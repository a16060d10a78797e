"""Text from outside reaches Streamlit's Markdown without taking effect there."""

import pytest

from lib.show.text import count, day, plain, span, when


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("Präsident empfängt Gäste", "Präsident empfängt Gäste"),
        ("**fett** <b>", r"\*\*fett\*\* \<b\>"),
        (":red[rot]", r"\:red\[rot\]"),
        ("eine\nZeile\t mehr", "eine Zeile mehr"),
        ("http://x.example", "http\\:\u2060\\/\\/x\\.example"),
        ("www.x.example", "www\u2060\\.x\\.example"),
        ("a -> b", "a \\-\u2060\\> b"),
        ("", ""),
    ],
)
def test_markup_is_escaped_and_lines_are_joined(text: str, markdown: str) -> None:
    assert plain(text) == markdown


def test_dates_are_written_in_words() -> None:
    assert day("2024-06-09") == "9 Jun 2024"
    assert day("2024-06-19T21:10") == "19 Jun 2024"
    assert day("") == "date unknown"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2024-06-19T08:00", "2024-06-19T21:10", "19 Jun 2024"),
        ("2024-06-19", "2024-06-21T08:00", "19–21 Jun 2024"),
        ("2024-05-19", "2024-06-19", "19 May – 19 Jun 2024"),
        ("2023-06-19", "2024-06-19", "19 Jun 2023 – 19 Jun 2024"),
        ("", "", "date unknown"),
    ],
)
def test_a_span_says_once_what_both_dates_have(first: str, last: str, words: str) -> None:
    assert span(first, last) == words


def test_numbers_agree_with_their_nouns() -> None:
    assert [count(1, "article"), count(1200, "article"), count(2, "story")] == [
        "1 article",
        "1,200 articles",
        "2 stories",
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2024-05-02", "2024-05-02"),
        ("XXXX-XX-XXT03:00", "03:00, day unknown"),
        ("PT2H", "2 hours"),
        ("P1Y", "1 year"),
        ("PXM", "some months"),
        ("PT1.5H", "1.5 hours"),
        ("P3Y6M", "3 years 6 months"),
        ("P2DE", "2 decades"),
        ("P1WE", "1 weekend"),
        ("PXCE", "some centuries"),
        ("P2D", "2 days"),
        ("2024-06-16TEV", "2024-06-16 evening"),
        ("2024-W24-WE", "2024-W24 weekend"),
        ("2024-SU", "2024 summer"),
        ("198", "1980s"),
        ("2024-Q1", "2024-Q1"),
        ("", "unknown"),
    ],
)
def test_values_of_times_are_shown_in_words(value: str, words: str) -> None:
    assert when(value) == words
