"""What pages state for machines: outlet, authors, publication."""

import json
from typing import Any

import pytest
from lxml import html

from lib.read.markup import authors, moment, outlet, read_markup

TITLE = "Fähre nach Lütjeoog fährt wieder"


def stated(*values: Any, head: str = "", body: str = "") -> Any:
    scripts = "".join(f'<script type="application/ld+json">{json.dumps(value)}</script>' for value in values)
    return read_markup(
        html.document_fromstring(f"<html><head><title>{TITLE}</title>{head}{scripts}</head><body>{body}.</body></html>")
    )


def article(**fields: Any) -> dict[str, Any]:
    return {"@type": "NewsArticle", "headline": TITLE, **fields}


def test_a_graph_names_its_author_elsewhere() -> None:
    graph = [{"@type": "Person", "@id": "#te", "name": "Tomke Eilers"}, article(author={"@id": "#te"})]
    assert stated({"@graph": graph}).authors == ["Tomke Eilers"]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Tomke Eilers", ["Tomke Eilers"]),
        ([{"name": "Tomke Eilers"}, "Onno Onken"], ["Tomke Eilers", "Onno Onken"]),
        ({"givenName": "Tomke", "familyName": "Eilers"}, ["Tomke Eilers"]),
        ([[["x"]], 5, None, {"name": ["x"]}], [""]),
    ],
)
def test_authors_are_read_in_every_form(author: Any, names: list[str]) -> None:
    assert stated(article(author=author)).authors == names


def test_names_of_authors_come_without_what_stands_before_them_and_without_the_outlet() -> None:
    given = [
        "Von Tomke Eilers",
        "Interview Onno Onken; Wiebke Harms",
        "Küstenblatt",
        "Hafen Von Jan Aden",
        "Von Jan Aden",
    ]
    assert authors(given, ["Küstenblatt"]) == "Tomke Eilers, Onno Onken, Wiebke Harms, Jan Aden"
    assert (
        authors(["Vonda Byers", "Ursula von der Leyen", "Heinrich Von Pirk"], [])
        == "Vonda Byers, Ursula von der Leyen, Heinrich Von Pirk"
    )


def test_of_several_articles_that_one_counts_which_bears_the_page_s_title() -> None:
    other = {"@type": "NewsArticle", "headline": "Krabben werden teurer", "datePublished": "2024-02-01"}
    found = stated([other, article(datePublished="2024-03-08")], other)
    assert (found.headlines, found.moments) == ([TITLE], ["2024-03-08"])


def test_microdata_states_publication_and_outlet() -> None:
    publisher = '<span itemprop="publisher"><meta itemprop="name" content="Küstenblatt"></span>'
    found = stated(body=f'{publisher}<time itemprop="datePublished" datetime="2024-03-08T10:15:00+01:00">heute</time>')
    assert (found.outlet, found.moments) == ("Küstenblatt", ["2024-03-08T10:15:00+01:00"])


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Küstenblatt, Norden", "Küstenblatt"),
        ("Küstenblatt - Nordener Verlag und Druck GmbH &amp; Co. KG", "Küstenblatt"),
        ("K&amp;uuml;stenblatt", "Küstenblatt"),
        ("Küste - Das Blatt", "Küste - Das Blatt"),
    ],
)
def test_an_outlet_is_named_without_its_company(name: str, kept: str) -> None:
    assert stated(head=f'<meta property="og:site_name" content="{name}">').outlet == kept
    assert outlet("") == ""


def test_days_that_differ_need_one_that_was_found() -> None:
    days = ["2024-03-08T10:15:00+01:00", "2024-03-01", "gestern"]
    assert moment(days, "2024-03-08") == "2024-03-08T10:15"
    assert moment(days, "") == ""
