"""A keyword stands between whole words, and nothing in the text is markup."""

from lib.show.kwic import Line, as_html, kwic

TEXT = "Hafenfest in Emden\n\nAm Sonntag kam Merkel nach Emden,\tsagte „Moin“ und fuhr weiter."


def context(keyword: str, width: int) -> Line:
    start = TEXT.index(keyword)
    return kwic(TEXT, start, start + len(keyword), width=width)


def test_words_at_the_edge_of_the_window_are_left_out_rather_than_cut() -> None:
    assert context("Merkel", 11) == ("kam ", "Merkel", " nach")
    assert context("Merkel", 12) == ("Sonntag kam ", "Merkel", " nach Emden,")


def test_context_ends_with_the_paragraph() -> None:
    assert context("Am", 30) == ("", "Am", " Sonntag kam Merkel nach")
    assert context("Emden", 30) == ("Hafenfest in ", "Emden", "")
    assert context("weiter", 100) == ("Am Sonntag kam Merkel nach Emden, sagte „Moin“ und fuhr ", "weiter", ".")


def test_a_run_of_white_space_is_one_blank() -> None:
    assert context("sagte", 7) == ("Emden, ", "sagte", " „Moin“")


def test_marks_stay_at_the_keyword() -> None:
    assert context("Moin", 8) == ("sagte „", "Moin", "“ und")


def test_a_window_within_one_word_is_empty() -> None:
    assert kwic("Donaudampfschiff Ahoi Rindfleischetikett", 17, 21, width=5) == ("", "Ahoi", "")


def test_no_character_of_a_text_is_markup() -> None:
    assert as_html("<img src=x onerror=alert(1)> ", 'Merkel & "Co"', "</b><script>") == (
        '<div class="kwic" lang="de"><span>&lt;img src=x onerror=alert(1)&gt; </span>'
        "<span><b>Merkel &amp; &quot;Co&quot;</b>&lt;/b&gt;&lt;script&gt;</span></div>"
    )
