"""Direct quotations, case by case: their words, their speakers and their cues."""

import time

import pytest
import spacy
from spacy.tokens import Doc

from lib.annotate import quotes
from lib.annotate.marks import marked
from lib.annotate.sentences import split
from lib.article import Article
from lib.schema import Quote

NLP = spacy.blank("de")
Found = tuple[str, str, str]


def doc_of(text: str, persons: tuple[str, ...] = ()) -> Doc:
    doc = NLP.make_doc(text)
    starts = {start for start, _ in split(text, titled=False)}
    for token in doc:
        token.is_sent_start = token.i == 0 or token.idx in starts
    doc.ents = [
        span
        for name in persons
        for at in range(len(text))
        if text.startswith(name, at) and (span := doc.char_span(at, at + len(name), label="PER"))
    ]
    return doc


def rows(text: str, *persons: str) -> list[Quote]:
    return quotes.find(doc_of(text, persons), Article(id="a", text=text))


def found(text: str, *persons: str) -> list[Found]:
    return [(quote.text, quote.speaker, quote.cue) for quote in rows(text, *persons)]


@pytest.mark.parametrize(
    ("opening", "closing"),
    ["„“", "“”", "””", "»«", "«»", '""', '„"', "„”", "‚‘", "''", "‘’", "›‹", "„«"],
)
def test_all_marks_enclose_a_quotation(opening: str, closing: str) -> None:
    text = f"{opening}Der Hafen bleibt offen{closing}, sagte Ada Brook."
    assert found(text) == [("Der Hafen bleibt offen", "Ada Brook", "sagte")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sie rief: „Alle Boote kehren um.“laut Hafenamt.", ["Alle Boote kehren um."]),
        ("Er sagte: „Das Wasser steigt noch.“ ” Mehr sagte er nicht.", ["Das Wasser steigt noch."]),
        ("Der Wirt meinte: „Hier kommt keiner mehr", ["Hier kommt keiner mehr"]),
        ("Er rief „Wir sind da! und lief „weit weg vom Ufer“.", ["Wir sind da!", "weit weg vom Ufer"]),
        (
            "Es hieß, „niemand wusste, wohin es ging.“ bis zum Abend nicht mehr.“ Dann schwieg sie.",
            ["niemand wusste, wohin es ging.“ bis zum Abend nicht mehr."],
        ),
        ('"Das geht so nicht", sagte er."Wir gehen jetzt heim."', ["Das geht so nicht"]),
        ("„Wir haben‘s nie gewollt“, klagte sie.", ["Wir haben‘s nie gewollt"]),
        (
            "„Er nannte es ‚reine Zeitverschwendung‘ vor allen“, sagte sie.",
            ["Er nannte es ‚reine Zeitverschwendung‘ vor allen"],
        ),
        ("„Sie las ‚Die Brücke am Fluss‘ jeden Abend“, sagte er.", ["Sie las ‚Die Brücke am Fluss‘ jeden Abend"]),
    ],
)
def test_broken_and_nested_marks(text: str, expected: list[str]) -> None:
    assert [quote.text for quote in rows(text)] == expected


def test_a_quotation_runs_over_sentences_but_an_interrupted_one_has_two_spans() -> None:
    text = (
        "„Wir haben geprüft. Nichts fehlt. Alles ist da“, sagte Ada Brook. "
        "„Wir gehen jetzt“, fügte sie hinzu, „und zwar alle heim.“"
    )
    assert found(text, "Ada Brook") == [
        ("Wir haben geprüft. Nichts fehlt. Alles ist da", "Ada Brook", "sagte"),
        ("Wir gehen jetzt", "Ada Brook", "fügte"),
        ("und zwar alle heim.", "Ada Brook", "fügte"),
    ]


def test_a_quotation_that_goes_on_in_the_next_paragraph_is_closed_there() -> None:
    text = "Er sagte: „Das war der erste Tag.\n\nDer zweite war noch schlimmer.“ Dann ging er."
    assert [quote.text for quote in rows(text)] == ["Das war der erste Tag.", "Der zweite war noch schlimmer."]


@pytest.mark.parametrize(
    "text",
    [
        "Der „Bote“ meldet den Fund.",
        "Die „schnelle Hilfe“ kam spät.",
        "Der Film „Die Lange Nacht“ läuft wieder.",
        "Sie unterzeichneten das „Große Gemeinsame Abkommen“ im Saal.",
        "Hans' Boot und Max’ Haus sind alt.",
        "\n\n",
    ],
)
def test_names_titles_and_words_at_a_distance_are_no_quotations(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("„Das ist nicht wahr“, so die Leiterin des Amtes.", "die Leiterin des Amtes", "so"),
        ("„Das ist nicht wahr“, erklärte der Minister Jan Holm am Montag.", "der Minister Jan Holm", "erklärte"),
        ("„Das ist nicht wahr“, sagte ein Sprecher der Reederei in Kiel.", "ein Sprecher der Reederei", "sagte"),
        ("„Das ist nicht wahr“, teilte am Abend die Polizei mit.", "die Polizei", "teilte"),
        ("„Das ist nicht wahr“, hieß es aus Kreisen der Reederei.", "Kreisen der Reederei", "hieß"),
        ("„Das ist nicht wahr“, laut Seeamt.", "Seeamt", "laut"),
        ("Jan Holm: „Das ist nicht wahr.“", "Jan Holm", ""),
        ("Jan Holm sagte dem Boten: „Das ist nicht wahr.“", "Jan Holm", "sagte"),
        ("Dazu sagte Jan Holm, „das ist nicht wahr“.", "Jan Holm", "sagte"),
        ("Im Mai hatte er gefordert, „endlich neue Boote“ zu kaufen.", "er", "gefordert"),
        ("Mit Blick auf die Lage betonte Holm: „Das ist nicht wahr.“", "Holm", "betonte"),
        ("Laut der Reederei sind es „mehr als je zuvor“.", "der Reederei", "Laut"),
        ("Nach Angaben von Jan Holm sind es „mehr als je zuvor“.", "Jan Holm", "Nach"),
        ("Der Reederei zufolge sind es „mehr als je zuvor“.", "Der Reederei", "zufolge"),
        ("Der Leiter des Amtes, Jan Holm, sagte: „Das ist nicht wahr.“", "Jan Holm", "sagte"),
        ("Holm hat den Plan „völlig aus der Zeit gefallen“ genannt.", "Holm", "genannt"),
        ("Den Plan nannte die Leiterin „völlig aus der Zeit gefallen“.", "die Leiterin", "nannte"),
        ("Am Rand stand „das ist nicht wahr“.", "", ""),
    ],
)
def test_the_speaker_stands_beside_the_quotation(text: str, speaker: str, cue: str) -> None:
    assert [(quote.speaker, quote.cue) for quote in rows(text)] == [(speaker, cue)]


def test_a_colon_at_the_end_of_the_line_before_introduces_the_quotation() -> None:
    assert found("Dazu erklärte Jan Holm:\n\n„Das ist alles nicht wahr.“") == [
        ("Das ist alles nicht wahr.", "Jan Holm", "erklärte")
    ]


def test_a_speaker_keeps_the_word_for_a_paragraph_and_no_longer() -> None:
    text = (
        "Jan Holm sagte, der Deich halte. „Wir sind gut gerüstet.“\n\n„Es gibt genug Sand.“\n\n"
        "Der Regen fiel die ganze Nacht.\n\nNiemand schlief.\n\nAn der Wand stand „bleibt alle zu Hause“."
    )
    assert found(text, "Jan Holm") == [
        ("Wir sind gut gerüstet.", "Jan Holm", ""),
        ("Es gibt genug Sand.", "Jan Holm", ""),
        ("bleibt alle zu Hause", "", ""),
    ]


def test_a_pronoun_or_a_description_stands_for_the_person_named_last() -> None:
    text = (
        "Jan Holm sagte, es reiche. Ada Brook lobte den Plan. "
        "„Das ist sehr gut“, sagte die Ministerin. „Wir fangen an“, rief sie."
    )
    assert found(text, "Jan Holm", "Ada Brook") == [
        ("Das ist sehr gut", "Ada Brook", "sagte"),
        ("Wir fangen an", "Ada Brook", "rief"),
    ]


def test_a_description_without_a_person_before_it_stays_as_written() -> None:
    text = "Experten sagten, es reiche. „Das ist sehr gut“, sagte die Ministerin."
    assert found(text) == [("Das ist sehr gut", "die Ministerin", "sagte")]


def test_offsets_lead_back_to_the_words() -> None:
    text = (
        "Kurz vorher. Jan Holm sagte: „Alles ist gut.“ »Nichts ist gut«, sagte Ada Brook.\n\n“So it goes on”, sagte er."
    )
    found_rows = rows(text, "Jan Holm", "Ada Brook")
    assert [(row.sentence_id, row.start) for row in found_rows] == [(1, 30), (2, 47), (3, 83)]
    for row in found_rows:
        assert text[row.start : row.end] == row.text
        assert text[row.speaker_start : row.speaker_end] == row.speaker


@pytest.mark.parametrize(
    "text",
    [
        "„" * 10_000,
        '"' * 10_000,
        "„ein Wort und noch mehr " * 10_000,
        "sagte er „ein zwei drei vier“ und " * 5_000,
        "Haus: „" * 10_000 + "“" * 10_000,
    ],
)
def test_hostile_marks_take_linear_time(text: str) -> None:
    doc = Doc(NLP.vocab, words=[text], spaces=[False])  # the tokenizer is not what is timed
    started = time.perf_counter()
    found_rows = quotes.find(doc, Article(id="a", text=text))
    assert time.perf_counter() - started < 10
    assert all(text[row.start : row.end] == row.text for row in found_rows)


def test_a_megabyte_is_read_in_seconds() -> None:
    text = "Jan Holm sagte heute: „Der Deich hält noch lange.“ Dann ging er wieder.\n\n" * 14_000
    started = time.perf_counter()
    assert len(marked(text)) == 14_000
    assert time.perf_counter() - started < 10
