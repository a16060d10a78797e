"""A visitor's corrections: each corpus has its own, and every visitor his own."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from lib import corrections
from lib.article import CORRECTIONS, Analysis
from lib.corrections import HIDE, MERGE, OF_ENTITIES, RENAME, RETYPE, SPLIT, Correction, CorrectionsError
from lib.show import state

_DONE = {
    MERGE: "Merged: both are one entity now.",
    SPLIT: "Split: it is an entity of its own now.",
    RENAME: "Renamed.",
    RETYPE: "The type is changed.",
    HIDE: "Hidden. To have it back, undo it under “Corrections by hand”.",
}
"""What a correction has done."""
_ALL, _OPEN, _NEXT, _SAID = "edits", "open edits", "next entity", "said of a correction"


class Edits:
    """A visitor's corrections of one corpus.

    Attributes:
        made: the corrections, in order.
        failed: those that could not be applied, with the reason.
        problem: why a file of corrections could not be used; empty if there was none.
    """

    def __init__(self, made: list[Correction], file: Path | None = None, problem: str = "") -> None:
        self.made = made
        self.failed: list[tuple[Correction, str]] = []
        self.problem = problem
        self._file = file
        self._applied: tuple[Analysis, list[Correction], Analysis] | None = None

    @property
    def is_kept(self) -> bool:
        """Whether every change is written to the corpus."""
        return self._file is not None

    def applied(self, analysis: Analysis) -> Analysis:
        """The analysis with the corrections; not done again while neither has changed."""
        if self._applied is None or self._applied[0] is not analysis or self._applied[1] is not self.made:
            after, self.failed = corrections.apply(analysis, self.made)
            self._applied = analysis, self.made, after
        return self._applied[2]

    def replace(self, made: list[Correction]) -> None:
        """Have these corrections instead."""
        self.made = made
        if self._file:
            try:
                corrections.save(made, self._file)
            except OSError as error:
                self._leave_file(f"could not be written: {error.strerror}")

    def add(self, correction: Correction) -> None:
        """Make a correction."""
        self.replace([*self._now(), correction])

    def undo(self) -> Correction:
        """Take the last correction back, and return it."""
        last, now = self.made[-1], self._now()
        at = max((i for i, correction in enumerate(now) if correction == last), default=len(now))
        self.replace(now[:at] + now[at + 1 :])
        return last

    def _now(self) -> list[Correction]:
        """The corrections, with those that their file has got from elsewhere in the meantime."""
        try:
            return corrections.load(self._file) if self._file else self.made
        except CorrectionsError as error:
            self._leave_file(f"is not written any more: {error}")
            return self.made

    def _leave_file(self, reason: str) -> None:
        """Keep the corrections in the session only: what the file lacks would be lost, what it has written over."""
        self.problem = f"{CORRECTIONS} {reason}; corrections stay in this session"
        self._file = None


def begin(corpus: str, files: Sequence[Path] = (), *, keep: bool = False) -> Edits:
    """The session's corrections of a corpus, which become the open ones.

    Args:
        corpus: what tells corpora apart.
        files: what holds the corrections that the corpus comes with, as far as there; a session begins with them.
        keep: write every change to the file, if it is one only and can be read, rather than change the session only.
    """
    every: dict[str, Edits] = st.session_state.setdefault(_ALL, {})
    if corpus not in every:
        made, problem = [], ""
        for file in files:
            try:
                made += corrections.load(file)
            except CorrectionsError as error:
                problem = f"{file.name} is left out: {error}"
        if keep and len(files) != 1:
            keep, problem = False, problem or f"{CORRECTIONS} is not written: --edit takes one PATH"
        # What could not be read must not be written over.
        every[corpus] = Edits(made, files[0] if keep and not problem else None, problem)
    st.session_state[_OPEN] = every[corpus]
    return every[corpus]


def begin_with(corpus: str, uploaded: Sequence[bytes], *, goes_on: bool) -> None:
    """Begin the corrections of a corpus anew with those in uploaded files, after those made so far if it `goes_on`."""
    every: dict[str, Edits] = st.session_state.setdefault(_ALL, {})
    edits = Edits(list(every[corpus].made) if goes_on and corpus in every else [])
    for data in uploaded:
        try:
            edits.made += corrections.parse(data.decode("utf-8-sig"))
        except (CorrectionsError, UnicodeDecodeError) as error:
            edits.problem = f"{CORRECTIONS} is left out: {error}"
    every[corpus] = edits


def current() -> Edits:
    """The corrections of the open corpus."""
    edits: Edits = st.session_state[_OPEN]
    return edits


def reopen(key: str) -> None:
    """Open the entity that the last correction left, as the value of a widget that is not yet drawn."""
    if _NEXT in st.session_state:
        state.choose(**{key: st.session_state.pop(_NEXT)})


def make(correction: Correction, then: str) -> None:
    """Make a correction, and draw the page anew with the entity `then` open."""
    current().add(correction)
    st.session_state[_NEXT] = then
    st.toast(_DONE[correction.action], icon=":material/check:")
    st.rerun()


def say(words: str) -> None:
    """Have the page say something when it is drawn anew: what became of a correction, as its tools may go with it."""
    st.session_state[_SAID] = words


def confirm() -> None:
    """Say what is to be said."""
    if said := st.session_state.pop(_SAID, ""):
        st.toast(said, duration="long")


def undo(*, reopens: bool) -> None:
    """Take the last correction back, and draw the page anew; if it `reopens`, with the entity open that it was of."""
    undone = current().undo()
    if reopens and undone.action in OF_ENTITIES:
        st.session_state[_NEXT] = undone.entity
    st.rerun()
