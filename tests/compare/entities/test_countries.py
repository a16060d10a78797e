"""Countries in which places lie."""

import pytest

from lib.compare.entities.countries import country_of


@pytest.mark.parametrize(
    ("form", "country"),
    [
        ("Russland", "Russland"),
        ("Russlands", "Russland"),
        ("Russische Föderation", "Russland"),
        ("Wladiwostok", "Russland"),
        ("Kiews", "Ukraine"),
        ("Berlin", "Deutschland"),
        ("russischen", "Russland"),
        ("französische", "Frankreich"),
        ("nordkoreanischer", "Nordkorea"),
        ("US", "USA"),
    ],
)
def test_countries_their_large_cities_and_adjectives_are_known(form: str, country: str) -> None:
    assert country_of(form) == country


@pytest.mark.parametrize("form", ["Hirschau", "englischen", "arabische", "koreanisch", "Tisch", "isch", ""])
def test_what_names_no_country_or_several_is_of_none(form: str) -> None:
    assert country_of(form) == ""
