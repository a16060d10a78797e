"""Answers in interviews: paragraphs that begin with the name of who speaks, "Brook: Der Hafen bleibt offen."."""

import re
from collections import Counter
from typing import NamedTuple

from spacy.tokens import Doc

_TURN = re.compile(
    r"^(?P<who>(?:[A-ZÄÖÜ][\w.’-]{0,40} ){0,3}[A-ZÄÖÜ][\w’-]{1,40}):[^\S\n]+(?P<words>\S[^\n]*\S)", re.MULTILINE
)
_LEAST, _OWN = 3, 2
"""Fewest turns of an interview, and of somebody who speaks in it."""
_MIN_WORDS = 2


class Answer(NamedTuple):
    """Offsets of what a person says, and of the name before it."""

    start: int
    end: int
    who_start: int
    who_end: int


def answers(doc: Doc) -> list[Answer]:
    """What persons say in an interview, in order, each up to the next who speaks; questions of the medium are its own
    words. Nothing if the text of the Doc, whose names are set, is no interview."""
    text = doc.text  # spaCy builds it anew each time
    turns = list(_TURN.finditer(text))
    if len(turns) < _LEAST:
        return []
    surnames = {ent[-1].text for ent in doc.ents if ent.label_ == "PER"}
    often = Counter(turn["who"].split()[-1] for turn in turns)
    known = {surname for surname, n in often.items() if n >= _OWN} & surnames
    found = []
    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        start, end = turn.start("words"), following.start() if following else turn.end()
        words = text[start:end].rstrip()
        if turn["who"].split()[-1] in known and len(words.split()) >= _MIN_WORDS:
            found.append(Answer(start, start + len(words), *turn.span("who")))
    return found
