"""The lines of an article while it is cleaned: each is the article's, or furniture with a reason."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lib.article import Furniture

WORDS = re.compile(r"\w+")
# Behind the last sentence stands at times a sign or a credit in brackets.
SENTENCE_END = re.compile(r"[.!?…:][\"“”»«'’)\]]*(?:\s\([^()]{1,60}\))?$|,[\"“”»«]$")
ENDING = 100
"""Characters at the end of a line that tell whether it ends a sentence."""
ABBREVIATION = re.compile(r"(?:^|\W)(?:\d{1,2}|\w|Dr|Prof|St|bzw|ca|Nr|Mio|Mrd|vgl|sog|Abs|Art|Jh)\.$")
# Words of closed classes: with a capital letter they begin a sentence, a noun in the midst of one does not.
OPENERS = frozenset(
    re.findall(
        r"\w+",
        "der die das den dem des ein eine einen einem einer eines er sie es wir ich ihr man in im am an auf aus bei"
        " beim mit nach vor von vom zu zum zur für über unter um durch gegen ohne seit bis trotz wegen laut auch aber"
        " doch und oder denn sondern wenn weil als ob dass da dann so wie was wer wo warum wann dort hier heute gestern"
        " morgen nun noch nur schon dabei dazu damit danach dagegen darauf daran dies diese dieser dieses diesen jene"
        " alle beide sein seine seinen ihre ihren ihrem ihrer nicht kein keine zudem zuvor während nachdem obwohl"
        " außerdem allerdings jedoch bereits",
    )
)
# In small letters these end no line that is whole; "an" and "mit" may ("teilte er mit").
HANGING = frozenset(
    re.findall(
        r"\w+",
        "der die das dem den des ein eine einen einem einer eines im vom zur zum beim ins in von für und oder sowie",
    )
)


@dataclass(slots=True, eq=False)
class Line:
    """A line, or a part of one, of the text as it came."""

    text: str
    breaks: bool = True
    """Whether a paragraph begins here; else the line goes on where the line before stopped."""
    reason: str = ""
    """Why the line is not the article; empty when it is."""
    group: int = -1
    """Furniture of one group and reason is one piece."""
    title: bool = False


def split(text: str) -> list[Line]:
    """Lines with something on them, white space collapsed; a paragraph begins after each blank line."""
    lines: list[Line] = []
    blank = True
    for raw in text.splitlines():
        words = raw.split()
        if words:
            lines.append(Line(" ".join(words), blank))
        blank = not words
    return lines


def cut_end(lines: list[Line], at: int, start: int, reason: str) -> None:
    """Make what stands in the line at `at` from the character `start` on a piece of furniture of its own."""
    line = lines[at]
    lines.insert(at + 1, Line(line.text[start:].strip(), breaks=False, reason=reason))
    line.text = line.text[:start].rstrip()


def unwrap(lines: Sequence[Line]) -> None:
    """Tell lines that a program wrapped from lines that are paragraphs, by setting `breaks`.

    A text of which no line goes on in small letters is not wrapped: each line is a paragraph, unless the one before
    hangs in the air ("sagte der"). In others a line goes on unless the line before ends a sentence, or stands like a
    heading before a sentence's first word.
    """
    own = [line for line in lines if not line.reason and not line.title]
    pairs = list(pairwise(own))
    wrapped = any(
        not after.breaks and after.text[0].islower() and not ends_sentence(line.text) for line, after in pairs
    )
    for line, after in pairs:
        if after.breaks:
            continue
        if not wrapped:
            after.breaks = line.text.split()[-1] not in HANGING
        elif ends_sentence(line.text):
            after.breaks = not _abbreviated(line.text) and not after.text[0].islower()
        else:
            after.breaks = line.breaks and _opens(after.text) and line.text.split()[-1] not in OPENERS


def assemble(lines: Iterable[Line]) -> tuple[str, tuple[Furniture, ...]]:
    """The article's text, paragraphs separated by a blank line, and the furniture with its place in that text."""
    text = ""
    removed: list[tuple[Line, Furniture]] = []
    pending = False  # a paragraph began on a line that was taken out
    for line in lines:
        pending |= line.breaks
        if line.reason:
            before = removed[-1] if removed else None
            if before and line.group >= 0 and (before[0].group, before[0].reason) == (line.group, line.reason):
                removed[-1] = (line, before[1]._replace(text=f"{before[1].text}\n{line.text}"))
            else:
                removed.append((line, Furniture(len(text), line.text, line.reason)))
            continue
        text += ("\n\n" if pending else " ") * bool(text) + line.text
        pending = line.title
    return text, tuple(piece for _, piece in removed)


def ends_sentence(text: str) -> bool:
    """Whether a line ends as sentences do."""
    return bool(SENTENCE_END.search(text[-ENDING:]))


def is_prose(text: str) -> bool:
    """Whether a line is running text: it ends a sentence, or is too long for a heading."""
    n_words = len(WORDS.findall(text))
    return (n_words >= 5 and ends_sentence(text)) or n_words > 25


def key(text: str) -> str:
    """Letters and digits alone, umlauts spelled out: equal for two spellings of one title."""
    folded = text.casefold()
    for umlaut, spelled in (("ä", "ae"), ("ö", "oe"), ("ü", "ue")):
        folded = folded.replace(umlaut, spelled)
    return "".join(filter(str.isalnum, folded))


def _opens(text: str) -> bool:
    """Whether a line begins as sentences do, with a capital letter on a word of a closed class."""
    word = WORDS.search(text)
    return word is not None and word[0].istitle() and word[0].casefold() in OPENERS


def _abbreviated(text: str) -> bool:
    """Whether the full stop at the end belongs to an ordinal, an initial or an abbreviation ("3.", "J.", "Dr.")."""
    return bool(ABBREVIATION.search(text[-ENDING:]))
