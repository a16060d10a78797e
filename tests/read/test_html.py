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
    assert (article.published, article.published_from) == ("2024-03-05T07:45", "found")
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


def test_running_text_under_the_title_that_the_page_calls_a_lead_belongs_to_the_text() -> None:
    caption = (
        "<figure><figcaption>Der Turm steht seit dem Jahr 1907 auf der Düne am Südende der Insel.</figcaption></figure>"
    )
    byline = "<div class='byline'>Von Imke Behrens</div>"
    for lead in (f"<div class='article-teaser'>{LEAD}</div>", f"<p data-part='leadText'>{LEAD}</p>"):
        (article,) = read([page(top=f"<header>{caption}{lead}{byline}</header>")]).articles
        assert article.text == "\n\n".join(["Neues Licht für Hörnum", LEAD, *PARAGRAPHS])


def test_a_long_menu_takes_no_lead_away() -> None:
    menu = "".join(f"<li>Hafen Nummer {number} an der Küste</li>" for number in range(2_000))
    body = page(meta("og:description", LEAD), top=f"<header><div class='teaser-intro'>{LEAD}</div></header>").data
    (article,) = read([File("licht.html", body.replace(b"<li>Inseln", f"{menu}<li>Inseln".encode()))]).articles
    assert article.text.startswith(f"Neues Licht für Hörnum\n\n{LEAD}\n\n")


def test_a_menu_that_says_what_a_late_line_says_moves_nothing() -> None:
    subheads = "".join(f"<h2>Kapitel {number}</h2><p>{PARAGRAPHS[1]}</p>" for number in range(9))
    top = f"<header><div class='teaser-intro'>{LEAD}</div></header>{subheads}<h2>Häfen</h2>"
    (article,) = read([page(meta("og:description", LEAD), top=top)]).articles
    assert article.text.startswith(f"Neues Licht für Hörnum\n\n{LEAD}\n\n")


def test_a_heading_over_a_part_of_the_text_belongs_to_it() -> None:
    entries = "".join(
        f"<article class='entry'><header><time>{10 + number} Uhr</time><h2><a href='/{number}'>Stunde {number}</a></h2>"
        f"</header><p>{paragraph}</p></article>"
        for number, paragraph in enumerate(PARAGRAPHS)
    )
    video = "<div class='embed'><h2>Die Leuchttürme der Nordsee</h2><video src='a'></video></div>"
    (article,) = read([page(top=f"<p>{LEAD}</p>{entries}{video}")]).articles
    for number, paragraph in enumerate(PARAGRAPHS):
        assert f"\n\nStunde {number}\n\n{paragraph}" in article.text
    assert "Nordsee" not in article.text


def test_lists_and_tables_are_read_without_marks() -> None:
    items = "<ul><li>Der Turm ist 34 Meter hoch.</li><li>Er steht seit 1907.</li></ul>"
    table = "<table><tr><th>Jahr</th><th>Lampe</th></tr><tr><td>1907</td><td>Petroleum</td></tr></table>"
    (article,) = read([page(top=f"<p>{LEAD}</p>{items}<p>- So steht es da.</p><p>{LEAD[::-1]}.</p>{table}")]).articles
    lines = article.text.split("\n\n")
    assert "Der Turm ist 34 Meter hoch." in lines
    assert "- So steht es da." in lines
    assert "1907 | Petroleum" in lines
    assert not any("Petroleum" in piece.text for piece in article.removed)


def test_a_line_that_states_the_publication_counts_before_the_day_of_an_update() -> None:
    line = "<p class='date'>Stand: 11.03.2024, 08:00 Uhr | Veröffentlicht: 05.03.2024, 07:45 Uhr</p>"
    (article,) = read([page(top=line)]).articles
    assert article.published == "2024-03-05T07:45"
    assert [piece.text for piece in article.removed if piece.reason == "date line"] != []


@pytest.mark.parametrize(
    "bottom",
    [
        "<footer>© 2019 Inselzeitung</footer>",
        "<p>Der Turm war am 19. April 2023 zum ersten Mal ausgefallen, sagt sie.</p>",
    ],
)
def test_a_day_that_is_not_the_article_s_is_not_taken(bottom: str) -> None:
    (article,) = read([page(bottom=bottom)]).articles
    assert (article.published, article.published_from) == ("", "unknown")


def test_kicker_and_title_in_one_heading_stand_once() -> None:
    heading = "<span>Leuchtfeuer</span><span>Neues Licht für Hörnum</span>"
    for shared in ("Neues Licht für Hörnum", "Leuchtfeuer: Neues Licht für Hörnum"):
        (article,) = read([page(meta("og:title", shared), title=heading)]).articles
        assert article.text == "\n\n".join([shared, *PARAGRAPHS])


def test_a_page_that_links_all_that_it_says_is_read() -> None:
    linked = "".join(f"<p><a href='/licht'>{paragraph}</a></p>" for paragraph in PARAGRAPHS)
    data = f"<html><body><article><h1>Neues Licht für Hörnum</h1>{linked}</article></body></html>".encode()
    (article,) = read([File("licht.html", data)]).articles
    assert article.text == "\n\n".join(["Neues Licht für Hörnum", *PARAGRAPHS])
