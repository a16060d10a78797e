"""Entities: which mentions of all articles name the same person, place or organisation, and why."""

from lib.compare.entities.merging import Merged, merge, speakers
from lib.compare.entities.naming import entity_id

__all__ = ["Merged", "entity_id", "merge", "speakers"]
