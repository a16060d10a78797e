import pandas as pd

from lib import schema
from lib.schema import Quote
from lib.show.speaking import quotations, speakers, standing


def test_quotations_are_offered_by_their_beginning_with_who_says_them() -> None:
    quotes = [
        Quote("a", 1, 40, 49, "direct", "ein  guter\nTag", "Berg", 11, 15, "sagte"),
        Quote("a", 0, 5, 12, "partial", "absurd", "", -1, -1, ""),
        Quote("b", 0, 5, 12, "partial", "heikel", "", -1, -1, ""),
    ]
    tables = {"quotes": schema.table("quotes", quotes)}
    assert list(quotations(tables, "a").items()) == [(5, "Unknown: absurd"), (40, "Berg: ein guter Tag")]
    assert [standing(tables, "a", at) for at in ("5", "48", "49", "", "x")] == [5, 40, None, None, None]


def test_persons_are_offered_first_and_unknown_last() -> None:
    rows = [("loc-emden", "Emden", "LOC"), ("org-amt", "Amt", "ORG"), ("per-berg", "Berg", "PER")]
    named = pd.DataFrame(rows, columns=["entity_id", "name", "label"])
    assert list(speakers(named)) == ["per-berg", "loc-emden", "org-amt", ""]
