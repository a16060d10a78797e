"""Which words of each sentence are reported speech, by the tagger and by what shows it, as the subjunctive does."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

import numpy as np
from spacy.tokens import Doc, Span, Token

from lib.annotate.quotations.calling import SAYS
from lib.annotate.quotations.infinitives import infinitive
from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.quoted import MIN_WORDS
from lib.annotate.quotations.referents import is_body, is_person
from lib.annotate.quotations.spans import overlapping
from lib.annotate.quotations.speakers import SAYS_SO
from lib.annotate.quotations.statements import is_statement
from lib.annotate.quotations.subjunctives import OWN_PERSON, announces, begins_in_subjunctive, is_subjunctive
from lib.annotate.quotations.tagger import SUBJUNCTIVE, FloatArray, Role, Tags
from lib.annotate.quotations.written import SOURCE, TOLD_BEFORE

_REPORTED = 0.5
"""Least probability that a word is part of reported speech."""
_BOUNDARIES = frozenset(",;:.!?–—-")
_OWN = 0.35
"""Least share of the reported words of a sentence that stand outside of quotation marks."""
_CUE, _SPEAKER, _PLAINLY = 0.7, 0.7, 0.9
"""Least probabilities of a cue and of a speaker in a sentence, and of its words to be reported in the mean, for
reported speech that nothing else marks."""
_TOLD = re.compile(
    r"\b(?:demnach|demzufolge|hiernach|zufolge|laut)\b|, (?:so|wie)\b"
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
_IN_VIEW = re.compile(
    r"\s*(?:Nach|Laut|Aus)\s(?:Darstellung|Angaben|Ansicht|Auffassung|Überzeugung|Einschätzung|Aussagen?|Erkenntnissen|Sicht|"
    r"Auskunft|Schilderung)\s(?:de[rs]|von|eine[rs])\s(?:[a-zäöüß-]+\s)?[A-ZÄÖÜ][\w-]+(?:\s[A-ZÄÖÜ][\w-]+)*\s"
    r"(?P<words>(?:ist|sind|war(?:en)?|ha(?:t|ben|tten?)|wird|werden|wurden?|soll(?:en)?|kann|können|muss|müssen|gibt|gab|"
    r"[a-zäöüß]+ten?)\s[^;:!?„“”\"\n]{10,250}?)[.]?\s*$"
)
"""A sentence that tells in whose view it is so: "Nach Darstellung der Anklage war der Tresor offen."."""
_IMAGINED = re.compile(r"Man (?:nehme|stelle sich|denke|erinnere sich|beachte|bedenke|vergleiche)\b")
"""The reader is called upon, in the form of reported speech."""
_PUT = re.compile(r"\W*(?!Wie\b)[A-ZÄÖÜ][a-zäöüß]+\s(?:gesagt|formuliert|ausgedrückt|angenommen)[:,]")
"""How an author says it in other words: "Anders gesagt: ..."."""
_SEEMS = re.compile(
    r"\b(?:so scheint(?: es)?|wie es scheint|scheint es(?: \w+){0,2}, als|(?:könnte|möchte) man meinen)\b",
    re.IGNORECASE,
)
"""What an author says who is not sure: "so scheint es"."""
_NOBODY_SAYS = re.compile(r"\W*(?:Niemand|Keiner)\s(?:hat|hatte|sag|behaupte|bestr|mein)\w*\b[^,.;:]*,\s(?:dass|ob)\b")
"""How a sentence begins that nobody is told to say."""
_UNLIKE = re.compile(r"\W*(?:Anders als|Entgegen)\b")
"""How one begins that tells what is so, whatever somebody says: "Anders als behauptet, ..."."""
_HOLDS = re.compile(
    rf"\s*(?!(?:Wer|Es|Man|Ich|Wir)\b|[^,;:]{{0,200}}\b(?:ich|wir|man|wird|werden|wurden?)\b)[^,;:()?!{DOUBLE}]{{0,150}}?\b(?:"
    r"(?:ging(?:en)?|gehe?n?|geht)\s[^,]{0,120}?\bdavon\saus|davon\saus(?:ge|zuge)gangen|"
    r"(?:ist|sind|war(?:en)?|zeig\w+\ssich)\s[^,]{0,60}?(?:überzeugt|zuversichtlich|sicher|der\s(?:Ansicht|Meinung|Auffassung))|"
    r"(?:schlie(?:ßt|ßen)|schloss(?:en)?)\s[^,]{0,120}?\baus|aus(?:zu)?(?:schließen|geschlossen)|"
    r"mach(?:t|en|ten?)\s[^,]{0,120}?\b(?:klar|deutlich|geltend)|stell(?:t|en|ten?)\s[^,]{0,120}?\b(?:klar|fest)|"
    r"(?:k[ao]m(?:men|mt|en)?|gekommen|gelang\w+|vertrete\w*|vertrat(?:en)?|vertritt|(?:ge)?äußer\w*|bekräftig\w*)\s"
    r"[^,]{0,120}?(?P<noun>\b[A-ZÄÖÜ]\w+))"
    rf",\s(?P<words>dass\s[^!?;:{DOUBLE}]*?)[.]?\s*$"
)
"""A sentence that tells what somebody holds to be so: "Die Prüfer kamen zu dem Ergebnis, dass ..."."""
_OF_THINGS = re.compile(r"\bmach(?:t|en|ten?)\b|\bschlie(?:ßt|ßen)\b|\bschloss(?:en)?\b|\bzeig\w+\b")
"""Verbs of such sentences that things have as well."""
_BEARERS = frozenset({"PER", "ORG", "LOC"})
_NOUN = re.compile(r"\b[A-ZÄÖÜ][\w-]+|\b(?:er|sie)\b")
_WHO = re.compile(
    r"[Ee]r|[Ss]ie|(?!(?:Dies|Jed|Ein|Kein|Uns|Ih|Manch|Solch|Welch)er$)\w{2,}(?:er|wehr|polizei|leute)n?"
)
"""Labels of names, and words, of whom may hold something to be so."""
_WHOLE = re.compile(rf"\s*(?P<words>[A-ZÄÖÜ0-9][^!?:;\n{DOUBLE}]{{20,300}})\.\s*$")
"""A sentence that quotes nothing, and ends no paragraph."""
_PRESUMED, _FORBIDDEN = frozenset({"dürfte", "dürften"}), frozenset({"nicht", "kein", "keine", "keinen", "nur"})
"""By which an author presumes, "das dürfte dauern", unless somebody forbids: "das dürfte nicht sein"."""
_OF_ONESELF = re.compile("sei|(?:könn|müss|dürf|soll|woll|mög)e")
"""Outside of quotation marks the author speaks, but for "ich müsse"; "ich habe" is both."""
POINTS_BACK = re.compile(r"\W*(?:Das|Dies|Dazu|So|Darauf)\b")
"""How a sentence begins that may say whose words the one before reports."""
_FOLLOWING = 40
"""Tokens of the next sentence that may say whose words these are."""
_NOMINATIVE = r"(?:(?:der|die|das|eine?|seine?|ihre?)\s|(?:er|sie|es)\b)"
_INQUIT = re.compile(
    rf"\s*(?:(?:{SAYS}|mein(?:t|en)|meld(?:et|en)|bericht(?:et|en)|heißt|hieß)\s(?:[„“\"»]?[A-ZÄÖÜ]|{_NOMINATIVE})|"
    rf"[a-zäöüß]{{2,}}ten?\s{_NOMINATIVE})"
)
"""How a clause begins that says whose words the ones before are, which stand in it before its verb as any first part of
a German main clause does: ", beteuerte der Minister"."""
_INQUIRES = re.compile(r",\s(?:dass|ob|wann|warum|was|wel\w+|wenn|wer|wie|wo\w*)\b")
"""Behind such a clause, how what is said goes on."""
_SAYS_SO = 0.3
"""Least probability that a verb is a cue, to begin one."""
_LOOSE = frozenset({"und", "oder", "sowie", "wie"})
"""Words that end no clause."""


def reported(doc: Doc, tags: Tags, direct: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Offsets of the reported words of each sentence: from the first to the last of them, and on to where the clause
    ends or somebody is named who says so.

    Args:
        direct: what is quoted directly, in order.
    """
    role = 1 - tags.scores[:, :, 0]
    found: set[int] = set()
    for begin, words in _by_sentence(doc, tags, role, direct):
        tokens = _clause(doc, tags, role, words)
        if tokens and not _is_authors_own(tokens, direct) and _is_reported(tokens, role, tags, words):
            is_number = tokens[-1].text[0].isdigit()
            last = tokens[-1].text.removesuffix(".") if is_number else tokens[-1].text
            found.add(begin)
            yield tokens[0].idx, tokens[-1].idx + len(last)
    sentences = [*doc.sents]
    for sentence, following in zip(sentences, [*sentences[1:], None], strict=False):
        if sentence.start in found:
            continue
        text = sentence.text
        if (
            told := _AS_TOLD.match(text)
            or _IN_VIEW.match(text)
            or infinitive(text)
            or _held(sentence)
            or _told_next(text, following)
        ):
            start, end = (sentence.start_char + at for at in told.span("words"))
            if not overlapping(direct, (start, end)):
                yield start, end


def _told_next(sentence: str, following: Span | None) -> re.Match[str] | None:
    """The match of a sentence that the next one says somebody told, with it in its group `words`."""
    is_told = following and following[0].text in {"Das", "Dies"} and SAYS_SO.match(following.text)
    return _WHOLE.match(sentence) if is_told else None


def _held(sentence: Span) -> re.Match[str] | None:
    """The match of a sentence that tells what somebody holds to be so, with that in its group `words`; what a thing
    makes clear ("Der Fall macht deutlich, dass ...") nobody says."""
    holds = _HOLDS.match(sentence.text)
    if not holds or (holds["noun"] and not is_statement(holds["noun"])):
        return None
    if not _OF_THINGS.search(holds[0], 0, holds.start("words")):
        return holds
    ends = sentence.start_char + holds.start("words")
    is_named = any(ent.label_ in _BEARERS and ent.end_char <= ends for ent in sentence.ents)
    nouns = _NOUN.findall(sentence.text, 0, holds.start("words"))
    is_somebody = is_named or any(_WHO.fullmatch(noun) or is_person(noun) or is_body(noun) for noun in nouns)
    return holds if is_somebody else None


def _by_sentence(
    doc: Doc, tags: Tags, role: FloatArray, direct: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, list[int]]]:
    """The words of each sentence that may be reported, with the token at which it begins: those of the tagger, or where
    it sees hardly any and the form of the verb tells, all before who says so; unless they stand in quotation marks."""
    found: dict[int, list[int]] = defaultdict(list)
    for word in np.flatnonzero(role[:, Role.REPORT] > _REPORTED).tolist():
        found[doc[int(tags.tokens[word])].sent.start].append(word)
    for sentence in doc.sents:
        if len(found.get(sentence.start, ())) < MIN_WORDS and begins_in_subjunctive(sentence, direct):
            first, last = np.searchsorted(tags.tokens, [sentence.start, sentence.end])
            says = np.flatnonzero(role[first:last, [Role.CUE, Role.SPEAKER]].max(axis=1) > _CUE)
            found[sentence.start] = list(range(first, first + says[0] if len(says) else last))
    for begin, words in sorted(found.items()):
        places = [doc[int(tags.tokens[word])].idx for word in words]
        own = sum(not overlapping(direct, (place, place + 1)) for place in places)
        if own >= max(MIN_WORDS, _OWN * len(words)):
            yield begin, words


def _clause(doc: Doc, tags: Tags, role: FloatArray, words: Sequence[int]) -> list[Token]:
    """The clause or clauses of some words of a sentence, without what is no part of what is said."""
    sentence = doc[int(tags.tokens[words[0]])].sent
    begin, end = np.searchsorted(tags.tokens, [sentence.start, sentence.end]).tolist()
    tokens, role = [doc[int(token)] for token in tags.tokens[begin:end]], role[begin:end]
    following = doc[sentence.end : sentence.end + _FOLLOWING].text
    is_whole = bool(SAYS_SO.match(following)) and role[:, Role.CUE].max() < _CUE

    def ends_clause(word: int) -> bool:
        is_saying = role[word, [Role.CUE, Role.SPEAKER]].max() > role[word, Role.REPORT]
        return bool(is_saying) or (tokens[word].text in _BOUNDARIES and not _is_cried(tokens[word]))

    first, last = words[0] - begin, words[-1] + 1 - begin
    while first and ((is_whole and tokens[first - 1].text != ":") or not ends_clause(first - 1)):
        first -= 1
    while last < len(tokens) and not ends_clause(last):
        last += 1
    while first < last and (
        tokens[first].text in _BOUNDARIES or (tokens[first].text in DOUBLE and tokens[first].whitespace_)
    ):
        first += 1  # a mark that closes what stands before
    clause = _without_main_clause(tokens[first:last], role[first:last])
    clause = _without_inquit(clause, role[tokens.index(clause[0]) :] if clause else role)
    while clause and _is_loose(clause):
        clause.pop()
    speaks = {token.i for token, is_speaker in zip(tokens, role[:, Role.SPEAKER] > _SPEAKER, strict=True) if is_speaker}
    return _with_whole_names(clause, speaks)


def _with_whole_names(tokens: list[Token], speaks: Collection[int]) -> list[Token]:
    """The tokens with the rest of a name that they cut at either end, or without it where it names who speaks; and with
    whose the first noun is: "Holms Plan"."""
    if tokens and tokens[0].ent_iob_ == "I":
        name = next(span for span in tokens[0].doc.ents if span.start <= tokens[0].i < span.end)
        cut = list(name[: tokens[0].i - name.start])
        if any(token.i in speaks for token in cut):
            tokens = [token for token in tokens if token.i >= name.end]
        else:
            tokens = [*cut, *tokens]
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
    own = [token.idx for token in tokens if token.lower_ in OWN_PERSON]
    quoted = all(any(start <= at < end for start, end in direct) for at in own)
    return not quoted and not any(_OF_ONESELF.fullmatch(token.lower_) for token in tokens)


def _is_loose(tokens: Sequence[Token]) -> bool:
    """Whether the last token ends no clause: a mark, "und", or "so" of ", so Holm"."""
    last = tokens[-1]
    names_speaker = last.text == "so" and len(tokens) > 1 and tokens[-2].text in _BOUNDARIES
    return last.text in _BOUNDARIES or last.text in _LOOSE or names_speaker or _opens(last)


def _without_main_clause(tokens: list[Token], role: FloatArray) -> list[Token]:
    """Reported words without the clause before "dass", "ob" or a colon that hardly is ("Er behauptet auch, dass ..."),
    or before any comma where it surely names who says so: "Holm beteuert, er sei ..."."""
    at = next((at for at, token in enumerate(tokens) if token.text in {",", ":"}), 0)
    if not at or any(map(is_subjunctive, tokens[:at])):
        return tokens
    told = role[:at].max(axis=0)
    is_source = _TOLD.search(tokens[0].doc[tokens[0].i : tokens[at].i].text)
    says_so = (
        min(told[Role.CUE], told[Role.SPEAKER]) >= _CUE and not is_source and any(map(is_subjunctive, tokens[at:]))
    )
    then = tokens[at + 1].lower_ if at + 1 < len(tokens) else ""
    is_noun = at < MIN_WORDS and is_statement(tokens[at - 1].text)
    says_so = says_so or (is_noun and then in {"er", "sie", "es", "man"})  # "den Vorwurf, er sei ..."
    says_so = says_so or (not is_source and announces(tokens[: at + 1], tokens[at + 1 :]))
    depends = tokens[at].text == ":" or then in {"dass", "ob"}
    is_main = says_so or (depends and role[:at, Role.REPORT].mean() < _REPORTED)
    return tokens[at + 1 :] if is_main else tokens


def _without_inquit(tokens: list[Token], role: FloatArray) -> list[Token]:
    """Words in the subjunctive without a clause behind them that says whose they are."""
    verbs = [at for at, token in enumerate(tokens) if is_subjunctive(token)]
    for at in range(verbs[-1], len(tokens) - 1) if verbs else ():
        if tokens[at].text != ",":
            continue
        text = tokens[at].doc[tokens[at].i : tokens[-1].i + 1].text
        says_so = role[at + 1, Role.CUE] > _SAYS_SO and tokens[at + 1].lower_ not in {"so", "wie", "laut"}
        if (says_so or _INQUIT.match(text, 1)) and not _INQUIRES.search(text):
            return tokens[:at]
    return tokens


def _is_reported(tokens: Sequence[Token], role: FloatArray, tags: Tags, words: Sequence[int]) -> bool:
    """Whether anything shows that words, of which the tagger is not sure, are reported and not the article's own."""
    sentence = tokens[0].sent
    is_unlike = _UNLIKE.match(sentence.text) and not any(map(is_subjunctive, tokens))
    if (
        is_unlike
        or any(pattern.match(sentence.text) for pattern in (_IMAGINED, _NOBODY_SAYS, _PUT))
        or _SEEMS.search(sentence.text)
    ):
        return False
    text = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text
    is_told = any(map(is_subjunctive, tokens)) or _TOLD.search(text)
    first, last = np.searchsorted(tags.tokens, [sentence.start, sentence.end])
    if own := TOLD_BEFORE.search(sentence.text):
        begin, end = (sentence.start_char + at for at in own.span())
        others = [word for word in range(first, last) if not begin <= tokens[0].doc[int(tags.tokens[word])].idx < end]
        says = role[others, Role.CUE].max(initial=0) >= _CUE
        return bool(says or is_told or SOURCE.search(text))
    told = role[first:last].max(axis=0)
    if told[Role.CUE] >= _CUE or told[Role.SPEAKER] >= _SPEAKER or _SOURCE_FIRST.match(sentence.text):
        return True
    lower = {token.lower_ for token in tokens}
    if lower & _PRESUMED and not lower & _FORBIDDEN:
        return any(map(SUBJUNCTIVE.fullmatch, lower))
    if role[words, Role.REPORT].mean() >= _PLAINLY:
        return True
    following = tokens[0].doc[sentence.end : sentence.end + 3].text
    return bool(is_told or POINTS_BACK.match(following))


def _is_cried(token: Token) -> bool:
    """Whether a mark ends what is quoted within a sentence that goes on: "habe „Halt!“ gerufen"."""
    closing, then = (token.nbor(by) if token.i + by < len(token.doc) else None for by in (1, 2))
    return bool(closing and then and closing.text in DOUBLE and then.text[0].islower() and token.text in "!?.")


def _opens(token: Token) -> bool:
    """Whether a token is a mark that opens what stands behind it."""
    return token.text in DOUBLE and token.i > 0 and bool(token.nbor(-1).whitespace_)
