"""The Voices page counts quotations by speaker and source, and leads from each to its place."""

import json
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

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


def test_a_cold_link_opens_a_speaker_of_a_kind(open_page: Open) -> None:
    app = open_page(PAGE, speaker="per-wladimir-putin", kind="direct", count="rate")
    said = [text.value for text in app.markdown if ":gray[" in text.value]
    assert said
    assert all("(direct" in text for text in said)
    targets = [parse_qs(link.proto.query_string) for link in app.get("page_link")]
    assert sum("at" in target for target in targets) == len(said)
    assert not app.warning


def test_a_speaker_is_chosen_in_the_list_and_stands_in_the_url(open_page: Open) -> None:
    app = open_page(PAGE)
    app.selectbox(key="speaker").select("per-wladimir-putin").run()
    assert app.query_params["speaker"] == "per-wladimir-putin"


def test_articles_that_quote_nobody_say_so(open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "eins.txt").write_text("Emden liegt an der Ems.", encoding="utf-8")
    assert "quote nobody" in open_page(PAGE, tmp_path).info[0].value
