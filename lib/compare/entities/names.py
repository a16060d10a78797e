"""Names as strings: what is left of a name when its spelling, case ending or title is taken away.

All functions are pure. A key is what equal names share; two names are the same only if `merging` and
the rules that it calls say so.
"""

import re
import unicodedata
from functools import lru_cache

PARTICLES = frozenset(
    re.findall(r"\w+", "von vom van der den de di da do dos das del della du la le zu zum zur bin ibn al el af av ter")
)
"""Words that stand before a surname and belong to it."""

_NOBILITY = frozenset(
    re.findall(r"\w+", "graf graefin prinz prinzessin freiherr freifrau baron baroness count prince princess of")
)

_TITLE = re.compile(
    r"""(?:dr|prof|dipl|ing|med|phil|jur|h\.?\s?c|hr|fr|st|gen)\.(?=[\s-])
    | (?:herrn?|frau|sir|lady|lord|dame|baron(?:in|ess)?|graf|gräfin|prinz(?:essin)?|könig(?:in)?|kaiser(?:in)?|papst
        |kardinal|bischof|pfarrer|pater|mr|mrs|ms|scheich|ajatollah|genosse|genossin|general|oberst|admiral|marschall
        |professor(?:in)?|doktor|machthaber|diktator|staatschef|regierungschef|staatsmann|führer|ex
        |\w*(?:präsident|kanzler|minister|sekretär|sprecher|berater|politiker|kandidat|bürgermeister|chef|trainer
        |gouverneur|senator|vorsitzende|abgeordnete|direktor|botschafter|kommissar|richter|anwalt|leiter)(?:in|r|n|s)?
    )(?=\s|-(?=\w*\s))""",
    re.IGNORECASE | re.VERBOSE,
)
_QUALIFIER = re.compile(r"^(.+?)\s*\(.*\)$|^(.+\s.+),.*$")
_ENDING = re.compile(r"(?<=\w{3})(?:e[nmrs]?|s)$")
_PEOPLE = [re.compile(rf"(?<=\w{{3}})(?:{e})$") for e in ("innen|in|ern|e[nmrs]?|n|s", "isch", "er")]
_LEGAL_FORM = re.compile(
    r"\s(?:g?GmbH(?: & Co\. KG)?|AG(?: & Co\. KGaA)?|SE|KGa?A?|OHG|UG|e\.\s?V\.?|Inc\.?|Ltd\.?|plc)$"
)
_LETTERS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ł": "l", "ø": "o", "ı": "i", "đ": "d", "æ": "ae", "œ": "oe"}
)


@lru_cache(maxsize=1 << 16)
def letters(text: str) -> str:
    """Lower-case letters and digits only; umlauts as ae, oe, ue, all other accents dropped."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS)) if c.isalnum())


def words(text: str) -> tuple[str, ...]:
    """The letters of each word; a hyphen does not part words."""
    return tuple(filter(None, map(letters, text.replace(".", ". ").split())))


@lru_cache(maxsize=1 << 16)
def without_title(name: str) -> str:
    """A person's name without titles and roles in front and qualifiers behind, as written."""
    bare = _QUALIFIER.sub(r"\1\2", name)
    while (title := _TITLE.match(bare)) and (rest := bare[title.end() :].lstrip(" -.")):
        bare = rest
    return bare or name


def genitive_bases(key: str) -> tuple[str, ...]:
    """Keys of which the last word, as letters, can be the genitive: 'putins' of 'putin', 'landtages' of 'landtag'."""
    bases = []
    if key.endswith("s") and len(key) > 3:
        bases.append(key[:-1])
        if key.endswith("es") and len(key) > 5:
            bases.append(key[:-2])
    return tuple(bases)


def surname(name: tuple[str, ...]) -> tuple[str, ...]:
    """The last word with the particles before it: ('von', 'der', 'leyen')."""
    start = len(name) - 1
    while start > 0 and name[start - 1] in PARTICLES:
        start -= 1
    return name[start:]


def particle(word: str) -> bool:
    """Whether a word of a name, which is not the first, may be left out: a particle, or a rank of nobility."""
    return letters(word) in PARTICLES | _NOBILITY


def is_full(name: tuple[str, ...]) -> bool:
    """Whether a person's name has a given name, not only an initial, before the surname."""
    return any(len(word) > 1 for word in name[: -len(surname(name))])


@lru_cache(maxsize=1 << 16)
def inflection(text: str) -> str:
    """Key that the case forms of a name of several words share: 'europaeischunion' of 'der Europäischen Union'."""
    parts = [
        letters(word) for word in text.split() if word.casefold() not in {"der", "die", "das", "den", "dem", "des"}
    ]
    parts = [part for part in parts if part]
    return "".join([_ENDING.sub("", part) for part in parts[:-1]] + parts[-1:]) or letters(text)


@lru_cache(maxsize=1 << 16)
def stem(text: str) -> str:
    """Key that the words derived from a place share: 'nordkorean' of 'nordkoreanischen' and 'Nordkoreaner'."""
    key = letters(text)
    for ending in _PEOPLE:
        key = ending.sub("", key)
    return key


def without_legal_form(name: str) -> str:
    """A company's name without what says which kind of company it is: "GmbH", "e.V."."""
    return _LEGAL_FORM.sub("", name)


def abbreviates(short: str, long: str) -> bool:
    """Whether `short` looks like an abbreviation whose letters stand in `long` in order, the first at its start."""
    if not re.fullmatch(r"[A-ZÄÖÜ][\w-]{1,8}", short) or sum(c.isupper() for c in short) < 2:
        return False
    rest = iter(letters(long))
    key = letters(short)
    return letters(long)[:1] == key[:1] and all(c in rest for c in key)
