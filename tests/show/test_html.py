import re

import pytest

from lib.show import html
from lib.show.passages import readings
from lib.show.reading import Tables
from tests.show.story import COLUMNS, FIRE, HELPERS


def _place(article_id: str, start: int) -> str:
    return f"Article?article={article_id}&at={start}"


def test_the_grid_opens_an_event_in_its_place_and_escapes_what_it_shows(tables: Tables) -> None:
    markup = html.fill(
        "grid",
        rows=[HELPERS._replace(headline="<script>x</script> **fett**"), FIRE],
        columns=COLUMNS,
        opened="e2",
        address={"e1": "Compare?event=e1", "e2": "Compare?event=none"},
        readings=readings(tables, "e2", ["a", "b", "c"], tables["differences"], str),
        also=[FIRE._replace(headline="<u>Auch</u>")],
        said_by={"source": "<Beta>", "title": "t"},
        goes_on=False,
        maybe=[{"article_id": "d", "start": 5, "source": "<Alpha>", "text": "<i>", "score": 0.3, "why": "names: <b>"}],
        place=_place,
    )
    assert "<script>" not in markup
    assert "&lt;script&gt;x&lt;/script&gt; **fett**" in markup
    assert '<a lang="de" href="Compare?event=none" aria-expanded="true">' in markup
    assert '<a lang="de" href="Compare?event=e1" aria-expanded="false">' in markup
    assert markup.index("Etwa 60") > markup.index('id="e2"')
    assert markup.index("Etwa 60") < markup.index('id="e1"')
    assert '<span class="differs" title="differ">Etwa 60<small> ≠ number</small></span>' in markup
    assert "Der Chef &lt;b&gt;schwieg&lt;/b&gt;." in markup
    assert 'href="Article?article=b&amp;at=35"' in markup
    assert "<li>Beta (90 %): words: Helfer</li>" in markup
    assert '<a lang="de" href="Compare?event=e1">&lt;u&gt;Auch&lt;/u&gt;</a>' in markup
    assert "<b>&lt;Alpha&gt;</b>" in markup and "30 %; names: &lt;b&gt;</small>" in markup
    assert "Published before: an hour and more before the first report; after: more than two weeks" in markup
    assert "The event is named by words of &lt;Beta&gt;." in markup
    assert '<td class="date-unknown" title="“Großbrand an der Küste bei …”: date unknown">' in markup


@pytest.mark.parametrize(("url", "link"), [("https://a.example/x?<b>", True), ("javascript:alert(1)", False)])
def test_only_a_web_address_becomes_a_link(tables: Tables, url: str, link: bool) -> None:
    article = tables["articles"].to_dict("records")[0] | {"url": url}
    markup = html.fill("metadata", article=article)
    assert ("<a href=" in markup) is link
    assert url.replace("<", "&lt;").replace(">", "&gt;") in markup
    assert "given with the data" in markup
    assert "found in the article" in markup


@pytest.mark.parametrize(("number", "folded"), [(6, False), (7, True)])
def test_the_articles_of_a_story_are_folded_where_they_are_many(number: int, folded: bool) -> None:
    rows = [
        {"article_id": f"a{i}", "source": "unknown", "title": f"<b>{i}", "published": "2024-05-02"}
        for i in range(number)
    ]
    markup = html.fill("articles", articles=rows, place=lambda article_id: f"Article?article={article_id}")
    assert markup.count("<li>") == number and "<b>0" not in markup and 'href="Article?article=a0"' in markup
    assert (f"The {number} articles" in markup, "<details" in markup) == (folded, folded)


def test_signs_and_marks_are_explained_in_lists() -> None:
    grid = html.fill("grid", rows=[], columns=COLUMNS, goes_on=False)
    assert re.findall(r"<li.*</span> (.*)</li>", grid)[:2] == ["reports differently", "reports"]
    assert html.fill("quotations").count("<li>") == 4
