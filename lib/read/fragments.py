"""Text that a table holds as HTML, as exports of feeds and content systems do."""

import re
from html import unescape

from lib.read.blocks import blocks, parse

_TAGS = re.compile(r"</(?:p|div|li|h[1-6])\s*>|<br\s*/?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});")


def plain(text: str) -> str:
    """The text as a browser would show it, its paragraphs parted by empty lines; as it is if it is no HTML."""
    tree = parse(text) if _TAGS.search(text) else None
    if tree is not None:
        return "\n\n".join(block.words for block in blocks(tree))
    return unescape(text) if _ENTITY.search(text) else text
