"""The parts of the Overview page."""

from collections.abc import Hashable
from typing import Any

import pandas as pd
import streamlit as st

from lib.article import UNKNOWN
from lib.read import MAX_MB, File, numbered
from lib.show import frame, html, hypertext, loaders
from lib.show.text import count, day, plain, span

CARDS = 8
LINES = 5

COLUMNS = {
    "headline": "Story",
    "first": "First",
    "last": "Last",
    "n_articles": "Articles",
    "n_sources": "Sources",
}


def numbers(tables: dict[str, pd.DataFrame]) -> None:
    """Key numbers of a corpus with articles, the span of their dates, and how many lack date or source."""
    articles = tables["articles"]
    known = articles.loc[articles["source"] != UNKNOWN, "source"]
    shared = int((tables["stories"]["n_articles"] > 1).sum())
    with st.grid(4, min_column_width=140):
        st.metric("Articles", f"{len(articles):,}")
        st.metric("Sources", f"{known.nunique():,}")
        st.metric(
            "Stories", f"{shared:,}", help="Occasions that at least two articles share, or that look back on each other"
        )
        st.metric("Events", f"{len(tables['events']):,}", help="What at least two articles of a story report")
    published = articles.loc[articles["published"] != "", "published"]
    words = [f"Published {span(published.min(), published.max())}"] if len(published) else []
    words += [
        f"{count(len(articles) - len(stated), 'article')} of unknown {what}"
        for what, stated in (("date", published), ("source", known))
        if len(stated) < len(articles)
    ]
    st.caption("; ".join(words))


def not_read(skipped: pd.DataFrame) -> None:
    """Files, or rows of files, that were not read, why, and what to do: the first in plain view, all as a table."""
    with st.container(border=True):
        first = skipped.head(LINES).map(plain).to_dict("records")
        lines = ["**{path}** {reason}: {advice}".format_map(line) for line in first]
        files = skipped["path"].str.partition("#")[0].nunique()
        title = f":material/warning: {count(files, 'file')} left out, or not read in full"
        st.markdown("\n".join([title, "", *(f"- {line}" for line in lines)]))
        if len(skipped) > LINES:
            with st.expander(f"All {len(skipped):,}"):
                st.dataframe(skipped, hide_index=True, alt="Files that were not read, with reason and advice")
                frame.download(skipped, "skipped")


def stories(tables: dict[str, pd.DataFrame]) -> None:
    """The stories of most sources as cards that lead to their comparison; all of them as a table."""
    ranked = tables["stories"].sort_values(["n_sources", "n_articles", "story_id"], ascending=[False, False, True])
    shared = ranked[ranked["n_articles"] > 1]
    if shared.empty:
        st.info("No two articles of this corpus report on the same occasion, so there is nothing to compare yet.")
    with st.grid(2, min_column_width=300, gap="medium"):
        for story in shared.head(CARDS).to_dict("records"):
            with st.container(border=True, height="stretch"):
                _card(story, tables)
    single = len(ranked) - len(shared)
    alone = f" and {count(single, 'article')} on {'its' if single == 1 else 'their'} own" if single else ""
    with st.expander(f"Table of {count(len(shared), 'story')}{alone}"):
        st.dataframe(
            ranked[list(COLUMNS)].assign(first=ranked["first"].map(day), last=ranked["last"].map(day)),
            column_config=COLUMNS,
            hide_index=True,
            alt="All stories with their dates and numbers of articles and sources",
        )
        frame.download(ranked, "stories")


def timeline_alt(articles: pd.DataFrame) -> str:
    """The figure of articles by source and day in words."""
    parts = [
        f"{source} {count(len(part), 'article')}, {int((part['published'] == '').sum())} undated"
        for source, part in articles.groupby("source")
    ]
    return "Dots by source and day of publication: " + "; ".join(parts)


def add_articles() -> None:
    """Upload, the command that opens a folder, and the way to the sample corpus."""
    with st.form("add"):
        uploads = st.file_uploader(
            "Articles as text, Markdown, HTML, JSON, JSON Lines, CSV, TSV or Parquet, also compressed (.gz)",
            accept_multiple_files=True,
            max_upload_size=int(MAX_MB),
            key="uploads",
        )
        st.caption(
            f"Up to {MAX_MB:.0f} MB a file. Your articles live in your session only, and nowhere once it ends, as it "
            "does when this page is loaded anew. Whose they are, and of when, is read from their pages, front matter "
            "or columns, or from a file articles.csv (columns file, source, published) that you upload with them; "
            "where nothing says so, you can fill it in afterwards."
        )
        if asked := loaders.judges():
            st.caption(f"Pairs of sentences that may report the same are sent to a language model: {plain(asked)}.")
        progress = st.container()  # above the button, which may be the last thing in view
        submitted = st.form_submit_button("Analyse these files", type="primary")
    if submitted and not uploads:
        st.warning("Choose files first.")
    elif submitted:
        with progress:
            frame.take_upload(numbered(File(upload.name, upload.getvalue()) for upload in uploads))
    st.markdown("To open a folder of articles, start the dashboard with its path:")
    st.code("streamlit run dashboard.py -- PATH", language="bash")
    progress = st.container()
    if st.session_state["corpus"] != frame.SAMPLE and st.button("Try the sample corpus"):
        with progress:
            frame.open_corpus(frame.SAMPLE)


def _card(story: dict[Hashable, Any], tables: dict[str, pd.DataFrame]) -> None:
    key = story["story_id"]
    events = int((tables["events"]["story_id"] == key).sum())
    members = tables["articles"][tables["articles"]["story_id"] == key]
    st.html(
        html.fill(
            "story",
            headline=story["headline"],
            about=(span(story["first"], story["last"]), count(len(members), "article"), count(events, "event")),
            sources=[f"{source} ({n})" if n > 1 else source for source, n in members["source"].value_counts().items()],
            address=hypertext.href("Compare", story=key),
        )
    )
