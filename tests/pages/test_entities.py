"""The Entities page counts who is named, and leads from a number to the words it counts."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]

PAGE = "pages/1_Entities.py"


def charts(app: AppTest) -> list[dict[str, object]]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def names(app: AppTest) -> list[str]:
    bars, _ = charts(app)
    return bars["layout"]["yaxis"]["ticktext"]


def lines(app: AppTest) -> list[str]:
    return [block.value for block in app.get("html") if 'class="kwic"' in block.value]


def test_the_sample_is_counted_by_source(open_page: Open) -> None:
    app = open_page(PAGE)
    bars, cells = charts(app)
    assert [trace["name"] for trace in bars["data"]] == [
        "Donaufunk", "Hanseblatt", "Ostwind International", "Tagblitz",
    ]  # fmt: skip
    assert bars["layout"]["barmode"] == "stack"
    assert len(names(app)) == 20
    assert cells["data"][0]["type"] == "heatmap"
    assert cells["layout"]["yaxis"]["ticktext"] == names(app)


def test_a_cold_link_restores_the_filters(open_page: Open) -> None:
    app = open_page(PAGE, label="LOC", count="rate", bars="grouped", top="10", source=["Tagblitz", "Donaufunk"])
    bars, _ = charts(app)
    assert [trace["name"] for trace in bars["data"]] == ["Donaufunk", "Tagblitz"]
    assert bars["layout"]["barmode"] == "group"
    assert bars["layout"]["xaxis"]["title"]["text"] == "Mentions per 1,000 words"
    assert len(names(app)) == 10
    assert {"Russland", "Nordkorea"} <= set(names(app))
    assert not app.warning


def test_the_filters_are_written_into_the_url(open_page: Open) -> None:
    app = open_page(PAGE)
    app.button_group(key="label").set_value("LOC").run()
    app.button_group(key="bars").set_value("grouped").run()
    assert dict(app.query_params) == {"label": "LOC", "bars": "grouped"}


def test_an_entity_opens_its_mentions_with_a_link_to_the_place(open_page: Open) -> None:
    app = open_page(PAGE, entity="loc-russland", source="Tagblitz")
    found = lines(app)
    assert found
    assert all("<b>Russland" in line for line in found)
    targets = [parse_qs(link.proto.query_string) for link in app.get("page_link")]
    places = {(target["article"][0], target["at"][0]) for target in targets if "at" in target}
    assert len(places) == len(found)
    assert any(f"{len(found)} mention" in caption.value for caption in app.caption)


def test_many_mentions_come_in_parts_and_another_entity_begins_with_its_first(open_page: Open) -> None:
    first = lines(open_page(PAGE, entity="loc-russland"))
    app = open_page(PAGE, entity="loc-russland", page="2")
    assert len(first) == 20
    assert lines(app)
    assert not set(lines(app)) & set(first)
    app.selectbox(key="entity").select("loc-nordkorea").run()
    assert dict(app.query_params) == {"entity": "loc-nordkorea"}


def test_the_forms_of_an_entity_are_listed_with_reasons(open_page: Open) -> None:
    forms = open_page(PAGE, entity="loc-russland").dataframe[-1].value
    assert {"Russland", "Russlands"} <= set(forms["form"])
    assert forms["reason"].ne("").all()


def test_an_entity_that_the_corpus_does_not_hold_is_left_out_with_a_word(open_page: Open) -> None:
    app = open_page(PAGE, entity="loc-atlantis")
    assert "does not hold" in app.warning[0].value
    assert app.selectbox(key="entity").value == ""
    assert not lines(app)


def test_an_entity_is_chosen_in_the_list(open_page: Open) -> None:
    app = open_page(PAGE)
    app.selectbox(key="entity").select("loc-nordkorea").run()
    assert app.query_params["entity"] == "loc-nordkorea"
    assert all("<b>Nordkorea" in line for line in lines(app))


def test_one_article_is_counted_too(open_page: Open, one: Path) -> None:
    app = open_page(PAGE, one)
    bars, _ = charts(app)
    assert [trace["name"] for trace in bars["data"]] == ["Küstenbote"]
    assert "Emden" in names(app)


def test_a_type_without_names_says_so(open_page: Open, one: Path) -> None:
    app = open_page(PAGE, one, label="MISC")
    assert "No such name" in app.info[0].value
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("corpus", ["empty", "broken"])
def test_a_corpus_without_articles_leads_to_the_overview(
    open_page: Open, corpus: str, request: pytest.FixtureRequest
) -> None:
    app = open_page(PAGE, request.getfixturevalue(corpus))
    assert "no article that could be read" in app.info[0].value
    assert not app.get("plotly_chart")
