"""Files of a corpus: walking folders, reading bytes, and undoing gzip, all within limits."""

import gzip
import hashlib
import io
import os
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from lib.article import ANALYSIS, CORRECTIONS, Skipped
from lib.schema import TABLES

MAX_MB = 10.0
MEGABYTE = 1_000_000
NO_ARTICLE = re.compile(r"\.|(?:readme|licen[sc]e)(?:\.(?:md|txt))?$", re.IGNORECASE)
"""Names that are passed over without a word: hidden files, and what is about the folder."""
_TABLES = frozenset({ANALYSIS, *(f"{table}.{format}" for table in TABLES for format in ("parquet", "csv"))})
"""Names of the tables that an analysis is written to, whose rows have texts too."""


class File(NamedTuple):
    """A file of a corpus, as it lies on disk or was uploaded."""

    name: str
    """Path relative to the corpus, with "/"; unique in the corpus."""
    data: bytes


class UnreadableError(Exception):
    """A file or a row cannot be read. Holds the reason and what to do about it."""

    def __init__(self, reason: str, advice: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.advice = advice

    def skipped(self, path: str) -> Skipped:
        """The line that tells the reader so."""
        return Skipped(path, self.reason, self.advice)


def open_corpus(paths: Sequence[Path], *, max_mb: float = MAX_MB) -> tuple[list[File], list[Skipped]]:
    """Read all files of folders (recursively) and single files, in order of their names.

    Hidden files, README, LICENSE, the tables of an analysis and the corrections of the folder are passed over; links
    that lead out of a folder, what is no regular file, and files over `max_mb` megabytes (10^6 bytes) are skipped with
    a line. Does not raise: what cannot be opened is skipped too.
    """
    files: dict[str, File] = {}
    skipped: list[Skipped] = []
    roots = [path if path.is_dir() else path.parent for path in paths]
    base = Path(os.path.commonpath([root.absolute() for root in roots])) if roots else Path()
    for given in paths:
        closed: list[OSError] = []
        for path in [given] if not given.is_dir() else walk(given, closed):
            name = _name(path, base)
            if name in files:
                continue
            try:
                if path != given:
                    _stay_within(path, given)
                file = File(name, _read_bytes(path, max_mb))
                if not is_corrections(file):
                    files[name] = file
                elif path.name != CORRECTIONS or path.parent not in roots:
                    advice = f"name it {CORRECTIONS} and put it into the folder that is opened"
                    skipped.append(Skipped(name, "holds corrections and is not where they are looked for", advice))
            except UnreadableError as problem:
                skipped.append(problem.skipped(name))
        for error in closed:
            reason = f"cannot be opened ({error.strerror})"
            skipped.append(Skipped(_name(Path(error.filename), base), reason, "check its permissions"))
    return sorted(files.values()), sorted(skipped)


def _name(path: Path, base: Path) -> str:
    # Names that are no UTF-8 stay apart: "\\xfc" for a byte.
    return os.fsencode(path.absolute().relative_to(base).as_posix()).decode("utf-8", "backslashreplace")


def is_corrections(file: File) -> bool:
    """Whether a file, by its name and its first column, holds corrections of entities rather than articles."""
    head = file.data[:32].decode("utf-8-sig", "replace")
    is_called_so = file.name.rpartition("/")[2].casefold() == CORRECTIONS
    return is_called_so and head.casefold().startswith(("action,", "action;"))


def numbered(files: Iterable[File]) -> list[File]:
    """Files that were uploaded, of which those of one name have a number from the second on: "index (2).html"."""
    found: dict[str, File] = {}
    for name, data in files:
        stem, dot, ending = name.partition(".")
        names = chain([name], (f"{stem} ({number}){dot}{ending}" for number in count(2)))
        free = next(name for name in names if name not in found)
        found[free] = File(free, data)
    return list(found.values())


def digest(files: Sequence[File]) -> str:
    """SHA-256 of names and contents, in hexadecimal; the order of the files does not matter."""
    whole = hashlib.sha256()
    for name, data in sorted(files):
        for part in (name.encode("utf-8", "replace"), data):
            whole.update(len(part).to_bytes(8, "big"))
            whole.update(part)
    return whole.hexdigest()


def expand(data: bytes, *, max_mb: float = MAX_MB) -> bytes:
    """Undo gzip; reads no further than `max_mb` megabytes, so that a small file cannot fill the memory.

    Raises:
        UnreadableError: the data is no gzip, or larger than allowed.
    """
    limit = int(max_mb * MEGABYTE)
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            expanded = stream.read(limit + 1)
    except (OSError, EOFError, zlib.error):
        raise UnreadableError("is not a whole gzip file", "compress it again, or add it uncompressed") from None
    check_size(len(expanded), max_mb)
    return expanded


def check_size(n_bytes: int, max_mb: float) -> None:
    """Raises UnreadableError when a file has more than `max_mb` megabytes, or nothing at all."""
    if n_bytes == 0:
        raise UnreadableError("is empty", "delete it, or save the article again")
    if n_bytes > max_mb * MEGABYTE:
        raise UnreadableError(f"is larger than {max_mb:g} MB", "split it into smaller files")


def walk(folder: Path, closed: list[OSError]) -> Iterator[Path]:
    """Files to read below a folder, hidden ones left out, and the tables that an analysis was written to. Linked
    folders come as they are and are refused like any non-file; folders that cannot be opened are added to `closed`."""
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        here = Path(parent)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in links)
        own = _TABLES if ANALYSIS in names else frozenset()
        yield from (here / name for name in sorted(names + links) if not NO_ARTICLE.match(name) and name not in own)


def _stay_within(path: Path, folder: Path) -> None:
    try:
        inside = path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        raise UnreadableError("is a link that leads nowhere", "put the file itself into the folder") from None
    if not inside:
        raise UnreadableError("is a link out of the folder", "put the file itself into the folder")


def _read_bytes(path: Path, max_mb: float) -> bytes:
    # A pipe or a device would block or never end; only regular files are opened.
    if not path.exists():
        raise UnreadableError("does not exist", "check the path")
    if not path.is_file():
        raise UnreadableError("is not a regular file", "put the articles themselves into the folder")
    try:
        check_size(path.stat().st_size, max_mb)
        return path.read_bytes()
    except OSError as problem:
        raise UnreadableError(f"cannot be opened ({problem.strerror})", "check its permissions") from None
