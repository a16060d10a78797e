"""Dates, web addresses, credits and datelines."""

import time
from datetime import UTC, date, datetime

import pytest

from lib.read.metadata import (
    BYLINE,
    CREDIT,
    DATE_LINE,
    Stated,
    credited,
    iso,
    issued,
    persons_and_agencies,
    read_dateline,
    url_date,
    url_outlet,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2024-06-19", "2024-06-19"),
        ("2024-06-19 11:35:00", "2024-06-19T11:35"),
        ("2024-06-19T11:35:07.123Z", "2024-06-19T13:35"),
        ("2024-06-19T11:35:00+02:00", "2024-06-19T11:35"),
        ("Wed, 19 Jun 2024 11:35:00 +0200", "2024-06-19T11:35"),
        ("2024-06-19 11:35:00 UTC", "2024-06-19T13:35"),
        ("1718796900", "2024-06-19T13:35"),
        ("20240619113500", "2024-06-19T11:35"),
        ("2024061911", "2024-06-19T11:00"),
        (1718796900000, "2024-06-19T13:35"),
        ("2024-06-19T22:30:00Z", "2024-06-20T00:30"),
        ("2024-01-19T11:35:00+00:00", "2024-01-19T12:35"),
        ("2024-06-19T20:30:00-05:00", "2024-06-20T03:30"),
        ("Wed, 19 Jun 2024 23:30:00 GMT", "2024-06-20T01:30"),
        ("Jun 19, 2024 11:35 PM", "2024-06-19T23:35"),
        ("Jun 19, 2024 12:05 a.m.", "2024-06-19T00:05"),
        ("2024-06-19 12:15 PM", "2024-06-19T12:15"),
        ("Jun 19, 2024 11:35 PM UTC", "2024-06-20T01:35"),
        ("1718796900.0", "2024-06-19T13:35"),
        ("Jun 19, 2024, 11:30 p.m. UTC", "2024-06-20T01:30"),
        ("Jun 19, 2024 11:30 PM EST", "2024-06-19"),
        ("19.06.2024 um 12.15 am Mittwoch", "2024-06-19T12:15"),
        ("19.6.24", "2024-06-19"),
        ("19.6.99", "1999-06-19"),
        ("19-Jun-2024", "2024-06-19"),
        ("19/06/2024", "2024-06-19"),
        ("19 June 2024", "2024-06-19"),
        ("19.06.2024", "2024-06-19"),
        ("19.6.2024, 9.05 Uhr", "2024-06-19T09:05"),
        ("Mittwoch, 19. Juni 2024", "2024-06-19"),
        ("3. März 2024", "2024-03-03"),
        ("June 19, 2024", "2024-06-19"),
        (date(2024, 6, 19), "2024-06-19"),
        (datetime(2024, 6, 19, 11, 35, tzinfo=UTC), "2024-06-19T13:35"),
    ],
)
def test_dates_of_every_form_become_iso_8601(value: object, expected: str) -> None:
    assert iso(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        None,
        "gestern",
        "Juni 2024",
        "2024",
        "31.02.2024",
        "19. Brumaire 2024",
        "1. ²² 2024",
        "9" * 30,
        20240,
        "0001-01-01",
        "0001-01-01T00:00:00",
        "9999-12-31T23:59:59Z",
    ],
)
def test_what_names_no_day_gives_no_date(value: object) -> None:
    assert iso(value) == ""


def test_a_web_address_gives_outlet_and_day() -> None:
    assert url_outlet("https://www.beispielblatt.de/politik/2024/06/19/gipfel.html") == "beispielblatt.de"
    assert url_date("https://www.beispielblatt.de/politik/2024/06/19/gipfel.html") == "2024-06-19"
    assert url_date("https://beispielblatt.de/20240619/gipfel") == "2024-06-19"
    assert url_date("https://beispielblatt.de/2024/13/19/gipfel") == ""
    assert url_date("https://beispielblatt.de/gipfel-1234567890") == ""
    assert url_outlet("http://[kaputt") == ""
    assert url_date("http://[kaputt/2024/06/19/") == ""


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("(dpa)", "dpa"),
        ("dpa/afp", "dpa/afp"),
        ("kab (efe, dpa, afp)", "efe, dpa, afp"),
        ("mo/kab (dpa, rtr)", "dpa, rtr"),
        ("Mit Material von Reuters", "Reuters"),
        ("Quelle: beispiel.de, mo/dpa", "beispiel.de, mo/dpa"),
        ("© dpa-infocom, dpa:240619-99-123456/3", "dpa-infocom"),
    ],
)
def test_credits_of_agencies_are_known(line: str, agencies: str) -> None:
    found = CREDIT.fullmatch(line)
    assert found and found["agencies"] == agencies


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("12. März 2026, 11:42 Uhr | Quelle: dpa", "dpa"),
        ("Quelle: ntv.de, ino/dpa", "ntv.de, ino/dpa"),
        ("sak/Reuters", "sak/Reuters"),
        ("dpa", ""),
        ("Über AFP", ""),
        ("Foto: dpa", ""),
        ("Startseite | Politik", ""),
    ],
)
def test_a_line_beside_the_text_credits_agencies_if_it_is_no_mere_name(line: str, agencies: str) -> None:
    assert credited(line) == agencies


@pytest.mark.parametrize(
    ("author", "persons", "agencies"),
    [
        ("Anna Berg, Otto Kurz", "Anna Berg, Otto Kurz", ""),
        ("Anna Berg, SDA", "Anna Berg", "SDA"),
        ("Quelle dpa", "", "dpa"),
        ("Deutsche Presse-Agentur", "", "Deutsche Presse-Agentur"),
        ("", "", ""),
    ],
)
def test_agencies_in_a_byline_are_credits(author: str, persons: str, agencies: str) -> None:
    assert persons_and_agencies(author) == (persons, agencies)


def test_lines_that_could_be_read_in_many_ways_take_no_longer() -> None:
    start = time.perf_counter()
    for line in ("a-b-c.de/" * 20 + "x", "dpa-ab/" * 25 + "!", "dpa-ab-" * 25 + "!"):
        assert not CREDIT.fullmatch(line)
    assert time.perf_counter() - start < 1


@pytest.mark.parametrize("line", ["(CDU)", "Die dpa berichtet", "(DM)", "Moskau (dpa) war still", "mit dem Auto"])
def test_other_lines_are_no_credits(line: str) -> None:
    assert not CREDIT.fullmatch(line)


@pytest.mark.parametrize(
    "line",
    [
        "Von Erika Muster",
        "Von: Erika MUSTER, Hans KRÜGER",
        "Interview: Erika Muster",
        "von Erika Muster und Hans-Peter Krüger",
        "VON ERIKA MUSTER",
    ],
)
def test_bylines_are_known(line: str) -> None:
    assert BYLINE.fullmatch(line)


@pytest.mark.parametrize("line", ["Von Helden und Schurken", "Von nun an geht es bergab", "von der Leyen"])
def test_headings_that_begin_like_bylines_are_none(line: str) -> None:
    assert not BYLINE.fullmatch(line)


@pytest.mark.parametrize(
    ("line", "updated"),
    [
        ("19.06.2024, 11:35 Uhr", False),
        ("Veröffentlicht am 19. Juni 2024", False),
        ("Stand: 19.06.2024 11:35 Uhr", True),
    ],
)
def test_lines_with_a_date_alone_are_known(line: str, *, updated: bool) -> None:
    found = DATE_LINE.fullmatch(line)
    assert found and bool(found["updated"]) is updated


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Erschienen am 19.06.2024", "2024-06-19"),
        ("19.06.2024, 11:35 Uhr", "2024-06-19T11:35"),
        ("Stand: 20.06.2024, 08:00 Uhr | Veröffentlicht: 19.06.2024", "2024-06-19"),
        ("Veröffentlicht am 19. Juni 2024 um 11:35, aktualisiert am 20. Juni 2024", "2024-06-19T11:35"),
        ("Letzte Aktualisierung: 20.06.2024", ""),
    ],
)
def test_a_line_of_days_states_the_publication(line: str, day: str) -> None:
    found = DATE_LINE.fullmatch(line)
    assert found and issued(found) == day


@pytest.mark.parametrize("line", ["Aktualisiert um 11:35 Uhr, um den Ort zu ergänzen.", "Am 19.06.2024 kam er an"])
def test_sentences_with_a_date_are_no_date_lines(line: str) -> None:
    assert not DATE_LINE.fullmatch(line)


@pytest.mark.parametrize(
    ("text", "agencies", "published"),
    [
        ("Berlin, 3. Mai 2024 (dpa) – Die Ministerin reist ab.", "dpa", "2024-05-03"),
        ("BERLIN (dpa/AFP) - Die Ministerin reist ab.", "dpa/AFP", ""),
        ("Wladiwostok, 13. September 2023 – Der Zug kam am Morgen.", "", "2023-09-13"),
        ("Berlin, 3. Mai (dpa) – Die Ministerin reist ab.", "dpa", ""),
        ("Die Ministerin (CDU) – seit 3. Mai 2024 im Amt – reist ab.", "", ""),
    ],
)
def test_a_dateline_states_agencies_and_a_full_date(text: str, agencies: str, published: str) -> None:
    stated = Stated()
    read_dateline(text, stated)
    assert (stated.agencies, stated.published) == (agencies, published)
