"""Text from outside as plain text in Streamlit's Markdown: labels, captions, messages."""

import re
import string

_PUNCTUATION = re.compile(f"([{re.escape(string.punctuation)}])")
_WORD_JOINER = "\u2060"
# Streamlit turns these into links, arrows and its logo after the escapes have been taken out of the text
_REWRITTEN = re.compile(r"(?<=:)(?=//|streamlit:)|(?<=www)(?=\.)|(?=@)|(?<=[<>~-])(?=[->=])", re.IGNORECASE)


def plain(text: str) -> str:
    """Markdown that shows `text` as it is, on one line: no markup in it takes effect, and nothing in it is a link."""
    return _PUNCTUATION.sub(r"\\\1", _REWRITTEN.sub(_WORD_JOINER, " ".join(text.split())))
