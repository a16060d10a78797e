"""Judged pairs: the file, and finding them again in what the program reads."""

import gzip
import json
from pathlib import Path

import pytest

from lib.compare.training import apart

TEXTS = {
    "a": ("2024-05-02", "Der Staudamm bei Hirschau brach am Montag. Züge nach Weiden fallen aus."),
    "b": ("2024-06-20", "Im Mai war bei Hirschau ein Staudamm gebrochen. Nun wird er neu gebaut."),
}


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for key, (day, text) in TEXTS.items():
            file.write(json.dumps({"id": key, "source": key, "published": day, "title": None, "text": text}) + "\n")
    return path


def written(tmp_path: Path, articles: list[str], pairs: list[list[float]]) -> Path:
    path = tmp_path / "apart.jsonl"
    path.write_text(json.dumps({"articles": articles, "pairs": pairs}) + "\n", encoding="utf-8")
    return path


def test_pairs_are_found_by_offsets_the_earlier_article_first(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = TEXTS["b"][1].index("Nun")
    pairs = [[1, 3, 0, 0, 1, 2.0], [0, 1, 1, second, 0, 50.0], [0, 999, 1, 0, 1, 1.0]]
    monkeypatch.setattr(apart, "FILE", written(tmp_path, ["a", "b"], pairs))
    (judged,) = apart.read(news)
    texts = [sentence.text for sentence in judged.story.sentences]
    found = [(texts[i][:12], texts[j][:6]) for i, j in zip(*judged.pairs, strict=True)]
    assert found == [("Der Staudamm", "Im Mai"), ("Der Staudamm", "Nun wi")]
    assert judged.same.tolist() == [True, False]
    assert judged.stands_for.tolist() == [2, 50] and judged.weight.tolist() == [2, apart.HEAVIEST]
    assert judged.story.days[0, 1] == 49


def test_an_article_that_is_not_in_the_corpus_is_named(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "FILE", written(tmp_path, ["a", "gone"], [[0, 0, 1, 0, 1, 1.0]]))
    with pytest.raises(KeyError, match="gone"):
        list(apart.read(news))


def test_the_file_holds_pairs_of_different_articles_and_no_text() -> None:
    lines = [json.loads(line) for line in apart.FILE.read_text(encoding="utf-8").splitlines()]
    pairs = [(line["articles"], pair) for line in lines for pair in line["pairs"]]
    assert len(lines) == 129 and len(pairs) == 2968
    for articles, (one, start, other, other_start, same, stands_for) in pairs:
        assert one != other and {one, other} <= set(range(len(articles)))
        assert start >= 0 and other_start >= 0 and same in {0, 1} and stands_for >= 1
