"""Differences: facts of one event on which its articles do not agree, or are not equally precise."""

from lib.compare.differences.naming import lasting, namings
from lib.compare.differences.values import values

__all__ = ["lasting", "namings", "values"]
