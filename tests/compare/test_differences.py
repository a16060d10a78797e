import numpy as np
import spacy

from lib.annotate import values
from lib.article import Annotation, Article
from lib.compare import differences
from lib.schema import EventSentence, Sentence

NLP = spacy.blank("de")


def stated(article: str, text: str, published: str = "2024-01-20") -> Annotation:
    """One sentence with the values that are found in it."""
    doc = NLP.make_doc(text)
    for token in doc:
        token.is_sent_start = token.i == 0
    rows = values.find(doc, Article(id=article, text=text, published=published))
    return Annotation(
        sentences=[Sentence(article, 0, 0, len(text), text, False)], values=rows, vectors=np.zeros((1, 2), np.float32)
    )


def found(*annotations: Annotation) -> list[tuple[str, str, str, str]]:
    rows = [EventSentence("e", annotation.sentences[0].article_id, 0, 1.0) for annotation in annotations]
    return [(d.kind, d.relation, d.article_id, d.value) for d in differences.find(rows, annotations)]


def test_numbers_of_the_same_thing_differ() -> None:
    one = stated("a", "Im Hafen sanken sieben Boote.")
    other = stated("b", "Neun Boote sanken im Hafen.")
    assert found(one, other) == [("number", "differ", "a", "sieben Boote"), ("number", "differ", "b", "Neun Boote")]


def test_a_hedged_number_is_less_precise() -> None:
    one = stated("a", "Zur Feier kamen mehr als 80 Gäste.")
    other = stated("b", "Zur Feier kamen 84 Personen.")
    assert {row[1] for row in found(one, other)} == {"less precise"}


def test_equal_numbers_are_no_difference() -> None:
    one = stated("a", "Im Hafen sanken sieben Boote.")
    other = stated("b", "Wie viele? 7 Boote.")
    assert found(one, other) == []


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


def test_values_without_a_resolved_value_are_left_out() -> None:
    one = stated("a", "Im Hafen sanken Dutzende Boote.")
    other = stated("b", "Im Hafen sanken neun Boote.")
    assert found(one, other) == []


def test_an_agreeing_third_article_is_listed_with_the_difference() -> None:
    words = {"a": "sieben Boote", "b": "neun Boote", "c": "neun Boote"}
    rows = [stated(article, f"Im Hafen sanken {value}.") for article, value in words.items()]
    assert [(article, value) for _, _, article, value in found(*rows)] == list(words.items())


def test_offsets_lead_to_the_words_and_rows_of_a_difference_share_an_id() -> None:
    one = stated("a", "Im Hafen sanken sieben Boote.")
    other = stated("b", "Neun Boote sanken im Hafen.")
    first, second = differences.find([EventSentence("e", n, 0, 1.0) for n in "ab"], [one, other])
    assert first.difference_id == second.difference_id
    assert one.sentences[0].text[first.start : first.end] == first.value
