"""From marks and tags to the quotations of an article."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc, Token

from lib.annotate.quotations import tagger
from lib.annotate.quotations.interviews import answers
from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.quoted import MIN_WORDS, Quoted
from lib.annotate.quotations.referents import PRONOUNS, overlapping
from lib.annotate.quotations.speakers import SAYS_SO, Speaker, Speakers
from lib.annotate.quotations.tagger import CONDITIONAL, SUBJUNCTIVE, Role, Tags
from lib.article import Article, sentence_at
from lib.schema import BESIDE, CONTEXT, DESCRIPTION, DIRECT, INDIRECT, PARTIAL, PRONOUN, Citation, Quote

_REPORTED = 0.5
"""Least probability that a word is part of reported speech."""
_BOUNDARIES = frozenset(",;:.!?–—-")
_OWN = 0.35
"""Least share of the reported words of a sentence that stand outside of quotation marks."""
_ANNOUNCED = 0.4
"""Least probability that the words before a colon have a cue or a speaker."""
_CUE, _SPEAKER, _PLAINLY = 0.7, 0.7, 0.9
"""Least probabilities of a cue and of a speaker in a sentence, and of its words to be reported in the mean, for
reported speech that nothing else marks."""
_SUBJUNCTIVE_TOO = re.compile(
    r"[a-zäöüß]*(?:(?:stünd|käm|gäb|läg|ging|gält|träf|fänd|nähm|säh|ließ)en?|"
    r"(?:steck|lieg|geb|lass|belast|pass|lauf|verlier|ermittl|droh|schaff|hab)e)"
)
"""Further forms than those that the tagger sees."""
_TOLD = re.compile(
    r"\b(?:demnach|demzufolge|danach|hiernach|zufolge|laut)\b|, (?:so|wie)\b"
    r"|\b(?:nach|wie) (?:\w+ ){0,2}(?:Angabe|Ansicht|Meinung|Auffassung|Einschätzung|Aussage|Information|Darstellung)",
    re.IGNORECASE,
)
"""What else shows that words are reported."""
_SAID = re.compile(rf"\b(?!sei es\b)(?:{SUBJUNCTIVE.pattern})\b")
"""What shows that words are reported where nobody is named who says so and no word, nor the next sentence, says it."""
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
_POINTS_BACK = re.compile(r"\W*(?:Das|Dies|Dazu|So|Darauf)\b")
"""How a sentence begins that may say whose words the one before reports."""
_ASKED = re.compile(r"\b(?:auf|zu|bei)\s(?:die|der|den)\s(?:\w+\s)?(?:Nachf|F)ragen?,\s$", re.IGNORECASE)
"""Before what others asked: "Auf die Frage, ob ..., antwortete er"."""
_TELLS = re.compile(r"(?:sag|erzähl|erklär|beton|bestätig|verriet|teil|äußer)\w*$")
_MEDIUM = r"(?:[\w-]*(?i:zeitung|magazin|sender|agentur|blatt|portal)(?:en|s)?\s)?[„\"“»]?"
_NAME = r"[A-ZÄÖÜ][\w.-]*(?:\s(?:von\s)?[A-ZÄÖÜ][\w.-]*){0,3}(?:\s\([^)]*\))?"
_TO = re.compile(
    rf"\s(?:(?:(?:er|sie|{_NAME})\s)?(?:am\s\w+\s|weiter\s)?der|"
    rf"(?:[^\s.,;:!?]+\s){{0,6}}?(?:dem|den|gegenüber(?:\s(?:der|dem|den))?))\s{_MEDIUM}"
)
_TO_BEFORE = re.compile(rf"(?:^|[.!?“”\"]\s|\n)De[rm]\s{_MEDIUM}$")
"""Between a cue and a medium in the dative behind it, and before one with which the sentence begins."""
_NEAR = 90  # characters between a cue and the medium to which somebody speaks
_LOOSE = frozenset({"und", "oder", "sowie"})
"""Words that end no clause."""
_BLOCK = re.compile(r":[^\S\n]*\n+(?P<words>[^\n]+)")


def find(doc: Doc, article: Article, cited: Sequence[Citation] = ()) -> list[Quote]:
    """Quotations of `article` in order of their start.

    Args:
        doc: its text with names, sentences and vectors.
        cited: the media that it names.
    """
    return assemble(doc, article, tagger.tag(doc), cited)


def assemble(doc: Doc, article: Article, tags: Tags, cited: Sequence[Citation] = ()) -> list[Quote]:
    """The quotations for given tags.

    A direct quotation is three words and more in marks that are no name or title, a paragraph that somebody is said to
    say, or an answer in an interview; an indirect one is the reported words of one sentence; a partial one is one or
    two words in marks that somebody says or chose. Where a medium is named for words in marks and their sentence also
    tells who spoke, that is the speaker, via the medium.
    """
    text = article.text
    quoted = Quoted(doc, tags)
    turns = {(turn.start, turn.end): (turn.who_start, turn.who_end) for turn in answers(doc)}
    marked = [span for span in quoted.direct if not overlapping(list(turns), span)]
    direct = sorted([*turns, *marked, *_announced(doc, tags, sorted([*turns, *marked]))])
    by_kind = {DIRECT: direct, INDIRECT: _reported(doc, tags, direct), PARTIAL: quoted.partial}
    spans = sorted((*span, kind) for kind, found in by_kind.items() for span in found)
    sentence_of = sentences(doc)
    speakers = Speakers(doc, tags, direct, cited)
    media = [(row.start, row.end, row) for row in cited]
    quotes = []
    for start, end, kind in spans:
        if kind == INDIRECT and _ASKED.search(text, max(0, start - _NEAR), start):
            continue
        who = turns.get((start, end))
        said = Speaker(*who, *who) if who else speakers.of(start, end, reported=kind == INDIRECT)
        if kind == PARTIAL and overlapping([(start, end)], (said.words_start, said.words_end)):
            continue  # "der „neue“ Kanzler sagte"
        is_told = kind != INDIRECT or said.start >= 0 or said.cue_start >= 0
        if not (is_told or _SAID.search(text, start, end) or _POINTS_BACK.match(text, end)):
            continue
        is_beside = sentence_of(start) <= sentence_of(said.words_start) <= sentence_of(end - 1)
        named = _named(text, said, is_beside=is_beside)
        medium = next((row for *_, row in overlapping(media, (said.start, said.end))), None)
        via = ""
        if medium and kind != INDIRECT and (source := speakers.behind((said.start, said.end), start, end)):
            said, via = said._replace(start=source[0], end=source[1]), medium.text
        if not via and said.cue_start >= 0:
            near = overlapping(media, (said.cue_start - _NEAR, said.cue_end + _NEAR))
            via = _told_to(text, (said.cue_start, said.cue_end), [row for *_, row in near])
        quotes.append(
            Quote(
                article_id=article.id,
                sentence_id=sentence_of(start),
                start=start,
                end=end,
                kind=kind,
                text=text[start:end],
                speaker=text[said.start : said.end] if said.start >= 0 else "",
                speaker_start=said.start,
                speaker_end=said.end,
                words_start=said.words_start,
                words_end=said.words_end,
                via=via,
                cue=text[said.cue_start : said.cue_end] if said.cue_start >= 0 else "",
                named=named,
            )
        )
    return quotes


def _named(text: str, said: Speaker, *, is_beside: bool) -> str:
    """How the text names a speaker."""
    if said.start < 0:
        return ""
    if said.words_end <= said.start or said.end <= said.words_start:
        return PRONOUN if text[said.words_start : said.words_end].lower() in PRONOUNS else DESCRIPTION
    return BESIDE if is_beside else CONTEXT


def _told_to(text: str, cue: tuple[int, int], cited: Sequence[Citation]) -> str:
    """The medium to which somebody speaks: "sagte er der Zeitung", "Dem Sender sagte sie"; empty if none is named."""
    if not _TELLS.match(text, *cue):
        return ""
    for medium in cited:
        if _TO.fullmatch(text, cue[1], medium.start) or (
            _TO_BEFORE.search(text, max(0, medium.start - _NEAR), medium.start)
            and text[medium.end : cue[0]].strip('“”"«» ') == ""
        ):
            return medium.text
    return ""


def _announced(doc: Doc, tags: Tags, direct: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Offsets of paragraphs without marks that are quoted as a whole: before them "Holm schrieb auf Twitter:"."""
    text = doc.text
    starts = np.array([doc[int(token)].idx for token in tags.tokens])
    saying = 1 - tags.scores[:, [Role.CUE, Role.SPEAKER], 0].min(axis=1)
    begins = [sentence.start_char for sentence in doc.sents]
    found = []
    for block in _BLOCK.finditer(text):
        start, end = block.span("words")
        if closing := re.search(f"[{DOUBLE}]", text[start:end]):
            end = start + closing.start()
        before = begins[sentence_at(begins, block.start())]
        first, last = np.searchsorted(starts, [before, block.start()])
        is_announced = bool((saying[first:last] > _ANNOUNCED).any()) and not overlapping(direct, (start, end))
        if is_announced and len(text[start:end].split()) >= MIN_WORDS:
            found.append((start, start + len(text[start:end].rstrip())))
    return found


def _reported(doc: Doc, tags: Tags, direct: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Offsets of the reported words of each sentence: from the first to the last of them, and on to where the clause
    ends or somebody is named who says so."""
    text, role = doc.text, 1 - tags.scores[:, :, 0]
    by_sentence: dict[int, list[int]] = defaultdict(list)
    for word in np.flatnonzero(role[:, Role.REPORT] > _REPORTED).tolist():
        by_sentence[doc[int(tags.tokens[word])].sent.start].append(word)
    begins = {0, *np.flatnonzero([bool(doc[int(token)].is_sent_start) for token in tags.tokens]).tolist()}
    saying = role[:, [Role.CUE, Role.SPEAKER]].max(axis=1) > role[:, Role.REPORT]
    for words in by_sentence.values():
        places = [doc[int(tags.tokens[word])].idx for word in words]
        own = sum(not any(start <= place < end for start, end in direct) for place in places)
        if own < max(MIN_WORDS, _OWN * len(words)):
            continue
        first, last = words[0], words[-1] + 1

        def ends_clause(word: int) -> bool:
            return bool(saying[word]) or doc[int(tags.tokens[word])].text in _BOUNDARIES

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
            yield tokens[0].idx, tokens[-1].idx + len(words_of_last)


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
    depends = tokens[at].text == ":" or (tokens[at + 1 :] and tokens[at + 1].lower_ in {"dass", "ob"})
    is_main = says_so or (depends and role[:at, Role.REPORT].mean() < _REPORTED)
    return tokens[at + 1 :] if is_main else tokens


def _is_subjunctive(token: Token) -> bool:
    return any(pattern.fullmatch(token.lower_) for pattern in (SUBJUNCTIVE, CONDITIONAL, _SUBJUNCTIVE_TOO))


def _is_reported(tokens: Sequence[Token], role: npt.NDArray[np.float32], tags: Tags, words: Sequence[int]) -> bool:
    """Whether anything shows that words, of which the tagger is not sure, are reported and not the article's own."""
    sentence = tokens[0].sent
    if _IMAGINED.match(sentence.text) or _SEEMS.search(sentence.text):
        return False
    first, last = np.searchsorted(tags.tokens, [sentence.start, sentence.end])
    told = role[first:last].max(axis=0)
    if told[Role.CUE] >= _CUE or told[Role.SPEAKER] >= _SPEAKER:
        return True
    lower = {token.lower_ for token in tokens}
    if lower & _PRESUMED and not lower & _FORBIDDEN:
        return any(map(SUBJUNCTIVE.fullmatch, lower))
    if role[words, Role.REPORT].mean() >= _PLAINLY:
        return True
    text = tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text
    following = tokens[0].doc[sentence.end : sentence.end + 3].text
    return bool(any(map(_is_subjunctive, tokens)) or _TOLD.search(text) or _POINTS_BACK.match(following))


def _opens(token: Token) -> bool:
    """Whether a token is a mark that opens what stands behind it."""
    return token.text in DOUBLE and token.i > 0 and bool(token.nbor(-1).whitespace_)


def sentences(doc: Doc) -> Callable[[int], int]:
    """The number of the sentence in which an offset stands."""
    starts = [sentence.start_char for sentence in doc.sents]
    return lambda at: sentence_at(starts, at)
