"""Formats: each turns the bytes of a file into records."""

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from lib.article import Skipped
from lib.read.encoding import decode
from lib.read.files import MAX_MB, File, Unreadable, check_size, expand
from lib.read.tables import Record, record

csv.field_size_limit(sys.maxsize)

Rows = Iterator[Record | Skipped]


def records(file: File, *, max_mb: float = MAX_MB) -> Rows:
    """What a file holds, as records; rows that cannot be read come as Skipped.

    Raises:
        Unreadable: the whole file cannot be read.
    """
    path = PurePosixPath(file.name)
    check_size(len(file.data), max_mb)
    data = file.data
    if path.suffix.lower() == ".gz":
        data, path = expand(data, max_mb=max_mb), path.with_suffix("")
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        raise Unreadable(f"has a format that is not read ({suffix or 'no suffix'})", "save the article as text or HTML")
    return FORMATS[suffix](data, file.name)


def _text(data: bytes, path: str) -> Rows:
    yield Record(path, text=decode(data))


def _lines(data: bytes, path: str) -> Rows:
    for number, line in enumerate(decode(data).split("\n"), 1):
        if line.strip():
            try:
                yield from _rows(f"{path}#{number}", json.loads(line))
            except (ValueError, RecursionError):
                yield Skipped(f"{path}#{number}", "is not valid JSON", "correct the line")


def _json(data: bytes, path: str) -> Rows:
    try:
        yield from _rows(path, json.loads(decode(data)))
    except (ValueError, RecursionError):
        raise Unreadable("is not valid JSON", "correct the file, or save it as JSON Lines (.jsonl)") from None


def _rows(path: str, value: Any) -> Rows:
    yield record(path, value)


def _csv(data: bytes, path: str) -> Rows:
    text = decode(data)
    header = text.split("\n", 1)[0]
    delimiter = max("\t;,", key=header.count)
    for number, row in enumerate(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter), 1):
        yield record(f"{path}#{number}", row)


FORMATS: dict[str, Callable[[bytes, str], Rows]] = {
    ".txt": _text,
    ".jsonl": _lines,
    ".json": _json,
    ".csv": _csv,
    ".tsv": _csv,
}
