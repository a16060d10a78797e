"""A small story of two articles and one of a third, annotated by the program."""

import pytest

from lib import annotate
from lib.article import Annotation, Article

TEXTS = {
    "a": (
        "2024-05-02",
        "Der Staudamm bei Hirschau brach am Montag. Minister Öttl sagte, 300 Menschen seien in Sicherheit. "
        "Pfarrerin Kolb sammelt Decken.",
    ),
    "b": (
        "2024-05-03",
        "Am Montag ist bei Hirschau ein Staudamm gebrochen. Züge nach Weiden fallen aus. "
        "300 Menschen seien in Sicherheit, sagte Minister Öttl.",
    ),
    "c": ("", "In Hirschau wird seit Jahren über den Staudamm gestritten. Öttl wies Vorwürfe zurück."),
}


@pytest.fixture(scope="session")
def told() -> tuple[list[Article], list[Annotation]]:
    articles = [Article(id=key, text=text, published=day) for key, (day, text) in TEXTS.items()]
    return articles, list(annotate.load().annotate(articles))
