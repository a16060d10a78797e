"""Quotations of an article: direct ones by their marks, indirect ones and all speakers by a tagger; and whose voice is
heard where."""

from lib.annotate.quotations.assembly import assemble, find
from lib.annotate.quotations.voices import find as voices

__all__ = ["NAME", "assemble", "find", "voices"]

NAME = "lesarten-quotations 1.1"
"""The tagger, with its version."""
