"""Command line: `python -m lib analyse CORPUS --out TABLES` reads articles and writes the tables of lib/schema.py."""

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from tqdm import tqdm

from lib import annotate, corrections, judge, read, schema, store
from lib.analysis import analyse
from lib.article import Analysis

EXIT_NOTHING_READ = 1
EXIT_USAGE = 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status: 0, 1 when nothing could be read, 2 on wrong usage."""
    args = _parser().parse_args(argv)
    absent = [path for path in args.corpus if not path.exists()]
    if absent:
        return _usage(f"there is no {', '.join(map(str, absent))}")
    if args.out.resolve() in {(path if path.is_dir() else path.parent).resolve() for path in args.corpus}:
        return _usage(f"--out {args.out}: the articles are there; choose another folder for the tables")
    nearest = next(path for path in (args.out, *args.out.absolute().parents) if path.exists())
    if not nearest.is_dir() or not os.access(nearest, os.W_OK):
        return _usage(f"--out {args.out}: {nearest} is no folder that can be written")
    try:
        annotate.load(args.model)
        judging = judge.configured()
    except (annotate.ModelError, ValueError) as error:
        return _usage(str(error))

    files, skipped = read.open_corpus(args.corpus, max_mb=args.max_mb)
    with _Bar() as bar:
        reading = read.read(files, max_mb=args.max_mb, progress=lambda done, total: bar.show("read", done, total))
        skipped = [*skipped, *reading.skipped]
        for line in skipped:
            bar.write(f"skipped {line.path}: {line.reason}. {line.advice}")
        if not reading.articles:
            bar.write(f"nothing could be read, {len(skipped)} skipped, nothing written")
            return EXIT_NOTHING_READ
        analysis = analyse(reading.articles, skipped, model=args.model, judge=judging, progress=bar.show)
        analysis = _corrected(analysis, args.corpus, bar)
    store.save(analysis, args.out, format=args.format)
    files_read = f"{len(files)} file{'s' if len(files) != 1 else ''}"
    print(
        f"read {len(reading.articles)} articles from {files_read}, skipped {len(skipped)}, "
        f"wrote {len(schema.TABLES)} tables to {args.out} ({analysis.model})"
    )
    return 0


def _corrected(analysis: Analysis, corpus: Sequence[Path], bar: "_Bar") -> Analysis:
    """The analysis with the corrections that lie beside the corpus; what cannot be applied is said."""
    made = []
    for file in corrections.beside(corpus):
        try:
            made += corrections.load(file)
        except corrections.CorrectionsError as error:
            bar.write(f"corrections in {file.name} are left out: {error}")
    analysis, failed = corrections.apply(analysis, made)
    for correction, reason in failed:
        bar.write(f"not corrected: {','.join(correction)}: {reason}")
    done = len(made) - len(failed)
    return replace(analysis, model=f"{analysis.model}; corrected by hand: {done}") if done else analysis


class _Bar:
    """One progress bar a stage, on standard error if that is a terminal."""

    def __init__(self) -> None:
        self._stage = ""
        self._bar: tqdm[Any] = tqdm(disable=True)

    def show(self, stage: str, done: int, total: int) -> None:
        if stage != self._stage:
            self._bar.close()
            self._bar = tqdm(total=total, bar_format=f"{stage:9}{{bar:40}} {{n_fmt}}/{{total_fmt}}", disable=None)
            self._stage = stage
        self._bar.update(done - self._bar.n)

    @staticmethod
    def write(line: str) -> None:
        tqdm.write(line, file=sys.stderr)

    def __enter__(self) -> "_Bar":
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lib", description=__doc__)
    command = parser.add_subparsers(required=True).add_parser("analyse", help="read a corpus and write its tables")
    command.add_argument(
        "corpus", type=Path, nargs="+", metavar="CORPUS", help="folder or file; several are one corpus"
    )
    command.add_argument("--out", type=Path, required=True, metavar="TABLES", help="folder for the tables")
    command.add_argument("--format", choices=["parquet", "csv"], default="parquet", help="default: parquet")
    command.add_argument("--model", default="", metavar="NAME", help="an installed spaCy pipeline to find names with")
    command.add_argument(
        "--max-mb", type=_positive, default=read.MAX_MB, metavar="N", help="largest file, default %(default)s"
    )
    return parser


def _positive(number: str) -> int:
    if not number.isdecimal() or int(number) < 1:
        raise argparse.ArgumentTypeError(f"{number!r} is no number of megabytes from 1")
    return int(number)


def _usage(problem: str) -> int:
    print(f"python -m lib: {problem}", file=sys.stderr)
    return EXIT_USAGE


if __name__ == "__main__":
    sys.exit(main())
