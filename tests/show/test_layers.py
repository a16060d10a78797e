"""The layers of marks over an article's text: what each marks, and where its labels lead."""

import pandas as pd

from lib import schema
from lib.show import layers, reading
from lib.show.highlight import Span
from lib.show.reading import Tables

TO = layers.Addresses("Compare?event={}".format, "Voices?speaker={}".format, "Article?article={}&at={}".format)


def marks(tables: Tables, article_id: str) -> dict[str, list[Span]]:
    return layers.marks(tables, article_id, reading.shared(tables, article_id), TO)


def add(tables: Tables, name: str, row: tuple[object, ...]) -> None:
    tables[name] = pd.concat([tables[name], schema.table(name, [row])])


def test_every_layer_is_in_the_legend(tables: Tables) -> None:
    assert {*marks(tables, "a"), "removed"} == set(layers.LAYERS)
    assert set(layers.LAYERS) > layers.AT_FIRST


def test_quotations_names_and_numbers_say_what_they_are(tables: Tables) -> None:
    of_b = marks(tables, "b")
    assert of_b["quote"] == [Span(16, 33, "quote direct", "❞ der Chef", "direct quotation, der Chef, “sagte”")]
    assert of_b["LOC"] == [Span(62, 67, "mention LOC", "LOC", "Emden (LOC)")]
    assert marks(tables, "a")["number"] == [Span(37, 39, "value", "#", "number: 80 Helfer")]


def test_only_chosen_layers_are_marked_the_outermost_first(tables: Tables) -> None:
    of_b = marks(tables, "b")
    assert [span.kind for span in layers.chosen(of_b, ["LOC", "quote"])] == ["quote direct", "mention LOC"]
    assert layers.chosen(of_b, ["PER", "number"]) == []


def test_a_known_speaker_leads_to_the_other_quotations(tables: Tables) -> None:
    tables["quotes"] = tables["quotes"].assign(speaker_entity_id="per-chef", via="dpa")
    (mark,) = marks(tables, "b")["quote"]
    assert (mark.label, mark.href) == ("❞ der Chef, via dpa", "Voices?speaker=per-chef")


def test_words_in_marks_that_are_no_quotation_are_marked_as_such(tables: Tables) -> None:
    add(tables, "voices", schema.Voice("b", 2, 62, 67, "quoted", -1))
    add(tables, "voices", schema.Voice("b", 1, 16, 33, "quoted", 16))
    assert [span[:3] for span in marks(tables, "b")["quote"]] == [(16, 33, "quote direct"), (62, 67, "quote marked")]


def test_a_passage_names_the_other_article_and_leads_there(tables: Tables) -> None:
    add(tables, "passages", schema.Passage("a", 16, 36, "b", 35, 67, 15))
    (mark,) = marks(tables, "a")["passage"]
    assert (mark.label, mark.href) == ("≡ Beta", "Article?article=b&at=35")


def test_a_time_shows_its_value_and_whether_it_is_a_guess(tables: Tables) -> None:
    day = schema.Value(
        "c", 0, 40, 47, "time", "Donnerstag", "2024-05-02", "day", "", "2024-05-02", "2024-05-02", "resolved"
    )
    add(tables, "values", day)
    add(tables, "values", day._replace(confidence="guess"))
    add(tables, "values", day._replace(value="", first="", last="", confidence=""))
    assert [(mark.label, mark.title) for mark in marks(tables, "c")["time"]] == [
        ("◷ 2024-05-02", "time: 2024-05-02, 2024-05-02, resolved"),
        ("◷ 2024-05-02?", "time: 2024-05-02, 2024-05-02, guess"),
        ("◷ unknown", "time: unknown"),
    ]


def test_modality_and_negation_are_layers_of_their_own(tables: Tables) -> None:
    for kind in ("hearsay", "negation", "denial"):
        add(tables, "modality", schema.Modality("a", 1, 16, 18, kind, "In"))
    of_a = marks(tables, "a")
    assert [mark.label for mark in of_a["modality"]] == ["≈ hearsay"]
    assert [mark.label for mark in of_a["negation"]] == ["¬", "¬ denial"]


def test_a_citation_names_the_medium(tables: Tables) -> None:
    add(tables, "citations", schema.Citation("a", 1, 16, 18, "In", "dpa", "agency", "laut"))
    assert marks(tables, "a")["citation"] == [Span(16, 18, "citation", "✎", "agency cited: dpa, “laut”")]


def test_removed_furniture_is_escaped_and_says_why(tables: Tables) -> None:
    assert layers.removed(tables, "b") == [
        (16, '<del>Mehr &lt;i&gt;zum&lt;/i&gt; Thema<small lang="en">removed: teaser</small></del>')
    ]


def test_a_shared_sentence_names_the_others_and_leads_to_the_event(tables: Tables) -> None:
    title = "also reported by “Großbrand an der Küste bei …”, Beta"
    assert marks(tables, "a")["reported"][1] == Span(37, 53, "event", "↔ 2", title, "Compare?event=e2")
