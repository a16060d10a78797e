"""Who says words in marks as the clause tells in which they stand, whoever reports that: "Holm sagte, der Sender habe
ihn „faul“ genannt", "Zeugen zufolge rief der Mann „Halt!“"."""

import re

from lib.annotate.quotations.calling import CALLS_AS, SAID, SAYS
from lib.annotate.quotations.chosen import OTHER
from lib.annotate.quotations.marks import DOUBLE, SINGLE
from lib.annotate.quotations.spans import Span
from lib.annotate.quotations.statements import is_statement
from lib.annotate.quotations.tagger import CONDITIONAL, SUBJUNCTIVE

_NAME = r"[A-ZÄÖÜ][\w.-]*"
_NOUN = (
    r"(?!(?:In|Im|Am|An|Auf|Aus|Bei|Beim|Mit|Nach|Vor|Zu|Zum|Zur|Für|Über|Unter|Von|Vom|Laut|Gegenüber|Wie)\s)"
    r"(?:(?:[Dd](?:er|ie|as)|[Kk]?[Ee]ine?|[Ss]eine?|[Ii]hre?|[Dd]iese[rs]?|[Vv]iele|[Mm]ehrere|[Ee]inige|[Zz]wei|[Dd]rei|[Vv]ier)\s)?"
    rf"(?:[a-zäöüß-]+e[rns]?\s){{0,2}}(?:{_NAME}|\d+-[Jj]ährige[rn]?)"
)
_ARTICLE = r"(?:[Dd](?:er|ie|as|e[mns])|[Ee]ine?[mnrs]?|[SsIi](?:ein|hr)e?[mnrs]?)"
_OF = rf"(?:\s(?:de[rs]|vom|aus|eine[rs])\s(?:[a-zäöüß-]+e[nrs]\s)?{_NAME}(?:\s{_NAME})?)?"
_WHO = rf"(?P<who>[Ee]r|[Ss]ie|{_NOUN}(?:\s{_NAME}){{0,3}}(?:\s\([^)]*\))?{_OF})(?:\svon\s(?:{_NAME}\s){{0,2}}{_NAME})?"
"""A noun phrase or a pronoun in the nominative."""
_AUXILIARY = r"(?:haben?|hätten?|hat|hatten?|soll(?:en|te|ten)?|woll(?:e|en|te|ten)|will)"
_VERB = rf"(?P<verb>{_AUXILIARY}|{SAYS})"
_FIRST = re.compile(
    rf"\W*(?:(?:und|aber|doch|denn|auch|oder)\s)?{_WHO}(?:\s(?:dagegen|hingegen|wiederum|jedoch|aber|selbst))?\s{_VERB}\b"
)
"""How a clause begins with who speaks: "der Sender habe"."""
_INTERRUPTED = re.compile(rf"\W*{_WHO},\s(?:so|wie|laut)\s[^,]*,\s(?P<verb>{_AUXILIARY})\b")
"""The same with another clause between: "der Sender, so Holm, habe"."""
_RELATIVE = re.compile(
    r"\s*(?P<pronoun>der|die|das)\b(?!\s(?:er|sie|man|ich|wir|es|der)\b)"
    r"(?!\s(?:(?!(?:die|k?eine|seine|ihre|alle|viele)\s)[a-zäöüß-]+er?\s)*[A-ZÄÖÜ])"
)
"""How a clause begins that tells what somebody named before it does: "die sagte"."""
_ANTECEDENT = re.compile(
    rf"(?<!\b[ai]m\s)\b(?P<who>(?:(?P<article>{_ARTICLE})\s(?:[a-zäöüß-]+e[rnms]?\s){{0,2}})?{_NAME}(?:\s{_NAME}){{0,3}}"
    rf"(?:\s\([^)]*\))?(?:\s(?P<owner>(?:de[rs]|vom|eine[rs])\s(?:[a-zäöüß-]+e[nrs]\s)?{_NAME}(?:\s{_NAME})?))?)"
    r"(?:\s(?:an|auf|ab|aus|ein|vor|nach|fest|hin))?,\s*$"
)
"""Whom it means, before the comma."""
_OBJECT = r"(?:(?:ihn|ihm|ihnen|sich|es|das|dies)\s)?"
_SIMPLY = rf"(?P<who>[Ee]r|[Ss]ie|{_NOUN}{_OF})"
_DEPENDS = re.compile(
    r"\s*(?:dass|weil|ob|nachdem|wonach|obwohl|[Ww]ährend|als|wenn|was|wie|den|dem|denen|dessen|deren|(?:die|das)(?=\s(?:er\b|der\s)))\s"
    rf"{_OBJECT}{_SIMPLY}(?P<verb>)\b"
)
"""The same where the verb comes last: "dass der Sender", "den der Sender"."""
_BEHIND_VERB = re.compile(rf"[^,;:]*?\b{_VERB}\s{_OBJECT}{_SIMPLY}\b")
"""The same behind the verb: "soll der Mann"."""
_BEHIND_WORDS = re.compile(rf"[{SINGLE}{DOUBLE}]?,\s{_AUXILIARY}\s{_OBJECT}{_SIMPLY}\b[^,;.]*\b{SAID}\b")
"""The same behind the words: "„Halt!“, habe der Mann gerufen"."""
_DOES_SO_TOO = re.compile(
    rf"[{SINGLE}{DOUBLE}](?:,|,?\sund)\s(?P<who>{OTHER})\s(?:von|für|als|über)(?:\s(?:eine[nmr]?|der|die|den|dem))?$"
)
"""Who does with other words what the clause before tells: "sprach von „Mut“, Brook von"."""
_SOURCE_NOUN = r"(?i:\w*(?:angaben?|darstellung|aussagen?|ansicht|überzeugung|bericht\w*|schilderung\w*|informationen))"
_SOURCE = re.compile(rf"\b(?:[Ll]aut|zufolge|[Nn]ach\s(?:\w+\s)?{_SOURCE_NOUN})\b")
_SOURCE_FIRST = re.compile(
    rf"\W*(?:(?:[Ll]aut|[Nn]ach\s(?:\w+\s)?{_SOURCE_NOUN})\b|(?:[^,;:\s]+\s){{1,5}}zufolge\b|Wie\s[^.!?]+,)"
)
"""Who reports what the rest of a sentence tells, anywhere and at its beginning."""
_AUX, _SAID, _SAYS = (
    re.compile(_AUXILIARY),
    re.compile(rf"\b{SAID}\b"),
    re.compile(rf"\b(?:{SAID}|{SAYS})\b|\b{CALLS_AS}\b"),
)
_STATEMENT = re.compile(
    rf"\b(?P<noun>{_NAME})\s(?:von\s)?(?P<who>(?:de[rs]|vom|eine[rs])?\s?(?:[a-zäöüß-]+e[nrs]\s)?{_NAME}(?:\s{_NAME}){{0,3}}),\s*$"
)
"""Whose statement it is that the clause tells: "die Kritik der Anwohner, das Fest sei „zu laut“"."""
_TOLD = re.compile(rf"\s*(?:(?:dass|wonach|ob)\b|$|.*\b(?:{SUBJUNCTIVE.pattern}|{CONDITIONAL.pattern})\b)")
_REPORTS = re.compile("habe|hätten?|soll(?:en?)?|wolle")
"""Of such a clause, and of one with which a sentence begins, what shows that it is reported."""
_ANOTHER = re.compile(
    rf"[{SINGLE}{DOUBLE}](?:,\s(?!so\b|(?:{SAYS}|{_AUXILIARY})\b)|;\s|\s(?:und|aber|doch|während)\s)(?:{_WHO})\s[a-zäöüß]+t(?:en?)?\b"
)
"""Behind the words, another clause that tells what somebody says: "nennt das „Wahnsinn“, Brook hält es für ..."."""
_BOUNDARY, _END = re.compile(r"[,;:–]\s"), re.compile(r"[,;:.!?]")
_OTHERS = {"der": {"die", "eine", "das"}, "die": {"ein", "das", "dem", "einem", "einen", "des"}, "das": {"die", "der"}}
"""Articles of what a relative pronoun does not mean."""
_NEAR, _BEFORE = 400, 100
"""Characters of a sentence before the words, and before a relative clause, that are looked at."""


def who_says(text: str, words: Span, sentence: Span, *, reported: bool) -> Span | None:
    """Who says some words in marks as their clause tells, where others report that, or the clause before; none where
    that has no verb for saying.

    Args:
        words: offsets of what stands between the marks.
        sentence: offsets of the sentence in which they begin.
        reported: whether the words are part of reported speech, as are those of a clause behind another one.
    """
    begin = max(sentence[0], words[0] - _NEAR)
    before = text[begin : words[0]].rstrip(f" \n{SINGLE}{DOUBLE}")
    behind = "" if before.endswith((":", ",")) else _END.split(text[words[1] : sentence[1]], maxsplit=1)[0]
    stop = begin + len(before.rstrip(":,"))
    begins = [begin, *(match.end() for match in _BOUNDARY.finditer(text, begin, stop))]
    clause, at_words = begins[-1], begin + len(before)
    source, first = _SOURCE_FIRST.match(text, begin, stop), _FIRST.match(text, clause, stop)
    too = _DOES_SO_TOO.search(text, begin, at_words)
    is_told = (
        reported
        or begins[1:]
        or _SOURCE.search(text, begin, stop)
        or (first and (_REPORTS.fullmatch(first["verb"]) or _ANOTHER.match(text, words[1], max(sentence[1], words[1]))))
    )
    after = _BEHIND_WORDS.match(text, words[1], max(sentence[1], words[1]))
    found = [
        _subject(_BEHIND_VERB.match(text, max(clause, source.end()), stop), stop, behind) if source else None,
        after.span("who") if after else None,
        too.span("who") if too else None,
        _subject(_DEPENDS.match(text, clause, stop), stop, behind),
        _subject(first, stop, behind) if is_told else None,
        _subject(_INTERRUPTED.match(text, begins[-3], stop), stop, behind) if begins[2:] else None,
        _antecedent(text, clause, stop, behind),
        _owner(text, clause, stop) or _owner(text, at_words, at_words),
        _subject(_FIRST.match(text, *begins[-2:]), clause, "") if reported and begins[2:] else None,
    ]
    return next(filter(None, found), None)


def _subject(clause: re.Match[str] | None, stop: int, behind: str) -> Span | None:
    """Who begins a clause, where its verb, or what stands up to an offset or behind the words, is for saying."""
    if not clause:
        return None
    rest = f"{clause.string[clause.end() : stop]} {behind}"
    if not clause["verb"]:  # which comes last
        return clause.span("who") if _SAYS.search(behind or rest) else None
    return clause.span("who") if not _AUX.fullmatch(clause["verb"]) or _SAID.search(rest) else None


def _antecedent(text: str, begin: int, stop: int, behind: str) -> Span | None:
    """Of whom a relative clause tells that they say something: "Lange, der schrieb: „...“"; none if it is none."""
    clause = _RELATIVE.match(text, begin, stop)
    if not clause or not _SAYS.search(f"{text[clause.end() : stop]} {behind}"):
        return None
    who = _ANTECEDENT.search(text, max(0, begin - _BEFORE), begin)
    if not who:
        return None
    is_of_owner = who["owner"] and (who["article"] or "").lower() in _OTHERS[clause["pronoun"]]
    return who.span("owner" if is_of_owner else "who")


def _owner(text: str, begin: int, stop: int) -> Span | None:
    """Whose statement a clause tells that stands behind it: "die Kritik der Anwohner, das Fest sei „zu laut“"."""
    statement = _STATEMENT.search(text, max(0, begin - _BEFORE), begin)
    is_told = statement and is_statement(statement["noun"]) and _TOLD.match(text, begin, stop)
    return statement.span("who") if statement and is_told else None
