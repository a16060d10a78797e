"""Text that a table holds as HTML, as exports of feeds and content systems do."""

import re
from html import unescape

from lib.read.blocks import blocks, drop_unread, parse
from lib.read.encoding import tidy

_TAGS = re.compile(r"</(?:p|div|li|h[1-6]|a|blockquote|em|span|strong)\s*>|<br\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});")
_NO_TAG = re.compile(r"<(?![a-zA-Z][\w-]*(?:\s[^<>]*)?/?>|/[a-zA-Z][\w-]*\s*>|!--)")
"""A sign that begins no tag: "wenn a<b gilt"."""
_CUT_OFF = re.compile(r"</[a-zA-Z]{0,10}\s*$")
"""What is left of a closing tag where a text was cut off."""
_PARAGRAPH = re.compile(r"\n\s*\n")


def plain(text: str) -> str:
    """The text as a browser would show it, its paragraphs parted by empty lines; as it is if it is no HTML.

    Empty lines part paragraphs there too, as content systems have them.
    """
    text = _CUT_OFF.sub("", text)
    tree = parse(_PARAGRAPH.sub("<p>", _NO_TAG.sub("&lt;", text))) if _TAGS.search(text) else None
    if tree is None:
        return tidy(_ENTITY.sub(lambda entity: unescape(entity[0]), text)).strip()
    drop_unread(tree)
    return tidy("\n\n".join(block.words for block in blocks(tree)))
