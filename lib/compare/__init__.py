"""Annotations of all articles -> entities, stories, events, differences, coverage, wording."""
