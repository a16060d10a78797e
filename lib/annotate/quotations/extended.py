"""Attributes that stand between an article and its noun: "der aus vielen Filmen bekannte Darsteller"."""

import re
from collections.abc import Sequence

from lib.annotate.quotations.marks import DOUBLE
from lib.annotate.quotations.spans import Span, overlapping

_PREPOSITION = (
    r"(?:am?|an|aus|auf|bei|beim|durch|für|gegen|im?|in|mit|nach|seit|über|um|unter|von|vom|vor|wegen|zum?|zur|zwischen|"
    r"gestern|heute|kürzlich)"
)
_PARTICIPLE = (
    r"(?:[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)|(?:be|ent|er|miss|ver|zer|über|unter|wider)[a-zäöüß]{2,}(?:t|en)|"
    r"[a-zäöüß]{3,}(?:end|iert)|zuständig|ansässig|tätig|verantwortlich|wohnhaft|beheimatet)"
)
_ARTICLE = r"(?:[Dd](?:er|ie|as|e[mns])|[Dd]iese[mnrs]?|[Kk]?[Ee]ine?[mnrs]?|(?:[Ss]ein|[Ii]hr)e?[mnrs]?)"
ATTRIBUTE = re.compile(
    rf"{_PREPOSITION}\s(?:[^\s.,;{DOUBLE}]+\s){{0,8}}?(?!\w*eine)(?:[a-zäöüß]+[tn]|{_PARTICIPLE})e[nrms]?\s"
    r"(?P<noun>[A-ZÄÖÜ][\w-]+)"
)
"""Such an attribute without the article: "am Dienstag veröffentlichten Bericht"."""
_PHRASE = re.compile(
    rf"(?<!,\s)\b{_ARTICLE}\s(?P<within>{_PREPOSITION}\s(?:[^\s.,;:{DOUBLE}]+\s){{1,6}}?)"
    rf"(?:{_PARTICIPLE})e[nrms]?\s(?:[a-zäöüß-]+e[nrms]?\s)?[A-ZÄÖÜ][\w-]+"
)
"""A noun with its article and such an attribute; behind a comma a clause may begin so: "Boote, die in Moorau ..."."""
_BY = re.compile(r"(?:vo[nm]|durch)\s")
"""Before whoever did so."""
_REACH = 120
"""Characters beside some words in which the noun phrase stands of which they are."""


def whole(text: str, span: Span, sentence: Span, names: Sequence[Span]) -> Span:
    """Some words with the whole noun phrase of which they are, where that has such an attribute; who is named in that
    stays alone: "der von ihm geschriebene Brief".

    Args:
        span: offsets of the words.
        sentence: offsets of their sentence.
        names: in order.
    """
    begin, stop = max(sentence[0], span[0] - _REACH), min(sentence[1], span[1] + _REACH)
    for phrase in _PHRASE.finditer(text, begin, stop):
        if phrase.start() < span[1] and span[0] < phrase.end():
            within = overlapping(names, phrase.span("within"))
            is_named = any(start < span[1] <= end for start, end in within)
            if is_named or (span[1] < phrase.end("within") and _BY.match(phrase["within"])):
                return span
            following = overlapping(names, (phrase.end(), phrase.end() + 2))
            return min(span[0], phrase.start()), max([span[1], phrase.end(), *(end for _, end in following)])
    return span
