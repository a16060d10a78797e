"""The file of quotations that the tagger learns from beside those that people annotated."""

import json
from pathlib import Path

FILE = Path(__file__).parents[3] / "lib" / "annotate" / "training" / "quoted.jsonl"


def test_every_part_of_a_quotation_has_bounds_and_words_stand_in_their_sentence() -> None:
    lines = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
    assert len({line["article"] for line in lines}) == len(lines) == 499
    quotes = [quote for line in lines for quote in line["quotes"]]
    assert len(quotes) > 6000 and {quote[0] for quote in quotes} == {"direct", "indirect"}
    for _, sentence, words, cue, speaker_words in quotes:
        assert sentence[0] <= words[0] < words[1] <= sentence[1]
        assert all(part is None or 0 <= part[0] < part[1] for part in (cue, speaker_words))


def test_the_bounds_hold_whole_words_of_the_annotated_texts(shared: Path) -> None:
    given = (shared / "gold" / "train" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, given)}
    checked = 0
    for line in map(json.loads, FILE.read_text(encoding="utf-8").splitlines()):
        text = texts.get(line["article"])
        for _, _, words, cue, speaker_words in line["quotes"] if text else ():
            for start, end in filter(None, (words, cue, speaker_words)):
                assert text[start:end].strip() == text[start:end]
                assert not (text[start - 1 : start] + text[start]).isalnum() or start == 0
                checked += 1
    assert checked > 5000
