from dataclasses import replace

import pytest

from lib.article import Article
from lib.compare import stories

BRIDGE = "Die Brücke über die Elbe in Tangermünde bleibt nach dem Unfall des Frachters zu, sagte Landrat Puhlmann."
BRIDGE_TOO = "Landrat Puhlmann lässt die Brücke in Tangermünde sperren: Ein Frachter war auf der Elbe aufgelaufen."
CHEESE = "In Lindau zeigten Sennereien ihre Bergkäse; den Preis der Jury gewann eine Molkerei aus Bregenz."


def article(name: str, text: str, published: str = "", title: str = "unknown", source: str = "unknown") -> Article:
    return Article(id=name, text=text, title=title, source=source, published=published)


def test_articles_on_one_occasion_share_a_story_and_others_stand_alone() -> None:
    found = stories.find([article("a", BRIDGE), article("b", BRIDGE_TOO), article("c", CHEESE)])
    assert found.story_of["a"] == found.story_of["b"] != found.story_of["c"]
    assert [story.n_articles for story in found.stories] == [2, 1]


def test_unknown_dates_are_no_obstacle_but_distant_dates_part() -> None:
    near = stories.find([article("a", BRIDGE, "2024-03-01"), article("b", BRIDGE_TOO)])
    far = stories.find([article("a", BRIDGE, "2024-03-01"), article("b", BRIDGE_TOO, "2024-06-01T12:00")])
    assert len(near.stories) == 1
    assert len(far.stories) == 2


def test_months_do_not_part_articles_of_which_one_tells_of_the_days_of_the_other() -> None:
    corpus = [article("a", BRIDGE, "2024-03-01"), article("b", BRIDGE_TOO, "2024-06-01")]
    march, day_before = ("2024-03-01", "2024-03-31"), ("2024-02-29", "2024-02-29")
    for told in ({"b": [march]}, {"b": [day_before]}, {"a": [("2024-06-01", "2024-06-01")]}):
        assert len(stories.find(corpus, told=told).stories) == 1
    whole_year, april, two_days_before = ("2024-01-01", "2024-12-31"), ("2024-04-01", "2024-04-30"), ("2024-02-28",) * 2
    for time in (whole_year, april, two_days_before):
        assert len(stories.find(corpus, told={"b": [time]}).stories) == 2


def test_articles_that_tell_of_the_days_of_a_third_meet_in_its_story() -> None:
    may_and_june = [article("b", BRIDGE_TOO, "2024-05-01"), article("c", BRIDGE_TOO, "2024-06-20")]
    march = {name: [("2024-03-01", "2024-03-31")] for name in ("b", "c")}
    assert len(stories.find([article("a", BRIDGE, "2024-03-01"), *may_and_june], told=march).stories) == 1
    assert len(stories.find(may_and_june, told=march).stories) == 2


def test_a_day_that_both_tell_of_joins_no_articles_on_different_things() -> None:
    corpus = [article("a", BRIDGE, "2024-03-01"), article("b", f"{CHEESE} Elbe", "2024-06-01")]
    assert len(stories.find(corpus, told={"b": [("2024-03-01", "2024-03-01")]}).stories) == 2


def test_a_story_depends_on_its_articles_alone_not_on_their_order() -> None:
    corpus = [article("a", BRIDGE), article("b", BRIDGE_TOO), article("c", CHEESE)]
    forward, backward = stories.find(corpus), stories.find(corpus[::-1])
    assert forward == backward
    assert stories.find(corpus[:2]).story_of["a"] == forward.story_of["a"]


def test_a_story_says_when_and_by_whom_it_was_told_under_the_most_central_title() -> None:
    corpus = [
        article("a", BRIDGE, "2024-03-02", "Gesperrt", "Altmark-Bote"),
        article("b", f"{BRIDGE} {BRIDGE_TOO}", "2024-03-01T08:00", "Frachter rammt Brücke", "Elbkurier"),
        article("c", BRIDGE_TOO, "", "Im Nebel", "unknown"),
    ]
    (story,) = stories.find(corpus).stories
    assert story.headline == "Frachter rammt Brücke"
    assert (story.first, story.last) == ("2024-03-01T08:00", "2024-03-02")
    assert (story.n_articles, story.n_sources) == (3, 2)


def test_the_headline_of_untitled_articles_is_their_first_line() -> None:
    (story,) = stories.find([article("a", "Erste Zeile\n\nMehr")]).stories
    assert story.headline == "Erste Zeile"


def test_a_story_that_the_data_names_holds_the_articles_of_that_name_and_no_others() -> None:
    other = replace(article("c", CHEESE), story="Brücke")
    corpus = [replace(article("a", BRIDGE), story="Brücke"), article("b", BRIDGE_TOO), other, article("d", BRIDGE)]
    found = stories.find(corpus)
    assert found.story_of["a"] == found.story_of["c"]
    assert found.story_of["b"] == found.story_of["d"] != found.story_of["a"]
    assert [story.headline for story in found.stories if story.story_id == found.story_of["a"]] == ["Brücke"]


@pytest.mark.parametrize(
    ("name", "headline"),
    [("deu-8142077", "Frachter im Nebel"), ("3.0", "Frachter im Nebel"), ("17", "Frachter im Nebel"), ("G 20", "G 20")],
)
def test_a_code_makes_a_story_and_is_not_its_headline(name: str, headline: str) -> None:
    corpus = [replace(article(key, text), story=name) for key, text in (("a", BRIDGE), ("b", CHEESE))]
    (story,) = stories.find([replace(one, title="Frachter im Nebel") for one in corpus]).stories
    assert story.headline == headline


def test_no_articles_and_articles_without_capitals_are_no_error() -> None:
    assert stories.find([]) == ({}, [])
    assert len(stories.find([article("a", ""), article("b", "nur kleine wörter")]).stories) == 2


def test_one_article_between_two_occasions_does_not_chain_them() -> None:
    corpus = [article(f"a{i}", BRIDGE + f" Elbkahn {i}") for i in range(6)]
    corpus += [article(f"c{i}", CHEESE + f" Sennhütte {i}") for i in range(6)]
    both = article("x", f"{BRIDGE} {CHEESE}")
    story_of = stories.find([*corpus, both]).story_of
    assert story_of["a0"] != story_of["c0"]


def test_of_two_articles_the_title_that_tells_what_both_do_stands_for_them() -> None:
    told = "Frachter rammt Brücke\n\n" + BRIDGE
    ranted = "Das ist ja wieder typisch Elbe!\n\n" + BRIDGE_TOO
    one = Article(id="b", text=told, title=told.partition("\n")[0])
    other = Article(id="a", text=ranted, title=ranted.partition("\n")[0])
    (story,) = stories.find([one, other]).stories
    assert story.headline == "Frachter rammt Brücke"


def test_what_counts_of_a_text_decides() -> None:
    corpus = [article("a", BRIDGE), article("b", BRIDGE_TOO)]
    assert len(stories.find(corpus, {"a": BRIDGE, "b": CHEESE}).stories) == 2


def test_what_all_articles_of_a_corpus_have_in_common_holds_them_together() -> None:
    corpus = [
        article(f"a{i}", BRIDGE + "".join(f" {chr(65 + i)}{chr(97 + j)}sebuch" for j in range(12))) for i in range(20)
    ]
    assert len(stories.find(corpus).stories) == 1
