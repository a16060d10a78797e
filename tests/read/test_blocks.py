"""Blocks of a page: one a paragraph or row, headings in parts, and what only leads elsewhere."""

import time

import pytest
from lxml import html

from lib.read.blocks import blocks, drop_unread, part_headings

TEASER = "Krabben werden im Sommer teurer"


def parsed(body: str) -> html.HtmlElement:
    return html.document_fromstring(f"<html><body><p>Die Fähre fährt am Montag wieder.</p>{body}</body></html>")


def shown(tree: html.HtmlElement) -> list[str]:
    return [block.words for block in blocks(tree)][1:]


def test_a_row_is_one_block() -> None:
    assert shown(parsed("<table><tr><td>Norddeich</td><td>7 Uhr</td></tr></table>")) == ["Norddeich 7 Uhr"]


@pytest.mark.parametrize(
    ("heading", "words"),
    [
        ("<span>Inselverkehr</span><span>Fähre fährt</span>", "Inselverkehr Fähre fährt"),
        ("<span>Inselverkehr:</span>„Wir fahren“", "Inselverkehr: „Wir fahren“"),
        ("Fähre fährt<br>ab Montag", "Fähre fährt ab Montag"),
        ("Das <b>Insel</b>boot der <i>MS</i>X", "Das Inselboot der MSX"),
        ("Ein <b>i</b>Boot", "Ein iBoot"),
    ],
)
def test_parts_of_a_heading_do_not_run_together(heading: str, words: str) -> None:
    tree = parsed(f"<h1>{heading}</h1>")
    part_headings(tree)
    assert tree.xpath("//h1")[0].text_content() == words


@pytest.mark.parametrize(
    "teaser",
    [
        f'<ul><li><a href="/1">{TEASER}</a></li></ul>',
        f'<ul><li><strong>Fischerei:</strong> <a href="/1">{TEASER}</a></li></ul>',
        f'<p><span><a href="/1">{TEASER}</a></span></p>',
        f'<a href="/1"><h3>{TEASER}</h3><p>Die Fischer fangen wenig.</p></a>',
        f"<div hidden><p>{TEASER}</p></div>",
    ],
)
def test_links_to_other_articles_and_hidden_words_are_not_read(teaser: str) -> None:
    tree = parsed(teaser)
    drop_unread(tree)
    assert shown(tree) == []


@pytest.mark.parametrize(
    "content",
    [
        f'<p><a href="/1">{TEASER}</a>, sagen sie.</p>',
        f'<p>Sie sagen: <a href="/1">{TEASER}</a></p>',
        '<ul><li><a href="/1">Wiebke Harms</a></li></ul>',
        f'<ul><li><a href="#zwei">{TEASER}</a></li></ul>',
        f'<h2><a href="/1">{TEASER}</a></h2>',
        f'<a href="/1"><p>{TEASER * 30}</p></a>',
        f"<div hidden><p>{TEASER * 30}</p></div>",
    ],
)
def test_what_may_be_the_article_s_is_read(content: str) -> None:
    tree = parsed(content)
    before = shown(tree)
    drop_unread(tree)
    assert shown(tree) == before


def test_many_links_in_one_item_take_no_longer() -> None:
    tree = parsed("<ul><li>" + f'<a href="/1">{TEASER}</a><b>neu</b>' * 20_000 + "</li></ul>")
    start = time.perf_counter()
    drop_unread(tree)
    part_headings(tree)
    assert time.perf_counter() - start < 5
