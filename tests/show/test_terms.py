import pandas as pd

from lib.show import terms
from lib.show.columns import Cell
from lib.show.reading import Tables
from tests.show.story import COLUMNS


def test_wording_brings_the_words_of_each_source_for_a_concept_together(tables: Tables) -> None:
    fire = Cell("Feuer", "b", 0, "2×", also=(("b", 20),))
    assert terms.wording(tables, COLUMNS) == [
        ("Brand", "linked sentences", [[Cell("Brand", "a", 0)], [fire, Cell("Das Feuer", "b", 16, "quoted")], []])
    ]
    same = tables["wording"].assign(term=["Brand", *["Wald-Brande"] * (len(tables["wording"]) - 1)])
    assert terms.wording(tables | {"wording": same}, COLUMNS) == []


def test_words_in_marks_that_nobody_says_are_not_quoted(tables: Tables) -> None:
    unsaid = tables | {"quotes": tables["quotes"].assign(speaker="")}
    ((_, _, cells),) = terms.wording(unsaid, COLUMNS)
    assert [(cell.text, cell.note) for cell in cells[1]] == [("Feuer", "2×"), ("Das Feuer", "in marks")]


def test_the_forms_of_a_term_are_one(tables: Tables) -> None:
    rows = tables["wording"].head(1)
    forms = [rows.assign(article_id="b", term=term, start=at) for at, term in enumerate(("Feuern", "Feuers", "Feuers"))]
    ((_, _, cells),) = terms.wording(tables | {"wording": pd.concat([rows, *forms])}, COLUMNS)
    assert [(cell.text, cell.note) for cell in cells[1]] == [("Feuers", "3×")]
