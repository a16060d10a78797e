"""Times that speak against a link of articles that lie days apart: the unemployed of July and those of September.

Within days it is no reason: articles of one occasion name many days, of what was, is and will be; of links of .45 and
more in annotated occasions it would lower 44 right ones and 32 wrong ones. Of those that it lowers in articles on
twelve topics over three months 22 were read: 19 were wrong.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from scipy.sparse import csr_matrix

from lib.article import Annotation
from lib.compare.linking.model import FARTHEST
from lib.compare.linking.reasons import Place
from lib.compare.linking.ruling import lowered
from lib.compare.linking.story import Story
from lib.compare.stories import LONGEST
from lib.schema import GUESS, Value

DayNumbers = tuple[int, int]
"""First and last day of a time, counted as `date.toordinal` does."""


def told_at_other_times(story: Story, scores: csr_matrix, annotations: Sequence[Annotation]) -> csr_matrix:
    """The scores, those lowered of sentences of articles far apart that tell of times of one precision, days or months,
    and of none in common.

    Args:
        scores: as from `model.pair_scores`.
        annotations: of the story's articles.
    """
    told: dict[Place, dict[str, list[DayNumbers]]] = defaultdict(lambda: defaultdict(list))
    for annotation in annotations:
        for value in annotation.values:
            if value.confidence != GUESS and (days := days_of(value)):
                unit = "day" if days[0] == days[1] else value.unit
                told[value.article_id, value.sentence_id][unit].append(days)
    places = [(sentence.article_id, sentence.sentence_id) for sentence in story.sentences]

    def are_apart(i: int, j: int) -> bool:
        one, other = told.get(places[i], {}), told.get(places[j], {})
        far = story.days[story.article[i], story.article[j]] > FARTHEST
        units = one.keys() & other.keys()
        return bool(far and units) and not any(have_common(one[unit], other[unit]) for unit in units)

    return lowered(scores, are_apart)


def days_of(value: Value, longest: int = LONGEST) -> DayNumbers | None:
    """First and last day of a time that is known and not so long; by default than a time by which articles meet."""
    if value.kind != "time" or not (value.first and value.last):
        return None
    first, last = date.fromisoformat(value.first).toordinal(), date.fromisoformat(value.last).toordinal()
    return (first, last) if last - first < longest else None


def have_common(times: Iterable[DayNumbers], others: Sequence[DayNumbers]) -> bool:
    """Whether some day is of both."""
    return any(
        first <= other_last and other_first <= last for first, last in times for other_first, other_last in others
    )
