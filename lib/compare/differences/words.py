"""Words of two sentences that stand for the same: nouns of one head or behind one preposition, and words in one slot.

Nouns of one head are compounds ("Online-Unterricht", "Distanzunterricht"). One slot is between the same words
("verzichtete auf die Zölle", "verzichtete auf die Abgaben"); what stands in it may be nouns and names of places and
bodies, persons, or adjectives and verbs of one ending. Behind one preposition nouns may stand farther from the words
that two clauses have in common.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product, takewhile
from typing import NamedTuple

from spacy.lang.de.stop_words import STOP_WORDS

from lib.compare.entities.names import letters
from lib.schema import Mention, Sentence

LONGEST = 2000
"""Characters of what is a sentence."""
HEAD = 5
"""Letters at the end that two words share which are compounds of one head."""
PART = 3
"""Fewest letters before it."""
_REACH = 60  # characters
SAME_CLAUSE = 0.6
"""Share of the longer words of two clauses that are the same where the same is done in both."""
NEIGHBOURS, SLOT = 3, 4
"""Words on either side that are looked at, and how many of them must be the same for two words to stand in one slot."""
_NOUN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]{3,}")
_OTHER = re.compile(r"(?<![\w-])[a-zäöüß]{5,}(?![\w-])")
_FIRST_PART = re.compile(r"(\w{3,})-(?= (?:und|oder|sowie|bzw\.) )")
_WORD = re.compile(r"\w+")
_UMLAUT = re.compile(r"([aou])e")
PREFIXES = frozenset(
    re.findall(r"\w+", "ab an auf aus be bei durch ein ent er ge her hin mit nach um un ver vor weg zer zu ueber unter")
)
"""With which a noun is another one, not a compound: "Sicht", "Ansicht"."""
_ENDING = re.compile(r"(?<=\w{4})(?:innen|ern|em|en|er|es|e|n|s|in)$")
_INFLECTION = re.compile(r"(?:ten|te|e[mnrs]?|t)?$")
_DERIVED = re.compile(r"(?:ung|ungen|heit|keit|schaft|tion|tionen|itaet|ismus|ment|nahme|nahmen)$")
"""What may be all that two words share, with a few letters more: "Forderungen", "Regierung"."""
_STEM = 4
"""Fewest letters before it of a head."""
_PRACTISED = re.compile(r"iker(?:[ns]|in|innen)?$")
"""Whoever has to do with what the word means without this ending: "Politiker"."""
_VOWELS = re.compile(r"[aeiou]")
_ABLAUT = 2
"""Fewest letters before a vowel that a verb changes: "steigen", "stiegen"; but "loben", "leben"."""
_LONG = 9
"""Letters of a word that is hardly another with one more."""
_SPELLINGS = [
    (re.compile(pattern), letter) for pattern, letter in ((r"(?<=\w)zu(?=\w)", ""), ("c(?!h)", "k"), ("ph", "f"))
]
"""What two spellings of one word may differ in."""
_VERBAL = re.compile(r"\w{0,3}ier(?:en)?ung(?:en)?")
"""No head either, however long: "Finanzierung", "Regierung"."""
_EMPTY = STOP_WORDS - {"sagt", "sagte"}
"""Words that name nothing; that somebody said, rather than claimed, does."""
_ALIKE = (frozenset({"noun", "LOC", "ORG"}), frozenset({"PER"}), frozenset({"word"}), frozenset({"NORP"}))
"""What can stand in one slot."""
_OPENING = STOP_WORDS | frozenset(
    _WORD.findall(
        "allerdings angesichts anders bisher bislang dabei dafür danach darunter davon demnach derzeit hinzu indes "
        "insgesamt jedoch laut mithin offenbar zudem zuletzt"
    )
)
"""Words that are no nouns though they begin a sentence."""
_ADVERB = re.compile(r"\w*(?:falls|weise|lich|\w{3}isch|wärts|mals|dings|halb|seits|[lns]tens|rigens)")
"""No nouns either, where they begin a sentence: "Andernfalls"."""
_STATEMENT = re.compile(r"[\w-]*(?i:angaben?|auskunft|auskünften?|aussagen?)")
"""Whose words something is by, and not what is told: "nach Polizeiangaben", "nach Angaben der Kammer"."""
_PARTED = re.compile(
    r"[^,;:.!?–]*\s(?:ab|an|auf|aus|bei|ein|fest|fort|her|hin|los|mit|nach|statt|teil|um|vor|weg|wider|zu|zurück|"
    r"zusammen)(?:\W*(?:[,;:.!?–]|$)|\s(?:und|oder|sowie)\b)"
)
"""Behind a verb that is no whole word without what the clause ends in: "lehnt die Pläne ab"."""
_PLAIN = frozenset(
    _WORD.findall(
        "sagt sagte sagten erklärt erklärte erklärten berichtet berichtete berichteten meldet meldete meldeten "
        "schreibt schrieb schrieben teilte teilten twittert twitterte gesagt gemeldet mitgeteilt ebenfalls gleichfalls "
        "zudem außerdem ferner zuvor vorher zuletzt derzeit aktuell momentan inzwischen mittlerweile"
    )
)
"""Words between which the choice tells nothing: that somebody says so, and little adverbs."""
_CONTRACTED = {"am": "an", "beim": "bei", "im": "in", "vom": "von", "zum": "zu", "zur": "zu"}
"""Prepositions with a determiner."""
_BEHIND = re.compile(
    rf"\b(?P<preposition>{'|'.join(_CONTRACTED)}|"
    r"an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|neben|über|um|unter|von|vor|wegen|zu)"
    r"(?: (?:(?:k?ein|sein|ihr|dies)(?:e[nrms]?)?|d(?:e[nrms]|ie|as)))?(?: [a-zäöüß]+e[nrms]?)? $",
    re.IGNORECASE,
)
"""Before a noun or name that a preposition has."""
_BARE = re.compile(r"\b(?:an|auf|in|unter|zu) $", re.IGNORECASE)
"""Before a noun without any word for which it is, of which a verb may be made, "stellt in Aussicht"; or that says where
to rather than where: "in Hilfen investieren", "in der Krise"."""
_PARTICIPLE = re.compile(r"-[a-zäöü]\w*$")
"""End of what is no noun: "Corona-bedingt"."""
_OF_WHAT = re.compile(r" (?:des|der|eines|einer|von|vom|mit|für|gegen|zu[mr]?|um|über|an|auf)\b")
"""What follows a noun that tells what it is of."""
_CLAUSE_END = re.compile("[,;:–]")
_NEGATIONS = frozenset(_WORD.findall("nicht nie niemals kaum kein keine keinen keiner keinem weder ohne"))
_DETERMINERS = frozenset(
    _WORD.findall("der die das den dem des ein eine einen einem einer eines dieser diese dieses diesen diesem")
)


class Said(NamedTuple):
    """Words of one article: where they stand, what tells them from others that mean the same, and what they are: noun,
    word (of another class), or the label of a name."""

    article_id: str
    start: int
    end: int
    text: str
    form: str
    label: str = "noun"


def form(words: str) -> str:
    """Words without their endings, as letters."""
    return " ".join(letters(_ENDING.sub("", word)) for word in words.split())


def used(text: str) -> Iterator[str]:
    """Forms of all words of a text that may be in a difference."""
    for pattern in (_NOUN, _OTHER):
        yield from map(form, pattern.findall(text))


def inflected(one: str, other: str) -> bool:
    """Whether two forms are one word, endings and umlauts aside."""
    if one[:1] != other[:1]:
        return False
    short, long = sorted((_UMLAUT.sub(r"\1", one), _UMLAUT.sub(r"\1", other)), key=len)
    return long.startswith(short) and len(long) - len(short) <= 2


def nouns(sentence: Sentence, taken: Sequence[tuple[int, int]]) -> list[Said]:
    """Nouns of a sentence but those whose ends lie in `taken`, offsets in the article."""
    found = _found(_NOUN, sentence, taken, "noun")
    return [
        said
        for said in found
        if not _STATEMENT.fullmatch(said.text)
        and (said.start > sentence.start or not (said.text.lower() in _OPENING or _ADVERB.fullmatch(said.text)))
    ]


def others(sentence: Sentence, mentions: Iterable[Mention], taken: Sequence[tuple[int, int]]) -> list[Said]:
    """The names `mentions` of a sentence, and its words of other classes than nouns but those in `taken`; verbs only
    where they are whole."""
    named = [Said(m.article_id, m.start, m.end, m.text, form(m.text), m.label) for m in mentions]
    words = [said for said in _found(_OTHER, sentence, taken, "word") if said.text not in _EMPTY]
    return named + [said for said in words if not _PARTED.match(sentence.text, said.end - sentence.start)]


def _found(
    pattern: re.Pattern[str], sentence: Sentence, taken: Sequence[tuple[int, int]], label: str
) -> Iterator[Said]:
    for match in pattern.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if not any(start < b and a < end <= b for a, b in taken):
            yield Said(sentence.article_id, start, end, match[0], form(match[0]), label)


Two = tuple[Sequence[Said], Sequence[Said]]
"""Words of one sentence and of another."""
Pairs = Mapping[tuple[Said, Said], str]
"""Words of one sentence and of another that stand for the same, and what tells this from other such pairs."""


def of_one_head(one: Sentence, other: Sentence, said: Two) -> Pairs:
    """Nouns of two sentences, `said`, that are compounds of one head or one the head of the other, by their head."""
    pairs = {
        (first, second): _head(first.form, second.form)
        for first, second in product(*_own(one, other, said))
        if bool(_PRACTISED.search(first.text)) == bool(_PRACTISED.search(second.text))
        and not _spelled_out(first, second, one, other)
    }
    return _only({pair: head for pair, head in pairs.items() if head})


def in_one_slot(one: Sentence, other: Sentence, said: Two) -> Pairs:
    """Words of two sentences, `said`, that stand in one slot, by both their forms."""
    around = {word: _around(word, sentence) for sentence, mine in zip((one, other), said, strict=True) for word in mine}
    pairs = {
        (first, second): "/".join(sorted((first.form, second.form)))
        for first, second in product(*_own(one, other, said))
        if _alike(first, second)
        and (_is_noun(first) == _is_noun(second) or _introduced(first, one) == _introduced(second, other))
        and not _spelled_out(first, second, one, other)
        and not is_variant(first.form, second.form)
        and not {first.text.lower(), second.text.lower()} <= _PLAIN
        and _is_negated(first, one) == _is_negated(second, other)
        and _same(around[first], around[second])
    }
    return _only(pairs)


def preposition(sentence: Sentence, start: int) -> str:
    """The preposition that has the noun or name at an offset of the article; empty if there is none."""
    before = _BEHIND.search(sentence.text, max(0, start - sentence.start - _REACH), start - sentence.start)
    word = before["preposition"].lower() if before else ""
    return _CONTRACTED.get(word, word)


def own_pairs(one: Sentence, other: Sentence, said: Two) -> list[tuple[Said, Said]]:
    """The only words of `said` of either sentence, if the other sentence has them in no form."""
    own = _own(one, other, said)
    if [len(mine) for mine in own] != [1, 1] or [len(mine) for mine in said] != [1, 1]:
        return []
    ((first,), (second,)) = own
    return [] if is_variant(first.form, second.form) or _spelled_out(first, second, one, other) else [(first, second)]


def behind_one_preposition(one: Sentence, other: Sentence, said: Two) -> Pairs:
    """Nouns of two sentences, `said`, that stand alone behind one preposition, where what is done is the same: "mit
    einem Messer verletzt", "mit einer Stange verletzt"."""
    own = _own(one, other, said)
    behind: list[dict[str, list[Said]]] = []
    for mine, sentence in zip(own, (one, other), strict=True):
        found: dict[str, list[Said]] = {}
        for word in mine:
            if not _PARTICIPLE.search(word.text):
                found.setdefault(preposition(sentence, word.start), []).append(word)
        behind.append(found)
    return {
        (first[0], second[0]): "/".join(sorted((first[0].form, second[0].form)))
        for before, first in behind[0].items()
        if before and len(first) == 1 and len(second := behind[1].get(before, [])) == 1
        if _build(first[0], one) == _build(second[0], other)
        if _does_the_same(_beside(first[0], one), _beside(second[0], other))
        if not is_variant(first[0].form, second[0].form) and not _spelled_out(first[0], second[0], one, other)
    }


def _build(said: Said, sentence: Sentence) -> tuple[bool, bool]:
    """Whether a noun stands bare behind its preposition, and whether it goes on with what it is of: "Ankunft des
    Sturms", "Umgang mit dem Sturm"."""
    start, end = said.start - sentence.start, said.end - sentence.start
    is_bare = _BARE.search(sentence.text, max(0, start - _REACH), start)
    return bool(is_bare), bool(_OF_WHAT.match(sentence.text, end))


def _does_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two clauses tell of the same: two words and most of the shorter clause."""
    common = one & other
    return len(common) > 1 and len(common) >= SAME_CLAUSE * min(len(one), len(other))


def _beside(said: Said, sentence: Sentence) -> frozenset[str]:
    """Beginnings of the longer words beside a word in its clause, which tell what is done."""
    start, end = said.start - sentence.start, said.end - sentence.start
    clause = _CLAUSE_END.split(sentence.text[:start])[-1] + " " + _CLAUSE_END.split(sentence.text[end:])[0]
    return frozenset(word[:HEAD] for word in _WORD.findall(clause.lower()) if len(word) >= HEAD and word not in _EMPTY)


def _is_negated(said: Said, sentence: Sentence) -> bool:
    """Whether a negation stands before a word: of "nicht beeindruckt" and "enttäuscht" neither alone is the other."""
    before = _WORD.findall(sentence.text[: said.start - sentence.start].lower())[-NEIGHBOURS:]
    return not _NEGATIONS.isdisjoint(before)


def _own(one: Sentence, other: Sentence, said: Two) -> list[list[Said]]:
    """The words of either sentence that the other does not have in any form, be it in a name or a role, or without the
    rest of a compound: "Abstands- und Hygieneregeln"."""
    own = []
    for mine, theirs in zip(said, (other.text, one.text), strict=True):
        forms, firsts = set(used(theirs)), tuple(map(letters, _FIRST_PART.findall(theirs)))
        own.append(
            [word for word in mine if not (word.form.startswith(firsts) or any(inflected(word.form, f) for f in forms))]
        )
    return own


def _only(pairs: Pairs) -> Pairs:
    """The pairs of which neither word is in another."""
    return {
        (first, second): name
        for (first, second), name in pairs.items()
        if sum(first in pair for pair in pairs) == 1 and sum(second in pair for pair in pairs) == 1
    }


def _alike(first: Said, second: Said) -> bool:
    """Whether two words can stand in one slot; words but nouns and names must have one ending as well."""
    return any({first.label, second.label} <= labels for labels in _ALIKE) and (
        first.label not in ("word", "NORP") or _inflection(first.text) == _inflection(second.text)
    )


def _is_noun(said: Said) -> bool:
    return said.label == "noun"


def _introduced(said: Said, sentence: Sentence) -> str:
    """The word right before, determiners being one: a noun and a name that stand for the same are introduced alike."""
    before = _WORD.findall(sentence.text[: said.start - sentence.start].lower())
    return "" if not before else "der" if before[-1] in _DETERMINERS else before[-1]


def _inflection(word: str) -> str:
    match = _INFLECTION.search(word)
    return match[0] if match else ""


def _spelled_out(first: Said, second: Said, one: Sentence, other: Sentence) -> bool:
    """Whether, of a compound and a part of it, the sentence that has the part alone has the rest as well: "Konsum von
    Alkohol", "staatliche Hilfen"."""
    for compound, part, sentence in ((first, second, other), (second, first, one)):
        if part.form in compound.form:
            rest = compound.form.replace(part.form, "", 1)
            stem = rest.removesuffix("s") if len(rest) > PART + 1 else rest
            words = [letters(word) for word in _WORD.findall(sentence.text) if len(word) >= PART]
            if len(rest) >= PART and any(stem in word or rest.startswith(word) for word in words):
                return True
    return False


Around = tuple[frozenset[str], frozenset[str]]
"""Stems of the nearest words before and behind."""


def _around(said: Said, sentence: Sentence) -> Around:
    before = _WORD.findall(sentence.text[: said.start - sentence.start])[-NEIGHBOURS:]
    behind = _WORD.findall(sentence.text[said.end - sentence.start :])[:NEIGHBOURS]
    first, last = (frozenset(_ENDING.sub("", word.lower()) for word in words) for words in (before, behind))
    return first, last


def _same(one: Around, other: Around) -> bool:
    same = [*(one[0] & other[0]), *(one[1] & other[1])]
    return len(same) >= SLOT and any(len(word) >= HEAD for word in same)


def is_variant(one: str, other: str) -> bool:
    """Whether two forms are one word but for vowels or letters within it, a "zu", its spelling, or a slip of the pen:
    "einhalten", "einhielten"; "Corona-Impfung", "Coronavirus-Impfung"; "zurückkehren", "zurückzukehren"; "Club",
    "Klub"; "Schiffahrtsamt", "Schifffahrtsamt"."""
    for spelling, letter in _SPELLINGS:
        one, other = spelling.sub(letter, one), spelling.sub(letter, other)
    if one == other:
        return True
    start, end = _leading(one, other), _leading(one[::-1], other[::-1])
    same = start >= _ABLAUT and start + end >= PART and _VOWELS.sub("", one) == _VOWELS.sub("", other)
    linked = one.replace("s", "") == other.replace("s", "")  # "Essensraum", "Essenraum"
    short, long = sorted((len(one), len(other)))
    slip = long - short == 1 and short >= _LONG and start >= HEAD and start + end >= short
    return (
        same
        or slip
        or (start >= HEAD and end >= PART and linked)
        or (start >= HEAD and end >= HEAD and start + end >= min(len(one), len(other)))
    )


def _leading(one: str, other: str) -> int:
    """Letters with which both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _head(one: str, other: str) -> str:
    """The word in which two compounds end that are not the same; empty if there is none."""
    short, long = sorted((one, other), key=len)
    if long.endswith(short):
        return short if len(short) >= HEAD - 1 and long.removesuffix(short) not in PREFIXES else ""
    common = _leading(one[::-1], other[::-1])
    head = short[len(short) - common :]
    derived = _DERIVED.search(head)
    whole = not (derived and derived.start() < _STEM) and not _VERBAL.fullmatch(head)
    return head if common >= HEAD and len(short) - common >= PART and whole and not is_variant(one, other) else ""
