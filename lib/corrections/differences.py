"""Corrections of differences: values that are not to be compared."""

from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from lib.corrections.file import Correction, Place, place
from lib.schema import LINKED

Failed = list[tuple[Correction, str]]
_NOWHERE: Place = ("", -1)


def set_aside(tables: dict[str, pd.DataFrame], made: Sequence[Correction]) -> tuple[dict[str, pd.DataFrame], Failed]:
    """The tables `differences` and `wording` without values in the differences that they have with others, and the
    corrections that no difference fits, with the reason.

    A difference whose other values all give one answer, or are of one article, goes as a whole; so do the words of
    linked sentences that it found.
    """
    differences, wording = tables["differences"], tables["wording"]
    places = list(zip(differences["article_id"], differences["start"], strict=True))
    of: dict[Place, set[str]] = defaultdict(set)
    for where, key in zip(places, differences["difference_id"], strict=True):
        of[where].add(key)
    aside: set[tuple[Place, str]] = set()
    failed: Failed = []
    for correction in made:
        value, other = (place(named) or _NOWHERE for named in (correction.entity, correction.value))
        shared = of.get(value, set()) & of.get(other, set())
        if shared and value != other:
            aside |= {(value, key) for key in shared}
        else:
            failed.append((correction, "no difference holds both values"))
    is_aside = [pair in aside for pair in zip(places, differences["difference_id"], strict=True)]
    kept = differences[~pd.Series(is_aside, index=differences.index, dtype=bool)]
    left = kept.groupby("difference_id")[["article_id", "answer"]].nunique()
    kept = kept[kept["difference_id"].isin(left.index[(left > 1).all(axis=1)])].reset_index(drop=True)
    gone = set(places) - set(zip(kept["article_id"], kept["start"], strict=True))
    told = zip(wording["article_id"], wording["start"], wording["origin"], strict=True)
    stays = [origin != LINKED or (article_id, start) not in gone for article_id, start, origin in told]
    words = wording[pd.Series(stays, index=wording.index, dtype=bool)].reset_index(drop=True)
    return {"differences": kept, "wording": words}, failed
