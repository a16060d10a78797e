"""Names in the five raw documents, against a list that was written by reading them."""

import re
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

from lib.annotate import load
from lib.read import open_corpus, read

LISTS = tomllib.loads(Path(__file__).with_name("seed_names.toml").read_text(encoding="utf-8"))

Found = tuple[str, str, int, int]
"""Article, label, start and end."""


class Names(NamedTuple):
    given: set[frozenset[Found]]
    """Each name with the spans any of which is right."""
    optional: set[tuple[str, int, int]]
    found: set[Found]
    text: dict[str, str]

    def misses(self, label: str) -> tuple[list[str], list[str], int]:
        """Names given and not found, names found and not given, and how many are right."""
        given = {spans for spans in self.given if any(span[1] == label for span in spans)}
        right = {spans for spans in given if spans & self.found}
        known = {span for spans in given for span in spans}
        wrong = {f for f in self.found - known if f[1] == label and (f[0], *f[2:]) not in self.optional}
        words = [self.text[article][start:end] for article, _, start, end in sorted(map(min, given - right))]
        return words, [self.text[article][start:end] for article, _, start, end in sorted(wrong)], len(right)


@pytest.fixture(scope="module")
def names(shared: Path) -> Names:
    articles = read(open_corpus([shared / "seeds"])[0]).articles
    text = {article.id[:3]: article.text for article in articles}
    found = {
        (row.article_id[:3], row.label, row.start, row.end)
        for annotation in load().annotate(articles)
        for row in annotation.mentions
    }
    given, optional = set(), set()
    for article, forms in LISTS.items():
        labels = {form: label for label in ("PER", "LOC", "ORG", "optional") for form in forms.get(label, [])}
        longest = {max(form.split("|"), key=len): form for form in labels}
        pattern = "|".join(map(re.escape, sorted(longest, key=len, reverse=True)))
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text[article]):
            alternatives = longest[match[0]].split("|")
            label = labels[longest[match[0]]]
            starts = [(match.start() + match[0].index(form), form) for form in alternatives]
            if label == "optional":
                optional |= {(article, start, start + len(form)) for start, form in starts}
            else:
                given.add(frozenset((article, label, start, start + len(form)) for start, form in starts))
    return Names(given, optional, found, text)


@pytest.mark.parametrize(("label", "least"), [("PER", 0.94), ("LOC", 0.94), ("ORG", 0.85)])
def test_names_are_found_as_a_reader_finds_them(names: Names, label: str, least: float) -> None:
    missed, wrong, right = names.misses(label)
    assert right / (right + len(missed)) >= least, missed
    assert right / (right + len(wrong)) >= least, wrong


@pytest.mark.parametrize(
    ("form", "label"),
    [
        ("DVRK", "LOC"),
        ("Demokratischen Volksrepublik Korea", "LOC"),
        ("Demokratische Volksrepublik Korea", "LOC"),
        ("TASS", "ORG"),
        ("KCNA", "ORG"),
        ("Kreml", "ORG"),
        ("Al Jazeera", "ORG"),
    ],
)
def test_states_agencies_and_seats_of_power_have_their_type(names: Names, form: str, label: str) -> None:
    labels = {found for article, found, start, end in names.found if names.text[article][start:end] == form}
    assert labels == {label}
