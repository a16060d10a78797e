"""The tools to correct entities by hand, and the list of all that was corrected."""

import pandas as pd
import streamlit as st

from lib import corrections
from lib.article import CORRECTIONS, UNKNOWN
from lib.corrections import HIDE, MERGE, RENAME, RETYPE, SPLIT, Correction, CorrectionsError
from lib.schema import LABELS
from lib.show import edits, frame
from lib.show.text import TYPES, count, plain

_FAILED = 5  # corrections that were not applied and are named one by one


def tools(entity: pd.Series, entities: pd.DataFrame, mentions: pd.DataFrame, articles: pd.DataFrame) -> None:
    """Merge, split, rename, retype and hide for one entity.

    Args:
        entity: its row in table `entities`.
        entities: table `entities`.
        mentions: its rows in table `mentions`.
        articles: table `articles`.
    """
    key, name = entity["entity_id"], entity["name"]
    others = entities[entities["entity_id"] != key].sort_values(["n_mentions", "name"], ascending=[False, True])
    label_of = {
        row["entity_id"]: f"{row['name']} ({TYPES[row['label']]}, {row['n_mentions']})"
        for row in others.to_dict("records")
    }
    turn = f"{key} {len(edits.current().made)}"  # a new key closes what was open
    with st.container(horizontal=True, wrap=True):
        with st.popover("Merge", icon=":material/merge:", key=f"merging {turn}"), st.form(f"merge {key}", border=False):
            st.caption(f"Both then go by the name of the other; rename it if you prefer {plain(name)}.")
            other = st.selectbox("It is the same as", list(label_of), format_func=label_of.__getitem__, index=None)
            if st.form_submit_button("Merge") and other:
                edits.make(Correction(MERGE, key, other), other)
        if parts := _separable(mentions, articles):
            with (
                st.popover("Split", icon=":material/call_split:", key=f"splitting {turn}"),
                st.form(f"split {key}", border=False),
            ):
                part = st.selectbox("This is another", list(parts), format_func=parts.__getitem__, index=None)
                if st.form_submit_button("Split") and part:
                    edits.make(Correction(SPLIT, key, *part), key)
        with (
            st.popover("Rename", icon=":material/edit:", key=f"renaming {turn}"),
            st.form(f"rename {key}", border=False),
        ):
            new = st.text_input("Name", name, max_chars=200)
            if st.form_submit_button("Rename") and new.strip() not in {"", name}:
                edits.make(Correction(RENAME, key, new), key)
        with (
            st.popover("Retype", icon=":material/category:", key=f"retyping {turn}"),
            st.form(f"retype {key}", border=False),
        ):
            kind = st.selectbox("Type", LABELS, index=LABELS.index(entity["label"]), format_func=TYPES.__getitem__)
            if st.form_submit_button("Retype") and kind != entity["label"]:
                edits.make(Correction(RETYPE, key, kind), key)
        if st.button(
            "Hide",
            icon=":material/visibility_off:",
            help="It is no name, or of no interest; its quotations stay, under the articles' words",
        ):
            edits.make(Correction(HIDE, key), "")


def _separable(mentions: pd.DataFrame, articles: pd.DataFrame) -> dict[tuple[str, str], str]:
    """What can be split off an entity, the forms that are most frequent first: form and article, "" for all articles,
    with a label. All of its mentions together cannot."""
    used = mentions.assign(form=mentions["text"].str.split().str.join(" ")).merge(
        articles[["article_id", "source", "title"]], on="article_id"
    )
    everywhere: dict[tuple[str, str], str] = {}
    somewhere: dict[tuple[str, str], str] = {}
    for form in used.groupby("form").size().sort_values(ascending=False, kind="stable").index.astype(str):
        of_form = used[used["form"] == form]
        if len(of_form) < len(used):
            everywhere[form, ""] = f"{form} ({count(len(of_form), 'mention')})"
        places = of_form.groupby(["source", "title", "article_id"])
        for (source, title, article_id), there in places if len(places) > 1 else ():
            where = ", ".join(filter(None, ("" if source == UNKNOWN else source, title or article_id)))
            somewhere[form, article_id] = f"{form} in {where} ({len(there)})"
    return everywhere | somewhere


def suggestions(entity_id: str, table: pd.DataFrame, entities: pd.DataFrame) -> None:
    """What the entity may be as well, with the reason and a button for each."""
    names = dict(zip(entities["entity_id"], entities["name"], strict=True))
    for one, other, reason in table.itertuples(index=False, name=None):
        if entity_id not in {one, other}:
            continue
        second = other if one == entity_id else one
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"The same as **{plain(names[second])}**? {plain(reason)}.")
            if st.button("They are one", key=f"suggested {one} {other}", icon=":material/merge:"):
                edits.make(Correction(MERGE, one, other), other)


def ledger(*, reopens: bool = False) -> None:
    """All corrections of the session: as a table, undone, downloaded, and brought back from a file.

    Args:
        reopens: whether the page opens the entity whose correction was undone.
    """
    own = edits.current()
    with st.expander(f"Corrections by hand: {len(own.made)}", key="corrections", icon=":material/history:"):
        where = (
            f"They are written to `{CORRECTIONS}` in the corpus."
            if own.is_kept
            else f"They live in your session only, and a link does not carry them. To have them again, download "
            f"`{CORRECTIONS}` and put it into the folder of the articles, or add it to an upload."
        )
        st.caption(where)
        for correction, reason in own.failed[:_FAILED]:
            st.warning(f"Not applied: {plain(' '.join(correction))}: {plain(reason)}.")
        if len(own.failed) > _FAILED:
            st.caption(f"And {len(own.failed) - _FAILED} more:")
            rows = [[*correction, reason] for correction, reason in own.failed[_FAILED:]]
            failed = pd.DataFrame(rows, columns=[*Correction._fields, "not applied"])
            st.dataframe(failed, hide_index=True, alt="Corrections that were not applied, with the reason")
            frame.download(failed, "not-applied")
        if own.made:
            st.dataframe(
                pd.DataFrame(own.made), hide_index=True, alt="Corrections in the order in which they were made"
            )
        with st.container(horizontal=True):
            if st.button("Undo the last", icon=":material/undo:", disabled=not own.made):
                edits.undo(reopens=reopens)
            with st.popover("Take all back", disabled=not own.made):
                st.caption("This cannot be undone: download them first if you may want them again.")
                if st.button("Undo all", disabled=not own.made):
                    own.replace([])
                    st.rerun()
            st.download_button(
                f"Download {CORRECTIONS}",
                corrections.as_csv(own.made).encode("utf-8"),
                file_name=CORRECTIONS,
                mime="text/csv",
                icon=":material/download:",
                on_click="ignore",
                disabled=not own.made,
            )
        with st.form("bring corrections", clear_on_submit=True, border=False):
            upload = st.file_uploader(
                f"Use the corrections of another {CORRECTIONS}{' in place of these' if own.made else ''}",
                type="csv",
                max_upload_size=10,
            )
            if st.form_submit_button("Use these") and upload:
                try:
                    own.replace(corrections.parse(upload.getvalue().decode("utf-8-sig")))
                    st.rerun()
                except UnicodeDecodeError:
                    st.error(f"{plain(upload.name)} cannot be used: it is not UTF-8. Save it as CSV in UTF-8.")
                except CorrectionsError as error:
                    st.error(f"{plain(upload.name)} cannot be used: {plain(str(error))}")
