import pandas as pd

from lib.show.passages import Reading, readings
from lib.show.reading import Tables


def _beta(tables: Tables) -> Reading:
    (reading,) = readings(tables, "e2", ["b"], tables["differences"], str)
    return reading


def test_a_passage_is_the_sentence_with_its_neighbours_but_not_the_title(tables: Tables) -> None:
    (passage,) = _beta(tables).passages
    text = tables["articles"].set_index("article_id").at["b", "text"]
    assert text[passage.start : passage.end] == (
        "Das Feuer ist aus. Etwa 60 Helfer kamen nach Emden. Der Chef <b>schwieg</b>."
    )
    assert (passage.first, passage.score) == (35, 0.8)


def test_a_passage_marks_differing_values_and_the_words_that_others_use_too(tables: Tables) -> None:
    text = tables["articles"].set_index("article_id").at["b", "text"]
    of_b = readings(tables, "e2", ["a", "b", "c"], tables["differences"], str)[1]
    marked = {(span.kind, text[span.start : span.end], span.label) for span in of_b.passages[0].spans}
    assert marked == {
        ("said", "Etwa 60 Helfer kamen nach Emden.", ""),
        ("quote direct", "Das Feuer ist aus", "❞ der Chef"),
        ("differs", "Etwa 60", "≠ number"),
        ("shared", "Helfer", ""),
        ("shared", "kamen", ""),
    }


def test_articles_that_do_not_report_the_event_have_no_reading(tables: Tables) -> None:
    assert [
        reading.article["article_id"] for reading in readings(tables, "e2", ["c", "d", "a"], tables["differences"], str)
    ] == ["c", "a"]


def test_neighbouring_sentences_are_one_passage_and_others_are_not(tables: Tables) -> None:
    rows = tables["event_sentences"]
    more = rows.iloc[[2]].assign(sentence_id=3, score=0.5)
    tables["event_sentences"] = pd.concat([rows, more])
    (passage,) = readings(tables, "e2", ["a"], tables["differences"], str)[0].passages
    assert [span.kind for span in passage.spans].count("said") == 2
    tables["event_sentences"] = pd.concat([rows, more.assign(sentence_id=0)])
    title, body = readings(tables, "e2", ["a"], tables["differences"], str)[0].passages
    text = tables["articles"].set_index("article_id").at["a", "text"]
    assert text[title.start : title.end] == "Brand in Werft\n\nIn Emden brannte es."
    assert text[body.start : body.end] == "In Emden brannte es. 80 Helfer kamen. Ende."


def test_only_the_given_values_are_marked(tables: Tables) -> None:
    (of_b,) = readings(tables, "e2", ["b"], tables["differences"].iloc[:0], str)
    assert "differs" not in {span.kind for span in of_b.passages[0].spans}
