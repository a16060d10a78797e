"""What a reader finds who sees little, hears the pages, or has no mouse."""

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PATIENCE

CONTRASTS = """() => {
    const ink = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgb = (...layers) => {  // colours laid over each other
        ink.clearRect(0, 0, 1, 1);
        for (const colour of layers) { ink.fillStyle = colour; ink.fillRect(0, 0, 1, 1); }
        return ink.getImageData(0, 0, 1, 1).data;
    };
    const linear = c => c <= 0.03928 * 255 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4;
    const light = ([r, g, b]) => 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    const own = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    const texts = [...document.querySelectorAll(".lesarten *")].filter(e => own(e) && e.checkVisibility());
    return texts.map(element => {
        const grounds = [];
        for (let e = element; e; e = e.parentElement) grounds.unshift(getComputedStyle(e).backgroundColor);
        const [a, b] = [light(rgb(...grounds)), light(rgb(...grounds, getComputedStyle(element).color))];
        return [(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), element.outerHTML.slice(0, 120)];
    });
}"""
"""How much every text of the dashboard's own HTML stands out from its ground (WCAG 2, 1.4.3)."""


@pytest.mark.parametrize("width", [400, 1280])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["Article?article=schoigu-treffen-ostwind&time=1", "Compare", "Compare?view=Quoted"])
def test_text_stands_out_from_its_ground(server: str, browser: Browser, path: str, theme: str, width: int) -> None:
    page = browser.new_page(
        color_scheme="dark" if theme == "dark" else "light", viewport={"width": width, "height": 900}
    )
    page.goto(f"{server}/{path}")
    expect(page.get_by_text("Corrections by hand")).to_be_visible(timeout=PATIENCE)
    pale = [found for found in page.evaluate(CONTRASTS) if found[0] < 4.5]
    assert not pale
    page.close()


DRAWN = "document.querySelector('[data-test-script-state]').dataset.testScriptState == 'notRunning'"

LINKS = """() => [...document.querySelectorAll(".lesarten a")]
    .filter(link => !link.closest("article, .grid tr:not(.panel)"))
    .map(link => [link.getAttribute("aria-label") ?? link.textContent.trim(), link.href])"""
"""Names and addresses, but of the marks in a text and of events, whose words are what they are."""


@pytest.mark.parametrize(
    "path",
    [
        "",
        "Article?article=schoigu-treffen-ostwind",
        "Compare",
        "Compare?view=Quoted",
        "Voices?speaker=per-wladimir-putin",
    ],
)
def test_links_that_lead_elsewhere_have_other_names(server: str, page: Page, path: str) -> None:
    page.goto(f"{server}/{path}")
    page.locator(".lesarten a").last.wait_for(state="attached")
    page.wait_for_function(DRAWN)
    links = {(name, address) for name, address in page.evaluate(LINKS)}
    assert links
    assert len({name for name, _ in links}) == len(links)


CHARTS = [  # path and number of a chart, where its second point leads, and what it says
    ("Entities?label=PER", 0, r"Entities\?.*entity=per-", r"Kim Jong-un, Hanseblatt: \d+ mentions, .*"),
    ("Entities?label=PER", 1, r"Entities\?.*entity=per-.*from=Hanseblatt", r"Kim Jong-un, Hanseblatt: \d+"),
    ("Entities?view=network&label=PER", 0, r"Entities\?.*entity=per-", r"[\w -]+: \d+ mentions"),
    ("Voices", 0, r"Voices\?.*speaker=", r"Wladimir Putin, Hanseblatt: \d+ quotations, .*"),
]


@pytest.mark.parametrize("chart", CHARTS)
def test_the_keyboard_goes_through_a_chart_and_opens_a_point(
    server: str, page: Page, chart: tuple[str, int, str, str]
) -> None:
    path, number, opened, said = chart
    page.goto(f"{server}/{path}")
    figure = page.locator(".js-plotly-plot[tabindex]").nth(number)
    figure.wait_for()
    page.wait_for_function(DRAWN)
    page.wait_for_timeout(1000)  # it is drawn more than once
    figure.focus()
    page.keyboard.press("Home")  # from now on, focus is shown
    edge = figure.evaluate("figure => getComputedStyle(figure, '::before').borderTopWidth")
    assert edge == "2px"
    page.keyboard.press("ArrowRight")
    expect(page.locator(".spoken-chart")).to_have_text(re.compile(said))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(opened))
    page.wait_for_function("document.activeElement.matches('.lesarten .open')")  # where that which was opened begins


def ground(page: Page, element: Locator) -> bytes:
    """The picture of a corner of an element."""
    box = element.bounding_box()
    assert box
    return page.screenshot(clip={"x": box["x"] + 5, "y": box["y"] + 5, "width": 3, "height": 3})


@pytest.mark.parametrize(
    ("path", "chosen", "other"),
    [
        ("Voices", "[role=radio][aria-checked=true]", "[role=radio][aria-checked=false]"),
        ("Article", "label:has(:checked) > span + div", "label:not(:has(:checked)) > span + div"),
    ],
)
def test_what_is_chosen_is_seen_in_colours_that_the_reader_has_set(
    server: str, browser: Browser, path: str, chosen: str, other: str
) -> None:
    page = browser.new_page(forced_colors="active")
    page.goto(f"{server}/{path}")
    page.locator(chosen).first.wait_for(timeout=PATIENCE)
    page.wait_for_function(DRAWN)
    for _ in range(100):  # what is drawn may still move
        if seen := ground(page, page.locator(chosen).first) != ground(page, page.locator(other).first):
            break
        page.wait_for_timeout(100)
    assert seen
    page.close()


def test_nothing_moves_for_whoever_asked_for_that(server: str, browser: Browser) -> None:
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{server}/Voices")
    page.get_by_role("radio").first.wait_for(timeout=PATIENCE)
    page.wait_for_function(DRAWN)
    lasting = page.locator("*").evaluate_all("all => all.map(e => parseFloat(getComputedStyle(e).transitionDuration))")
    assert max(lasting) <= 0.01
    page.close()


def test_a_finger_finds_each_further_place(server: str, page: Page) -> None:
    page.goto(f"{server}/Compare?view=Quoted")
    places = page.locator(".also a")
    places.first.wait_for()
    page.wait_for_function(DRAWN)
    sizes = places.evaluate_all("all => all.map(e => e.getBoundingClientRect()).map(b => Math.min(b.width, b.height))")
    assert min(sizes) >= 24


def test_paper_has_what_is_shown_and_nothing_that_is_pressed(server: str, page: Page) -> None:
    page.goto(f"{server}/Compare")
    pressed = [
        page.get_by_test_id(name).first for name in ("stSidebar", "stPageLink", "stDownloadButton", "stExpander")
    ]
    for element in pressed:
        expect(element).to_be_visible()
    page.emulate_media(media="print")
    for element in pressed:
        expect(element).to_be_hidden()
    expect(page.locator(".lesarten .grid tr").first).to_be_visible()
