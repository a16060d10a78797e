"""The tables: one class per table, one field per column, and a sentence on each.

A row is an instance of its class. `start` and `end` are character offsets into the article's analysed text
(`articles.text`), end exclusive; -1 where there is nothing to point at. Text columns are never null: empty means
that there is none.
"""

from collections.abc import Iterable
from typing import Annotated, Any, NamedTuple, get_type_hints

import pandas as pd

LABELS: tuple[str, ...] = ("PER", "LOC", "ORG", "MISC", "NORP")
"""Person, place, organisation, other name, and word derived from a place ("russisch", "Berliner")."""
QUOTATIONS = DIRECT, INDIRECT, PARTIAL = ("direct", "indirect", "partial")
"""Kinds of quotations: words in quotation marks, reported speech, and one or two words in marks."""
NAMED = BESIDE, CONTEXT, PRONOUN, DESCRIPTION, BY_HAND = ("beside", "context", "pronoun", "description", "by hand")
"""How an article names the speaker of a quotation: by name beside it, in another sentence (who goes on, for example),
or by a pronoun or description, which somebody named before is taken for; or that somebody says so by hand."""
VOICES = OWN, QUOTED, REPORTED = ("own", "quoted", "reported")
"""Whose words are: the article's, those in marks of somebody whom it quotes, or reported speech."""
IN_EVENT, DOUBTFUL = "event", "maybe"
"""Status of links: those within events, and those of sentences that may report the same."""
RELATIONS = DIFFER, LESS_PRECISE, OTHER_WORDS = ("differ", "less precise", "other words")
"""How answers of articles to one question stand to each other."""
REPORTS, MAY_REPORT, SILENT = "reports", "may report", "silent"
PUBLISHED_BEFORE, PUBLISHED_AFTER, DATE_UNKNOWN = "published before", "published after", "date unknown"
"""Coverage of an event by an article."""
LINKED = "linked sentences"
"""Origin of words for one thing that the lexicon does not have."""
GUESS = "guess"
"""Confidence of a time that the words do not settle."""

Start = Annotated[int, "first character in the article's text"]
End = Annotated[int, "one past the last character"]
ArticleId = Annotated[str, "article"]
SentenceId = Annotated[int, "number of the sentence in its article, from 0"]


class ArticleRow(NamedTuple):
    """One row per article."""

    article_id: Annotated[str, "unique and stable: the given id, else the file's name"]
    story_id: Annotated[str, "story that the article belongs to"]
    story_from: Annotated[str, "where the story comes from: given, found, by hand"]
    source: Annotated[str, "outlet, or 'unknown'"]
    source_from: Annotated[str, "where the source comes from: given, found, unknown"]
    title: Annotated[str, "title, or 'unknown'"]
    title_from: Annotated[str, "given, found, unknown"]
    published: Annotated[str, "ISO 8601 date, or date and time to the minute, in German time; empty if unknown"]
    published_from: Annotated[str, "given, found, unknown"]
    url: Annotated[str, "address, if given"]
    author: Annotated[str, "author, if given or stated"]
    agencies: Annotated[str, "agency credits, as the article states them"]
    path: Annotated[str, "file within the corpus; '#' and the row in a table"]
    text: Annotated[str, "analysed text, title first"]
    n_words: Annotated[int, "words in the analysed text"]


class Removed(NamedTuple):
    """One row per piece of page furniture that was taken out of an article."""

    article_id: ArticleId
    position: Annotated[int, "character of the article's text before which the piece stood"]
    text: Annotated[str, "the piece, verbatim"]
    reason: Annotated[str, "why it is not the article: teaser, comment form, repeated title, ..."]


class Sentence(NamedTuple):
    """One row per sentence; the title, where known, is sentence 0."""

    article_id: ArticleId
    sentence_id: SentenceId
    start: Start
    end: End
    text: Annotated[str, "the sentence, verbatim"]
    is_title: Annotated[bool, "whether it is the article's title"]
    is_refrain: Annotated[
        bool,
        "whether its source repeats it in three stories and more, or offers its readers something in three articles",
    ] = False


class Mention(NamedTuple):
    """One row per named mention."""

    article_id: ArticleId
    sentence_id: SentenceId
    start: Start
    end: End
    text: Annotated[str, "the name, verbatim"]
    label: Annotated[str, "PER, LOC, ORG, MISC or NORP"]
    entity_id: Annotated[str, "entity that the mention names"] = ""
    is_refrain: Annotated[bool, "whether it stands in a refrain (table sentences), and counts nowhere"] = False


class Attribute(NamedTuple):
    """One row per role or adjective that an article attaches to a name."""

    article_id: ArticleId
    sentence_id: SentenceId
    start: Start
    end: End
    text: Annotated[str, "the word, verbatim"]
    kind: Annotated[str, "role or adjective"]
    mention_start: Annotated[int, "first character of the mention to which it is attached"]


class Entity(NamedTuple):
    """One row per real-world entity."""

    entity_id: Annotated[str, "readable id, made of label and name"]
    name: Annotated[str, "best full form"]
    label: Annotated[str, "label of most of its mentions"]
    n_mentions: Annotated[int, "mentions in the corpus, but for refrains"]
    n_articles: Annotated[int, "articles that mention it, but for refrains"]
    n_sources: Annotated[int, "sources that mention it, but for refrains"]


class Alias(NamedTuple):
    """One row per surface form of an entity."""

    entity_id: Annotated[str, "entity"]
    form: Annotated[str, "surface form, verbatim"]
    n_mentions: Annotated[int, "mentions by this form, those in refrains too"]
    reason: Annotated[str, "why the form belongs to the entity"]


class Suggestion(NamedTuple):
    """One row per two entities that may be one, which is not certain enough to merge them."""

    entity_id: Annotated[str, "entity"]
    other_id: Annotated[str, "the entity that it may be"]
    reason: Annotated[str, "which form of the first may be which of the other, and as what: its surname, for example"]


class Quote(NamedTuple):
    """One row per quotation. Offsets cover the quoted words without their marks."""

    article_id: ArticleId
    sentence_id: Annotated[int, "sentence in which the quotation begins"]
    start: Start
    end: End
    kind: Annotated[str, "direct, indirect or partial (one or two words in marks)"]
    text: Annotated[str, "the quoted words, verbatim"]
    speaker: Annotated[str, "words that name the speaker, verbatim; empty if unknown"]
    speaker_start: Annotated[int, "first character of the speaker's words, -1 if unknown"]
    speaker_end: Annotated[int, "one past their last character, -1 if unknown"]
    cue: Annotated[str, "word that marks the quotation (sagte, laut); empty if none"]
    words_start: Annotated[int, "first character of the words nearest by that mean the speaker, -1 if unknown"] = -1
    words_end: Annotated[int, "one past their last character, -1 if unknown"] = -1
    via: Annotated[str, "agency or medium through which the article has it, verbatim; empty if none is named"] = ""
    named: Annotated[str, f"how the article names the speaker: {', '.join(NAMED)}; empty if unknown"] = ""
    speaker_entity_id: Annotated[str, "entity that speaks; empty if unknown"] = ""


class Voice(NamedTuple):
    """One row per part of a sentence in one voice."""

    article_id: ArticleId
    sentence_id: SentenceId
    start: Start
    end: End
    voice: Annotated[str, "own, quoted (words in quotation marks) or reported (indirect speech)"]
    quote_start: Annotated[int, "where the quotation to which the part belongs begins; -1 if to none"]


class Modality(NamedTuple):
    """One row per word that says how sure the text is, or that negates."""

    article_id: ArticleId
    sentence_id: SentenceId
    start: Start
    end: End
    kind: Annotated[str, "hearsay, presumption, appearance, possibility, conditional, certainty, negation or denial"]
    text: Annotated[str, "the word, verbatim"]


class Citation(NamedTuple):
    """One row per place where an article names an agency or another medium as where something is from."""

    article_id: ArticleId
    sentence_id: SentenceId
    start: Start
    end: End
    text: Annotated[str, "the name, verbatim"]
    medium: Annotated[str, "agency or medium, by its usual name"]
    kind: Annotated[str, "agency or medium"]
    cue: Annotated[str, "word beside it that says that it is cited (laut, berichtete), verbatim; empty if none"]


class Value(NamedTuple):
    """One row per time or number in the text."""

    article_id: ArticleId
    sentence_id: SentenceId
    start: Start
    end: End
    kind: Annotated[str, "time, duration, set (what recurs) or number"]
    text: Annotated[str, "the words, verbatim"]
    value: Annotated[
        str, "point in ISO 8601, duration (P3Y), or a code of TimeML; or the number in decimals; empty if unresolved"
    ]
    unit: Annotated[str, "of a number: unit or thing counted, as written; of a time: precision (day, month, year, ...)"]
    approximation: Annotated[str, "how exact it is meant (about, almost, more than, at most, ...); empty if exact"] = ""
    first: Annotated[str, "first day that the time covers (ISO 8601); empty if unknown"] = ""
    last: Annotated[str, "last day that it covers; empty if unknown"] = ""
    confidence: Annotated[
        str, "of a time: stated, resolved (from the day of publication), guess, or empty where unresolved"
    ] = ""


class Story(NamedTuple):
    """One row per story: an occasion that articles share, or several of which the later look back on the earlier."""

    story_id: Annotated[str, "stable id"]
    headline: Annotated[
        str, "its name as given, if that is no code, else the title of the article nearest to all others, verbatim"
    ]
    first: Annotated[str, "earliest publication; empty if unknown"]
    last: Annotated[str, "latest publication; empty if unknown"]
    n_articles: Annotated[int, "articles of the story"]
    n_sources: Annotated[int, "sources of the story"]


class Event(NamedTuple):
    """One row per event within a story that at least two articles report."""

    event_id: Annotated[str, "stable id"]
    story_id: Annotated[str, "story"]
    headline: Annotated[str, "sentence of the event that stands for it, verbatim"]
    n_articles: Annotated[int, "articles that report it"]
    n_sources: Annotated[int, "sources that report it"]


class EventSentence(NamedTuple):
    """One row per sentence of an event; a sentence may be in several events, and has a row in each."""

    event_id: Annotated[str, "event"]
    article_id: ArticleId
    sentence_id: SentenceId
    score: Annotated[float, "how well the sentence agrees with the event's other sentences, 0 to 1"]


class Link(NamedTuple):
    """One row per two sentences of different articles that report the same event, or may do so."""

    story_id: Annotated[str, "story"]
    article_id: ArticleId
    sentence_id: SentenceId
    other_id: Annotated[str, "the other article"]
    other_sentence_id: Annotated[int, "number of its sentence"]
    score: Annotated[float, "how probably both report the same event, 0 to 1"]
    status: Annotated[str, "event if an event holds both; maybe if not, and the score is doubtful"]
    why: Annotated[str, "what both have in common: names, numbers and dates, words"]


class Difference(NamedTuple):
    """One row per article's value in a difference between articles on one event."""

    difference_id: Annotated[str, "stable id; at least two rows of different articles share it"]
    event_id: Annotated[str, "event"]
    kind: Annotated[str, "number, time, place, person (or body that acts) or name (of a thing, body or deed)"]
    relation: Annotated[
        str, "differ, less precise, or other words (the same person, place or thing called differently)"
    ]
    article_id: ArticleId
    start: Start
    end: End
    value: Annotated[str, "the article's words, verbatim"]
    answer: Annotated[
        str,
        "what they say, by which articles agree or not: a number and how exact it is, the days, the stems of words",
    ]


class Passage(NamedTuple):
    """One row per passage of an article that another article has nearly word for word; each pair makes two rows. What
    more than 5,000 pairs of articles have, those of a hundred outlets, counts as a formula."""

    article_id: ArticleId
    start: Start
    end: End
    other_id: Annotated[str, "article that has it too"]
    other_start: Annotated[int, "first character in the other article's text"]
    other_end: Annotated[int, "one past the last character"]
    n_words: Annotated[int, "words that both have"]


class Coverage(NamedTuple):
    """One row per event and article of its story."""

    event_id: Annotated[str, "event"]
    article_id: ArticleId
    status: Annotated[
        str, "reports, may report (by a doubtful link), silent, published before, published after, date unknown"
    ]


class Wording(NamedTuple):
    """One row per use of a term that a source chose for a concept, if the articles of one story chose at least two. Of
    terms that mean other things as well, and of words that the lexicon does not have, only uses in linked sentences."""

    concept: Annotated[str, "what the terms stand for"]
    article_id: ArticleId
    start: Start
    end: End
    term: Annotated[str, "the words, verbatim"]
    voice: Annotated[str, "own, quoted (in quotation marks) or reported (in reported speech)"]
    origin: Annotated[str, f"how it is known to be one: where the lexicon has it from, or {LINKED}"] = LINKED


class SkippedRow(NamedTuple):
    """One row per file, or row of a file, that was not read."""

    path: Annotated[str, "file within the corpus"]
    reason: Annotated[str, "why"]
    advice: Annotated[str, "what to do about it"]


TABLES: dict[str, type[Any]] = {
    "articles": ArticleRow,
    "removed": Removed,
    "sentences": Sentence,
    "mentions": Mention,
    "attributes": Attribute,
    "entities": Entity,
    "aliases": Alias,
    "suggestions": Suggestion,
    "quotes": Quote,
    "voices": Voice,
    "modality": Modality,
    "citations": Citation,
    "values": Value,
    "stories": Story,
    "events": Event,
    "event_sentences": EventSentence,
    "links": Link,
    "differences": Difference,
    "coverage": Coverage,
    "passages": Passage,
    "wording": Wording,
    "skipped": SkippedRow,
}


def dtypes(name: str) -> dict[str, type]:
    """Column names of a table with their types (str, int, float, bool), in order."""
    return get_type_hints(TABLES[name])


def about(name: str) -> dict[str, str]:
    """Column names of a table with a sentence on each."""
    hints = get_type_hints(TABLES[name], include_extras=True)
    return {column: hint.__metadata__[0] for column, hint in hints.items()}


def table(name: str, rows: Iterable[Any]) -> pd.DataFrame:
    """Rows of one table as a frame with the table's columns and types, also when there are none."""
    types = dtypes(name)
    frame = pd.DataFrame(list(rows), columns=list(types))
    return frame.astype({column: "int64" if kind is int else kind for column, kind in types.items()})
