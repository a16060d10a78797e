"""Times in German text: points, durations and what recurs, after TimeML's TIMEX3 (ISO 24617-1).

What depends on the day of publication is resolved against it as news are written: a weekday or a month without year is
the last one before it unless the words beside it point ahead; a day and month without year are the nearest. Confidence
says what is stated, resolved or only a guess; where the text and the publication do not tell, there is no value.
"""

from lib.annotate.times.finding import Time, find

__all__ = ["Time", "find"]
