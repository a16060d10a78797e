from lib import annotate
from lib.article import Annotation, Article
from lib.compare.comparison import Comparison, compare

FIRE = "In Güstrow brannte am Montag das Schloss. Bürgermeisterin Saß sprach von einem Pakt mit dem Land."
FIRE_TOO = "Das Schloss in Güstrow brannte am Montag. Bürgermeisterin Saß lobte das Abkommen mit dem Land."
CHESS = "Weltmeisterin Dvořáková gewann das Schachturnier von Opava."


def pair(name: str, text: str) -> tuple[Article, Annotation]:
    return dated(name, text, "")


def dated(name: str, text: str, published: str) -> tuple[Article, Annotation]:
    article = Article(id=name, text=text, published=published)
    (annotation,) = annotate.load().annotate([article])
    return article, annotation


CORPUS = [pair("a", FIRE), pair("b", FIRE_TOO), pair("c", CHESS)]


def compared(corpus: list[tuple[Article, Annotation]]) -> Comparison:
    return compare([article for article, _ in corpus], [annotation for _, annotation in corpus])


def test_every_article_has_a_story_and_every_table_is_filled() -> None:
    result = compared(CORPUS)
    assert sorted(result.story_of) == ["a", "b", "c"]
    assert {mention.entity_id for mention in result.mentions} == {entity.entity_id for entity in result.entities}
    assert [story.n_articles for story in result.stories] == [2, 1]
    assert {event.story_id for event in result.events} == {result.story_of["a"]}
    assert {row.article_id for row in result.event_sentences} == {"a", "b"}
    assert {(row.article_id, row.status) for row in result.coverage} == {("a", "reports"), ("b", "reports")}
    assert {link.story_id for link in result.links} == {result.story_of["a"]}
    assert [(row.concept, row.term) for row in result.wording] == [("Abkommen", "Pakt"), ("Abkommen", "Abkommen")]


def test_the_order_of_articles_changes_nothing_but_the_order_of_mentions() -> None:
    forward, backward = compared(CORPUS), compared(CORPUS[::-1])
    assert sorted(forward.mentions) == sorted(backward.mentions)
    assert forward.stories == backward.stories
    assert forward.events == backward.events
    assert forward.event_sentences == backward.event_sentences
    assert forward.coverage == backward.coverage
    assert forward.wording == backward.wording


def test_events_never_cross_stories() -> None:
    same = pair("d", CHESS)
    result = compared([*CORPUS, same])
    story_of = {row.article_id: result.story_of[row.article_id] for row in result.event_sentences}
    assert result.events
    for event in result.events:
        members = [row.article_id for row in result.event_sentences if row.event_id == event.event_id]
        assert {story_of[member] for member in members} == {event.story_id}


def test_an_article_that_looks_back_over_months_takes_part_in_the_event() -> None:
    looking_back = FIRE_TOO.replace("am Montag", "im März")
    corpus = [dated("a", FIRE, "2024-03-05"), dated("b", looking_back, "2024-09-20")]
    result = compared(corpus)
    assert [story.n_articles for story in result.stories] == [2]
    assert {row.article_id for row in result.event_sentences} == {"a", "b"}
    assert len(compared([corpus[0], dated("b", FIRE_TOO, "2024-09-20")]).stories) == 2


def test_an_empty_corpus_gives_empty_tables() -> None:
    assert compare([], []) == Comparison({}, *[[]] * 14)
