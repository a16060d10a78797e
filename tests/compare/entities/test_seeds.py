"""The five web articles: one row for each of those whom all of them name."""

from pathlib import Path

import pytest

from lib import read
from lib.analysis import analyse
from lib.article import Analysis

FORMS = {
    "Kim Jong-un": {"Kim", "Kims", "Kim Jong-un", "Kim Jong Un"},
    "Wladimir Putin": {"Wladimir Putin", "Wladimir Putins", "Putin", "Putins"},
    "Sergej Schoigu": {"Sergei Shoigu", "Sergej Schoigu", "Schoigu"},
    "KCNA": {"KCNA"},
    "Pjöngjang": {"Pjöngjang", "Pjöngjangs", "Pjönjang"},
    "USA": {"USA", "US", "Vereinigten Staaten"},
    "Nordkorea": {
        *("Nordkorea", "Nordkoreas", "DVRK"),
        *("Demokratische Volksrepublik Korea", "Demokratischen Volksrepublik Korea"),
    },
    "Russland": {"Russland", "Russlands", "Russische Föderation", "Russischen Föderation"},
}


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Analysis:
    files, _ = read.open_corpus([shared / "seeds"])
    return analyse(read.read(files).articles)


@pytest.mark.parametrize("name", FORMS)
def test_one_row_holds_all_forms_of_a_name_and_no_other(seeds: Analysis, name: str) -> None:
    entities, aliases = seeds.tables["entities"], seeds.tables["aliases"]
    [entity] = entities.loc[entities["name"] == name, "entity_id"]
    rows = aliases[aliases["entity_id"] == entity]
    assert set(rows["form"]) == FORMS[name]
    assert rows["reason"].ne("").all()
    elsewhere = aliases.loc[aliases["entity_id"] != entity, "form"]
    assert not FORMS[name] & set(elsewhere)
