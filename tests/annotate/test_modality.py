"""How sure a text is, and what it negates."""

import time

import pytest

from lib.annotate import modality
from lib.article import Article


def found(text: str) -> list[tuple[str, str]]:
    rows = modality.find(Article(id="a", text=text), [0])
    assert all(text[row.start : row.end] == row.text for row in rows)
    return [(row.text, row.kind) for row in rows]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er soll Waffen geliefert haben.", [("soll", "hearsay")]),
        ("Die Boote sollen beschädigt worden sein.", [("sollen", "hearsay")]),
        ("Angeblich liegen sie im Hafen.", [("Angeblich", "hearsay")]),
        ("Der mutmaßliche Täter floh.", [("mutmaßliche", "presumption")]),
        ("Er ist offenbar geflohen.", [("offenbar", "appearance")]),
        ("Er könnte fliehen.", [("könnte", "possibility")]),
        ("Er wäre geflohen.", [("wäre", "conditional")]),
        ("Er floh nicht, und keiner sah ihn.", [("nicht", "negation"), ("keiner", "negation")]),
        ("Pjöngjang bestreitet das.", [("bestreitet", "denial")]),
        ("Er wies alle Vorwürfe zurück.", [("wies", "denial")]),
        ("Sie streitet alles ab.", [("streitet", "denial")]),
    ],
)
def test_marks_of_modality(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der Bau soll im Mai beginnen.",
        "Er will gewinnen.",
        "Sie wiesen auf Mängel hin.",
        "Das Kind heißt Wohlfahrt.",
    ],
)
def test_what_is_no_such_mark(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["soll " * 20_000, "weist " * 20_000, "soll " + "gemacht " * 20_000])
def test_hostile_text_takes_linear_time(text: str) -> None:
    started = time.perf_counter()
    found(text)
    assert time.perf_counter() - started < 20
