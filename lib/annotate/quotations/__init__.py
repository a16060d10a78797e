"""Quotations of an article: direct ones by their marks, indirect ones and all speakers by a tagger; and whose voice is
heard where."""

from lib.annotate.quotations.assembly import assemble, find
from lib.annotate.quotations.voices import find as voices

__all__ = ["assemble", "find", "voices"]
