"""Analysis <-> files: one Parquet or CSV file per table, and analysis.json, which says what made them."""

import contextlib
import functools
import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path
from typing import Literal

import pandas as pd

from lib import __version__, schema
from lib.article import ANALYSIS, Analysis

Format = Literal["parquet", "csv"]

KEPT = 20
"""Analyses that the cache holds; the ones that were not used for longest go first."""


class StoreError(Exception):
    """A folder does not hold the tables of this version."""


def save(analysis: Analysis, folder: Path, *, format: Format = "parquet") -> None:
    """Write every table to `folder`/NAME.parquet or NAME.csv; the folder is made, files of other names stay.

    Raises:
        OSError: if the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    is_own = (folder / ANALYSIS).exists()
    for name, frame in analysis.tables.items():
        if is_own:  # what an analysis left there before
            (folder / f"{name}.{'csv' if format == 'parquet' else 'parquet'}").unlink(missing_ok=True)
        if format == "parquet":
            frame.to_parquet(folder / f"{name}.parquet", index=False)
        else:
            frame.to_csv(folder / f"{name}.csv", index=False)
    about = {"lesarten": __version__, "model": analysis.model, "articles": len(analysis.tables["articles"])}
    (folder / ANALYSIS).write_text(json.dumps(about, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def load(folder: Path) -> Analysis:
    """Read what `save` wrote as Parquet.

    Raises:
        StoreError: if a table is absent, unreadable, or has other columns than the schema.
    """
    try:
        about = json.loads((folder / ANALYSIS).read_text(encoding="utf-8"))
        tables = {name: pd.read_parquet(folder / f"{name}.parquet") for name in schema.TABLES}
        model = about["model"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StoreError(f"{folder} does not hold an analysis: {error}") from error
    for name, frame in tables.items():
        if list(frame.columns) != list(schema.dtypes(name)):
            raise StoreError(f"{folder / name}.parquet has other columns than this version writes")
    return Analysis(tables, model)


def cached(key: str) -> Analysis | None:
    """The analysis that was kept under `key`, or None."""
    folder = _folder(key)
    try:
        analysis = load(folder)
    except StoreError:
        return None
    with contextlib.suppress(OSError):  # of a cache that can only be read
        os.utime(folder)
    return analysis


def keep(key: str, analysis: Analysis) -> None:
    """Keep an analysis for `cached`. A reader never sees half of it; where nothing can be written, nothing is kept."""
    folder = _folder(key)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder.parent) as draft:
            save(analysis, Path(draft) / "tables")
            shutil.rmtree(folder, ignore_errors=True)
            (Path(draft) / "tables").rename(folder)
        oldest_first = sorted(folder.parent.glob("analysis-*"), key=lambda path: path.stat().st_mtime)
        for old in oldest_first[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)
    except OSError:
        return


def _folder(key: str) -> Path:
    """In LESARTEN_CACHE, else in the user's cache folder (XDG); named by a hash of the key and of the program."""
    base = os.environ.get("LESARTEN_CACHE") or Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache") / "lesarten"
    return Path(base).expanduser() / f"analysis-{hashlib.sha256(f'{_code()} {key}'.encode()).hexdigest()[:24]}"


@functools.cache
def _code() -> str:
    """Digest of the program's own files, word lists and models: an analysis that others made is not used."""
    package = Path(__file__).parent
    digest = hashlib.sha256(__version__.encode())
    for path in sorted(path for path in package.rglob("*") if path.is_file()):
        if not {"show", "sample", "__pycache__"} & set(path.relative_to(package).parts):
            digest.update(path.read_bytes())
    return digest.hexdigest()
