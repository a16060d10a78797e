"""The encoder: what it finds, and that nothing but the sentence decides it."""

import numpy as np
import pytest
import spacy
from spacy.language import Language

from lib.annotate import encoder
from lib.annotate.encoder.pieces import spaced_words

TEXTS = [
    "Die Bürgermeisterin Anneliese Kruse empfing in Rostock eine Abordnung der Reederei Nordlicht.",
    "Es regnet.",
    "„Wir warten ab“, sagte Kruse.",
    "Der Hafen von Tallinn bleibt bis zum 4. Mai geschlossen.",
]


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("lesarten_encoder")
    return nlp


def test_names_are_found(nlp: Language) -> None:
    names = {(ent.text, ent.label_) for ent in nlp(TEXTS[0]).ents}
    assert {("Anneliese Kruse", "PER"), ("Rostock", "LOC")} <= names


def test_every_token_and_sentence_has_its_vector(nlp: Language) -> None:
    doc = nlp("Es regnet.\n\nDer Hafen bleibt zu.")
    sentences = doc.user_data[encoder.SENTENCE_VECTORS]
    assert doc.tensor.shape == (len(doc), encoder.WIDTH)
    assert sentences.shape == (len(list(doc.sents)), encoder.WIDTH)
    assert np.allclose(np.linalg.norm(sentences, axis=1), 1, atol=1e-5)
    assert [not row.any() for row in doc.tensor] == [token.is_space for token in doc]


@pytest.mark.parametrize("size", [1, 2, 100])
def test_the_size_of_batches_changes_nothing(nlp: Language, size: int) -> None:
    for text, doc in zip(TEXTS, nlp.pipe(TEXTS, batch_size=size), strict=True):
        alone = nlp(text)
        assert [(e.text, e.label_) for e in doc.ents] == [(e.text, e.label_) for e in alone.ents]
        assert np.array_equal(doc.tensor, alone.tensor)


def test_the_number_of_threads_changes_nothing() -> None:
    words = spaced_words(spacy.blank("de").make_doc(" ".join(TEXTS)))
    one, four = encoder.Encoder(threads=1)(words), encoder.Encoder(threads=4)(words)
    assert one.names == four.names
    assert np.array_equal(one.words, four.words) and np.array_equal(one.sentence, four.sentence)


def test_a_sentence_longer_than_the_encoder_reads_at_once_keeps_its_names() -> None:
    words = spaced_words(spacy.blank("de").make_doc(f"{'und dann weiter ' * 200}traf er Anneliese Kruse in Rostock."))
    encoded = encoder.load()(words)
    assert encoded.words.shape == (len(words), encoder.WIDTH)
    assert {" ".join(word for word, _ in words[a:b]) for a, b, _ in encoded.names} == {"Anneliese Kruse", "Rostock"}


def test_sentences_that_say_the_same_are_nearer_than_others() -> None:
    tokenize = spacy.blank("de").make_doc
    closed, shut, bread = (
        encoder.load()(spaced_words(tokenize(text))).sentence
        for text in ("Der Hafen bleibt geschlossen.", "Die Häfen sind weiter zu.", "Ein Bäcker backt frisches Brot.")
    )
    assert closed @ shut > closed @ bread
