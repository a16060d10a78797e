"""Titles of web pages: which of those that a page states, and what is cut from it."""

import pytest
from lxml import html

from lib.read.headline import headline

TITLE = "Fähre nach Lütjeoog fährt wieder"
OUTLETS = ("Küstenblatt", "www.kuestenblatt.example")


def titled(head: str = "", body: str = "", *, stated: tuple[str, ...] = (), fallback: str = "") -> str:
    tree = html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>Am Montag.</p></body></html>")
    return headline(tree, stated, fallback, OUTLETS)


def shared(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    "title",
    [
        f"{TITLE} | Küstenblatt",
        f"{TITLE} - Küstenblatt - kuestenblatt.example",
        f"Küstenblatt: {TITLE}",
        f"Küstenblatt | {TITLE}",
        f"{TITLE} (K+)",
        f"{TITLE} [Plus]",
        f"+++ {TITLE} +++",
        "F&amp;auml;hre nach L&amp;uuml;tjeoog f&amp;auml;hrt wieder &amp;#8211; K&amp;uuml;stenblatt",
    ],
)
def test_what_is_hung_on_a_shared_title_is_cut(title: str) -> None:
    assert titled(shared(title)) == TITLE


@pytest.mark.parametrize(
    "title",
    [
        "Notendurchschnitt 1+",
        "Stern: Wie die Sonne vergeht",
        "Und dann kam die Flut …",
        "Impfquote steigt (60+)",
        "Urlaub am Meer – Küste",
        "Der Deich – Küstenblatt im Wind",
        "Die Küste – ein Blatt im Wind",
    ],
)
def test_what_belongs_to_a_title_stays(title: str) -> None:
    assert titled(shared(title), f"<h1>{title}</h1>") == title


def test_a_title_that_its_own_quotation_marks_cut_is_read_whole() -> None:
    whole = 'Kapitänin zur Fähre: "Wir sind bereit"'
    assert titled(shared(whole), f"<h1>{whole}</h1>") == whole
    assert titled(shared(whole) + f"<title>{whole} | Küstenblatt</title>") == whole


def test_a_title_with_an_ellipsis_is_read_whole() -> None:
    assert titled(shared("Fähre nach Lütjeoog…"), f"<h1>{TITLE}</h1>") == TITLE
    assert titled(shared("Fähre nach Lütjeoog ..."), stated=(TITLE,)) == TITLE


def test_the_site_s_own_name_is_no_title() -> None:
    assert titled(shared("Küstenblatt"), f"<h1>{TITLE}</h1>") == TITLE


def test_of_several_headings_that_one_counts_which_the_page_is_called_by() -> None:
    body = f"<h1>Küstenblatt</h1><h1>{TITLE}</h1><h1>Meistgelesen</h1>"
    assert titled(f"<title>{TITLE} – Küstenblatt</title>", body, fallback="Küstenblatt") == TITLE


def test_a_section_behind_the_heading_is_cut_and_a_day_is_not() -> None:
    assert titled(shared(f"{TITLE} - Inseln - Land und Leute"), f"<h1>{TITLE}</h1>") == TITLE
    assert titled(shared(f"{TITLE} - Inseln"), f"<h2>{TITLE}</h2>") == TITLE
    assert titled(shared(f"{TITLE} | KB | 05.03.2024"), f"<h1>{TITLE}</h1>") == f"{TITLE} | KB | 05.03.2024"


@pytest.mark.parametrize(
    ("title", "outlet", "kept"),
    [
        ("Streit im Rat – Zeit für Reformen", "Zeit", "Streit im Rat – Zeit für Reformen"),
        ("Streit im Rat – Inselzeitung Online", "Inselzeitung", "Streit im Rat"),
        ("Streit im Rat – Nachrichten der Inselzeitung", "Inselzeitung", "Streit im Rat"),
        ("Streit im Rat | Norddeutsche", "Norddeutsche Zeitung", "Streit im Rat"),
        ("Streit im Rat | Die", "Die Insel", "Streit im Rat | Die"),
    ],
)
def test_an_outlet_s_name_is_told_from_the_same_words(title: str, outlet: str, kept: str) -> None:
    tree = html.document_fromstring(f"<html><head>{shared(title)}</head><body>.</body></html>")
    assert headline(tree, (), "", (outlet, "", "")) == kept
