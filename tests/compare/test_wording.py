import csv
from pathlib import Path

import numpy as np
import pytest

from lib.article import Annotation, Article
from lib.compare import wording
from lib.compare.differences import lexicon
from lib.schema import Attribute, Difference, EventSentence, Mention, Sentence, Voice


def found(*texts: str, voices: tuple[Voice, ...] = ()) -> list[tuple[str, str, str, str]]:
    articles = [Article(id="ab"[i], text=text) for i, text in enumerate(texts)]
    empty = np.zeros((0, 2), np.float32)
    mine = [[voice for voice in voices if voice.article_id == article.id] for article in articles]
    annotations = [Annotation(voices=parts, vectors=empty, inner=empty) for parts in mine]
    rows = wording.find(articles, annotations)
    assert all(articles["ab".index(r.article_id)].text[r.start : r.end] == r.term for r in rows)
    return [(row.concept, row.article_id, row.term, row.voice) for row in rows]


def test_two_words_for_one_concept_are_listed_as_written() -> None:
    assert found("Der Machthaber winkte.", "Dem Staatschefs Gruß galt allen.") == [
        ("Staatsoberhaupt", "a", "Machthaber", "own"),
        ("Staatsoberhaupt", "b", "Staatschefs", "own"),
    ]


def test_what_several_persons_are_called_is_a_choice_for_each() -> None:
    """Berg is "Präsident" everywhere; whom "c" calls "Diktator" is not known."""
    texts = {
        "a": "Machthaber Kim traf Präsident Berg.",
        "b": "Staatschef Kim traf Präsident Berg. Der Präsident sprach.",
        "c": "Der Präsident sprach, der Diktator schwieg.",
    }
    names = {(key, text.index(name)): name for key, text in texts.items() for name in ("Kim", "Berg") if name in text}
    empty = np.zeros((0, 2), np.float32)
    annotations = []
    for key, text in texts.items():
        roles = (("Machthaber", "Kim"), ("Staatschef", "Kim"), ("Präsident", "Berg"))
        attributes = [
            Attribute(key, 0, text.index(word), text.index(word) + len(word), word, "role", text.index(name))
            for word, name in roles
            if f"{word} {name}" in text
        ]
        annotations.append(Annotation(attributes=attributes, vectors=empty, inner=empty))
    articles = [Article(id=key, text=text) for key, text in texts.items()]
    rows = wording.find(articles, annotations, entity_of=names, name_of={"Kim": "Kim", "Berg": "Anna Berg"})
    assert [(row.concept, row.article_id, row.term) for row in rows] == [
        ("Staatsoberhaupt: Kim", "a", "Machthaber"),
        ("Staatsoberhaupt: Kim", "b", "Staatschef"),
    ]


def test_a_surname_is_no_choice() -> None:
    texts = (
        "Die Maske hilft, sagte Minister Jan Maske. Maske trägt sie, sagte Maskes Frau.",
        "Der Mund-Nasen-Schutz hilft.",
    )
    articles = [Article(id="ab"[i], text=text) for i, text in enumerate(texts)]
    starts = [
        (texts[0].index("Jan Maske"), "Jan Maske"),
        (texts[0].index("Maske trägt"), "Maske"),
        (texts[0].index("Maskes"), "Maskes"),
    ]
    names = [Mention("a", 0, start, start + len(name), name, "PER") for start, name in starts]
    empty = np.zeros((0, 2), np.float32)
    annotations = [Annotation(mentions=named, vectors=empty, inner=empty) for named in (names, [])]
    rows = wording.find(articles, annotations)
    assert [(row.article_id, row.start, row.term) for row in rows] == [("a", 4, "Maske"), ("b", 4, "Mund-Nasen-Schutz")]


def test_who_does_something_is_not_what_they_do() -> None:
    assert found("Der Krieger schlief.", "Der Konflikt dauert an.") == []
    assert found("Die Kritiker schliefen.", "Der Vorwurf steht im Raum.") == []
    assert found("Mitten im Kriege war Ruhe.", "Der Konflikt dauert an.")
    assert found("Viele Parteimitglieder kamen.", "Die Parteifreunde kamen.")


def test_the_same_word_in_all_articles_is_no_choice() -> None:
    assert found("Der Machthaber winkte.", "Den Machthabern war kalt.") == []


def test_another_number_of_the_same_word_is_no_choice() -> None:
    assert found("Der Verstoß blieb.", "Die Verstöße blieben.") == []
    assert len(found("Der Verstoß blieb.", "Die Missachtung blieb, die Verstöße auch.")) == 3


def test_one_article_alone_makes_no_choice() -> None:
    assert found("Der Krieg, also der Konflikt, dauert an.") == []


@pytest.mark.parametrize(("voice", "told"), [("own", "own"), ("quoted", "quoted"), ("reported", "reported")])
def test_words_in_another_voice_are_told_apart(voice: str, told: str) -> None:
    text = "Es sei eine Invasion, sagte sie."
    parts = (Voice("a", 0, 0, 20, voice, -1), Voice("a", 0, 20, 32, "own", -1))
    assert found(text, "Ein Krieg.", voices=parts)[0] == ("Krieg", "a", "Invasion", told)


def test_compounds_count_only_after_a_hyphen() -> None:
    assert found("Im Ukraine-Krieg", "Der Handelskrieg ist ein Konflikt.") == [
        ("Krieg", "a", "Ukraine-Krieg", "own"),
        ("Krieg", "b", "Konflikt", "own"),
    ]


def test_of_overlapping_terms_the_longest_counts() -> None:
    text = "Der Oberste Führer schwieg."
    assert [row[2] for row in found(text, "Der Präsident sprach.")] == ["Oberste Führer", "Präsident"]


def test_a_word_of_several_meanings_counts_beside_another_word_for_the_same_event() -> None:
    articles = [Article(id="a", text="Das Regime schwieg."), Article(id="b", text="Die Führung schwieg.")]
    empty = np.zeros((0, 2), np.float32)
    sentences = [[Sentence(one.id, 0, 0, len(one.text), one.text, False)] for one in articles]
    annotations = [Annotation(sentences=rows, vectors=empty, inner=empty) for rows in sentences]
    assert wording.find(articles, annotations) == []
    apart = [EventSentence("e", "a", 0, 1.0), EventSentence("f", "b", 0, 1.0)]
    assert wording.find(articles, annotations, (), apart) == []
    together = [EventSentence("e", "a", 0, 1.0), EventSentence("e", "b", 0, 1.0)]
    assert [row.term for row in wording.find(articles, annotations, (), together)] == ["Regime", "Führung"]


def test_the_lexicon_is_readable_sourced_and_without_doubles() -> None:
    path = Path(lexicon.__file__).with_name("lexicon.csv")
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len({row["concept"] for row in rows}) >= 25
    assert all(row["concept"] and row["term"] and row["source"] for row in rows)
    assert {row["ambiguous"] for row in rows} == {"", "yes"}
    assert len({(row["concept"], row["term"]) for row in rows}) == len(rows)


def called(**words: str) -> list[Difference]:
    return [Difference("d", "e", "name", "other words", a, 4, 4 + len(w), w, w.casefold()) for a, w in words.items()]


def test_words_that_linked_sentences_have_for_one_thing_are_a_concept_of_their_own() -> None:
    articles = [Article(id="a", text="Die Zölle fallen."), Article(id="b", text="Die Abgaben sinken.")]
    empty = np.zeros((0, 2), np.float32)
    annotations = [Annotation(vectors=empty, inner=empty) for _ in articles]
    rows = wording.find(articles, annotations, called(a="Zölle", b="Abgaben"))
    assert [(row.concept, row.term) for row in rows] == [("Zölle / Abgaben", "Zölle"), ("Zölle / Abgaben", "Abgaben")]


def test_a_choice_of_words_that_the_lexicon_has_is_listed_once() -> None:
    articles = [Article(id="a", text="Der Krieg dauert."), Article(id="b", text="Der Konflikt dauert.")]
    empty = np.zeros((0, 2), np.float32)
    annotations = [Annotation(vectors=empty, inner=empty) for _ in articles]
    rows = wording.find(articles, annotations, called(a="Krieg", b="Konflikt"))
    assert {row.concept for row in rows} == {"Krieg"}


def test_what_brings_words_together_is_said() -> None:
    articles = [Article(id="a", text="Die Zölle im Krieg."), Article(id="b", text="Die Abgaben im Konflikt.")]
    empty = np.zeros((0, 2), np.float32)
    annotations = [Annotation(vectors=empty, inner=empty) for _ in articles]
    rows = wording.find(articles, annotations, called(a="Zölle", b="Abgaben"))
    origins = {row.concept: row.origin for row in rows}
    assert origins.keys() == {"Krieg", "Zölle / Abgaben"}
    assert "media regulator" in origins["Krieg"] and origins["Zölle / Abgaben"] == "linked sentences"
