"""Cleaning: the title once, furniture named, and nothing of the article lost."""

import pytest

from lib.article import Furniture
from lib.read.cleaning import Cleaned, clean

TITLE = "Brücke über die Söse gesperrt"
LEAD = "Die Stadt hat die Brücke am Montag für alle Fahrzeuge gesperrt."
BODY = "Der Bürgermeister sprach von einem schweren Schaden, den Taucher entdeckt hätten."


def article(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def pieces(cleaned: Cleaned) -> list[tuple[str, str]]:
    return [(piece.text, piece.reason) for piece in cleaned.removed]


def everything(cleaned: Cleaned) -> str:
    """Text and furniture put together again, white space aside."""
    whole, at = "", 0
    for piece in cleaned.removed:
        whole += cleaned.text[at : piece.position] + piece.text
        at = piece.position
    return "".join((whole + cleaned.text[at:]).split())


FURNISHED = [
    pytest.param(article(TITLE, LEAD, BODY), [], id="clean"),
    pytest.param(
        article(TITLE, TITLE + "\n" + TITLE.replace(" ", "\n    ") + "\n- -", LEAD, BODY, "-"),
        [
            (TITLE, "repeated title"),
            (TITLE.replace(" ", "\n"), "repeated title"),
            ("- -", "stray mark"),
            ("-", "stray mark"),
        ],
        id="title three times, once one word a line",
    ),
    pytest.param(
        article(TITLE + " — Politik", "Bruecke ueber die Soese gesperrt — Politik", LEAD, BODY, ":", "kab-lokales"),
        [
            ("— Politik", "title suffix"),
            ("Bruecke ueber die Soese gesperrt — Politik", "repeated title"),
            (":", "stray mark"),
            ("kab-lokales", "section tag"),
        ],
        id="section in the title, umlauts spelled out, tag at the end",
    ),
    pytest.param(
        article(
            TITLE,
            LEAD,
            "[Nichts mehr verpassen: Unsere App bringt den Harz auf Ihr Telefon, hier geht es zum Laden.]",
            BODY,
            "Lesen Sie alles über das Hochwasser im Harz in unserem Newsblog.",
        ),
        [
            (
                "[Nichts mehr verpassen: Unsere App bringt den Harz auf Ihr Telefon, hier geht es zum Laden.]",
                "advertisement",
            ),
            ("Lesen Sie alles über das Hochwasser im Harz in unserem Newsblog.", "teaser"),
        ],
        id="the outlet's own app and blog",
    ),
    pytest.param(
        article("Harz > Osterode", TITLE, "Von Erika Muster", "19.06.2024, 11:35 Uhr", LEAD, BODY),
        [
            ("Harz > Osterode", "section tag"),
            ("Von Erika Muster", "byline"),
            ("19.06.2024, 11:35 Uhr", "date line"),
        ],
        id="breadcrumb, byline and date",
    ),
    pytest.param(
        article(TITLE, LEAD, "Lesen Sie auch: Turm in Goslar wieder offen", BODY, "Anzeige", BODY + " Und mehr."),
        [("Lesen Sie auch: Turm in Goslar wieder offen", "teaser"), ("Anzeige", "advertisement")],
        id="teaser and advertisement between paragraphs",
    ),
    pytest.param(
        article(TITLE, LEAD, BODY, "PREV Turm in Goslar wieder offen\nNEXT Luchs bei Seesen gesichtet"),
        [("PREV Turm in Goslar wieder offen", "teaser"), ("NEXT Luchs bei Seesen gesichtet", "teaser")],
        id="neighbours in the feed",
    ),
    pytest.param(
        article(TITLE, LEAD, BODY, "Das könnte Sie auch interessieren", "Turm in Goslar offen", "Luchs bei Seesen"),
        [("Das könnte Sie auch interessieren\nTurm in Goslar offen\nLuchs bei Seesen", "related articles")],
        id="related articles",
    ),
    pytest.param(
        article(TITLE, LEAD, BODY, "2 Kommentare", "Endlich tut die Stadt etwas!", "Leave a Reply", "Name *"),
        [("2 Kommentare\nEndlich tut die Stadt etwas!", "comments"), ("Leave a Reply\nName *", "comment form")],
        id="comments and their form",
    ),
    pytest.param(
        article(TITLE, LEAD, BODY, "kab (dpa, afp)", "Aktualisiert um 12:40 Uhr, um den Fundort zu ergänzen."),
        [],
        id="credit before a note on the update",
    ),
    pytest.param(article(TITLE, LEAD, BODY + " (mit dpa)"), [], id="credit behind the last sentence"),
    pytest.param(article(TITLE, LEAD + " . " + BODY), [(".", "stray mark")], id="stray full stop"),
]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Lesedauer: 3 Minuten", "reading time"),
        ("ca. 4 Min. Lesezeit", "reading time"),
        ("vor 3 Stunden", "date line"),
        ("Artikel anhören (04:12 min)", "page control"),
        ("Empfohlener redaktioneller Inhalt", "external content"),
        ("An dieser Stelle finden Sie einen externen Inhalt von Vidio, der den Artikel ergänzt.", "external content"),
        ("Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.", "external content"),
        ("Wir benötigen Ihre Zustimmung, um den Inhalt von Vidio anzuzeigen.", "external content"),
        ("Wir verwenden Cookies, um Inhalte und Anzeigen zu personalisieren.", "cookie notice"),
        ("Weiterlesen mit Sösebote Plus", "subscription offer"),
        ("Jetzt testen und einen Monat alles lesen, danach 9,99 Euro im Monat.", "subscription offer"),
        ("Bereits Abonnent? Hier einloggen", "subscription offer"),
        ("2 Wochen kostenlos testen", "subscription offer"),
        ("Folgst du schon dem Söseboten auf Instagram?", "newsletter"),
        ("Das Neueste am Morgen: Abonniere den Kanal des Söseboten und du verpasst nichts.", "newsletter"),
    ],
)
def test_what_pages_say_of_themselves_is_furniture_wherever_it_stands(words: str, reason: str) -> None:
    assert pieces(clean(article(TITLE, LEAD, words, BODY))) == [(words, reason)]


@pytest.mark.parametrize(
    "words",
    [
        "Vor drei Stunden",
        "Jetzt testen die Forscher einen Stoff, der nur 20 Euro kostet.",
        "Wir brauchen Ihre Zustimmung, sagte die Kanzlerin im Bundestag.",
        "Dabei werden personenbezogene Daten an Dritte verkauft, sagte er.",
        "Der Inhalt wurde von den Behörden blockiert.",
        "Wir setzen auf Cookies aus der eigenen Backstube, sagt sie.",
        "Copyright ist ein Wort, das hier niemand gern hört.",
    ],
)
def test_sentences_that_only_resemble_these_stay(words: str) -> None:
    assert clean(article(TITLE, LEAD, BODY, words)).removed == ()


def test_a_copyright_in_sentences_ends_no_article() -> None:
    notice = "Copyright © Sösebote 2017-2026. Klicken Sie für weitere Informationen bitte hier."
    cleaned = clean(article(TITLE, LEAD, BODY, "Ähnliche Artikel aus der Region", "Luchs bei Seesen", notice))
    assert [piece.reason for piece in cleaned.removed] == ["related articles", "copyright"]


@pytest.mark.parametrize(
    ("title", "line"),
    [
        (TITLE, f"Verkehr im Harz {TITLE}"),
        (TITLE, f"Plus: {TITLE}"),
        (f"Verkehr im Harz: {TITLE}", TITLE),
    ],
)
def test_a_title_with_or_without_its_kicker_is_repeated(title: str, line: str) -> None:
    cleaned = clean(article(line, LEAD, BODY), title)
    assert (cleaned.text, pieces(cleaned)) == (article(title, LEAD, BODY), [(line, "repeated title")])


@pytest.mark.parametrize("line", [f"Am Montag wurde die {TITLE}", f"{TITLE} und Straße", f"Gestern, {TITLE}"])
def test_a_line_that_only_ends_like_the_title_stays(line: str) -> None:
    title = TITLE if line.endswith(TITLE) else "Straße"
    assert line in clean(article(line, LEAD, BODY), title).text


@pytest.mark.parametrize(("text", "expected"), FURNISHED)
def test_furniture_is_taken_out_and_named(text: str, expected: list[tuple[str, str]]) -> None:
    cleaned = clean(text)
    assert pieces(cleaned) == expected
    assert cleaned.title == TITLE
    assert cleaned.text.startswith(TITLE + "\n\n" + LEAD)
    assert BODY in cleaned.text


@pytest.mark.parametrize(("text", "expected"), FURNISHED)
@pytest.mark.parametrize("given", ["", TITLE])
def test_nothing_is_lost(text: str, expected: list[tuple[str, str]], given: str) -> None:
    assert everything(clean(text, given)).endswith("".join(text.split()))


@pytest.mark.parametrize(("text", "expected"), FURNISHED)
def test_cleaning_twice_changes_nothing(text: str, expected: list[tuple[str, str]]) -> None:
    once = clean(text)
    again = clean(once.text)
    assert (again.text, again.title, again.removed) == (once.text, once.title, ())


def test_a_removed_piece_remembers_where_it_stood() -> None:
    cleaned = clean(article(TITLE, LEAD, "Anzeige", BODY))
    assert cleaned.text == article(TITLE, LEAD, BODY)
    assert cleaned.removed == (Furniture(len(TITLE) + 2 + len(LEAD), "Anzeige", "advertisement"),)


def test_a_title_with_outlet_and_day_states_both() -> None:
    cleaned = clean(article(TITLE + " – Sösebote – 19.06.2024", LEAD))
    assert cleaned.title == TITLE
    assert pieces(cleaned) == [("– Sösebote – 19.06.2024", "title suffix")]
    assert (cleaned.stated.source, cleaned.stated.published) == ("Sösebote", "2024-06-19")


@pytest.mark.parametrize(
    "title", ["Streit um Sperrung – Bürger wehren sich", "Ost-West-Gipfel – und nun?", "20.15 Uhr"]
)
def test_a_dash_alone_makes_no_suffix(title: str) -> None:
    assert clean(article(title, LEAD, BODY)).title == title


def test_a_date_within_the_article_is_not_its_day() -> None:
    cleaned = clean(article(TITLE, "Die Stadt hat am Mittwoch (19.06.2024) die Brücke gesperrt.", BODY))
    assert cleaned.stated.published == ""


@pytest.mark.parametrize(
    "text",
    [
        article(LEAD, BODY),
        LEAD,
        article("Lang " * 50, LEAD),
        "Diese Zeile läuft\nohne Punkt in die nächste und endet erst dort.",
        article("Die Liste umfasst:", LEAD),
    ],
    ids=["sentence", "one sentence", "too long", "wrapped", "colon"],
)
def test_without_a_sure_title_the_title_is_unknown(text: str) -> None:
    cleaned = clean(text)
    assert cleaned.title == "unknown"
    assert cleaned.text.split() == text.split()


@pytest.mark.parametrize("first", ["", TITLE, TITLE + "\n" + TITLE, "Bruecke ueber die Soese gesperrt"])
def test_a_given_title_stands_once(first: str) -> None:
    assert clean(article(first, LEAD, BODY), TITLE).text == article(TITLE, LEAD, BODY)


def test_a_second_line_like_a_title_is_a_subtitle_and_stays() -> None:
    cleaned = clean(article(TITLE, "Bürgermeister vor gesperrter Brücke", LEAD, BODY))
    assert cleaned.text == article(TITLE, "Bürgermeister vor gesperrter Brücke", LEAD, BODY)


def test_subheadings_and_sentences_that_resemble_furniture_stay() -> None:
    text = article(
        TITLE,
        LEAD,
        "Kommentare",
        "Lesen Sie auch die Bedenken der Anwohner mit, bittet die Stadt.",
        "Mehr zum Thema sagte er nicht.",
        '"Brücke über die Söse gesperrt"',
        "Die Werbung half.",
        "dpa",
        BODY,
    )
    cleaned = clean(text)
    assert cleaned.removed == ()
    assert cleaned.text == text


def test_wrapped_lines_are_joined_and_paragraphs_are_not() -> None:
    text = (
        "Die Stadt hat am 3.\nMai die Brücke\nüber die Söse gesperrt.\nTaucher fanden einen\nschweren Schaden.\n"
        "Wie es weitergeht\nDer Rat berät am Abend."
    )
    assert clean(text).text == article(
        "Die Stadt hat am 3. Mai die Brücke über die Söse gesperrt.",
        "Taucher fanden einen schweren Schaden.",
        "Wie es weitergeht",
        "Der Rat berät am Abend.",
    )


def test_lines_that_are_paragraphs_stay_apart() -> None:
    text = "\n".join((TITLE, LEAD, "Taucher finden Schaden", BODY))
    cleaned = clean(text)
    assert cleaned.title == TITLE
    assert cleaned.text == article(TITLE, LEAD, "Taucher finden Schaden", BODY)


def test_a_line_that_hangs_in_the_air_goes_on() -> None:
    joined = "„Das Holz ist morsch“, sagte der Sprecher der Stadtverwaltung Ole Brandt. Mehr weiß er nicht."
    text = "\n".join((TITLE, LEAD, joined.replace("der Stadt", "der\nStadt"), BODY))
    assert clean(text).text == article(TITLE, LEAD, joined, BODY)


def test_marks_within_a_wrapped_sentence_stay() -> None:
    text = "Die Brücke\n–\nsie ist alt\n,\nsagte er\n–\nbleibt zu."
    assert clean(text).text == "Die Brücke – sie ist alt , sagte er – bleibt zu."


def test_script_and_style_in_a_text_are_furniture() -> None:
    script = "!function(w,d){if(!w.x){var s=d.y;\ns.async=!0;\n}}(window, document);"
    style = "/* box */\n.box-1.a{\n color: red;\n }.box .b{\n top: 0;\n }"
    body = "Der Hafen von Emden bleibt nach dem Sturm bis Montag zu."
    cleaned = clean(f"{body}\n\n{script}\n\nEr wird am Montag wieder geöffnet.\n\n{style}")
    assert cleaned.text == f"{body}\n\nEr wird am Montag wieder geöffnet."
    assert {piece.reason for piece in cleaned.removed} == {"code"}
    for words in (
        ".box { ist der Anfang einer Regel, sagte sie.",
        "@hafen_emden: Lage ruhig {Stand 12 Uhr}",
        "const x = 3 ist kein Satz.",
        "function (Amt) { offen",
    ):
        assert words in clean(f"{body}\n\n{words}\n\n{body}").text


def test_markup_in_a_text_is_text() -> None:
    title = "<script>alert(1)</script> im Titel"
    cleaned = clean(article(title, LEAD))
    assert cleaned.title == title
    assert cleaned.text == article(title, LEAD)


@pytest.mark.parametrize("text", ["", " \n\t\n", "- -", "\n\n:\n\n", TITLE, "(dpa)"])
def test_texts_without_an_article_do_no_harm(text: str) -> None:
    assert everything(clean(text)) == "".join(text.split())


def test_the_frame_of_a_page_stands_in_its_place() -> None:
    cleaned = clean(f"{LEAD}\n{BODY}", TITLE, [(0, "Menü"), (0, "Abo"), (1, "Bild: Turm"), (2, "Impressum")])
    assert cleaned.text == article(TITLE, LEAD, BODY)
    start, middle = len(TITLE), len(article(TITLE, LEAD))
    assert cleaned.removed == (
        Furniture(start, "Menü\nAbo", "page frame"),
        Furniture(middle, "Bild: Turm", "page frame"),
        Furniture(len(cleaned.text), "Impressum", "page frame"),
    )


def test_an_agency_is_credited_behind_a_lead_and_beside_the_text() -> None:
    assert clean(f"{LEAD}\n\nBerlin (dpa) - {BODY}", TITLE).stated.agencies == "dpa"
    beside = [(1, "19. Juni 2024 | Quelle: afp"), (2, "Foto: dpa")]
    assert clean(f"{LEAD}\n{BODY}", TITLE, beside).stated.agencies == "afp"
    assert clean(f"{LEAD}\n{BODY}", TITLE, [(2, "dpa")]).stated.agencies == ""


def test_a_comment_form_without_blank_lines_behind_wrapped_text_is_taken_apart() -> None:
    text = (
        "Die Kommission prüft den Antrag seit dem Frühjahr und will noch\nin diesem Monat entscheiden.\n\n"
        "Kommentare (0)\nKommentar schreiben\nIhre E-Mail-Adresse wird nicht veröffentlicht."
    )
    cleaned = clean(text)
    assert cleaned.text == (
        "Die Kommission prüft den Antrag seit dem Frühjahr und will noch in diesem Monat entscheiden."
    )
    assert [piece.text for piece in cleaned.removed] == [
        "Kommentare (0)",
        "Kommentar schreiben",
        "Ihre E-Mail-Adresse wird nicht veröffentlicht.",
    ]
