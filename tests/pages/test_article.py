"""The page of one article, on several corpora."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from dateutil.parser import parse
from streamlit.testing.v1 import AppTest

PAGE = "pages/2_Article.py"
Open = Callable[..., AppTest]


def _markup(app: AppTest) -> str:
    return "\n".join(element.proto.body for element in app.get("html"))


def _text(app: AppTest) -> str:
    """The article as it is read: no marks, no labels, nothing that was removed."""
    found = re.search(r"<article.*?</article>", _markup(app), re.DOTALL)
    assert found
    bare = re.sub(r"<del>.*?</del>|<small>.*?</small>|<[^>]+>", "", found[0], flags=re.DOTALL)
    return html.unescape(bare)


def test_the_text_is_shown_whole_with_its_title_as_heading(open_page: Open) -> None:
    app = open_page(PAGE, article="kim-drohnen-donaufunk")
    assert "<h2>" in _markup(app)
    assert "Drohnen und Schutzweste: Kim Jong-un verlässt Russland" in _text(app)
    assert "fuhr sein Sonderzug am Sonntag von einem Bahnhof nördlich von Wladiwostok in Richtung Grenze ab." in _text(
        app
    )


def test_mentions_carry_their_label_in_the_text(open_page: Open) -> None:
    markup = _markup(open_page(PAGE, article="kim-drohnen-donaufunk"))
    assert re.search(r'<span class="mention PER" title="[^"]*">Wladimir Putin<small> PER</small></span>', markup)
    assert re.search(r'<span class="mention LOC" title="[^"]*">Russland<small> LOC</small></span>', markup)


def test_quotations_name_their_speaker_in_the_text(open_page: Open) -> None:
    markup = _markup(open_page(PAGE, article="kim-drohnen-donaufunk"))
    assert re.search(
        r'<span class="quote direct" title="direct quotation, [^"]+">.*?'
        r'<small> <a href="Voices\?[^"]+">❞ [^<]+'
        r'<span class="spoken" lang="en">: direct quotation, [^<]+</span></a></small></span>',
        markup,
    )


def test_who_speaks_is_corrected_and_taken_back(open_page: Open) -> None:
    app = open_page(PAGE, article="kim-drohnen-donaufunk")
    which, who = (next(box for box in app.selectbox if box.label == label) for label in ("Quotation", "It is said by"))
    which.select(next(option for option in which.options if option.startswith("Jake Sullivan: einen Preis")))
    who.select("Dmitri Peskow (Persons)")
    app = next(button for button in app.button if button.label == "Correct").click().run()
    assert [toast.value for toast in app.toast] == [
        "Corrected, on all pages. To undo it: “Corrections by hand”, below."
    ]
    label = ">❞ Dmitri Peskow<"
    assert _markup(app).count(label) == 2
    assert "direct quotation, Dmitri Peskow, by hand" in _markup(app)
    app = next(button for button in app.button if button.label == "Undo the last").click().run()
    assert _markup(app).count(label) == 1


def test_a_correction_without_a_speaker_corrects_nothing(open_page: Open) -> None:
    app = open_page(PAGE, article="kim-drohnen-donaufunk")
    app = next(button for button in app.button if button.label == "Correct").click().run()
    assert [toast.value for toast in app.toast] == ["Choose a quotation and who says it first."]
    assert "by hand" not in _markup(app)


def test_a_layer_is_switched_off_and_the_link_says_so(open_page: Open) -> None:
    app = open_page(PAGE, article="kim-drohnen-donaufunk")
    before = _text(app)
    app.toggle(key="loc").set_value(False).run()
    assert 'class="mention LOC" title' not in _markup(app)
    assert 'class="mention PER" title' in _markup(app)
    assert app.query_params["loc"] == "0"
    assert _text(app) == before


def test_a_cold_link_restores_the_layers(open_page: Open) -> None:
    app = open_page(PAGE, article="kim-drohnen-donaufunk", per="0", number="1")
    assert 'class="mention PER" title' not in _markup(app)
    assert 'class="value" title' in _markup(app)
    assert app.toggle(key="per").value is False


def test_removed_furniture_is_struck_out_with_its_reason_and_can_be_hidden(open_page: Open) -> None:
    app = open_page(PAGE, article="kim-drohnen-donaufunk")
    assert re.search(r'<del>[^<]*Passau[^<]*<small lang="en">removed: [^<]+</small></del>', _markup(app))
    assert "Passau" not in _text(app)
    app.toggle(key="removed").set_value(False).run()
    assert "<del>" not in _markup(app)


def test_metadata_say_where_they_come_from(open_page: Open) -> None:
    markup = _markup(open_page(PAGE, article="kim-drohnen-donaufunk"))
    assert re.search(r"<dt>Source</dt>\s*<dd>Donaufunk <small>given with the data</small></dd>", markup)
    assert re.search(r"<dt>Published</dt>\s*<dd>17 Sep 2023, 18:20 <small>given with the data</small></dd>", markup)
    assert re.search(r"<dt>Author</dt>\s*<dd>Korbinian Aumiller</dd>", markup)
    assert 'rel="noopener noreferrer">https://www.donaufunk.example/' in markup


def test_its_names_lead_to_the_entities(open_page: Open) -> None:
    markup = _markup(open_page(PAGE, article="kim-drohnen-donaufunk"))
    assert re.search(r'<a href="Entities\?[^"]*entity=[^"]+"[^>]*>Wladimir Putin</a>', markup)


def test_shared_statements_lead_to_the_others_and_to_the_comparison(open_page: Open) -> None:
    markup = _markup(open_page(PAGE, article="kim-drohnen-donaufunk"))
    label = r'">↔ \d<span class="spoken" lang="en">: also reported by \w+'
    assert re.search(r'<small> <a href="Compare\?story=s-\w+&amp;event=e-\w+' + label, markup)
    assert re.search(
        r'<section class="statement">.*?<a href="Compare\?story=s-\w+&amp;event=e-\w+">', markup, re.DOTALL
    )
    assert re.search(r'<a lang="de" href="Article\?article=[\w-]+&amp;at=\d+">', markup)


def test_a_link_to_a_place_marks_its_sentence(open_page: Open) -> None:
    app = open_page(PAGE, article="kim-drohnen-donaufunk", at="60")
    assert _markup(app).count('class="here open" id="at-kim-drohnen-donaufunk-60"') == 1


@pytest.mark.parametrize("at", ["999999", "-4", "x<b>", "9" * 5_000])
def test_a_link_to_no_place_marks_nothing(open_page: Open, at: str) -> None:
    app = open_page(PAGE, article="kim-drohnen-donaufunk", at=at)
    assert 'class="here' not in _markup(app)
    assert dict(app.query_params) == {"article": "kim-drohnen-donaufunk"}


def test_choosing_another_article_shows_it_and_forgets_the_place(open_page: Open) -> None:
    app = open_page(PAGE, article="kim-drohnen-donaufunk", at="60")
    app.selectbox(key="article").select("schoigu-kim-donaufunk").run()
    assert not app.exception
    assert "Kumsusan-Palast" in _text(app)
    assert app.query_params["article"] == "schoigu-kim-donaufunk"
    assert "at" not in app.query_params
    assert 'class="here' not in _markup(app)


def test_articles_stand_in_order_of_publication_those_of_unknown_date_last(open_page: Open) -> None:
    options = open_page(PAGE).selectbox(key="article").options
    days = [option.rpartition(" · ")[2] for option in options]
    dated = [parse(day) for day in days if day != "date unknown"]
    assert dated == sorted(dated)
    assert (days[0], days[-1]) == ("13 Sep 2023", "date unknown")


def test_a_link_to_an_unknown_article_says_so(open_page: Open) -> None:
    app = open_page(PAGE, article="<script>")
    assert ["does not hold" in warning.value for warning in app.warning] == [True]
    assert not app.query_params
    assert "<article" in _markup(app)


def test_a_single_article_has_nobody_who_reports_the_same(open_page: Open, one: Path) -> None:
    app = open_page(PAGE, one)
    assert "Bürgermeisterin eröffnet Hafen in Emden" in _text(app)
    assert "No other article" in app.info[0].value
    assert 'class="event"' not in _markup(app)


@pytest.mark.parametrize("corpus", ["empty", "broken"])
def test_without_articles_it_says_what_to_do(open_page: Open, corpus: str, request: pytest.FixtureRequest) -> None:
    app = open_page(PAGE, request.getfixturevalue(corpus))
    assert "no article" in app.info[0].value
    assert not app.get("html")


def test_hostile_titles_and_texts_appear_as_text(open_page: Open, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        '{"title": "<img src=x onerror=alert(1)> **fett** :red[rot]", "source": "<b>Blatt</b>", "date": "2024-05-02",'
        ' "url": "javascript:alert(1)",'
        ' "text": "Ein <script>alert(2)</script> steht im Text. Mehr steht nicht darin, sagt er."}',
        encoding="utf-8",
    )
    app = open_page(PAGE, tmp_path)
    markup = _markup(app)
    assert "<img" not in markup
    assert "<script>alert" not in markup
    assert "<b>Blatt" not in markup
    assert 'href="javascript' not in markup
    assert "<img src=x onerror=alert(1)> **fett** :red[rot]" in _text(app)
    assert "Ein <script>alert(2)</script> steht im Text." in _text(app)
