"""Real articles: no sentence that annotators found in one is lost."""

import json
import re
from pathlib import Path

from lib.read import open_corpus, read

OWN_APP = re.compile(r"\[[^\]]+\bApp\b[^\]]+\]")
CREDIT = re.compile(r"\((?:mit )?[\w, /]{2,20}\)$")


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_every_annotated_sentence_stays_and_titles_stand_once(shared: Path) -> None:
    folder = shared / "gold" / "dev"
    files, _ = open_corpus([folder / "articles.jsonl"])
    articles = {article.id: article for article in read(files).articles}
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    raw = {row["id"]: row["text"] for row in rows}
    assert set(articles) == set(raw)
    lost = []
    for group in folder.glob("*.json"):
        for name, spans in json.loads(group.read_text(encoding="utf-8"))["sentences"].items():
            text = squeezed(articles[name].text)
            removed = {squeezed(piece.text) for piece in articles[name].removed if piece.reason == "advertisement"}
            assert {squeezed(notice) for notice in OWN_APP.findall(raw[name])} <= removed
            sentences = [CREDIT.sub("", OWN_APP.sub("", raw[name][start:end]).strip()) for start, end in spans]
            lost += [(name, sentence) for sentence in sentences if squeezed(sentence) not in text]
    assert lost == []
    for row in rows:
        assert articles[row["id"]].title == row["title"]
        assert articles[row["id"]].text.split("\n\n")[0] == row["title"]
        assert articles[row["id"]].text.split("\n\n")[1] != row["title"]
