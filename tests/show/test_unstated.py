"""What no file of an upload states: which articles lack it, and what a visitor fills in."""

import pandas as pd

from lib.show.unstated import stated, unstated

ARTICLES = pd.DataFrame(
    [
        ("a.txt", "unknown", "", "Feuer im Hafen"),
        ("b.txt", "Nordblatt", "", "Brand am Kai"),
        ("c.txt", "Nordblatt", "2024-05-01", "Ende der Flut"),
        ("d.csv#3", "unknown", "", "Ein neues Theater"),
        ("e.txt", "unknown", "2024-05-02T08:30", "Regen"),
    ],
    columns=["path", "source", "published", "title"],
)


def test_articles_in_files_of_their_own_are_asked_for_if_source_or_day_is_unknown() -> None:
    rows = unstated(ARTICLES)
    assert rows["path"].tolist() == ["a.txt", "b.txt", "e.txt"]
    assert rows["source"].tolist() == ["", "Nordblatt", ""]
    assert rows["published"].tolist() == [pd.NaT, pd.NaT, pd.Timestamp("2024-05-02")]


def test_only_what_was_filled_in_is_stated() -> None:
    before = unstated(ARTICLES)
    after = before.assign(source=["  Elb  kurier ", "Nordblatt", None])
    after["published"] = [pd.NaT, pd.Timestamp("2024-05-03"), pd.Timestamp("2024-05-02")]
    assert stated(before, after) == {"a.txt": {"source": "Elb kurier"}, "b.txt": {"published": "2024-05-03"}}
    assert stated(before, before) == {}
