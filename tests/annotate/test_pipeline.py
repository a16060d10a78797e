"""From articles to rows: offsets, order, determinism, and texts at the edge."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import spacy
from spacy.training import Example

from lib.annotate import ModelError, Pipeline, load
from lib.article import Annotation, Article

TEXT = """Hafen von Tallinn bleibt zu

Der Hafen von Tallinn bleibt bis zum 4. Mai geschlossen, teilte die estnische Regierung mit. „Wir brauchen mehr Zeit für
die Prüfung“, sagte Ministerin Kaja Tamm. Tamm rechnet mit 12 Millionen Euro Schaden.

Die NATO schwieg dazu."""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return load()


def annotate(pipeline: Pipeline, text: str, title: str = "unknown") -> Annotation:
    (annotation,) = pipeline.annotate([Article(id="a", text=text, title=title)])
    return annotation


ARRAYS = {"vectors", "inner"}


def rows(annotation: Annotation) -> dict[str, list[Any]]:
    return {field.name: getattr(annotation, field.name) for field in fields(annotation) if field.name not in ARRAYS}


def test_the_pipeline_is_loaded_once_and_says_which_models_run(pipeline: Pipeline) -> None:
    assert load() is pipeline
    assert "lesarten-encoder 1." in pipeline.model and "GermEval 2014" in pipeline.model


def test_a_pipeline_that_is_not_installed_is_named(pipeline: Pipeline) -> None:
    with pytest.raises(ModelError, match="'de_nowhere_sm' is not installed"):
        load("de_nowhere_sm")


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A spaCy pipeline that takes "Hafen" for a facility and "Prüfung" for something that has no label here."""
    nlp = spacy.blank("de", meta={"name": "other", "version": "1.2.3"})
    ner = nlp.add_pipe("ner")
    examples = []
    for text in ("Der Hafen ruht.", "Die Prüfung ruht.", "Es ruht."):
        doc = nlp.make_doc(text)
        label = {"Hafen": "FAC", "Prüfung": "LAW"}.get(doc[1].text)
        examples.append(
            Example.from_dict(doc, {"entities": [(doc[1].idx, doc[1].idx + len(doc[1]), label)] if label else []})
        )
        if label:
            ner.add_label(label)
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    path = tmp_path_factory.mktemp("models") / "other"
    nlp.to_disk(path)
    return path


def test_another_pipeline_finds_the_names_instead_and_is_named(pipeline: Pipeline, other: Path) -> None:
    chosen = load(str(other))
    found = annotate(chosen, "Der Hafen ruht. Die Prüfung ruht.")
    assert [(row.text, row.label) for row in found.mentions] == [("Hafen", "LOC")]
    assert np.array_equal(found.vectors, annotate(pipeline, "Der Hafen ruht. Die Prüfung ruht.").vectors)
    assert "de_other 1.2.3 (names)" in chosen.model and "lesarten-encoder 1." in chosen.model


def test_a_pipeline_without_recognizer_is_refused(tmp_path: Path) -> None:
    spacy.blank("de").to_disk(tmp_path / "blank")
    with pytest.raises(ModelError, match="no entity recognizer"):
        load(str(tmp_path / "blank"))


def test_every_row_points_at_its_words(pipeline: Pipeline) -> None:
    found = annotate(pipeline, TEXT, "Hafen von Tallinn bleibt zu")
    texts = [found.sentences, found.mentions, found.attributes, found.quotes, found.values, found.modality]
    assert [quote.kind for quote in found.quotes] == ["indirect", "direct"]
    assert len(found.values) >= 2
    assert all(TEXT[row.start : row.end] == row.text for table in texts for row in table)
    for row in [*found.mentions, *found.quotes, *found.values]:
        sentence = found.sentences[row.sentence_id]
        assert sentence.start <= row.start < sentence.end


def test_the_first_sentence_is_the_title_where_one_is_known(pipeline: Pipeline) -> None:
    titled = annotate(pipeline, TEXT, "Hafen von Tallinn bleibt zu").sentences
    assert [row.is_title for row in titled] == [True, False, False, False, False]
    assert [row.sentence_id for row in titled] == [0, 1, 2, 3, 4]
    assert titled[0].text == "Hafen von Tallinn bleibt zu"
    assert not any(row.is_title for row in annotate(pipeline, TEXT).sentences)


def test_a_name_in_marks_is_the_articles_own_word(pipeline: Pipeline) -> None:
    text = "Die Polizei in „Bremen“ sprach von einer „großen Sache“."
    (annotation,) = pipeline.annotate([Article("a", text)])
    quoted = [text[row.start : row.end] for row in annotation.voices if row.voice == "quoted"]
    assert quoted == ["großen Sache"]


def test_there_is_one_vector_of_length_one_per_sentence(pipeline: Pipeline) -> None:
    found = annotate(pipeline, TEXT)
    assert found.vectors.dtype == np.float32
    assert found.vectors.shape == (len(found.sentences), 384)
    assert np.allclose(np.linalg.norm(found.vectors, axis=1), 1, atol=1e-5)


def test_sentences_that_say_the_same_are_nearer_than_others(pipeline: Pipeline) -> None:
    text = "Der Hafen bleibt geschlossen. Die Häfen sind weiter zu. Ein Bäcker backt frisches Brot."
    closed, shut, bread = annotate(pipeline, text).vectors
    assert closed @ shut > closed @ bread


def test_the_same_articles_give_the_same_rows(pipeline: Pipeline) -> None:
    first, second = annotate(pipeline, TEXT), annotate(pipeline, TEXT)
    assert rows(first) == rows(second)
    assert np.array_equal(first.inner, second.inner)
    assert np.array_equal(first.vectors, second.vectors)


@pytest.mark.parametrize("text", ["", " ", "\n\n \t"])
def test_an_empty_text_has_no_rows(pipeline: Pipeline, text: str) -> None:
    found = annotate(pipeline, text)
    assert not any(rows(found).values())
    assert found.vectors.shape == (0, 384)


def test_a_title_alone_is_one_sentence(pipeline: Pipeline) -> None:
    found = annotate(pipeline, "Die Wetterlage in Riga", "Die Wetterlage in Riga")
    assert [(row.text, row.is_title) for row in found.sentences] == [("Die Wetterlage in Riga", True)]
    assert [(row.text, row.label) for row in found.mentions] == [("Riga", "LOC")]


def test_a_very_long_text_without_a_single_mark_is_annotated(pipeline: Pipeline) -> None:
    text = "und dann in Riga " * 6_000
    found = annotate(pipeline, text)
    assert {row.text for row in found.mentions} == {"Riga"}
    assert len(found.mentions) > 5_900  # a cut may part it from the words before it, but not lose it
    assert max(len(row.text) for row in found.sentences) <= 3_000
    assert all(text[row.start : row.end] == row.text for row in [*found.sentences, *found.mentions])


def test_articles_come_one_by_one_in_their_order(pipeline: Pipeline) -> None:
    stream = pipeline.annotate(Article(id=name, text="Es regnet.") for name in ("x", "y"))
    assert [next(stream).sentences[0].article_id, next(stream).sentences[0].article_id] == ["x", "y"]


def test_states_are_vectors_of_a_sentences_first_pieces(pipeline: Pipeline) -> None:
    assert pipeline.states("").shape == (2, 384)
    assert pipeline.states("Anna Berg.").shape == (5, 384)
    assert pipeline.states("Anna Berg " * 100).shape == (82, 384)
