"""Clauses in the subjunctive, which German uses for reported speech, by the forms of their verbs."""

import re
from collections.abc import Sequence
from itertools import takewhile

from spacy.tokens import Span, Token

from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.spans import overlapping
from lib.annotate.quotations.speakers import ACTS
from lib.annotate.quotations.tagger import CONDITIONAL, SUBJUNCTIVE

_PAST_TOO = re.compile(r"[a-zäöüß]*(?:stünd|käm|gäb|läg|ging|gält|träf|fänd|nähm|säh|ließ)en?")
_PRESENT_TOO = re.compile(
    r"(?:[a-zäöüß]*(?:änder|ärger|äußer|bau|belast|bereit|betrag|bild|blick|bring|dank|dauer|deut|dien|dreh|droh|fall|find|forder|"
    r"(?<!in)(?<!zu)folg|(?<!in)frag|fühl|führ|fürcht|geb|geh|greif|hab|halt|häng|herrsch|(?<!w)hol|hör|kauf|kehr|kenn|klär|"
    r"komm|kümmer|lass|lauf|leb|leg|lehn|leist|leit|letz|liefer|lieg|mach|merk|nenn|nutz|pass|prüf|reg|richt|rück|ruh|rühr|"
    r"sag|schaff|schätz|schau|scheid|schein|schleuder|schreib|seh|setz|sink|sitz|sorg|spar|spiel|spür|stärk|steck|steh|"
    r"steig|(?<!an)stell|stimm|streb|such|stütz|teil|trag|trau|träum|treib|tret|wähl|wend|wirk|wohn|zähl|zahl|zeichn|zeug|"
    r"zieh)|[a-zäöüß]{3,}ier|(?:ab|an|auf|ein|teil|über|unter|zu)?nehm|(?:auf|be|er|hin|ver|zurück)weis|(?:auf|aus)?lös|"
    r"(?:be|beob|er|ver)acht|(?:aus|er)reich|bedürf|beginn|beinhalt|bemüh|benötig|berücksichtig|beschäftig|besitz|bestätig|"
    r"beteilig|erhöh|erlaub|ermittl|ermöglich|gefährd|gelang|geling|genieß|genüg|gewinn|rechtfertig|red|schuld|überzeug|"
    r"verlier|wunder|zweifl)e"
)
"""Further forms than those that the tagger sees, those of the present of frequent verbs: "es funktioniere"."""
_ADJECTIVE = frozenset({"reiche", "weise"})
"""Of those that the tagger sees, forms that are mostly another word."""
_DEPENDS = re.compile(
    "dass|ob|denen|deren|dessen|welche[rs]?|was|wo.*|wie|weil|wenn|obwohl|obgleich|da|damit|als|bis|bevor|nachdem|"
    "sodass|während|indem|seit|falls|sofern|und|oder|aber|sondern|um|ohne|statt"
)
"""How no clause begins that is a main clause, or hardly one."""
_WISHED = re.compile(
    r"\W*(?:Als|Damit (?:er|sie|es|man)|Man (?:nehme|höre|denke|stelle|beachte|vergleiche|lese)|Es lebe)\b|"
    r"\b(?:sei Dank|sei denn|sei es)\b"
)
"""What has the form of reported speech and is none: "Als sei er da", "Gott sei Dank"."""
_OF_ONE = re.compile(
    rf"(?!(?:alle|beide|diese|die|eine|gerade|heute|ohne|wurde|{CONDITIONAL.pattern}|{_PAST_TOO.pattern})$)[a-zäöüß]{{2,}}(?<!t)e"
)
"""A verb in the present subjunctive, whichever it is, behind "er", "sie", "es" or "man" with which a sentence begins:
no other form of the present ends so, and that of the past does in -te."""
_ENDS = frozenset(",;:(")
"""Behind the first clause of a sentence."""
OWN_PERSON = frozenset({"ich", "mich", "mir", *(f"mein{ending}" for ending in ("", "e", "em", "en", "er", "es"))})
"""Who speaks of themselves."""


def is_present(token: Token) -> bool:
    """Whether a word is a verb in the present subjunctive: "sei", "funktioniere"."""
    is_form = SUBJUNCTIVE.fullmatch(token.text) or _PRESENT_TOO.fullmatch(token.text) or _is_of_one(token)
    return bool(is_form) and token.text not in _ADJECTIVE


def is_subjunctive(token: Token) -> bool:
    """Whether a word is a verb in the subjunctive, "wäre" and "würde" too."""
    forms = SUBJUNCTIVE, CONDITIONAL, _PAST_TOO, _PRESENT_TOO
    return any(pattern.fullmatch(token.lower_) for pattern in forms) or _is_of_one(token)


def _is_of_one(token: Token) -> bool:
    """Whether a word stands behind the pronoun of one with which its sentence begins, as its verb does."""
    pronoun = token.nbor(-1) if token.i else token
    is_one = pronoun.text in {"Er", "Sie", "Es", "Man"} and bool(pronoun.is_sent_start)
    return is_one and bool(_OF_ONE.fullmatch(token.text))


def begins_in_subjunctive(sentence: Span, direct: Sequence[tuple[int, int]]) -> bool:
    """Whether the main clause with which a sentence begins is in the present subjunctive, which reports even where the
    tagger sees nothing: "Der Zugriff funktioniere weiterhin."""
    clause = list(takewhile(lambda token: token.text not in _ENDS, sentence))
    words = {token.lower_ for token in clause}
    if not clause or words & OWN_PERSON or words & set(DOUBLE) or _WISHED.search(sentence.text):
        return False
    reports = any(map(is_present, clause[1:]))
    return reports and not overlapping(direct, (clause[0].idx, clause[-1].idx + 1))


def announces(main: Sequence[Token], then: Sequence[Token]) -> bool:
    """Whether a clause with which a sentence begins tells what somebody does, and the next one is a main clause too, in
    the present subjunctive, as only behind words for saying something: "Holm konterte, das sei falsch"."""
    text = main[0].doc[main[0].i : main[-1].i + 1].text
    does = ACTS.match(text) if main[0].is_sent_start else None
    if not does or does["verb"].endswith("en"):  # "sanken" may be subjunctive itself
        return False
    clause = list(takewhile(lambda token: token.text not in _ENDS, then))
    depends = clause and (_DEPENDS.fullmatch(clause[0].lower_) or is_present(clause[0]))
    return not depends and any(map(is_present, clause[:-1]))  # last it stands in "der gut sei"
