"""The views of the Voices page: who is quoted by whom, which agencies and media are cited, who uses which words, and
what is shared word for word."""

from collections.abc import Callable
from typing import NamedTuple

import pandas as pd
import streamlit as st

from lib.schema import QUOTATIONS, VOICES
from lib.show import cited, entity, figures, frame, html, hypertext, quoted, state, uses
from lib.show.entities import COUNTS, MOST_BARS, bars_layout
from lib.show.frequency import by_source, pool, totals
from lib.show.reading import whole
from lib.show.text import count

OPENED = {"speakers": "speaker", "media": "medium"}
"""By view, what one of its figures opens."""
KINDS = {"": "All"} | {kind: kind.capitalize() for kind in QUOTATIONS}
TOP = 20
MOST_PASSAGES = 50
_FOUND = "uses found"


class Selection(NamedTuple):
    """What the page shows: the articles that count, all tables, and all sources of the corpus."""

    articles: pd.DataFrame
    tables: dict[str, pd.DataFrame]
    every: list[str]


def speakers(selection: Selection) -> None:
    """Bars of speakers by source, and the quotations of one of them."""
    with st.container(horizontal=True, gap="medium"):
        kind = state.segments("kind", KINDS, "Speech")
        measure, layout = _measure("Quotations")
    articles, every = selection.articles, quoted.identified(selection.tables["quotes"])
    quotes = every[every["kind"] == kind] if kind else whole(every)
    counts = quoted.by_source(articles, quotes, selection.tables["entities"])
    found = totals(counts)
    if found.empty:
        _nothing("These articles quote nobody in this way. Choose another story, source or kind of speech.")
        return
    titles = {"": "Choose a speaker"} | {
        s["entity_id"]: f"{s['name']} ({s['mentions']})" for s in found.to_dict("records")
    }
    if (speaker := state.get("speaker")) not in titles:  # whom another kind of speech may quote
        of_all = totals(quoted.by_source(articles, every, selection.tables["entities"])).set_index("entity_id")["name"]
        titles |= {speaker: f"{of_all[speaker]} (0)"} if speaker in of_all else {}
    st.header("Who is quoted by whom", anchor=False)
    st.caption(
        "All: what stands within another quotation is not counted again. Of one kind, each is counted. Who has no name "
        "goes by the words of the articles, and may be several: “Sprecherin”."
    )
    bars = quoted.by_source(pool(articles, keep=MOST_BARS), quotes, selection.tables["entities"])
    bars = bars[bars["entity_id"].isin([*found["entity_id"].head(TOP), quoted.UNKNOWN_SPEAKER])]
    figure = figures.frequency(bars, selection.every, stacked=layout == "stacked", measure=measure, what="Quotations")
    alt = f"Bars of the {bars['entity_id'].nunique()} most often quoted, by source; the table below holds all numbers"
    frame.chart(figure, alt, f"speaker {state.current('speaker')}", lambda point: {"speaker": point["y"]})
    with st.expander(f"{count(len(found), 'speaker')} in all"):
        st.dataframe(quoted.wide(found, counts), hide_index=True, alt="Speakers with their quotations by source")
    frame.download(counts.rename(columns={"mentions": "quotations"}), "voices")
    _begin_one("speaker")
    st.header("One voice", anchor=False)
    chosen = state.select("speaker", list(titles), st.selectbox, label="Speaker", format_func=titles.__getitem__)
    if chosen:
        sentences = selection.tables["sentences"][["article_id", "sentence_id", "text"]]
        sentences = sentences.rename(columns={"text": "sentence"})
        own = quoted.of_speaker(articles, quotes, chosen)
        entity.quoted(own.merge(sentences, on=["article_id", "sentence_id"], how="left"), chosen)
    else:
        st.caption("Choose a speaker here, or by a click on the bars.")


def media(selection: Selection) -> None:
    """Bars of agencies and media by source, what each article leans on, and the places of one medium."""
    with st.container(horizontal=True, gap="medium"):
        measure, layout = _measure("Citations")
    articles, citations = selection.articles, selection.tables["citations"]
    counts = cited.by_source(articles, citations)
    found = totals(counts)
    if found.empty:
        _nothing("These articles name no agency and no other medium. Choose another story or source.")
        return
    st.header("Whom the sources lean on", anchor=False)
    bars = cited.by_source(pool(articles, keep=MOST_BARS), citations)
    bars = bars[bars["entity_id"].isin(found["entity_id"].head(TOP))]
    figure = figures.frequency(bars, selection.every, stacked=layout == "stacked", measure=measure, what="Citations")
    alt = f"Bars of the {bars['entity_id'].nunique()} most often cited media, by source; the table holds all numbers"
    frame.chart(figure, alt, f"medium {state.current('medium')}", lambda point: {"medium": point["y"]})
    frame.download(counts, "media")
    with st.expander("Article by article"):
        table = cited.by_article(articles, citations)
        names = {name: name.capitalize() for name in table.columns}
        st.dataframe(
            table.drop(columns="article_id"),
            column_config=names,
            hide_index=True,
            alt="Articles with the agencies and media that they cite",
        )
        frame.download(table, "media-by-article")
    _begin_one("medium")
    st.header("One agency or medium", anchor=False)
    titles = {"": "Choose one"} | {m["entity_id"]: f"{m['name']} ({m['mentions']})" for m in found.to_dict("records")}
    chosen = state.select("medium", list(titles), st.selectbox, label="Cited", format_func=titles.__getitem__)
    if not chosen:
        st.caption("Choose one here, or by a click on the bars.")
        return
    places = cited.places(articles, citations, selection.tables["sentences"], chosen)

    def show(line: entity.Row) -> str:
        return html.fill("said", words=line["sentence"], note=line["cue"], context="")

    entity.places(places[entity.paged(f"{chosen} cited", len(places))], lambda line: str(line["sentence"]), show)
    frame.download(places, "citations")


def words(selection: Selection) -> None:
    """Bars of words that the visitor names, by source, and the places of them."""
    articles, tables = selection.articles, selection.tables
    typed = state.text("words", label="Words to look for", placeholder="Krieg, Militäroperation", max_chars=300)
    st.caption(
        "Between commas; with their endings, and behind a hyphen too. A star stands for any letters: Kriegs*, *krieg. "
        "What is written with a capital is found with a capital only."
    )
    wanted = uses.terms(typed)
    if not wanted:
        return
    with st.container(horizontal=True, gap="medium"):
        voice = state.segments("voice", {"": "All"} | {voice: voice.capitalize() for voice in VOICES}, "Voice")
        measure, layout = _measure("Uses")
    kept = st.session_state.get(_FOUND)
    if kept is None or kept[0] is not tables or kept[1] != wanted:  # a large corpus takes seconds to search
        kept = st.session_state[_FOUND] = tables, wanted, uses.find(tables["articles"], tables["voices"], wanted)
    found = kept[2][kept[2]["article_id"].isin(articles["article_id"])]
    found = found[found["voice"].eq(voice) | (voice == "")]
    if found.empty:
        _nothing("These articles have none of these words in this voice.")
        return
    named = pd.DataFrame({"entity_id": wanted, "name": wanted, "label": ""})
    st.header("Who uses which words", anchor=False)
    bars = by_source(pool(articles, keep=MOST_BARS), found, named)
    figure = figures.frequency(bars, selection.every, stacked=layout == "stacked", measure=measure, what="Uses")
    alt = f"Bars of {count(bars['entity_id'].nunique(), 'word')} by source; the download holds all numbers"
    frame.chart(figure, alt, f"word {state.current('word')}", lambda point: {"word": point["y"]})
    counts = by_source(articles, found, named).rename(columns={"entity_id": "word", "mentions": "uses"})
    frame.download(counts.drop(columns=["name", "label"]), "words")
    st.header("In context", anchor=False)
    often = found["entity_id"].value_counts()
    titles = {"": f"All ({len(found)})"} | {term: f"{term} ({often[term]})" for term in wanted if term in often}
    word = state.select("word", list(titles), st.selectbox, label="Word", format_func=titles.__getitem__)
    entity.used(articles, found[found["entity_id"].eq(word) | (word == "")], f"{typed} {word} {voice}")


def passages(selection: Selection) -> None:
    """What articles of different sources have nearly word for word."""
    pairs = cited.shared(selection.articles, selection.tables["passages"])
    if pairs.empty:
        _nothing("No two of these articles share a passage word for word.")
        return
    st.header("Shared nearly word for word", anchor=False)
    st.caption(
        "Passages of at least 15 words that articles of different sources have in common but for a few words, which "
        "are marked: the same agency's copy, or one taken from the other. What 5,000 pairs of articles have is left "
        "out, as a formula of the trade."
    )
    together = cited.together(pairs)
    names = {"source": "Source", "other": "And", "words": "Words in common", "passages": "Passages"}
    st.dataframe(together, column_config=names, hide_index=True, alt="Pairs of sources with the words they share")
    if len(pairs) > MOST_PASSAGES:
        st.caption(f"The {MOST_PASSAGES} longest of {len(pairs)} passages:")
    for row in pairs.head(MOST_PASSAGES).to_dict("records"):
        with st.container(border=True):
            st.caption(count(row["n_words"], "word"))
            one, other = cited.apart(row["text"], row["text_other"])
            sides = [
                (row["source"], row["published"], hypertext.place(row["article_id"], row["start"]), one),
                (
                    row["source_other"],
                    row["published_other"],
                    hypertext.place(row["other_id"], row["other_start"]),
                    other,
                ),
            ]
            st.html(html.fill("passage", sides=sides))
    frame.download(pairs, "passages")


VIEWS: dict[str, tuple[str, Callable[[Selection], None]]] = {
    "speakers": ("Speakers", speakers),
    "media": ("Agencies and media", media),
    "words": ("Words", words),
    "passages": ("Shared passages", passages),
}


def _measure(what: str) -> tuple[str, str]:
    measure = state.segments("count", COUNTS | {"mentions": what}, "Count")
    return measure, bars_layout(measure)


def _begin_one(key: str) -> None:
    """The place that comes into view, and to which the keyboard goes, when one is opened."""
    if chosen := state.current(key):
        hypertext.anchor(f"voice {chosen}")


def _nothing(why: str) -> None:
    st.info(why, icon=":material/voice_over_off:")
