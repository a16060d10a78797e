"""From an analysis and corrections to the corrected analysis."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lib.article import Analysis
from lib.corrections.differences import set_aside
from lib.corrections.entities import Desk
from lib.corrections.file import ASIDE, OF_EVENTS, Correction, wrong


class Corrected(NamedTuple):
    """An analysis with its corrections, and those that could not be applied, each with the reason."""

    analysis: Analysis
    failed: list[tuple[Correction, str]]


def apply(analysis: Analysis, corrections: Sequence[Correction]) -> Corrected:
    """Apply corrections one after the other, those of entities first and of differences last; one that cannot be
    applied changes nothing and is named.

    An entity that was merged goes by the id of what it was merged into. An id that is not there stands for the only
    entity of that label with a form that would make it, so that a list survives that articles are added.
    """
    failed = [(correction, problem) for correction in corrections if (problem := wrong(correction))]
    sound = [correction for correction in corrections if not wrong(correction)]
    of_events = [correction for correction in sound if correction.action in OF_EVENTS]
    of_differences = [correction for correction in sound if correction.action == ASIDE]
    of_entities = [correction for correction in sound if correction.action not in (*OF_EVENTS, ASIDE)]
    other_names: set[str] = set()
    if of_entities:
        desk = Desk(analysis)
        failed += [(correction, problem) for correction in of_entities if (problem := desk.correct(correction))]
        other_names = desk.articles()
        analysis = replace(analysis, tables=analysis.tables | desk.tables())
    if of_events or other_names:
        from lib.corrections.events import Linker  # noqa: PLC0415  (comparing takes seconds to import)

        linker = Linker(analysis, other_names)
        failed += [(correction, problem) for correction in of_events if (problem := linker.correct(correction))]
        analysis = replace(analysis, tables=analysis.tables | linker.tables())
    if of_differences:
        tables, unfit = set_aside(analysis.tables, of_differences)
        failed += unfit
        analysis = replace(analysis, tables=analysis.tables | tables)
    return Corrected(analysis, failed)
