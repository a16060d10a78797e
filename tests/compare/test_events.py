import pytest

from lib import annotate
from lib.article import Annotation, Article
from lib.compare import events
from lib.compare.refrains import bare
from lib.schema import Event, EventSentence, Sentence

DAM = "Der Staudamm bei Hirschau brach am frühen Morgen."
DAM_TOO = "Am frühen Morgen brach bei Hirschau der Staudamm."
CHURCH = "Pfarrerin Öttl sammelt Decken in der Dorfkirche."
CHURCH_TOO = "In der Dorfkirche sammelt Pfarrerin Öttl nun Decken für Familien."
TRAIN = "Züge nach Weiden fallen aus."


def annotated(name: str, *texts: str) -> tuple[Article, Annotation]:
    article = Article(id=name, text=" ".join(texts), source=f"Blatt {name}")
    (annotation,) = annotate.load().annotate([article])
    return article, annotation


ONE = annotated("a", DAM, CHURCH)
OTHER = annotated("b", DAM_TOO, TRAIN, CHURCH_TOO)


def find(*pairs: tuple[Article, Annotation]) -> events.Events:
    return events.find([article for article, _ in pairs], [annotation for _, annotation in pairs], "s-1")


def test_sentences_that_report_the_same_make_an_event_and_the_rest_makes_none() -> None:
    found = find(ONE, OTHER)
    assert [(row.article_id, row.sentence_id) for row in found.event_sentences] == [
        ("a", 0),
        ("b", 0),
        ("a", 1),
        ("b", 2),
    ]
    assert [(e.story_id, e.headline, e.n_articles, e.n_sources) for e in found.events] == [
        ("s-1", DAM, 2, 2),
        ("s-1", CHURCH, 2, 2),
    ]


def test_events_do_not_depend_on_the_order_of_articles() -> None:
    assert find(ONE, OTHER) == find(OTHER, ONE)


def test_one_article_and_articles_without_sentences_have_no_events() -> None:
    empty = annotated("c")
    assert find(ONE) == ([], [], [])
    assert find(empty, annotated("d")) == ([], [], [])
    assert find(ONE, empty) == ([], [], [])


def test_the_headline_is_the_shortest_central_sentence_that_stands_on_its_own() -> None:
    texts = [
        "Dies gelang.",
        "Der Tunnel bei Schöps ist seit Montag wieder offen.",
        "Ein Tunnel öffnet in Schöps wieder.",
    ]
    sentences = [Sentence("a", i, 0, len(text), text, False) for i, text in enumerate(texts)]
    assert events.headline(sentences, [0.9, 0.9, 0.9], set()) == texts[2]
    assert events.headline(sentences, [0.9, 0.9, 0.2], set()) == texts[1]
    assert events.headline(sentences[::2], [0.9, 0.65], set()) == texts[2]
    assert events.headline(sentences[::2], [0.9, 0.6], set()) == texts[0]
    assert events.headline(sentences, [0.9, 0.9, 0.9], {bare(f"„{texts[2]}“")}) == texts[1]


def test_where_no_sentence_stands_alone_one_with_a_name_is_the_headline() -> None:
    texts = ["Er hält das für gut.", "Das ist laut Tunnelchefin Ina Weber gut.", "Der Bau ist jedoch sehr gut so."]
    sentences = [Sentence("a", i, 0, len(text), text, False) for i, text in enumerate(texts)]
    named = {("a", 1): frozenset({"Ina Weber"})}
    assert events.headline(sentences, [0.9, 0.9, 0.9], set()) == texts[0]
    assert events.headline(sentences, [0.9, 0.9, 0.9], set(), named) == texts[1]


@pytest.mark.parametrize(
    "part",
    [
        "– fordert Weber am Montag.",
        "„Der Tunnel ist offen.",
        "Weber sagte am Montag,",
        'Der Tunnel ist offen", sagte Weber.',
        "30.000 sind genehmigt.",
        "Im Vergleich zu 2018 sind das mehr.",
        "Darunter waren Frauen.",
    ],
)
def test_a_part_of_a_sentence_is_no_headline(part: str) -> None:
    whole = "Der Tunnel bei Schöps ist seit Montag wieder offen, sagte Weber."
    sentences = [Sentence("a", i, 0, len(text), text, False) for i, text in enumerate([part, whole])]
    assert events.headline(sentences, [0.9, 0.9], set()) == whole


def test_rows_carry_the_mean_score_with_other_articles() -> None:
    (event, *_), rows, _ = find(ONE, OTHER)
    assert isinstance(event, Event)
    first, second = rows[:2]
    assert first == EventSentence(event.event_id, "a", 0, first.score)
    assert 0.8 < first.score == second.score <= 1.0


def test_links_say_why() -> None:
    links = find(ONE, OTHER).links
    certain = [link for link in links if link.status == "event"]
    assert [(link.article_id, link.sentence_id, link.other_id, link.other_sentence_id) for link in certain] == [
        ("a", 0, "b", 0),
        ("a", 1, "b", 2),
    ]
    assert "Staudamm" in certain[0].why and "Pfarrerin" in certain[1].why


def test_names_of_entities_are_given_as_reasons() -> None:
    pairs = [ONE, OTHER]
    named = {("a", 0): frozenset({"Hirschau"}), ("b", 0): frozenset({"Hirschau", "Weiden"})}
    found = events.find([article for article, _ in pairs], [annotation for _, annotation in pairs], "s-1", named)
    assert found.links[0].why.startswith("names: Hirschau; words: ")
