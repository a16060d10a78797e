"""Words that a visitor looks for are found in their forms, where they stand, and in whose voice."""

import re
import time

import pandas as pd
import pytest

from lib import schema
from lib.schema import Voice
from lib.show.uses import MOST, find, pattern, terms


def test_terms_stand_between_commas_and_count_once() -> None:
    assert terms(" Krieg,Pakt ;; *, spezielle  Operation\nKrieg") == ["Krieg", "Pakt", "spezielle Operation"]
    assert terms("") == terms(" , * ,") == []
    assert len(terms(",".join(map(str, range(20))))) == MOST
    assert [len(term) for term in terms("x" * 300)] == [80]


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        (
            "Krieg",
            "Krieg, des Krieges, im Ukraine-Krieg, Kriegsende, Krieg-Gegner, krieg",
            ["Krieg", "Krieges", "Krieg"],
        ),
        ("Krieg", "Krieger und Kriegern nach Kriegen", ["Kriegen"]),
        ("Kind", "Kinder, Kindern", ["Kinder", "Kindern"]),
        ("krieg", "Ein Krieg, nach Kriegen", ["Krieg", "Kriegen"]),
        ("Kriegs*", "Kriegsende und Kriegs-Ende", ["Kriegsende", "Kriegs-Ende"]),
        ("*vertrag", "Vertrag, Partnerschaftsvertrags, Verträge", ["Vertrag", "Partnerschaftsvertrags"]),
        ("*vertrag", "Ein Hafen-Vertrag.", ["Hafen-Vertrag"]),
        ("Hafen**", "Hafenfest, Hafens", ["Hafenfest", "Hafens"]),
        ("*hafen* *netz*", "Im Nordhafen Netze, Nordhafens Fischernetze", 2),
        ("spezielle Operation", "der speziellen\nOperation, spezielle Operationen", 2),
        ("a.b", "acb a.b", ["a.b"]),
        ("USA", "Die USA, usa", ["USA"]),
        ("über", "Über uns, über euch, überall", ["Über", "über"]),
    ],
)
def test_a_term_is_found_in_its_forms(term: str, text: str, found: list[str] | int) -> None:
    words = [use[0] for use in pattern(term).finditer(text)]
    assert (words if isinstance(found, list) else len(words)) == found


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("*a*a*a*a*a*b", "a" * 20_000),
        ("*a* *a* *a* *a* zzz", f"{'a' * 40} " * 30 + "zz"),
        ("*e* *e* *e* *e* *e* *e* *e* *e* Ems", "Seefahrergenossenschaften lehnen Hafenerweiterungen ebenso ab. " * 99),
        ("*a*", "-a" * 100_000),
    ],
)
def test_no_term_takes_long_to_search(term: str, text: str) -> None:
    begun = time.perf_counter()
    list(pattern(term).finditer(text))
    assert time.perf_counter() - begun < 5


def test_uses_say_whose_voice_they_are_in() -> None:
    text = "Der Krieg dauert an. Holm sprach vom „Krieg und Frieden“ und sagte, der Krieg sei vorbei."
    articles = pd.DataFrame({"article_id": ["a", "b"], "text": [text, "Der Krieg ist aus."]})
    marks, said = text.index("„"), text.index("der Krieg sei")
    voices = [Voice("a", 1, marks, marks + 8, "quoted", -1), Voice("a", 1, said, len(text) - 1, "reported", -1)]
    found = find(articles, schema.table("voices", voices), ["Krieg", "Pakt"])
    assert list(found["start"]) == [use.start() for use in re.finditer("Krieg", text)] + [4]
    assert list(found["voice"]) == ["own", "quoted", "reported", "own"]
    assert set(found["entity_id"]) == {"Krieg"}
    assert list(find(articles, schema.table("voices", voices[::-1]), ["Krieg"])["voice"]) == list(found["voice"])
    assert list(find(articles, schema.table("voices", voices), ["Krieg und"])["voice"]) == ["own"]
    assert find(articles, schema.table("voices", voices), ["Pakt"]).empty
