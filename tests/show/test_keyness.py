"""Log-odds tell which names set two groups apart, and how sure that is."""

import math

import pandas as pd
import pytest

from lib import schema
from lib.schema import Mention, Voice
from lib.show.contrast import Column
from lib.show.frequency import COLUMNS
from lib.show.keyness import PRIOR_WORDS, SURE, log_odds, words
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
    assert found["z"] > SURE


def test_the_groups_are_each_other_s_mirror() -> None:
    table = counts(5_000, x=(9, 2), y=(1, 8), z=(3, 3))
    one, other = log_odds(table, ["A"], ["B"]), log_odds(table, ["B"], ["A"])
    assert list(one["name"]) == ["x", "z", "y"] == list(other["name"])[::-1]
    assert list(one["z"]) == pytest.approx([-z for z in other["z"]][::-1])


def test_a_rare_name_is_less_sure_than_a_frequent_one_of_the_same_odds() -> None:
    found = log_odds(counts(10_000, rare=(2, 0), frequent=(60, 5)), ["A"], ["B"]).set_index("name")["z"]
    assert found["frequent"] > SURE > found["rare"]


def test_a_name_that_neither_group_uses_is_left_out() -> None:
    table = counts(1_000, x=(4, 2), y=(0, 0))
    assert list(log_odds(table, ["A"], ["B"])["name"]) == ["x"]


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
