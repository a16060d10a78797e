"""Files to Articles: open a corpus, read each file for what it is, clean the text, state what was left out."""

from lib.read.files import MAX_MB, File, digest, is_corrections, open_corpus, walk
from lib.read.reading import Reading, read

__all__ = ["MAX_MB", "File", "Reading", "digest", "is_corrections", "open_corpus", "read", "walk"]
