"""Dates and numbers, case by case: their words, values and units."""

import itertools
import time

import pytest
import spacy
from spacy.tokens import Doc

from lib.annotate import values
from lib.annotate.sentences import split
from lib.article import Article
from lib.schema import Value

NLP = spacy.blank("de")
PUBLISHED = "2024-06-20T10:00"  # a Thursday


def rows(text: str, published: str = PUBLISHED, names: tuple[str, ...] = ()) -> list[Value]:
    doc = NLP.make_doc(text)
    starts = {start for start, _ in split(text, titled=False)}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    doc.ents = [
        span for name in names if (span := doc.char_span(text.index(name), text.index(name) + len(name), label="MISC"))
    ]
    return values.find(doc, Article(id="a", text=text, published=published))


def found(text: str, published: str = PUBLISHED) -> list[tuple[str, str, str]]:
    return [(value.text, value.value, value.unit) for value in rows(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Am 3. Februar 2021 begann es.", "3. Februar 2021", "2021-02-03", "day"),
        ("Am Mittwoch, 3. Februar 2021, begann es.", "Mittwoch, 3. Februar 2021", "2021-02-03", "day"),
        ("Stand: 03.02.2021", "03.02.2021", "2021-02-03", "day"),
        ("Stand: 3.2.21", "3.2.21", "2021-02-03", "day"),
        ("Stand: 2021-02-03", "2021-02-03", "2021-02-03", "day"),
        ("Am 2. Juli kommt er.", "2. Juli", "2024-07-02", "day"),
        ("Am 2.7. kommt er.", "2.7.", "2024-07-02", "day"),
        ("Am 2. Januar kam er.", "2. Januar", "2024-01-02", "day"),
        ("Das Fest ist Donnerstag, den 27.6. am Hafen.", "Donnerstag, den 27.6.", "2024-06-27", "day"),
        ("Das Fest (Freitag, 28.6.) beginnt.", "Freitag, 28.6.", "2024-06-28", "day"),
        ("Stand: Mittwoch, 3.2.2021", "Mittwoch, 3.2.2021", "2021-02-03", "day"),
        ("Bis Samstag wurden Boote gezählt.", "Samstag", "2024-06-15", "day"),
        ("Bis Samstag hat sie Zeit.", "Samstag", "2024-06-22", "day"),
        ("Das Museum zeigt von Samstag an Boote.", "Samstag", "2024-06-22", "day"),
        ("Von Samstag an zeigte es Boote.", "Samstag", "2024-06-15", "day"),
        ("Wie sie am Freitag mitteilte, werden die Boote verkauft.", "Freitag", "2024-06-14", "day"),
        ("Sie teilte mit, die Boote werden am Freitag verkauft.", "Freitag", "2024-06-21", "day"),
        ("Am Freitag, so die Stadt, wird das Boot verkauft.", "Freitag", "2024-06-21", "day"),
        ("Er war bis Mai fest angestellt.", "Mai", "2024-05", "month"),
        ("Sie kündigte an, die Boote bis Ende Juli zu prüfen.", "Ende Juli", "2024-07", "month"),
        ("Bis Mai gingen die Preise zurück.", "Mai", "2024-05", "month"),
        ("Der Hafen bleibt bis Mai geschlossen.", "Mai", "2025-05", "month"),
        ("Am 2. Juli wurde es gebaut.", "2. Juli", "2023-07-02", "day"),
        ("Es gilt bis 5 Juli.", "5 Juli", "2024-07-05", "day"),
        ("Anfang des Monats kam er an.", "Anfang des Monats", "2024-06", "month"),
        ("Ende des Monats war er krank.", "Ende des Monats", "2024-05", "month"),
        ("Ende der Woche kommt er an.", "Ende der Woche", "2024-W25", "week"),
        ("Zu Wochenbeginn kam er an.", "Wochenbeginn", "2024-W25", "week"),
        ("Das Geld könnte bis Jahresende reichen.", "Jahresende", "2024", "year"),
        ("Zum Jahresende war er krank.", "Jahresende", "2023", "year"),
        ("Zum Jahresende 2020 war er krank.", "Jahresende 2020", "2020", "year"),
        ("Im Frühsommer 2021 begann es.", "Frühsommer 2021", "2021-SU", "season"),
        ("In den frühen Morgenstunden brannte es.", "frühen Morgenstunden", "2024-06-20TMO", "part of day"),
        ("Am zweiten Weihnachtstag ruhte es.", "zweiten Weihnachtstag", "2023-12-26", "day"),
        ("Es galt bis 5 Juli 2021.", "5 Juli 2021", "2021-07-05", "day"),
        ("Die Regel vom 5 Juli letzten Jahres gilt.", "5 Juli letzten Jahres", "2023-07-05", "day"),
        ("Im Februar 2021 begann es.", "Februar 2021", "2021-02", "month"),
        ("Das war im Mai vergangenen Jahres so.", "Mai vergangenen Jahres", "2023-05", "month"),
        ("Das war im Mai.", "Mai", "2024-05", "month"),
        ("Das gilt bis August.", "August", "2024-08", "month"),
        ("Ende der kommenden Woche kommt sie.", "Ende der kommenden Woche", "2024-W26", "week"),
        ("Das war im August.", "August", "2023-08", "month"),
        ("Er rechnet mit der Öffnung im November.", "November", "2024-11", "month"),
        ("Seit Mitte Mai werden die Regeln gelockert.", "Mitte Mai", "2024-05", "month"),
        ("Die Pause ab März hat uns geholfen.", "März", "2024-03", "month"),
        ("Kiel (2. 7.), Ulm", "2. 7.", "2024-07-02", "day"),
        ("29.8.: Sieg der Kieler", "29.8.", "2024-08-29", "day"),
        ("Er dankte für Freitag.", "Freitag", "2024-06-14", "day"),
        ("Der 1989 geborene Kieler lacht.", "1989", "1989", "year"),
        ("Der Streit begann im November.", "November", "2023-11", "month"),
        ("Im November kam er an.", "November", "2023-11", "month"),
        ("Im Jahr 2000 begann es.", "Jahr 2000", "2000", "year"),
        ("Seit 2019 ruht er.", "2019", "2019", "year"),
        ("Im vergangenen Jahr ruhte er.", "vergangenen Jahr", "2023", "year"),
        ("Das Minus des Vorjahres blieb.", "Vorjahres", "2023", "year"),
        ("Im letzten Monat ruhte er.", "letzten Monat", "2024-05", "month"),
        ("In der vergangenen Woche ruhte er.", "vergangenen Woche", "2024-W24", "week"),
        ("Er kam gestern an.", "gestern", "2024-06-19", "day"),
        ("Er kam gestern Abend an.", "gestern Abend", "2024-06-19TEV", "part of day"),
        ("Er kommt morgen an.", "morgen", "2024-06-21", "day"),
        ("Er kam am Freitag an.", "Freitag", "2024-06-14", "day"),
        ("Er kam am Donnerstag an.", "Donnerstag", "2024-06-20", "day"),
        ("Er bleibt bis Samstag.", "Samstag", "2024-06-22", "day"),
        ("Am Samstag wird er ankommen.", "Samstag", "2024-06-22", "day"),
        ("Am Samstag wollen die Angler feiern.", "Samstag", "2024-06-22", "day"),
        ("Die Sperre soll von Samstag an gelten.", "Samstag", "2024-06-22", "day"),
        ("Gäste dürfen am Samstag in den Saal.", "Samstag", "2024-06-22", "day"),
        ("Er soll am Samstag in Kiel zum Streik gerufen haben.", "Samstag", "2024-06-15", "day"),
        ("Nach den am Samstag beschlossenen Regeln dürfen Angler feiern.", "Samstag", "2024-06-15", "day"),
        ("Seit Samstag dürfen Angler feiern.", "Samstag", "2024-06-15", "day"),
        ("Ein Streit wie am Samstag darf nicht sein.", "Samstag", "2024-06-15", "day"),
        ("Am Samstag hätte es so sein müssen.", "Samstag", "2024-06-15", "day"),
        ("Am Samstag beginnt in Kiel das Fest.", "Samstag", "2024-06-22", "day"),
        ("Am Sonntag ist ein Fest in Kiel geplant.", "Sonntag", "2024-06-23", "day"),
        ("Am Montag beginnt in Kiel das Fest.", "Montag", "2024-06-24", "day"),
        ("Am Samstag ist in Kiel ein Fest ins Wasser gefallen.", "Samstag", "2024-06-15", "day"),
        ("Das Fest, das am Samstag begann, endet.", "Samstag", "2024-06-15", "day"),
        ("Das für diesen September geplante Fest fällt aus.", "diesen September", "2024-09", "month"),
        ("Er rief am Samstag: „Bald wird es hell.“", "Samstag", "2024-06-15", "day"),
        ("Das Fest ist für Freitag geplant.", "Freitag", "2024-06-21", "day"),
        ("Er kommt an diesem Freitag an.", "diesem Freitag", "2024-06-21", "day"),
        ("Er kommt am kommenden Montag an.", "kommenden Montag", "2024-06-24", "day"),
        ("Er kam am Dienstag vergangener Woche an.", "Dienstag vergangener Woche", "2024-06-11", "day"),
        ("Er kam am Sonntagabend an.", "Sonntagabend", "2024-06-16TEV", "part of day"),
        ("Er kam in der Nacht zum Dienstag an.", "Nacht zum Dienstag", "2024-06-17TNI", "part of day"),
        ("Er kam in der Nacht auf den 1. Juni an.", "Nacht auf den 1. Juni", "2024-05-31TNI", "part of day"),
    ],
)
def test_dates(text: str, words: str, value: str, unit: str) -> None:
    assert found(text) == [(words, value, unit)]
    assert rows(text)[0].kind == "time"


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Um 20.30 Uhr läuft es.", "20.30 Uhr", "2024-06-20T20:30", "minute"),
        ("Am Freitag lief es um 9 Uhr.", "9 Uhr", "2024-06-14T09:00", "minute"),
        ("Es lief um 9 Uhr am Freitag.", "9 Uhr", "2024-06-14T09:00", "minute"),
        ("Am Freitag läuft es um 9 Uhr.", "9 Uhr", "2024-06-21T09:00", "minute"),
        ("Er kam am Freitag. Um 9 Uhr läuft es.", "9 Uhr", "2024-06-20T09:00", "minute"),
        ("Am Freitag landete er am Abend.", "Abend", "2024-06-14TEV", "part of day"),
        ("Am Wochenende ruhte er.", "Wochenende", "2024-W24-WE", "weekend"),
        ("Am vergangenen Wochenende ruhte er.", "vergangenen Wochenende", "2024-W24-WE", "weekend"),
        ("Ende Mai kam er.", "Ende Mai", "2024-05", "month"),
        ("Im Sommer 2021 kam er.", "Sommer 2021", "2021-SU", "season"),
        ("Im vergangenen Winter kam er.", "vergangenen Winter", "2023-WI", "season"),
        ("Im ersten Quartal 2021 sank es.", "ersten Quartal 2021", "2021-Q1", "quarter"),
        ("In den achtziger Jahren sank es.", "achtziger Jahren", "198", "decade"),
        ("In den 1930er-Jahren sank es.", "1930er-Jahren", "193", "decade"),
        ("Im 19. Jahrhundert stand hier ein Turm.", "19. Jahrhundert", "18", "century"),
        ("Im 10. Jahrhundert stand hier ein Turm.", "10. Jahrhundert", "09", "century"),
        ("An Ostern ruhte er.", "Ostern", "2024-03-31", "day"),
        ("Am Ostermontag 2021 ruhte er.", "Ostermontag 2021", "2021-04-05", "day"),
        ("Heuer ruht er.", "Heuer", "2024", "year"),
        ("Damals ruhte er.", "Damals", "PAST_REF", "vague"),
    ],
)
def test_times_of_day_and_periods(text: str, words: str, value: str, unit: str) -> None:
    assert (words, value, unit) in found(text)


@pytest.mark.parametrize(
    ("text", "kind", "words", "value", "unit"),
    [
        ("Er wartet seit 24 Jahren.", "duration", "24 Jahren", "P24Y", "year"),
        ("Es dauerte eineinhalb Stunden.", "duration", "eineinhalb Stunden", "PT1.5H", "hour"),
        ("Es dauerte ein halbes Jahr.", "duration", "ein halbes Jahr", "P6M", "month"),
        ("Er bekam ein Jahr und drei Monate.", "duration", "ein Jahr und drei Monate", "P1Y3M", "month"),
        ("Es dauerte 2 Stunden 15 Minuten.", "duration", "2 Stunden 15 Minuten", "PT2H15M", "minute"),
        ("Das dreitägige Treffen endet.", "duration", "dreitägige", "P3D", "day"),
        ("Der siebenjährige Haushalt endet.", "duration", "siebenjährige", "P7Y", "year"),
        ("Seit Monaten ruht er.", "duration", "Monaten", "PXM", "month"),
        ("Er kommt jedes Jahr.", "set", "jedes Jahr", "P1Y", "year"),
        ("Er kommt alle zwei Wochen.", "set", "alle zwei Wochen", "P2W", "week"),
        ("Er kommt täglich.", "set", "täglich", "P1D", "day"),
    ],
)
def test_durations_and_what_recurs(text: str, kind: str, words: str, value: str, unit: str) -> None:
    assert [(row.kind, row.text, row.value, row.unit) for row in rows(text)] == [(kind, words, value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "Der 57-jährige Fahrer lacht.",
        "Menschen unter 20 Jahren lachen.",
        "Er ist 9 Jahre alt.",
        "Er hat Kinder im Alter von 2, 7 und 9 Jahren.",
    ],
)
def test_an_age_is_no_duration(text: str) -> None:
    assert [row for row in rows(text) if row.kind != "number"] == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Er kam am Freitag.", "2024-06-14", "2024-06-14"),
        ("Er kam Ende Mai.", "2024-05-21", "2024-05-31"),
        ("Er kam im Winter 2020.", "2020-12-01", "2021-02-28"),
        ("Er kam in der vergangenen Woche.", "2024-06-10", "2024-06-16"),
        ("Er kam im zweiten Halbjahr 2021.", "2021-07-01", "2021-12-31"),
        ("Er kam vor drei Jahren.", "2021-01-01", "2021-12-31"),
        ("Er kam vor zwei Tagen.", "2024-06-18", "2024-06-18"),
        ("Er schlief in den vergangenen zehn Tagen.", "2024-06-10", "2024-06-20"),
        ("Er schlief zehn Tage.", "", ""),
        ("Er schlief damals.", "", ""),
    ],
)
def test_a_time_covers_days(text: str, first: str, last: str) -> None:
    assert [(row.first, row.last) for row in rows(text)] == [(first, last)]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Am 3. Mai 2021 kam er.", "stated"),
        ("Am Freitag kam er.", "resolved"),
        ("Am 2. Januar kam er.", "guess"),
        ("Das war im August.", "guess"),
        ("Am 19. Juni kam er.", "resolved"),
        ("Der 19. Juni war ein Schock.", "guess"),
    ],
)
def test_confidence_tells_what_was_stated_from_what_was_reckoned(text: str, confidence: str) -> None:
    assert [row.confidence for row in rows(text)] == [confidence]


@pytest.mark.parametrize(
    ("text", "approximation"),
    [
        ("Es kamen rund 80 Gäste.", "about"),
        ("Es kamen mehr als 80 Gäste.", "more than"),
        ("Es kamen bis zu 80 Gäste.", "at most"),
        ("Es kamen nicht mehr als 80 Gäste.", "at most"),
        ("Es kamen nicht weniger als 80 Gäste.", "at least"),
        ("Das Brot ist nicht älter als 48 Stunden.", "at most"),
        ("Es kamen fast 80 Gäste.", "almost"),
        ("Es gilt eine Obergrenze von 80 Gästen.", "at most"),
        ("Es gilt eine Untergrenze von 80 Gästen.", "at least"),
        ("Es kamen 80 Gäste.", ""),
        ("Es kamen über 80 Gäste.", "more than"),
        ("Es gab Verträge über 340 Millionen Euro.", ""),
        ("Den Zuschlag über 48 Millionen Euro erhielt er.", ""),
        ("Es kam ein Förderbescheid über 300 Euro.", ""),
        ("Es dauerte mehr als drei Monate.", "more than"),
    ],
)
def test_how_exact_a_value_is_meant(text: str, approximation: str) -> None:
    assert [row.approximation for row in rows(text)] == [approximation]


@pytest.mark.parametrize(
    ("text", "approximations"),
    [
        ("Es kamen 20 bis 30 Gäste.", ["at least", "at most"]),
        ("Es kamen 20–30 Gäste.", ["at least", "at most"]),
        ("Es kamen zwischen 20 und 30 Gäste.", ["at least", "at most"]),
        ("Es kamen etwa 20 bis 30 Gäste.", ["about", "about"]),
        ("Es kamen 20 und 30 Gäste.", ["", ""]),
        ("Es kamen 20 oder 30 Gäste.", ["", ""]),
        ("Sie wuchs von 20 auf 30 Meter.", ["", ""]),
        ("Kiel gewann 30 - 20.", ["", ""]),
    ],
)
def test_the_ends_of_a_range_are_the_least_and_the_most(text: str, approximations: list[str]) -> None:
    assert [row.approximation for row in rows(text)] == approximations


@pytest.mark.parametrize("text", ["Er kam am Freitag.", "Er kam gestern.", "Das war im Mai.", "Am 2. Juli kommt er."])
def test_without_a_day_of_publication_a_relative_date_has_no_value(text: str) -> None:
    assert [value for _, value, _ in found(text, published="")] == [""]


@pytest.mark.parametrize("text", ["Am Abend zuvor brannte es.", "Am Samstag fiel Schnee, am Abend danach nicht."])
def test_the_evening_before_or_after_is_of_no_known_day(text: str) -> None:
    assert [value for words, value, _ in found(text) if "Abend" in words] == [""]


@pytest.mark.parametrize(
    "text", ["Herr Freitag lacht.", "Guten Morgen.", "Der 31.02.2020 kommt nie.", "Jan und Jan Meier."]
)
def test_no_dates(text: str) -> None:
    assert [row for row in rows(text) if row.kind == "time"] == []


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Es kamen 340 Menschen.", "340 Menschen", "340", "Menschen"),
        ("Es kamen rund 12.500 Menschen.", "rund 12.500 Menschen", "12500", "Menschen"),
        ("Es kamen mehr als drei Dutzend Gäste.", "mehr als drei Dutzend Gäste", "36", "Gäste"),
        ("Es kamen etwa ein Dutzend Kieler Boote.", "etwa ein Dutzend Kieler Boote", "12", "Boote"),
        ("Das kostet bis zu 2,75 Milliarden Euro.", "bis zu 2,75 Milliarden Euro", "2750000000", "Euro"),
        ("Das kostet 40 Mio. Dollar.", "40 Mio. Dollar", "40000000", "Dollar"),
        ("Das kostet eine halbe Million Euro.", "eine halbe Million Euro", "500000", "Euro"),
        ("Das kostet 20 €.", "20 €", "20", "€"),
        ("Das kostet $15 pro Tag.", "$15", "15", "$"),
        ("Es sind 7,5% mehr.", "7,5%", "7.5", "%"),
        ("Es sind knapp acht Prozent mehr.", "knapp acht Prozent", "8", "Prozent"),
        ("Er kaufte sieben neue, rote Boote.", "sieben neue, rote Boote", "7", "Boote"),
        ("Er kaufte sieben neue Boote.", "sieben neue Boote", "7", "Boote"),
        ("Er fuhr mit 90 km/h.", "90 km/h", "90", "km/h"),
        ("Er fuhr mit 90 Kilometern pro Stunde.", "90 Kilometern pro Stunde", "90", "Kilometern pro Stunde"),
        ("Es waren dreiundzwanzig Boote.", "dreiundzwanzig Boote", "23", "Boote"),
        ("Es waren zweitausenddreihundert Boote.", "zweitausenddreihundert Boote", "2300", "Boote"),
        ("Zwölf Boote sanken.", "Zwölf Boote", "12", "Boote"),
        ("Zehntausende Besucher kamen.", "Zehntausende Besucher", "", "Besucher"),
        ("Sie brauchen mehrere tausend Helfer.", "mehrere tausend Helfer", "", "Helfer"),
        ("Es fehlt an mehreren Hundert Helfern.", "mehreren Hundert Helfern", "", "Helfern"),
        ("Im Saal waren 20. Die Tür war zu.", "20", "20", ""),
        ("20 wurden verletzt.", "20", "20", ""),
        ("Es kamen 2000 neue Gäste.", "2000 neue Gäste", "2000", "Gäste"),
        ("Es kamen 1553 bereits geimpfte Gäste.", "1553", "1553", ""),
        ("Von 1046 gezogenen Losen gewann keines.", "1046 gezogenen Losen", "1046", "Losen"),
        ("Nun sind 35 der Infizierten tot.", "35 der Infizierten", "35", "Infizierten"),
        ("Sie gab 100 der Kirche.", "100", "100", ""),
        ("Sie lobte zwei seiner Boote.", "zwei", "2", ""),
        ("Sie sah zwei seiner Tochterfirmen.", "zwei seiner Tochterfirmen", "2", "Tochterfirmen"),
        ("Es kamen Millionen von Heuschrecken.", "Millionen von Heuschrecken", "", "Heuschrecken"),
        ("Es gab 90 politisch motivierte Taten.", "90 politisch motivierte Taten", "90", "Taten"),
        ("Es kamen 20 Bürgerinnen und Bürger.", "20 Bürgerinnen und Bürger", "20", "Bürgerinnen und Bürger"),
        ("Da zeigten 20 Länder Interesse.", "20 Länder", "20", "Länder"),
        ("Es sind 8 Kilometer Radwege.", "8 Kilometer", "8", "Kilometer"),
        ("Es kamen zwei „Boote“.", "zwei „Boote“", "2", "Boote"),
        ("Er nannte bloß 78. Dieses Minus war klein.", "78", "78", ""),
        ("Der 57-jährige Fahrer lacht.", "57-jährige", "57", "jährige"),
        ("Ein 36-Jähriger lacht.", "36-Jähriger", "36", "Jähriger"),
        ("Er ist neun Jahre alt.", "neun Jahre alt", "9", "Jahre alt"),
        ("Da lacht ein Achtjähriger.", "Achtjähriger", "8", "jähriger"),
        ("Die siebenjährige kluge Tochter lacht.", "siebenjährige", "7", "jährige"),
        ("Mehr als die Hälfte der Boote sank.", "Mehr als die Hälfte", "1", "Hälfte"),
        ("Es war rund ein Drittel.", "rund ein Drittel", "1", "Drittel"),
        ("Ein Viertel der Boote sank.", "Ein Viertel", "1", "Viertel"),
        ("Es wurden 142 gestrichen, wie Sprecherin Berg sagte.", "142", "142", ""),
        ("Es kamen 2025 Gäste.", "2025 Gäste", "2025", "Gäste"),
        ("Das kostet 2024 Euro.", "2024 Euro", "2024", "Euro"),
        ("Der Anteil liegt in Kiel bei Frauen 12,3.", "12,3", "12.3", ""),
        ("Es kam ein halbes Dutzend Gäste.", "ein halbes Dutzend Gäste", "6", "Gäste"),
        ("Das kostet 1'200 Franken.", "1'200 Franken", "1200", "Franken"),
        ("Es waren rund minus 5 Grad.", "rund minus 5 Grad", "-5", "Grad"),
        ("Es waren -5 Grad.", "-5 Grad", "-5", "Grad"),
        ("Auf dem Deich gilt Tempo 30, bergab fährt jeder.", "Tempo 30", "30", "Tempo"),
    ],
)
def test_numbers(text: str, words: str, value: str, unit: str) -> None:
    assert found(text) == [(words, value, unit)]
    assert rows(text)[0].kind == "number"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Zahl der neuen Boote stieg auf rund 33.", [("rund 33", "33", "Boote")]),
        ("Die Zahl der Boote stieg um 20 auf 33.", [("20", "20", ""), ("33", "33", "Boote")]),
        ("Die Zahl der Boote lag bei 3, die der Autos bei 4.", [("3", "3", "Boote"), ("4", "4", "")]),
        ("Die Zahl der Boote wuchs. Er kam auf 7.", [("7", "7", "")]),
        ("Die Zahl der Boote wächst\n\nEr kam auf 7.", [("7", "7", "")]),
        ("Die Zahl der Boote wuchs\nam Ende auf 7.", [("7", "7", "Boote")]),
        (
            "Die Zahl der Boote sank auf 400 und der Autos auf 200.",
            [("400", "400", "Boote"), ("200", "200", "")],
        ),
    ],
)
def test_what_a_total_counts_is_said_before_it(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


def test_a_year_in_the_name_of_a_club_is_neither_time_nor_number() -> None:
    assert found("Der TSV 1862 Deich und der SSV Kiel 1907 spielten 1996.") == [("1996", "1996", "year")]


def test_of_a_part_and_a_whole_both_count_the_same() -> None:
    assert found("Da waren 14 von 15 abgegebenen Stimmen.")[0] == ("14", "14", "Stimmen")
    assert found("Da waren 14 der insgesamt 15 Mitglieder.") == [
        ("14", "14", "Mitglieder"),
        ("15 Mitglieder", "15", "Mitglieder"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Es kostet zwei bis drei Millionen Euro.",
            [("zwei", "2000000", "Euro"), ("drei Millionen Euro", "3000000", "Euro")],
        ),
        ("Sie wuchs von 8 auf 9 Meter.", [("8", "8", "Meter"), ("9 Meter", "9", "Meter")]),
        ("Von 5 auf 10 Millionen.", [("5", "5000000", ""), ("10 Millionen", "10000000", "")]),
        (
            "Von 800.000 auf 1,2 Millionen Euro.",
            [("800.000", "800000", "Euro"), ("1,2 Millionen Euro", "1200000", "Euro")],
        ),
        ("Es kamen 10-20 Boote.", [("10", "10", "Boote"), ("20 Boote", "20", "Boote")]),
        ("Es kamen zwischen 10 und 20 Booten.", [("10", "10", "Booten"), ("20 Booten", "20", "Booten")]),
        (
            "Am 3. März 2021 – zwei Tage später – kam er.",
            [("3. März 2021", "2021-03-03", "day"), ("zwei Tage", "P2D", "day")],
        ),
        ("Seit 2015 oder sechs Jahre lang.", [("2015", "2015", "year"), ("sechs Jahre", "P6Y", "year")]),
        ("Die 14- bis 17-Jährigen lachen.", [("14", "14", "Jährigen"), ("17-Jährigen", "17", "Jährigen")]),
        ("Das dauert 8 bis 16 Tage.", [("8 bis 16 Tage", "P16D", "day")]),
        ("Das dauert zwischen zwei und drei Wochen.", [("zwei und drei Wochen", "P3W", "week")]),
        ("Das dauert bis zu zwei und sogar drei Wochen.", [("bis zu zwei", "2", ""), ("drei Wochen", "P3W", "week")]),
        ("Vom 4. bis 8. März 2022.", [("4.", "2022-03-04", "day"), ("8. März 2022", "2022-03-08", "day")]),
    ],
)
def test_ranges_have_two_ends(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Ein Mann und eine Frau gingen.",
        "Ein Viertel weiter südlich, in der zweiten Hälfte der Saison.",
        "Das war seine 20-jährige Haftstrafe.",
        "Die 10-jährigen Bundesanleihen fallen.",
        "Artikel 5 gilt weiter.",
        "Die Boeing 737 landete.",
        "Die F-16 und das Modell X3 flogen mit Covid-19.",
        "Sie gewannen 3:1 gegen uns.",
        "1. Platz und 2. Platz",
        "Tel. 0431 123456",
        "Mehr auf https://a.example/12/34 und a12@b.example",
        "Die Elf lief auf.",
        "Er ließ es außer Acht.",
        "Er kam in die Top 10 der Welt und in Staffel 2 der Serie.",
        "Siehe Kapitel (1.2.): Einleitung",
        "Holm traf früh (67.) und spät (90.).",
    ],
)
def test_no_numbers(text: str) -> None:
    assert found(text) == []


def test_a_part_counts_what_its_whole_counts() -> None:
    assert found("Es fallen 1200 der rund 14.000 Stellen weg.") == [
        ("1200", "1200", "Stellen"),
        ("rund 14.000 Stellen", "14000", "Stellen"),
    ]
    assert found("Es fehlen 1,2 der 3,4 Millionen Euro.")[0] == ("1,2", "1200000", "Euro")


def test_the_minute_of_a_match_is_a_number() -> None:
    assert found("In der 71. Minute fiel das Tor.") == [("71. Minute", "71", "Minute")]


def test_a_number_within_a_name_is_none_of_its_own() -> None:
    assert (
        rows("Die Gruppe der Sieben Schwestern tagt mit 5 Gästen.", names=("Sieben Schwestern",))[0].text == "5 Gästen"
    )
    assert [row.text for row in rows("Halle 7 Nord fasst 90 Gäste.", names=("Halle 7 Nord",))] == ["90 Gäste"]


def test_offsets_lead_back_to_the_words_and_nothing_overlaps() -> None:
    text = "Am 3. Mai 2021 kamen 2021 Gäste.\n\n2022 waren es rund zwei Millionen Menschen, 5 Prozent mehr als im Mai."
    found_rows = rows(text)
    assert [(row.sentence_id, row.kind, row.text) for row in found_rows] == [
        (0, "time", "3. Mai 2021"),
        (0, "number", "2021 Gäste"),
        (1, "time", "2022"),
        (1, "number", "rund zwei Millionen Menschen"),
        (1, "number", "5 Prozent"),
        (1, "time", "Mai"),
    ]
    assert all(text[row.start : row.end] == row.text for row in found_rows)
    assert all(one.end <= other.start for one, other in itertools.pairwise(found_rows))


@pytest.mark.parametrize(
    "text",
    [
        "„" * 10_000,
        "1.000 " * 20_000,
        "1." * 50_000,
        "9" * 100_000,
        "zwei bis " * 20_000,
        "5 " + "gute " * 20_000,
        "www." * 20_000,
        "a" * 50_000 + "@",
        "am 1. " * 20_000,
        "Mittwoch, den " * 10_000,
        "Die Zahl der " * 10_000 + "5 auf " * 10_000,
        "FC Kiel " * 20_000,
        "Am 3. Mai " + "um 10 Uhr " * 20_000,
    ],
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    doc = Doc(NLP.vocab, words=[text], spaces=[False])  # the tokenizer is not what is timed
    started = time.process_time()
    values.find(doc, Article(id="a", text=text, published=PUBLISHED))
    assert time.process_time() - started < 20


def test_a_night_covers_both_its_days() -> None:
    (night,) = rows("In der Nacht zum Dienstag kam er an.")
    assert (night.first, night.last) == ("2024-06-17", "2024-06-18")


def test_early_hours_of_a_night_are_those_of_the_day_into_which_it_goes() -> None:
    night = "In der Nacht zum Dienstag stieg der Fluss."
    values = [row.value for row in rows(f"{night} Er stand um 23 Uhr am Rand, um 4.30 Uhr darüber.", "2024-06-18")]
    assert values == ["2024-06-17TNI", "2024-06-17T23:00", "2024-06-18T04:30"]
    values = [row.value for row in rows("Er kam um 4 Uhr in der Nacht zum Dienstag an.", "2024-06-18")]
    assert values == ["2024-06-18T04:00", "2024-06-17TNI"]


def test_the_name_of_a_paper_is_no_time() -> None:
    assert rows("Das schrieb die Burg am Sonntag gestern.", names=("Burg am Sonntag",))[0].text == "gestern"


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_the_ends_of_the_calendar_stop_nothing(published: str) -> None:
    text = (
        "Am Sonntag, morgen, an Ostern, nächste Weihnachten, vergangene Woche, am Wochenende, in drei Jahren. 80 Boote."
    )
    assert ("80 Boote", "80", "Boote") in found(text, published)


def test_old_and_foreign_letters_stop_nothing() -> None:
    assert found("Am 3. Auguſt 2024 kamen faſt 300 Menschen.") == [
        ("3. Auguſt 2024", "2024-08-03", "day"),
        ("faſt 300 Menschen", "300", "Menschen"),
    ]


def test_a_place_named_for_a_day_and_quarters_in_a_row_are_no_times() -> None:
    text = "Auf dem Platz des 18. September feierten sie: Im dritten Quartal in Folge stieg der Gewinn."
    assert not [row for row in rows(text) if row.kind == "time"]


def test_hours_of_no_day_in_particular_have_none() -> None:
    values = [row.value for row in rows("Die Sperre gilt von 21 Uhr bis 4.30 Uhr.") if row.kind == "time"]
    assert values == ["XXXX-XX-XXT21:00", "XXXX-XX-XXT04:30"]
    values = [row.value for row in rows("Sie galt am Mittwoch von 21 bis 22 Uhr.") if row.kind == "time"]
    assert values == ["2024-06-19", "2024-06-19T21:00", "2024-06-19T22:00"]


@pytest.mark.parametrize(
    ("text", "published", "value", "confidence"),
    [
        ("In der Nacht brachen Feuer aus.", "2020-09-09T07:00", "2020-09-08TNI", "resolved"),
        ("In der Nacht wird es regnen.", "2020-09-09T07:00", "2020-09-09TNI", "resolved"),
        ("Heute Nacht hat es gebrannt.", "2020-09-09", "2020-09-08TNI", "resolved"),
        ("Gegen 23 Uhr habe er Rauch gesehen.", "2020-09-09T20:38", "2020-09-08T23:00", "guess"),
        ("Gegen 18 Uhr habe er Rauch gesehen.", "2020-09-09T20:38", "2020-09-09T18:00", "resolved"),
        ("Um drei Uhr krachte es in Kiel.", "2020-09-09T09:38", "2020-09-09T03:00", "resolved"),
        ("Um drei Uhr krachte es in Kiel.", "2020-09-09T16:05", "2020-09-09T03:00", "guess"),
        ("Am Abend trat sie zurück.", "2020-09-09", "2020-09-09TEV", "guess"),
        ("Am Montag brannte es. Gegen 18 Uhr war Rauch zu sehen.", "2020-09-09", "2020-09-07T18:00", "guess"),
        ("Sie lud für Montag, 14. September, um 9 Uhr ein.", "2020-09-09", "2020-09-14T09:00", "resolved"),
        ("In der Nacht brannte es.", "0001-01-01", "", ""),
        ("Am kommenden Wochenende ist Markt.", "2020-08-10", "2020-W33-WE", "resolved"),
        ("Am kommenden Wochenende ist Markt.", "2020-08-15", "2020-W34-WE", "resolved"),
        ("Am nächsten Wochenende ist Markt.", "2020-08-12", "2020-W34-WE", "guess"),
        ("Vor einigen Jahren im Juni war Ruhe.", "2020-08-10", "", ""),
        ("Vor einem Jahr im Juni war Ruhe.", "2020-08-10", "2019-06", "resolved"),
        ("In den 10er-Jahren war Ruhe.", "2020-08-10", "201", "guess"),
        ("In den 80er-Jahren war Ruhe.", "2020-08-10", "198", "resolved"),
        ("Der Markt soll im April beginnen.", "2025-09-03", "2026-04", "guess"),
        ("Das Schiff werde voraussichtlich am Montag kommen.", "2025-09-03", "2025-09-08", "resolved"),
        ("Für Samstag ist ein Umzug mit vielen Wagen angemeldet.", "2020-09-08", "2020-09-12", "resolved"),
        ("Für Samstag wurden drei Unfälle gemeldet.", "2020-09-08", "2020-09-05", "resolved"),
        ("Für dieses Wochenende war ein Umzug geplant.", "2020-09-08", "2020-W37-WE", "resolved"),
        ("Dieses Wochenende kamen viele Gäste.", "2020-09-08", "2020-W36-WE", "resolved"),
        (
            "An den Schulen sind bis Montag 13 neue Fälle in drei Klassen gezählt worden.",
            "2020-09-08",
            "2020-09-07",
            "resolved",
        ),
        ("Die Schulen sind bis Montag zu.", "2020-09-08", "2020-09-14", "resolved"),
        ("Der Mann werde seit Samstag vermisst.", "2025-09-03", "2025-08-30", "resolved"),
        ("Das im Juni eröffnete Haus steht an der Küste.", "2025-09-03", "2025-06", "resolved"),
        ("Sie ist seit dem 1. Mai 2000 Mitglied der Partei.", "2025-09-03", "2000-05-01", "stated"),
        ("Am Montag beginnt die letzte Woche der Schule.", "2025-09-05", "2025-09-08", "resolved"),
        ("Am Freitag beraten die Minister, die Spiele starten.", "2025-09-08", "2025-09-12", "resolved"),
        ("Am Montag um 9.30 Uhr wird der Prozess fortgesetzt.", "2025-09-05", "2025-09-08T09:30", "resolved"),
        (
            "Der Rat will den umstrittenen Entwurf zur Reform der gesetzlichen Versicherung am Mittwoch beschließen.",
            "2025-09-05",
            "2025-09-10",
            "resolved",
        ),
        ("Die am Montag vorgelegten Zahlen werden geprüft.", "2025-09-03", "2025-09-01", "resolved"),
        ("Am Mittwoch der kommenden Woche tagt der Rat.", "2025-09-05", "2025-09-10", "resolved"),
        ("Am Dienstag der vergangenen Woche kam sie.", "2025-09-05", "2025-08-26", "resolved"),
        ("Bis Sonntag kamen viele Gäste zu dem Fest.", "2025-09-03", "2025-08-31", "resolved"),
        ("Das Spiel wurde auf Montag verschoben.", "2025-09-05", "2025-09-08", "resolved"),
        ("Der Bund hat für Montag zu Streiks aufgerufen.", "2025-09-05", "2025-09-08", "resolved"),
        ("Seit dem 7. Oktober herrscht Streit.", "2025-08-20", "2024-10-07", "guess"),
        ("Seit dem 1. Juli herrscht Streit.", "2025-08-20", "2025-07-01", "resolved"),
        ("Im April steht der Markt an.", "2025-09-03", "2026-04", "guess"),
        ("Ab dem 1. Oktober 1000 Gäste im Saal.", "2025-09-03", "2025-10-01", "resolved"),
        ("Am 1. Oktober 2000 war Markt.", "2025-09-03", "2000-10-01", "stated"),
        ("Der Wirt soll im April gestorben sein.", "2025-09-03", "2025-04", "resolved"),
        ("Zwischen Januar und März war Ruhe.", "2025-05-08", "2025-01", "resolved"),
        ("Am Freitag (11. September) ist Markt.", "2020-09-07", "2020-09-11", "resolved"),
        ("Von Montag bis Donnerstag (12. bis 15. Oktober) ist Markt.", "2020-09-08", "2020-10-12", "resolved"),
        ("Das sagte sie am 7. Februar.", "2020-09-09", "2020-02-07", "guess"),
        ("Am 7. Februar beginnt der Prozess.", "2020-09-09", "2021-02-07", "guess"),
        ("Wenn sie am 20. September nichts vorlegten, werde gestreikt.", "2020-09-09", "2020-09-20", "resolved"),
        ("Die Flut zwang sie ab März, im Haus zu bleiben.", "2020-09-09", "2020-03", "guess"),
        ("Ab März gelten neue Regeln.", "2020-09-09", "2021-03", "resolved"),
        ("Vor drei Jahren im Mai war Ruhe.", "2020-09-09", "2017-05", "resolved"),
        ("Der Prozess, der für Montag geplant gewesen war, fiel aus.", "2020-07-15", "2020-07-13", "resolved"),
        ("Im ersten Jahresquartal sank der Umsatz.", "2020-07-15", "2020-Q1", "guess"),
        ("In der ersten Jahreshälfte sank der Umsatz.", "2020-07-15", "2020-H1", "guess"),
        ("Mitte des Jahres begann es.", "2020-07-15", "2020", "resolved"),
    ],
)
def test_what_is_told_as_past_is_not_ahead(text: str, published: str, value: str, confidence: str) -> None:
    assert (value, confidence) in [(row.value, row.confidence) for row in rows(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value", "approximation"),
    [
        ("Sie ermitteln gegen 157 Beamte.", "157 Beamte", "157", ""),
        ("Mehrere hunderttausend Schweine warten.", "Mehrere hunderttausend Schweine", "", ""),
    ],
)
def test_a_preposition_is_no_approximation_and_some_thousands_no_number(
    text: str, words: str, value: str, approximation: str
) -> None:
    assert [(row.text, row.value, row.approximation) for row in rows(text)] == [(words, value, approximation)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Die Tore schossen Holm (12.) und Brook (45., 67., 90.+3).", []),
        ("Bei minus zwölf Grad froren viele.", [("minus zwölf Grad", "-12", "")]),
        ("Gegen halb acht kamen drei Gäste.", [("drei Gäste", "3", "")]),
        ("Sie zahlen im Höchstfall 412 Euro.", [("im Höchstfall 412 Euro", "412", "at most")]),
    ],
)
def test_minutes_of_goals_and_hours_in_words_are_no_numbers(text: str, expected: list[tuple[str, str, str]]) -> None:
    numbers = [row for row in rows(text) if row.kind == "number"]
    assert [(row.text, row.value, row.approximation) for row in numbers] == expected


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("kurz vor drei Uhr", "03:00"),
        ("um halb acht", "07:30"),
        ("gegen halb eins", "12:30"),
        ("um halb acht Uhr", "07:30"),
        ("um 8 Uhr abends", "20:00"),
        ("um ein Uhr am Nachmittag", "13:00"),
    ],
)
def test_hours_are_known_in_words_and_halves(words: str, hour: str) -> None:
    assert f"2024-06-19T{hour}" in {value for _, value, _ in found(f"Am Mittwoch krachte es {words} in Kiel.")}


def test_half_of_what_is_counted_is_no_hour() -> None:
    assert not any("T" in value for _, value, _ in found("Am Mittwoch aß er nur halb zwei Brote."))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Er bekommt drei Jahre und sechs Monate Haft.", "P3Y6M"),
        ("In zwei Jahren 12 Tage Urlaub bekommt er.", ""),
        ("Die fünfjährige Tochtergesellschaft wuchs.", "P5Y"),
        ("Das zweijährige Kinderprogramm lief aus.", "P2Y"),
        ("Die fünfjährige Tochter lief weg.", "5"),
    ],
)
def test_lengths_in_two_units_and_ages_of_children(text: str, value: str) -> None:
    values_ = [told for _, told, _ in found(text)]
    assert value in values_ if value else not any("Y" in told and "D" in told for told in values_)
