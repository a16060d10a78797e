"""The Voices page counts quotations by speaker and source, and leads from each to its place."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.markup import markup, targets

Open = Callable[..., AppTest]

PAGE = "pages/4_Voices.py"


def test_speakers_are_counted_by_source(open_page: Open) -> None:
    app = open_page(PAGE)
    [chart] = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    assert {trace["name"] for trace in chart["data"]} == {
        "Donaufunk",
        "Hanseblatt",
        "Ostwind International",
        "Tagblitz",
    }
    assert "Wladimir Putin" in chart["layout"]["yaxis"]["ticktext"]
    assert chart["layout"]["xaxis"]["title"]["text"] == "Quotations"


def test_a_story_that_another_page_shows_unasked_is_no_filter_here(open_page: Open) -> None:
    app = open_page(PAGE)
    app.switch_page("pages/3_Compare.py").run()
    app.switch_page(PAGE).run()
    assert "story" not in app.query_params
    chooser = app.selectbox(key="story")
    assert (chooser.value, chooser.label, chooser.options[0]) == ("", "Story", "All 2 stories")


def test_a_cold_link_opens_a_speaker_of_a_kind(open_page: Open) -> None:
    app = open_page(PAGE, speaker="per-wladimir-putin", kind="direct", count="rate")
    said = re.findall(r'<p><span lang="de">.*?</p>', markup(app))
    assert said
    assert all("<small>(direct" in text for text in said)
    assert sum("at" in target for target in targets(app, "Article")) == len(said)
    assert not app.warning


def test_a_speaker_is_chosen_in_the_list_and_stands_in_the_url(open_page: Open) -> None:
    app = open_page(PAGE)
    app.selectbox(key="speaker").select("per-wladimir-putin").run()
    assert app.query_params["speaker"] == "per-wladimir-putin"


def test_articles_that_quote_nobody_say_so(open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "eins.txt").write_text("Emden liegt an der Ems.", encoding="utf-8")
    assert "quote nobody" in open_page(PAGE, tmp_path).info[0].value


def test_agencies_and_media_are_counted_by_source_and_lead_to_their_places(open_page: Open) -> None:
    app = open_page(PAGE, voices="media", medium="KCNA")
    [chart] = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    assert "KCNA" in chart["layout"]["yaxis"]["ticktext"]
    assert chart["layout"]["xaxis"]["title"]["text"] == "Citations"
    assert any("at" in target for target in targets(app, "Article"))
    assert "agencies" in app.dataframe[0].value.columns


def test_passages_that_sources_share_stand_side_by_side(open_page: Open, tmp_path: Path) -> None:
    copy = "Der Hafen von Emden bleibt nach dem Sturm geschlossen, weil mehrere Boote in der Einfahrt gesunken sind"
    for source in ("Nordblatt", "Südblatt"):
        (tmp_path / f"{source}.md").write_text(f"---\nsource: {source}\n---\n\n{copy}.\n", encoding="utf-8")
    app = open_page(PAGE, tmp_path, voices="passages")
    assert app.dataframe[0].value["words"].tolist() == [17]
    assert markup(app).count(f'<p lang="de">{copy}</p>') == 2


def test_without_media_or_passages_it_says_so(open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "eins.txt").write_text("Emden liegt an der Ems.", encoding="utf-8")
    assert "no agency" in open_page(PAGE, tmp_path, voices="media").info[0].value
    assert "No two" in open_page(PAGE, tmp_path, voices="passages").info[0].value


def test_words_that_are_looked_for_are_counted_and_lead_to_their_places(open_page: Open) -> None:
    app = open_page(PAGE, voices="words", words="Krieg, <b>Pakt, Unwort")
    [chart] = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    assert chart["layout"]["yaxis"]["ticktext"] == ["Krieg"]
    assert chart["layout"]["xaxis"]["title"]["text"] == "Uses"
    lines = markup(app).count("<b>Krieg")
    assert sum("at" in target for target in targets(app, "Article")) == lines > 0
    app.text_input(key="words").set_value("Pakt").run()
    assert app.query_params["words"] == "Pakt"
    app.segmented_control(key="voice").set_value("quoted").run()
    assert "none of these words in this voice" in app.info[0].value


def test_no_words_to_look_for_show_nothing(open_page: Open) -> None:
    app = open_page(PAGE, voices="words")
    assert not app.get("plotly_chart")
    assert not app.info
