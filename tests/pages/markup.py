"""What a page shows as HTML of its own."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

from streamlit.testing.v1 import AppTest


def markup(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def targets(app: AppTest, page: str) -> list[dict[str, list[str]]]:
    """The parameters of each link to a page."""
    addresses = [urlsplit(unescape(href)) for href in re.findall(r'href="(.*?)"', markup(app))]
    return [parse_qs(address.query) for address in addresses if address.path == page]
