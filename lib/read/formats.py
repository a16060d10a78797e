"""Formats: each turns the bytes of a file into records."""

import csv
import io
import json
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import pyarrow
from pyarrow import parquet

from lib.article import Skipped
from lib.read import markdown
from lib.read.encoding import decode
from lib.read.files import MAX_MB, MEGABYTE, File, UnreadableError, check_size, expand
from lib.read.html import page
from lib.read.tables import NO_TEXT, Record, column_of, fields, listed, record

SURPLUS = "\0"  # no name of a column
TOO_MANY = "has more cells than the table has columns", "put quotation marks around cells that hold the delimiter"
_DELIMITER = re.compile(r"\Asep=.\n")
"""The first line of some of Excel's tables."""
_BATCH = 4  # rows of a Parquet file that are unfolded at once
csv.field_size_limit(sys.maxsize)  # an article is one field, and longer than the 128 KB that csv allows

Rows = Iterator[Record | Skipped]


def records(file: File, *, max_mb: float = MAX_MB) -> Rows:
    """What a file holds; rows that cannot be read come as Skipped.

    Raises:
        UnreadableError: the whole file cannot be read. Also while the rows are taken, since they are read one by one.
    """
    check_size(len(file.data), max_mb)
    data, path = file.data, PurePosixPath(file.name)
    if path.suffix.lower() == ".gz":
        data, path = expand(data, max_mb=max_mb), path.with_suffix("")
    suffix = path.suffix.lower()
    if suffix not in FORMATS:
        name = f'"{suffix}"' if suffix else "without a suffix"
        raise UnreadableError(f"is of a kind that is not read ({name})", "save its text as .txt or its page as HTML")
    left, empty = max_mb * MEGABYTE, True
    for row in FORMATS[suffix](data, file.name):
        left -= sum(len(value) for value in row if isinstance(value, str))
        if left < 0:  # compressed tables unfold far beyond their files
            check_size(int(max_mb * MEGABYTE) + 1, max_mb)
        yield row
        empty = False
    if empty:
        raise UnreadableError("holds no articles", "delete it, or export the table again")


def rows(data: bytes) -> Iterator[dict[str, str]]:
    """Rows of a table with delimiters; the header tells which delimiter. What a row holds beyond it comes as `SURPLUS`.

    Raises:
        UnreadableError: the table is damaged.
    """
    text = _DELIMITER.sub("", decode(data).lstrip("\n"))
    delimiter = max("\t;,|", key=text.split("\n", 1)[0].count)
    reader: csv.DictReader[Any] = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            surplus: Any = row.pop(None, None)
            cells = {name: value or "" for name, value in row.items()}
            yield cells | ({SURPLUS: "".join(surplus)} if surplus and any(surplus) else {})
    except csv.Error:
        problem = f"is damaged after line {reader.line_num}"
        raise UnreadableError(problem, "check the quotation marks around the cells") from None


def _text(data: bytes, path: str) -> Rows:
    text = decode(data)
    if not text.strip():
        raise UnreadableError("is empty", "delete it, or save the article again")
    yield Record(path, text=text)


def _markdown(data: bytes, path: str) -> Rows:
    whole = text = decode(data)
    try:
        values, text = markdown.front_matter(whole)
        if values and not any(map(column_of, values)):  # a paragraph between two lines
            values, text = {}, whole
    except ValueError as problem:
        values = {}
        yield Skipped(
            path, f"its front matter {problem}; the text was read without it", "correct the lines between ---"
        )
    yield Record(path, **fields(values) | {"text": markdown.plain(text)})


def _page(data: bytes, path: str) -> Rows:
    yield page(data, path)


def _json(data: bytes, path: str) -> Rows:
    try:
        value = json.loads(decode(data))
    except (ValueError, RecursionError):
        raise UnreadableError("is not valid JSON", "correct it; one object a line belongs into a .jsonl file") from None
    found = list(listed(value))
    for number, row in enumerate(found, 1):
        yield _row(path if len(found) == 1 and row is value else f"{path}#{number}", row)


def _json_lines(data: bytes, path: str) -> Rows:
    for number, line in enumerate(decode(data).split("\n"), 1):
        if line.strip():
            try:
                yield _row(f"{path}#{number}", json.loads(line))
            except (ValueError, RecursionError):
                yield Skipped(f"{path}#{number}", "is not valid JSON", "correct the line")


def _row(path: str, row: Any) -> Record | Skipped:
    return record(path, row) if isinstance(row, Mapping) else Skipped(path, *NO_TEXT)


def _table(data: bytes, path: str) -> Rows:
    for number, row in enumerate(rows(data), 1):
        if number == 1:
            _require_text(row)
        if SURPLUS in row:
            yield Skipped(f"{path}#{number}", *TOO_MANY)
        else:
            yield record(f"{path}#{number}", row)


def _parquet(data: bytes, path: str) -> Rows:
    try:
        table = parquet.ParquetFile(pyarrow.BufferReader(data))
        _require_text(dict.fromkeys(table.schema_arrow.names))
        number = 0
        for batch in table.iter_batches(batch_size=_BATCH):
            for row in batch.to_pylist():
                number += 1
                yield record(f"{path}#{number}", row)
    except (pyarrow.ArrowException, OSError, ValueError):
        raise UnreadableError("is not a valid Parquet file", "export the table again") from None


def _require_text(row: Mapping[str, Any]) -> None:
    if "text" not in map(column_of, row):
        raise UnreadableError("has no column with the text", NO_TEXT[1])


FORMATS: dict[str, Callable[[bytes, str], Rows]] = {
    ".txt": _text,
    ".md": _markdown,
    ".html": _page,
    ".htm": _page,
    ".json": _json,
    ".jsonl": _json_lines,
    ".csv": _table,
    ".tsv": _table,
    ".parquet": _parquet,
}
