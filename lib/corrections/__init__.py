"""Corrections by hand of entities, of who speaks, of the links between sentences, and of differences. Nothing else
knows of corrections: an analysis that was corrected is an analysis."""

from lib.corrections.applying import Corrected, apply
from lib.corrections.file import (
    ACTIONS,
    APART,
    ASIDE,
    HIDE,
    MERGE,
    OF_ENTITIES,
    OF_EVENTS,
    RENAME,
    RETYPE,
    SAME,
    SPEAKER,
    SPLIT,
    Correction,
    CorrectionsError,
    as_csv,
    beside,
    load,
    parse,
    save,
)

__all__ = [
    "ACTIONS",
    "APART",
    "ASIDE",
    "HIDE",
    "MERGE",
    "OF_ENTITIES",
    "OF_EVENTS",
    "RENAME",
    "RETYPE",
    "SAME",
    "SPEAKER",
    "SPLIT",
    "Corrected",
    "Correction",
    "CorrectionsError",
    "apply",
    "as_csv",
    "beside",
    "load",
    "parse",
    "save",
]
