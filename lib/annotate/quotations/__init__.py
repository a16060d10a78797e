"""Quotations of an article: direct ones by their marks, indirect ones and all speakers by a tagger."""

from lib.annotate.quotations.assembly import assemble, find

__all__ = ["assemble", "find"]
