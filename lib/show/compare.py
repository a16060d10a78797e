"""The views of the Compare page: one story's events, differences, exclusive sentences, words, speakers and times."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from lib.schema import RELATIONS
from lib.show import (
    comparing,
    contrast,
    everywhere,
    exclusive,
    figures,
    frame,
    grid,
    html,
    hypertext,
    keyness,
    linking,
    passages,
    reading,
    state,
    terms,
    told,
)
from lib.show.columns import Cell, Column, Head, Line, by_publication, cells_of, columns
from lib.show.reading import Tables, short
from lib.show.state import CLOSED
from lib.show.text import count

EVERYWHERE = "All"
"""The view of all stories."""
_OPEN = "open story"
_WORDS = 12  # of a source's own
_HEADLINE = 90  # characters of an event's that a table shows
_NOT_COMPARED = "not compared"
Row = dict[str, Any]
Entry = tuple[str, str, str]
"""German words, the address to which they lead, and a note or none."""
Group = tuple[str, list[Entry], list[Entry]]
"""A heading or none, what is listed under it, and what is folded away as it is less sure."""


class Shown(NamedTuple):
    """What the page shows.

    Attributes:
        every: the tables of the corpus.
        tables: their rows of the story.
        articles: of the story and the chosen sources.
        columns: what is compared.
    """

    every: Tables
    tables: Tables
    story_id: str
    articles: pd.DataFrame
    columns: list[Column]

    @property
    def headline(self) -> str:
        """The story's."""
        return str(self.every["stories"].set_index("story_id").at[self.story_id, "headline"])

    @property
    def named_by(self) -> str:
        """Whose words that is: the data's or those of the source of the article of that title; empty if nobody's."""
        articles = self.tables["articles"]
        titled = articles[articles["title"] == self.headline]
        if titled.empty:
            return "the data that came with the articles" if "given" in set(articles["story_from"]) else ""
        return reading.source(titled.iloc[0])

    def rows(self, order: str = "reading") -> list[grid.Row]:
        """Its events."""
        return grid.of_story(self.tables, self.story_id, self.columns, order)

    def about(self, rows: pd.DataFrame) -> pd.DataFrame:
        """Rows with source, title and published of their articles."""
        return rows.merge(self.articles[["article_id", "source", "title", "published"]], on="article_id")

    def download(self, rows: pd.DataFrame, name: str) -> None:
        """A button that downloads what a view of it shows."""
        frame.download(rows, name, of=self.headline)

    def fill(self, template: str, **values: object) -> str:
        """The HTML of a template about its columns."""
        return html.fill(template, columns=self.columns, place=hypertext.place, **values)


def open_story(tables: Tables, story_id: str, sources: Collection[str]) -> Shown:
    """A story as some of its sources tell it. Its rows are found once, since a visitor stays with it for a while."""
    kept = st.session_state.get(_OPEN)
    if kept is None or kept.every is not tables or kept.story_id != story_id:
        kept = Shown(tables, reading.of_story(tables, story_id), story_id, pd.DataFrame(), [])
        st.session_state[_OPEN] = kept
    articles = kept.tables["articles"]
    articles = articles[articles["source"].isin(sources)]
    return kept._replace(articles=articles, columns=columns(articles))


def choose_view() -> str:
    """The view that is chosen, and in what order the events of the first are to stand."""
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        view = state.segments("view", {key: label for key, (label, *_) in VIEWS.items()}, "Show")
        if view == next(iter(VIEWS)):
            named = grid.ORDERS.__getitem__
            state.select("order", list(grid.ORDERS), st.selectbox, label="Order", format_func=named, width=190)
    return view


def events(story: Shown) -> bool:
    """The grid of events and sources, one of them open."""
    rows, wanted = story.rows(state.current("order") or next(iter(grid.ORDERS))), state.get("event")
    if not rows:
        return False
    ids = [row.event_id for row in rows]
    opened = wanted if wanted in [*ids, CLOSED] else ids[0]
    address = {id_: hypertext.here("Compare", event=CLOSED if id_ == opened else id_) for id_ in ids}
    shown = [article_id for column in story.columns for article_id in column.articles]
    differing = story.tables["differences"]
    values = contrast.between(differing[differing["event_id"] == opened], story.columns)
    readings = passages.readings(story.tables, opened, shown, values, hypertext.speaker)
    maybe = grid.maybe(story.tables, opened, shown)
    also = grid.beside(story.tables, opened, rows)
    said_by = grid.said_by(story.tables, opened) if opened != CLOSED else None
    draw = partial(
        story.fill,
        "grid",
        opened=opened,
        address=address,
        readings=readings,
        maybe=maybe,
        also=also,
        said_by=said_by,
    )
    upto = ids.index(opened) + 1 if opened != CLOSED else len(ids)
    st.html(draw(rows=rows[:upto], goes_on=False))
    if opened != CLOSED:
        linking.tools(story.tables, opened, shown, maybe)
    if rows[upto:]:
        st.html(draw(rows=rows[upto:], goes_on=True))
    story.download(grid.as_frame(rows, story.columns), "events")
    return True


def differences(story: Shown) -> bool:
    """Values and words of one event that differ."""
    events = {row.event_id: row for row in story.rows()}
    headlines = {event_id: row.headline for event_id, row in events.items()}
    found = contrast.differences(story.tables, headlines, story.columns)
    event = partial(hypertext.here, "Compare", view="")
    if found:
        st.caption(
            "What the sources say of one event: numbers and times; who acts or is meant (person, bodies included); "
            "where (place); what a thing, body or deed is called (word). Less precise: what one says allows what "
            "another says. Other words: the same, called differently. Beside each: when it was published, as what came "
            "later may be newer rather than a contradiction. Not compared: the source reports the event, but nothing "
            "in it was set against this. Of the differences that readers find, most are missed: read the sentences of "
            "an event before you say that its sources agree."
        )
        often = Counter(row.relation for row in found)
        offered = {"": f"All ({len(found)})"}
        offered |= {relation: f"{relation} ({often[relation]})" for relation in RELATIONS if often[relation]}
        relation = state.segments("relation", offered, "Relation") if len(often) > 1 else ""
        found = [row for row in found if relation in ("", row.relation)]
        lines = [
            Line(
                [
                    Head(contrast.KINDS[row.kind]),
                    Head(row.relation),
                    Head(short(row.headline, _HEADLINE), event(event=row.event_id)),
                ],
                row.cells,
                [_NOT_COMPARED if cell in grid.REPORTING else cell for cell in events[row.event_id].cells],
            )
            for row in found
        ]
        st.html(story.fill("words", head=("Kind", "Relation", "Event"), rows=lines))
        comparing.tool(found, story.columns)
        values = contrast.between(story.tables["differences"], story.columns)
        shown = values[values["event_id"].isin(headlines)].drop(columns="column")
        story.download(story.about(shown.assign(event=shown["event_id"].map(headlines))), "differences")
    return bool(found)


def only_here(story: Shown) -> bool:
    """Sentences that no other source shares, and events that a source leaves out."""
    rows = story.rows()
    st.subheader("Only here", anchor=False)
    st.caption(
        "Sentences that were not linked with a sentence of another of these sources; those that may be elsewhere too "
        "are folded away. Links are missed too, mostly where others say the same in quite other words. Below them: "
        "what a source leaves out."
    )
    alone = exclusive.only_here(story.tables, rows, story.columns)
    heading = {
        row["article_id"]: f"{row['title']}, {reading.published(row)}" for row in reading.records(story.articles)
    }

    def sentence(row: Row) -> Entry:
        note = f"may be in {row['maybe']} too" if row["maybe"] else ""
        return row["text"], hypertext.place(row["article_id"], row["start"]), note

    def by_article(found: pd.DataFrame) -> list[Group]:
        groups: dict[str, Group] = {}
        for row in reading.records(found):
            _, sure, unsure = groups.setdefault(row["article_id"], (heading[row["article_id"]], [], []))
            (unsure if row["maybe"] else sure).append(sentence(row))
        return list(groups.values())

    st.html(_lists(story, [by_article(found) for found in alone], "sentence"))
    story.download(story.about(pd.concat(alone)), "only-here")
    st.subheader("Left out", anchor=False)
    omitted = exclusive.left_out(rows, story.columns)
    if all(of_column.empty for of_column in omitted):
        st.caption(
            "No event was found that most of the others report, two at least, and one of these sources does not."
        )
        return True
    st.caption(
        "Events on which a source is silent though most of the others report them, two at least. Not counted: what a "
        "source may report too; and sources that published before the first report, more than two weeks after the "
        "last, or on an unknown day. Links are missed where a source says it in quite other words: read its article "
        "before you say that it left something out."
    )

    def event(row: Row) -> Entry:
        return row["headline"], hypertext.here("Compare", view="", event=row["event_id"]), f"in {row['reported_by']}"

    lists: list[list[Group]] = [[("", [event(row) for row in reading.records(found)], [])] for found in omitted]
    st.html(_lists(story, lists, "event"))
    story.download(pd.concat(omitted), "left-out")
    return True


def _lists(story: Shown, lists: Sequence[Sequence[Group]], unit: str) -> str:
    """The groups of each column as lists of `unit`s."""
    return story.fill("lists", lists=lists, unit=unit)


def wording(story: Shown) -> bool:
    """The words of each source for one thing."""
    concepts = terms.wording(story.tables, story.columns)
    if concepts:
        st.caption(
            "Words for the same thing: those that a list groups, whose it is stands beside, and those that stand "
            "in the same place of linked sentences, which may be unlike. Those noted as quoted are words of "
            "somebody whom the source quotes: the speaker's choice. Those in marks stand in quotation marks, and "
            "nobody is named who says them: the marks may be the source's own. Those noted as reported, in "
            "reported speech, may be the speaker's choice or the source's."
        )
        lines = [Line([Head(one.name, note=one.origin)], one.cells) for one in concepts]
        st.html(story.fill("words", head=("Concept",), rows=lines))
        story.download(story.about(story.tables["wording"]), "wording")
    found = keyness.words(story.tables, story.columns)
    if not found.empty:
        st.subheader("Words of one source", anchor=False)
        st.caption(
            "Words that a source uses more often, for its length, than the others here, in its own voice, and how"
            " often it and they do; names and function words left out. Ranked by log-odds ratio (Monroe, Colaresi"
            f" and Quinn 2008). Counts this small can be chance: those that differ by more are "
            f"noted as “surely”: {found['sure'].sum()} of {len(found)} (95 %, corrected for the number of words, Holm "
            f"1979). The first {_WORDS} of each source are shown; the table has all."
        )
        top = found.groupby("source").head(_WORDS)
        cells = cells_of(
            top,
            story.columns,
            lambda row: Cell(
                row["word"],
                row["article_id"],
                row["start"],
                f"{row['here']}×, others {row['elsewhere']}×" + (" – surely" if row["sure"] else ""),
            ),
        )
        st.html(story.fill("words", head=(), rows=[Line([], cells)]))
        story.download(found, "words")
    return bool(concepts) or not found.empty


def quoted(story: Shown) -> bool:
    """Who is quoted by whom."""
    speakers = told.quoted(story.tables, story.columns)
    if speakers:
        st.caption(
            "How often each source quotes whom, directly, in part or in reported speech, what stands within another "
            "quotation not counted again; a number leads to the place, a name to all quotations of the speaker in the "
            "corpus."
        )
        rows = [Line([Head(who, hypertext.speaker(key) if key else "")], cells) for who, key, cells in speakers]
        st.html(story.fill("words", head=("Speaker",), rows=rows))
        story.download(story.about(reading.whole(story.tables["quotes"])), "quotations")
    return bool(speakers)


def timeline(story: Shown) -> bool:
    """When the articles were published, and the days that they tell of."""
    happened = told.happened(story.tables, story.columns)
    is_dated = story.articles["published"] != ""
    dated, undated = story.articles[is_dated], story.articles[~is_dated]
    if happened.empty and dated.empty:
        return False
    near, far = (told.near(happened, story.articles, far=far) for far in (False, True))
    if len(near) < len(far) and state.toggle("far", label=f"Farther days too ({len(far) - len(near)} within a year)"):
        near = far
    farther = (
        f" {len(happened) - len(near)} longer or more distant ones are not shown; the table has them."
        if len(near) < len(happened)
        else ""
    )
    st.caption(
        "Squares: published. Dots and bars: days and periods that a sentence tells of, as far as its words and the day "
        f"of publication settle them; larger where several sentences do.{farther}"
    )
    figure = figures.happened(near, by_publication(dated), [column.label for column in story.columns])
    alt = f"{len(dated)} publications and {len(near)} days told of, by source; the table holds all of them"
    st.plotly_chart(figure, config=figures.CONFIG, alt=alt)
    if not undated.empty:
        st.caption(f"Without a square, as the day of publication is unknown: {count(len(undated), 'article')}.")
        st.html(story.fill("articles", articles=by_publication(undated)))
    with st.expander("Table"):
        listed = told.listed(happened, dated, story.columns)
        lines = [Line([Head(day), Head(label)], [cells]) for day, label, cells in listed]
        words = [Column("Words", ())]
        st.html(html.fill("words", columns=words, head=("Day", "Source"), rows=lines, place=hypertext.place))
    story.download(happened, "timeline")
    return True


VIEWS: dict[str, tuple[str, Callable[[Shown], bool], str]] = {
    "Events": ("Events", events, "No statement was found that two of these articles share."),
    "Differences": ("Differences", differences, "No event was found on which these sources differ."),
    "Only here": ("Only here / left out", only_here, ""),
    "Wording": ("Wording", wording, "No concept was found for which these sources use different words."),
    "Quoted": ("Who is quoted", quoted, "These articles quote nobody."),
    "Timeline": ("Timeline", timeline, "No article of this story has a date, and none tells of a certain day."),
    EVERYWHERE: ("All stories", lambda story: everywhere.show(story.every), ""),
}
"""View -> its label, what draws it, and what to say where it has nothing to draw."""
