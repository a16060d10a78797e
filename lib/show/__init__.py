"""Analysis -> what the pages show: corpus and state of the view, figures, escaped HTML."""
