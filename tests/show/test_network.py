"""Names in one sentence are paired once, and drawn near one another."""

import pandas as pd

from lib.show.network import positions, sides, together

ARTICLES = pd.DataFrame({"article_id": ["a", "b"]})
ENTITIES = pd.DataFrame([(key, key.upper()) for key in "pqrst"], columns=["entity_id", "name"])
SENTENCES = {("a", 0): "pqq", ("a", 1): "pq", ("b", 0): "qr", ("b", 7): "st", ("b", 8): "s", ("c", 0): "pr"}
MENTIONS = pd.DataFrame(
    [(*place, key) for place, keys in SENTENCES.items() for key in keys],
    columns=["article_id", "sentence_id", "entity_id"],
)


def test_sentences_that_name_both_are_counted_once_in_these_articles() -> None:
    assert together(ARTICLES, MENTIONS, ENTITIES).to_numpy().tolist() == [
        ["p", "P", "q", "Q", 2, 1],
        ["q", "Q", "r", "R", 1, 1],
        ["s", "S", "t", "T", 1, 1],
    ]


def test_every_name_has_a_place_in_the_square_and_always_the_same() -> None:
    pairs = together(ARTICLES, MENTIONS, ENTITIES)
    places = positions(pairs)
    assert set(places) == set("pqrst")
    assert all(-1 <= at <= 1 for place in places.values() for at in place)
    assert positions(pairs.copy()) == places


def test_what_stands_together_is_nearer_than_what_does_not() -> None:
    places = positions(together(ARTICLES, MENTIONS, ENTITIES))

    def apart(one: str, other: str) -> float:
        return sum((a - b) ** 2 for a, b in zip(places[one], places[other], strict=True))

    assert apart("p", "q") < apart("p", "r")
    assert apart("s", "t") < apart("p", "s")


def test_no_pair_has_no_place() -> None:
    assert positions(together(ARTICLES, MENTIONS.head(1), ENTITIES)) == {}


def test_a_name_is_written_where_it_covers_no_dot_and_no_other_name() -> None:
    apart = sides({"a": (0.0, 0.0), "b": (0.9, 0.9)}, {"a": "Anna Berg", "b": "Ulm"})
    assert apart == {"a": "top center", "b": "top center"}
    near = sides({"a": (0.0, 0.0), "b": (0.0, 0.09)}, {"a": "Anna Berg", "b": "Otto Kurz"})
    assert near == {"a": "bottom center", "b": "top center"}


def test_a_name_is_written_where_a_narrow_screen_does_not_cut_it() -> None:
    long = "russischer Sicherheitsrat"[:24]
    at_edges = sides({"a": (-1.0, 0.0), "b": (1.0, 0.9), "c": (0.0, -0.9)}, dict.fromkeys("abc", long))
    assert at_edges["a"].endswith("right")
    assert at_edges["b"].endswith("left")
    assert at_edges["c"] == "top center"


def test_a_name_that_would_cover_another_is_not_written() -> None:
    crowd = {f"n{number}": (0.0, number / 100) for number in range(12)}
    written = sides(crowd, dict.fromkeys(crowd, "Anna Berg"))
    assert "n0" in written
    assert len(written) < len(crowd)


def test_dots_lie_apart_where_there_is_room() -> None:
    hubs, leaves = [f"n{number}" for number in range(12)], [f"m{number}" for number in range(8)]
    edges = [(one, other, 9) for one in hubs for other in hubs if one < other] + [("n0", leaf, 1) for leaf in leaves]
    pairs = pd.DataFrame(edges, columns=["entity_id", "other_id", "sentences"])
    places = list(positions(pairs).values())
    near = [
        (one, other)
        for number, one in enumerate(places)
        for other in places[:number]
        if abs(one[0] - other[0]) * 390 < 70 and abs(one[1] - other[1]) * 220 < 38
    ]
    assert not near
