"""Linking: how probably two sentences report the same event, and which sentences do so together."""

from lib.compare.linking.casualties import told_counted
from lib.compare.linking.clusters import clusters
from lib.compare.linking.counts import told_otherwise
from lib.compare.linking.cross import read_again
from lib.compare.linking.dates import told_at_other_times
from lib.compare.linking.model import pair_scores
from lib.compare.linking.persons import persons_of, told_apart
from lib.compare.linking.reasons import Place, Reasons
from lib.compare.linking.story import Story, story
from lib.compare.linking.together import told_together

__all__ = [
    "NAME",
    "Place",
    "Reasons",
    "Story",
    "clusters",
    "pair_scores",
    "persons_of",
    "read_again",
    "story",
    "told_apart",
    "told_at_other_times",
    "told_counted",
    "told_otherwise",
    "told_together",
]

NAME = "lesarten-links 1.1 (boosted trees, cross-encoder)"
"""The models, with their version."""
