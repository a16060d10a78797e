import pandas as pd
import pytest

from lib import schema


@pytest.mark.parametrize("name", schema.TABLES)
def test_an_empty_table_has_the_columns_and_types_of_its_class(name: str) -> None:
    frame = schema.table(name, [])
    assert list(frame.columns) == list(schema.TABLES[name]._fields)
    for column, kind in schema.dtypes(name).items():
        if kind is str:
            assert isinstance(frame[column].dtype, pd.StringDtype)
        else:
            assert frame[column].dtype == {int: "int64", float: "float64", bool: "bool"}[kind]


@pytest.mark.parametrize("name", schema.TABLES)
def test_every_column_has_a_sentence_on_it(name: str) -> None:
    assert all(schema.about(name).values())
    assert list(schema.about(name)) == list(schema.TABLES[name]._fields)


def test_rows_become_a_frame_with_the_same_values() -> None:
    row = schema.Mention("a", 0, 3, 9, "Moskau", "LOC", "loc-moskau")
    assert schema.table("mentions", [row]).to_dict("records") == [row._asdict()]


def test_text_that_looks_like_a_missing_value_stays_text() -> None:
    row = schema.Mention("a", 0, 0, 3, "NaN", "PER", "per-nan")
    assert schema.table("mentions", [row])["text"].tolist() == ["NaN"]
