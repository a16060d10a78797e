"""Cached loaders: from the chosen corpus to its analysis. The only place that caches in Streamlit.

The work runs in a thread of the server, not of a visitor's page: a click in the middle of it loses nothing, and
visitors who open the same corpus at once wait for the same job.
"""

import contextlib
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, wait
from importlib.metadata import PackageNotFoundError, entry_points, version
from pathlib import Path

import streamlit as st

from lib import judge, read, store
from lib.article import CORRECTIONS, Analysis, Progress, Skipped

SAMPLE = Path(__file__).parents[1] / "sample" / "articles"

SHIPPED = "lesarten"
"""Stands for the encoder that Lesarten ships where pipelines are named."""

EDIT = "--edit"
"""On the command line: what the visitors correct is written to the corpus. Not for a dashboard that is shared."""

_PACKAGES = ("spacy", "onnxruntime", "sentencepiece", "scikit-learn", "babel", "trafilatura", "htmldate", "lxml")
"""Of which other versions may find other things."""
_LOOK = 0.2
"""Seconds between two looks at a running job."""


class Job:
    """An analysis under way in a thread of its own."""

    def __init__(self, work: Callable[[Progress], Analysis]) -> None:
        self.progress = ("read", 0, 1)
        self._future: Future[Analysis] = Future()
        threading.Thread(target=self._run, args=(work,), daemon=True).start()

    def _run(self, work: Callable[[Progress], Analysis]) -> None:
        try:
            self._future.set_result(work(self._report))
        except BaseException as error:  # the page that waits is to see it, whatever it is
            self._future.set_exception(error)

    def _report(self, stage: str, done: int, total: int) -> None:
        self.progress = (stage, done, total)

    def steps(self) -> Iterator[tuple[str, int, int]]:
        """Stage, done and total, again and again until the job is done."""
        while not self._future.done():
            wait([self._future], timeout=_LOOK)
            yield self.progress

    def result(self) -> Analysis:
        """The analysis; raises what the work raised, and TimeoutError before it is done."""
        return self._future.result(timeout=0)


def configured() -> list[Path]:
    """The paths after `--` on the command line, else those in LESARTEN_CORPUS, else none."""
    if given := [word for word in _arguments() if word != EDIT]:
        return [Path(word) for word in given]
    return [Path(word) for word in os.environ.get("LESARTEN_CORPUS", "").split(os.pathsep) if word]


def may_edit() -> bool:
    """Whether corrections made in the dashboard are written to the corpus."""
    return EDIT in _arguments()


def judges() -> str:
    """The language model that doubtful links are put to; empty if none, or if it is named wrongly, which a job says."""
    try:
        judging = judge.configured()
    except ValueError:
        return ""
    return judging.name if judging else ""


def _arguments() -> list[str]:
    return sys.argv[1:] if Path(sys.argv[0]).name == "dashboard.py" else []


def models() -> list[str]:
    """The pipelines that may find the names: LESARTEN_MODEL, the shipped encoder, and all installed German ones.

    The first is the one to begin with. An installed spaCy pipeline says so by an entry point; asking spaCy itself would
    take the seconds of its import.
    """
    installed = sorted(point.name for point in entry_points(group="spacy_models") if point.name.startswith("de_"))
    return list(dict.fromkeys([os.environ.get("LESARTEN_MODEL") or SHIPPED, SHIPPED, *installed]))


def corpus(paths: Sequence[Path], model: str = SHIPPED) -> Job:
    """The job that analyses the articles under `paths`: begun when they are first asked for, or have changed."""
    return _corpus(tuple(map(str, paths)), _fingerprint(paths), model)


class Upload:
    """A visitor's files, and the jobs that analyse them. Nothing of them is kept but by the caller."""

    def __init__(self, files: Sequence[read.File]) -> None:
        self.files = files
        self._jobs: dict[str, Job] = {}

    def job(self, model: str = SHIPPED) -> Job:
        """The job that analyses the files: begun when it is first asked for."""
        if model not in self._jobs:
            self._jobs[model] = Job(lambda progress: _analysis(self.files, [], model, progress, judge.configured()))
        return self._jobs[model]

    def drop(self, model: str = SHIPPED) -> None:
        """Forget the job of a model, so that it is tried again."""
        self._jobs.pop(model, None)


def drop(paths: Sequence[Path], model: str = SHIPPED) -> None:
    """Forget the job of a corpus, so that it is tried again."""
    _corpus.clear(tuple(map(str, paths)), _fingerprint(paths), model)


@st.cache_resource(max_entries=8, show_spinner=False)
def _corpus(paths: tuple[str, ...], fingerprint: tuple[tuple[str, int, int], ...], model: str) -> Job:
    def work(progress: Progress) -> Analysis:
        files, skipped = read.open_corpus([Path(path) for path in paths])
        judging = judge.configured()
        key = f"{read.digest(files)} {skipped} {_release(model)}" + (f" {judging.name}" if judging else "")
        analysis = store.cached(key)
        if analysis is None:
            analysis = _analysis(files, skipped, model, progress, judging)
            if not (judging and judging.failed):  # the next start asks again
                store.keep(key, analysis)
        return analysis

    return Job(work)


def _release(model: str) -> str:
    """A model and what reads, annotates and compares with it, with their versions: others find other things."""
    found = [model]
    for package in (*_PACKAGES, *([] if model == SHIPPED else [model])):
        with contextlib.suppress(PackageNotFoundError):  # a model may be a folder
            found.append(f"{package} {version(package)}")
    return " ".join(found)


def _analysis(
    files: Sequence[read.File],
    skipped: Sequence[Skipped],
    model: str,
    progress: Progress,
    judging: judge.LanguageModel | None,
) -> Analysis:
    from lib.analysis import analyse  # noqa: PLC0415  (seconds of imports, which a corpus from the store does not need)

    reading = read.read(files, progress=lambda done, total: progress("read", done, total))
    chosen = "" if model == SHIPPED else model
    return analyse(reading.articles, [*skipped, *reading.skipped], model=chosen, judge=judging, progress=progress)


def _fingerprint(paths: Sequence[Path]) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of change of every file that is read: cheap to take on every run of a page."""
    found = []
    for path in paths:
        for file in read.walk(path, []) if path.is_dir() else [path]:
            if file.name == CORRECTIONS:
                continue
            try:
                status = file.stat()
            except OSError:
                continue
            found.append((str(file), status.st_size, status.st_mtime_ns))
    return tuple(found)
