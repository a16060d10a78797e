"""The Overview says what is in a corpus and what is not, and takes articles in."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from lib.corrections import RENAME, Correction
from tests.pages.markup import markup, targets

Open = Callable[..., AppTest]

ARTICLE = (
    "Hallenbad in Husum öffnet wieder\n\nNach zwei Jahren Umbau hat das Hallenbad in Husum wieder geöffnet. "
    "Bürgermeister Jens Petersen sprang als Erster ins Wasser.\n"
)


def metrics(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def text(app: AppTest) -> str:
    return "\n".join(block.value for block in [*app.markdown, *app.caption, *app.info, *app.warning])


def analyse(app: AppTest, *files: tuple[str, bytes, str]) -> AppTest:
    """The page after the upload of these files."""
    app.file_uploader[0].set_value(list(files))
    return press(app, "Analyse these files")


def press(app: AppTest, label: str) -> AppTest:
    return next(button for button in app.button if button.label == label).click().run()


def charts(app: AppTest) -> list[dict[str, object]]:
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


@pytest.fixture
def sample(open_page: Open) -> AppTest:
    return open_page("dashboard.py")


def test_the_sample_shows_its_numbers_and_stories(sample: AppTest) -> None:
    numbers = metrics(sample)
    assert (numbers["Articles"], numbers["Sources"]) == ("17", "4")
    assert numbers["Stories"] == "2"
    assert int(numbers["Events"]) > 10
    assert "Published 13 Sep 2023 – 14 Sep 2024" in text(sample)
    assert any("Tagblitz" in line and "Hanseblatt" in line for line in markup(sample).splitlines())


def test_every_story_of_the_sample_leads_to_its_comparison(sample: AppTest) -> None:
    shared = int(metrics(sample)["Stories"])
    assert len({target["story"][0] for target in targets(sample, "Compare")}) == shared
    headlines = re.findall(r'<h3 lang="de">(.*?)</h3>', markup(sample))
    read = re.findall(r'>Compare<span class="spoken">: <span lang="de">(.*?)</span>', markup(sample))
    assert read == headlines
    assert len(set(read)) == shared


def test_the_sample_is_drawn_by_source_and_day_and_by_name(sample: AppTest) -> None:
    timeline, ranking = charts(sample)
    assert [label.partition(" ·")[0] for label in timeline["layout"]["yaxis"]["ticktext"]] == [
        "Tagblitz", "Ostwind International", "Hanseblatt", "Donaufunk",
    ]  # fmt: skip
    assert "Russland" in ranking["layout"]["yaxis"]["ticktext"]


def test_an_empty_corpus_says_what_to_do(open_page: Open, empty: Path) -> None:
    app = open_page("dashboard.py", empty)
    assert "no article that could be read" in app.info[0].value
    assert not app.metric
    assert app.file_uploader
    assert "Try the sample corpus" in [button.label for button in app.button]


def test_the_sample_can_be_opened_instead(open_page: Open, empty: Path) -> None:
    app = open_page("dashboard.py", empty)
    press(app, "Try the sample corpus")
    assert metrics(app)["Articles"] == "17"
    assert dict(app.query_params) == {"corpus": "sample"}


def test_one_article_is_shown_and_has_nothing_to_be_compared_with(open_page: Open, one: Path) -> None:
    app = open_page("dashboard.py", one)
    assert metrics(app) == {"Articles": "1", "Sources": "1", "Stories": "0", "Events": "0"}
    assert "nothing to compare yet" in text(app)
    assert "Published 2 May 2024" in text(app)


def test_files_that_cannot_be_read_are_named_with_a_reason_and_not_as_markup(open_page: Open, broken: Path) -> None:
    app = open_page("dashboard.py", broken)
    (lines,) = (block.value for block in app.markdown if "left out" in block.value)
    assert "3 files left out, or not read in full" in lines
    assert r"**leer\.txt**" in lines
    assert r"**\*\*kaputt\*\*\.json**" in lines
    assert not app.metric


def test_an_upload_is_analysed_and_its_bad_file_named(open_page: Open) -> None:
    app = open_page("dashboard.py")
    analyse(app, ("bad.txt", ARTICLE.encode(), "text/plain"), ("leer.txt", b"", "text/plain"))
    assert not app.exception
    assert metrics(app)["Articles"] == "1"
    assert dict(app.query_params) == {"corpus": "upload"}
    assert "1 file left out, or not read in full" in text(app)


def test_what_no_file_of_an_upload_states_is_asked_for_and_then_used(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = open_page("dashboard.py")
    analyse(app, ("bad.txt", ARTICLE.encode(), "text/plain"))
    assert "1 article without a known source or day" in text(app)
    press(app, "Analyse again with these")
    assert "Fill in a source or a day first." in text(app)
    monkeypatch.setattr("streamlit.data_editor", lambda rows, **_: rows.assign(source="Nordblatt"))
    press(app, "Analyse again with these")
    assert not app.exception
    assert metrics(app)["Sources"] == "1"
    assert "1 article of unknown date" in text(app)
    assert "unknown source" not in text(app)


@pytest.mark.parametrize(("second", "kept"), [("bad.txt", 1), ("fremd.txt", 0)])
def test_corrections_stay_with_a_further_upload_that_holds_a_file_of_the_one_before(
    open_page: Open, second: str, kept: int
) -> None:
    app = open_page("dashboard.py")
    analyse(app, ("bad.txt", ARTICLE.encode(), "text/plain"))
    app.session_state["open edits"].made = [Correction(RENAME, "per-nobody", "Niemand")]
    text_of = {"bad.txt": ARTICLE, "fremd.txt": "Ein neues Theater\n\nIn Graz öffnet ein neues Theater."}
    files = [
        (second, text_of[second].encode(), "text/plain"),
        ("neu.txt", b"Ein Satz\n\nNoch ein Satz.", "text/plain"),
    ]
    analyse(app, *files)
    assert not app.exception
    assert len(app.session_state["open edits"].made) == kept


def test_an_upload_of_nothing_asks_for_files(open_page: Open) -> None:
    app = open_page("dashboard.py")
    press(app, "Analyse these files")
    assert [warning.value for warning in app.warning] == ["Choose files first."]
