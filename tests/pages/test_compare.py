"""The page that compares the sources of a story, on several corpora."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from lib.compare.stories import stable_id
from tests.pages.markup import markup, targets

PAGE = "pages/3_Compare.py"
Open = Callable[..., AppTest]


def _headline(app: AppTest) -> str:
    """The story's."""
    return re.findall(r'<h2 lang="de">(.*?)</h2>', markup(app))[0]


def _heads(app: AppTest) -> list[str]:
    """What stands at the head of the grid."""
    return re.findall(r'<th scope="col">(.*?)</th>', markup(app).split("</thead>")[0])


def _rows(app: AppTest) -> dict[str, list[str]]:
    """Per event of the grid, in order: what each cell says."""
    rows = re.findall(r'<tr id="(e-\w+)".*?</tr>', markup(app), re.DOTALL)
    bodies = re.findall(r'<tr id="e-\w+".*?</tr>', markup(app), re.DOTALL)
    return {
        key: re.findall(r'<span class="spoken">([a-z ]+)</span></td>', body)
        for key, body in zip(rows, bodies, strict=True)
    }


def _opened(app: AppTest) -> list[str]:
    return re.findall(r'<tr id="(e-\w+)" class="open">', markup(app))


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Two reports of the same fire with other numbers, and one of another story."""
    texts = {
        "a": ("Nordblatt", "Feuer in Emder Werft", "In der Werft von Emden ist am Mittwoch ein Feuer ausgebrochen. "
              "Rund 80 Feuerwehrleute löschten den Brand in der Werft. Verletzt wurde niemand."),
        "b": ("Südblatt", "Brand in Emder Werft", "In der Werft von Emden ist am Mittwoch ein Feuer ausgebrochen. "
              "Rund 60 Feuerwehrleute löschten den Brand in der Werft. Der Schaden ist hoch, teilte die Werft mit."),
        "c": ("Südblatt", "Neues Theater in Graz", "Das Theater in Graz öffnet im Herbst. Zuerst kommt Nestroy."),
    }  # fmt: skip
    for key, (source, title, text) in texts.items():
        (tmp_path / f"{key}.md").write_text(
            f"---\ntitle: {title}\nsource: {source}\ndate: 2024-05-0{ord(key) - 96}\n---\n\n{text}\n", encoding="utf-8"
        )
    return tmp_path


def test_the_grid_shows_who_reports_which_event(open_page: Open) -> None:
    app = open_page(PAGE)
    rows = _rows(app)
    columns = len(_heads(app)) - 1
    assert columns >= 2
    assert len(rows) >= 3
    assert {len(cells) for cells in rows.values()} == {columns}
    assert {cell for cells in rows.values() for cell in cells} <= {
        "reports",
        "reports differently",
        "may report",
        "silent",
        "published before",
        "published after",
        "date unknown",
    }
    reporting = [sum(cell.startswith("reports") for cell in cells) for cells in rows.values()]
    assert reporting == sorted(reporting, reverse=True)
    assert reporting[0] >= 2


def test_an_event_shows_each_source_side_by_side_and_marks_where_they_differ(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two)
    assert _heads(app) == ["Event", "Nordblatt", "Südblatt"]
    assert {cell for cells in _rows(app).values() for cell in cells} == {"reports", "reports differently"}
    helpers = re.findall(r'href="Compare\?event=(e-\w+)"[^>]*>Rund \d0 Feuerwehrleute', markup(app))
    app = open_page(PAGE, two, event=helpers[0])
    assert _opened(app) == helpers
    north, south = re.findall(r'<section class="reading">.*?</section>', markup(app), re.DOTALL)
    assert "<header><b>Nordblatt</b> <time>1 May 2024</time></header>" in north
    assert re.search(r'<span class="differs".*?80.*?<small> ≠ number</small></span>', north)
    assert re.search(r'<span class="differs".*?60.*?<small> ≠ number</small></span>', south)
    assert '<span class="shared">löschten</span>' in north
    assert "Verletzt wurde niemand." in north
    assert re.search(r'href="Article\?[^"]*article=a&amp;at=85"', north)


def test_the_event_of_most_sources_is_open_until_another_is_chosen(open_page: Open) -> None:
    app = open_page(PAGE)
    first, second, *_ = _rows(app)
    assert _opened(app) == [first]
    assert f'href="Compare?event={second}" aria-expanded="false"' in markup(app)
    assert 'href="Compare?event=none" aria-expanded="true"' in markup(app)
    app = open_page(PAGE, event=second)
    assert _opened(app) == [second]


def test_the_tools_to_correct_an_event_stand_right_below_it(open_page: Open) -> None:
    second = list(_rows(open_page(PAGE)))[1]
    grids = [
        element.proto.body
        for element in open_page(PAGE, event=second).get("html")
        if 'class="grid' in element.proto.body
    ]
    assert [grid.count('<tr class="panel">') for grid in grids] == [1, 0]
    assert f'id="{second}"' in grids[0] and grids[0].count('<tr id="e-') == 2


def test_all_events_can_be_closed(open_page: Open) -> None:
    app = open_page(PAGE, event="none")
    assert _rows(app)
    assert _opened(app) == []
    assert 'class="readings"' not in markup(app)


def test_an_event_is_shown_in_its_story_where_the_link_names_no_story(open_page: Open) -> None:
    first, other = (target["story"][0] for target in targets(open_page("dashboard.py"), "Compare"))
    event = next(iter(_rows(open_page(PAGE, story=other, event="none"))))
    assert open_page(PAGE, event="none").selectbox(key="story").value == first
    linked = open_page(PAGE, event=event)
    assert (linked.selectbox(key="story").value, _opened(linked)) == (other, [event])


def test_another_story_opens_without_the_event_of_the_one_before(open_page: Open) -> None:
    app = open_page(PAGE)
    chooser = app.main.selectbox(key="story")
    event = list(_rows(app))[1]
    app = open_page(PAGE, story=chooser.value, event=event)
    chooser = app.main.selectbox(key="story")
    other = chooser.options[1]
    chooser.select(other).run()
    assert "event" not in app.query_params
    assert len(_opened(app)) == 1


def test_the_page_says_which_story_of_how_many_it_shows_and_offers_the_others(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two)
    chooser = app.main.selectbox(key="story")
    assert chooser.label == "Story 1 of 2"
    fire, theatre = chooser.options
    assert re.fullmatch(
        r"1–2 May 2024 · 2 sources · .* · 2 articles by (Nordblatt, Südblatt|Südblatt, Nordblatt)", fire
    )
    assert theatre == "3 May 2024 · 1 source · Neues Theater in Graz · 1 article by Südblatt"
    chooser.select(stable_id("s", ["c"])).run()
    assert app.main.selectbox(key="story").label == "Story 2 of 2"
    assert _headline(app) == "Neues Theater in Graz"
    assert app.query_params["story"] == stable_id("s", ["c"])


@pytest.mark.parametrize("view", ["Events", "Differences", "All"])
def test_corrections_are_listed_whatever_is_shown(open_page: Open, view: str) -> None:
    app = open_page(PAGE, view=view, event="none")
    assert any("Corrections by hand" in box.label for box in app.expander)


def test_an_unknown_event_is_said_to_be_unknown(open_page: Open) -> None:
    app = open_page(PAGE, event="e-<script>")
    assert "does not hold" in app.warning[0].value
    assert not app.query_params
    assert "<script>" not in markup(app)
    assert _opened(app) == [next(iter(_rows(app)))]


def test_all_that_the_corpus_does_not_hold_is_named_in_one_place_and_leaves_the_link(
    open_page: Open, two: Path
) -> None:
    app = open_page(PAGE, two, story="s-1", event="e-1", source=["Ostblatt", "Nordblatt"], view="Wording")
    assert [warning.value.split(" that ")[0] for warning in app.warning] == [
        "The link names a story and an event and a source"
    ]
    assert dict(app.query_params) == {"source": "Nordblatt", "view": "Wording"}


@pytest.mark.parametrize(("corpus", "said"), [("upload", "made with uploaded files"), ("atlantis", "names a corpus")])
def test_of_a_link_to_another_corpus_nothing_but_a_word_is_left(
    open_page: Open, two: Path, corpus: str, said: str
) -> None:
    app = open_page(PAGE, two, corpus=corpus, story="s-1", event="e-1", source="Ostblatt", article="x")
    (box,) = [*app.warning, *app.info]
    assert said in box.value
    assert not app.query_params


def test_links_within_the_page_keep_what_was_chosen(open_page: Open) -> None:
    shown = markup(open_page(PAGE, order="reading", event="none"))
    assert re.search(r'href="Compare\?(?=[^"]*order=reading)(?=[^"]*event=e-)[^"]*"', shown)


def test_reading_order_follows_the_articles(open_page: Open) -> None:
    by_sources, in_order = _rows(open_page(PAGE)), _rows(open_page(PAGE, order="reading"))
    assert set(by_sources) == set(in_order)
    assert list(by_sources) != list(in_order)


def test_one_chosen_source_is_not_enough(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two, source="Nordblatt")
    assert "only Nordblatt has an article of this story" in app.info[0].value
    assert not _rows(app)


def test_all_stories_are_shown_whatever_is_chosen(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two, source="Nordblatt", view="All")
    assert "Differences" in [header.value for header in app.subheader]


def test_a_story_of_several_articles_comes_first_though_their_sources_are_unknown(open_page: Open, two: Path) -> None:
    for path in two.iterdir():
        text = path.read_text(encoding="utf-8")
        if "Emd" in text:
            path.write_text(text.replace("source: Nordblatt\n", "").replace("source: Südblatt\n", ""), encoding="utf-8")
    assert "Emder Werft" in _headline(open_page(PAGE, two))


def test_a_story_of_one_article_says_that_there_is_nothing_to_compare(open_page: Open, one: Path) -> None:
    app = open_page(PAGE, one)
    assert "one article only" in app.info[0].value
    assert "Bürgermeisterin eröffnet Hafen in Emden" in _headline(app)
    assert not _rows(app)


@pytest.mark.parametrize("corpus", ["empty", "broken"])
def test_without_articles_it_says_what_to_do(open_page: Open, corpus: str, request: pytest.FixtureRequest) -> None:
    app = open_page(PAGE, request.getfixturevalue(corpus))
    assert "no article" in app.info[0].value
    assert not app.get("html")


def test_an_article_that_is_about_something_else_is_taken_out_and_put_back(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two)
    story = app.selectbox(key="story").value
    app.button(key="FormSubmitter:story 0-Take it out of the story").click().run()
    assert app.toast[0].value == "Choose an article first."
    app.selectbox(key="article 0").set_value("b")
    app.button(key="FormSubmitter:story 0-Take it out of the story").click().run()
    assert not app.exception
    assert app.selectbox(key="story").value == story
    assert len(app.selectbox(key="story").options) == 3
    assert "one article only" in app.info[0].value
    next(button for button in app.button if button.label == "Undo the last").click().run()
    assert len(app.selectbox(key="story").options) == 2
    assert _rows(app)


@pytest.mark.parametrize(
    ("name", "headline", "named_by"),
    [("Werft", "Werft", "the data that came with the articles"), ("deu-17", "Titel [ac]", "[ac]")],
)
def test_a_story_that_the_data_names_goes_by_that_name_but_by_no_code(
    open_page: Open, tmp_path: Path, name: str, headline: str, named_by: str
) -> None:
    rows = ["id,title,text,source,story"]
    rows += [
        f"{k},Titel {k},Die Werft von Emden hat am Mittwoch {n} Leute entlassen.,{k},{name}" for k, n in ("ab", "cd")
    ]
    (tmp_path / "table.csv").write_text("\n".join(rows), encoding="utf-8")
    app = open_page(PAGE, tmp_path)
    assert re.search(rf'<h2 lang="de">{headline}</h2>\s*.*In the words of {named_by}</p>', markup(app))


def test_choosing_another_story_shows_it_without_a_warning(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two)
    app = open_page(PAGE, two, event=next(iter(_rows(app))))
    app.session_state["story"] = stable_id("s", ["c"])
    app.run()
    assert not app.exception
    assert not app.warning
    assert _headline(app) == "Neues Theater in Graz"


def test_differences_show_the_value_of_each_source(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two, view="Differences")
    assert re.search(r">Rund 80 Feuerwehrleute</a>", markup(app))
    assert re.search(r">Rund 60 Feuerwehrleute</a>", markup(app))
    assert re.search(r'<a lang="de" href="Compare\?event=e-\w+">Rund \d0 Feuerwehrleute löschten', markup(app))
    assert app.get("download_button")
    assert "In the words of Nordblatt" in markup(app)


def test_a_source_without_a_value_of_a_difference_is_silent_or_not_compared(open_page: Open, two: Path) -> None:
    (two / "d.md").write_text(
        "---\ntitle: Feuer in der Werft von Emden\nsource: Ostblatt\ndate: 2024-05-01\n---\n\n"
        "In der Werft von Emden ist am Mittwoch ein Feuer ausgebrochen. Die Feuerwehrleute löschten den Brand.\n",
        encoding="utf-8",
    )
    cells = re.findall(
        r'<td class="absent">\s*<span class="who">(\w+)</span>\s*([\w ]+?)\s*</td>',
        markup(open_page(PAGE, two, view="Differences")),
    )
    assert set(cells) <= {("Ostblatt", status) for status in ("not compared", "may report", "silent")}
    assert cells


def test_differences_of_one_relation_are_shown_alone(open_page: Open) -> None:
    app = open_page(PAGE, view="Differences")
    options = app.segmented_control(key="relation").options
    often = {relation: int(n) for relation, n in re.findall(r"([\w ]+) \((\d+)\)", "|".join(options))}
    assert often.pop("All") == sum(often.values()) == markup(app).count("<tr>") - 1
    app = open_page(PAGE, view="Differences", relation="other words")
    assert markup(app).count("<tr>") - 1 == often["other words"]


def test_a_value_is_taken_out_of_a_difference_and_that_is_undone(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two, view="Differences")
    box = _box(app, "Not about the same as the other values")
    eighty = next(i for i, option in enumerate(box.options) if "Rund 80 Feuerwehrleute (number" in option)
    _correct(app, "Not about the same as the other values", "Take it out of the difference", eighty)
    assert "Taken out of the difference" in app.toast[0].value
    assert ">Rund 60 Feuerwehrleute</a>" not in markup(app)
    next(button for button in app.button if button.label == "Undo the last").click()
    app.run()
    assert ">Rund 60 Feuerwehrleute</a>" in markup(app)


def test_only_here_lists_what_one_source_alone_reports(open_page: Open, two: Path) -> None:
    sections = re.findall(
        r'<section class="reading">.*?</section>', markup(open_page(PAGE, two, view="Only here")), re.DOTALL
    )
    assert ["Verletzt wurde niemand." in section for section in sections] == [True, False]
    assert ["Der Schaden ist hoch" in section for section in sections] == [False, True]
    assert "ein Feuer ausgebrochen" not in "".join(sections)


def test_left_out_lists_events_that_most_others_report(open_page: Open, two: Path) -> None:
    assert "published after" in markup(open_page(PAGE, two))  # in the legend
    app = open_page(PAGE, two, view="Only here")
    assert [head.value for head in app.subheader] == ["Only here", "Left out"]
    assert len(re.findall(r'<div class="readings">', markup(app))) == 1  # of two sources neither is most
    (two / "d.md").write_text(
        "---\ntitle: Feuer in Emder Werft\nsource: Ostblatt\ndate: 2024-05-02\n---\n\n"
        "In der Werft von Emden ist am Mittwoch ein Feuer ausgebrochen.\n",
        encoding="utf-8",
    )
    app = open_page(PAGE, two, view="Only here")
    _, omitted = re.findall(r'<div class="readings">.*?</div>', markup(app), re.DOTALL)
    sections = dict(re.findall(r"<header><b>(\w+)</b>(.*?)</section>", omitted, re.DOTALL))
    assert [re.findall(r"<span>(\d) events?</span>", body) for body in sections.values()].count(["0"]) == 2
    assert re.search(
        r'<a lang="de" href="Compare\?event=e-\w+">Rund \d0 .*?</a> <small>in Nordblatt, Südblatt</small>',
        sections["Ostblatt"],
    )
    assert "download-left-out" in [button.key for button in app.get("download_button")]


def test_wording_shows_the_words_of_each_source(open_page: Open) -> None:
    app = open_page(PAGE, view="Wording")
    assert '<th scope="col">Concept</th>' in markup(app)
    assert re.search(r'<a lang="de" href="Article\?[^"]*article=[\w-]+&amp;at=\d+">\w', markup(app))


def test_the_chosen_view_goes_into_the_link(open_page: Open) -> None:
    app = open_page(PAGE)
    app.button_group(key="view").set_value("Wording").run()
    assert app.query_params["view"] == "Wording"
    assert not _rows(app)


def test_hostile_titles_appear_as_text(open_page: Open, two: Path) -> None:
    for name in ("a", "b"):
        file = two / f"{name}.md"
        file.write_text(
            file.read_text(encoding="utf-8")
            .replace("title: ", 'title: "<img src=x> **fett** :red[rot] ')
            .replace("Werft\nsource", 'Werft"\nsource'),
            encoding="utf-8",
        )
    app = open_page(PAGE, two)
    assert "<img" not in markup(app)
    assert "&lt;img src=x&gt; **fett** :red[rot]" in _headline(app)


def test_an_event_says_why_its_sentences_were_linked(open_page: Open, two: Path) -> None:
    shown = markup(open_page(PAGE, two))
    assert "<summary>Why linked" in shown
    assert re.search(r"<li>Südblatt \(\d+ %\): (?:names|words|dates and numbers): \w+", shown)


@pytest.mark.parametrize("view", ["Quoted", "Timeline", "Only here", "Wording", "All"])
def test_every_view_opens_from_a_cold_link(open_page: Open, view: str) -> None:
    app = open_page(PAGE, view=view)
    assert not app.exception
    assert not app.info


@pytest.mark.parametrize("view", ["Only here", "Wording", "All"])
def test_each_download_says_of_what_it_is(open_page: Open, view: str) -> None:
    labels = [button.proto.label for button in open_page(PAGE, view=view).get("download_button")]
    labels = [label for label in labels if "CSV" in label]
    assert len(set(labels)) == len(labels) == 2


def test_all_stories_list_differences_and_exclusive_sentences_of_the_corpus(open_page: Open) -> None:
    app = open_page(PAGE, view="All")
    differences, alone = (table.value for table in app.dataframe)
    assert {"number", "word"} <= set(differences["kind"])
    assert alone["source"].nunique() >= 3
    headlines = {option.split(" · ")[2] for option in app.selectbox(key="story").options}
    assert set(differences["story"]) | set(alone["story"]) <= headlines


def test_all_stories_have_a_row_for_a_difference(open_page: Open, two: Path) -> None:
    differences = open_page(PAGE, two, view="All").dataframe[0].value
    assert "Nordblatt: Rund 80 Feuerwehrleute · Südblatt: Rund 60 Feuerwehrleute" in set(differences["words"])


def test_the_row_of_the_chosen_cell_of_all_stories_stands_below_with_a_link(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two, view="All", source="Nordblatt")
    assert markup(app).count("Choose a cell") == 2
    _choose_cell(app, "all differences", 0)
    _choose_cell(app, "all exclusive", 999)  # as a correction leaves it that makes the table shorter
    app.run()
    assert markup(app).count("Choose a cell") == 1
    assert "Nordblatt: Rund 80 Feuerwehrleute · Südblatt: Rund 60 Feuerwehrleute" in markup(app)
    assert re.search(r'Compare: <a lang="de" href="Compare\?event=e-\w+">Rund \d0 Feuerwehrleute', markup(app))
    _choose_cell(app, "all exclusive", 0)
    app.run()
    assert re.search(r'Read: <a lang="de" href="Article\?story=[^"]*article=[ab]&amp;at=\d+">', markup(app))


def _choose_cell(app: AppTest, table: str, row: int) -> None:
    app.session_state[table] = {"selection": {"rows": [], "columns": [], "cells": [(row, "story")]}}


def test_the_timeline_has_its_data_as_a_table(open_page: Open) -> None:
    app = open_page(PAGE, view="Timeline")
    _, table = markup(app).split('<th scope="col">Day</th>')
    assert re.search(r"13 Sep 2023.*Donaufunk.*Article\?[^\"]*&amp;at=[1-9]\d*\">13. September</a>", table, re.DOTALL)
    assert app.get("plotly_chart")


def test_the_timeline_says_which_articles_have_no_date(open_page: Open, two: Path) -> None:
    assert not any("unknown" in caption.value for caption in open_page(PAGE, two, view="Timeline").caption)
    file = two / "a.md"
    file.write_text(re.sub("date: .*\n", "", file.read_text(encoding="utf-8")), encoding="utf-8")
    app = open_page(PAGE, two, view="Timeline")
    assert any("day of publication is unknown: 1 article." in caption.value for caption in app.caption)
    above, again = re.findall(r'<ul class="articles">.*?</ul>', markup(app), re.DOTALL)
    assert re.findall("article=(.)", above) == ["b", "a"]
    assert re.findall("article=(.)", again) == ["a"]


def test_sentences_are_taken_out_of_an_event_and_added_to_it_and_that_is_undone(open_page: Open, two: Path) -> None:
    app = open_page(PAGE, two)
    before = _rows(app)
    (event,) = _opened(app)
    inside = len(_box(app, "Not the same as the others").options)
    for left in range(inside - 1, 0, -1):  # until one source is left, which makes no event
        _correct(app, "Not the same as the others", "Take it out of the event", 0)
        if event not in _rows(app):
            break
        assert "Taken out of the event" in app.toast[0].value
        assert _opened(app) == [event]
        assert app.query_params["event"] == event
        assert len(_box(app, "Not the same as the others").options) == left
    assert set(_rows(app)) == set(before) - {event}
    assert "is gone" in app.toast[0].value
    assert not _opened(app)
    assert not app.warning
    next(button for button in app.button if button.label == "Undo all").click()
    app.run()
    assert _rows(app) == before
    app.query_params["event"] = event
    app.run()
    _correct(app, "The same as the event", "Add it to the event", -1)
    assert len(_box(app, "Not the same as the others").options) == inside + 1
    assert "Added to the event" in app.toast[0].value
    assert "by hand" in markup(app)


def _box(app: AppTest, label: str) -> Selectbox[str]:
    return next(box for box in app.selectbox if box.label == label)


def _correct(app: AppTest, box: str, button: str, option: int) -> None:
    _box(app, box).select(_box(app, box).options[option])
    next(one for one in app.button if one.label == button).click()
    app.run()
    assert not app.exception
