"""From articles to the rows of their tables: sentences, mentions, quotations, values and sentence vectors."""

from lib.annotate.pipeline import ModelError, Pipeline, load

__all__ = ["ModelError", "Pipeline", "load"]
