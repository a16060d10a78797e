"""What an article states about itself: outlet, date, author, agencies."""

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

MONTHS = ("januar jänner january", "februar feber february", "märz maerz march", "april", "mai may", "juni june", "juli july",
          "august", "september", "oktober october", "november", "dezember december")  # fmt: skip
MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
MONTH |= {name[:3]: number for name, number in MONTH.items()} | {"mrz": 3, "sept": 9}
CLOCK = r"(?:\D{1,8}(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?)?"
DATE_FORMS = tuple(
    re.compile(form + CLOCK, re.IGNORECASE)
    for form in (
        r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<day>\d{1,2})\.\s?(?P<month>[^\W\d_]{3,9})\.?,?\s(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<month>[^\W\d_]{3,9})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})\b",
    )
)
URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-]|$)")


def iso(value: object) -> str:
    """A date in whatever form as ISO 8601, to the second, with offset where given; empty when it names no day."""
    if isinstance(value, datetime):
        return value.replace(microsecond=0).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    text = str(value or "").strip()
    if not re.fullmatch(r"\d{1,7}", text):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            pass
        else:
            return moment.date().isoformat() if re.fullmatch(r"[\dW-]+", text) else iso(moment)
    try:
        return iso(parsedate_to_datetime(text))
    except ValueError:
        return stated_date(text)


def stated_date(text: str) -> str:
    """The first full date written in a text ("19.06.2024", "19. Juni 2024, 11.35 Uhr"), as ISO 8601; empty if none."""
    for form in DATE_FORMS:
        for found in form.finditer(text):
            name = found["month"].casefold()
            month = int(name) if name.isdigit() else MONTH.get(name, 0)
            try:
                day = date(int(found["year"]), month, int(found["day"]))
            except ValueError:
                continue
            clock = f"T{int(found['hour']):02}:{found['minute']}" if found["hour"] else ""
            return day.isoformat() + clock
    return ""


def url_date(url: str) -> str:
    """The day in a web address's path ("/2024/06/19/"), as ISO 8601; empty if there is none."""
    found = URL_DATE.search(urlsplit(url).path)
    if not found:
        return ""
    year, month, day = (int(part) for part in found.groups() if part)
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def url_outlet(url: str) -> str:
    """The host of a web address without "www."; empty if there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
