"""Corrections by hand, and their file.

The list is kept with the corpus as `entities.csv`, one correction a line in the order in which they were made:

    action,entity,value,article
    merge,per-schoigu,per-sergej-schoigu,
    split,per-mueller,Müller,article-7
    rename,loc-burma,Myanmar,
    retype,org-tass,ORG,
    hide,per-foto-dpa,,
    speaker,per-mueller,1045,article-3
    same,article-3:12,article-7:4,
    apart,article-3:15,article-7:4,
    aside,article-3:1045,article-7:388,
    alone,,,article-9
"""

import csv
import io
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lib.article import CORRECTIONS
from lib.schema import LABELS

Place = tuple[str, int]
"""A sentence: id of its article and its number. Or a value: id of its article and its first character."""

OF_ENTITIES = MERGE, SPLIT, RENAME, RETYPE, HIDE = ("merge", "split", "rename", "retype", "hide")
SPEAKER = "speaker"
OF_EVENTS = SAME, APART = ("same", "apart")
ASIDE = "aside"
ALONE = "alone"
ACTIONS = (*OF_ENTITIES, SPEAKER, *OF_EVENTS, ASIDE, ALONE)


class Correction(NamedTuple):
    """One line of the file."""

    action: str
    """One of ACTIONS."""
    entity: str
    """Id of the entity. Speaker: of the entity that speaks, unknown if empty. Same and apart: a sentence, as the id of
    its article, a colon and its number. Aside: a value, as the id of its article, a colon and its first character."""
    value: str = ""
    """Merge: id of the entity that it is. Split: the form that is another. Rename: its name. Retype: its label.
    Speaker: first character of the quotation. Same and apart: a sentence of the event to which the other sentence
    belongs, or does not. Aside: another value of the difference, to which the first is not to be compared."""
    article: str = ""
    """Split: the article whose mentions by that form are another; all articles if empty. Speaker: that of the
    quotation. Alone: the article that is about something else than the others of its story."""


class CorrectionsError(Exception):
    """A file holds no corrections; says which line is wrong, and why."""


def parse(text: str) -> list[Correction]:
    """The corrections of a file.

    Raises:
        CorrectionsError: if the columns are not those of Correction, or a line is none.
    """
    text = text.removeprefix("\ufeff")
    delimiter = max(",;", key=text.split("\n", 1)[0].count)  # spreadsheets in German write semicolons
    rows = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    try:
        if (columns := next(rows, [])) != list(Correction._fields):
            raise CorrectionsError(f"its columns are {','.join(columns)!r}, not {','.join(Correction._fields)!r}")
        found = []
        for row in rows:
            if not row:
                continue
            correction = Correction(*row) if len(row) == len(columns) else None
            if correction is None or (problem := wrong(correction)):
                raise CorrectionsError(
                    f"line {rows.line_num} {problem if correction else 'has too few or many columns'}"
                )
            found.append(correction)
    except csv.Error as error:
        raise CorrectionsError(f"line {rows.line_num} is no CSV: {error}") from None
    return found


def as_csv(corrections: Iterable[Correction]) -> str:
    """The file that `parse` reads."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Correction._fields)
    writer.writerows(corrections)
    return text.getvalue()


def load(path: Path) -> list[Correction]:
    """The corrections of a file; none if it is not there.

    Raises:
        CorrectionsError: see `parse`; or if the file cannot be read.
    """
    try:
        return parse(path.read_text(encoding="utf-8")) if path.exists() else []
    except UnicodeDecodeError as error:
        raise CorrectionsError("it cannot be read: it is not UTF-8") from error
    except OSError as error:
        raise CorrectionsError(f"it cannot be read: {error}") from error


def save(corrections: Iterable[Correction], path: Path) -> None:
    """Write the file; a reader never sees half of it.

    Raises:
        OSError: if it cannot be written.
    """
    with tempfile.TemporaryDirectory(prefix=".", dir=path.parent) as folder:  # each writer has its own draft
        draft = Path(folder) / path.name
        draft.write_text(as_csv(corrections), encoding="utf-8")
        draft.replace(path)


def beside(corpus: Sequence[Path]) -> list[Path]:
    """Where the file lies for each folder of a corpus, or beside each file of it."""
    folders = [path if path.is_dir() else path.parent for path in corpus]
    return [folder / CORRECTIONS for folder in dict.fromkeys(folders)]


def wrong(correction: Correction) -> str:
    """What is wrong with a correction before one knows the analysis."""
    if correction.action not in ACTIONS:
        return f"has the action {correction.action!r}, not one of {', '.join(ACTIONS)}"
    if correction.action in (SPEAKER, ALONE):
        is_named = correction.action == ALONE or re.fullmatch(r"\d{1,9}", correction.value, re.ASCII)
        what = "an article" if correction.action == ALONE else "a quotation by its first character and its article"
        return "" if is_named and correction.article else f"does not name {what}"
    if not correction.entity or (correction.action != HIDE and not correction.value.strip()):
        return "lacks the entity or the value"
    if correction.action == RETYPE and correction.value not in LABELS:
        return f"has the type {correction.value!r}, not one of {', '.join(LABELS)}"
    if correction.action in (*OF_EVENTS, ASIDE) and not (place(correction.entity) and place(correction.value)):
        return f"does not name two {'values' if correction.action == ASIDE else 'sentences'} as article:number"
    return ""


def place(named: str) -> Place | None:
    """A sentence or value named as article:number."""
    article, colon, number = named.rpartition(":")
    return (article, int(number)) if colon and article and re.fullmatch(r"\d{1,9}", number, re.ASCII) else None
