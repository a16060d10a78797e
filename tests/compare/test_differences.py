"""Differences of values and names within an event."""

import re
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
import spacy

from lib.annotate import values
from lib.article import Annotation, Article
from lib.compare import differences
from lib.compare.differences.words import is_variant
from lib.schema import Attribute, Difference, EventSentence, Link, Mention, Quote, Sentence

NLP = spacy.blank("de")
NONE = np.zeros((1, 2), np.float32)


def stated(article: str, text: str, published: str = "2024-01-20") -> Annotation:
    """One sentence with the values that are found in it."""
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    rows = values.find(doc, Article(id=article, text=text, published=published))
    return Annotation(
        sentences=[Sentence(article, 0, 0, len(text), text, False)], values=rows, vectors=NONE, inner=NONE
    )


def linked(*annotations: Annotation, score: float = 0.45) -> tuple[list[EventSentence], list[Link]]:
    """One event of the first sentences, and the links between them."""
    sentences = [annotation.sentences[0] for annotation in annotations]
    rows = [EventSentence("e", sentence.article_id, 0, 1.0) for sentence in sentences]
    pairs = combinations(sentences, 2)
    return rows, [Link("s", one.article_id, 0, other.article_id, 0, score, "event", "") for one, other in pairs]


def found(*annotations: Annotation, score: float = 0.45, published: str = "") -> list[tuple[str, str, str, str]]:
    """Differences of articles that were published on these days."""
    days = dict(zip("ab", published.split(), strict=False))
    rows = differences.values(*linked(*annotations, score=score), annotations, {}, days)
    return [(row.kind, row.relation, row.article_id, row.value) for row in rows]


def test_numbers_of_the_same_thing_differ() -> None:
    one = stated("a", "Im Hafen sanken sieben Boote.")
    other = stated("b", "Neun Boote sanken im Hafen.")
    assert found(one, other) == [("number", "differ", "a", "sieben Boote"), ("number", "differ", "b", "Neun Boote")]


def test_since_when_something_was_not_so_high_is_no_other_day() -> None:
    one = stated("a", "Der Pegel der Amm stieg auf 5,80 Meter, den höchsten Stand seit 1954.")
    assert found(one, stated("b", "Der Pegel lag am 20. Januar bei 5,80 Metern."), score=0.9) == []


@pytest.mark.parametrize(
    "before",
    [
        "In einer früheren Meldung hatten wir von zwölf Verletzten berichtet; das war falsch.",
        "Zunächst war von zwölf Verletzten die Rede gewesen.",
        "Anfangs sprach die Polizei von zwölf Verletzten.",
    ],
)
def test_a_number_that_a_source_takes_back_is_not_what_it_says(before: str) -> None:
    other = stated("b", "Die Polizei spricht von 15 Verletzten.")
    assert found(stated("a", before), other, score=0.9) == []
    assert found(stated("a", "Die Polizei spricht von zwölf Verletzten."), other, score=0.9)


def test_a_spelled_number_is_the_same_answer() -> None:
    told = ("Rund 80 Helfer löschten.", "80 Helfer löschten.", "Achtzig Helfer löschten.", "60 Helfer löschten.")
    annotations = [stated(name, text) for name, text in zip("abcd", told, strict=True)]
    rows = differences.values(*linked(*annotations), annotations, {}, {})
    assert [row.answer for row in rows] == ["about 80", "80", "80", "60"]


def test_who_states_the_same_as_one_that_differs_is_named_too() -> None:
    told = (
        "Die Verhandlungen werden am 18. März fortgesetzt.",
        "Am 18. März wird weiter verhandelt.",
        "Die nächste Runde ist für den 19. März angesetzt.",
    )
    annotations = [stated(name, text) for name, text in zip("abc", told, strict=True)]
    rows, links = linked(*annotations, score=0.9)
    links = [link._replace(score=0.45) if "b" in {link.article_id, link.other_id} else link for link in links]
    found = differences.values(rows, links, annotations, {}, dict.fromkeys("abc", "2024-03-10"))
    assert [(row.article_id, row.value) for row in found] == [("a", "18. März"), ("b", "18. März"), ("c", "19. März")]


def test_who_states_the_same_large_number_of_something_of_another_name_is_named_too() -> None:
    told = (
        "Betroffen waren am Flughafen 18.000 Passagiere.",
        "Dort strandeten {} Urlauber.",
        "Betroffen waren am Flughafen 26.000 Passagiere.",
    )
    for number, articles in (("etwa 18.000", "abc"), ("18", "ac")):
        annotations = [stated(name, text.format(number)) for name, text in zip("abc", told, strict=True)]
        found = differences.values(*linked(*annotations), annotations, {}, {})
        assert "".join(row.article_id for row in found) == articles


def test_a_hedged_number_is_less_precise() -> None:
    one = stated("a", "Zur Feier kamen mehr als 80 Gäste.")
    other = stated("b", "Zur Feier kamen 84 Personen.")
    assert {row[1] for row in found(one, other)} == {"less precise"}


def test_a_limit_that_is_far_off_differs() -> None:
    one = stated("a", "Zur Feier kamen mehr als 80 Gäste.")
    other = stated("b", "Zur Feier kamen 800 Personen.")
    assert {row[1] for row in found(one, other)} == {"differ"}


def test_a_limit_beyond_what_is_meant_roughly_differs() -> None:
    one = stated("a", "Zur Feier kamen etwa 12.000 Gäste.")
    assert {row[1] for row in found(one, stated("b", "Zur Feier kamen mehr als 13.000 Gäste."))} == {"differ"}
    assert {row[1] for row in found(one, stated("b", "Zur Feier kamen mehr als 12.300 Gäste."))} == {"less precise"}


@pytest.mark.parametrize(
    "parts", ["fünf Frachtschiffe und ein Segelschiff", "vier Frachtschiffe sowie zwei alte Segelschiffe"]
)
def test_the_parts_of_a_total_are_no_difference(parts: str) -> None:
    total = stated("b", "Im Hafen sanken insgesamt sechs Schiffe.")
    assert found(stated("a", f"Im Hafen sanken {parts}."), total) == []
    less = parts.replace("ein ", "kein ").replace("sowie zwei", "sowie drei")
    assert found(stated("a", f"Im Hafen sanken {less}."), total)


def test_equal_numbers_are_no_difference() -> None:
    one = stated("a", "Im Hafen sanken sieben Boote.")
    other = stated("b", "Wie viele? 7 Boote.")
    assert found(one, other) == []


def test_a_share_with_minus_is_no_other_than_one_that_falls() -> None:
    one = stated("a", "Die Fänge gingen zurück, um minus 4 Prozent.")
    other = stated("b", "Die Fänge gingen um 4 Prozent zurück.")
    assert found(one, other) == []
    colder = stated("c", "Die Fänge gingen um 7 Prozent zurück.")
    assert {row[3] for row in found(one, colder)} == {"minus 4 Prozent", "7 Prozent"}


def test_parts_of_a_whole_are_shares() -> None:
    one = stated("a", "Im Hafen sanken zwei Drittel der Boote im Sturm.")
    assert {row[1] for row in found(one, stated("b", "Im Hafen sanken 66 Prozent der Boote im Sturm."))} == {
        "less precise"
    }
    assert {row[1] for row in found(one, stated("b", "Im Hafen sank die Hälfte der Boote im Sturm."))} == {"differ"}


@pytest.mark.parametrize(
    ("one", "other", "values"),
    [
        ("Ein 24-jähriger Mann stahl das Boot.", "Die 36-Jährige stahl das Boot.", []),
        ("Der 24-Jährige stahl das Boot.", "Die 36 Jahre alte Fischerin stahl das Boot.", []),
        ("Man verhaftete den 24-Jährigen.", "Man verhaftete einen 36-Jährigen.", ["24-Jährigen", "36-Jährigen"]),
        ("Die 24-Jährige stahl das Boot.", "Gegen eine 36-Jährige klagt er.", ["24-Jährige", "36-Jährige"]),
        ("Das Boot der 24-Jährigen sank.", "Das Boot des 36-Jährigen sank.", []),
        ("Ein Achtjähriger stahl das Boot.", "Ein 9-Jähriger stahl das Boot.", ["Achtjähriger", "9-Jähriger"]),
    ],
)
def test_the_age_of_a_man_is_not_that_of_a_woman(one: str, other: str, values: list[str]) -> None:
    assert [row[3] for row in found(stated("a", one), stated("b", other), score=0.9)] == values


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("Das Boot fiel zwölf Meter tief.", "Das Boot ist {} Meter lang.", 15),
        ("Auf einer Länge von zwölf Metern brach der Deich.", "Der Deich ist {} Meter breit.", 15),
        ("Die Fischer fordern 8 Prozent mehr Lohn.", "Die Reeder bieten {} Prozent mehr Lohn.", 3),
        ("Zum Fest kamen 5000 Gäste.", "Im vergangenen Jahr waren {} Gäste gekommen.", 4000),
        ("Der Hafen erwartet nun 20 Millionen Euro Umsatz.", "Bislang waren {} Millionen Euro geplant.", 18),
    ],
)
def test_numbers_of_something_else_beside_it_are_no_difference(one: str, other: str, number: int) -> None:
    assert found(stated("a", one), stated("b", other.format(number)), score=0.9) == []


def test_a_fall_and_a_depth_are_one_dimension_and_last_year_is_the_same_in_both() -> None:
    fell = stated("a", "Das Boot fiel zwölf Meter tief."), stated("b", "Das Boot fiel 15 Meter in die Tiefe.")
    assert {row[1] for row in found(*fell, score=0.9)} == {"differ"}
    came = "Im vergangenen Jahr waren 400 Boote gekommen.", "Im vergangenen Jahr kamen 500 Boote."
    assert {row[1] for row in found(stated("a", came[0]), stated("b", came[1]), score=0.9)} == {"differ"}


@pytest.mark.parametrize(
    ("amount", "number", "relation"),
    [
        ("Mehrere tausend Menschen", "5000 Personen", {"less precise"}),
        ("Hunderte Menschen", "rund 400 Menschen", {"less precise"}),
        ("Hunderte Menschen", "5000 Menschen", set()),
        ("Viele Menschen", "5000 Menschen", set()),
    ],
)
def test_an_amount_tells_how_many_about(amount: str, number: str, relation: set[str]) -> None:
    one, other = stated("a", f"{amount} sahen das Feuerwerk."), stated("b", f"Bei der Regatta waren {number}.")
    assert {row[1] for row in found(one, other, score=0.5)} == relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("4 Mio. €", "fünf Millionen Euro", {"differ"}),
        ("4 Mio. €", "vier Millionen Euro", set()),
        ("90 Zentimeter", "1,20 Meter", {"differ"}),
        ("90 cm", "0,9 m", set()),
        ("1500 Kilo", "1,5 Tonnen", set()),
        ("ein Tempo von 80 km/h", "ein Tempo von 95 Stundenkilometern", {"differ"}),
        ("rund einen Hektar", "3 Hektar", set()),
        ("drei Kilometer", "90 Meter", set()),
    ],
)
def test_measures_are_compared_in_one_unit(one: str, other: str, relation: set[str]) -> None:
    told = stated("a", f"Gemessen wurden am Deich {one}."), stated("b", f"Man maß am Deich {other}.")
    assert {row[1] for row in found(*told, score=0.9)} == relation


def test_ages_are_compared_whatever_the_words() -> None:
    one = stated("a", "Ein 36-Jähriger stahl im Hafen das Boot.")
    assert len(found(one, stated("b", "Ein Mann, 35 Jahre alt, stahl im Hafen das Boot."))) == 2
    assert found(one, stated("b", "Ein 36-jähriger Mann stahl im Hafen das Boot.")) == []
    assert found(one, stated("b", "Die 24-jährige Kapitänin klagt nun vor Gericht.")) == []


def test_numbers_of_other_things_are_not_compared() -> None:
    one = stated("a", "Im Hafen sanken sieben Boote.")
    other = stated("b", "Im Hafen sanken neun Kräne.")
    assert found(one, other) == []


def test_numbers_among_other_words_answer_another_question() -> None:
    one = stated("a", "Nach Regen evakuiert: 300 Menschen.")
    other = stated("b", "Keller überflutet, verletzt wurden 4 Menschen.")
    assert found(one, other) == []


def test_a_thing_that_each_article_counts_once_needs_no_other_words_in_common() -> None:
    one = stated("a", "Geliefert wurden demnach 40 Container.")
    other = stated("b", "Seoul zählt 60 Containern.")
    assert [row[1] for row in found(one, other)] == ["differ", "differ"]


def test_compounds_of_one_head_are_counted_together() -> None:
    one = stated("a", "Er bekam fünf Segelschiffe.")
    other = stated("b", "Sechs Fischerschiffe sind ein Geschenk.")
    assert [row[3] for row in found(one, other)] == ["fünf Segelschiffe", "Sechs Fischerschiffe"]


def test_a_month_is_less_precise_than_a_day_in_it() -> None:
    one = stated("a", "Das Rathaus bleibt bis 9. Januar geschlossen.")
    other = stated("b", "Das Rathaus bleibt bis Januar geschlossen.")
    assert found(one, other) == [("time", "less precise", "a", "9. Januar"), ("time", "less precise", "b", "Januar")]


def test_dates_in_the_same_role_differ_and_in_other_roles_do_not() -> None:
    one = stated("a", "Das Rathaus bleibt bis 9. Januar geschlossen.")
    until = stated("b", "Geschlossen bleibt das Rathaus bis zum 5. Januar.")
    since = stated("b", "Geschlossen bleibt das Rathaus seit 5. Januar.")
    assert [row[1] for row in found(one, until)] == ["differ", "differ"]
    assert found(one, since) == []


def test_a_time_that_is_only_a_guess_is_left_out() -> None:
    one = stated("a", "Das Rathaus schloss am 9. August.")
    other = stated("b", "Das Rathaus schloss am 5. August.")
    assert found(one, other) == []


def test_dates_of_which_only_the_year_is_a_guess_differ_among_surely_linked_sentences() -> None:
    one = stated("a", "Das Gesetz gilt vom 1. September an.", "2024-03-20")
    for day, relations in (("1. Oktober", {"differ"}), ("1. September", set())):
        other = stated("b", f"Vom {day} an gilt das Gesetz.", "2024-03-20")
        assert {row[1] for row in found(one, other, score=0.9)} == relations


def test_an_amount_without_a_number_is_less_precise() -> None:
    other = stated("b", "Im Hafen sanken neun Boote.")
    for words in ("Dutzende Boote", "viele Boote", "einige kleine Boote"):
        one = stated("a", f"Im Hafen sanken {words}.")
        assert [row[1:] for row in found(one, other)] == [
            ("less precise", "a", words),
            ("less precise", "b", "neun Boote"),
        ]
        assert found(one, stated("b", f"Es sanken {words}.")) == []


def test_a_limit_is_another_than_the_number_itself() -> None:
    """Of an article that states both, the limit counts."""
    one = stated("a", "Es gibt Kredite von bis zu 540 Milliarden Euro.")
    other = stated("b", "Es gibt Kredite von 540 Milliarden Euro.")
    assert {row[1] for row in found(one, other)} == {"less precise"}
    both = stated("c", "Die Kredite von 540 Milliarden Euro sind Kredite von bis zu 540 Milliarden Euro.")
    assert ("number", "less precise", "c", "bis zu 540 Milliarden Euro") in found(one, other, both)


def test_two_limits_of_the_same_kind_answer_one_question_among_other_words() -> None:
    one = stated("a", "Die Regel der Stadt Ulm erlaubt höchstens 6 Personen auf Feiern.")
    other = stated("b", "Nach der Regel durften höchstens 50 Menschen kommen.")
    assert [row[1] for row in found(one, other)] == ["differ", "differ"]


def test_an_agreeing_third_article_is_listed_with_the_difference() -> None:
    words = {"a": "sieben Boote", "b": "neun Boote", "c": "neun Boote"}
    rows = [stated(article, f"Im Hafen sanken {value}.") for article, value in words.items()]
    assert [(article, value) for _, _, article, value in found(*rows)] == list(words.items())


def test_offsets_lead_to_the_words_and_rows_of_a_difference_share_an_id() -> None:
    one = stated("a", "Im Hafen sanken sieben Boote.")
    other = stated("b", "Neun Boote sanken im Hafen.")
    first, second = differences.values(*linked(one, other), [one, other], {}, {})
    assert first.difference_id == second.difference_id
    assert one.sentences[0].text[first.start : first.end] == first.value


def test_a_difference_that_several_sentences_tell_is_shown_once() -> None:
    texts = {
        "a": "Im Hafen sanken sieben Boote.",
        "b": "Im Hafen sanken neun Boote.",
        "c": "Im Hafen sanken neun Boote.",
    }
    rows, links = linked(*(stated(key, text) for key, text in texts.items()))
    annotations = [stated(key, text) for key, text in texts.items()]
    twice = rows + [EventSentence("f", row.article_id, 0, 1.0) for row in rows[:2]]
    found = differences.values(twice, links, annotations, {}, {})
    assert [row.article_id for row in found] == ["a", "b", "c"]


def test_what_surely_linked_sentences_alone_state_is_brought_together() -> None:
    one = stated("a", "Am Mittwoch tritt die Regel der Stadt in Kraft.", "2024-01-15")
    other = stated("b", "An Silvester gilt das Verbot in ganz Ulm.", "2024-01-15")
    assert found(one, other) == []
    assert [row[1:] for row in found(one, other, score=0.9)] == [
        ("differ", "a", "Mittwoch"),
        ("differ", "b", "Silvester"),
    ]
    since = stated("b", "Seit Silvester gilt das Verbot in ganz Ulm.", "2024-01-15")
    assert found(one, since, score=0.9) == []
    near = stated("b", "Seit Silvester ist die Regel der Stadt in Kraft.", "2024-01-15")
    assert len(found(one, near, score=0.9)) == 2
    named = stated("b", "Vor der Stadtwahl 2025 gilt das Verbot in ganz Ulm.", "2024-01-15")
    assert found(one, named, score=0.9) == []
    more = stated("b", "An Silvester und Ostern gilt das Verbot in ganz Ulm.", "2024-01-15")
    assert found(one, more, score=0.9) == []


def test_what_the_other_article_states_of_the_event_elsewhere_is_no_difference() -> None:
    one = stated("a", "Für Ulm sind 173 Millionen Euro reserviert.")
    other = stated("b", "Reserviert sind für Ulm und Hof 300 Millionen Euro.")
    assert {row[1] for row in found(one, other, score=0.9)} == {"differ"}
    rows, links = linked(one, other, score=0.9)
    more = stated("b", "Für Ulm allein sind es 173 Millionen Euro.")
    second = Sentence("b", 1, 100, 100 + len(more.sentences[0].text), more.sentences[0].text, False)
    moved = [value._replace(sentence_id=1, start=value.start + 100, end=value.end + 100) for value in more.values]
    both = Annotation(sentences=[*other.sentences, second], values=[*other.values, *moved], vectors=NONE, inner=NONE)
    assert differences.values([*rows, EventSentence("e", "b", 1, 1.0)], links, [one, both], {}, {}) == []


def test_numbers_that_are_nearly_the_same_are_compared_among_others() -> None:
    one = stated("a", "Die Firma beschäftigt 3200 Menschen, davon 1900 in Aalen.")
    other = stated(
        "b", "Norweger zahlen 840 Millionen Euro für die Firma mit 3200 Menschen, rund 2000 von ihnen in Aalen."
    )
    assert [row[1:] for row in found(one, other, score=0.9)] == [
        ("less precise", "a", "1900"),
        ("less precise", "b", "rund 2000"),
    ]
    assert found(one, other) == []
    far = stated("b", "Norweger zahlen 840 Millionen Euro für die Firma mit 3200 Menschen, 900 von ihnen in Aalen.")
    assert found(one, far, score=0.9) == []
    two = stated("b", "Norweger zahlen 840 Millionen Euro für 3200 Menschen, 2000 davon in Aalen, 1950 Frauen.")
    assert found(one, two, score=0.9) == []


def test_counts_of_differently_called_things_need_the_same_words_around_them() -> None:
    one = stated("a", "Nach Angaben der Kammer klagten elf Lokale gegen die Sperrstunde.")
    other = stated("b", "Nach Angaben der Kammer klagten rund zwölf Kneipen gegen die Sperrstunde.")
    assert {row[1] for row in found(one, other, score=0.9)} == {"less precise"}
    assert found(one, stated("b", "Vor Gericht zogen diesmal 20 Kneipen mit ihrem Anwalt."), score=0.9) == []
    far = stated("b", "Nach Angaben der Kammer klagten 90 Nachbarn gegen die Sperrstunde.")
    assert found(one, far, score=0.9) == []
    near = stated("b", "Vor Gericht zogen diesmal 12 Kneipen mit ihrem Anwalt.")
    assert {row[1] for row in found(one, near, score=0.9)} == {"differ"}
    bare = stated("b", "Die Zahl der Kläger lag bei 12.")
    assert {row[1] for row in found(one, bare, score=0.9)} == {"differ"}


def test_the_beginning_of_a_month_is_more_precise_than_the_month() -> None:
    one, other = stated("a", "Das Rathaus schloss Anfang Januar."), stated("b", "Das Rathaus schloss im Januar.")
    assert {row[1] for row in found(one, other, score=0.9)} == {"less precise"}
    week, same = stated("a", "Er ruht seit den vergangenen sieben Tagen."), stated("b", "Er ruht seit sieben Tagen.")
    assert found(week, same, score=0.9) == []


def test_a_guessed_year_is_less_precise_than_a_stated_one() -> None:
    one = stated("a", "Das Rathaus schloss am 9. August.")
    other = stated("b", "Das Rathaus schloss am 9. August 2022.")
    assert {row[1] for row in found(one, other, score=0.9)} == {"less precise"}
    assert found(one, stated("b", "Das Rathaus schloss am 5. August 2022."), score=0.9) == []


def test_lengths_of_time_in_other_units_are_the_same() -> None:
    for words, same in (("48 Stunden", "zwei Tage"), ("eine Woche", "sieben Tage"), ("ein Jahr", "zwölf Monate")):
        assert found(stated("a", f"Das dauert {words}."), stated("b", f"Das dauert {same}."), score=0.9) == []
    minutes, months = stated("a", "Das dauert fünf Minuten."), stated("b", "Das dauert fünf Monate.")
    assert {row[1] for row in found(minutes, months, score=0.9)} == {"differ"}


def test_rough_lengths_far_apart_differ() -> None:
    for one, other, relation in (
        ("1,5 Jahre", "18 Monate", set()),
        ("rund zwei Jahre", "30 Jahre", {"differ"}),
        ("rund zwei Jahre", "50 Jahre", set()),
        ("rund zwei Jahre", "drei Jahre", {"less precise"}),
        ("bis zu zwei Jahre", "bis zu drei Jahre", {"differ"}),
        ("60 Tage", "zwei Monate", set()),
        ("90 Tage", "zwei Monate", {"differ"}),
        ("etwa 60 Tage", "zwei Monate", {"less precise"}),
        ("zehn Jahre", "ein Jahrzehnt", set()),
    ):
        pair = stated("a", f"Das dauert {one}."), stated("b", f"Das dauert {other}.")
        assert {row[1] for row in found(*pair, score=0.9)} == relation


def test_a_limit_allows_what_lies_beyond_it() -> None:
    for one, other, relation in (
        ("mehr als 100", "120", "less precise"),
        ("mehr als 100", "70", "differ"),
        ("höchstens 100", "70", "less precise"),
        ("höchstens 100", "120", "differ"),
    ):
        pair = stated("a", f"Im Hafen sanken {one} Boote."), stated("b", f"Im Hafen sanken {other} Boote.")
        assert {row[1] for row in found(*pair)} == {relation}


def test_a_weekday_that_was_resolved_to_another_week_is_no_difference() -> None:
    one = stated("a", "Am Sonntag singt der Rat der Stadt.", "2024-01-19")
    other = stated("b", "Der Rat wird an diesem Sonntag singen.", "2024-01-19")
    assert one.values[0].value != other.values[0].value
    assert found(one, other, score=0.9) == []
    end = stated("a", "Der Rat tagt Ende der kommenden Woche.", "2024-01-20")
    end_too = stated("b", "Der Rat der Stadt tagt Ende kommender Woche.", "2024-01-22")
    assert end.values[0].value != end_too.values[0].value
    assert found(end, end_too, score=0.9) == []
    before = stated("b", "Der Rat tagt Ende der vergangenen Woche.", "2024-01-20")
    assert {row[1] for row in found(end, before, score=0.9)} == {"differ"}
    day = stated("a", "Am Dienstag tagte der Rat der Stadt.", "2024-01-19")
    last = stated("b", "Der Rat tagte am Dienstag vergangener Woche.", "2024-01-19")
    assert {row[1] for row in found(day, last, score=0.9)} == {"differ"}


def test_a_weekday_and_the_date_a_week_off_are_no_difference() -> None:
    one = stated("a", "Am Dienstag tagte der Rat.", "2024-01-19")
    other = stated("b", "Der Rat tagt am 23. Januar.", "2024-01-19")
    assert found(one, other, score=0.9) == []
    other = stated("b", "Der Rat tagt am 24. Januar.", "2024-01-19")
    assert {row[1] for row in found(one, other, score=0.9)} == {"differ"}


def test_an_equal_number_that_one_article_restricts_is_less_precise() -> None:
    one = stated("a", "Es gab 900 Anträge aus 14 Orten.")
    other = stated("b", "Mehr als 900 kamen aus 20 Dörfern.")
    assert [row[1:] for row in found(one, other, score=0.9)][:2] == [
        ("less precise", "a", "900 Anträge"),
        ("less precise", "b", "Mehr als 900"),
    ]
    same = stated("b", "Die 900 kamen aus 20 Dörfern.")
    assert not {"900 Anträge", "900"} & {row[3] for row in found(one, same, score=0.9)}


def test_a_day_without_a_year_lies_in_its_month() -> None:
    one, other = stated("a", "Der Rat tagt am 9. August."), stated("b", "Im August tagt der Rat.")
    assert {row[1] for row in found(one, other, score=0.9)} == {"less precise"}


def test_times_of_day_differ_and_are_not_compared_with_days() -> None:
    one, other = stated("a", "Die Regel gilt ab 22 Uhr."), stated("b", "Die Regel gilt ab 23 Uhr.")
    assert {row[1] for row in found(one, other, score=0.9)} == {"differ"}
    assert found(one, stated("b", "Die Regel gilt ab Montag."), score=0.9) == []


def test_a_season_that_is_a_guess_is_less_precise_than_a_month_in_it() -> None:
    one, other = (
        stated("a", "Der Rat tagt seit Juni.", "2024-09-20"),
        stated("b", "Seit dem Sommer tagt der Rat.", "2024-09-20"),
    )
    assert {row[1] for row in found(one, other, score=0.9)} == {"less precise"}
    assert found(stated("a", "Der Rat tagt seit April.", "2024-09-20"), other, score=0.9) == []


def test_a_time_that_both_tell_is_not_set_against_another() -> None:
    one = stated("a", "Die Waffenruhe ist am Mittwoch um 4 Uhr in Kraft getreten.", "2024-01-19")
    other = stated("b", "Seit Mittwoch um 5 Uhr gilt die Waffenruhe.", "2024-01-19")
    assert [row[3] for row in found(one, other, score=0.9)] == ["4 Uhr", "5 Uhr"]


def test_of_several_times_one_within_another_is_more_precise() -> None:
    one = stated("a", "Der Prozess soll kommende Woche beginnen.", "2024-01-18")
    other = stated("b", "Der Prozess beginnt am 24. Januar, nach einer Pause im Dezember 2023.", "2024-01-18")
    assert [row[1:] for row in found(one, other, score=0.9)] == [
        ("less precise", "a", "kommende Woche"),
        ("less precise", "b", "24. Januar"),
    ]
    for told in ("am 24. Januar oder am 25. Januar", "am 14. Februar, nach einer Pause im Dezember 2023"):
        assert found(one, stated("b", f"Der Prozess beginnt {told}.", "2024-01-18"), score=0.9) == []


def test_hours_may_be_meant_roughly_and_be_of_a_day_that_is_a_guess() -> None:
    one = stated("a", "Der Brand brach gegen 13 Uhr im Hafen aus.", "2024-01-20")
    for hour, relation in (
        ("gegen 13.20 Uhr", {"less precise"}),
        ("um 13.20 Uhr", {"less precise"}),
        ("um 14.15 Uhr", {"differ"}),
        ("gegen 13.00 Uhr", set()),
    ):
        other = stated("b", f"Im Hafen brach {hour} der Brand aus.", "2024-01-20")
        assert {row[1] for row in found(one, other, score=0.9)} == relation


def test_an_hour_is_compared_with_an_hour_though_the_day_is_told_too() -> None:
    one = stated("a", "Am Freitagabend um 21 Uhr brach im Hafen der Brand aus.", "2024-01-20")
    other = stated("b", "Um 22.30 Uhr brach der Brand im Hafen aus.", "2024-01-20")
    assert [row[1:] for row in found(one, other, score=0.9)] == [
        ("differ", "a", "21 Uhr"),
        ("differ", "b", "22.30 Uhr"),
    ]


@pytest.mark.parametrize(
    ("part", "hour", "relation"),
    [
        ("in der Nacht zum Freitag", "gegen 2 Uhr", {"less precise"}),
        ("in der Nacht zum Freitag", "gegen 23 Uhr", {"less precise"}),
        ("am Freitagmorgen", "um 7 Uhr", {"less precise"}),
        ("am Freitagmorgen", "um 1 Uhr", set()),
    ],
)
def test_a_part_of_a_day_is_less_precise_than_an_hour_of_it(part: str, hour: str, relation: set[str]) -> None:
    one = stated("a", f"Der Brand brach {part} aus.", "2024-01-19T10:00")
    other = stated("b", f"Der Brand im Hafen brach {hour} aus.", "2024-01-19T10:00")
    assert {row[1] for row in found(one, other, score=0.9)} == relation


def test_a_length_in_two_units_is_one() -> None:
    one = stated("a", "Er bekam drei Jahre und sechs Monate Haft.")
    assert found(one, stated("b", "Er bekam dreieinhalb Jahre Haft."), score=0.9) == []
    assert [row[3] for row in found(one, stated("b", "Er bekam drei Jahre Haft."), score=0.9)] == [
        "drei Jahre und sechs Monate",
        "drei Jahre",
    ]


def test_the_ends_of_a_period_are_compared_with_those_of_another() -> None:
    one = stated("a", "Der Berater betrog zwischen 2015 und 2020 die Kunden der Werft.")
    other = stated("b", "Der Berater betrog von 2014 bis 2020 die Kunden der Werft.")
    assert [row[3] for row in found(one, other, score=0.9)] == ["2015", "2014"]
    hours = stated("a", "Das Verbot gilt von 21 bis 4.30 Uhr."), stated("b", "Es gilt zwischen 21 Uhr und 5 Uhr.")
    assert [row[3] for row in found(*hours, score=0.9)] == ["4.30 Uhr", "5 Uhr"]


def test_between_two_names_no_clause_ends() -> None:
    one = borne(
        "a", "Die Straße zwischen Kiel und Husum wird vom 9. Januar an gesperrt.", ("Kiel", "LOC"), ("Husum", "LOC")
    )
    other = borne(
        "b", "Vom 12. Januar an wird die Straße zwischen Kiel und Husum gesperrt.", ("Kiel", "LOC"), ("Husum", "LOC")
    )
    assert [row[3] for row in found(one, other, score=0.9)] == ["9. Januar", "12. Januar"]


def test_amounts_without_number_are_the_same_whatever_is_named_with_them() -> None:
    one, other = stated("a", "Im Hafen sanken viele Boote."), stated("b", "Im Hafen sanken viele Fischerboote.")
    assert found(one, other) == []
    assert found(stated("a", "Im Hafen sanken neun Boote."), stated("b", "Wie viele Boote sanken, blieb offen.")) == []


def named(article: str, text: str, *mentions: tuple[str, str], roles: tuple[str, ...] = ()) -> Annotation:
    """One sentence with mentions, by words and label, and the roles right before the first of them."""
    rows = [
        Mention(article, 0, text.index(words), text.index(words) + len(words), words, label)
        for words, label in mentions
    ]
    attributes = [
        Attribute(article, 0, text.index(role), text.index(role) + len(role), role, "role", rows[0].start)
        for role in roles
    ]
    sentence = Sentence(article, 0, 0, len(text), text, False)
    return Annotation(sentences=[sentence], mentions=rows, attributes=attributes, vectors=NONE, inner=NONE)


def called(*annotations: Annotation) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, relation and words of each difference where all sentences are linked and all mentions of a label are of one
    entity."""
    rows, links = linked(*annotations)
    entity_of = {(m.article_id, m.start): f"entity {m.label}" for a in annotations for m in a.mentions}
    found: dict[str, list[Difference]] = {}
    for row in differences.namings(rows, links, annotations, entity_of):
        found.setdefault(row.difference_id, []).append(row)
    return [(rows[0].kind, rows[0].relation, tuple(row.value for row in rows)) for rows in found.values()]


def test_a_person_with_another_role() -> None:
    one = named("a", "Das sagte Deichgraf Ole Brandt.", ("Ole Brandt", "PER"), roles=("Deichgraf",))
    other = named("b", "Das sagte Amtschef Brandt.", ("Brandt", "PER"), roles=("Amtschef",))
    assert called(one, other) == [("person", "other words", ("Deichgraf Ole Brandt", "Amtschef Brandt"))]
    assert called(one, named("c", "Ole Brandt sagte das.", ("Ole Brandt", "PER"))) == []
    one = named("a", "US-amerikanische Sängerin Brandt.", ("Brandt", "PER"), roles=("US-amerikanische", "Sängerin"))
    assert called(one, named("b", "Die US-Sängerin Brandt.", ("Brandt", "PER"), roles=("US-Sängerin",))) == []


def test_a_body_that_is_introduced_as_another_thing() -> None:
    one = named("a", "Die Behörde Deichamt prüft das.", ("Deichamt", "ORG"), roles=("Behörde",))
    other = named("b", "Das prüft die Landesbehörde Deichamt.", ("Deichamt", "ORG"), roles=("Landesbehörde",))
    assert called(one, other) == [("name", "less precise", ("Behörde Deichamt", "Landesbehörde Deichamt"))]


def test_a_role_that_the_article_itself_spells_out_is_no_difference() -> None:
    rows = [
        Difference("d", "e", "person", "less precise", "a", 4, 30, "Minister Ole Brandt", "minist"),
        Difference("d", "e", "person", "less precise", "b", 4, 20, "Deichminister Brandt", "deichminist"),
    ]
    other = named("b", "Das sagte Deichminister Brandt.")
    assert differences.lasting(rows, [named("a", "Das sagte Minister Ole Brandt."), other]) == rows
    both = named("a", "Das sagte Minister Ole Brandt. Der Deichminister Ole Brandt ging.")
    assert differences.lasting(rows, [both, other]) == []
    others = named("a", "Das sagte Minister Ole Brandt. Ein Deichminister ging.")
    assert differences.lasting(rows, [others, other]) == rows


def test_a_prefix_makes_another_noun_and_no_less_precise_one() -> None:
    texts = {"a": "Er änderte im Mai nach dem Streit seine Sicht auf den Deich.", "b": "seine Ansicht auf den Deich"}
    one, other = named("a", texts["a"]), named("b", f"Er änderte im Mai nach dem Streit {texts['b']}.")
    assert called(one, other) == [("name", "other words", ("Sicht", "Ansicht"))]


def test_a_place_by_another_form_of_its_name_but_not_in_another_case() -> None:
    one, other = named("a", "Er lebt in Kiew.", ("Kiew", "LOC")), named("b", "Er wohnt in Kyjiw.", ("Kyjiw", "LOC"))
    assert called(one, other) == [("place", "other words", ("Kiew", "Kyjiw"))]
    assert called(one, named("c", "Kiews Mauern fallen.", ("Kiews", "LOC"))) == []


def test_an_abbreviation_is_no_other_name() -> None:
    one = named("a", "Der Deutsche Deichbund rief auf.", ("Deutsche Deichbund", "ORG"))
    assert called(one, named("b", "Der DDtB rief auf.", ("DDtB", "ORG"))) == []
    assert called(one, named("b", "Der ddb rief auf.", ("ddb", "ORG"))) == []
    assert len(called(one, named("b", "Der Deichverband rief auf.", ("Deichverband", "ORG")))) == 1


def test_compounds_of_one_head_are_names_of_one_thing() -> None:
    one, other = named("a", "Nun gilt Maskenpflicht."), named("b", "Seit heute gilt Helmpflicht.")
    assert called(one, other) == [("name", "other words", ("Maskenpflicht", "Helmpflicht"))]
    bare = named("c", "Die Pflicht gilt nun.")
    assert called(one, bare) == [("name", "less precise", ("Maskenpflicht", "Pflicht"))]


def test_words_that_share_no_more_than_an_ending_do_not() -> None:
    assert called(named("a", "Sie sah die Landung."), named("b", "Sie hörte die Meldung.")) == []
    assert called(named("a", "Das Gericht tagt."), named("b", "Sein Bericht folgt.")) == []
    assert called(named("a", "Aus guten Gründen ging er."), named("b", "Der Grund blieb offen.")) == []
    assert called(named("a", "Man hörte Forderungen."), named("b", "Es antwortet die Regierung.")) == []
    assert called(named("a", "Sie plant eine Inhaftierung."), named("b", "Es fehlt die Finanzierung.")) == []
    assert called(named("a", "Angesichts dessen ging er."), named("b", "Sie lobte die Aussichten.")) == []
    assert called(named("a", "Die Stimmung sank."), named("b", "Es folgt die Abstimmung.")) == []
    assert called(named("a", "Er macht Verkehrspolitik."), named("b", "Da redet ein Umweltpolitiker.")) == []


def test_other_spellings_and_forms_of_a_word_are_no_other_word() -> None:
    one, other = "Neu ist die Hafenbahn-Planung.", "Es stockt die Hafenbahnhof-Planung."
    assert called(named("a", one), named("b", other)) == []
    one = "Der Trupp hat einen eigenen Essensraum, einen eigenen Eingang."
    assert called(named("a", one), named("b", one.replace("Essens", "Essen"))) == []
    assert len(called(named("a", one), named("b", one.replace("Essensraum", "Speisesaal")))) == 1
    one = "Der Trupp, dessen Boote die Regeln der Werft nicht einhielten, fuhr fort."
    assert called(named("a", one), named("b", one.replace("hielten", "halten"))) == []
    assert len(called(named("a", one), named("b", one.replace("einhielten", "befolgten")))) == 1
    one = "Der Plan sei ein großer Schritt, lobte die Sprecherin der Fraktion."
    assert len(called(named("a", one), named("b", one.replace("lobte", "liebte")))) == 1


def test_nouns_between_the_same_words_stand_in_one_slot() -> None:
    one = named("a", "Das Dorf verzichtete im Herbst auf die Zölle für Fischer.")
    other = named("b", "Man verzichtete auf die Abgaben für Fischer.")
    assert called(one, other) == [("name", "other words", ("Zölle", "Abgaben"))]


def test_who_says_so_and_what_is_negated_are_no_other_words() -> None:
    for one, other in (
        (
            "Der Bürgermeister sagte am Montag im Rathaus von Kiel.",
            "Der Bürgermeister erklärte am Montag im Rathaus von Kiel.",
        ),
        (
            "Der Fischer war von der Sturmflut nicht beeindruckt worden.",
            "Der Fischer war von der Sturmflut sehr enttäuscht worden.",
        ),
    ):
        assert called(named("a", one), named("b", other)) == []
    one, other = (
        "Der Fischer war von der Sturmflut sehr beeindruckt worden.",
        "Der Fischer war von der Sturmflut sehr enttäuscht worden.",
    )
    assert called(named("a", one), named("b", other)) == [("name", "other words", ("beeindruckt", "enttäuscht"))]


def test_a_compound_that_is_spelled_out_is_no_other_name() -> None:
    one, other = (
        named("a", "Verboten ist der Konsum von Alkohol im Freien."),
        named("b", "Der Alkoholkonsum ist verboten."),
    )
    assert called(one, other) == []
    assert called(named("a", "Er will staatliche Hilfen."), named("b", "Nötig sind Staatshilfen.")) == []
    assert called(named("a", "Er will neue Hilfen."), named("b", "Nötig sind Staatshilfen.")) == [
        ("name", "less precise", ("Hilfen", "Staatshilfen"))
    ]


def test_verbs_and_adjectives_of_one_ending_stand_in_one_slot() -> None:
    one = named("a", "Der Plan sei ein großer Schritt, lobte die Sprecherin der Fraktion.")
    other = named("b", "Der Plan sei ein großer Schritt, sagte die Sprecherin der Fraktion.")
    assert called(one, other) == [("name", "other words", ("lobte", "sagte"))]
    assert called(one, named("c", "Der Plan sei ein großer Schritt, meint die Sprecherin der Fraktion.")) == []


def test_a_verb_without_its_particle_is_no_word() -> None:
    one = "Nach der neuen Umfrage {} die Zahl der Boote im Hafen mit dem Alter der Fischer{}."
    assert called(named("a", one.format("steigt", "")), named("b", one.format("sinkt", ""))) == [
        ("name", "other words", ("steigt", "sinkt"))
    ]
    assert called(named("a", one.format("steigt", "")), named("b", one.format("nimmt", " zu"))) == []
    assert called(named("a", one.format("nimmt", " ab und schadet")), named("b", one.format("steigt", ""))) == []


def test_names_of_one_slot_tell_who_acts_or_where() -> None:
    def sold(article: str, to: str, *mentions: tuple[str, str]) -> Annotation:
        return named(article, f"Er verkaufte den Hof im Mai an {to} und ging danach fort.", *mentions)

    body, noun = sold("a", "Agrarbank", ("Agrarbank", "ORG")), sold("b", "Investoren")
    assert called(body, noun) == [("person", "other words", ("Agrarbank", "Investoren"))]
    place = sold("c", "Norwegen", ("Norwegen", "LOC"))
    assert called(place, noun) == [("place", "other words", ("Investoren", "Norwegen"))]
    assert called(body, sold("d", "Agrarbank eG", ("Agrarbank eG", "ORG"))) == []
    assert called(body, named("e", "Er verkaufte den Hof im Mai auf Anfrage und ging danach fort.")) == []


@pytest.mark.parametrize(
    ("names", "relation"),
    [
        (("Hamburg", "Bremen"), "differ"),
        (("Polen", "Norwegen"), "differ"),
        (("Hamburg", "Deutschland"), "less precise"),
    ],
)
def test_other_places_in_one_slot_differ_unless_one_is_a_country(names: tuple[str, str], relation: str) -> None:
    one, other = (
        named(key, f"Er verkaufte im Mai das alte {name} an seine Nachbarn.", (name, "LOC"))
        for key, name in zip("ab", names, strict=True)
    )
    rows, links = linked(one, other)
    found = differences.namings(rows, links, [one, other], {("a", 29): names[0], ("b", 29): names[1]})
    assert {(row.kind, row.relation) for row in found} == {("place", relation)}


def test_one_difference_lists_all_articles_of_a_story_once() -> None:
    texts = {"a": "Es gilt Maskenpflicht.", "b": "Nun gilt Helmpflicht.", "c": "Die Maskenpflicht gilt."}
    assert called(*(named(key, text) for key, text in texts.items())) == [
        ("name", "other words", ("Maskenpflicht", "Helmpflicht", "Maskenpflicht"))
    ]


def test_words_that_articles_use_in_turn_are_no_difference() -> None:
    texts = {"a": "Nun gilt Maskenpflicht.", "b": "Seit heute gilt Helmpflicht."}
    one, other = (named(article, text) for article, text in texts.items())
    key = "d"
    rows = [
        Difference(key, "e", "name", "other words", "a", 9, 22, "Maskenpflicht", "maskenpflicht"),
        Difference(key, "e", "name", "other words", "b", 16, 27, "Helmpflicht", "helmpflicht"),
    ]
    assert differences.lasting(rows, [one, other]) == rows
    also = named("b", texts["b"] + " Die Maskenpflicht endet.")
    assert differences.lasting(rows, [one, also]) == rows
    more = named("a", texts["a"] + " Die Helmpflicht kommt.")
    assert differences.lasting(rows, [more, also]) == []


def test_verbs_that_articles_use_in_turn_are_no_difference() -> None:
    rows = [
        Difference("d", "e", "name", "other words", "a", 3, 8, "lobte", "lobte"),
        Difference("d", "e", "name", "other words", "b", 3, 8, "sagte", "sagte"),
    ]
    other = named("b", "So sagte er, und Ulm lobte.")
    assert differences.lasting(rows, [named("a", "So lobte er."), other]) == rows
    assert differences.lasting(rows, [named("a", "So lobte er und sagte es."), other]) == []


def test_of_a_word_and_a_part_of_it_one_article_that_uses_both_is_enough() -> None:
    rows = [
        Difference("d", "e", "name", "less precise", "a", 9, 22, "Maskenpflicht", "maskenpflicht"),
        Difference("d", "e", "name", "less precise", "b", 16, 23, "Pflicht", "pflicht"),
    ]
    other = named("b", "Seit heute gilt Pflicht.")
    assert differences.lasting(rows, [named("a", "Nun gilt Maskenpflicht."), other]) == rows
    assert differences.lasting(rows, [named("a", "Nun gilt Maskenpflicht. Die Pflicht gilt."), other]) == []


def borne(article: str, text: str, *names: tuple[str, str]) -> Annotation:
    """One sentence with its values and mentions."""
    return replace(stated(article, text), mentions=named(article, text, *names).mentions)


def test_shares_of_other_bearers_answer_no_common_question() -> None:
    one = borne("a", "In Kiel verloren die Blauen acht Prozent der Stimmen.", ("Kiel", "LOC"), ("Blauen", "ORG"))
    other = borne("b", "Zwei Prozent der Stimmen verloren die Roten.", ("Roten", "ORG"))
    assert found(one, other, score=0.9) == []
    same = borne("b", "Zwei Prozent der Stimmen verloren die Blauen, neun die Roten.", ("Blauen", "ORG"))
    assert {row[3] for row in found(one, same, score=0.9)} == {"acht Prozent", "Zwei Prozent"}
    over = borne("b", "Die Roten hielten sich, zwei Prozent der Stimmen verloren sie.", ("Roten", "ORG"))
    assert found(one, over, score=0.9) == []
    told = borne("b", "Man verlor laut Amt zwei Prozent der Stimmen.", ("Amt", "ORG"))
    assert {row[3] for row in found(one, told, score=0.9)} == {"acht Prozent", "zwei Prozent"}
    nobody = borne("b", "Zwei Prozent der Stimmen verloren sie.")
    assert {row[3] for row in found(one, nobody, score=0.9)} == {"acht Prozent", "Zwei Prozent"}


def test_days_of_other_places_answer_no_common_question() -> None:
    one = borne("a", "In Bayern öffnen die Bäder am 9. Januar wieder.", ("Bayern", "LOC"))
    other = borne("b", "Am 5. Januar öffnen in Hessen die Bäder wieder.", ("Hessen", "LOC"))
    assert found(one, other, score=0.9) == []
    clause = "In Hessen bleibt es ruhig, bis Holm am 5. Januar die Bäder wieder öffnet."
    assert found(one, borne("b", clause, ("Hessen", "LOC"), ("Holm", "PER")), score=0.9) == []
    same = borne("b", "Am 5. Januar öffnen in Bayern die Bäder wieder.", ("Bayern", "LOC"))
    assert [row[1] for row in found(one, same, score=0.9)] == ["differ", "differ"]
    who = borne("b", "Am 5. Januar öffnet die Gaugruppe die Bäder wieder.", ("Gaugruppe", "ORG"))
    assert [row[1] for row in found(one, who, score=0.9)] == ["differ", "differ"]


def test_where_something_comes_from_is_not_where_it_happens() -> None:
    one = borne("a", "Im Juli 2023 wechselte er aus Dänemark.", ("Dänemark", "LOC"))
    other = borne("b", "Er wechselte im Sommer 2022 von Aarhus hierher.", ("Aarhus", "LOC"))
    assert [row[1] for row in found(one, other, score=0.9)] == ["differ", "differ"]
    there = borne("b", "Er wechselte im Sommer 2022 in Aarhus.", ("Aarhus", "LOC"))
    assert found(borne("a", "Im Juli 2023 wechselte er in Dänemark.", ("Dänemark", "LOC")), there, score=0.9) == []


def test_people_to_whom_something_else_happens_are_others() -> None:
    one = stated("a", "Mindestens 50 Menschen wurden verletzt, die Feuerwehr löscht noch.")
    assert found(one, stated("b", "Mindestens 7 Menschen starben, etwa 60 verletzten sich."), score=0.9) == []
    for told in ("Verletzt wurden 60 Menschen.", "Es traf 60 Menschen."):
        assert {row[1] for row in found(one, stated("b", told), score=0.9)} == {"less precise"}
    dead = stated("a", "In den Fluten starben mindestens zwei Menschen.")
    assert found(dead, stated("b", "Vor den Fluten flohen Hunderte Menschen."), score=0.9) == []
    assert len(found(dead, stated("b", "In den Fluten starben mehrere Menschen."), score=0.9)) == 2


def test_new_cases_are_not_all_cases() -> None:
    one = stated("a", "Seit Beginn der Krise haben sich 2400 Menschen im Land angesteckt.")
    assert found(one, stated("b", "Im Land haben sich binnen eines Tages 31 Menschen angesteckt."), score=0.9) == []
    other = stated("b", "Insgesamt haben sich im Land 2900 Menschen angesteckt.")
    assert [row[1] for row in found(one, other, score=0.9)] == ["differ", "differ"]


@pytest.mark.parametrize(
    ("words", "others"),
    [
        ("Der Preis liegt um 30 Euro höher.", "Der Preis stieg auf 90 Euro."),
        ("Der Preis ist 30 Euro höher als im Vorjahr.", "Der Preis steigt von 60 Euro im Vorjahr auf eine neue Höhe."),
        ("Der Preis steigt von 60 Euro im Vorjahr auf eine neue Höhe.", "Der Preis stieg auf 90 Euro."),
        ("Der Preis liegt darüber (Vorjahr: 60 Euro).", "Der Preis liegt bei 90 Euro am Hafen (Vorjahr weniger)."),
    ],
)
def test_a_change_and_what_is_before_and_after_it_are_others(words: str, others: str) -> None:
    assert found(stated("a", words), stated("b", others), score=0.9) == []
    for one in (words, others):
        other = re.sub(r"\d+", "43", one)
        assert {row[1] for row in found(stated("a", one), stated("b", other), score=0.9)} == {"differ"}


def test_numbers_of_other_months_are_others_but_not_those_of_other_days() -> None:
    one = stated("a", "Im Juli 2023 kamen 300 Boote in den Hafen.")
    other = stated("b", "Im August 2023 kamen 400 Boote in den Hafen.")
    assert {row[0] for row in found(one, other)} == {"time"}
    for told in ("Im Juli 2023 kamen 400 Boote in den Hafen.", "Im Jahr 2023 kamen 400 Boote in den Hafen."):
        assert ("number", "differ", "b", "400 Boote") in found(one, stated("b", told))
    day = stated("a", "Am Montag kamen 300 Boote in den Hafen.")
    other = stated("b", "Am Dienstag kamen 400 Boote in den Hafen.")
    assert ("number", "differ", "b", "400 Boote") in found(day, other)


def test_a_number_that_the_other_article_states_too_of_something_of_another_name_is_no_answer_to_its_own() -> None:
    one = stated("a", "In der Werft prüfen sie 70 Arbeiter.")
    two = "In der Werft prüfen sie {} Beschäftigte, von ihnen sind 15 Arbeiter krank."
    assert found(one, stated("b", two.format(70)), score=0.45) == []
    assert {row[1] for row in found(one, stated("b", two.format(90)), score=0.45)} == {"differ"}


def test_several_things_together_are_not_one_of_them() -> None:
    one = stated("a", "Im Hafen sanken 52 Boote, keines war neu.")
    assert found(one, stated("b", "Im Hafen sanken 73 Boote und Stege."), score=0.9) == []
    assert found(one, stated("b", "Im Hafen sanken 73 Boote und niemand sah es."), score=0.9)
    share = stated("a", "Der Preis stieg um 20 Prozent und Holm ging."), stated("b", "Der Preis stieg um 30 Prozent.")
    assert {row[1] for row in found(*share, score=0.9)} == {"differ"}
    close = stated("b", "Im Hafen sanken rund 50 Boote und Kähne.")
    assert {row[1] for row in found(one, close, score=0.9)} == {"less precise"}


def test_times_of_no_role_weeks_apart_are_of_one_event_among_the_same_words_alone() -> None:
    one = stated("a", "Kommende Woche beginnt in Ulm der Prozess gegen den Fischer.", "2024-01-20")
    other = stated("b", "Vergangenen Monat flog der Beklagte heim.", "2024-01-20")
    assert found(one, other, score=0.9) == []
    same = stated("b", "Kommenden Monat beginnt in Ulm der Prozess gegen den Fischer.", "2024-01-20")
    assert {row[1] for row in found(one, same, score=0.9)} == {"differ"}


def test_an_age_may_stand_in_brackets() -> None:
    one = stated("a", "Anna Berg (67) feierte mit den Nachbarn.")
    assert found(one, stated("b", "Die 68-jährige Anna Berg feierte mit den Nachbarn."), score=0.9)
    assert found(one, stated("b", "Die 67-jährige Anna Berg feierte mit den Nachbarn."), score=0.9) == []


def test_parts_of_a_whole_are_compared_only_where_they_are_parts_of_the_same() -> None:
    one = stated("a", "Wegen Krankheit fehlen nur 100 der 28.000 Lehrer im Land.")
    other = stated("b", "Rund 2.000 der 28.000 Lehrer haben jetzt ein Attest bekommen.")
    assert found(one, other, score=0.9) == []
    same = stated("b", "Wegen Krankheit fehlen jetzt 300 der 28.000 Lehrer im Land.")
    assert {row[1] for row in found(one, same, score=0.9)} == {"differ"}
    whole = stated("a", "Im Werk fallen 1200 der rund 14.000 Stellen weg.")
    assert found(whole, stated("b", "Im Werk fallen 1200 Stellen weg."), score=0.9) == []


def test_years_and_far_lengths_need_words_in_common() -> None:
    one = stated("a", "Im Jahr 2014 kamen zur Wahl am Hafen viele Bürger.")
    assert found(one, stated("b", "Schon 2019 blieb das Rathaus fast leer."), score=0.9) == []
    assert found(one, stated("b", "Im Jahr 2013 kamen zur Wahl am Hafen viele Bürger."), score=0.9)
    length = stated("a", "Nach 88 Jahren kehrt das Schiff heim.")
    assert found(length, stated("b", "Einen Monat nach den Ferien schließen Schulen."), score=0.9) == []
    assert found(length, stated("b", "Nach 40 Jahren kehrt das Schiff heim."), score=0.9)


def test_of_several_numbers_those_of_one_measure_are_compared() -> None:
    one = stated("a", "Der Preis fiel um 9 Prozent auf 40 Euro.")
    other = stated("b", "Auf 50 Euro ist er gesunken, das sind 7 Prozent.")
    pairs = [row[3] for row in found(one, other, score=0.9)]
    assert pairs == ["40 Euro", "50 Euro", "9 Prozent", "7 Prozent"]
    more = stated("b", "Auf 50 Euro ist er gesunken, das sind 7 Prozent, nicht 8 Prozent.")
    assert [row[3] for row in found(one, more, score=0.9)] == ["40 Euro", "50 Euro"]


def test_a_long_number_is_the_same_whatever_it_is_said_to_count() -> None:
    one = stated("a", "Der Index stieg um 0,9 Prozent auf 17.438 Punkte.")
    other = stated("b", "Um 1,1 Prozent stieg der Index, auf 17.438 Zähler.")
    assert [row[3] for row in found(one, other, score=0.9)] == ["0,9 Prozent", "1,1 Prozent"]


def test_an_amount_of_some_answers_what_a_number_does_among_surely_linked_sentences() -> None:
    one = stated("a", "In 14 Orten kam es abends zu Unruhen.")
    assert {row[1] for row in found(one, stated("b", "Man randalierte in mehreren Orten."), score=0.9)} == {
        "less precise"
    }
    assert found(one, stated("b", "Man randalierte in vielen Orten."), score=0.9) == []


def test_a_crowd_is_an_amount_of_people() -> None:
    one = stated("a", "Am Hafen haben Zehntausende gegen den Deich demonstriert.")
    other = stated("b", "Gegen den Deich haben am Hafen 25.000 Menschen demonstriert.")
    assert [row[1:] for row in found(one, other)] == [
        ("less precise", "a", "Zehntausende"),
        ("less precise", "b", "25.000 Menschen"),
    ]


def test_which_of_several_it_is_may_differ() -> None:
    one = stated("a", "In Kiel ist es der dritte Brand in einer Werft.")
    for told, differs in (
        ("Es ist der vierte Brand in einer Werft in Kiel.", True),
        ("Es ist der 4. Brand in einer Werft in Kiel.", True),
        ("Es ist der 3. Brand in einer Werft in Kiel.", False),
        ("Es ist der vierte Einbruch in einer Werft in Kiel.", False),
        ("Es brannte am vierten Tag in einer Werft in Kiel.", False),
        ("Vier Brände gab es in einer Werft in Kiel.", False),
    ):
        assert bool(found(one, stated("b", told), score=0.9)) == differs
    times = stated("a", "Er gewann zum dritten Mal."), stated("b", "Er gewann zum vierten Mal.")
    assert [row[1] for row in found(*times, score=0.9)] == ["differ", "differ"]
    turns = stated("a", "Er gewann beim dritten Mal."), stated("b", "Er gewann beim vierten Mal.")
    assert found(*turns, score=0.9) == []
    size = stated("a", "Sie ist die zweitgrößte Werft."), stated("b", "Sie ist die drittgrößte Werft.")
    assert [row[1] for row in found(*size, score=0.9)] == ["differ", "differ"]
    late = (
        stated("a", "Für Holm ist es die zweite Reise nach Norland."),
        stated("b", "Es ist Holms erste Reise nach Norland seit 24 Jahren."),
    )
    assert found(*late, score=0.9) == []


def test_a_number_behind_its_noun() -> None:
    one = stated("a", "Am Deich gilt Warnstufe drei.")
    assert {row[3] for row in found(one, stated("b", "Warnstufe vier gilt am Deich."), score=0.9)} == {"drei", "vier"}
    assert found(one, stated("b", "Am Deich gilt Windstärke 9."), score=0.9) == []


def test_ages_of_several_are_compared_one_by_one() -> None:
    one = stated("a", "Sie waren im Alter von 34 und 41 Jahren.")
    other = stated("b", "Sie waren 34 und 42 Jahre alt.")
    assert [row[3] for row in found(one, other, score=0.9)] == ["41 Jahren", "42 Jahre alt"]
    died = stated("a", "Er starb mit 71 Jahren."), stated("b", "Der 72-Jährige starb.")
    assert [row[3] for row in found(*died, score=0.9)] == ["71 Jahren", "72-Jährige"]


def test_a_time_that_is_one_more_is_no_other_one() -> None:
    one = stated("a", "Das Verbot von Alkohol gilt ab Mittwoch.")
    assert found(one, stated("b", "Das Verbot von Alkohol gilt auch am Freitag."), score=0.9) == []
    assert found(one, stated("b", "Das Verbot von Alkohol gilt ab Freitag."), score=0.9)


def test_a_time_of_something_else_is_no_other_one() -> None:
    one = stated("a", "Am Samstag sprach der Rat über den Hafen.")
    for other in (
        "Bevor die Beratung am Freitag begann, sprach der Rat über den Hafen.",
        "Der Rat sprach über den Hafen, kurz nachdem er am Freitag gewählt worden war.",
        "Das am Freitag begonnene Treffen des Rates über den Hafen geht weiter.",
        "Der Rat sprach über den Hafen und eine für Freitag geplante Sitzung.",
        "Der Rat sprach am Freitag erneut über den Hafen.",
        "Der Rat sprach über den Plan für den Hafen vom Freitag.",
        "Der Rat sprach über den Hafen, länger als am Freitag.",
    ):
        assert found(one, stated("b", other), score=0.9) == []
    assert found(one, stated("b", "Am Freitag sprach der Rat über den Hafen."), score=0.9)


def test_what_lies_ahead_is_not_what_is_over() -> None:
    over = stated("a", "Am Freitag rief das Schiff um Hilfe.", "2024-01-20")
    ahead = stated("b", "Das Schiff wird am Montag im Hafen erwartet.", "2024-01-20")
    assert found(over, ahead, score=0.9)
    assert found(over, ahead, score=0.9, published="2024-01-20 2024-01-20") == []


def test_the_news_of_one_day_are_not_those_of_another() -> None:
    one = stated("a", "Am Donnerstag sank ein Boot im Hafen.", "2024-01-19")
    other = stated("b", "Am Freitag sank ein Boot im Hafen.", "2024-01-20")
    assert found(one, other, score=0.9, published="2024-01-19 2024-01-20") == []
    assert found(one, other, score=0.9, published="2024-01-20 2024-01-20")


def test_what_goes_on_since_one_day_is_longer_a_day_later() -> None:
    one = stated("a", "Sie verhandeln seit vier Tagen.", "2024-01-20")
    other = stated("b", "Sie verhandeln seit fünf Tagen.", "2024-01-21")
    assert found(one, other, score=0.9, published="2024-01-20 2024-01-21") == []
    assert found(one, other, score=0.9, published="2024-01-20 2024-01-20")


def test_numbers_of_another_order_are_of_something_else() -> None:
    one = stated("a", "Das Land hat im Jahr 500 Millionen Euro Schulden.")
    assert found(one, stated("b", "Das Land hat im Jahr 3000 Euro Schulden."), score=0.9) == []
    assert found(one, stated("b", "Das Land hat im Jahr 5 Millionen Euro Schulden."), score=0.9)
    few = stated("a", "Im Hafen sanken 2 Boote.")
    assert found(few, stated("b", "Im Hafen sanken 45 Boote."), score=0.9)
    assert found(stated("a", "Im Hafen sanken 0 Boote."), stated("b", "Im Hafen sanken 5 Boote."), score=0.9)


@pytest.mark.parametrize(
    ("one", "other", "published"),
    [
        ("Der Tempel steht dort seit 2500 Jahren.", "Der Tempel steht dort seit 2000 Jahren.", "2024-01-20 2024-01-21"),
        ("Er bekam eine Strafe von fünf Jahren.", "Er bekam eine Strafe von sechs Jahren.", ""),
        ("Die Sperre gilt in Kiel von Freitag an.", "Die Sperre gilt in Kiel von Samstag an.", ""),
        ("Die Wahl findet am 4. Februar statt.", "Die Wahl findet am 5. Februar statt.", "2024-01-30 2024-01-31"),
        ("Der Rat traf sich am Freitag zum ersten Mal.", "Der Rat traf sich am Donnerstag.", ""),
        ("Der Rat hat das am Freitag mit breiter Mehrheit beschlossen.", "Der Rat hat das am Montag beschlossen.", ""),
        ("Die Ehe von Prinz Holm wurde am Freitag geschieden.", "Die Ehe wurde am Montag geschieden.", ""),
        ("Die Aktie brach um 20 Prozent ein.", "Die Aktie verlor 45 Prozent.", ""),
        ("Im Jahr 2023 gab es 3000 neue Fälle.", "Im Jahr 2023 gab es 4000 neue Fälle.", "2024-01-19 2024-01-20"),
        ("Am Freitag sank ein Boot.", "Am Samstag sank ein Boot.", "2024-01-20 2024-01-20"),
        ("Der Plan weist ein Defizit von 540 Euro auf.", "Im Plan klafft ein Defizit von 450 Euro.", ""),
        ("Zwischen 2019 und 2022 falsche Scheine verkauft.", "Zwischen 2019 und 2023 falsche Scheine verkauft.", ""),
        ("Die Zahl der Toten stieg auf 100.", "Die Zahl der Toten stieg auf 120.", ""),
    ],
)
def test_what_differs_is_found(one: str, other: str, published: str) -> None:
    assert found(stated("a", one), stated("b", other), score=0.9, published=published)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Es gab 750 Millionen Euro, nach 850 Millionen Euro im Vorjahr.",
            "Sie brach um 100 auf 750 Millionen Euro ein.",
        ),
        ("Das Amt rechnet für 2025 mit viel Geld.", "Das Amt rechnet mit viel Geld, nach 52 Millionen im Jahr 2024."),
        ("Die Ferien beginnen in vier Ländern.", "Die Ferien beginnen in Kiel und drei weiteren Ländern."),
    ],
)
def test_what_does_not_differ_is_not_found(one: str, other: str) -> None:
    days = "2024-01-20 2024-01-21"
    assert not [
        row for row in found(stated("a", one), stated("b", other), score=0.9, published=days) if row[1] == "differ"
    ]


def test_what_is_new_of_one_day_is_not_what_is_new_of_another() -> None:
    one = stated("a", "Das Amt meldet 351 neue Fälle innerhalb eines Tages.")
    other = stated("b", "Das Amt meldet 378 neue Fälle innerhalb eines Tages.")
    assert found(one, other, score=0.9, published="2024-01-19 2024-01-20") == []
    assert found(one, other, score=0.9, published="2024-01-20 2024-01-20")
    assert found(one, other, score=0.9)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Seit Beginn der Epidemie erkrankten 4120 Menschen.", "Seit Beginn der Epidemie erkrankten 4250 Menschen."),
        ("In den vergangenen sieben Tagen erkrankten 512 Gäste.", "In den letzten sieben Tagen erkrankten 610 Gäste."),
        ("Die Inzidenz in Moorau liegt bei 31,2.", "Die Inzidenz in Moorau liegt bei 32,5."),
        ("Moorau meldet 81 Kranke (Vortag: 79).", "Moorau meldet 91 Kranke (Vortag: 88)."),
    ],
)
def test_figures_of_an_epidemic_on_two_days_are_no_contradiction(one: str, other: str) -> None:
    assert found(stated("a", one), stated("b", other), score=0.9, published="2024-01-19 2024-01-20") == []
    assert found(stated("a", one), stated("b", other), score=0.9, published="2024-01-20 2024-01-20")


def test_the_number_of_a_question_is_not_which_of_several_it_is() -> None:
    one = stated("a", "12. Wann haben Sie zuletzt über einen Politiker gelacht?")
    other = stated("b", "14. Wann haben Sie zuletzt über einen Politiker gelacht?")
    assert found(one, other, score=0.9) == []
    titles = stated("a", "12. Stadtlauf in Moorau beginnt"), stated("b", "14. Stadtlauf in Moorau beginnt")
    for title in titles:
        title.sentences[0] = title.sentences[0]._replace(is_title=True)
    assert [row[3] for row in found(*titles, score=0.9)] == ["12. Stadtlauf", "14. Stadtlauf"]


def test_the_year_of_an_election_is_not_when_something_happens() -> None:
    one = stated("a", "Vor der Wahl 2025 tritt der Amtsinhaber Holm zurück.", "2024-01-20")
    other = stated("b", "Der im vergangenen Jahr gewählte Amtsinhaber Holm tritt zurück.", "2024-01-20")
    assert found(one, other, score=0.9) == []


def test_a_number_within_a_range_is_more_precise() -> None:
    one = stated("a", "Im Hafen sanken 20 bis 30 Boote.")
    assert {row[1] for row in found(one, stated("b", "Im Hafen sanken 24 Boote."), score=0.9)} == {"less precise"}
    assert {row[1] for row in found(one, stated("b", "Im Hafen sanken 90 Boote."), score=0.9)} == {"differ"}


def test_opposite_limits_are_two_cases() -> None:
    one = stated("a", "Bei Feiern mit mehr als 40 Gästen gilt Maskenpflicht.")
    assert found(one, stated("b", "Bei Feiern unter 40 Gästen gilt Maskenpflicht."), score=0.9) == []
    assert found(one, stated("b", "Bei Feiern ab 40 Gästen gilt Maskenpflicht."), score=0.9)


def test_until_a_year_and_until_the_end_of_the_one_before_are_no_contradiction() -> None:
    one = stated("a", "Die Sperre gilt bis zum Ende dieses Jahres.")
    assert {row[1] for row in found(one, stated("b", "Die Sperre gilt bis 2025."), score=0.9)} == {"less precise"}
    assert {row[1] for row in found(one, stated("b", "Die Sperre gilt bis 2026."), score=0.9)} == {"differ"}


def test_until_a_day_is_not_until_the_next() -> None:
    one = stated("a", "Die Sperre gilt bis zum 9. Februar.", "2024-01-20")
    other = stated("b", "Die Sperre gilt bis zum 10. Februar.", "2024-01-20")
    assert {row[1] for row in found(one, other, score=0.9)} == {"differ"}


def test_an_evening_may_be_that_of_the_day_told_of() -> None:
    one = stated("a", "Am Abend stürmten sie das Rathaus.", "2024-01-20T23:00")
    other = stated("b", "Am Donnerstag stürmten sie das Rathaus.", "2024-01-20")
    assert {row[1] for row in found(one, other, score=0.9)} == {"less precise"}


def test_this_year_and_the_last_are_compared_with_each_other() -> None:
    one = stated("a", "In diesem Jahr ertranken weniger Kinder als zuvor.")
    assert found(one, stated("b", "Im vergangenen Jahr ertranken mehr Kinder."), score=0.9) == []


def test_spellings_of_a_person_are_no_two_persons() -> None:
    one = named("a", "Sie feierten den Empfang Reza Kuhns im Hafen laut.", ("Reza Kuhns", "PER"))
    for other, differ in (("Reza Kuhn", False), ("RezaKuhns", False), ("Reza Kühn", False), ("Anna Petersen", True)):
        told = named("b", f"Sie feierten den Empfang {other} im Hafen laut.", (other, "PER"))
        entity_of = {(m.article_id, m.start): m.text for m in [*one.mentions, *told.mentions]}
        assert bool(differences.namings(*linked(one, told), [one, told], entity_of)) == differ


def quoting(article: str, text: str, cue: str, said: str) -> Annotation:
    """One sentence with its values and a quotation."""
    start = text.index(said)
    quote = Quote(article, 0, start, start + len(said), "indirect", said, "", -1, -1, cue)
    return replace(stated(article, text), quotes=[quote])


def test_when_somebody_speaks_is_not_when_it_is() -> None:
    leaves = stated("a", "Präsident Holm reist am Freitag in die Hauptstadt.")
    said = quoting("b", "Er reise in die Hauptstadt, sagte Präsident Holm am Dienstag.", "sagte", "Er reise in die")
    assert found(leaves, said, score=0.9) == []
    day = quoting("b", "Präsident Holm sagte, er reise am Dienstag in die Hauptstadt.", "sagte", "er reise am Dienstag")
    assert [row[1] for row in found(leaves, day, score=0.9)] == ["differ", "differ"]
    morning = stated("a", "Am Dienstagmorgen reist Präsident Holm in die Hauptstadt.")
    evening = "Er reise in die Hauptstadt, sagte Präsident Holm am Dienstagabend."
    assert found(morning, quoting("b", evening, "sagte", "Er reise in die"), score=0.9) == []
    other = quoting("a", "Am Freitag sagte Präsident Holm, er reise in die Hauptstadt.", "sagte", "er reise in die")
    assert [row[1] for row in found(other, said, score=0.9)] == ["differ", "differ"]


def test_places_at_one_time_differ() -> None:
    def places(first: str, second: str, *names: str) -> list[str]:
        annotations = [
            borne(article, text, *((name, "LOC") for name in names if name in text))
            for article, text in (("a", first), ("b", second))
        ]
        entity_of = {(m.article_id, m.start): m.text for one in annotations for m in one.mentions}
        return [row.value for row in differences.namings(*linked(*annotations), annotations, entity_of)]

    met = "Beide trafen sich im Mai 2023 in der friesischen Stadt Husum."
    assert places(met, "Im Mai 2023 hatten sie sich in Kiel gesehen.", "Husum", "Kiel") == ["Husum", "Kiel"]
    assert places(met, "Im Juli 2023 hatten sie sich in Kiel gesehen.", "Husum", "Kiel") == []
    assert places(met, "Im Jahr 2023 hatten sie sich in Kiel gesehen.", "Husum", "Kiel") == []
    assert places(met, "Im Mai 2023 hatten sie sich in Polen gesehen.", "Husum", "Polen") == []
    assert places(met, "Im Mai 2023 reisten sie nach Kiel.", "Husum", "Kiel") == []
    assert places(met, "Im Mai 2023 sahen sie sich in Kiel, dann in Husum.", "Husum", "Kiel") == []
    assert places(met, "In Kiel hatten sie sich im Mai 2023 gesehen.", "Husum", "Kiel") == ["Husum", "Kiel"]


@pytest.mark.parametrize(("where", "relation"), [("In Kiel", "differ"), ("Bei Kiel", "less precise")])
def test_what_is_near_a_place_may_be_in_another(where: str, relation: str) -> None:
    one = borne("a", "Der Kutter sank im Mai 2023 in Husum.", ("Husum", "LOC"))
    other = borne("b", f"{where} sank im Mai 2023 ein Kutter.", ("Kiel", "LOC"))
    entity_of = {(m.article_id, m.start): m.text for told in (one, other) for m in told.mentions}
    rows = differences.namings(*linked(one, other), [one, other], entity_of)
    assert {(row.kind, row.relation) for row in rows} == {("place", relation)}


def test_places_behind_one_preposition_differ_if_no_article_names_both() -> None:
    def places(first: str, second: str, *names: str, score: float = 0.9) -> list[str]:
        annotations = [
            borne(article, text, *((name, "LOC") for name in names if name in text))
            for article, text in (("a", first), ("b", second))
        ]
        entity_of = {(m.article_id, m.start): m.text for one in annotations for m in one.mentions}
        return [row.value for row in differences.namings(*linked(*annotations, score=score), annotations, entity_of)]

    to = "Der Minister reist weiter nach Husum."
    assert places(to, "Danach reist er nach Kiel.", "Husum", "Kiel") == ["Husum", "Kiel"]
    assert places(to, "Danach reist er nach Kiel.", "Husum", "Kiel", score=0.5) == []
    assert places(to, "Danach reist er aus Kiel an.", "Husum", "Kiel") == []
    assert places(to, "Danach reist er nach Kiel statt nach Husum.", "Husum", "Kiel") == []
    assert places(to, "Danach reist er nach Kiel und Ulm.", "Husum", "Kiel", "Ulm") == []
    both = to.replace("weiter", "aus Ulm"), "Danach reist er aus Bonn nach Kiel."
    assert places(*both, "Husum", "Kiel", "Ulm", "Bonn") == ["Ulm", "Bonn", "Husum", "Kiel"]
    kreis = "Das geschah im Kreis Ulm."
    assert places(kreis, "Es geschah in Kiel.", "Kreis Ulm", "Kiel") == ["Kreis Ulm", "Kiel"]
    assert places(kreis, "Es geschah in Ulm.", "Kreis Ulm", "Ulm") == []


def test_nouns_behind_one_preposition_stand_for_the_same_where_the_same_is_done() -> None:
    one = "Der Fischer verletzte den Nachbarn mit einem Messer."

    def pairs(other: str, score: float = 0.9) -> list[str]:
        told = named("a", one), named("b", other)
        return [row.value for row in differences.namings(*linked(*told, score=score), told, {})]

    assert pairs("Mit der Gabel verletzte der Fischer den Nachbarn.") == ["Messer", "Gabel"]
    assert pairs("Mit der Gabel verletzte der Fischer den Nachbarn.", score=0.5) == []
    assert pairs("Ohne die Gabel verletzte der Fischer den Nachbarn.") == []
    assert pairs("Mit der Gabel aß der Richter, als der Fischer den Nachbarn verletzte.") == []
    assert pairs("Mit der Spitze des Schirms verletzte der Fischer den Nachbarn.") == []
    assert pairs("Mit Corona-bedingter Wut verletzte der Fischer den Nachbarn mit der Gabel.") == ["Messer", "Gabel"]
    moved = named("a", "Der Rat stellte die Öffnung der Bäder in Aussicht.")
    other = named("b", "Der Rat stellte die Öffnung der Bäder in seinem Rathaus vor.")
    assert differences.namings(*linked(moved, other, score=0.9), [moved, other], {}) == []


def test_by_whose_words_something_is_is_no_thing() -> None:
    one = named("a", "Rund 450 Gäste sind nach Wirtsangaben gekommen.")
    for told in ("Nach Angaben der Wache kamen 450 Gäste.", "Rund 450 Gäste sind nach Amtsangaben gekommen."):
        other = named("b", told)
        assert differences.namings(*linked(one, other, score=0.9), [one, other], {}) == []


def test_what_one_number_counts_is_the_same() -> None:
    one = "Im Hafen fallen 1800 Stellen weg."

    def pairs(other: str, score: float = 0.9) -> list[tuple[str, str]]:
        told = stated("a", one), stated("b", other)
        found = differences.namings(*linked(*told, score=score), told, {})
        return [(row.relation, row.value) for row in found]

    assert pairs("Betroffen sind 1.800 Jobs.") == [("other words", "Stellen"), ("other words", "Jobs")]
    assert pairs("Betroffen sind 1.800 Arbeitsstellen.")[0] == ("less precise", "Stellen")
    assert pairs("Betroffen sind 1.800 Jobs.", score=0.5) == []
    for other in ("1.900 Jobs", "1.800 Menschen", "1.800 Euro", "die 1.800 Jobs, Stellen also", "1.800 Stelle"):
        assert pairs(f"Betroffen sind {other}.") == []
    few = stated("a", "Es sanken zwei Boote."), stated("b", "Bei zwei Einsätzen halfen sie.")
    assert differences.namings(*linked(*few, score=0.9), few, {}) == []


def test_words_of_one_concept_are_other_words_wherever_they_stand() -> None:
    one = named("a", "Beide unterschrieben gestern einen Verteidigungsvertrag.")
    other = named("b", "Das Abkommen ist unterschrieben.")
    rows = differences.namings(*linked(one, other), [one, other], {})
    assert {(row.kind, row.relation, row.value) for row in rows} == {
        ("name", "other words", "Verteidigungsvertrag"),
        ("name", "other words", "Abkommen"),
    }
    for words in (
        "Der Verteidigungsvertrag ist da, das Abkommen auch.",  # has the other's word too
        "Abkommen und Pakte sind unterschrieben.",  # which of the two?
        "Der Vertrag ist unterschrieben.",  # a part of the other word: less precise
        "Das ist unterschrieben.",
    ):
        other = named("b", words)
        found = differences.namings(*linked(one, other), [one, other], {})
        assert all(row.relation == "less precise" for row in found)


@pytest.mark.parametrize(
    ("one", "other", "variant"),
    [
        ("steigen", "stiegen", True),
        ("zurueckkehr", "zurueckzukehr", True),
        ("klub", "club", True),
        ("einhalt", "einhielt", True),
        ("coronaimpfung", "coronavirusimpfung", True),
        ("schiffahrtsamt", "schifffahrtsamt", True),
        ("jahreshaelfte", "jahreshaefte", True),
        ("reise", "greise", False),
        ("anklagebank", "klagebank", False),
        ("loben", "leben", False),
        ("klage", "anklage", False),
        ("zulag", "lag", False),
    ],
)
def test_variants_of_a_word_are_one(one: str, other: str, variant: bool) -> None:
    assert is_variant(one, other) == is_variant(other, one) == variant


def test_what_a_rate_is_of_is_no_count() -> None:
    one = stated("a", "Das Land zählt 900.000 Einwohner.")
    assert found(one, stated("b", "Das Land meldet pro 100.000 Einwohner viele Fälle."), score=0.9) == []
    assert found(one, stated("b", "Das Land meldet je 100.000 Einwohner viele Fälle."), score=0.9) == []
    count = stated("b", "Das Land meldet 100.000 Einwohner.")
    assert [row[1] for row in found(one, count, score=0.9)] == ["differ", "differ"]
    each = stated("a", "Sie zahlen je 40 Euro Strafe."), stated("b", "Sie zahlen je 50 Euro Strafe.")
    assert [row[1] for row in found(*each, score=0.9)] == ["differ", "differ"]


def test_a_day_without_a_year_is_less_precise_than_the_same_with_any() -> None:
    one = stated("a", "Am 14. Januar erinnert man daran mit einer Parade.")
    other = stated("b", "Man erinnert am 14. Januar 1789 daran mit einer Parade.")
    assert {row[1] for row in found(one, other, score=0.9)} == {"less precise"}
    two = stated("a", "Am 14. Januar 1790 erinnert man daran mit einer Parade.")
    assert {row[1] for row in found(two, other, score=0.9)} == {"differ"}


def test_a_number_that_both_state_is_not_set_against_a_part_of_it() -> None:
    one, other = (
        stated("a", "Man prüfte 294 Boote."),
        stated("b", "Bei 55 Booten von insgesamt 294 in 9 Häfen fehlt etwas."),
    )
    assert found(one, other, score=0.9) == []
    alone = stated("b", "Bei 55 Booten in 9 Häfen fehlt etwas.")
    assert {row[3] for row in found(one, alone, score=0.9)} == {"294 Boote", "55 Booten"}


def test_the_day_of_a_statement_is_not_set_against_the_season_it_is_about() -> None:
    one = stated("a", "Die Sprecherin der Stadt lehnte es am Dienstag ab.")
    other = stated("b", "Ein Fest werde es im kommenden Winter kaum geben, hieß es.")
    assert found(one, other, score=0.9) == []


def test_an_amount_without_number_answers_what_a_number_does_among_the_same_words_only() -> None:
    one = stated("a", "Erlaubt sind in der Halle 500 Teilnehmer.")
    assert found(one, stated("b", "Ohne Helm liefen viele Teilnehmer umher."), score=0.9) == []
    other = stated("b", "In der Halle sind viele Teilnehmer erlaubt.")
    assert {row[3] for row in found(one, other, score=0.9)} == {"500 Teilnehmer", "viele Teilnehmer"}


def test_a_word_that_the_other_sentence_has_in_a_role_is_no_other_word() -> None:
    text = "Der Regionalligist empfängt Zweitligist Deich."
    one = named("a", text, ("Deich", "ORG"), roles=("Zweitligist",))
    assert called(one, named("b", "Der Zweitligist reist an.")) == []


def test_an_adverb_that_begins_a_sentence_is_no_noun() -> None:
    assert called(named("a", "Anderenfalls droht Hochwasser."), named("b", "Im Falle des Regens droht es.")) == []


def test_a_compound_of_which_the_other_sentence_has_the_first_part_is_no_other_word() -> None:
    one = named("a", "Es gelten Abstandsregeln.")
    assert called(one, named("b", "Abstands- und Hygieneregeln fehlen.")) == []
    assert len(called(one, named("b", "Hygieneregeln fehlen."))) == 1


def test_words_in_one_slot_win_over_a_head_that_one_of_them_shares() -> None:
    one = named("a", "In anderen EU-Ländern wie Polen zahlt der Staat dafür.")
    other = named("b", "In anderen EU-Staaten wie Polen zahlt man dafür.")
    assert [row[2] for row in called(one, other)] == [("EU-Ländern", "EU-Staaten")]


def test_where_somebody_comes_from_is_no_other_word_than_a_verb() -> None:
    one = named("a", "Es traf der in Kiel geborene Sänger Ole Brandt ein.")
    other = named("b", "Es traf der in Kiel dänische Sänger Ole Brandt ein.", ("dänische", "NORP"))
    assert called(one, other) == []


def test_what_an_article_says_of_a_person_behind_the_name_is_no_difference() -> None:
    rows = [
        Difference("d", "e", "person", "less precise", "a", 4, 30, "Minister Ole Brandt", "minist"),
        Difference("d", "e", "person", "less precise", "b", 4, 20, "parteilose Minister Brandt", "parteilos minist"),
    ]
    other = named("b", "Das sagte der parteilose Minister Brandt.")
    assert differences.lasting(rows, [named("a", "Das sagte Minister Ole Brandt."), other]) == rows
    assert differences.lasting(rows, [named("a", "Das sagte Minister Ole Brandt (parteilos)."), other]) == []
    origin = rows[1]._replace(value="chinesische Minister Brandt", answer="chinesisch minist")
    assert differences.lasting([rows[0], origin], [named("a", "Das sagte Chinas Minister Ole Brandt."), other]) == []


def test_sentences_that_have_none_of_several_names_in_common_tell_of_others() -> None:
    text = "Der Gegner von der Nordunion, Anna Berg, erhielt viele Stimmen."
    one = named("a", text, ("Nordunion", "ORG"), ("Anna Berg", "PER"))

    def kinds(text: str, *names: tuple[str, str]) -> set[str]:
        other = named("b", text, *names)
        entity_of = {(m.article_id, m.start): m.text for m in [*one.mentions, *other.mentions]}
        return {row.kind for row in differences.namings(*linked(one, other), [one, other], entity_of)}

    same = text.replace("Anna Berg", "Otto Kurz")
    assert kinds(same, ("Nordunion", "ORG"), ("Otto Kurz", "PER")) == {"person"}
    assert kinds(same.replace("Nord", "Süd"), ("Südunion", "ORG"), ("Otto Kurz", "PER")) == set()


def test_refugees_and_migrants_count_the_same() -> None:
    one = stated("a", "In dem Lager lebten zuletzt rund 12.600 Flüchtlinge und Migranten.")
    other = stated("b", "Das Lager gilt mit rund 112.600 Migranten als überfüllt.")
    assert {row[1] for row in found(one, other, score=0.9)} == {"differ"}


@pytest.mark.parametrize(
    ("rough", "number", "relation"),
    [
        ("etwa 2.800", "2600", "differ"),
        ("etwa 2.800", "2750", "less precise"),
        ("rund 12.000", "12.400", "less precise"),
        ("rund 12.000", "12.600", "differ"),
        ("rund 1.400", "rund 1.500", "differ"),
        ("rund 1000", "1080", "less precise"),
        ("rund 80", "84", "less precise"),
    ],
)
def test_how_far_a_number_may_be_from_a_rough_one(rough: str, number: str, relation: str) -> None:
    one, other = (
        stated("a", f"Der Hafen bietet {rough} Booten Platz."),
        stated("b", f"Der Hafen bietet {number} Booten Platz."),
    )
    assert {row[1] for row in found(one, other, score=0.9)} == {relation}


@pytest.mark.parametrize(
    ("rounded", "exact", "relation"),
    [
        ("72 Prozent", "72,4 Prozent", "less precise"),
        ("72 Prozent", "72,6 Prozent", "differ"),
        ("6,0 Prozent", "6,1 Prozent", "differ"),
        ("2,8 Millionen", "2,75 Millionen", "less precise"),
        ("2,8 Millionen", "2,7 Millionen", "differ"),
    ],
)
def test_a_number_with_fewer_decimals_is_less_precise(rounded: str, exact: str, relation: str) -> None:
    one, other = stated("a", f"Der Hafen hat {rounded} verloren."), stated("b", f"Der Hafen hat {exact} verloren.")
    assert {row[1] for row in found(one, other, score=0.9)} == {relation}


def test_a_day_of_a_guessed_year_is_less_precise() -> None:
    one = stated("a", "Sie hatte das Amt am 7. Februar angetreten.", "2024-11-15")
    other = stated("b", "Sie hatte das Amt am 7. Februar 2024 angetreten.", "2024-11-15")
    assert {row[1] for row in found(one, other, score=0.9)} == {"less precise"}
