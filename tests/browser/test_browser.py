"""The dashboard in a real browser: cold links, filters, links from page to page, upload."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PATIENCE, ROOT


def test_a_cold_link_to_the_overview_shows_the_stories_and_what_is_in_the_corpus(server: str, page: Page) -> None:
    page.goto(f"{server}/?corpus=sample")
    expect(page.get_by_role("heading", name="Stories")).to_be_visible()
    expect(page.get_by_test_id("stMetric").first).to_contain_text("17")
    expect(page.get_by_text("Analysed with")).to_contain_text("GermEval 2014")


def test_a_cold_link_to_entities_opens_the_chosen_name_in_context(server: str, page: Page) -> None:
    page.goto(f"{server}/Entities?label=PER&count=rate&entity=per-wladimir-putin")
    expect(page.get_by_role("radio", name="Persons")).to_be_checked()
    expect(page.get_by_role("radio", name="Per 1,000 words")).to_be_checked()
    expect(page.get_by_text("Wladimir Putin").first).to_be_visible()
    expect(page.get_by_role("radio", name="In context")).to_be_checked()
    expect(page.get_by_role("link", name="17 Sep 2023").first).to_be_visible()


def click_point(page: Page, point: Locator) -> None:
    """Click a point of a figure, over which Plotly lays an element that takes the clicks."""
    expect(point).to_be_visible()
    point.scroll_into_view_if_needed()
    box = point.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_a_click_in_the_network_opens_the_name(server: str, page: Page) -> None:
    page.goto(f"{server}/Entities?view=network&label=PER")
    dot = page.locator(".scatterlayer .points path").first
    click_point(page, dot)
    page.wait_for_url(re.compile("entity=per-"))
    expect(page.get_by_role("radio", name="In context")).to_be_checked()


def test_a_click_on_a_cell_opens_the_name_in_that_source(server: str, page: Page) -> None:
    page.goto(f"{server}/Entities?label=PER")
    cell = page.locator(".js-plotly-plot").nth(1).locator(".barlayer .point path").first
    expect(page.get_by_role("button", name="Download as CSV").first).to_be_visible()  # below both figures
    click_point(page, cell)
    page.wait_for_url(re.compile("entity=per-.*from="), timeout=20_000)
    expect(page.get_by_role("heading", name="One name")).to_be_in_viewport()


def test_a_tap_on_a_bar_opens_whose_it_is(server: str, browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{server}/Voices")
    for name, speaker in (("Dmitri Peskow", "per-dmitri-peskow"), ("KCNA", "org-kcna")):
        row = page.locator(".ytick text", has_text=name).first
        row.wait_for()
        page.wait_for_timeout(2000)  # the figure is drawn more than once, and for a moment twice
        row.scroll_into_view_if_needed()
        place, bars = row.bounding_box(), page.locator(".barlayer .point path").first.bounding_box()
        assert place
        assert bars
        page.touchscreen.tap(bars["x"] + 5, place["y"] + place["height"] / 2)
        page.wait_for_url(re.compile(f"speaker={speaker}"))
    context.close()


def test_a_name_is_merged_by_hand_and_the_merge_undone(server: str, page: Page) -> None:
    page.goto(f"{server}/Entities?entity=per-kim&detail=forms")
    page.get_by_role("button", name="They are one").first.click()
    expect(page.get_by_text("Corrections by hand: 1")).to_be_visible()
    page.get_by_text("Corrections by hand: 1").click()
    page.get_by_role("button", name="Undo the last").click()
    expect(page.get_by_text("Corrections by hand: 0")).to_be_visible()


def test_a_cold_link_to_voices_opens_what_a_speaker_says(server: str, page: Page) -> None:
    page.goto(f"{server}/Voices?kind=direct&speaker=per-wladimir-putin")
    expect(page.get_by_role("radio", name="Direct", exact=True)).to_be_checked()
    expect(page.get_by_text("(direct, ").first).to_be_visible()


def test_a_cold_link_to_an_article_shows_its_text_and_what_was_removed(server: str, page: Page) -> None:
    page.goto(f"{server}/Article?article=schoigu-treffen-ostwind")
    expect(page.get_by_role("heading", name="Staatschef der DVRK LOC empfängt Sekretär")).to_be_visible()
    expect(page.locator("del, s", has_text="Magnitogorsk")).to_be_visible()
    expect(page.locator("mark, span", has_text="Magnitogorsk").filter(has_text="LOC")).to_have_count(0)


def test_a_cold_link_to_compare_opens_the_story_and_the_view(server: str, page: Page, story: str) -> None:
    page.goto(f"{server}/Compare?story={story}&view=Wording")
    expect(page.get_by_role("columnheader", name="Concept")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Ostwind International").first).to_be_visible()


def test_a_filter_goes_into_the_url_and_the_copied_link_opens_the_same_view(
    server: str, page: Page, browser: Browser
) -> None:
    page.goto(f"{server}/Entities")
    page.get_by_role("radio", name="Places", exact=True).click()
    page.wait_for_url("**/Entities?*label=LOC*")
    other = browser.new_context().new_page()
    other.goto(page.url)
    expect(other.get_by_role("radio", name="Places", exact=True)).to_be_checked(timeout=PATIENCE)
    other.context.close()


def test_links_lead_from_an_event_to_the_article_and_back_to_compare(server: str, page: Page, story: str) -> None:
    page.goto(f"{server}/Compare?story={story}&source=Hanseblatt&source=Donaufunk")
    page.get_by_role("link", name="Read in the article").first.click()
    page.wait_for_url("**/Article?*article=*")
    assert parse_qs(urlsplit(page.url).query)["source"] == ["Hanseblatt", "Donaufunk"]
    page.get_by_role("link", name="Compare side by side").first.click()
    page.wait_for_url("**/Compare?*event=*")
    expect(page.get_by_role("link", name="Read in the article").first).to_be_visible()


def test_going_back_to_an_open_event_brings_it_into_view(server: str, page: Page, story: str) -> None:
    page.goto(f"{server}/Compare?story={story}")
    page.locator(".grid a").last.click()
    expect(page.locator("tr.open")).to_be_in_viewport()
    page.get_by_role("radio", name="Timeline").click()
    expect(page.locator(".js-plotly-plot")).to_be_in_viewport()  # as this view is short
    page.go_back()
    expect(page.locator("tr.open")).to_be_in_viewport()


def test_the_keyboard_leads_from_the_timeline_to_a_sentence(server: str, page: Page, story: str) -> None:
    page.goto(f"{server}/Compare?story={story}&view=Timeline")
    page.get_by_test_id("stExpander").locator("summary", has_text="Table").press("Enter")
    page.get_by_role("link", name="19. Juni").first.press("Enter")
    page.wait_for_url("**/Article?*at=*")
    expect(page.locator("article .here")).to_contain_text("19. Juni")


def test_tables_have_the_download_that_no_spreadsheet_computes_alone(server: str, page: Page, story: str) -> None:
    page.goto(f"{server}/Compare?story={story}&view=All")
    table = page.get_by_test_id("stDataFrame").first
    table.hover()
    toolbar = page.get_by_test_id("stElementToolbar").first
    expect(toolbar.get_by_role("button", name="Search")).to_be_visible()
    expect(toolbar.locator("button[aria-label^='Download']")).to_have_count(1)  # or it is called otherwise by now
    expect(toolbar.locator("button[aria-label^='Download']")).to_be_hidden()
    expect(page.get_by_role("button", name="Download as CSV").first).to_be_visible()


def focus_table(page: Page, number: int) -> None:
    """Go by Tab from what stands before a table, which is drawn on a canvas, into its first cell."""
    page.get_by_test_id("stDataFrame").nth(number).locator("canvas").first.wait_for()
    (page.get_by_role("button", name="Download as CSV") if number else page.get_by_role("radio")).nth(
        number - 1
    ).focus()
    for _ in range(6):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.tagName") == "CANVAS":
            break
    page.keyboard.press("ArrowDown")


def test_the_keyboard_leads_from_the_tables_of_all_stories_to_the_event_and_to_the_sentence(
    server: str, page: Page
) -> None:
    page.goto(f"{server}/Compare?view=All&source=Hanseblatt&source=Donaufunk")
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(2)
    focus_table(page, 0)
    page.get_by_text("Compare:").get_by_role("link").press("Enter")
    page.wait_for_url(re.compile(r"/Compare\?event=e-\w+$"))
    expect(page.locator("tr.open")).to_be_in_viewport()
    page.go_back()
    expect(page.get_by_role("button", name="Download as CSV")).to_have_count(2)
    focus_table(page, 1)
    page.get_by_text("Read:").get_by_role("link").press("Enter")
    page.wait_for_url(re.compile(r"/Article\?.*at=\d+"))
    expect(page.locator(".here").first).to_be_in_viewport()


def test_an_upload_is_analysed_and_stays_while_the_visitor_goes_from_page_to_page(
    server: str, page: Page, tmp_path: Path
) -> None:
    article = tmp_path / "hafen.txt"
    article.write_text(
        "Neuer Hafen in Emden <script>alert(1)</script>\n\nAngela Merkel hat den Hafen in Emden eröffnet. "
        "Rund 300 Gäste kamen am Donnerstag nach Ostfriesland.\n",
        encoding="utf-8",
    )
    empty = tmp_path / "leer.txt"
    empty.write_bytes(b"")
    page.goto(server)
    page.locator("input[type=file]").set_input_files([article, empty])
    page.get_by_role("button", name="Analyse these files").click()
    page.wait_for_url("**corpus=upload**")
    page.locator("a[href*='corpus=upload']").first.wait_for()  # the links are drawn anew after the address has changed
    expect(page.get_by_text("leer.txt").first).to_be_visible()
    page.get_by_role("link", name="Article", exact=True).click()
    expect(page.get_by_role("heading", name="<script>alert(1)</script>")).to_be_visible()
    page.get_by_role("link", name="Compare", exact=True).click()
    expect(page.get_by_text("nothing to compare yet")).to_be_visible()


def test_an_upload_shows_its_progress_where_the_button_is_and_then_where_it_begins(server: str, page: Page) -> None:
    page.goto(server)
    page.locator("input[type=file]").set_input_files(sorted((ROOT / "lib/sample/articles").glob("*.txt")))
    page.get_by_role("button", name="Analyse these files").click()
    expect(page.get_by_test_id("stProgress")).to_be_in_viewport(timeout=20_000)
    expect(page.get_by_test_id("stMetric").first).to_be_in_viewport()


def test_a_link_to_somebody_elses_upload_says_why_it_shows_something_else(server: str, page: Page) -> None:
    page.goto(f"{server}/Entities?corpus=upload")
    expect(page.get_by_text("made with uploaded files")).to_be_visible()


def test_the_keyboard_does_not_go_through_a_folded_sidebar(server: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 400, "height": 900})
    page.goto(f"{server}/Voices")
    expect(page.get_by_role("button", name="Download as CSV")).to_be_visible(timeout=PATIENCE)
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate("!document.activeElement.closest('[data-testid=stSidebar]')")
    page.get_by_test_id("stExpandSidebarButton").click()
    expect(page.get_by_label("Corpus", exact=True)).to_be_visible()
    page.close()


@pytest.mark.parametrize("path", ["", "Entities", "Article", "Compare", "Voices"])
@pytest.mark.parametrize("width", [320, 640, 1280])
def test_no_page_is_wider_than_the_screen(server: str, browser: Browser, path: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{server}/{path}?corpus=sample")
    expect(page.get_by_text("Download as CSV").locator("visible=true").first).to_be_visible(timeout=PATIENCE)
    # A chart is drawn as wide as the page was before all of it was there, and then fitted.
    fits = "() => (main => main.scrollWidth <= main.clientWidth)(document.querySelector('[data-testid=stMain]'))"
    page.wait_for_function(fits, timeout=PATIENCE)
    page.close()
