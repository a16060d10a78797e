"""Plotly figures as pure functions of frames; names are escaped."""

from lib.show.figures.counts import frequency, heatmap, words
from lib.show.figures.overview import ranking, timeline
from lib.show.figures.relations import difference, network, trend
from lib.show.figures.story import happened
from lib.show.figures.style import CONFIG

__all__ = [
    "CONFIG",
    "difference",
    "frequency",
    "happened",
    "heatmap",
    "network",
    "ranking",
    "timeline",
    "trend",
    "words",
]
