"""Corrections of differences: values that are not to be compared."""

import pandas as pd

from lib.corrections.file import Correction, place


def set_aside(differences: pd.DataFrame, correction: Correction) -> tuple[pd.DataFrame, str]:
    """Table `differences` without a value in those that it has with another, or as it was, and why.

    A difference whose other values all give one answer, or are of one article, goes as a whole.
    """
    places = pd.Series(zip(differences["article_id"], differences["start"], strict=True), index=differences.index)
    value, other = (places == place(named) for named in (correction.entity, correction.value))
    ids = differences["difference_id"]
    shared = ids.isin(ids[value]) & ids.isin(ids[other])
    if not shared.any() or (value == other).all():
        return differences, "no difference holds both values"
    kept = differences[~(shared & value)]
    left = kept.groupby("difference_id")[["article_id", "answer"]].nunique()
    return kept[kept["difference_id"].isin(left.index[(left > 1).all(axis=1)])].reset_index(drop=True), ""
