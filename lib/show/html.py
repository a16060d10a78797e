"""Templates -> HTML. Whatever is put into one is escaped."""

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from lib.show import reading
from lib.show.grid import STATUSES, absent
from lib.show.highlight import render
from lib.show.text import day

_templates = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates")),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals |= {
    "STATUSES": STATUSES,
    "absent": absent,
    "day": day,
    "highlight": render,
    "published": reading.published,
    "short": reading.short,
    "source": reading.source,
}
_templates.tests["webaddress"] = re.compile(r"https?://", re.IGNORECASE).match


def fill(template: str, **values: object) -> str:
    """The HTML of a template of this name, within the element that the style sheet is for."""
    return f'<div class="lesarten">{_templates.get_template(f"{template}.html").render(values)}</div>'
