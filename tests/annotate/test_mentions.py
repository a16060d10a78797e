"""Named mentions, and the rules that repair and join them."""

import time

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span

from lib.annotate import load, mentions
from lib.annotate.gazetteer import Gazetteer
from lib.article import Article


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.blank("de")


@pytest.fixture(scope="module")
def gazetteer(nlp: Language) -> Gazetteer:
    return Gazetteer(nlp)


def find(nlp: Language, gazetteer: Gazetteer, text: str, **recognized: str) -> list[tuple[str, str]]:
    """Mentions of a text in which a recognizer has found the first occurrence of each given name (label=name)."""
    doc = nlp(text)
    ents = []
    for label, names in recognized.items():
        for name in names.split("|"):
            start = text.index(name)
            span = doc.char_span(start, start + len(name), label=label)
            assert isinstance(span, Span)
            ents.append(span)
    doc.ents = ents
    return [(span.text, span.label_) for span in mentions.find(doc, gazetteer)]


def test_states_and_cities_are_found_in_all_cases(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Nordkoreas Bote traf die Vereinigten Staaten in Seoul; die Russische Föderation und die DVRK blieben fern."
    assert find(nlp, gazetteer, text) == [
        ("Nordkoreas", "LOC"),
        ("Vereinigten Staaten", "LOC"),
        ("Seoul", "LOC"),
        ("Russische Föderation", "LOC"),
        ("DVRK", "LOC"),
    ]


def test_names_are_found_in_capitals_and_with_two_letters_for_an_umlaut(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "KOREA: RUSSLAND WARNT ÖSTERREICH. Oesterreichs Antwort aus Baden-Wuerttemberg blieb aus, in Kuerze mehr."
    names = ["KOREA", "RUSSLAND", "ÖSTERREICH", "Oesterreichs", "Baden-Wuerttemberg"]
    assert find(nlp, gazetteer, text) == [(name, "LOC") for name in names]


def test_the_head_of_a_name_has_the_ending_of_the_genitive(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Laut Stab des Weißen Hauses, des Sicherheitsrates der Vereinten Nationen und des Europarats, um 8 Uhr MEZ."
    names = ["Weißen Hauses", "Sicherheitsrates der Vereinten Nationen", "Europarats"]
    assert find(nlp, gazetteer, text) == [(name, "ORG") for name in names]


def test_agencies_and_bodies_are_found(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Der Kreml dementierte, meldet TASS. Im Weißen Haus und bei der Nato heißt es nichts (dpa, rt)."
    names = ["Kreml", "TASS", "Weißen Haus", "Nato", "dpa", "rt"]
    assert find(nlp, gazetteer, text) == [(name, "ORG") for name in names]


def test_names_that_are_words_count_only_where_they_are_names(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Die „Welt“ fragt nach. Die Welt ist groß, die Zeit knapp. DIE WELT GEHT UNTER"
    assert find(nlp, gazetteer, text) == [("Welt", "ORG")]


def test_bodies_of_state_are_named_by_whose_they_are(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Die finnische Regierung und das Außenministerium tagen. Die Regierung, ein Gericht und die US-Armee warten."
    assert find(nlp, gazetteer, text, NORP="finnische") == [
        ("finnische Regierung", "ORG"),
        ("Außenministerium", "ORG"),
        ("US-Armee", "ORG"),
    ]


def test_a_body_takes_in_the_place_whose_it_is(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Fuldas Regierung berät. In Fulda Regierung zu sein, ist schwer."
    assert find(nlp, gazetteer, text, LOC="Fuldas") == [("Fuldas Regierung", "ORG")]


def test_a_court_takes_in_its_seat(nlp: Language, gazetteer: Gazetteer) -> None:
    assert find(nlp, gazetteer, "Das Landgericht Fulda urteilte.", LOC="Fulda") == [("Landgericht Fulda", "ORG")]
    text = "Die Staatsanwaltschaft in Fulda schwieg; das Kloster in Peine auch."
    assert find(nlp, gazetteer, text, LOC="Fulda|Peine") == [("Staatsanwaltschaft in Fulda", "ORG"), ("Peine", "LOC")]


def test_official_additions_belong_to_the_name_of_a_place(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Im Landkreis Peine (Niedersachsen) und in Weiden (Oberpfalz) schneit es, in Emden (wie immer) nicht."
    assert find(nlp, gazetteer, text, LOC="Peine|Niedersachsen|Weiden|Oberpfalz|Emden") == [
        ("Landkreis Peine (Niedersachsen)", "LOC"),
        ("Weiden (Oberpfalz)", "LOC"),
        ("Emden", "LOC"),
    ]
    text = "Von Weiden an der Nab kam er bis zur Straße von Tarn, nicht von Emden an der Straße."
    found = find(nlp, gazetteer, text, LOC="Weiden|Nab|Tarn|Emden")
    assert found == [("Weiden an der Nab", "LOC"), ("Straße von Tarn", "LOC"), ("Emden", "LOC")]


def test_a_person_is_carried_to_surname_and_genitive(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Ida Brekke kam. Später ging Brekke. Brekkes Wagen blieb."
    assert find(nlp, gazetteer, text, PER="Ida Brekke") == [
        ("Ida Brekke", "PER"),
        ("Brekke", "PER"),
        ("Brekkes", "PER"),
    ]


def test_a_korean_surname_stands_first(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Pak Sun-ho kam. Später ging Pak mit Ida Berg-Brekke, und Ida blieb."
    assert find(nlp, gazetteer, text, PER="Pak Sun-ho|Ida Berg-Brekke") == [
        ("Pak Sun-ho", "PER"),
        ("Pak", "PER"),
        ("Ida Berg-Brekke", "PER"),
    ]


def test_a_surname_that_is_also_a_word_is_not_carried(nlp: Language, gazetteer: Gazetteer) -> None:
    assert find(nlp, gazetteer, "Jon Kluge kam. Kluge Leute, kluge Ideen.", PER="Jon Kluge") == [("Jon Kluge", "PER")]


def test_particles_belong_to_the_name(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Greta von der Heide kam. Da ging von der Heide. Von der Heides Wagen blieb."
    assert find(nlp, gazetteer, text, PER="Greta") == [
        ("Greta von der Heide", "PER"),
        ("von der Heide", "PER"),
        ("Von der Heides", "PER"),
    ]
    assert find(nlp, gazetteer, "Da kamen die Lotsen von der Werft.", PER="Lotsen") == []
    assert find(nlp, gazetteer, "Lund von Anfang an zu hören, half.", PER="Lund") == [("Lund", "PER")]
    text = "Uwe Lund von der Werft kam."
    assert find(nlp, gazetteer, text, PER="Uwe Lund") == [("Uwe Lund", "PER")]


def test_a_noun_before_a_person_is_no_given_name(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Das ging zu Gunsten Holms aus, ein – O-Ton Ada Brook – Wunder. Jan Holm schwieg."
    names = "Gunsten Holms|O-Ton Ada Brook|Jan Holm"
    assert find(nlp, gazetteer, text, PER=names) == [(name, "PER") for name in ("Holms", "Ada Brook", "Jan Holm")]


def test_two_persons_side_by_side_are_told_apart(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Ole Lund und Tamm kamen, weil Tamm Lund rief."
    doc = nlp(text)
    doc.ents = [Span(doc, 0, 2, "PER"), Span(doc, 3, 4, "PER"), Span(doc, 7, 9, "PER")]
    found = [span.text for span in mentions.find(doc, gazetteer)]
    assert found == ["Ole Lund", "Tamm", "Tamm", "Lund"]


def test_a_name_that_comes_again_is_one(nlp: Language, gazetteer: Gazetteer) -> None:
    doc = nlp("Ole Lund und Tamm kamen. Tamm Lund rief, und Tamm Lund ging.")
    doc.ents = [Span(doc, start, end, "PER") for start, end in ((0, 2), (3, 4), (6, 8), (11, 13))]
    assert [span.text for span in mentions.find(doc, gazetteer)] == ["Ole Lund", "Tamm", "Tamm Lund", "Tamm Lund"]


def test_a_full_name_is_not_taken_apart(nlp: Language, gazetteer: Gazetteer) -> None:
    doc = nlp("Park lud ein. Park Jun-ho kam mit Ida Brekke, und Ida sprach. Ole Brekke schwieg.")
    doc.ents = [Span(doc, start, end, "PER") for start, end in ((0, 1), (4, 6), (8, 10), (12, 13), (15, 17))]
    found = [span.text for span in mentions.find(doc, gazetteer)]
    assert found == ["Park", "Park Jun-ho", "Ida Brekke", "Ida", "Ole Brekke"]


def test_marks_and_articles_at_the_ends_are_no_part_of_a_name(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Bei »Nordlicht« und der Seenotrettung war Ruhe."
    assert find(nlp, gazetteer, text, ORG="»Nordlicht«|der Seenotrettung") == [
        ("Nordlicht", "ORG"),
        ("Seenotrettung", "ORG"),
    ]
    text = "Von Radio Meer kam nichts, auch nicht in »Die Woge«."
    assert find(nlp, gazetteer, text, ORG="Von Radio Meer|Die Woge") == [("Radio Meer", "ORG"), ("Die Woge", "ORG")]
    assert find(nlp, gazetteer, "»Die Woge kommt.", ORG="Die Woge") == [("Woge", "ORG")]


def test_no_name_ends_with_a_word_that_binds_others(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Das Forum für Seefahrt und das Archiv. Die sind alt."
    assert find(nlp, gazetteer, text, ORG="Forum für|Archiv|Die") == [("Forum", "ORG"), ("Archiv", "ORG")]


def test_the_adjective_of_a_body_takes_in_its_noun(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Das sagte ein Bote des Elbischen Wasserdienstes, wie die Nordische gestern."
    assert find(nlp, gazetteer, text, ORG="Elbischen|Nordische") == [
        ("Elbischen Wasserdienstes", "ORG"),
        ("Nordische", "ORG"),
    ]


def test_common_nouns_are_no_names(nlp: Language, gazetteer: Gazetteer) -> None:
    assert find(nlp, gazetteer, "Ein Bergwerk bei Corona und Absperrungen.", LOC="Bergwerk|Corona|Absperrungen") == []
    assert find(nlp, gazetteer, "Man fand Sars-CoV-2.", MISC="Sars-CoV-2.") == []


def test_mentions_of_one_form_agree_on_their_label(nlp: Language, gazetteer: Gazetteer) -> None:
    doc = nlp("Brekke kam, Brekke sah, Brekke ging.")
    doc.ents = [Span(doc, 0, 1, "PER"), Span(doc, 3, 4, "ORG"), Span(doc, 6, 7, "PER")]
    assert [span.label_ for span in mentions.find(doc, gazetteer)] == ["PER", "PER", "PER"]


def test_a_company_and_a_person_of_one_name_are_told_apart_by_the_word_before(
    nlp: Language, gazetteer: Gazetteer
) -> None:
    doc = nlp("Ole Brekke kam zur Firma Brekke, und Brekke schloss. „Ja“, sagte Brekke.")
    places = [i for i, token in enumerate(doc) if token.text == "Brekke"]
    doc.ents = [Span(doc, 0, 2, "PER"), *(Span(doc, at, at + 1, "ORG") for at in places[1:])]
    assert [span.label_ for span in mentions.find(doc, gazetteer)] == ["PER", "ORG", "ORG", "PER"]


def test_two_persons_do_not_begin_a_sentence_side_by_side(nlp: Language, gazetteer: Gazetteer) -> None:
    doc = nlp("Ole Lund und Tamm kamen. Tamm Lund rief.")
    doc.ents = [Span(doc, 0, 2, "PER"), Span(doc, 3, 4, "PER"), Span(doc, 6, 8, "PER")]
    for token in doc:
        token.is_sent_start = token.i in {0, 6}
    assert [span.text for span in mentions.find(doc, gazetteer)] == ["Ole Lund", "Tamm", "Tamm Lund"]


def with_parts(nlp: Language, gazetteer: Gazetteer, text: str, **recognized: str) -> list[tuple[str, str]]:
    doc = nlp(text)
    doc.ents = [
        doc.char_span(text.index(name), text.index(name) + len(name), label=label) for label, name in recognized.items()
    ]
    return [(text[start:end], label) for start, end, label in mentions.with_parts(doc, gazetteer)]


def test_names_within_compounds_are_found(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Die SPD-Chefin sah Clemens Tönnies. Zum Russland-Ukraine-Konflikt schwieg der Ex-USA-Korrespondent."
    assert with_parts(nlp, gazetteer, text, PER="Clemens Tönnies") == [
        ("SPD", "ORG"),
        ("Clemens Tönnies", "PER"),
        ("Russland", "LOC"),
        ("Ukraine", "LOC"),
        ("USA", "LOC"),
    ]
    text = "Tönnies kam. Die Tönnies-Villa bleibt leer."
    assert with_parts(nlp, gazetteer, text, PER="Tönnies") == [("Tönnies", "PER"), ("Tönnies", "PER")]


def test_a_compound_without_end_is_read_in_no_time(nlp: Language, gazetteer: Gazetteer) -> None:
    start = time.monotonic()
    found = with_parts(nlp, gazetteer, "SPD-" * 20_000 + "Chef")
    assert found == [("SPD", "ORG")] * 20_000
    assert time.monotonic() - start < 10


def test_a_compound_that_is_itself_a_name_is_not_taken_apart(nlp: Language, gazetteer: Gazetteer) -> None:
    assert with_parts(nlp, gazetteer, "Die EU-Kommission tagt.", ORG="EU-Kommission") == [("EU-Kommission", "ORG")]


def test_a_number_or_capitals_at_the_end_of_a_name_have_no_full_stop(nlp: Language, gazetteer: Gazetteer) -> None:
    assert with_parts(nlp, gazetteer, "Er fährt in der Formel 1. Das war es.", ORG="Formel 1.") == [("Formel 1", "ORG")]
    assert with_parts(nlp, gazetteer, "Das zahlt die AOK.", ORG="AOK.") == [("AOK", "ORG")]
    assert with_parts(nlp, gazetteer, "Der Verein Grün e.V. klagt.", ORG="Grün e.V.") == [("Grün e.V.", "ORG")]
    assert with_parts(nlp, gazetteer, "Auf ihn folgte Karl IV. in Prag.", PER="Karl IV.") == [("Karl IV.", "PER")]


def test_whether_something_is_in_it_tells_a_place_from_a_person(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Moorau ist schnell, Moorau gewinnt, und Moorau jubelt. Lena Moorau fährt vorn."
    assert {label for _, label in find(nlp, gazetteer, text, PER="Lena Moorau", LOC="Moorau")} == {"PER"}
    text = "Heidau feiert. In Heidau brennen Feuer, aus Heidau kommen alle."
    assert {label for _, label in find(nlp, gazetteer, text, PER="Heidau")} == {"LOC"}
    text = "Heidau feiert. Alle mögen Heidau. In Heidau steckt viel."
    assert {label for _, label in find(nlp, gazetteer, text, PER="Heidau")} == {"PER"}
    text = "Aus Heidaus Sicht ist das gut. In Heidaus Umfeld heißt es, Heidaus Plan steht."
    assert {label for _, label in find(nlp, gazetteer, text, PER="Heidaus")} == {"PER"}
    text = "Seoul ist schnell, Seoul gewinnt. Lena Seoul fährt vorn."
    assert ("Seoul", "LOC") in find(nlp, gazetteer, text, PER="Lena Seoul")
    text = "Moorau ist klein. In Moorau und rund um Moorau wohnt Lena Moorau."
    assert ("Moorau", "LOC") in find(nlp, gazetteer, text, PER="Lena Moorau", LOC="Moorau")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Heidau feiert. In Heidau steckt viel, aus Heidau kommt mehr.", "LOC"),
        ("Heidau feiert. In Heidau steckt viel, aus Heidau kommt mehr." + " Alle mögen Heidau." * 5, "PER"),
        ("Lena Heidau feiert. In Heidau steckt viel, aus Heidau kommt mehr.", "PER"),
    ],
)
def test_who_has_a_given_name_or_is_seldom_told_of_as_a_place_is_a_person(
    nlp: Language, gazetteer: Gazetteer, text: str, label: str
) -> None:
    doc = nlp(text)
    doc.ents = [
        Span(doc, token.i - (token.i > 0 and doc[token.i - 1].text == "Lena"), token.i + 1, label="PER")
        for token in doc
        if token.text == "Heidau"
    ]
    assert {span.label_ for span in mentions.find(doc, gazetteer)} == {label}


def test_a_title_goes_on_to_its_closing_mark_unless_more_than_a_noun_phrase_does(
    nlp: Language, gazetteer: Gazetteer
) -> None:
    text = "Das Lied „Sturm über dem Moor“ und das Buch „Krieg gegen die Moore“ kamen."
    assert find(nlp, gazetteer, text, MISC="Krieg gegen") == [("Krieg gegen die Moore", "MISC")]
    assert find(nlp, gazetteer, "Das Team „Boot Nummer 4“ siegt.", MISC="Boot Nummer") == [("Boot Nummer 4", "MISC")]
    assert find(nlp, gazetteer, "Sie sagt: „Moorfunk wird teurer“.", ORG="Moorfunk") == [("Moorfunk", "ORG")]
    assert find(nlp, gazetteer, "Die „Moorfunk“ Redaktion schweigt.", ORG="Moorfunk") == [("Moorfunk", "ORG")]


def test_movements_are_bodies_and_a_benefit_is_no_name(nlp: Language, gazetteer: Gazetteer) -> None:
    text = "Wer Hartz IV bekommt, geht zu Fridays for Future und Black Lives Matter."
    assert find(nlp, gazetteer, text, PER="Hartz", MISC="Black Lives") == [
        ("Fridays for Future", "ORG"),
        ("Black Lives Matter", "ORG"),
    ]


def test_what_goes_on_behind_a_closing_mark_is_no_part_of_a_name(nlp: Language, gazetteer: Gazetteer) -> None:
    assert with_parts(nlp, gazetteer, "Ein „Moorbote“-Redakteur klagt.", ORG="Moorbote“-Redakteur") == [
        ("Moorbote", "ORG")
    ]


def test_words_in_compounds_that_are_no_names_by_themselves_are_none(nlp: Language, gazetteer: Gazetteer) -> None:
    assert with_parts(nlp, gazetteer, "Die Corona-Krise, die Online-Welt und das Bild-Archiv.") == []


def test_the_shipped_recognizer_finds_names_that_no_list_holds() -> None:
    text = "Der Trainer Matthias Wedekind wechselt nach Castrop-Rauxel. Die britische Firma Wedekind Logistics zahlt."
    (found,) = load().annotate([Article(id="a", text=text)])
    assert {("Matthias Wedekind", "PER"), ("Castrop-Rauxel", "LOC"), ("britische", "NORP")} <= {
        (row.text, row.label) for row in found.mentions
    }
