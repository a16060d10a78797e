"""Files to Articles: open a corpus, read each file for what it is, clean the text, state what was left out."""

from lib.read.files import MAX_MB, File, digest, is_corrections, numbered, open_corpus, walk
from lib.read.overrides import NAME as ARTICLES_CSV
from lib.read.overrides import stating
from lib.read.reading import Reading, read

__all__ = [
    "ARTICLES_CSV",
    "MAX_MB",
    "File",
    "Reading",
    "digest",
    "is_corrections",
    "numbered",
    "open_corpus",
    "read",
    "stating",
    "walk",
]
