"""`articles.csv`: what a folder's owner states about its files."""

import csv
import io
import posixpath
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from unicodedata import normalize

from lib.article import Skipped
from lib.read.files import File, UnreadableError
from lib.read.formats import SURPLUS, TOO_MANY, rows
from lib.read.tables import COLUMNS, FILE, column_of, fields

NAME = "articles.csv"


class Overrides(NamedTuple):
    """What is stated about files.

    `tables` are the names of the tables that state it, which hold no articles themselves; `rows` has, by file, the
    columns with something in them.
    """

    tables: frozenset[str]
    rows: dict[str, dict[str, Any]]


def overrides(files: Sequence[File], skipped: list[Skipped]) -> Overrides:
    """Read each `articles.csv` that has a column `file` (relative to it) and no text of its own.

    A damaged table, and rows about files that are not there, are added to `skipped`.
    """
    names = {_path("", file.name): file.name for file in files}
    tables = set()
    stated: dict[str, dict[str, Any]] = {}
    for table in files:
        if posixpath.basename(table.name).casefold() != NAME:
            continue
        try:
            for number, row in enumerate(rows(table.data), 1):
                columns = {name.strip().casefold(): value.strip() for name, value in row.items()}
                if "text" in map(column_of, columns) or not set(FILE) & set(columns):
                    break
                tables.add(table.name)
                file = next((columns[name] for name in FILE if columns.get(name)), "").replace("\\", "/")
                path = names.get(_path(table.name, file)) if file else None
                if SURPLUS in row:
                    skipped.append(Skipped(f"{table.name}#{number}", *TOO_MANY))
                elif path in stated:
                    skipped.append(Skipped(f"{table.name}#{number}", f'is the second row about "{file}"', "keep one"))
                elif path:
                    stated[path] = {column: value for column, value in fields(row).items() if value}
                else:
                    skipped.append(
                        Skipped(f"{table.name}#{number}", f'is about a file that is not there ("{file}")', "correct it")
                    )
        except UnreadableError as problem:
            tables.add(table.name)
            skipped.append(problem.skipped(table.name))
    return Overrides(frozenset(tables), stated)


def stating(files: Sequence[File], added: Mapping[str, Mapping[str, str]]) -> list[File]:
    """The files with one `articles.csv` in place of theirs, which states all that those state and more.

    Args:
        files: of a corpus.
        added: by file, the columns that are to say something else than before.
    """
    before = overrides(files, [])
    rows = {
        path: {**row, "published": row.get("published") or row.get("undated", "")} for path, row in before.rows.items()
    }
    for path, row in added.items():
        rows[path] = {**rows.get(path, {}), **row}
    columns = [column for column in COLUMNS if any(row.get(column) for row in rows.values())]
    out = io.StringIO()
    writer = csv.DictWriter(out, [FILE[0], *columns], extrasaction="ignore")
    writer.writeheader()
    writer.writerows({FILE[0]: path, **row} for path, row in rows.items())
    return [file for file in files if file.name not in before.tables] + [File(NAME, out.getvalue().encode("utf-8"))]


def _path(table: str, file: str) -> str:
    """The path of a file that a table names relative to itself; one system writes "ü" in one, another in two."""
    return normalize("NFC", posixpath.normpath(posixpath.join(posixpath.dirname(table), file)))
