"""Which words in quotation marks somebody chose, says or holds, by the words around them: what stands before them in
their sentence, up to the mark that opens them, and what behind, from the mark that closes them."""

import re
from typing import NamedTuple

from lib.annotate.quotations.calling import CALLS, CALLS_AS
from lib.annotate.quotations.marks import DOUBLE, SINGLE
from lib.annotate.quotations.spans import Span

MARK = f"[{SINGLE}{DOUBLE}]"
"""Any quotation mark, in patterns."""
_CALLS = re.compile(rf"\b{CALLS}\b")
_IS_CALLED = re.compile(
    r"\b(?:nennt man|man nennt|nenn(?:t|en) (?:(?:er|sie|es) )?sich|"
    r"(?:wird|werden|wurden?)\b(?!.*\b(?:von|vom|durch)\b).*\bbezeichnet|bezeichnet (?:wird|werden|wurden?))\b",
    re.DOTALL,
)
"""What is called so, by nobody: "das nennt man einen „Ableger“"."""
_CALLS_AS = re.compile(rf"\b{CALLS_AS}\b")
_SPEAKS_OF = re.compile(
    r"\b(?:spr[aie]ch\w*|gesprochen|red(?:et|en)\w*|schr(?:eib|ieb)\w*|geschrieben)\b.*\bvo[nm]\s|"
    rf"\b(?:klag|schimpf|spott)(?:t|te|ten|en)\b.*\büber\s(?:[a-zäöüß]+\s){{0,2}}{MARK}$",
    re.DOTALL,
)
_OF = re.compile(rf"\bvo[nm]\s(?:[a-zäöüß]+\s){{0,3}}{MARK}$", re.IGNORECASE)
_SPOKEN_OF = re.compile(rf"\s*{MARK}[^.,;:]*?\b(?:spr[aie]ch\w*|gesprochen|red(?:et|en)\w*)\b")
"""Of "Von einem „Skandal“ sprach Holm", what stands before the words, and what behind them."""
_THEREIN, _READS = re.compile(r"\s*(?:In|Im|Auf)\s"), re.compile(rf"\s*{MARK}[^.,;:]*?\bdie Rede\b")
"""How a sentence begins, and what stands behind the words, of "Im Brief ist von einem „Skandal“ die Rede"."""
_SAYS_SO = re.compile(
    r"(?:\b(?:sei|seien|wäre|wären)\s(?:(?:k?eine?|nur|nichts als)\s)?|"
    r"\b(?:riefe?n?|rufen|ruft|skandier\w+|schrie(?:e?n)?|brüllten?):?\s|"
    r"\b(?:hält|halten|hielten?|halte)\s[^.;:„“\"]{1,60}\sfür\s(?:eine?[nrms]?\s)?|"
    r"\b(?:nannten?|nennt|nennen)\s(?!sich|sein|ihr)[^.;:„“\"]{2,60}\s(?:eine?[nrms]?\s)?|"
    r"\b(?:zeigten?|zeigt|zeigen|gab|gaben|gibt)\ssich\s(?:\w+\s)?|\b(?:findet|fand|finden|fanden)\s[^.;:„“\"]{2,40}\s|"
    r"\b(?:forder(?:te?n?|n)|verlang(?:te?n?|en)|versprach(?:en)?|versprechen|verspricht|beklag(?:te?n?|en)|"
    r"kündig(?:te?n?|en)\s\w*)\s|"
    r"\bwarn(?:te?n?|en)\s[^.;:„“\"]{0,60}?\bvor\s(?:[a-zäöüß]+\s){0,2}|"
    r"\b(?:begründe|kommentier|quittier)\w*\s[^.;:„“\"]{1,80}?\smit\s(?:[a-zäöüß]+\s){0,2}|"
    r"\b(?:attestier|bescheinig|unterstell)(?:te?n?|en)\s[^.;:„“\"]{2,60}?\s(?:eine?[nr]?\s)?|"
    r"\bdroh(?:te?n?|en)\s[^.;:„“\"]{0,40}?mit\s(?:eine[mr]?\s)?|\b(?:bat|baten|bittet|bitten)\sum\s)"
    rf"{MARK}$"
)
"""Right before what somebody says, shouts or has for something: "die Lage sei „Wahnsinn“", "hält das für „absurd“"."""
_JUDGES = re.compile(
    r"\b(?:(?:forder|verlang|begrüß|räum|lob|bemängel|beklag|befürcht|erwart|vermiss|beschwör|versprech|verspr[ai]ch)\w*\s"
    r"[^.;:„“\"]{0,60}?\b(?:k?eine?[nrms]?|de[nrm]|die|das|mehr|auf)\s|"
    r"räum(?:te?n?|en)\s|meld(?:ete?n?|en)\s|reagier(?:te?n?|en)\s(?:\w+\s)?|rechne\w*\s[^.;:„“\"]{0,40}?\bmit\s(?:eine[mr]\s)?|"
    rf"mahn(?:te?n?|en)\s[^.;:„“\"]{{0,40}}?\bzu[mr]?\s|(?:wies|weist|wiesen)\s){MARK}$"
)
"""Before an adjective by which somebody judges: "begrüßte die „klare Haltung“"."""
_FRONT = re.compile(rf"\s*(?:[Ee]ine?[nrms]?\s)?{MARK}$")
_FINDS = re.compile(rf"\s*{MARK}\s(?:sei(?:en)?|nenn(?:t|en)|nannten?|find(?:et|en)|fand(?:en)?)\s(?!man\b|sich\b)")
"""Before and behind words with which a sentence begins: "„Absurd“ nennt Holm das"."""
_HAVE = r"(?:ha(?:t|ben?|tten?)|hätten?)\b"
_HAS, _CALLED_SO = re.compile(rf"\b{_HAVE}"), re.compile(rf"\s*{MARK}\s(?:genannt|tituliert)\b(?P<has>\s{_HAVE})?")
"""Of "hatte den Plan „Gift für alle“ genannt", what stands before the words, and what behind them."""
_CALLS_SO = re.compile(rf"\s*{MARK}\s(?:nennt|nennen|nannten?|bezeichneten?)(?=[.,;!?]|\s(?:und|hat))")
_ITSELF = re.compile(r"\b(?:man|sich|[Ss]elbst)\b[^,;:]*$")
"""Behind what somebody calls something where the verb comes last, and before what one calls it, or it itself."""
_SHOUTED = re.compile(
    rf"\s*{MARK}\s(?:zu|aus)?(?:rief(?:en)?|ruft|rufen|gerufen|schrie(?:n|e?n)?|geschrien|schreit|brüllten?|gebrüllt|skandier\w*)"
    r"(?=[,.;!?]|\s(?:und|hab|hat|hät|soll))"
)
"""Behind what somebody shouts where the verb comes last: "die „Halt!“ riefen"."""
_SEES = re.compile(rf"\b(?:sieht|sehen|sah(?:en)?)\s(?:darin|in\s[^.;:„“\"]{{2,60}})\s(?:eine?[nr]?\s)?{MARK}$")
"""The same of what somebody sees in a thing: "sehen darin einen „Angriff auf alle“"."""
_FOR = re.compile(
    r"\b(?:(?:ist|war|sind|waren)\sfür\s[^.,;:„“\"]{2,60}\s|"
    rf"[Ff]ür\s[^.,;:„“\"]{{2,80}}\s(?:ist|war|sind|waren)\s[^.;:„“\"]{{0,60}}){MARK}$"
)
"""The same of what something is for somebody: "Für Holm ist die Lage „ernst“"."""
_WORD_OF_CHOICE = re.compile(
    rf"\beine[nmrs]?\s(?:[a-zäöüß]+\s)?{MARK}$|\b(?:spr[aie]ch\w*|gesprochen)\s(?:[^.;:„“\"]{{1,40}}\s)?von\s{MARK}$"
)
"""Before somebody's word even if it reads like a name, which has no such article: "einen „Meilenstein“"."""
_AGENT = re.compile(rf"\b[Vv]o[nm]\s[^.,;:„“\"]{{2,60}}\s{MARK}$")
_ATTRIBUTE = re.compile(rf"\s*{MARK}\s[a-zäöüß]+(?:t|en)e[nrms]?\s[A-ZÄÖÜ]")
"""Of "die von Holm „völlig verfehlt“ genannte Reform", what stands before the words, and what behind them."""
_CLOSED = re.compile(rf"\s*{MARK}(?:[.,;]|\s(?:und|oder)\b)")
"""Behind an adjective that no noun follows."""
_SHALL = re.compile(rf"\s*{MARK}\s(?:gewesen\s)?sein\ssoll(?:en)?\b")
"""What stands behind words that others say: "das „völlig sicher“ sein soll"."""
_IN_CLAUSE = re.compile(
    r"(?:\b(?:k?eine?[nmrs]?|durch|mit|von|aus|ohne|nur|als|wie|auf|an|in|um|zu|nach|gegen|für|bei|unter|dass|sei|seien|"
    rf"habe|hätten|gebe)|,)\s{MARK}$"
)
"""Before a noun that is no name, in what somebody is reported to say: "die Firma sei in eine „Schieflage“ geraten"."""
_THROWS = re.compile(r"\b(?:warf(?:en)?|wirft|werfen)\b")
_REPROACH = re.compile(rf"{MARK}[^.!?]*?\bvor(?P<whole>geworfen|zuwerfen|wirft|warf)?\b")
"""Of "warf ihm „Wortbruch“ vor", what stands behind the words; whole in "vorgeworfen"."""
_CHOICE = re.compile(rf"\b(?:[Aa]ls|von|vom|eine?[nmrs]?)\s(?:[a-zäöüß]+\s)?{MARK}$")
"""Before a noun that somebody chose: "sprach von einem „Skandal“"."""
_AS = re.compile(rf"\b[Aa]ls\s(?:[a-zäöüß]+\s)?{MARK}$")
_HELD = re.compile(
    r"\b(?:spr[uü]che?n?|[\w-]*(?:parolen?|rufen?|slogans?|aufschrift(?:en)?|plakate?n?|transparente?n?|banner|schild(?:er)?)|"
    r"skandier\w*|(?:ist|war|sind|waren|[Ww]as)\sfür|für\s[^.;:]{1,60}\s(?:ist|war|sind|waren))\b"
    rf"|[–—,-]\sso\s(?:d(?:er|ie|as)|eine?r?)\b|\b(?:erklär|begründe)\w*\s[^.;:]{{1,100}}\smit\s(?:eine[rm]\s)?{MARK}$",
    re.IGNORECASE,
)
"""Before what somebody shouts or thinks: "Parolen wie „Brot und Rosen“", "war für Holm „Betrug am Kunden“"."""
OTHER = (
    r"(?:(?:(?:[Dd](?:er|ie|as)|[SsIi](?:ein|hr)e?)\s)?(?:[a-zäöüß-]+er?\s)?[A-ZÄÖÜ][\w.-]*(?:\s[A-ZÄÖÜ][\w.-]*){0,3}|er|sie|andere|die\sanderen)"
    r"(?:\s(?:dagegen|hingegen|wiederum|gar))?"
)
"""Who does the same with other words, where the verb is left out: "sprach von „Mut“, ihr Vorgänger von „Panik“"."""
_LISTED = re.compile(
    rf"\s*{MARK}(?:,|,?\s(?:und|oder|sowie))\s(?:(?:{OTHER}\s)?(?:vor|von|als|mit|für|zu|über)\s)?(?:(?:der|die|das|den|dem|eine?[nrm]?)\s)?{MARK}\s*"
)
"""Between words of which the first ones are somebody's: "vor einer „Posse“ und vor „Panik“"."""
_CLAUSE = 100
"""Characters in which a verb stands with the word that it is for."""


class InMarks(NamedTuple):
    """Words in marks, and the sentence in which they begin, by their offsets."""

    text: str
    words: Span
    sentence: Span

    @property
    def before(self) -> str:
        """The part of the sentence right before the words, with the mark that opens them."""
        return self.text[max(self.sentence[0], self.words[0] - _CLAUSE) : self.words[0]]

    def is_said(self) -> bool:
        """Whether somebody says, shouts or calls something so, whatever the words are."""
        says_so = _SAYS_SO.search(self.before) and not _IS_CALLED.search(self.text, *self.sentence)
        if (
            self.text[self.words[0]].islower()
            and _AGENT.search(self.before)
            and _ATTRIBUTE.match(self.text, self.words[1])
        ):
            return True
        in_front = _FRONT.match(self.text, self.sentence[0], self.words[0]) and _FINDS.match(self.text, self.words[1])
        return bool(says_so or in_front) or self.is_called()

    def is_called(self) -> bool:
        """Whether somebody has called something so, or shouted it: "hatte den Plan „Gift für alle“ genannt"."""
        if _SHOUTED.match(self.text, self.words[1]):
            return True
        if _CALLS_SO.match(self.text, self.words[1]) and not _ITSELF.search(self.before):
            return True
        called = _CALLED_SO.match(self.text, self.words[1])
        return bool(called and (called["has"] or _HAS.search(self.text, self.sentence[0], self.words[0])))

    def is_judged(self) -> bool:
        """Whether adjectives in marks are how somebody sees something."""
        is_for = _FOR.search(self.before) and _CLOSED.match(self.text, self.words[1])
        return bool(is_for or _JUDGES.search(self.before) or _SHALL.match(self.text, self.words[1]))

    def is_noun_of_choice(self) -> bool:
        """Whether a noun stands where somebody who calls something so has it: "sprach von einem „Skandal“"."""
        return bool(_CHOICE.search(self.before)) and self.is_chosen(self.before)

    def is_word_of_choice(self) -> bool:
        """Whether the words stand where no name stands and somebody has a word for something."""
        return bool(_WORD_OF_CHOICE.search(self.before)) and self.is_chosen(self.before)

    def is_noun_in_clause(self) -> bool:
        """Whether a noun stands where no name stands: "sei in eine „Schieflage“ geraten"."""
        return bool(_IN_CLAUSE.search(self.before))

    def is_chosen(self, before: str) -> bool:
        """Whether somebody calls something by these words.

        Args:
            before: as much of what stands before them as tells.
        """
        sentence = self.text[slice(*self.sentence)]
        if _SPEAKS_OF.search(before) or (_CALLS.search(sentence) and not _IS_CALLED.search(sentence)):
            return True
        if _AS.search(before) and _CALLS_AS.search(sentence):
            return True
        reads = _THEREIN.match(sentence) and _READS.match(self.text, self.words[1], self.sentence[1])
        if _OF.search(before) and (reads or _SPOKEN_OF.match(self.text, self.words[1], self.sentence[1])):
            return True
        return self.is_accused(before)

    def is_accused(self, before: str) -> bool:
        """Whether somebody is reproached with these words: "warf dem Kanzler „Wortbruch“ vor"."""
        after = _REPROACH.match(self.text, self.words[1], min(self.sentence[1], self.words[1] + _CLAUSE))
        return bool(after and (after["whole"] or _THROWS.search(before)))

    def is_held(self) -> bool:
        """Whether somebody shouts or thinks these words, or has them written: "Parolen wie „Brot und Rosen“"."""
        return bool(_HELD.search(self.text, self.sentence[0], self.words[0]))

    def is_thought(self) -> bool:
        """Whether what stands anywhere before the words in their sentence tells that somebody says or thinks them."""
        before = self.text[self.sentence[0] : self.words[0]]
        return self.is_held() or bool(_SEES.search(before) or _SAYS_SO.search(before))

    def goes_on(self, last: Span) -> bool:
        """Whether the words go on with others before them: "vor einer „Posse“ und vor „Panik“"."""
        return bool(_LISTED.fullmatch(self.text, last[1], self.words[0]))
