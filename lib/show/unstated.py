"""Whose the articles of an upload are, and of when, where no file says so: stated by the visitor."""

import pandas as pd
import streamlit as st

from lib.article import UNKNOWN
from lib.read import ARTICLES_CSV, File, stating
from lib.show import frame
from lib.show.text import count

_COLUMNS = {"path": "File", "source": "Source", "published": "Published", "title": "Title"}
_LONGEST = 100  # characters of the name of a source
_NARROW = 100  # pixels: what is to be filled in stands within the screen of a phone


def unstated(articles: pd.DataFrame) -> pd.DataFrame:
    """The articles, of those that are a file of their own, whose source or day is unknown: path, source (empty if
    unknown), published (date, or NaT), title."""
    is_file = ~articles["path"].str.contains("#", regex=False)
    is_unknown = (articles["source"] == UNKNOWN) | (articles["published"] == "")
    found = articles.loc[is_file & is_unknown, list(_COLUMNS)].reset_index(drop=True)
    days = pd.to_datetime(found["published"].str[:10], errors="coerce")
    return found.assign(source=found["source"].replace(UNKNOWN, ""), published=days)


def stated(before: pd.DataFrame, after: pd.DataFrame) -> dict[str, dict[str, str]]:
    """What was filled in or changed, by file: source, and the day as ISO 8601.

    Args:
        before: what `unstated` gives.
        after: the same rows as the visitor left them.
    """
    rows: dict[str, dict[str, str]] = {}
    for old, new in zip(before.to_dict("records"), after.to_dict("records"), strict=True):
        source = "" if pd.isna(new["source"]) else " ".join(str(new["source"]).split())
        row = {"source": source} if source and source != old["source"] else {}
        if pd.notna(new["published"]) and new["published"] != old["published"]:
            row["published"] = pd.Timestamp(new["published"]).date().isoformat()
        if row:
            rows[old["path"]] = row
    return rows


def ask(articles: pd.DataFrame) -> None:
    """Ask for what no file states, and analyse the upload again with it."""
    missing = unstated(articles)
    upload = st.session_state[frame.UPLOAD]
    own = next((file for file in upload.files if file.name == ARTICLES_CSV), None)
    if missing.empty and not own:
        return
    with st.container(border=True):
        if not missing.empty:
            _form(missing, upload.files)
        if own:
            st.download_button(
                f"Download {ARTICLES_CSV}",
                own.data,
                file_name=ARTICLES_CSV,
                mime="text/csv",
                help="What is stated about the files: upload it with them the next time, or put it into their folder",
                icon=":material/download:",
                on_click="ignore",
            )


def _form(missing: pd.DataFrame, files: list[File]) -> None:
    st.markdown(f":material/edit_calendar: **{count(len(missing), 'article')} without a known source or day**")
    st.caption(
        "Articles are laid side by side by their source, and “am Freitag” is a certain day only if the day of "
        "publication is known. Fill in what you know, by a double click or tap into a cell; what stays empty stays "
        "unknown."
    )
    with st.form("unstated", border=False):
        filled = st.data_editor(
            missing,
            column_config={
                **_COLUMNS,
                "path": st.column_config.TextColumn(_COLUMNS["path"], width=_NARROW),
                "source": st.column_config.TextColumn(_COLUMNS["source"], width=_NARROW, max_chars=_LONGEST),
                "published": st.column_config.DateColumn(_COLUMNS["published"], width=_NARROW, format="YYYY-MM-DD"),
            },
            disabled=["path", "title"],
            hide_index=True,
            key=f"unstated {hash(missing.to_csv())}",  # what was typed is for these rows only
        )
        if st.form_submit_button("Analyse again with these", type="primary"):
            if rows := stated(missing, filled):
                frame.take_upload(stating(files, rows))
            st.warning("Fill in a source or a day first.")
