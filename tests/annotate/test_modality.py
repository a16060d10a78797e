"""How sure a text is, and what it negates."""

import time

import pytest

from lib.annotate import modality
from lib.article import Article
from lib.schema import Voice


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
        ("Die Boote, die er verkauft haben soll, sind weg.", [("soll", "hearsay")]),
        ("Er soll am Montag, wie üblich, abgereist sein.", [("soll", "hearsay")]),
        ("Die Werft sei zu, heißt es.", [("heißt es", "hearsay")]),
        ("Wie es heißt, sei er krank.", [("Wie es heißt", "hearsay")]),
        ("Er bestritt zum Auftakt des Prozesses die Tat.", [("bestritt", "denial")]),
        ("Ole bestritt im Wahlkampf alles.", [("bestritt", "denial")]),
        ("Der Trainer bestreitet, das Spiel verschoben zu haben.", [("bestreitet", "denial")]),
        ("Es hieß, sie sei zu.", [("Es hieß", "hearsay")]),
        ("Sollte es regnen, bleibt er.", [("Sollte", "conditional")]),
        ("Es gibt kaum Boote und keinerlei Netze.", [("kaum", "negation"), ("keinerlei", "negation")]),
        ("Eine mögliche Sperrung droht.", [("mögliche", "possibility")]),
        ("Sie ist nicht allein.", [("nicht", "negation")]),
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
        "Er will die Boote gut haben.",
        "Die Reeder sollen wieder verpflichtet sein.",
        "Er will, dass sie geliefert haben.",
        "Die Werft sei zu, heißt es in einer Mitteilung.",
        "In der Verordnung heißt es: Die Werft ist zu.",
        "Nicht nur Boote kamen, nicht zuletzt Fähren und nicht mehr als acht Flöße.",
        "Sie bestreitet ihr drittes Rennen.",
        "Es geht um das Wohl des Hafens.",
    ],
)
def test_what_is_no_such_mark(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("Die Boote hätten gefehlt, das würden alle sagen.", []),
        ("Sie müssten gehen, wenn er käme.", ["müssten"]),
        ("Würden sie gehen, bliebe er.", ["Würden"]),
        ("Man dürfte nur noch rudern.", []),
        ("Das dürfte schwer werden.", ["dürfte"]),
        ("Er hätte gefehlt.", ["hätte"]),
    ],
)
def test_what_reported_speech_asks_for_makes_nothing_less_sure(text: str, marks: list[str]) -> None:
    article, voice = Article(id="a", text=text), Voice("a", 0, 0, len(text), "reported", 0)
    assert [row.text for row in modality.find(article, [0], [voice])] == marks
    assert len(modality.find(article, [0])) == max(1, len(marks)) + text.startswith("Die Boote")


@pytest.mark.parametrize(
    "text", ["soll " * 20_000, "weist " * 20_000, "soll " + "gemacht " * 20_000, "ge" * 50_000, "bestreitet " * 20_000]
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    started = time.process_time()
    found(text)
    assert time.process_time() - started < 20
