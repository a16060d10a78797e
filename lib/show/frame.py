"""What every page begins with: page settings, navigation, the corpus and its analysis, the filters that pages share."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pandas as pd
import streamlit as st
from plotly.graph_objects import Figure

from lib import corrections
from lib.article import UNKNOWN, Analysis
from lib.read import File, is_corrections
from lib.show import edits, loaders, state, stories
from lib.show.figures import CONFIG
from lib.show.text import count, plain

_STYLE = Path(__file__).with_name("figures") / "figures.css"
_LISTENERS = {name: Path(__file__).parent / "figures" / f"{name}.js" for name in ("touch", "keys")}
PAGES = {
    "Overview": "dashboard.py",
    "Entities": "pages/1_Entities.py",
    "Article": "pages/2_Article.py",
    "Compare": "pages/3_Compare.py",
    "Voices": "pages/4_Voices.py",
}

UPLOAD = "upload"
SAMPLE = "sample"
OWN = "own"
_OPENED = "opened corpus"

_HELD = {
    "story": ("a story", "stories", "story_id"),
    "event": ("an event", "events", "event_id"),
    "source": ("a source", "articles", "source"),
    "article": ("an article", "articles", "article_id"),
    "entity": ("a name", "entities", "entity_id"),
}
"""What the URL may name: in words, and the table and column that have to hold it."""
_STAGES = {"read": "Reading files", "annotate": "Annotating articles", "compare": "Comparing the articles"}
_STEM = 40
"""Characters of a headline in the name of a file."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How cells begin that a spreadsheet computes."""


def page(name: str, *, needs_articles: bool = True) -> Analysis:
    """Set up a page and return the analysis of the chosen corpus.

    Shows progress while the corpus is analysed. Where there is nothing to show, says what to do and ends the page;
    with `needs_articles=False` an empty corpus is returned as well.
    """
    st.set_page_config(page_title=f"{name} · Lesarten", page_icon="📰", layout="wide")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for label, file in PAGES.items():
            st.page_link(file, label=f"**{label}**" if label == name else label, query_params=state.params())
    st.title(name if name != "Overview" else "Lesarten", anchor=False)
    chosen = _corpus()
    if chosen == SAMPLE:
        st.caption("The sample's articles and outlets are invented, to try Lesarten with: do not cite them.")
    made = _edits(chosen)
    analysis = made.applied(_load(chosen, _model()))
    st.sidebar.container(key="analysed").caption(f"Analysed with {analysis.model}")
    if made.made:
        failed = f", {len(made.failed)} not applied" if made.failed else ""
        st.sidebar.caption(
            f"{count(len(made.made), 'correction')} by hand{failed}, "
            f"{'kept with the corpus' if made.is_kept else 'in this session only'}: "
            "see the pages Entities, Article and Compare"
        )
    if made.problem:
        st.warning(plain(made.problem))
    edits.confirm()
    edits.reopen("entity")
    _leave_out(analysis, "this corpus, as it is corrected," if made.made else "this corpus")
    if needs_articles and analysis.tables["articles"].empty:
        st.info("This corpus holds no article that could be read.", icon=":material/inbox:")
        st.page_link(PAGES["Overview"], label="See why on the Overview, or add articles there")
        st.stop()
    st.html(_STYLE)
    for listener, script in _LISTENERS.items():
        st.components.v2.component(listener, js=script.read_text(encoding="utf-8"))(key=listener)
    return analysis


def story(analysis: Analysis, *, every: bool = True) -> str:
    """The story chosen on the page; empty for all stories, which is offered only if `every`. Where a link names an
    event alone, it is the story of that."""
    labels = stories.labels(analysis.tables)
    ids = list(labels)
    events = analysis.tables["events"].set_index("event_id")["story_id"]
    return state.select(
        "story",
        ["", *ids] if every else ids,
        st.selectbox,
        default=None if every else events.get(state.get("event")),
        label=lambda key: f"Story {ids.index(key) + 1:,} of {len(ids):,}" if key else "Story",
        format_func=lambda key: labels[key] if key else f"All {count(len(ids), 'story')}",
        on_change=lambda: state.put("event", ""),  # it belongs to its story
    )


def sources(analysis: Analysis) -> list[str]:
    """The sources chosen in the sidebar; all of them if none is chosen. Sorted by name, "unknown" last."""
    every = sorted(analysis.tables["articles"]["source"].unique(), key=lambda source: (source == UNKNOWN, source))
    with st.sidebar:
        chosen = state.select_many("source", every, st.multiselect, label="Sources", placeholder="All sources")
    if chosen:  # the sidebar may be folded
        st.caption(f"Only these sources: {', '.join(map(plain, chosen))}. They are chosen in the sidebar.")
    return [source for source in every if source in chosen] or every


def link(page_name: str, label: str, **params: str) -> None:
    """A link to another page of this session that keeps the shared filters and shows there what `params` say."""
    st.page_link(PAGES[page_name], label=label, query_params=state.params(**params))


def download(frame: pd.DataFrame | Callable[[], pd.DataFrame], name: str, *, of: str = "") -> None:
    """A button that downloads the data of a figure, or what makes it, as CSV, and says of what it is; of a story the
    file is named by its headline, `of`."""
    story = "-".join(re.findall(r"\w+", of.casefold()))[:_STEM].rstrip("-")
    st.download_button(
        f"Download as CSV: {name.replace('-', ' ')}",
        lambda: spreadsheet(frame() if callable(frame) else frame),  # made when it is asked for
        file_name=f"lesarten-{name}{f'-{story}' if story else ''}.csv",
        mime="text/csv",
        key=f"download-{name}",
        icon=":material/download:",
        on_click="ignore",
    )


def chart(figure: Figure, alt: str, key: str, picked: Callable[[dict[str, Any]], dict[str, str]]) -> None:
    """A figure whose points set values of the view's state when they are clicked.

    Args:
        key: names the figure, and what is chosen in it, so that it forgets a click and can be clicked again.
        picked: the values that a point sets.
    """

    def clicked() -> None:
        for point in st.session_state[key]["selection"]["points"]:
            if "customdata" in point or "y" in point:
                state.choose(**picked(point))

    st.plotly_chart(figure, config=CONFIG, alt=alt, key=key, selection_mode="points", on_select=clicked)


def spreadsheet(frame: pd.DataFrame) -> bytes:
    """A table as CSV in which no cell is a formula to a program that opens it: an apostrophe stands before what would
    be one."""
    names, cells = frame.columns.map(_no_formula), frame.map(_no_formula)
    return cells.set_axis(names, axis="columns").to_csv(index=False).encode("utf-8-sig")


def _no_formula(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def take_upload(files: list[File]) -> NoReturn:
    """Analyse a visitor's files in his session and show them as its corpus."""
    before = st.session_state[UPLOAD].files if UPLOAD in st.session_state else []
    articles = [file for file in files if not is_corrections(file)]
    goes_on = any(file.data == known.data for file in articles for known in before)
    edits.begin_with(UPLOAD, [file.data for file in files if is_corrections(file)], goes_on=goes_on)
    st.session_state[UPLOAD] = loaders.Upload(articles)
    open_corpus(UPLOAD)


def open_corpus(name: str) -> NoReturn:
    """Show another corpus from the start, without the filters that were set for the one before."""
    model = state.get("model")
    st.query_params.from_dict({"corpus": name} | ({"model": model} if model else {}))
    _wait(_job(name, model or loaders.models()[0]))  # here, where the visitor looks, rather than on top of the page
    st.session_state[_OPENED] = f"opened {name}"
    st.rerun()


def opened() -> str:
    """Id for the place where a corpus begins that was opened just now; empty if none was."""
    return str(st.session_state.pop(_OPENED, ""))


def _leave_out(analysis: Analysis, corpus: str) -> None:
    """Take out of the URL what the corpus does not hold, and say so in one place, whatever widgets would have it."""
    gone = [
        words
        for key, (words, table, column) in _HELD.items()
        if state.get(key) and state.leave_out(key, [*analysis.tables[table][column], state.CLOSED])
    ]
    if gone:
        st.warning(f"The link names {' and '.join(gone)} that {corpus} does not hold; that part of it is left out.")


def _corpus() -> str:
    """The corpus chosen in the sidebar."""
    own = loaders.configured()
    labels = {OWN: ", ".join(path.name or str(path) for path in own)} if own else {}
    labels[SAMPLE] = "Sample corpus"
    if UPLOAD in st.session_state:
        labels[UPLOAD] = "Your upload"
    named = state.get("corpus")
    if named == UPLOAD and named not in labels:
        st.info(
            "This link was made with uploaded files. They live in the session of whoever uploaded them only, and are "
            "gone when that page is loaded anew. Upload them again on the Overview."
        )
    elif named and named not in labels:
        st.warning("The link names a corpus that this dashboard does not have.")
    if named and named not in labels:
        state.only("model")  # what else it names is of that corpus
    with st.sidebar:
        return state.select(
            "corpus",
            list(labels),
            st.selectbox,
            label="Corpus",
            format_func=labels.__getitem__,
            on_change=lambda: state.only("corpus", "model"),  # filters of one corpus mean nothing in another
        )


def _model() -> str:
    """The pipeline that finds the names: chosen in the sidebar, where more than one is installed."""
    models = loaders.models()
    if len(models) == 1:
        return models[0]
    with st.sidebar:
        return state.select(
            "model",
            models,
            st.selectbox,
            label="Names found by",
            format_func=lambda name: "Lesarten's encoder" if name == loaders.SHIPPED else name,
            help="An installed spaCy pipeline may find the names instead of the encoder that comes with Lesarten.",
        )


def _edits(chosen: str) -> edits.Edits:
    """The corrections of entities in this session."""
    own = loaders.configured() if chosen == OWN else []
    return edits.begin(chosen, corrections.beside(own), keep=loaders.may_edit())


def _paths(chosen: str) -> list[Path]:
    return loaders.configured() if chosen == OWN else [loaders.SAMPLE]


def _job(chosen: str, model: str) -> loaders.Job:
    if chosen != UPLOAD:
        return loaders.corpus(_paths(chosen), model)
    upload: loaders.Upload = st.session_state[UPLOAD]
    return upload.job(model)


def _wait(job: loaders.Job) -> None:
    """Show how far a job is until it is done."""
    bar = st.empty()
    for stage, done, total in job.steps():
        bar.progress(done / max(total, 1), f"{_STAGES[stage]}: {done} of {total}")
    bar.empty()


def _load(chosen: str, model: str) -> Analysis:
    paths = _paths(chosen)
    absent = [path for path in paths if not path.exists()]
    if absent:
        st.error(f"There is no file or folder {_list(absent)}. Start the dashboard with the path of your articles.")
        st.stop()
    job = _job(chosen, model)
    _wait(job)
    try:
        return job.result()
    except Exception as error:
        st.error(f"The corpus could not be analysed: {plain(str(error))}")
        if chosen == UPLOAD:
            st.session_state[UPLOAD].drop(model)  # not the files: another model may do better
        else:
            loaders.drop(paths, model)
        st.button("Try again")
        st.stop()


def _list(paths: list[Path]) -> str:
    return ", ".join(f"`{path}`" for path in paths)
