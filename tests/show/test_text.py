"""Text from outside reaches Streamlit's Markdown without taking effect there."""

import pytest

from lib.show.text import plain


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
