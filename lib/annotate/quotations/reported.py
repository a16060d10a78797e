"""Which words of each sentence are reported speech, by the tagger and by what shows it, as the subjunctive does."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Span, Token

from lib.annotate.quotations.infinitives import infinitive
from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.quoted import MIN_WORDS
from lib.annotate.quotations.referents import overlapping
from lib.annotate.quotations.speakers import ACTS, SAYS_SO
from lib.annotate.quotations.tagger import CONDITIONAL, SUBJUNCTIVE, Role, Tags

_REPORTED = 0.5
"""Least probability that a word is part of reported speech."""
_BOUNDARIES = frozenset(",;:.!?–—-")
_CLAUSE_ENDS = frozenset(",;:(")
"""Behind the first clause of a sentence."""
_OWN = 0.35
"""Least share of the reported words of a sentence that stand outside of quotation marks."""
_CUE, _SPEAKER, _PLAINLY = 0.7, 0.7, 0.9
"""Least probabilities of a cue and of a speaker in a sentence, and of its words to be reported in the mean, for
reported speech that nothing else marks."""
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
_TOLD = re.compile(
    r"\b(?:demnach|demzufolge|danach|hiernach|zufolge|laut)\b|, (?:so|wie)\b"
    r"|\b(?:nach|wie) (?:\w+ ){0,2}(?:Angabe|Ansicht|Meinung|Auffassung|Einschätzung|Aussage|Information|Darstellung)",
    re.IGNORECASE,
)
"""What else shows that words are reported."""
_SOURCE_FIRST = re.compile(r"\W*(?:nach|laut)\s(?:\w+\s){0,2}\w*(?:bericht|angabe|information|meldung)", re.IGNORECASE)
"""How a sentence begins that tells whence it has what it says."""
_AS_TOLD = re.compile(
    r"\s*(?P<words>[A-ZÄÖÜ][^,;:.!?„“”\"\n]{10,200}), wie [^,;:.!?„“\n]{3,80}? "
    r"(?:sagte|mitteilte|erklärte|berichtete|meldete|schrieb|bestätigte|sagt|mitteilt|berichtet|meldet|schreibt)n?[.,]"
)
"""A sentence whose main clause somebody says, as the other clause tells: "Verletzt wurde niemand, wie Holm sagte."."""
_IMAGINED = re.compile(r"Man (?:nehme|stelle sich|denke|erinnere sich|beachte|bedenke|vergleiche)\b")
"""The reader is called upon, in the form of reported speech."""
_SEEMS = re.compile(
    r"\b(?:so scheint(?: es)?|wie es scheint|scheint es(?: \w+){0,2}, als|(?:könnte|möchte) man meinen)\b",
    re.IGNORECASE,
)
"""What an author says who is not sure: "so scheint es"."""
_PRESUMED, _FORBIDDEN = frozenset({"dürfte", "dürften"}), frozenset({"nicht", "kein", "keine", "keinen", "nur"})
"""By which an author presumes, "das dürfte dauern", unless somebody forbids: "das dürfte nicht sein"."""
_OWN_PERSON = frozenset({"ich", "mich", "mir", *(f"mein{ending}" for ending in ("", "e", "em", "en", "er", "es"))})
_OF_ONESELF = re.compile("sei|(?:könn|müss|dürf|soll|woll|mög)e")
"""Outside of quotation marks the author speaks, but for "ich müsse"; "ich habe" is both."""
POINTS_BACK = re.compile(r"\W*(?:Das|Dies|Dazu|So|Darauf)\b")
"""How a sentence begins that may say whose words the one before reports."""
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
_LOOSE = frozenset({"und", "oder", "sowie"})
"""Words that end no clause."""


def reported(doc: Doc, tags: Tags, direct: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Offsets of the reported words of each sentence: from the first to the last of them, and on to where the clause
    ends or somebody is named who says so.

    Args:
        direct: what is quoted directly, in order.
    """
    text, role = doc.text, 1 - tags.scores[:, :, 0]
    begins = {0, *np.flatnonzero([bool(doc[int(token)].is_sent_start) for token in tags.tokens]).tolist()}
    saying = role[:, [Role.CUE, Role.SPEAKER]].max(axis=1) > role[:, Role.REPORT]
    found: set[int] = set()
    for begin, words in _by_sentence(doc, tags, direct):
        places = [doc[int(tags.tokens[word])].idx for word in words]
        own = sum(not overlapping(direct, (place, place + 1)) for place in places)
        if own < max(MIN_WORDS, _OWN * len(words)):
            continue
        first, last = words[0], words[-1] + 1

        def ends_clause(word: int) -> bool:
            token = doc[int(tags.tokens[word])]
            return bool(saying[word]) or (token.text in _BOUNDARIES and not _is_cried(token))

        sentence = doc[int(tags.tokens[first])].sent
        of_sentence = slice(*np.searchsorted(tags.tokens, [sentence.start, sentence.end]))
        is_whole = bool(SAYS_SO.match(text, sentence.end_char)) and role[of_sentence, Role.CUE].max() < _CUE

        while first not in begins and not (ends_clause(first - 1) and not is_whole):
            first -= 1
        while last < len(saying) and last not in begins and not ends_clause(last):
            last += 1
        tokens = [doc[int(token)] for token in tags.tokens[first:last]]
        while tokens and (tokens[0].text in _BOUNDARIES or (tokens[0].text in DOUBLE and tokens[0].whitespace_)):
            tokens.pop(0)  # a mark that closes what stands before
            first += 1
        tokens = _without_main_clause(tokens, role[first:last])
        while tokens and _is_loose(tokens):
            tokens.pop()
        tokens = _with_whole_names(
            tokens, lambda token: role[np.searchsorted(tags.tokens, token.i), Role.SPEAKER] > _SPEAKER
        )
        if tokens and not _is_authors_own(tokens, direct) and _is_reported(tokens, role, tags, words):
            is_number = tokens[-1].text[0].isdigit()
            words_of_last = tokens[-1].text.removesuffix(".") if is_number else tokens[-1].text
            found.add(begin)
            yield tokens[0].idx, tokens[-1].idx + len(words_of_last)
    for sentence in doc.sents:
        if sentence.start in found:
            continue
        if told := _AS_TOLD.match(sentence.text) or infinitive(sentence.text):
            start, end = (sentence.start_char + at for at in told.span("words"))
            if not overlapping(direct, (start, end)):
                yield start, end


def _by_sentence(doc: Doc, tags: Tags, direct: Sequence[tuple[int, int]]) -> list[tuple[int, list[int]]]:
    """The words of each sentence that may be reported, with the token at which it begins: those of the tagger, or where
    it sees hardly any and the form of the verb tells, all before who says so."""
    role = 1 - tags.scores[:, :, 0]
    found: dict[int, list[int]] = defaultdict(list)
    for word in np.flatnonzero(role[:, Role.REPORT] > _REPORTED).tolist():
        found[doc[int(tags.tokens[word])].sent.start].append(word)
    for sentence in doc.sents:
        if len(found.get(sentence.start, ())) < MIN_WORDS and _is_subjunctive_clause(sentence, direct):
            first, last = np.searchsorted(tags.tokens, [sentence.start, sentence.end])
            says = np.flatnonzero(role[first:last, [Role.CUE, Role.SPEAKER]].max(axis=1) > _CUE)
            found[sentence.start] = list(range(first, first + says[0] if len(says) else last))
    return sorted((begin, words) for begin, words in found.items() if words)


def _with_whole_names(tokens: list[Token], speaks: Callable[[Token], bool]) -> list[Token]:
    """The tokens with the rest of a name that they cut at either end, or without it where it names who speaks; and with
    whose the first noun is: "Holms Plan"."""
    if tokens and tokens[0].ent_iob_ == "I":
        name = next(span for span in tokens[0].doc.ents if span.start <= tokens[0].i < span.end)
        cut = list(name[: tokens[0].i - name.start])
        tokens = [token for token in tokens if token.i >= name.end] if any(map(speaks, cut)) else [*cut, *tokens]
    if tokens and tokens[0].text[0].isupper() and not tokens[0].is_sent_start:
        owner = tokens[0].nbor(-1)
        if owner.ent_type_ and owner.text.endswith("s") and not tokens[0].ent_type_:
            return _with_whole_names([owner, *tokens], speaks)
    last = tokens[-1].i + 1 if tokens else 0
    while tokens and last < len(tokens[0].doc) and tokens[0].doc[last].ent_iob_ == "I":
        tokens.append(tokens[0].doc[last])
        last += 1
    return tokens


def _is_authors_own(tokens: Sequence[Token], direct: Sequence[tuple[int, int]]) -> bool:
    """Whether words speak of their author: "Das hätte ich nie gedacht"."""
    own = [token.idx for token in tokens if token.lower_ in _OWN_PERSON]
    quoted = all(any(start <= at < end for start, end in direct) for at in own)
    return not quoted and not any(_OF_ONESELF.fullmatch(token.lower_) for token in tokens)


def _is_loose(tokens: Sequence[Token]) -> bool:
    """Whether the last token ends no clause: a mark, "und", or "so" of ", so Holm"."""
    last = tokens[-1]
    names_speaker = last.text == "so" and len(tokens) > 1 and tokens[-2].text in _BOUNDARIES
    return last.text in _BOUNDARIES or last.text in _LOOSE or names_speaker or _opens(last)


def _without_main_clause(tokens: list[Token], role: npt.NDArray[np.float32]) -> list[Token]:
    """Reported words without the clause before "dass", "ob" or a colon that hardly is ("Er behauptet auch, dass ..."),
    or before any comma where it surely names who says so: "Holm beteuert, er sei ..."."""
    at = next((at for at, token in enumerate(tokens) if token.text in {",", ":"}), 0)
    if not at or any(map(_is_subjunctive, tokens[:at])):
        return tokens
    told = role[:at].max(axis=0)
    is_source = _TOLD.search(tokens[0].doc[tokens[0].i : tokens[at].i].text)
    says_so = (
        min(told[Role.CUE], told[Role.SPEAKER]) >= _CUE and not is_source and any(map(_is_subjunctive, tokens[at:]))
    )
    says_so = says_so or _announces(tokens[: at + 1], tokens[at + 1 :])
    depends = tokens[at].text == ":" or (tokens[at + 1 :] and tokens[at + 1].lower_ in {"dass", "ob"})
    is_main = says_so or (depends and role[:at, Role.REPORT].mean() < _REPORTED)
    return tokens[at + 1 :] if is_main else tokens


def _announces(main: Sequence[Token], then: Sequence[Token]) -> bool:
    """Whether a clause with which a sentence begins tells what somebody does, and the next one is a main clause too, in
    the present subjunctive, as only behind words for saying something: "Holm konterte, das sei falsch"."""
    text = main[0].doc[main[0].i : main[-1].i + 1].text
    does = ACTS.match(text) if main[0].is_sent_start else None
    if not does or does["verb"].endswith("en") or _TOLD.search(text):  # "sanken" may be subjunctive itself
        return False
    clause = list(takewhile(lambda token: token.text not in _CLAUSE_ENDS, then))
    depends = clause and (_DEPENDS.fullmatch(clause[0].lower_) or _is_present_subjunctive(clause[0]))
    return not depends and any(map(_is_present_subjunctive, clause[:-1]))  # last it stands in "der gut sei"


def _is_present_subjunctive(token: Token) -> bool:
    is_form = SUBJUNCTIVE.fullmatch(token.text) or _PRESENT_TOO.fullmatch(token.text)
    return bool(is_form) and token.text not in _ADJECTIVE


def _is_subjunctive(token: Token) -> bool:
    return any(pattern.fullmatch(token.lower_) for pattern in (SUBJUNCTIVE, CONDITIONAL, _PAST_TOO, _PRESENT_TOO))


def _is_subjunctive_clause(sentence: Span, direct: Sequence[tuple[int, int]]) -> bool:
    """Whether the main clause with which a sentence begins is in the present subjunctive, which reports even where the
    tagger sees nothing: "Der Zugriff funktioniere weiterhin."""
    clause = list(takewhile(lambda token: token.text not in _CLAUSE_ENDS, sentence))
    words = {token.lower_ for token in clause}
    if not clause or words & _OWN_PERSON or words & set(DOUBLE) or _WISHED.search(sentence.text):
        return False
    is_subjunctive = any(map(_is_present_subjunctive, clause[1:]))
    return is_subjunctive and not overlapping(direct, (clause[0].idx, clause[-1].idx + 1))


def _is_reported(tokens: Sequence[Token], role: npt.NDArray[np.float32], tags: Tags, words: Sequence[int]) -> bool:
    """Whether anything shows that words, of which the tagger is not sure, are reported and not the article's own."""
    sentence = tokens[0].sent
    if _IMAGINED.match(sentence.text) or _SEEMS.search(sentence.text):
        return False
    first, last = np.searchsorted(tags.tokens, [sentence.start, sentence.end])
    told = role[first:last].max(axis=0)
    if told[Role.CUE] >= _CUE or told[Role.SPEAKER] >= _SPEAKER or _SOURCE_FIRST.match(sentence.text):
        return True
    lower = {token.lower_ for token in tokens}
    if lower & _PRESUMED and not lower & _FORBIDDEN:
        return any(map(SUBJUNCTIVE.fullmatch, lower))
    if role[words, Role.REPORT].mean() >= _PLAINLY:
        return True
    text = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text
    following = tokens[0].doc[sentence.end : sentence.end + 3].text
    return bool(any(map(_is_subjunctive, tokens)) or _TOLD.search(text) or POINTS_BACK.match(following))


def _is_cried(token: Token) -> bool:
    """Whether a mark ends what is quoted within a sentence that goes on: "habe „Halt!“ gerufen"."""
    closing, then = (token.nbor(by) if token.i + by < len(token.doc) else None for by in (1, 2))
    return bool(closing and then and closing.text in DOUBLE and then.text[0].islower() and token.text in "!?.")


def _opens(token: Token) -> bool:
    """Whether a token is a mark that opens what stands behind it."""
    return token.text in DOUBLE and token.i > 0 and bool(token.nbor(-1).whitespace_)
