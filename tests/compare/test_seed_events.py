"""Events of the five raw documents: four occasions that share their background."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from lib.analysis import analyse
from lib.article import Analysis, Article
from lib.read import open_corpus, read

ACCUSATION = {
    "000": "Die Vereinigten Staaten und Südkorea haben",
    "001": "Sowohl die USA",
    "002": "Die Vereinigten Staaten und Südkorea behaupten",
    "004": "Nach Angaben des Weißen Hauses",
}
DENIAL = {
    "000": "Pjöngjang bestreitet",
    "001": "Sowohl Pjöngjang",
    "004": "Beide Länder haben",
}
SIGNING = {
    "000": "Der nordkoreanische Präsident sagte, sein Land",
    "001": "Der Sicherheitspakt, den Kim und Putin",
    "004": "Der russische Präsident Wladimir Putin hat",
}
GUESTS = {
    "000": "Der nordkoreanische Führer Kim Jong-un versprach",
    "001": "Der nordkoreanische Führer Kim Jong-un hat",
    "002": "Nach Angaben der nordkoreanischen",
}
VISITS = {"000": "Der nordkoreanische Präsident versprach", "002": "Der russische Staatschef besucht"}
MEETING = {
    "002": "Putin und Kim trafen sich zuletzt",
    "003": "Kim verbrachte sechs Tage in Russland",
    "004": "Bei seinem ersten Besuch",
}
FIRST_VISIT = {"002": "Der russische Staatschef besucht", "004": "Bei seinem ersten Besuch"}


PUBLISHED = {"000": "2024-09-14", "001": "2024-07-19", "002": "2024-06-19", "003": "2023-09-18", "004": "2024-06-19"}


@pytest.fixture(scope="module")
def articles(shared: Path) -> list[Article]:
    return list(read(open_corpus([shared / "seeds"])[0]).articles)


@pytest.fixture(scope="module")
def analysis(articles: list[Article]) -> Analysis:
    return analyse(articles)


@pytest.fixture(scope="module")
def dated(articles: list[Article]) -> Analysis:
    """The same as if each said when it was published: up to a year apart."""
    return analyse([replace(article, published=PUBLISHED[article.id[:3]]) for article in articles])


def events_of(analysis: Analysis, wanted: dict[str, str]) -> list[set[str]]:
    """Events of the sentences that begin so, by the first three characters of the article's id."""
    sentences, members = analysis.tables["sentences"], analysis.tables["event_sentences"]
    found = []
    for article, words in wanted.items():
        mine = sentences["article_id"].str.startswith(article) & sentences["text"].str.startswith(words)
        (row,) = sentences[mine].to_dict("records")
        same = (members["article_id"] == row["article_id"]) & (members["sentence_id"] == row["sentence_id"])
        found.append(set(members.loc[same, "event_id"]))
    return found


def ids(analysis: Analysis, *begin: str) -> list[str]:
    """Of the articles whose ids begin so."""
    known = analysis.tables["articles"]["article_id"]
    return [key for letters in begin for key in known if key.startswith(letters)]


def chained(groups: Iterable[set[str]]) -> bool:
    """Whether events lead from each sentence to every other."""
    left = [set(group) for group in groups]
    whole = left.pop(0)
    while near := [group for group in left if group & whole]:
        whole |= set().union(*near)
        left = [group for group in left if group not in near]
    return not left


def test_the_accusation_is_one_event_of_four_articles(analysis: Analysis) -> None:
    assert set.intersection(*events_of(analysis, ACCUSATION))


def test_the_denials_belong_together_and_not_to_the_accusation(analysis: Analysis) -> None:
    assert chained(events_of(analysis, DENIAL))
    accused, denied = events_of(analysis, ACCUSATION), events_of(analysis, DENIAL)
    assert not set().union(*accused) & set().union(*denied)


def test_the_first_visit_in_24_years_joins_two_articles(analysis: Analysis) -> None:
    assert set.intersection(*events_of(analysis, FIRST_VISIT))


def test_the_treaty_and_its_signing_are_one_event_of_three_articles(analysis: Analysis) -> None:
    assert set.intersection(*events_of(analysis, SIGNING))


def test_the_meeting_of_september_2023_is_one_event_of_three_articles(analysis: Analysis) -> None:
    assert set.intersection(*events_of(analysis, MEETING))


def test_dates_months_apart_part_neither_the_story_nor_most_of_what_the_articles_look_back_on(
    dated: Analysis,
) -> None:
    assert len(dated.tables["stories"]) == 1
    for same in (FIRST_VISIT, MEETING, SIGNING):
        assert set.intersection(*events_of(dated, same))
    of_2024, of_july, _ = events_of(dated, DENIAL)
    assert of_2024 & of_july
    links = dated.tables["links"]
    both = [links[["article_id", "other_id"]].isin([key]).any(axis=1) for key in ids(dated, "001", "004")]
    texts = dated.tables["sentences"].set_index(["article_id", "sentence_id"])["text"]
    doubtful = [
        texts[row["article_id"], row["sentence_id"]] + texts[row["other_id"], row["other_sentence_id"]]
        for row in links[both[0] & both[1] & (links["status"] == "maybe")].to_dict("records")
    ]
    assert any(DENIAL["001"] in pair and DENIAL["004"] in pair for pair in doubtful)
    of_shoigu, of_delegation, of_putin = events_of(dated, GUESTS)
    assert not of_shoigu & of_delegation and not of_shoigu & of_putin and not of_delegation & of_putin


def test_the_treaty_is_called_differently(analysis: Analysis) -> None:
    differences = analysis.tables["differences"]
    signing = differences[differences["event_id"].isin(set.intersection(*events_of(analysis, SIGNING)))]
    names = signing[signing["kind"] == "name"].groupby("difference_id")["value"].agg(set)
    assert {"Verteidigungsvertrags", "Vereinbarung"} in list(names)


def test_two_articles_tell_of_the_meeting_in_another_place(analysis: Analysis) -> None:
    differences = analysis.tables["differences"]
    meeting = differences[differences["event_id"].isin(set.intersection(*events_of(analysis, MEETING)))]
    assert {("place", "Ostsibirien"), ("place", "Wladiwostok")} <= set(
        zip(meeting["kind"], meeting["value"], strict=True)
    )


def test_receptions_of_three_guests_are_three_events(analysis: Analysis) -> None:
    of_shoigu, of_delegation, of_putin = events_of(analysis, GUESTS)
    assert not of_shoigu & of_delegation and not of_shoigu & of_putin and not of_delegation & of_putin
    visit, other = events_of(analysis, VISITS)
    assert not visit & other


def test_gifts_of_two_occasions_are_not_linked(analysis: Analysis) -> None:
    sentences, members = analysis.tables["sentences"], analysis.tables["event_sentences"]
    gifts = sentences[sentences["text"].str.contains("Geschenk|Drohnen|Aurus")]
    gifts = gifts[gifts["article_id"].str.startswith(("003", "004"))]
    linked = members.merge(gifts, on=["article_id", "sentence_id"])
    by_event: dict[str, set[str]] = defaultdict(set)
    for row in linked.to_dict("records"):
        by_event[row["event_id"]].add(row["article_id"][:3])
    assert not any({"003", "004"} <= articles for articles in by_event.values())


def test_every_link_within_an_event_has_a_score_and_none_is_within_an_article(analysis: Analysis) -> None:
    links, members = analysis.tables["links"], analysis.tables["event_sentences"]
    certain = links[links["status"] == "event"]
    assert certain["score"].between(0, 1).all()
    assert (certain["article_id"] != certain["other_id"]).all()
    pairs = set()
    for _, rows in members.groupby("event_id"):
        places = sorted(zip(rows["article_id"], rows["sentence_id"], strict=True))
        pairs |= {(one, other) for one, other in combinations(places, 2) if one[0] != other[0]}
    assert len(certain) == len(pairs)
