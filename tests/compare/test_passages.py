"""Passages that articles share nearly word for word."""

import time

from lib.article import Article
from lib.compare import passages

COPY = (
    "Der Hafen von Emden bleibt nach dem Sturm vom Montag bis auf Weiteres geschlossen, "
    "weil mehrere Boote in der Einfahrt gesunken sind"
)


def article(name: str, text: str, source: str = "") -> Article:
    return Article(id=name, text=text, source=source or name)


def test_a_shared_passage_leads_to_both_places() -> None:
    one, other = article("a", f"Emden. {COPY}. So weit."), article("b", f"Nach Angaben der Stadt gilt: {COPY}!")
    rows = passages.find([one, other])
    assert [(row.article_id, row.other_id) for row in rows] == [("a", "b"), ("b", "a")]
    assert one.text[rows[0].start : rows[0].end] == other.text[rows[0].other_start : rows[0].other_end] == COPY
    assert rows[1][1:3] == rows[0][4:6]


def test_a_few_other_words_do_not_end_it() -> None:
    edited = COPY.replace("bis auf Weiteres", "vorerst").replace("mehrere", "drei")
    rows = passages.find([article("a", COPY), article("b", edited)])
    assert [(row.article_id, row.start, row.n_words) for row in rows] == [("a", 0, 18), ("b", 0, 18)]


SECOND = (
    "Die Stadt will am Dienstag prüfen lassen, ob die Brücke an der Schleuse noch trägt oder ob auch sie "
    "gesperrt werden muss"
)


def test_passages_in_another_order_are_found_too() -> None:
    one, other = article("a", f"{COPY}. {SECOND}."), article("b", f"{SECOND}. {COPY}.")
    rows = [row for row in passages.find([one, other]) if row.article_id == "a"]
    assert [one.text[row.start : row.end] for row in rows] == [COPY, SECOND]
    assert [other.text[row.other_start : row.other_end] for row in rows] == [COPY, SECOND]


def test_what_is_the_same_remains_where_the_rest_is_rewritten() -> None:
    tail = " ".join(f"Boot {n} kam und x{n} y{n} z{n}" for n in range(12))
    other_tail = " ".join(f"Boot {n} kam und u{n} v{n} w{n}" for n in range(12))
    one, other = article("a", f"{COPY} {tail}"), article("b", f"{COPY} {other_tail}")
    found = passages.find([one, other])
    assert one.text[found[0].start : found[0].end].startswith(COPY)


def test_a_short_formula_is_no_passage() -> None:
    formula = "Das teilte die Polizei am Montag mit und bat um Hinweise"
    assert passages.find([article("a", formula), article("b", formula)]) == []


def test_one_source_may_repeat_itself() -> None:
    assert passages.find([article("a", COPY, "x"), article("b", COPY, "x")]) == []
    assert passages.find([article("a", COPY, "unknown"), article("b", COPY, "unknown")]) != []


def test_what_fifty_outlets_copy_is_found_however_often_one_of_them_prints_it() -> None:
    assert len(passages.find([article(str(i), COPY) for i in range(50)])) == 50 * 49
    own = [article(f"own {i}", COPY, "own") for i in range(150)]
    assert len(passages.find([*own, article("z", COPY)])) == 2 * 150


def test_a_formula_of_the_trade_costs_no_time() -> None:
    corpus = [article(str(i), f"{COPY} {i}. " * 5) for i in range(600)]
    started = time.process_time()
    assert passages.find(corpus) == []
    assert time.process_time() - started < 10


def test_what_one_outlet_prints_a_thousand_times_costs_no_time() -> None:
    own = [article(f"own {i}", COPY, "own") for i in range(2_000)]
    started = time.process_time()
    assert len(passages.find([*own, article("z", COPY)])) == 2 * 2_000
    assert time.process_time() - started < 5


def test_lists_of_like_lines_take_no_minutes() -> None:
    def lines(seed: int) -> str:
        return "".join(
            f"Boot {i * seed % 997} lief am Montag in den Hafen ein und legte dort an. " for i in range(1_500)
        )

    started = time.process_time()
    passages.find([article("a", lines(3), "x"), article("b", lines(7), "y")])
    assert time.process_time() - started < 5


def test_paragraphs_in_the_opposite_order_take_no_minutes() -> None:
    paragraphs = [" ".join(f"w{n}x{k}" for k in range(20)) for n in range(300)]
    one, other = article("a", ". ".join(paragraphs)), article("b", ". ".join(paragraphs[::-1]))
    started = time.process_time()
    assert passages.find([one, other]) != []
    assert time.process_time() - started < 5
