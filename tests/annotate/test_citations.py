"""Agencies and media that an article leans on."""

import time

import pytest

from lib.annotate import citations
from lib.annotate.sentences import split
from lib.article import Article


def found(text: str) -> list[tuple[str, str, str, str]]:
    rows = citations.find(Article(id="a", text=text), [start for start, _ in split(text, titled=False)])
    assert all(text[row.start : row.end] == row.text for row in rows)
    return [(row.text, row.medium, row.kind, row.cue) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Der Hafen ist zu, laut KCNA.", ("KCNA", "KCNA", "agency", "laut")),
        ("Der Hafen ist zu. (dpa)", ("dpa", "dpa", "agency", "")),
        ("Das sagte er der Deutschen Presse-Agentur.", ("Deutschen Presse-Agentur", "dpa", "agency", "sagte")),
        ("Das sagte Weber der „Bild am Sonntag“.", ("Bild am Sonntag", "Bild am Sonntag", "medium", "sagte")),
        ("Nach Informationen der „Bild“ ist er zu.", ("Bild", "Bild", "medium", "Nach Informationen")),
        ("Wie der Spiegel berichtet, ist er zu.", ("Spiegel", "Spiegel", "medium", "berichtet")),
        ("Wie der Spiegel zeigt, ist er alt, berichtet sie.", None),
        ("Laut Informationen des Spiegel ist er zu.", ("Spiegel", "Spiegel", "medium", "Laut")),
        ("Das sagte Weber dem Spiegel.", ("Spiegel", "Spiegel", "medium", "sagte")),
        ("Die Zeitung Küstenbote berichtete darüber.", ("Küstenbote", "Küstenbote", "medium", "berichtete")),
        ("Das teilte er dem „Emdener Anzeiger“ mit.", ("Emdener Anzeiger", "Emdener Anzeiger", "medium", "teilte")),
        ("„Er ruht“, zitiert die Zeitung Bekannte. Das berichtete er.", None),
        ("Das hatte die Bild berichtet.", ("Bild", "Bild", "medium", "berichtet")),
        ("Quelle: Focus", ("Focus", "Focus", "medium", "Quelle")),
        ("Das sagte er, so die Welt.", ("Welt", "Welt", "medium", "so die")),
        ("Wie die Emsland-Zeitung berichtet, ruht er.", ("Emsland-Zeitung", "Emsland-Zeitung", "medium", "berichtet")),
        ("Das sagte Anna Berg dem „Emder Boten“.", ("Emder Boten", "Emder Boten", "medium", "sagte")),
        ("Das sagte sie der Zeitung Mitte August.", None),
        ("Die Zeitung „Mai Bote“ berichtete darüber.", ("Mai Bote", "Mai Bote", "medium", "berichtete")),
        ("Sie führt die Agentur Nordklang mit ihrer Freundin.", None),
        ("Sie las es bei der Agentur Interfax.", ("Interfax", "Interfax", "agency", "")),
        (
            "Laut „Süddeutscher Zeitung“ ruht er.",
            ("Süddeutscher Zeitung", "Süddeutsche Zeitung", "medium", "Laut"),
        ),
        (
            "Das sagte sie den „Emder Neuesten Nachrichten“.",
            ("Emder Neuesten Nachrichten", "Emder Neueste Nachrichten", "medium", "sagte"),
        ),
        ("Athen (APA) - Der Hafen ist zu.", ("APA", "APA", "agency", "")),
        ("Die Nachrichtenagentur Nordpress meldete es.", ("Nordpress", "Nordpress", "agency", "meldete")),
    ],
)
def test_media_that_are_cited(text: str, expected: tuple[str, str, str, str] | None) -> None:
    assert found(text) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ("Der Hafen ist zu. (har, dpa, ap)", ["dpa", "AP"]),
        ("Der Hafen ist zu (APA/sid und kna).", ["APA", "SID", "KNA"]),
        ("Er ist zu (weil ap fehlt).", []),
        ("Er ist zu (ap, Berg).", []),
        ("Der Holzweg ist lang. (tt)", []),
        ("Er ist zu. (ria, dpa)", ["RIA Nowosti", "dpa"]),
        ("Konstanz (KNA) - Er ist zu.", ["KNA"]),
        ("Er ist nun insgesamt (KNA) zu, so die Union (dpa).", ["KNA", "dpa"]),
    ],
)
def test_credits_in_parentheses_have_small_letters_too(text: str, media: list[str]) -> None:
    assert [medium for _, medium, _, _ in found(text)] == media


@pytest.mark.parametrize(
    ("text", "media"),
    [
        ("Das hatte die Freie Warte berichtet.", ["Freie Warte"]),
        ("Er bestätigte den Bericht der Freien Warte.", ["Freie Warte"]),
        ("Wie der Elbkurier berichtet, ist er zu.", ["Elbkurier"]),
        ("Wie der Südstern meldete, ist er zu.", ["Südstern"]),
        ("Der Südstern stand hoch, sagte sie.", []),
        ("Die Freie Warte zieht um.", []),
        ("Die Freie Warte hatte zuvor berichtet, er sei zu.", ["Freie Warte"]),
        ("Der Freitag ist frei, berichtet die Feuerwehr.", []),
        ("Das steht im „Freitag“ nicht, sagte sie.", []),
    ],
)
def test_outlets_of_the_corpus_are_known(text: str, media: list[str]) -> None:
    outlets = ["Freie Warte", "Elbkurier", "Südstern", "Der Freitag", "kurier.example"]
    named = list(citations.names(text, outlets))
    assert [row.medium for row in citations.find(Article(id="a", text=text), [0], named)] == media


@pytest.mark.parametrize(
    "text",
    [
        "Das sagte er mit Blick auf die Welt.",
        "Er betonte, das Bild habe Zeit.",
        "Der „Große Plan“ wurde am Montag gemeldet.",
        "Die Redaktion der New York Times zieht um.",
        "Es ändern sich so die Zahlen von Hafenamt und New York Times.",
        "Es liegt ein Schreiben an die New York Times vor.",
        "Die Online-Zeitung ruht, meldete er.",
        "Die Fan-Post kam, sagte sie, und das Medien-Echo war groß.",
        "So die Zeit reicht, kommt er, sagte sie.",
        "Er stellte sich so die Welt vor, sagte er.",
        "Das sagte der Chef des Norder Turnerbundes (NTB) am Montag.",
        "Viele rechneten mit einem Sieg Reuters, sagte er. Klaus Reuter siegte.",
    ],
)
def test_words_that_are_no_citation(text: str) -> None:
    assert found(text) == []


def test_who_asks_in_an_interview_is_not_cited() -> None:
    turns = ["New York Times: Was berichten die Leute im Hafen?", "Berg: Nichts.", "New York Times: Wer sagte das?"]
    assert found("\n".join(turns)) == []
    turns.append("Berg: Das meldete ja die New York Times.")
    assert [row[3] for row in found("\n".join(turns))] == ["meldete"]
    assert [row[3] for row in found("New York Times: Der Bericht liest sich gut.")] == ["Bericht"]


def test_each_place_counts_and_names_do_not_overlap() -> None:
    assert [row[0] for row in found("Laut dpa ist er zu. Die dpa meldete das der Agentur AFP.")] == [
        "dpa",
        "dpa",
        "AFP",
    ]


def test_every_form_belongs_to_one_medium() -> None:
    assert len(citations.listed()) > 150
    assert {form.medium.kind for form in citations.listed().values()} == {"agency", "medium"}


@pytest.mark.parametrize(
    "text", ["„Bild" * 20_000, "laut der " * 20_000, "die " + "große " * 20_000, "A " * 20_000, "SPD-" * 20_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    started = time.process_time()
    citations.find(Article(id="a", text=text), [0])
    assert time.process_time() - started < 20
