"""Sentences that a source repeats are its refrains, not its reports."""

from dataclasses import replace

import numpy as np

from lib.article import Annotation, Article
from lib.compare import refrains
from lib.compare.entities import merge
from lib.schema import Mention, Sentence

ADVERT = "Das neue Heft ist da!"


def told(name: str, *sentences: str, source: str = "Elbkurier") -> tuple[Article, Annotation]:
    text, rows = "", []
    for number, sentence in enumerate(sentences):
        rows.append(Sentence(name, number, len(text), len(text) + len(sentence), sentence, number == 0))
        text += sentence + " "
    vectors = np.zeros((len(rows), 2), np.float32)
    return Article(id=name, text=text, source=source), Annotation(sentences=rows, vectors=vectors, inner=vectors)


def marked(*corpus: tuple[Article, Annotation]) -> list[str]:
    found = refrains.marked([article for article, _ in corpus], [annotation for _, annotation in corpus])
    return [f"{row.article_id}: {row.text}" for annotation in found for row in annotation.sentences if row.is_refrain]


TOPICS = {
    "a": ["In Güstrow brannte das Schloss.", "Feuerwehrleute aus Schwerin löschten die Flammen im Dachstuhl."],
    "b": ["Weltmeisterin Dvořáková gewann das Schachturnier von Opava.", "Der Pokal geht nun nach Brünn."],
    "c": ["Sennereien in Lindau zeigten Bergkäse.", "Die Jury lobte eine Molkerei aus Bregenz."],
}
FIRE = ["In Güstrow brannte das Schloss.", "Die Feuerwehr aus Schwerin löschte den Brand im Dachstuhl des Schlosses."]


def unlike(name: str, source: str = "Elbkurier") -> tuple[Article, Annotation]:
    return told(name, "Titel", *TOPICS[name], ADVERT, source=source)


def test_what_a_source_has_in_three_stories_is_a_refrain() -> None:
    assert marked(*map(unlike, "abc")) == [f"{name}: {ADVERT}" for name in "abc"]
    assert marked(*map(unlike, "ab")) == []
    assert marked(unlike("a"), unlike("b"), unlike("c", source="Oderbote")) == []
    assert marked(*(unlike(name, source="unknown") for name in "abc")) == []


def test_the_background_of_one_story_is_none() -> None:
    background = "Das Schloss in Güstrow gehört dem Land Mecklenburg-Vorpommern."
    corpus = [told(name, f"Brand {name}", *FIRE, f"Am Tag {name} blieb es still.", background) for name in "abc"]
    assert marked(*corpus) == []


def test_what_a_source_offers_its_readers_is_one_in_a_single_story_too() -> None:
    offer = "Hier bestellen Sie unseren Newsletter."
    corpus = [told(name, f"Brand {name}", *FIRE, f"Am Tag {name} blieb es still.", offer) for name in "abc"]
    assert marked(*corpus) == [f"{name}: {offer}" for name in "abc"]
    assert marked(*corpus[:2]) == []


def test_titles_and_versions_of_one_article_are_none() -> None:
    same = ["Titel", "Ein Boot sank.", "Man hob es.", "Niemand wurde verletzt."]
    assert marked(*(told(name, *same) for name in "abc")) == []


def test_the_text_without_them_is_the_rest() -> None:
    (annotation, *_) = refrains.marked(*map(list, zip(*map(unlike, "abc"), strict=True)))
    text = unlike("a")[0].text
    assert refrains.without(text, annotation.sentences) == text.replace(ADVERT, "")


def test_whom_they_name_stays_but_does_not_count() -> None:
    corpus = []
    for article, annotation in (told(name, "Titel", *TOPICS[name], "Jetzt neu: Ilse Krapp liest.") for name in "abc"):
        start = article.text.index("Ilse Krapp")
        mentions = [Mention(article.id, 3, start, start + 10, "Ilse Krapp", "PER")]
        corpus.append((article, replace(annotation, mentions=mentions)))
    start = corpus[0][0].text.index("Güstrow")
    corpus[0][1].mentions.append(Mention("a", 1, start, start + 7, "Güstrow", "LOC"))
    articles = [article for article, _ in corpus]
    found = refrains.marked(articles, [annotation for _, annotation in corpus])
    merged = merge(articles, [mention for annotation in found for mention in annotation.mentions])
    assert len(merged.mentions) == 4
    assert [entity[3:] for entity in merged.entities if entity.name == "Ilse Krapp"] == [(0, 0, 0)]
    assert [entity[3:] for entity in merged.entities if entity.name == "Güstrow"] == [(1, 1, 1)]
