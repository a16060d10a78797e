"""The one place that puts annotating and comparing together: articles in, tables out."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from lib import annotate, schema
from lib.article import UNKNOWN, Analysis, Article, Judge, Progress, Skipped
from lib.compare import linking
from lib.compare.comparison import compare


def analyse(
    articles: Sequence[Article],
    skipped: Sequence[Skipped] = (),
    *,
    model: str = "",
    judge: Judge | None = None,
    progress: Progress | None = None,
) -> Analysis:
    """Annotate every article and compare them all.

    Args:
        articles: with unique ids.
        skipped: what reading left out; it becomes the table of the same name.
        model: name of an installed spaCy pipeline that is to find names instead of the shipped one.
        judge: asked about links between sentences that are doubtful; nobody if None.
        progress: told after every article, when comparing begins, and after every story.

    Raises:
        annotate.ModelError: if `model` is not installed.
    """
    pipeline = annotate.load(model)
    annotations = []
    outlets = sorted({article.source for article in articles} - {UNKNOWN})
    for annotation in pipeline.annotate(articles, outlets):
        annotations.append(annotation)
        if progress:
            progress("annotate", len(annotations), len(articles))
    comparing = partial(progress, "compare") if progress else None
    if comparing:
        comparing(0, len(articles))
    compared = compare(articles, annotations, judge=judge, states=pipeline.states, progress=comparing)
    rows: dict[str, Sequence[Any]] = {
        "articles": [_row(article, compared.story_of[article.id]) for article in articles],
        "removed": [schema.Removed(a.id, *piece) for a in articles for piece in a.removed],
        "sentences": compared.sentences,
        "mentions": compared.mentions,
        "attributes": [attribute for annotation in annotations for attribute in annotation.attributes],
        "entities": compared.entities,
        "aliases": compared.aliases,
        "suggestions": compared.suggestions,
        "quotes": compared.quotes,
        "voices": [voice for annotation in annotations for voice in annotation.voices],
        "modality": [mark for annotation in annotations for mark in annotation.modality],
        "citations": [citation for annotation in annotations for citation in annotation.citations],
        "values": [value for annotation in annotations for value in annotation.values],
        "stories": compared.stories,
        "events": compared.events,
        "event_sentences": compared.event_sentences,
        "links": compared.links,
        "differences": compared.differences,
        "coverage": compared.coverage,
        "passages": compared.passages,
        "wording": compared.wording,
        "skipped": [schema.SkippedRow(*line) for line in skipped],
    }
    ran = [pipeline.model, linking.NAME, judge.report() if judge else ""]
    return Analysis({name: schema.table(name, rows[name]) for name in schema.TABLES}, "; ".join(filter(None, ran)))


def _row(article: Article, story_id: str) -> schema.ArticleRow:
    return schema.ArticleRow(
        article_id=article.id,
        story_id=story_id,
        story_from="given" if article.story else "found",
        source=article.source,
        source_from=article.source_from,
        title=article.title,
        title_from=article.title_from,
        published=article.published,
        published_from=article.published_from,
        url=article.url,
        author=article.author,
        agencies=article.agencies,
        path=article.path,
        text=article.text,
        n_words=len(article.text.split()),
    )
