"""Names of months, weekdays and days in German, in lower case."""

_MONTHS = """januar jänner jan|februar feber feb|märz mär mrz|april apr|mai|juni jun|juli jul|august aug
|september sept sep|oktober okt|november nov|dezember dez"""
_WEEKDAYS = "montag|dienstag|mittwoch|donnerstag|freitag|samstag sonnabend|sonntag"
MONTHS = {name: number for number, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS.split("|")) for name in names.split()}
DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
