"""What only one source reports, and what it leaves out."""

import pytest

from lib.show import exclusive, grid
from lib.show.columns import Column
from lib.show.reading import Tables
from tests.show.story import COLUMNS, FIRE


def test_alone_are_the_sentences_that_only_one_source_of_a_story_has(tables: Tables) -> None:
    alone = exclusive.alone(tables)
    here = exclusive.only_here(tables, grid.of_story(tables, "s1", COLUMNS, "reading"), COLUMNS)
    assert sorted(alone["text"]) == sorted(text for rows in here for text in rows["text"])
    assert sorted(alone["source"]) == ["Alpha", "Alpha", "Beta", "Beta"]
    assert sorted(alone["maybe"]) == sorted(label for rows in here for label in rows["maybe"])
    assert any(alone["maybe"])
    single = tables["articles"].assign(story_id=tables["articles"]["article_id"])
    assert exclusive.alone(tables | {"articles": single}).empty


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["reports", "silent", "reports differently"], {"Beta": "Alpha, Gamma"}),
        (["reports", "silent", "date unknown"], {}),  # one report only
        (["reports", "may report", "reports"], {}),
        (["reports", "published after", "reports"], {}),
        (["reports", "silent", "reports", "silent", "silent"], {}),  # two of four others
        (["reports", "silent", "reports", "reports"], {"Beta": "Alpha, Gamma, Delta"}),
        (["reports", "silent", "reports", "published before", "date unknown"], {"Beta": "Alpha, Gamma"}),
    ],
)
def test_a_source_leaves_out_what_most_of_those_report_that_could(cells: list[str], expected: dict[str, str]) -> None:
    columns = [Column(name, (name,)) for name in ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")][: len(cells)]
    found = exclusive.left_out([FIRE._replace(cells=cells)], columns)
    assert len(found) == len(columns)
    rows = [row for events in found for row in events.itertuples(index=False)]
    assert {row.source: row.reported_by for row in rows} == expected
    assert {(row.event_id, row.headline) for row in rows} <= {("e1", FIRE.headline)}


@pytest.mark.parametrize(
    "text",
    [
        "Was nun, fragt man sich?",
        "[Mehr zum Thema: Brände]",
        "Seht mal her: pic.twitter.com/abc123",
        "Er sagte dazu:",
        "har (dpa, ap, rtr)",
    ],
)
def test_what_states_nothing_is_not_only_here(tables: Tables, text: str) -> None:
    changed = tables | {"sentences": tables["sentences"].assign(text=text)}
    events = grid.of_story(tables, "s1", COLUMNS, "reading")
    assert all(frame.empty for frame in exclusive.only_here(changed, events, COLUMNS))


def test_refrains_are_neither_only_here_nor_alone(tables: Tables) -> None:
    changed = tables | {"sentences": tables["sentences"].assign(is_refrain=True)}
    events = grid.of_story(tables, "s1", COLUMNS, "reading")
    assert all(frame.empty for frame in exclusive.only_here(changed, events, COLUMNS))
    assert exclusive.alone(changed).empty


def test_only_here_are_the_sentences_that_no_other_source_shares(tables: Tables) -> None:
    found = exclusive.only_here(tables, grid.of_story(tables, "s1", COLUMNS, "reading"), COLUMNS)
    assert [rows["text"].tolist() for rows in found] == [
        ["In Emden brannte es.", "Es brannte in Emden lange."],
        ["Das Feuer ist aus.", "Der Chef <b>schwieg</b>."],
        [],
    ]
    assert [rows["maybe"].tolist() for rows in found] == [["", COLUMNS[1].label], ["", ""], []]


def test_what_states_nothing_is_no_sentence_of_a_source_s_own(tables: Tables) -> None:
    events = grid.of_story(tables, "s1", COLUMNS, "reading")
    for text in ("(Mit Material von dpa)", "Sie sagte dem Boten:", "Bild: dpa"):
        sentences = tables["sentences"]
        told = sentences["text"].mask(sentences["text"] == "Das Feuer ist aus.", text)
        changed = tables | {"sentences": sentences.assign(text=told)}
        assert exclusive.only_here(changed, events, COLUMNS)[1]["text"].tolist() == ["Der Chef <b>schwieg</b>."]
