"""What an article states about itself: outlet, date, author, agencies."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

_GERMANY = ZoneInfo("Europe/Berlin")
MONTHS = (
    *("januar jänner january", "februar feber february", "märz maerz march", "april", "mai may", "juni june"),
    *("juli july", "august", "september", "oktober october", "november", "dezember december"),
)
MONTH = {name: number for number, names in enumerate(MONTHS, 1) for name in names.split()}
MONTH |= {name[:3]: number for name, number in MONTH.items()} | {"mrz": 3, "sept": 9}
CLOCK = (
    r"(?:\D{1,8}(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.][0-5]\d)?"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?(?!\s(?!UTC|GMT)\w))?)?"
)
DATE_FORMS = tuple(
    re.compile(form + CLOCK, re.IGNORECASE)
    for form in (
        r"\b(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<day>\d{1,2})(?:\.\s?|[\s-])(?P<month>[^\W\d_]{3,9})(?:\.?,?\s|-)(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<month>[^\W\d_]{3,9})\.?\s(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s(?P<year>(?:19|20)\d\d)\b",
        r"\b(?P<year>(?:19|20)\d\d)[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})\b",
        # a day and a month that cannot be taken for each other
        r"\b(?P<day>1[3-9]|2\d|3[01])/(?P<month>0?[1-9]|1[0-2])/(?P<year>(?:19|20)\d\d)\b",
    )
)
_COMPACT = re.compile(r"^((?:19|20)\d{6})((?:\d\d){1,3})$")
"""A moment without any mark: "20240619113500"."""
_SHORT = re.compile(r"(\d{1,2}\.\s?\d{1,2}\.\s?)(\d\d)")
"""A day of a year in two figures, "4.3.26"."""
_UTC = re.compile(r"(?<=[\dMm.])\s?(?:UTC|GMT)$")
_ZONE = re.compile(r"\s(?!UTC|GMT|CES?T|MES?Z|UHR)[A-Z]{3,4}$")
"""Of a time in a zone that is not known: its day is."""
_NOON = re.compile(r"\d\s?[AaPp]\.?[Mm]\b")
URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/_-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)(?=[/_-]|$)")

AGENCY = (
    r"(?:dpa(?:-\w{2,12})?|afp|apa|ap|rtr|reuters|efe|ansa|sda|keystone-sda|awp|kna|epd|sid|dts|pti|ani|anadolu|tass|interfax"
    r"|xinhua|yonhap|kcna|kyodo|bloomberg|tmn|upi|belga|anp|ukrinform|unian"
    r"|deutsche presse-agentur|agence france-presse)"
)
INITIALS = r"[a-zäöüß]{1,5}"
DOMAIN = r"[\w-]+\.\w{2,3}"
LIST = (  # without two ways to read one part, which would take time exponential in their number
    rf"(?:(?>(?!{DOMAIN}){INITIALS}|{DOMAIN})\s?[/,;-]\s?)*{AGENCY}"
    rf"(?:\s?(?:[/,;+&-]|und)\s?(?>{AGENCY}|{INITIALS}))*"
)
WITH = r"(?:(?:mit|unter verwendung von)\s(?:(?:agentur)?material\s(?:von|der)\s)?|quellen?(?:\s?:\s?|\s)|©\s?)"
CREDIT = re.compile(
    rf"(?:{INITIALS}(?:/{INITIALS})*\s)?[(\[]?{WITH}?(?P<agencies>{LIST})(?:, dpa:[\d/-]+)?[)\]]?\.?", re.IGNORECASE
)
"""A paragraph of credits: "lgc (efe, dpa)", "(rt/dpa)", "Mit Material von dpa", "Quelle: ntv.de, mba/dpa"."""
_SAYS_SO = re.compile(r"[/(\[©]|quelle|material", re.IGNORECASE)
"""In a credit that is no mere name."""
CREDIT_AT_END = re.compile(rf"(?<=[.!?“”\"»«])\s*\({WITH}?(?P<agencies>{LIST})\)$", re.IGNORECASE)
NAME = r"(?-i:[A-ZÄÖÜ][\w.'’-]*(?:\s(?:von|van|de|zu|der))*(?:\s[A-ZÄÖÜ][\w.'’-]*){1,2})"
BYLINE = re.compile(
    r"(?:von:?|by|(?:autor(?:in)?|interview|text):)\s"
    rf"(?P<author>(?:{NAME}|(?-i:Redaktion))(?:(?:,|\sund|\sand|\s?/)\s?{NAME})*)",
    re.IGNORECASE,
)
_UPDATE = r"stand|(?:zuletzt |letzte )?(?:aktualisier(?:t|ung)|geändert|änderung)|updated"
_ISSUE = r"(?:erst)?veröffentlich(?:t|ung)|publiziert|erschienen|erstellt|online seit|published|posted|datum"
_DAY = (
    r"(?:\s(?:am|on))?\s?:?\s?(?:[^\W\d]{2,10}\.?,\s?)?"
    r"(?:\d{1,2}\.\s?(?:\d{1,2}\.|[^\W\d]{3,9}\.?)\s?(?:19|20)\d\d"
    r"|(?-i:[A-Z])\w{2,8}\.?\s\d{1,2},\s(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
    r"(?:\s?[,|–-]?\s?(?:um\s)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\suhr)?(?:\s[A-Z]{2,4})?)?"
)
DATE_LINE = re.compile(
    rf"(?:(?P<updated>{_UPDATE})|(?P<named>{_ISSUE}))?{_DAY}"
    rf"(?:\s?[|•·,;/–-]?\s(?:(?:{_UPDATE})|(?P<issued>{_ISSUE})){_DAY})?",
    re.IGNORECASE,
)
"""A paragraph of days: "19.06.2024, 11:35 Uhr", "Stand: 20.06.2024 | Veröffentlicht: 19.06.2024"."""
DATELINE = re.compile(
    rf"(?P<place>[A-ZÄÖÜ][\w/. -]{{1,40}}?)(?:,\s(?P<date>\d{{1,2}}\.\s?\w{{1,9}}\.?(?:\s?\d{{4}})?))?"
    rf"(?:\s\((?P<agencies>(?i:{LIST}))\))?\s?[-–—:.]\s"
)


_EARLIEST = 1605
"""The year of the first newspaper; machines write the year 1 where they know no date."""


@dataclass(slots=True)
class Stated:
    """What an article states about itself; empty where it does not."""

    source: str = ""
    published: str = ""
    title_date: str = ""
    """The day that the title carries: surely this article's, while others on a page may be anything's."""
    author: str = ""
    agencies: str = ""


def issued(line: re.Match[str]) -> str:
    """The publication in a line that is a `DATE_LINE`; empty if it gives an update alone."""
    if line["updated"] and not line["issued"]:
        return ""
    return stated_date(line.string[line.start("issued") if line["issued"] else line.start() :])


def credited(text: str) -> str:
    """The agencies of a line that says more than a name, "12.03.2026 | Quelle: dpa", "sak/Reuters"; empty if none."""
    for part in re.split(r"\s\|\s", text):
        credit = CREDIT.fullmatch(part)
        if credit and _SAYS_SO.search(part):
            return credit["agencies"]
    return ""


def persons_and_agencies(author: str) -> tuple[str, str]:
    """The names of a byline, and the agencies among them: "Anna Berg, dpa"."""
    names = re.split(r",\s", author)
    credits = [credit["agencies"] for name in names if (credit := CREDIT.fullmatch(name))]
    persons = [name for name in names if not CREDIT.fullmatch(name)]
    return ", ".join(persons), ", ".join(credits)


def read_dateline(text: str, stated: Stated) -> None:
    """Take agencies, and a full date, from a dateline ("Berlin, 3. Mai 2024 (dpa) – ..."); it stays in the text."""
    if found := DATELINE.match(text):
        stated.agencies = stated.agencies or found["agencies"] or ""
        stated.published = stated.published or stated_date(found["date"] or "")


def iso(value: object) -> str:
    """A date in whatever form, seconds or milliseconds since 1970 too, as ISO 8601, with a time to the minute where it
    is given; empty when it names no day. What has an offset comes in German time: the day that a reader of the article
    had."""
    if isinstance(value, date):
        return _written(value)
    given = str(value or "").strip()
    text = _COMPACT.sub(r"\1T\2", _UTC.sub("+00:00", given))
    if re.fullmatch(r"1[0-8]\d{8}(?:\d{3})?(?:\.0)?", text):  # from 2001 to 2030, unlike "2024061911"
        return iso(datetime.fromtimestamp(int(text[:10]), UTC))
    try:
        if text.isdecimal() and len(text) != len("20240619"):
            return ""  # a number that is no day
        moment = datetime.fromisoformat(text)
        return iso(moment.date() if re.fullmatch(r"[\dW-]+", text) else moment)
    except (ValueError, OverflowError):  # the last day of all has none after it, in German time
        return _spelled(given)


def _written(day: date) -> str:
    """A date, which may have a time, as ISO 8601; empty if no article is as old."""
    if day.year < _EARLIEST or not isinstance(day, datetime):
        return day.isoformat() if day.year >= _EARLIEST else ""
    local = day.astimezone(_GERMANY) if day.tzinfo else day
    return local.replace(tzinfo=None).isoformat(timespec="minutes")


def _spelled(text: str) -> str:
    """A date in the form of mails or of a text, as ISO 8601; empty if it is none."""
    try:
        if not _NOON.search(text):  # mails have none, and it would be passed over
            return iso(parsedate_to_datetime(text))
    except (ValueError, OverflowError):
        pass
    if short := _SHORT.fullmatch(text):
        century = "20" if int(short[2]) <= datetime.now(UTC).year % 100 + 1 else "19"
        return stated_date(short[1] + century + short[2])
    day = stated_date(text)
    if "T" in day and _ZONE.search(text):
        return day.partition("T")[0]
    return iso(f"{day}+00:00") if "T" in day and _UTC.search(text) else day


def stated_date(text: str) -> str:
    """The first full date written in a text ("19.06.2024", "19. Juni 2024, 11.35 Uhr"), as ISO 8601; empty if none."""
    for form in DATE_FORMS:
        for found in form.finditer(text):
            name = found["month"].casefold()
            month = int(name) if name.isdecimal() else MONTH.get(name, 0)
            try:
                day = date(int(found["year"]), month, int(found["day"]))
            except ValueError:
                continue
            return day.isoformat() + (f"T{_hour(found):02}:{found['minute']}" if found["hour"] else "")
    return ""


def _hour(found: re.Match[str]) -> int:
    """From 0 to 23, of a time that may be given in halves of the day."""
    hour = int(found["hour"])
    return hour % 12 + 12 * (found["half"] in "pP") if found["half"] and hour <= 12 else hour


def url_date(url: str) -> str:
    """The day in a web address's path ("/2024/06/19/"), as ISO 8601; empty if there is none."""
    try:
        found = URL_DATE.search(urlsplit(url).path)
        return date(*(int(part) for part in found.groups() if part)).isoformat() if found else ""
    except ValueError:
        return ""


def url_outlet(url: str) -> str:
    """The host of a web address without "www."; empty if there is none."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
