"""What a page states of its article for machines: as JSON-LD or microdata of schema.org, and in the page's head."""

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lxml import html

from lib.read.headline import MANY, written
from lib.read.lines import key
from lib.read.metadata import iso

ARTICLE = re.compile(r"Article|Posting|Report")
OWNER = re.compile(r",|\s[-–|]\s(?=.{0,80}\b(?:GmbH|AG|KG|SE|Verlag)\b)")
"""What parts an outlet from the town and the company that publish it."""
CREDITED = re.compile(
    r"^(?:(?:\S.{0,40}\s)?V(?:on|ON)\s(?=\S+\s\S)|(?i:by\s|von\s(?=\S+\s\S))"
    r"|(?i:interview|text|autor(?:in)?)(?:\s?:\s?|\s(?=\S+\s\S))(?:von\s)?)"
)
"""What stands before an author's name: "Interview: Von"."""


class Markup(NamedTuple):
    """What is stated, as it is stated; each empty where nothing is."""

    outlet: str
    headlines: list[str]
    descriptions: list[str]
    authors: list[str]
    moments: list[str]


def read_markup(tree: html.HtmlElement) -> Markup:
    """What the page states: of several articles, that which bears a title of the page."""
    nodes = list(_json_ld(tree))
    articles = [node for node in nodes if ARTICLE.search(str(node.get("@type")))]
    shown = [title.text_content() for title in tree.xpath("//title | //h1")[:MANY]]
    shown += tree.xpath('//meta[@property="og:title"]/@content')[:MANY]
    titles = "\n".join(key(written(title)) for title in shown)
    spelled = [key(written(_text(node, "headline"))) for node in articles]
    titled = [node for node, own in zip(articles, spelled, strict=True) if own and own in titles]
    articles = titled or articles
    people = {str(node["@id"]): node for node in nodes if "@id" in node}
    described = '@property="og:description" or @name="description" or @name="twitter:description"'
    dated = '*[@itemprop="datePublished"]'
    published = f'//meta[@property="article:published_time"]/@content | //{dated}/@content | //{dated}/@datetime'
    publisher = '//*[@itemprop="publisher"]//*[@itemprop="name"]'
    names = tree.xpath('//meta[@property="og:site_name"]/@content')
    names += tree.xpath(f"{publisher}/@content | {publisher}/text()")
    return Markup(
        outlet=next(filter(None, map(outlet, names)), ""),
        headlines=[_text(node, "headline") for node in articles],
        descriptions=[*tree.xpath(f"//meta[{described}]/@content"), *(_text(node, "description") for node in articles)],
        authors=list(_authors(articles[0].get("author"), people)) if articles else [],
        moments=[*(_text(node, "datePublished") for node in articles), *tree.xpath(published)],
    )


def outlet(name: str) -> str:
    """An outlet's name without the town and the company behind it."""
    return OWNER.split(written(name))[0].strip()


def moment(stated: Sequence[str], day: str) -> str:
    """The publication that the page states for machines: a single one, or one on the day that was found."""
    moments = sorted({iso(value) for value in stated} - {""}, key=len, reverse=True)
    if len({value[:10] for value in moments}) > 1:
        moments = [value for value in moments if day and value.startswith(day)]
    return moments[0] if moments else day


def authors(stated: Sequence[str], outlets: Sequence[str]) -> str:
    """The names of the authors; an outlet that names itself states none."""
    names = {key(name) for name in outlets}
    persons = [CREDITED.sub("", written(name)) for given in stated for name in given.split(";")]
    return ", ".join(dict.fromkeys(person for person in persons if key(person) and key(person) not in names))


def _json_ld(tree: html.HtmlElement) -> Iterator[dict[str, Any]]:
    """The page's schema.org objects, those within lists and graphs too, in their order."""
    for script in tree.xpath('//script[starts-with(@type, "application/ld+json")]/text()'):
        try:
            waiting = deque([json.loads(script, strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            value = waiting.popleft()
            if isinstance(value, list):
                waiting.extendleft(reversed(value))
            elif isinstance(value, dict):
                waiting.extend(inner for inner in (value.get("@graph"), value.get("mainEntity")) if inner)
                yield value


def _text(node: Mapping[str, Any], name: str) -> str:
    value = node.get(name)
    return str(value) if isinstance(value, str | int) else ""


def _authors(value: Any, people: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The names of persons and bodies; of one that is only referred to, as it is named elsewhere on the page."""
    for author in value if isinstance(value, list) else [value]:
        if isinstance(author, str):
            yield author
        elif isinstance(author, dict):
            person = author if "name" in author else people.get(str(author.get("@id")), author)
            yield _text(person, "name") or f"{_text(person, 'givenName')} {_text(person, 'familyName')}".strip()
