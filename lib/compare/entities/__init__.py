"""Entities: which mentions of all articles name the same person, place or organisation, and why."""

from lib.compare.entities.merging import Merged, merge, speakers

__all__ = ["Merged", "merge", "speakers"]
