"""German numerals, spelled out."""

from decimal import Decimal

_ONES_TEXT = """null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn
siebzehn achtzehn neunzehn"""
_TENS_TEXT = "zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig"
ONES, _TENS = _ONES_TEXT.split(), _TENS_TEXT.split()
"""From none to nineteen, and from twenty in tens."""
_BELOW_100 = {word: number for number, word in enumerate(ONES) if number} | {
    (f"{one}und" if number else "") + ten: 10 * tens + number
    for tens, ten in enumerate(_TENS, 2)
    for number, one in enumerate(["", *ONES[1:10]])
}
_BELOW_1000 = _BELOW_100 | {
    head + "hundert" + join + tail: 100 * (_BELOW_100.get(head, 1)) + _BELOW_100.get(tail, 0)
    for head in ["", *ONES[1:10]]
    for tail in ["", *_BELOW_100]
    for join in (["", "und"] if tail else [""])
}
_SPELLED = {word: Decimal(number) for word, number in _BELOW_1000.items() if number > 1} | {
    "anderthalb": Decimal("1.5"),
    "eineinhalb": Decimal("1.5"),
    **{f"{one}einhalb": number + Decimal("0.5") for number, one in enumerate(ONES[:11]) if number > 1},
}


def spelled(word: str) -> Decimal | None:
    """The number that a word in lower case spells, if it does: "zweiundzwanzig", "dreihunderttausend", "eineinhalb"."""
    head, thousand, tail = word.partition("tausend")
    if not thousand:
        return _SPELLED.get(word)
    thousands, rest = _BELOW_1000.get(head, 0 if head else 1), _BELOW_1000.get(tail.removeprefix("und"), 0)
    return Decimal(1000 * thousands + rest) if thousands and (rest or not tail) else None
