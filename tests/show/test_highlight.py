import time

from lib.show.highlight import Span, article, paragraphs, render


def _span(text: str, words: str, kind: str, label: str = "") -> Span:
    start = text.index(words)
    return Span(start, start + len(words), kind, label)


def test_text_without_marks_is_escaped() -> None:
    assert render('<b>A & "B"</b>', []) == "&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;"


def test_a_mark_carries_class_title_id_and_a_label_that_leads_on() -> None:
    span = Span(4, 8, "PER", "PER", 'Kim "<i>"', "Compare?story=s&event=e", "at-1")
    assert render("Der Kim.", [span]) == (
        'Der <span class="PER" title="Kim &quot;&lt;i&gt;&quot;" id="at-1" tabindex="-1">Kim.'
        '<small> <a href="Compare?story=s&amp;event=e">PER'
        '<span class="spoken" lang="en">: Kim &quot;&lt;i&gt;&quot;</span></a></small></span>'
    )


def test_a_mention_within_a_quotation_within_a_sentence_is_nested() -> None:
    text = "Er lobte „den Hafen von Kiel“ sehr."
    spans = [_span(text, text, "event"), _span(text, "den Hafen von Kiel", "quote", "❞ Er"), _span(text, "Kiel", "LOC")]
    assert render(text, spans) == (
        '<span class="event">Er lobte „<span class="quote">den Hafen von <span class="LOC">Kiel</span>'
        "<small> ❞ Er</small></span>“ sehr.</span>"
    )


def test_marks_that_cross_are_cut_at_the_border_and_labelled_once() -> None:
    assert render("abcdef", [Span(0, 4, "one", "1", id="x"), Span(2, 6, "two", "2", id="y")]) == (
        '<span class="one" id="x" tabindex="-1">ab<span class="two" id="y" tabindex="-1">cd</span>'
        "<small> 1</small></span>"
        '<span class="two">ef<small> 2</small></span>'
    )


def test_of_marks_on_the_same_words_the_first_lies_outside() -> None:
    assert render("ab", [Span(0, 2, "x"), Span(0, 2, "y")]) == '<span class="x"><span class="y">ab</span></span>'


def test_marks_beside_each_other_do_not_nest() -> None:
    assert render("ab", [Span(1, 2, "y"), Span(0, 1, "x")]) == '<span class="x">a</span><span class="y">b</span>'


def test_only_the_wanted_part_is_shown_and_a_mark_that_goes_on_has_no_label_yet() -> None:
    spans = [Span(0, 6, "long", "L"), Span(0, 2, "before"), Span(5, 6, "behind"), Span(3, 3, "empty")]
    assert render("abcdef", spans, 2, 4) == '<span class="long">cd</span>'


def test_pieces_stand_before_their_offset_within_the_marks_around_them() -> None:
    assert render("abcd", [Span(1, 3, "x")], pieces={2: "<del>!</del>", 0: "never", 4: "never"}) == (
        'a<span class="x">b<del>!</del>c</span>d'
    )


def test_an_empty_text_is_empty() -> None:
    assert render("", [Span(0, 0, "x")]) == ""


def test_blank_lines_part_paragraphs() -> None:
    text = "Titel\n\nErster Absatz,\nzwei Zeilen.\n \n\n Zweiter.\n"
    assert [text[start:end] for start, end in paragraphs(text)] == [
        "Titel",
        "Erster Absatz,\nzwei Zeilen.",
        "Zweiter.",
    ]


def test_an_article_keeps_its_paragraphs_and_its_title_is_the_heading() -> None:
    text = "Der Titel\n\nErster.\n\nZweiter."
    marks = [Span(11, 27, "quote", "Q")]
    assert article(text, marks, titled=True) == (
        '<h2>Der Titel</h2>\n<p><span class="quote">Erster.</span></p>\n'
        '<p><span class="quote">Zweiter<small> Q</small></span>.</p>'
    )


def test_without_a_title_the_first_paragraph_is_one_like_the_others() -> None:
    assert article("Eins.\n\nZwei.", [], titled=False) == "<p>Eins.</p>\n<p>Zwei.</p>"


def test_pieces_stand_in_their_place_within_and_between_paragraphs() -> None:
    text = "Titel\n\nEins zwei.\n\nDrei."
    pieces = [
        (0, "<del>0</del>"),
        (7, "<del>1</del>"),
        (12, "<del>2</del>"),
        (17, "<del>3</del>"),
        (24, "<del>4</del>"),
    ]
    assert article(text, [], pieces, titled=True) == (
        "<p><del>0</del></p>\n<h2>Titel</h2>\n<p><del>1</del></p>\n<p>Eins <del>2</del>zwei.</p>\n"
        "<p><del>3</del></p>\n<p>Drei.</p>\n<p><del>4</del></p>"
    )


def test_a_long_article_takes_linear_time() -> None:
    text = "Ein Boot lief ein.\n\n" * 8_000
    spans = [Span(start, start + 3, "k") for start in range(0, len(text), 20)]
    began = time.perf_counter()
    html = article(text, spans, [(start, "<i></i>") for start in range(7, len(text), 200)], titled=False)
    assert time.perf_counter() - began < 5
    assert (html.count('class="k"'), html.count("<i>")) == (8_000, 800)


def test_no_character_of_a_long_text_is_lost_however_marks_lie() -> None:
    text = "äöü & <x> " * 40
    spans = [Span(start, start + length, "k") for start in range(0, 400, 7) for length in (3, 11, 40)]
    html = render(text, spans)
    assert html.count("<span") == html.count("</span>")
    bare = html.replace("</span>", "").replace('<span class="k">', "")
    assert bare == text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
