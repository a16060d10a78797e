"""The story of the fixture `tables` as the page that compares its sources shows it."""

from lib.show.columns import Column
from lib.show.grid import Row

COLUMNS = [
    Column("Alpha", ("a", "d")),
    Column("Beta", ("b",)),
    Column("“Großbrand an der Küste bei …”", ("c",)),
]
HELPERS = Row("e2", "80 Helfer kamen.", 3, 1, 0, ["reports differently", "reports differently", "reports"])
FIRE = Row("e1", "In Emden brannte es.", 1, 0, 0, ["reports", "silent", "date unknown"])
