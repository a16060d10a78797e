"""Log-odds tell which names set two groups apart, and how sure that is."""

import math

import numpy as np
import pandas as pd
import pytest

from lib import schema
from lib.schema import Mention, Voice
from lib.show.columns import Column
from lib.show.frequency import COLUMNS
from lib.show.keyness import PRIOR_WORDS, log_odds, sure, words
from lib.show.reading import Tables


def counts(words: int, **mentions: tuple[int, int]) -> pd.DataFrame:
    rows = [
        (name, name, "PER", source, n, words, 0.0, 0, 1, 0.0)
        for name, both in mentions.items()
        for source, n in zip("AB", both, strict=True)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))


def test_a_name_is_scored_as_the_paper_says() -> None:
    found = log_odds(counts(10_000, x=(30, 10)), ["A"], ["B"]).iloc[0]
    prior = PRIOR_WORDS * 40 / 20_000
    odds = [(n + prior) / (10_000 + PRIOR_WORDS - n - prior) for n in (30, 10)]
    assert found["log_odds"] == pytest.approx(math.log(odds[0]) - math.log(odds[1]), abs=1e-4)
    assert found["error"] == pytest.approx(math.sqrt(1 / (30 + prior) + 1 / (10 + prior)), abs=1e-4)
    assert found["sure"]


def test_the_groups_are_each_other_s_mirror() -> None:
    table = counts(5_000, x=(9, 2), y=(1, 8), z=(3, 3))
    one, other = log_odds(table, ["A"], ["B"]), log_odds(table, ["B"], ["A"])
    assert list(one["name"]) == ["x", "z", "y"] == list(other["name"])[::-1]
    assert list(one["z"]) == pytest.approx([-z for z in other["z"]][::-1])


def test_a_rare_name_is_less_sure_than_a_frequent_one_of_the_same_odds() -> None:
    found = log_odds(counts(10_000, rare=(2, 0), frequent=(60, 5)), ["A"], ["B"]).set_index("name")["sure"]
    assert found["frequent"]
    assert not found["rare"]


def test_a_difference_is_less_sure_the_more_are_tested() -> None:
    """z of x is 2.6: enough for one of three, not for one of forty; those named once do not count."""
    x = {"x": (16, 4)}
    even = {f"y{i}": (2, 2) for i in range(40)}
    once = {f"z{i}": (1, 0) for i in range(40)}
    few, many, rare = (
        log_odds(counts(10_000, **x, **others), ["A"], ["B"]).set_index("name").loc["x", ["z", "sure"]].tolist()
        for others in ({"y": (2, 2)}, even, once)
    )
    assert few[0] == many[0] == rare[0] > 1.96
    assert (few[1], many[1], rare[1]) == (True, False, True)


def test_a_difference_is_sure_in_either_direction() -> None:
    found = log_odds(counts(10_000, x=(40, 4), y=(4, 40)), ["A"], ["B"])
    assert found["sure"].all()


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        ([0.04, 0.01], [True, True]),  # Bonferroni: the second only
        ([0.04, 0.03], [False, False]),  # Benjamini and Hochberg: both
        ([0.001, 0.03, 0.03], [True, False, False]),
        ([], []),
    ],
)
def test_differences_are_tested_from_the_least_probable_on(chance: list[float], expected: list[bool]) -> None:
    assert sure(np.array(chance), np.full(len(chance), 5.0)).tolist() == expected


def test_a_name_that_neither_group_uses_is_left_out() -> None:
    table = counts(1_000, x=(4, 2), y=(0, 0))
    assert list(log_odds(table, ["A"], ["B"])["name"]) == ["x"]


def own(tables: Tables, **texts: str) -> Tables:
    """The tables with other texts of their articles, of which all is said in their own voice and nothing is a name."""
    articles = tables["articles"][tables["articles"]["article_id"].isin(texts)]
    voices = [Voice(key, 0, 0, len(text), "own", -1) for key, text in texts.items()]
    return tables | {
        "articles": articles.assign(text=articles["article_id"].map(texts)),
        "voices": schema.table("voices", voices),
        "mentions": schema.table("mentions", []),
    }


def test_a_word_is_surely_of_one_source_as_far_as_so_many_are_compared(tables: Tables) -> None:
    """Alpha says "Deiche" six times more often than Beta; both say some more words, few or many."""
    compared = [Column("Alpha", ("a",)), Column("Beta", ("b",))]
    filler = " und es war so" * 200
    for others, expected in ((2, True), (200, False)):
        both = " ".join(f"Damm{chr(97 + i % 26)}{chr(97 + i // 26)}st" for i in range(others)) + filler
        told = own(tables, a="Deiche " * 24 + both, b="Deiche " * 4 + both)
        (row,) = words(told, compared).to_dict("records")
        assert (row["word"], row["sure"]) == ("Deiche", expected)
        assert row["z"] > 1.96


def test_stop_words_are_of_no_source(tables: Tables) -> None:
    filler = " und es war so" * 200
    text = "Gegen Abend werkten Fischer gegen den Wind. Fischer warteten. Gegen Flut sind Fischer machtlos."
    found = words(own(tables, a=text + filler, b=filler), [Column("Alpha", ("a",)), Column("Beta", ("b",))])
    assert list(found["word"]) == ["Fischer"]


def test_a_word_that_others_have_within_a_name_is_of_no_source(tables: Tables) -> None:
    filler = " und es war so" * 200
    chemistry = "Chemie. " * 8
    texts = {"a": f"{chemistry}Rauch, Rauch, Rauch.{filler}", "b": f"Lohra Chemie brennt.{filler}"}
    compared = [Column("Alpha", ("a",)), Column("Beta", ("b",))]
    told = own(tables, **texts)
    assert set(words(told, compared)["word"]) == {"Chemie", "Rauch"}
    name = schema.table("mentions", [Mention("b", 0, 0, 12, "Lohra Chemie", "ORG", "org-lohra-chemie")])
    assert set(words(told | {"mentions": name}, compared)["word"]) == {"Rauch"}


def test_words_of_one_source_are_its_own_and_no_names(tables: Tables) -> None:
    """Alpha says "löschten" three times in its own voice; Beta says it in a quotation only."""
    filler = " und es war so" * 200
    texts = {
        "a": f"Sie löschten. Wir löschten. Alle löschten in Emden.{filler}",
        "b": f"„Wir löschten“, hieß es.{filler}",
    }
    articles = tables["articles"][tables["articles"]["article_id"].isin(texts)]
    articles = articles.assign(text=articles["article_id"].map(texts))
    voices = [
        Voice("a", 0, 0, len(texts["a"]), "own", -1),
        Voice("b", 0, 1, 13, "quoted", 1),
        Voice("b", 0, 14, len(texts["b"]), "own", -1),
    ]
    start = texts["a"].index("Emden")
    mentions = [Mention("a", 0, start, start + 5, "Emden", "LOC", "loc-emden")]
    told = tables | {
        "articles": articles,
        "voices": schema.table("voices", voices),
        "mentions": schema.table("mentions", mentions),
    }
    found = words(told, [Column("Alpha", ("a",)), Column("Beta", ("b",))])
    (row,) = found.to_dict("records")
    assert (row["source"], row["word"], row["here"], row["elsewhere"]) == ("Alpha", "löschten", 3, 0)
    assert (row["article_id"], row["start"]) == ("a", 4)
    assert row["z"] == pytest.approx(row["log_odds"] / row["error"], abs=1e-2)
