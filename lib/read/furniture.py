"""Page furniture: how the lines around an article read on German and English pages.

Patterns name kinds of furniture, not sites. Each must match a whole line (`re.fullmatch`, case ignored).
"""

import re
from typing import NamedTuple

AGENCY = (
    r"(?:dpa(?:-\w{2,12})?|afp|apa|ap|rtr|reuters|efe|ansa|sda|keystone-sda|awp|kna|epd|sid|dts|pti|ani|aa|anadolu|tass|ria"
    r"|interfax|xinhua|yonhap|kcna|kyodo|bloomberg|dpa/tmn|upi|belga|anp|ukrinform|unian)"
)
INITIALS = r"[a-zäöüß]{1,5}"
CREDIT = re.compile(
    rf"(?:(?:mit|unter verwendung von)\s(?:material|agenturmaterial|informationen)\s(?:von|der)\s)?(?:{INITIALS}\s)?"
    rf"[(\[]?(?P<agencies>(?:{INITIALS}\s?[/,;-]\s?)*{AGENCY}(?:\s?(?:[/,;+&-]|und)\s?(?:{AGENCY}|{INITIALS}))*)[)\]]?\.?",
    re.IGNORECASE,
)


class Kind(NamedTuple):
    """A kind of furniture that is known by its own words."""

    reason: str
    pattern: re.Pattern[str]


def _kind(reason: str, *patterns: str) -> Kind:
    return Kind(reason, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))


MARK = _kind("stray mark", r"[\s\-–—―_*=~#:.,;|·•‧\\/+<>^]+")
ANYWHERE = (
    MARK,
    _kind("teaser", r"(?:prev|next)\b.*", r"(?:previous|next|vorheriger|nächster|voriger)\s(?:post|article|story|artikel|beitrag)\b.*",
          r"(?:lesen sie (?:auch|hierzu|dazu|mehr|jetzt|weiter)|auch interessant|mehr dazu|siehe auch|read (?:more|also|next)"
          r"|see also|zum (?:artikel|thema))\s?(?::.*|\b[^.!?]{0,60})"),  # fmt: skip
    _kind("advertisement", r"[(\[]?(?:anzeige|werbung|advertisement|advertising|sponsored|scroll to continue)[)\]]?"),
    _kind("page control", r"(?:artikel\s|beitrag\s)?(?:teilen|drucken|merken|vorlesen|kommentieren|weiterleiten|speichern|versenden)",
          r"(?:share|tweet|print|email|e-mail|facebook|twitter|whatsapp|telegram|linkedin|pinterest|copy link|link kopieren)",
          r"(?:auf|per|via|on)\s(?:facebook|twitter|x|whatsapp|e-mail|telegram)(?:\s(?:teilen|senden))?",
          r"share (?:on|via|this)\b.{0,30}", r"(?:zurück\s)?(?:nach oben|zur startseite)", r"(?:weiterlesen|mehr lesen|read more)\W*",
          r"video abspielen|bild vergrößern|externe inhalte.{0,40}"),  # fmt: skip
)  # fmt: skip
HEADINGS = (
    _kind("related articles", r"(?:related|recommended|similar|more|latest|popular)\s(?:posts?|articles?|stories|news|topics)\W*",
          r"mehr zum thema\W*", r"(?:das )?könnte (?:sie|dich) auch interessieren\W*", r"(?:ähnliche|verwandte|weitere|meistgelesene) (?:artikel|beiträge|themen|nachrichten)\W*",
          r"you (?:may|might) also like\W*", r"(?:auch|dazu) interessant\W*", r"lesen sie (?:auch|mehr(?: zum thema)?|dazu)\W*"),  # fmt: skip
    _kind("comment form", r"leave a (?:reply|comment)\b.{0,40}", r"(?:hinterlassen sie|hinterlasse|schreiben sie|schreibe?) einen? (?:kommentar|antwort)\b.{0,40}",
          r"post a comment", r"your email address will not be published\b.*", r"(?:ihre|deine) e-mail-adresse wird nicht veröffentlicht\b.*",
          r"(?:required fields are marked|erforderliche felder sind)\b.*", r"(?:kommentar abschicken|post comment|antwort abbrechen|cancel reply)"),  # fmt: skip
    _kind("comments", r"(?:\d+\s)?(?:kommentare?|comments?|leserkommentare)(?:\s?\(\d+\))?:?", r"(?:keine|noch keine|no) (?:kommentare|comments)(?:\syet)?"),
)  # fmt: skip
SLUG = _kind("section tag", r"#?[a-z0-9äöüß]+(?:[-_][a-z0-9äöüß]+)+", r"(?:schlagw[oö]rte?r?|tags?|stichworte?|kategorien?|themen|filed under)\s?:.{0,200}",
             r"(?:#\w+[\s,]*)+")  # fmt: skip
