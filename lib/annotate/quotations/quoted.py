"""Which words in quotation marks are somebody's, whole or in part, and which a name, a title or a word that the source
doubts: by what they are and what stands beside."""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from spacy.tokens import Doc

from lib.annotate.quotations.calling import CALLS, CALLS_AS
from lib.annotate.quotations.marks import DOUBLE, SINGLE, marked
from lib.annotate.quotations.referents import Span, overlapping
from lib.annotate.quotations.tagger import SUBJUNCTIVE, FloatArray, Role, Tags
from lib.article import sentence_at

MIN_WORDS = 3
"""Of a quotation; fewer are quoted in part."""
_SAYS, _CUE, _SPEAKER = 0.5, 0.6, 0.7
"""Least probability that a word is reported, a cue or a speaker, for a word in marks beside it to be somebody's."""
_MARK = f"[{SINGLE}{DOUBLE}]"
_COLON = re.compile(rf":\s{_MARK}$")
"""Before what somebody is said to say, be it one word: "höhnte: „Bravo!“"."""
_OPENED, _COMMA = re.compile(rf"{_MARK}\s*$"), re.compile(rf"\s*{_MARK},\s")
_CALLS = re.compile(rf"\b{CALLS}\b")
_IS_CALLED = re.compile(
    r"\b(?:nennt man|man nennt|nenn(?:t|en) (?:(?:er|sie|es) )?sich|"
    r"(?:wird|werden|wurden?)\b(?!.*\b(?:von|vom|durch)\b).*\bbezeichnet|bezeichnet (?:wird|werden|wurden?))\b",
    re.DOTALL,
)
"""What is called so, by nobody: "das nennt man einen „Ableger“"."""
_CALLS_AS = re.compile(rf"\b{CALLS_AS}\b")
_SPEAKS_OF = re.compile(r"\b(?:spr[aie]ch\w*|gesprochen|red(?:et|en)\w*)\b.*\bvo[nm]\s", re.DOTALL)
_OF = re.compile(rf"\bvo[nm]\s(?:[a-zäöüß]+\s){{0,3}}{_MARK}$", re.IGNORECASE)
_SPOKEN_OF = re.compile(rf"\s*{_MARK}[^.,;:]*?\b(?:spr[aie]ch\w*|gesprochen|red(?:et|en)\w*)\b")
"""Of "Von einem „Skandal“ sprach Holm", what stands before the words, and what behind them."""
_THEREIN, _READS = re.compile(r"\s*(?:In|Im|Auf)\s"), re.compile(rf"\s*{_MARK}[^.,;:]*?\bdie Rede\b")
"""How a sentence begins, and what stands behind the words, of "Im Brief ist von einem „Skandal“ die Rede"."""
_SAYS_SO = re.compile(
    r"(?:\b(?:sei|seien|wäre|wären)\s(?:(?:k?eine?|nur|nichts als)\s)?|"
    r"\b(?:riefe?n?|rufen|ruft|skandier\w+|schrie(?:e?n)?|brüllten?)\s|"
    r"\b(?:hält|halten|hielten?|halte)\s[^.;:„“\"]{1,60}\sfür\s(?:eine?[nrms]?\s)?|"
    r"\b(?:nannten?|nennt|nennen)\s(?!sich|sein|ihr)[^.;:„“\"]{2,60}\s(?:eine?[nrms]?\s)?|"
    r"\b(?:zeigten?|zeigt|zeigen|gab|gaben|gibt)\ssich\s(?:\w+\s)?|\b(?:findet|fand|finden|fanden)\s[^.;:„“\"]{2,40}\s|"
    r"\b(?:forder(?:te?n?|n)|verlang(?:te?n?|en)|versprach(?:en)?|versprechen|verspricht|beklag(?:te?n?|en)|"
    r"kündig(?:te?n?|en)\s\w*)\s|"
    r"\bwarn(?:te?n?|en)\s[^.;:„“\"]{0,60}?\bvor\s(?:[a-zäöüß]+\s){0,2}|"
    r"\bbegründe\w*\s[^.;:„“\"]{1,80}?\smit\s(?:[a-zäöüß]+\s)?|"
    r"\b(?:attestier|bescheinig|unterstell)(?:te?n?|en)\s[^.;:„“\"]{2,60}?\s(?:eine?[nr]?\s)?|"
    r"\bdroh(?:te?n?|en)\s[^.;:„“\"]{0,40}?mit\s(?:eine[mr]?\s)?|\b(?:bat|baten|bittet|bitten)\sum\s)"
    rf"{_MARK}$"
)
"""Right before what somebody says, shouts or has for something: "die Lage sei „Wahnsinn“", "hält das für „absurd“"."""
_JUDGES = re.compile(
    r"\b(?:(?:forder|verlang|begrüß|räum|lob|bemängel|beklag|befürcht|erwart|vermiss|beschwör|versprech|verspr[ai]ch)\w*\s"
    r"[^.;:„“\"]{0,60}?\b(?:k?eine?[nrms]?|de[nrm]|die|das|mehr|auf)\s|"
    r"räum(?:te?n?|en)\s|meld(?:ete?n?|en)\s|reagier(?:te?n?|en)\s(?:\w+\s)?|rechne\w*\s[^.;:„“\"]{0,40}?\bmit\s(?:eine[mr]\s)?|"
    rf"mahn(?:te?n?|en)\s[^.;:„“\"]{{0,40}}?\bzu[mr]?\s|(?:wies|weist|wiesen)\s){_MARK}$"
)
"""Before an adjective by which somebody judges: "begrüßte die „klare Haltung“"."""
_FRONT = re.compile(rf"\s*(?:[Ee]ine?[nrms]?\s)?{_MARK}$")
_FINDS = re.compile(rf"\s*{_MARK}\s(?:sei(?:en)?|n[ea]nnt?en?|nennt|nannte|f[iaä]nde?t?n?)\s(?!man\b|sich\b)")
"""Before and behind words with which a sentence begins: "„Absurd“ nennt Holm das"."""
_HAS, _CALLED_SO = (
    re.compile(r"\b(?:ha(?:t|ben?|tten?)|hätten?)\b"),
    re.compile(rf"\s*{_MARK}\s(?:genannt|tituliert)\b"),
)
"""Of "hatte den Plan „Gift für alle“ genannt", what stands before the words, and what behind them."""
_SEES = re.compile(rf"\b(?:sieht|sehen|sah(?:en)?)\s(?:darin|in\s[^.;:„“\"]{{2,60}})\s(?:eine?[nr]?\s)?{_MARK}$")
"""The same of what somebody sees in a thing: "sehen darin einen „Angriff auf alle“"."""
_FOR = re.compile(
    r"\b(?:(?:ist|war|sind|waren)\sfür\s[^.,;:„“\"]{2,60}\s|"
    rf"[Ff]ür\s[^.,;:„“\"]{{2,80}}\s(?:ist|war|sind|waren)\s[^.;:„“\"]{{0,60}}){_MARK}$"
)
"""The same of what something is for somebody: "Für Holm ist die Lage „ernst“"."""
_CLOSED = re.compile(rf"\s*{_MARK}(?:[.,;]|\s(?:und|oder)\b)")
"""Behind an adjective that no noun follows."""
_SHALL = re.compile(rf"\s*{_MARK}\s(?:gewesen\s)?sein\ssoll(?:en)?\b")
"""What stands behind words that others say: "das „völlig sicher“ sein soll"."""
_IN_CLAUSE = re.compile(
    r"(?:\b(?:k?eine?[nmrs]?|durch|mit|von|aus|ohne|nur|als|wie|auf|an|in|um|zu|nach|gegen|für|bei|unter|dass|sei|seien|"
    rf"habe|hätten|gebe)|,)\s{_MARK}$"
)
"""Before a noun that is no name, in what somebody is reported to say: "die Firma sei in eine „Schieflage“ geraten"."""
_THROWS = re.compile(r"\b(?:warf(?:en)?|wirft|werfen)\b")
_REPROACH = re.compile(rf"{_MARK}[^.!?]*?\bvor(?P<whole>geworfen|zuwerfen|wirft|warf)?\b")
"""Of "warf ihm „Wortbruch“ vor", what stands behind the words; whole in "vorgeworfen"."""
_CHOICE = re.compile(rf"\b(?:[Aa]ls|von|vom|eine?[nmrs]?)\s(?:[a-zäöüß]+\s)?{_MARK}$")
"""Before a noun that somebody chose: "sprach von einem „Skandal“"."""
_AS = re.compile(rf"\b[Aa]ls\s(?:[a-zäöüß]+\s)?{_MARK}$")
_HELD = re.compile(
    r"\b(?:spr[uü]che?n?|[\w-]*(?:parolen?|rufen?|slogans?|aufschrift(?:en)?|plakate?n?|transparente?n?|banner|schild(?:er)?)|"
    r"skandier\w*|(?:ist|war|sind|waren|[Ww]as)\sfür|für\s[^.;:]{1,60}\s(?:ist|war|sind|waren))\b"
    rf"|[–—,-]\sso\s(?:d(?:er|ie|as)|eine?r?)\b|\b(?:erklär|begründe)\w*\s[^.;:]{{1,100}}\smit\s(?:eine[rm]\s)?{_MARK}$",
    re.IGNORECASE,
)
"""Before what somebody shouts or thinks: "Parolen wie „Brot und Rosen“", "war für Holm „Betrug am Kunden“"."""
_WORD = re.compile(r"\w[\w'’.-]*")
_CALLED = re.compile(
    r"\b(?:[\w-]*(?i:titel[ns]?|mottos?|namen?s?|slogans?|überschrift)(?:\s(?:ist|war|lautete?)(?:\s[a-zäöüß]+)?)?|"
    r"Rubrik|Kategorie|Prädikat|Auszeichnung|Begriffe?s?|"
    rf"Kapitels?(?:\s\d+)?|\w*[Bb]ereich|Typs?|Stichwort|Hashtags?|[Ss]o ?genannt\w*|sog\.):?\s*{_MARK}$"
)
"""What says that a name follows, right before the mark."""
_BEARER = re.compile(
    r"\b(?:Studie|Firma|Magazine?s?|Gesetz|Aktion|Projekts?|Initiative|Kampagne|Preis|Album|[\w-]*(?i:films?|lied|serie|buch)|"
    r"Song|Romans?|Bündnis|Organisation|Gruppe|Partei|Sendung|Zeitung|Zeitschrift|Programms?|Formation|Musical|Oper|Show|"
    rf"Operation|Ausstellung|Thema|App|Schiff|Portal|Nachrichtenseite)\s*{_MARK}$"
)
"""What bears a name, right before the mark."""
_BUSINESS = re.compile(rf"\b(?:Firma|Magazine?s?|Zeitung|Zeitschrift|Portal|Nachrichtenseite)\s*{_MARK}$")
"""What may bear one in small letters: "die Firma „neue energie ag“"."""
_KNOWN_AS = re.compile(
    rf"\s*{_MARK}(?:,\swie\s(?:er|sie|es|man|sich)\b[^,.;]{{0,60}}\s(?:nennt|nennen|nannten?|genannt)\b|"
    r"\s(?:\([A-ZÄÖÜ]{2,}\)|nennt sich|(?:sich\s)?selbst\s(?:nennt|nannte)|"
    r"(?:bekannt(?:e[nrms]?)?|genannt(?:e[nrms]?)?|verliehen|ausgezeichnet|umbenannt|getauft)\b))"
)
"""What follows a name, right behind it."""
_ANNOUNCED = re.compile(
    rf"\s*{_MARK}(?:,?\s(?:so\s)?lautete?\s(?:\w+\s){{0,3}}?(?:[\w-]*(?i:titel|motto|slogan|überschrift)|Name)|"
    r"\s(?:sang|sangen|singt|singen))\b"
)
"""What says that a name stood before: "„Alle in einem Boot“ lautet das Motto", "sang"."""
_GOES_ON = re.compile(rf"\s*{_MARK}(?:,|,?\s(?:und|oder|sowie)|\s\()\s*(?:(?:der|die|das|den|dem)\s)?{_MARK}\s*")
"""Between names that are listed, or a name and what it means: "„Hai“ oder „Wal im Netz“"."""
_LISTED = re.compile(
    rf"\s*{_MARK}(?:,|,?\s(?:und|oder|sowie))\s(?:(?:vor|von|als|mit|für|zu)\s)?(?:(?:der|die|das|den|dem|eine?[nrm]?)\s)?{_MARK}\s*"
)
"""Between words of which the first ones are somebody's: "vor einer „Posse“ und vor „Panik“"."""
_ARTICLE = re.compile(rf"\b(?:der|die|das|dem|den|des|zum|vom|im|beim)\s{_MARK}$", re.IGNORECASE)
"""Right before the mark, where a noun phrase in marks is the noun: "leitete die „Stelle für Betrug am Bau“"."""
SAYS_THE = re.compile(
    rf"\b(?:(?P<tells>teilte)|berichtete|meldete)\s(?P<who>d(?:ie|as)\s[{DOUBLE}](?P<name>[A-ZÄÖÜ][^{DOUBLE}\n]{{1,80}})"
    rf"[{DOUBLE}])(?(tells)(?=[^.!?\n]{{0,80}}\bmit\b))"
)
"""Who says so by a name in marks: "teilte die „Aktion Küste“ mit"."""
_NO_NOUN = re.compile(rf"{_MARK}\s?(?:[a-zäöüß,;.:]|$)")
"""Behind words in marks that are the noun themselves: "der „stern“ berichtete"."""
_IN_MARKS = re.compile(rf"[{DOUBLE}][^{DOUBLE}]*[{DOUBLE}]")
_REPORTED = re.compile(rf"\b(?:{SUBJUNCTIVE.pattern})\b")
"""What a sentence quotes, and outside of that the form of its verb where it reports."""
_BESIDE, _CLAUSE = 30, 100
"""Characters in which the bearer of a name stands, and a verb with the word that it is for."""
_SMALL = re.compile(
    r"der|die|das|des|dem|den|für|von|vom|zum|zur|mit|ohne|und|in|im|am|auf|an|aus|gegen|beim?|über|unter|zu|oder|als|"
    r"nach|um|wie|eine?[rsmn]?|of|the|and|on|for|de|du|la|le|del|di|et"
)
_FOREIGN = re.compile(r"of|the|and|on|for|to|de|du|la|le|del|di|et")
"""Small words of titles in other languages: "Man of the Match"."""
_PHRASE = re.compile(rf"(?:{_SMALL.pattern})|[a-zäöüß]\w*e[nrsm]?")
"""Words in small letters that a noun phrase may have: small ones, and what may be an adjective."""
_COMPOUND = re.compile(rf"{_MARK}-[A-ZÄÖÜ]")
"""Behind words that are part of a noun: "die „Eins zu eins“-Regel"."""
_LAW = re.compile(r"\w*(?:[Gg]esetz|[Vv]erordnung|[Rr]ichtlinie)(?:e?s)?\s(?:zu[mr]?|für|über|gegen)\b")
"""What begins the name of a law."""
_BEGINS = re.compile(r"(?:ich|wir|er|sie|es|man|das|diese?r?|alle|nicht|nur|auch|wenn|wer|was|sehr|so)", re.IGNORECASE)
"""What begins a sentence rather than a name."""
_ADVERB = re.compile(
    r"(?:noch|schon|vor|in|im|bis|dank|unter|je|mehr|viel|kein\w*|nach|mit|bei|auf|zu|zum|zur|für|gegen|ohne|am|an|über|als)",
    re.IGNORECASE,
)
"""What begins a part of a sentence rather than a term."""


class Quoted:
    """What stands in quotation marks in an article.

    Attributes:
        direct: offsets, without the marks, of three words and more that are no name or title.
        partial: of one or two words that somebody chose or says, as their sentence tells.
    """

    def __init__(self, doc: Doc, tags: Tags) -> None:
        self._text = doc.text
        self._names = [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents]
        self._speakers = {match.span("name") for match in SAYS_THE.finditer(doc.text)}
        self._begins = [sentence.start_char for sentence in doc.sents] + [len(doc.text)]
        self._starts = np.array([doc[int(token)].idx for token in tags.tokens])
        self._roles = 1 - tags.scores[:, :, 0]
        self._told: dict[int, bool] = {}
        self.direct: list[Span] = []
        self.partial: list[Span] = []
        spans = [(words.start, words.end) for words in marked(doc.text) if not words.depth]
        titles = self._titles(spans)
        for span in spans:
            words = _WORD.findall(self._text[slice(*span)])
            if not words or (self._text[slice(*span)] in titles and not self._is_spoken(span)):
                continue
            if len(words) >= MIN_WORDS:
                self.direct.append(span)
            elif not overlapping(self._names, span) and (self._is_partial(span, words) or self._is_listed(span)):
                self.partial.append(span)

    def _titles(self, spans: Sequence[Span]) -> set[str]:
        """The words in marks that are names or titles anywhere, and those listed behind one, or that explain it."""
        found: set[str] = set()
        is_title = False
        for before, span in zip([(0, 0), *spans], spans, strict=False):
            goes_on = is_title and _GOES_ON.fullmatch(self._text, before[1], span[0])
            is_title = bool(goes_on and not self._is_spoken(span)) or self._is_title(span)
            if is_title:
                found.add(self._text[slice(*span)])
        return found

    def _is_spoken(self, span: Span) -> bool:
        """Whether a comma and a cue follow the words: "„Nein, Europa, Nein“, rief Holm"."""
        follows = _COMMA.match(self._text, span[1])
        has_article = _ARTICLE.search(self._text, max(0, span[0] - _BESIDE), span[0])
        if not follows or has_article or _ANNOUNCED.match(self._text, span[1]):
            return False
        word = int(np.searchsorted(self._starts, follows.end()))
        return word < len(self._starts) and bool(self._roles[word, Role.CUE] > _CUE)

    def _is_partial(self, span: Span, words: Sequence[str]) -> bool:
        before = self._text[max(self._ends(span)[0], span[0] - _CLAUSE) : span[0]]
        if not _OPENED.search(before):
            return False  # the rest of a quotation that began in the line before
        cues = self._roles[slice(*self._words_of_sentence(span)), Role.CUE]
        is_announced = _COLON.search(before) and cues.max(initial=0) > _CUE
        says_so = _SAYS_SO.search(before) and not _IS_CALLED.search(self._text, *self._ends(span))
        is_in_front = _FRONT.match(self._text, self._ends(span)[0], span[0]) and _FINDS.match(self._text, span[1])
        if says_so or is_announced or is_in_front or self._has_called(span) or self._is_spoken(span):
            return True
        if words[0][0].isupper():
            is_chosen = _CHOICE.search(before) and self._is_chosen(span, before)
            is_told = _IN_CLAUSE.search(before) and self._reports(span).min(initial=1) > _SAYS
            return bool(is_chosen or is_told) or self._is_accused(span, before)
        if (
            _JUDGES.search(before)
            or _SHALL.match(self._text, span[1])
            or (_FOR.search(before) and _CLOSED.match(self._text, span[1]))
        ):
            return True
        is_name = _BEARER.search(before) or (_ARTICLE.search(before) and _NO_NOUN.match(self._text, span[1]))
        if is_name and not any(word[0].isupper() for word in words):
            return self._is_chosen(span, before)
        return self._is_chosen(span, before) or self._is_said(span)

    def _has_called(self, span: Span) -> bool:
        """Whether somebody has called something so: "hatte den Plan „Gift für alle“ genannt"."""
        has = _HAS.search(self._text, self._ends(span)[0], span[0])
        return bool(has and _CALLED_SO.match(self._text, span[1]))

    def _is_listed(self, span: Span) -> bool:
        """Whether the words go on with those that were found last: "vor einer „Posse“ und vor „Panik“"."""
        return bool(self.partial and _LISTED.fullmatch(self._text, self.partial[-1][1], span[0]))

    def _is_chosen(self, span: Span, before: str) -> bool:
        """Whether somebody calls something by these words."""
        begin, end = self._ends(span)
        sentence = self._text[begin:end]
        if _SPEAKS_OF.search(before) or (_CALLS.search(sentence) and not _IS_CALLED.search(sentence)):
            return True
        if _AS.search(before) and _CALLS_AS.search(self._text, begin, end):
            return True
        reads = _THEREIN.match(self._text, begin) and _READS.match(self._text, span[1], end)
        if _OF.search(before) and (reads or _SPOKEN_OF.match(self._text, span[1], end)):
            return True
        return self._is_accused(span, before)

    def _is_term(self, span: Span, words: Sequence[str]) -> bool:
        """Whether a noun phrase is a term, and no words before tell that somebody says, shouts or thinks so."""
        begin = self._ends(span)[0]
        before = self._text[begin : span[0]]
        if _ADVERB.fullmatch(words[0]) or _COLON.search(before) or not _OPENED.search(before):
            return False
        verbs = any(
            noun[0].isupper() and word[0].islower() and not _SMALL.fullmatch(word) for noun, word in pairwise(words)
        )
        ends = words[-1][0].islower()
        return not (verbs or ends or _HELD.search(before) or _SEES.search(before) or _SAYS_SO.search(before))

    def _is_accused(self, span: Span, before: str) -> bool:
        """Whether somebody is reproached with these words: "warf dem Kanzler „Wortbruch“ vor"."""
        _, end = self._ends(span)
        after = _REPROACH.match(self._text, span[1], min(end, span[1] + _CLAUSE))
        return bool(after and (after["whole"] or _THROWS.search(before)))

    def _is_said(self, span: Span) -> bool:
        """Whether words are reported, or their sentence is, or names who speaks, or how."""
        sentence = self._sentence(span)
        if sentence not in self._told:
            begin, end = self._ends(span)
            around = self._roles[slice(*np.searchsorted(self._starts, (begin, end)))].max(axis=0, initial=0)
            own = _IN_MARKS.sub("", self._text[begin:end])
            is_named = around[Role.CUE] > _CUE or around[Role.SPEAKER] > _SPEAKER
            self._told[sentence] = bool(is_named or _REPORTED.search(own))
        return bool((self._reports(span) > _SAYS).any()) or self._told[sentence]

    def _reports(self, span: Span) -> FloatArray:
        """The probability of each of its words that it is reported."""
        reports: FloatArray = self._roles[slice(*np.searchsorted(self._starts, span)), Role.REPORT]
        return reports

    def _words_of_sentence(self, span: Span) -> Span:
        """First and one past the last word of its sentence."""
        first, last = np.searchsorted(self._starts, self._ends(span)).tolist()
        return first, last

    def _sentence(self, span: Span) -> int:
        return min(sentence_at(self._begins, span[0]), len(self._begins) - 2)

    def _ends(self, span: Span) -> Span:
        """Where the sentence of a span begins and ends."""
        sentence = self._sentence(span)
        return self._begins[sentence], self._begins[sentence + 1]

    def _is_title(self, span: Span) -> bool:
        """Whether words are a name or a title as a whole."""
        text, quoted = self._text, self._text[slice(*span)]
        words = _WORD.findall(quoted)
        if not words or self._has_called(span):
            return False
        capitals = all(word[0].isupper() or _FOREIGN.fullmatch(word) for word in words) and words[-1][0].isupper()
        titled = len(words) >= MIN_WORDS and words[0][0].isupper() and capitals and quoted[-1] not in ".!?"
        within = overlapping(self._names, span)
        if (
            titled
            or _COMPOUND.match(text, span[1])
            or _LAW.match(quoted)
            or self._speaks(span)
            or any(start <= span[0] and span[1] <= end for start, end, _ in within)
        ):
            return True
        before = text[max(0, span[0] - _BESIDE) : span[0]]
        if (
            _ANNOUNCED.match(text, span[1])
            or (_CALLED.search(before) and not (quoted.endswith(".") and _COLON.search(before)))
            or (_BEARER.search(before) and (words[0][0].isupper() or _BUSINESS.search(before)))
        ):
            return True
        holds_name = any(label in {"ORG", "MISC"} for _, _, label in within)
        if not _is_noun_phrase(quoted, words):
            return False
        stands_as_noun = _ARTICLE.search(before) or (len(words) >= MIN_WORDS and self._is_term(span, words))
        is_the_noun = bool(stands_as_noun) and not (self._is_said(span) or self._is_chosen(span, before))
        is_held = _HELD.search(text, self._ends(span)[0], span[0])
        return (holds_name and not is_held) or is_the_noun or bool(_KNOWN_AS.match(text, span[1]))

    def _speaks(self, span: Span) -> bool:
        """Whether words in marks name who speaks: "teilte das „Bündnis gegen rechts“ mit"."""
        words = self._roles[slice(*np.searchsorted(self._starts, span)), Role.SPEAKER]
        return span in self._speakers or (bool(len(words)) and float(words.mean()) > _SPEAKER)


def _is_noun_phrase(quoted: str, words: Sequence[str]) -> bool:
    if words[0][0].islower() or _BEGINS.fullmatch(words[0]) or re.search(r"[,;:!?.]$|[,;:!?]\s|\.\s[A-ZÄÖÜ]", quoted):
        return False
    return all(not word[0].islower() or _PHRASE.fullmatch(word) for word in words)
