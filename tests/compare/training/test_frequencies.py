"""Counting words in news."""

import gzip
import json
from pathlib import Path

from lib.compare.training.frequencies import count
from lib.compare.training.occasions import beginning


def test_an_article_counts_once_for_each_word_and_annotated_and_repeated_ones_not_at_all(tmp_path: Path) -> None:
    texts = [
        "Kiel baut Molen. Kiel baut Brücken.",
        "Kiel  baut Molen. Kiel baut Brücken.",
        "Kiel ruht.",
        "Ulm in Kiel.",
    ]
    with gzip.open(tmp_path / "news.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": text}) + "\n" for text in texts)
    found = count(tmp_path / "news.jsonl.gz", {beginning("Kiel ruht.")})
    assert found == {"": 2, "Kiel": 2, "Molen": 1, "Brücke": 1, "Ulm": 1}
