"""Page furniture: how the lines around an article read on German and English pages.

The patterns name kinds of furniture, not sites. Each must match a whole paragraph; case is ignored.
"""

import re
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of furniture that is known by its own words."""

    reason: str
    pattern: re.Pattern[str]


def _kind(reason: str, *patterns: str) -> Kind:
    return Kind(reason, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE))


MARK = _kind("stray mark", r"[\s\-–—―_*=~#:.,;|·•‧\\/+<>^]+")

ANYWHERE = (
    _kind(
        "teaser",
        r"(?-i:PREV|NEXT|PREVIOUS)\b.{3,200}",
        r"(?:previous|next|vorheriger|nächster|voriger)\s(?:post|article|story|artikel|beitrag)\b.{0,200}",
        r"\[?(?:lesen sie (?:auch|hierzu|dazu|mehr|jetzt)|(?:auch|dazu) interessant|mehr (?:dazu|zum thema)|siehe auch"
        r"|read (?:more|also)|see also|passend dazu)\s?(?::|\s[-–—]\s).{3,200}",
        r"lesen sie .{0,120}\b(?:im|in unserem) (?:news|live|corona)?-?(?:live|news)?(?:blog|ticker)\b.{0,60}",
    ),
    _kind(
        "advertisement",
        r"\[[^\[\]]{0,300}\b(?:app|newsletter|liveblog|newsblog|podcast)\b[^\[\]]{0,300}\]",
        r"[(\[]?-?\s?(?:anzeige|werbung|advertisement|advertising|sponsored|scroll to continue)\s?-?[)\]]?",
    ),
    _kind(
        "page control",
        r"(?:artikel\s|beitrag\s|seite\s)(?:teilen|drucken|merken|vorlesen|kommentieren|weiterleiten|speichern|versenden)",
        r"(?:teilen|drucken|merken|kommentieren|weiterlesen|mehr lesen|tweet|share|print)\W*",
        r"(?:auf|per|via|on)\s(?:facebook|twitter|x|whatsapp|e-mail|telegram|linkedin)(?:\s(?:teilen|senden))?",
        r"share (?:on|via|this)\b.{0,30}",
        r"(?:artikel|beitrag|text)? ?anhören\W*(?:\d{1,2}:\d\d(?: min\w*\.?)?\W*)?",
        r"(?:zurück\s)?(?:nach oben|zur startseite)",
        r"(?:bild vergrößern|video abspielen|link kopieren|copy link|zum artikel|zur bildergalerie|read more)\W*",
        r"fehler gefunden\?.{0,30}|kommentar (?:schreiben|verfassen|abgeben)",
    ),
    _kind(
        "reading time",
        r"(?:lesedauer|lesezeit)\s?:?\s(?:(?:ca\.|etwa)\s)?\d{1,3}\smin(?:uten?)?\.?",
        r"(?:(?:ca\.|etwa)\s)?\d{1,3}\smin(?:uten?)?\.?\s(?:lesezeit|lesedauer)",
    ),
    _kind("date line", r"(?:heute |gestern )?vor (?:\d{1,3}|einer|einem) (?:minuten?|stunden?|tag(?:en)?)"),
    _kind(
        "cookie notice",
        r"(?:wir|(?:diese|unsere) (?:web)?(?:seite|site))\b.{0,60}\b(?:verwend|nutz|setz)\w{1,3}\b.{0,40}\bcookies\b"
        r".{0,200}\b(?:anzeigen|inhalte|einwillig|zustimm|personalis)\w*.{0,150}",
    ),
    _kind(
        "external content",
        r"empfohlener (?:redaktioneller|externer) inhalt",
        r"an dieser stelle (?:finden sie|findest du|steht|befindet sich)\b.{0,60}\bexterne[nr]? "
        r"(?:inhalt|beitrag)\b.{0,160}",
        r"(?:ich bin|sie sind) (?:damit )?einverstanden, dass .{0,60}\bexterne inhalte\b.{0,160}",
        r"damit (?:können|werden) personenbezogene daten an dritt\w{2,20} übermittelt\b.{0,120}",
        r"dieser (?:externe )?inhalt (?:von \w{2,20} )?(?:wird|wurde) .{0,60}\b(?:bereitgestellt|geladen)\b.{0,120}",
        r"wir (?:benötigen|brauchen) (?:ihre|deine) (?:einwilligung|zustimmung),? (?:um|für)\b.{0,60}"
        r"\b(?:inhalte?s?|video|beitrag|karte)\b.{0,120}",
        r"mehr (?:dazu|informationen|infos) .{0,30}\bdatenschutz(?:erklärung|hinweise?n?)\W*",
        r"link zum .{1,20}-(?:inhalt|beitrag|video)",
    ),
    _kind(
        "subscription offer",
        r"(?:bereits|schon) (?:abonnent(?:\w{2}|\Win)?|abonniert|registriert|kunde|mitglied)\?.{0,60}",
        r"(?:jederzeit|monatlich|täglich) kündbar\W*",
        r"(?:jetzt|diesen artikel|hier) (?:mit .{1,40} )?(?:weiterlesen|abonnieren|freischalten|testen)\W*",
        r"weiterlesen mit .{1,60}",
        r"jetzt .{0,20}\b(?:testen|lesen|sichern)\b.{0,160}(?:\beuro|€)\s?(?:im|pro|je|/)\s?"
        r"(?:monat|woche|jahr)\b.{0,40}",
        r"(?:\d{1,2}|eine?n?|zwei|drei|vier) (?:tage?|wochen?|monate?) (?:lang )?(?:kostenlos|gratis) "
        r"(?:testen|lesen)\W*",
    ),
    _kind(
        "picture credit",
        r"(?:fotos?|bild(?:er|rechte|quelle|nachweis)?|titelbild|symbolbild|archivbild|photos?|image)\s?:\s[^.!?]{1,80}",
    ),
    _kind(
        "newsletter",
        r"(?:jetzt )?(?:unseren |den )?newsletter (?:abonnieren|bestellen)(?:\s?[:!–-].{0,120}|\W*)",
        r"abonnieren sie (?:hier |jetzt )?unseren\b.{0,30}\bnewsletter\b.{0,60}",
        r"(?:hier|jetzt) .{0,40}\bnewsletter\b.{0,20}\b(?:bestellen|abonnieren|anmelden)\b.{0,150}",
        r"(?:folgen sie|folgt|folge) uns(?: auch)? auf\b.{0,80}",
        r"(?:folgst du|folgt ihr|folgen sie) (?:uns )?(?:schon|bereits) .{2,60}\?",
        r".{0,140}\babonnier(?:e|en sie) (?:den|die|jetzt|hier|unseren|unsere)\b.{0,40}"
        r"\b(?:kanal|newsletter|podcast)\b.{0,160}",
    ),
)
"""Known wherever they stand."""

CODE = re.compile(
    r"!?\(?function\b[\s\w]*\([\w,\s]*\)\s*\{|(?:var|let|const)\s\w+\s?=.*[;,{(]$|/\*.*\*/$"
    r"|[.#@][\w.#:,>\s()-]{1,120}\{(?:$|\s*[\w-]+\s*:)|[\w.$]+\(['\"{].*\)\s?;$"
)
"""How a line begins that is script or style and no text."""

SECTIONS = (
    r"world|news|politics|business|sports?|opinion|europe|asia|politik|ausland|inland|international(?:es)?|home"
    r"|wirtschaft|panorama|kultur|nachrichten|aktuell(?:es)?|meinung|wissen|wissenschaft|gesellschaft|europa|asien"
    r"|vermischtes|schlagzeilen|startseite"
)

HEAD = (
    _kind(
        "section tag",
        rf"(?:{SECTIONS})",
        r"(?:[\w&-]+(?:\s[\w&-]+)?\s?[>»›]\s?)+[\w&-]+(?:\s[\w&-]+){0,3}",
        r"(?:sie sind hier|you are here)\s?:.{1,100}",
    ),
)
"""Known before the running text."""

HEADINGS = (
    _kind(
        "related articles",
        r"(?:related|recommended|similar|more|latest|popular)\s(?:posts?|articles?|stories|news|topics)\W*",
        r"(?:lesen sie (?:auch|mehr|dazu)|mehr)(?: zum thema)?\W*",
        r"(?:das )?könnte (?:sie|dich) auch interessieren\W*",
        r"(?:ähnliche|verwandte|weitere|meistgelesene|mehr) (?:artikel|beiträge|themen|nachrichten|meldungen)\W*",
        r"(?:ähnliche|verwandte|weitere|mehr) (?:artikel|beiträge|themen|news) (?:auf|aus|bei|von|zu[mr]?) .{2,40}",
        r"(?:ähnliche|verwandte|verwandtes)\s?:",
        r"you (?:may|might) also like\W*",
        r"(?:auch|dazu) interessant\W*",
    ),
    _kind(
        "comment form",
        r"leave a (?:reply|comment)\b.{0,40}",
        r"(?:hinterlassen sie|hinterlasse|schreiben sie|schreibe?) einen? (?:kommentar|antwort)\b.{0,40}",
        r"(?:post|add) (?:a )?comment.{0,20}",
        r"your email address will not be published\b.{0,80}",
        r"(?:ihre|deine) e-mail-adresse wird nicht veröffentlicht\b.{0,80}",
        r"(?:required fields are marked|erforderliche felder sind)\b.{0,40}",
        r"(?:kommentar abschicken|antwort abbrechen|cancel reply)\W*|(?:name|e-?mail|website|webseite)\s?\*",
    ),
    _kind(
        "comments",
        r"\d+\s(?:kommentare?|comments?|leserkommentare|replies)\W*",
        r"(?:leser)?(?:kommentare|comments)\s?(?:\(\d*\)|:)?",
        r"(?:noch )?(?:keine|no) (?:kommentare|comments)(?: yet)?\W*",
    ),
)
"""Known behind the running text, where what stands under them is theirs."""

TAIL = (
    _kind(
        "section tag",
        r"#?[a-z0-9äöüß]+(?:[-_][a-z0-9äöüß]+)+",
        r"(?:schlagw[oö]rte?r?|tags?|stichworte?|kategorien?|themen|filed under)\s?:.{1,200}",
        r"(?:#\w+[\s,]*)+",
    ),
    _kind(
        "copyright",
        r"(?:©|\(c\)\s|copyright\b(?!\s(?!by\b)(?-i:[a-zäöüß]))).{0,200}",
        r"(?:alle rechte vorbehalten|all rights reserved)\W*",
    ),
    _kind(
        "reprint note",
        r"diese[rs]? (?:artikel|beitrag|text) (?:erschien|ist|wurde)\b.{0,20}\b(?:zuerst|erstmals)\b.{0,120}",
    ),
    _kind("programme note", r"(?:dieses thema|dieser beitrag)\s(?:lief\s)?im programm\b.{0,120}"),
)
"""Known behind the running text, each by itself."""
