"""Web pages: text, metadata, and the frame around the article."""

import pytest

from lib.read import File, read

PARAGRAPHS = [
    "Der Leuchtturm von Hörnum bekommt nach vierzig Jahren eine neue Laterne, sagte die Kapitänin des Tonnenlegers.",
    "Die alte Lampe war im Winter dreimal ausgefallen, zuletzt in der Nacht zum Dienstag bei schwerem Nordweststurm.",
    "Den Umbau bezahlt der Bund, der neunhunderttausend Euro vorgesehen hat, und im Herbst soll er fertig sein.",
]
LEAD = "Nach vierzig Jahren ist Schluss mit der alten Lampe: Auf Sylt wird das Leuchtfeuer erneuert."


def page(head: str = "", *, top: str = "", bottom: str = "", title: str = "Neues Licht für Hörnum") -> File:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    html = (
        f"<html lang='de'><head>{head}<script>alert('Schadcode')</script></head><body>"
        "<nav><ul><li>Inseln</li><li>Häfen</li></ul></nav>"
        f"<article><h1>{title}</h1>{top}{body}</article>{bottom}"
        "<footer><p>Impressum und Datenschutz der Inselzeitung</p></footer></body></html>"
    )
    return File("licht.html", html.encode())


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def test_a_page_gives_text_title_date_and_outlet() -> None:
    head = (
        meta("og:title", "Neues Licht für Hörnum – Inselzeitung")
        + meta("og:site_name", "Inselzeitung")
        + meta("article:published_time", "2024-03-05T07:45:00+01:00")
        + '<link rel="canonical" href="https://inselzeitung.example/licht">'
    )
    (article,) = read([page(head)]).articles
    assert article.text == "\n\n".join(["Neues Licht für Hörnum", *PARAGRAPHS])
    assert (article.title, article.title_from) == ("Neues Licht für Hörnum", "found")
    assert (article.source, article.source_from) == ("Inselzeitung", "found")
    assert (article.published, article.published_from) == ("2024-03-05T07:45:00+01:00", "found")
    assert article.url == "https://inselzeitung.example/licht"
    assert article.id == "licht"


def test_what_else_the_page_shows_is_its_frame_in_reading_order() -> None:
    (article,) = read([page(bottom="<aside><h3>Auch interessant</h3><p>Seehund in Wyk gerettet</p></aside>")]).articles
    frame = [piece for piece in article.removed if piece.reason == "page frame"]
    assert [piece.text.split("\n") for piece in frame] == [
        ["Inseln", "Häfen"],
        ["Auch interessant", "Seehund in Wyk gerettet", "Impressum und Datenschutz der Inselzeitung"],
    ]
    assert frame[-1].position == len(article.text)
    assert "Seehund" not in article.text


def test_scripts_are_neither_run_nor_shown() -> None:
    (article,) = read([page()]).articles
    assert "Schadcode" not in article.text + "".join(piece.text for piece in article.removed)


def test_markup_in_a_title_stays_text() -> None:
    head = meta("og:title", "&lt;script&gt;alert(1)&lt;/script&gt; im Titel")
    (article,) = read([page(head)]).articles
    assert article.title == "<script>alert(1)</script> im Titel"


def test_a_lead_in_the_page_s_head_belongs_to_the_text() -> None:
    head = meta("og:description", LEAD)
    (article,) = read([page(head, top=f"<header><div class='teaser-intro'>{LEAD}</div></header>")]).articles
    assert article.text == "\n\n".join(["Neues Licht für Hörnum", LEAD, *PARAGRAPHS])


def test_the_day_in_a_title_counts_before_other_days_on_the_page() -> None:
    head = meta("og:title", "Neues Licht für Hörnum | Inselzeitung | 05.03.2024") + meta(
        "og:updated_time", "2024-03-09"
    )
    (article,) = read([page(head)]).articles
    assert (article.title, article.published) == ("Neues Licht für Hörnum", "2024-03-05")


def test_a_page_that_states_no_day_and_no_outlet_has_none() -> None:
    (article,) = read([page()]).articles
    assert (article.published, article.published_from) == ("", "unknown")
    assert (article.source, article.source_from) == ("unknown", "unknown")


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a page that lies on disk must not open a connection")

    monkeypatch.setattr("socket.socket.connect", refuse)
    linked = "<img src='http://192.0.2.1/a.png'><iframe src='http://192.0.2.1/b'></iframe>"
    (article,) = read([page('<link rel="amphtml" href="http://192.0.2.1/amp">', top=linked)]).articles
    assert article.text.endswith(PARAGRAPHS[-1])


def test_a_huge_frame_is_cut() -> None:
    menu = "".join(f"<li>Hafen Nummer {number} an der Küste</li>" for number in range(5_000))
    (article,) = read([page(bottom=f"<nav><ul>{menu}</ul></nav>")]).articles
    assert 20_000 <= sum(len(piece.text) for piece in article.removed) < 30_000
    assert article.text.endswith(PARAGRAPHS[-1])


def test_what_is_nested_deeply_is_read_or_the_page_is_refused() -> None:
    (article,) = read([page(top="<div>" * 700, bottom="</div>" * 700)]).articles
    assert article.text.endswith(PARAGRAPHS[-1])
    (refused,) = read([page(top="<div>" * 3_000, bottom="</div>" * 3_000)]).skipped
    assert refused.reason == "is nested too deeply to be read whole"


@pytest.mark.parametrize(
    ("title", "outlet", "kept"),
    [
        ("Haushalt – Es fehlen Milliarden Euro", "ARD", "Haushalt – Es fehlen Milliarden Euro"),
        ("Licht – Was die Welt davon hält, bleibt offen", "Welt", "Licht – Was die Welt davon hält, bleibt offen"),
        ("Neues Licht | Nachrichten der Inselzeitung", "Inselzeitung", "Neues Licht"),
        ("Neues Licht – Hörnum", "*", "Neues Licht – Hörnum"),
    ],
)
def test_only_an_outlet_s_name_is_cut_from_a_title(title: str, outlet: str, kept: str) -> None:
    (article,) = read([page(meta("og:title", title) + meta("og:site_name", outlet))]).articles
    assert article.title == kept


def test_a_block_that_only_quotes_the_article_is_kept() -> None:
    correction = f"<aside><p>Korrektur: {PARAGRAPHS[1]} Das stimmt nicht, es war ein Mittwoch.</p></aside>"
    (article,) = read([page(bottom=correction)]).articles
    assert any("Mittwoch" in piece.text for piece in article.removed)
