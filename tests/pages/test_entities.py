"""The Entities page counts who is named, and leads from a number to the words it counts."""

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from lib.corrections import Correction, load, save
from lib.show.edits import Edits
from tests.pages.markup import markup, targets

Open = Callable[..., AppTest]

PAGE = "pages/1_Entities.py"


def charts(app: AppTest) -> list[dict[str, object]]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def names(app: AppTest) -> list[str]:
    bars, _ = charts(app)
    return bars["layout"]["yaxis"]["ticktext"]


def tables(app: AppTest, column: str) -> list[pd.DataFrame]:
    """The tables on the page that have a column of that name."""
    return [table.value for table in app.dataframe if column in table.value]


def lines(app: AppTest) -> list[str]:
    return re.findall(r'<div class="kwic".*?</div>', markup(app))


def test_the_sample_is_counted_by_source(open_page: Open) -> None:
    app = open_page(PAGE)
    bars, cells = charts(app)
    assert [trace["name"] for trace in bars["data"]] == [
        "Donaufunk", "Hanseblatt", "Ostwind International", "Tagblitz",
    ]  # fmt: skip
    assert bars["layout"]["barmode"] == "stack"
    assert len(names(app)) == 20
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
    places = {(target["article"][0], target["at"][0]) for target in targets(app, "Article")}
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
    forms = tables(open_page(PAGE, entity="loc-russland", detail="forms"), "form")[0]
    assert {"Russland", "Russlands"} <= set(forms["form"])
    assert forms["reason"].ne("").all()


def test_an_entity_that_the_corpus_does_not_hold_is_left_out_with_a_word(open_page: Open) -> None:
    app = open_page(PAGE, entity="loc-atlantis")
    assert ["does not hold" in warning.value for warning in app.warning] == [True]
    assert not app.query_params
    assert app.selectbox(key="entity").value == ""
    assert not lines(app)


def test_an_entity_is_chosen_in_the_list(open_page: Open) -> None:
    app = open_page(PAGE)
    app.selectbox(key="entity").select("loc-nordkorea").run()
    assert app.query_params["entity"] == "loc-nordkorea"
    assert lines(app)
    assert all("<b>Nordkorea" in line for line in lines(app))


def test_the_figures_follow_a_link_to_another_name(open_page: Open) -> None:
    app = open_page(PAGE, view="time", entity="loc-nordkorea")
    app.query_params["entity"] = "per-wladimir-putin"
    app.run()
    assert app.header[0].value == "Wladimir Putin over time, by source"


def test_one_article_is_counted_too(open_page: Open, one: Path) -> None:
    app = open_page(PAGE, one)
    bars, _ = charts(app)
    assert [trace["name"] for trace in bars["data"]] == ["Küstenbote"]
    assert "Emden" in names(app)


def test_a_type_without_names_says_so(open_page: Open, one: Path) -> None:
    app = open_page(PAGE, one, label="MISC")
    assert "No such name" in app.info[0].value
    assert not app.get("plotly_chart")


def test_shares_of_articles_are_counted(open_page: Open) -> None:
    bars, cells = charts(open_page(PAGE, count="share"))
    assert bars["layout"]["xaxis"]["title"]["text"] == "Share of articles, %"
    assert cells["data"][0]["texttemplate"] == "%{text:.0f} %"


def test_over_time_shows_the_most_named_or_the_open_name_by_source(open_page: Open) -> None:
    [figure] = charts(open_page(PAGE, view="time"))
    assert [trace["name"] for trace in figure["data"]][:2] == ["Kim Jong-un", "Wladimir Putin"]
    app = open_page(PAGE, view="time", entity="loc-russland")
    assert {trace["name"] for trace in charts(app)[0]["data"]} >= {"Donaufunk", "Tagblitz"}
    assert any("unknown date" in caption.value for caption in app.caption)


def test_a_difference_is_between_the_groups_of_the_link(open_page: Open) -> None:
    app = open_page(PAGE, view="difference", one=["Tagblitz"], other=["Hanseblatt", "Donaufunk"])
    [figure] = charts(app)
    assert figure["layout"]["xaxis"]["title"]["text"] == "log-odds ratio<br>← 2 sources more<br>Tagblitz more →"
    assert {"log_odds", "z"} <= set(tables(app, "z")[0])
    assert not app.warning


def test_one_source_has_nothing_to_differ_from(open_page: Open, one: Path) -> None:
    assert "needs two sources" in open_page(PAGE, one, view="difference").info[0].value


def test_the_network_brings_out_the_open_name(open_page: Open) -> None:
    app = open_page(PAGE, view="network", entity="per-kim-jong-un", top="30")
    [figure] = charts(app)
    dots = [trace for trace in figure["data"] if trace["mode"] == "markers+text"]
    assert sum(len(trace["x"]) for trace in dots) <= 30
    assert any(trace["mode"] == "markers" and trace["marker"]["symbol"] == "circle-open" for trace in figure["data"])
    assert "sentences" in tables(app, "other_name")[0]


def test_roles_are_listed_by_source_and_lead_to_their_places(open_page: Open) -> None:
    app = open_page(PAGE, entity="per-kim-jong-un", detail="called")
    assert "Machthaber" in charts(app)[-1]["layout"]["yaxis"]["ticktext"]
    app.selectbox(key="as").select("Machthaber").run()
    assert app.query_params["as"] == "Machthaber"
    assert lines(app)
    assert all("Machthaber" in line for line in lines(app))
    app.selectbox(key="from").select("Hanseblatt").run()
    assert {"as", "from"} <= set(app.query_params)


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def test_a_correction_acts_on_all_pages_and_is_undone(open_page: Open) -> None:
    app = open_page(PAGE, entity="loc-moskau", detail="forms")
    next(box for box in app.selectbox if box.label == "It is the same as").select("loc-russland")
    press(app, "Merge")
    assert [toast.value for toast in app.toast] == ["Merged: both are one entity now."]
    assert app.query_params["entity"] == "loc-russland"
    forms = tables(app, "form")[0]
    assert dict(zip(forms["form"], forms["reason"], strict=True))["Moskau"] == "by hand: Moskau is Russland"
    assert not any("Moskau" in name for name in app.selectbox(key="entity").options)
    app.switch_page("dashboard.py").run()
    assert any("1 correction by hand" in caption.value for caption in app.sidebar.caption)
    app.switch_page(PAGE).run()
    press(app, "Undo the last")
    assert any(name.startswith("Moskau") for name in app.selectbox(key="entity").options)


def test_a_name_is_hidden_renamed_and_retyped(open_page: Open) -> None:
    app = press(open_page(PAGE, entity="loc-moskau", detail="forms"), "Hide")
    assert not any("Moskau" in name for name in app.selectbox(key="entity").options)
    app.selectbox(key="entity").select("org-kcna").run()
    next(field for field in app.text_input if field.label == "Name").input("<b>Agentur</b>")
    press(app, "Rename")
    assert any(name.startswith("<b>Agentur</b>") for name in app.selectbox(key="entity").options)
    next(box for box in app.selectbox if box.label == "Type").select("MISC")
    press(app, "Retype")
    app.button_group(key="label").set_value("MISC").run()
    assert any(name.startswith("<b>Agentur</b>") for name in app.selectbox(key="entity").options)


def test_a_form_is_split_off_and_a_suggestion_is_taken_up(open_page: Open, tmp_path: Path) -> None:
    for name, words in (("eins", "Anna Berg kam."), ("zwei", "Otto Berg kam."), ("drei", "Frau Berg kam.")):
        (tmp_path / f"{name}.md").write_text(f"---\nsource: {name}\n---\n\n{words} Es regnete.\n", encoding="utf-8")
    app = open_page(PAGE, tmp_path, entity="per-berg", detail="forms")
    assert any("The same as **Anna Berg**? Berg may be Anna Berg \\(surname\\)" in text.value for text in app.markdown)
    press(app, "They are one")
    assert app.query_params["entity"] == "per-anna-berg"
    split = next(box for box in app.selectbox if box.label == "This is another")
    assert split.options == ["Anna Berg (1 mention)", "Berg (1 mention)"]
    split.select("Berg (1 mention)")
    press(app, "Split")
    assert app.selectbox(key="entity").options[1:] == ["Anna Berg (1)", "Berg (1)", "Otto Berg (1)"]


def test_a_session_begins_with_the_corrections_of_the_corpus_and_changes_itself_only(
    open_page: Open, tmp_path: Path
) -> None:
    (tmp_path / "eins.md").write_text("---\nsource: Bote\n---\n\nAnna Berg kam nach Emden.\n", encoding="utf-8")
    kept = "action,entity,value,article\nrename,loc-emden,Emden (Stadt),\nhide,per-nobody,,\n"
    (tmp_path / "entities.csv").write_text(kept, encoding="utf-8")
    app = open_page(PAGE, tmp_path, entity="loc-emden", detail="forms")
    assert any("Emden (Stadt)" in option for option in app.selectbox(key="entity").options)
    assert any("there is no entity per" in warning.value for warning in app.warning)
    press(app, "Hide")
    assert (tmp_path / "entities.csv").read_text(encoding="utf-8") == kept


def test_with_edit_every_change_is_written_to_the_corpus(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "eins.md").write_text("---\nsource: Bote\n---\n\nAnna Berg kam nach Emden.\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["dashboard.py", "--edit", str(tmp_path)])
    app = press(open_page(PAGE, entity="loc-emden", detail="forms"), "Hide")
    assert (tmp_path / "entities.csv").read_text(encoding="utf-8").splitlines()[1:] == ["hide,loc-emden,,"]
    press(app, "Undo all")
    assert (tmp_path / "entities.csv").read_text(encoding="utf-8").splitlines()[1:] == []


def test_with_edit_and_two_paths_nothing_is_written_and_a_warning_says_so(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("eins", "zwei"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.md").write_text("---\nsource: Bote\n---\n\nAnna Berg kam nach Emden.\n", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["dashboard.py", "--edit", str(tmp_path / "eins"), str(tmp_path / "zwei")])
    app = press(open_page(PAGE, entity="loc-emden", detail="forms"), "Hide")
    assert any("takes one PATH" in warning.value for warning in app.warning)
    assert not list(tmp_path.rglob("entities.csv"))


def test_many_writers_leave_one_whole_file(tmp_path: Path) -> None:
    file = tmp_path / "entities.csv"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda n: save([Correction("hide", f"per-{n}")], file), range(200)))
    assert len(load(file)) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["entities.csv"]


def test_with_edit_two_sessions_keep_each_other_s_corrections(tmp_path: Path) -> None:
    file = tmp_path / "entities.csv"
    one, other = Edits([], file), Edits([], file)
    one.add(Correction("hide", "per-x"))
    other.add(Correction("hide", "per-y"))
    assert [correction.entity for correction in load(file)] == ["per-x", "per-y"]
    assert one.undo().entity == "per-x"
    assert [correction.entity for correction in load(file)] == ["per-y"]


def test_with_edit_corrections_that_cannot_be_written_stay_in_the_session(tmp_path: Path) -> None:
    own = Edits([], tmp_path / "no folder" / "entities.csv")
    for name in ("per-x", "per-y"):
        own.add(Correction("hide", name))
    assert [correction.entity for correction in own.made] == ["per-x", "per-y"]
    assert not own.is_kept
    assert "could not be written" in own.problem


def test_with_edit_a_file_that_was_damaged_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    file = tmp_path / "entities.csv"
    own = Edits([], file)
    own.add(Correction("hide", "per-x"))
    file.write_text("damaged", encoding="utf-8")
    own.add(Correction("hide", "per-y"))
    assert [correction.entity for correction in own.made] == ["per-x", "per-y"]
    assert file.read_text(encoding="utf-8") == "damaged"
    assert "is not written any more" in own.problem


def test_with_edit_damaged_corrections_are_not_written_over(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "eins.md").write_text("---\nsource: Bote\n---\n\nAnna Berg kam nach Emden.\n", encoding="utf-8")
    damaged = "action,entity,value,article\nhide,per-anna-berg,,\nsink,loc-emden,,\n"
    (tmp_path / "entities.csv").write_text(damaged, encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["dashboard.py", "--edit", str(tmp_path)])
    press(open_page(PAGE, entity="loc-emden", detail="forms"), "Hide")
    assert (tmp_path / "entities.csv").read_text(encoding="utf-8") == damaged


def test_damaged_corrections_are_named_and_the_rest_is_shown(open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "eins.md").write_text("---\nsource: Bote\n---\n\nAnna Berg kam nach Emden.\n", encoding="utf-8")
    (tmp_path / "entities.csv").write_text("action,entity,value,article\nsink,loc-emden,,\n", encoding="utf-8")
    app = open_page(PAGE, tmp_path)
    assert any("line 2 has the action" in warning.value for warning in app.warning)
    assert any("Emden" in option for option in app.selectbox(key="entity").options)


@pytest.mark.parametrize("corpus", ["empty", "broken"])
def test_a_corpus_without_articles_leads_to_the_overview(
    open_page: Open, corpus: str, request: pytest.FixtureRequest
) -> None:
    app = open_page(PAGE, request.getfixturevalue(corpus))
    assert "no article that could be read" in app.info[0].value
    assert not app.get("plotly_chart")


def test_one_form_may_be_split_off_in_single_articles_but_not_as_a_whole(open_page: Open, tmp_path: Path) -> None:
    for name in ("eins", "zwei"):
        text = f"---\nsource: {name}\ntitle: Im Hafen\n---\n\nAnna Berg kam nach Emden. Es regnete.\n"
        (tmp_path / f"{name}.md").write_text(text, encoding="utf-8")
    app = open_page(PAGE, tmp_path, entity="per-anna-berg", detail="forms")
    split = next(box for box in app.selectbox if box.label == "This is another")
    assert split.options == ["Anna Berg in eins, Im Hafen (1)", "Anna Berg in zwei, Im Hafen (1)"]
    split.select(split.options[0])
    press(app, "Split")
    assert {"Anna Berg, per-anna-berg (1)", "Anna Berg, per-anna-berg-2 (1)"} < set(app.selectbox(key="entity").options)
