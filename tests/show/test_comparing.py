from lib.show.columns import Cell, Column
from lib.show.comparing import values
from lib.show.contrast import Difference

COLUMNS = [Column("Alpha", ("a", "d")), Column("Beta", ("b",)), Column("Gamma", ("c",))]


def test_each_value_is_offered_with_one_of_another_source() -> None:
    cells = [[Cell("80", "a", 10), Cell("85", "d", 5)], [], [Cell("60", "c", 30)]]
    offered = values([Difference("number", "differ", "e1", "Helfer löschten den Brand.", cells)], COLUMNS)
    assert offered == {
        ("a:10", "c:30"): "Alpha: 80 (number, Helfer löschten den Brand.)",
        ("d:5", "c:30"): "Alpha: 85 (number, Helfer löschten den Brand.)",
        ("c:30", "a:10"): "Gamma: 60 (number, Helfer löschten den Brand.)",
    }
