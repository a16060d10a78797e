"""Lesarten: how different sources report the same events, sentence by sentence."""

__version__ = "0.1.0"
