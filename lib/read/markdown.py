"""Markdown to plain text: the words stay, the marks go; YAML front matter gives the metadata."""

import re
from collections.abc import Iterator
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

_LONG, _DEEP = 50_000, 20  # characters and levels of front matter; with more, reading it takes minutes
_NESTED = 100
"""Levels of quotations and lists; the parser leaves out what is nested deeper."""
_GENDER_STAR = re.compile(r"(?<=\w)\*(?=(?:innen|in|[emnr])\b)")
"""Of "Bürger*innen", "jede*r": no emphasis."""
_STAR = "\ue000"  # stands for it meanwhile; no letter or mark of any language
FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def front_matter(text: str) -> tuple[dict[str, Any], str]:
    """Metadata between two lines "---" at the start, and the text after them.

    Raises:
        ValueError: what stands there is no YAML of names and values.
    """
    found = FRONT_MATTER.match(text)
    if not found:
        return {}, text
    try:
        _check(found[1] or "")
        values = yaml.safe_load(found[1] or "")
    except (
        yaml.YAMLError,
        RecursionError,
        LookupError,
        OverflowError,
        AttributeError,
    ):  # a number or truth value of no form
        raise ValueError("is not valid YAML") from None
    if not isinstance(values, dict | None):
        raise ValueError("has no names and values")
    return values or {}, text[found.end() :]


def _check(matter: str) -> None:
    """Raises ValueError for references, which let a few lines unfold into gigabytes, and for what takes minutes."""
    if len(matter) > _LONG:
        raise ValueError(f"has more than {_LONG:,} characters")
    depth = 0
    for event in yaml.parse(matter, yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise ValueError("holds references")
        if depth > _DEEP:
            raise ValueError("is nested too deeply")


def plain(text: str) -> str:
    """The words of a Markdown text, blocks separated by blank lines. HTML in it stays as it is written, and so does a
    text that is nested too deeply to be read as Markdown."""
    tokens = MarkdownIt("commonmark", {"maxNesting": _NESTED}).parse(_GENDER_STAR.sub(_STAR, text))
    if any(token.level >= _NESTED - 1 for token in tokens):
        return text
    return "\n\n".join(_blocks(tokens)).replace(_STAR, "*")


def _blocks(tokens: list[Token]) -> Iterator[str]:
    number = ""  # of a list's item; German dates at the start of a paragraph are such: "3. Oktober"
    for token in tokens:
        if token.type == "list_item_open":
            number = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "inline":
            yield number + "".join(_words(token.children or []))
            number = ""
        elif token.type in ("fence", "code_block", "html_block"):
            yield token.content.strip()


def _words(tokens: list[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type == "image":
            yield from _words(token.children or [])
        else:
            yield token.content
