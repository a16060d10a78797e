"""Spans of a text, by their first character and one past the last, and which of them overlap."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Any, TypeVar

Span = tuple[int, int]
Located = TypeVar("Located", bound=tuple[Any, ...])
"""What begins with its offsets."""


def overlapping(spans: Sequence[Located], span: Span) -> list[Located]:
    """Those of some spans that overlap one.

    Args:
        spans: in order, none of which overlaps another.
    """
    first = bisect_right(spans, span[0], key=lambda one: one[1])
    last = bisect_left(spans, span[1], key=lambda one: one[0])
    return list(spans[first:last])
