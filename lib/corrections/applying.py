"""From an analysis and corrections to the corrected analysis."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from lib.article import Analysis
from lib.corrections.differences import set_aside
from lib.corrections.entities import Desk
from lib.corrections.file import ALONE, ASIDE, OF_ENTITIES, OF_EVENTS, SPEAKER, Correction, wrong


class Corrected(NamedTuple):
    """An analysis with its corrections, and those that could not be applied, each with the reason."""

    analysis: Analysis
    failed: list[tuple[Correction, str]]


def apply(analysis: Analysis, corrections: Sequence[Correction]) -> Corrected:
    """Apply corrections one after the other, those of stories first, then of entities, events and differences; one that
    cannot be applied changes nothing and is named.

    An entity that was merged goes by the id of what it was merged into. An id that is not there stands for the only
    entity of that label with a form that would make it, so that a list survives that articles are added.
    """
    failed = [(correction, problem) for correction in corrections if (problem := wrong(correction))]
    sound = [correction for correction in corrections if not wrong(correction)]
    of_stories = [correction for correction in sound if correction.action == ALONE]
    of_events = [correction for correction in sound if correction.action in OF_EVENTS]
    of_differences = [correction for correction in sound if correction.action == ASIDE]
    of_entities = [correction for correction in sound if correction.action in (*OF_ENTITIES, SPEAKER)]
    changed: set[str] = set()
    if of_stories:
        from lib.corrections.stories import stand_alone  # noqa: PLC0415  (comparing takes seconds to import)

        told = stand_alone(analysis.tables, of_stories)
        failed += told.failed
        changed |= told.changed
        analysis = replace(analysis, tables=analysis.tables | told.tables)
    if of_entities:
        desk = Desk(analysis)
        failed += [(correction, problem) for correction in of_entities if (problem := desk.correct(correction))]
        changed |= desk.articles()
        analysis = replace(analysis, tables=analysis.tables | desk.tables())
    if of_events or changed:
        from lib.corrections.events import Linker  # noqa: PLC0415

        linker = Linker(analysis, changed)
        failed += [(correction, problem) for correction in of_events if (problem := linker.correct(correction))]
        analysis = replace(analysis, tables=analysis.tables | linker.tables())
    if of_differences:
        tables, unfit = set_aside(analysis.tables, of_differences)
        failed += unfit
        analysis = replace(analysis, tables=analysis.tables | tables)
    return Corrected(analysis, failed)
