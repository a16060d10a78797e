"""Corrections by hand change all tables at once, can be undone by leaving them out, and survive as a file."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from lib import schema
from lib.analysis import analyse
from lib.article import Analysis, Article
from lib.compare import entities
from lib.corrections import Correction, CorrectionsError, apply, as_csv, load, parse
from lib.schema import ArticleRow, Difference, Event, EventSentence, Quote, Wording
from tests.compare.entities.test_merging import corpus


def analysis(*articles: str, quotes: list[Quote] | None = None) -> Analysis:
    """The tables that corrections read, from lines as in the tests of merging."""
    found, mentions = corpus(*articles)
    merged = entities.merge(found, mentions)
    tables = {name: schema.table(name, []) for name in schema.TABLES}
    rows = [
        ArticleRow(a.id, "s", "found", a.source, "given", a.title, "unknown", "", "unknown", "", "", "", "", a.text, 1)
        for a in found
    ]
    tables["articles"] = schema.table("articles", rows)
    tables["mentions"] = schema.table("mentions", merged.mentions)
    tables["entities"] = schema.table("entities", merged.entities)
    tables["aliases"] = schema.table("aliases", merged.aliases)
    tables["suggestions"] = schema.table("suggestions", merged.suggestions)
    tables["quotes"] = schema.table("quotes", entities.speakers(quotes or [], merged.mentions))
    return Analysis(tables, "model")


def corrected(before: Analysis, *corrections: Correction) -> dict[str, pd.DataFrame]:
    after, failed = apply(before, corrections)
    assert not failed
    return after.tables


@pytest.fixture(scope="module")
def linked() -> Analysis:
    """Two reports of one fire and a third of another."""
    texts = {
        "a": "In der Werft von Emden ist am Mittwoch ein Feuer ausgebrochen. Rund 80 Helfer löschten den Brand.",
        "b": "In der Werft von Emden ist am Mittwoch ein Feuer ausgebrochen. Rund 60 Helfer löschten den Brand.",
    }
    return analyse([Article(key, text, source=key.upper(), published="2024-05-02") for key, text in texts.items()])


def held(tables: dict[str, pd.DataFrame]) -> set[frozenset[str]]:
    """The sentences of each event."""
    rows = tables["event_sentences"]
    places = rows["article_id"] + ":" + rows["sentence_id"].astype(str)
    return {frozenset(group) for _, group in places.groupby(rows["event_id"])}


def test_sentences_that_are_not_the_same_leave_the_event_and_what_it_showed(linked: Analysis) -> None:
    assert held(linked.tables) == {frozenset({"a:0", "b:0"}), frozenset({"a:1", "b:1"})}
    assert not linked.tables["differences"].empty
    tables = corrected(linked, Correction("apart", "a:1", "b:1"))
    assert held(tables) == {frozenset({"a:0", "b:0"})}
    assert len(tables["events"]) == 1
    assert set(tables["coverage"]["event_id"]) == set(tables["events"]["event_id"])
    assert tables["differences"].empty
    assert not ((tables["links"]["sentence_id"] == 1) & (tables["links"]["status"] == "event")).any()


def test_a_source_taken_out_of_an_event_may_not_report_it_after_all() -> None:
    texts = dict.fromkeys("abc", "In der Werft von Emden ist am Mittwoch ein Feuer ausgebrochen.")
    found = analyse([Article(key, text, source=key.upper(), published="2024-05-02") for key, text in texts.items()])
    story = found.tables["stories"]["story_id"].iloc[0]
    groups = {"e": "abc", "f": "ac"}
    tables = found.tables | {
        "events": schema.table("events", [Event(e, story, texts["a"], len(g), len(g)) for e, g in groups.items()]),
        "event_sentences": schema.table(
            "event_sentences", [EventSentence(e, a, 0, 1) for e, g in groups.items() for a in g]
        ),
    }
    tables = corrected(Analysis(tables, "model"), Correction("apart", "a:0", "b:0"))
    assert held(tables) == {frozenset({"b:0", "c:0"}), frozenset({"a:0", "c:0"})}
    statuses = tables["coverage"].set_index(["event_id", "article_id"])["status"]
    assert (statuses["e", "a"], statuses["f", "b"]) == ("silent", "may report")


def test_a_sentence_that_is_the_same_joins_the_event_and_its_differences(linked: Analysis) -> None:
    apart = Correction("apart", "a:1", "b:1")
    tables = corrected(linked, apart, Correction("same", "b:1", "a:0"))
    assert held(tables) == {frozenset({"a:0", "b:0", "b:1"})}
    (link,) = tables["links"][tables["links"]["why"] == "by hand"].to_dict("records")
    assert (link["article_id"], link["sentence_id"], link["other_id"], link["other_sentence_id"]) == ("a", 0, "b", 1)
    assert (link["score"], link["status"]) == (1.0, "event")
    for name, table in tables.items():
        assert list(table.columns) == list(linked.tables[name].columns)
        assert list(table.dtypes) == list(linked.tables[name].dtypes)


def test_entities_that_are_merged_differ_in_what_they_are_called() -> None:
    texts = {
        key: f"{who} hat am Mittwoch in Emden ein neues Zentrum eröffnet. Es kostete drei Millionen Euro."
        for key, who in (("a", "Innenminister Jan Holm"), ("b", "Bürgermeister Jon Hollm"))
    }
    found = analyse([Article(key, text, source=key.upper(), published="2024-05-02") for key, text in texts.items()])
    assert found.tables["differences"].empty
    mentions = found.tables["mentions"]
    one, other = (mentions[mentions["label"] == "PER"].set_index("article_id")["entity_id"][key] for key in "ab")
    differences = corrected(found, Correction("merge", other, one))["differences"]
    assert list(differences["value"]) == ["Innenminister Jan Holm", "Bürgermeister Jon Hollm"]
    assert corrected(found, Correction("merge", other, one), Correction("hide", one))["differences"].empty


def test_a_correction_makes_no_difference_of_when_something_was_and_when_somebody_said_so() -> None:
    rest = "Rund 80 Helfer löschten den Brand."
    texts = {
        "a": f"In der Werft von Emden ist ein Feuer ausgebrochen, sagte Feuerwehrchef Jan Holm am Mittwoch. {rest}",
        "b": f"In der Werft von Emden ist am Dienstag ein Feuer ausgebrochen, sagte Feuerwehrchef Jan Holm. {rest}",
    }
    found = analyse([Article(key, text, source=key.upper(), published="2024-05-02") for key, text in texts.items()])
    assert found.tables["differences"].empty
    assert len(held(found.tables)) == 2
    assert corrected(found, Correction("retype", "loc-emden", "ORG"))["differences"].empty


@pytest.mark.parametrize(
    ("correction", "reason"),
    [
        (Correction("apart", "a:0", "b:1"), "no event holds both sentences"),
        (Correction("apart", "a:0", "a:0"), "there are no two such sentences"),
        (Correction("same", "a:0", "x:1"), "there are no two such sentences"),
        (Correction("same", "a:0", "b:0"), "no event holds the second sentence and not the first"),
        (Correction("same", "a", "b:0"), "does not name two sentences as article:number"),
        (Correction("same", f"a:{'9' * 5000}", "b:0"), "does not name two sentences as article:number"),
    ],
)
def test_a_link_that_cannot_be_corrected_is_named(linked: Analysis, correction: Correction, reason: str) -> None:
    after, failed = apply(linked, [correction])
    assert failed == [(correction, reason)]
    assert held(after.tables) == held(linked.tables)


def test_an_article_that_is_about_something_else_leaves_the_story_with_its_events() -> None:
    fire = "In der Werft von Emden ist am Mittwoch ein Feuer ausgebrochen. Rund {} Helfer löschten den Brand."
    titles = {"a": ("Feuer in der Werft", 80), "b": ("Werft brennt", 60), "c": ("Brand in Emden", 70)}
    texts = {key: (title, f"{title}\n\n{fire.format(helpers)}") for key, (title, helpers) in titles.items()}
    before = analyse([Article(key, text, title, source=key, story="Brand") for key, (title, text) in texts.items()])
    (story,) = before.tables["stories"]["story_id"]
    assert {"c:2"} < set().union(*held(before.tables))
    tables = corrected(before, Correction("alone", "", "", "c"))
    articles = tables["articles"].set_index("article_id")
    assert list(articles.loc[["a", "b"], "story_id"]) == [story, story]
    assert articles.at["c", "story_id"] != story
    assert articles.at["c", "story_from"] == "by hand"
    told = tables["stories"].set_index("story_id")
    assert list(told.loc[story, ["headline", "n_articles", "n_sources"]]) == ["Brand", 2, 2]
    assert list(told.loc[articles.at["c", "story_id"], ["headline", "n_articles"]]) == ["Brand in Emden", 1]
    assert {place[0] for place in set().union(*held(tables))} == {"a", "b"}
    assert not {"c"} & {*tables["links"]["article_id"], *tables["links"]["other_id"], *tables["coverage"]["article_id"]}
    assert set(tables["differences"]["article_id"]) == {"a", "b"}
    alone, failed = apply(before, [Correction("alone", "", "", key) for key in "cba"])
    assert alone.tables["events"].empty
    assert alone.tables["differences"].empty
    assert failed == [(Correction("alone", "", "", "a"), "no other article is in its story")]


@pytest.mark.parametrize(
    ("article", "reason"), [("x", "there is no such article"), ("", "does not name an article"), ("a", "")]
)
def test_an_article_that_cannot_stand_alone_is_named(linked: Analysis, article: str, reason: str) -> None:
    correction = Correction("alone", "", "", article)
    assert apply(linked, [correction]).failed == ([(correction, reason)] if reason else [])


@pytest.mark.parametrize("story", ["", "deu-17"])
def test_the_headline_of_a_story_goes_with_its_article(story: str) -> None:
    text = "In der Werft von Emden ist ein Feuer ausgebrochen, sagte Kapitän Onno Eilers am Mittwoch."
    titles = {"a": "Feuer in der Werft von Emden", "b": "Kapitän hilft", "c": "Helfer in der Nacht"}
    before = analyse([Article(key, f"{title}\n\n{text}", title, story=story) for key, title in titles.items()])
    (headline,) = before.tables["stories"]["headline"]
    named = next(key for key, title in titles.items() if title == headline)
    tables = corrected(before, Correction("alone", "", "", named))
    alone = tables["articles"].set_index("article_id").at[named, "story_id"]
    told = tables["stories"].set_index("story_id")["headline"]
    assert told[alone] == headline
    assert set(told.drop(alone)) < set(titles.values()) - {headline}


def forms(tables: dict[str, pd.DataFrame]) -> dict[str, set[str]]:
    return {str(key): set(part) for key, part in tables["aliases"].groupby("entity_id")["form"]}


NAMES = ("PER: Anna Berg; Berg; Otto Kurz | ORG: Tass", "PER: Otto Kurz; Kurz | LOC: Ulm")


def test_mentions_in_refrains_do_not_count_after_corrections_either() -> None:
    before = analysis(*NAMES)
    mentions = before.tables["mentions"]
    mentions = mentions.assign(is_refrain=mentions["article_id"] == "a1")
    before = Analysis(before.tables | {"mentions": mentions}, "model")
    after = corrected(before, Correction("rename", "per-otto-kurz", "Otto K."))
    renamed = after["entities"].set_index("entity_id").loc["per-otto-kurz"]
    assert (renamed["n_mentions"], renamed["n_articles"], renamed["n_sources"]) == (1, 1, 1)


def test_a_merge_moves_mentions_forms_and_speakers() -> None:
    quote = Quote("a0", 0, 0, 0, "direct", "", "Berg", 11, 15, "sagte")
    before = analysis(*NAMES, quotes=[quote])
    assert list(before.tables["quotes"]["speaker_entity_id"]) == ["per-anna-berg"]
    tables = corrected(before, Correction("merge", "per-anna-berg", "per-otto-kurz"))
    assert "per-anna-berg" not in set(tables["entities"]["entity_id"]) | set(tables["mentions"]["entity_id"])
    merged = tables["entities"].set_index("entity_id").loc["per-otto-kurz"]
    assert (merged["n_mentions"], merged["n_articles"], merged["n_sources"]) == (5, 2, 2)
    assert forms(tables)["per-otto-kurz"] == {"Anna Berg", "Berg", "Otto Kurz", "Kurz"}
    reasons = tables["aliases"].set_index("form")["reason"]
    assert (reasons["Berg"], reasons["Kurz"]) == ("by hand: Anna Berg is Otto Kurz", "surname of Otto Kurz")
    assert list(tables["quotes"]["speaker_entity_id"]) == ["per-otto-kurz"]


def said(tables: dict[str, pd.DataFrame]) -> list[tuple[str, int, str, str]]:
    columns = ["speaker", "words_start", "named", "speaker_entity_id"]
    return list(tables["quotes"][columns].itertuples(index=False, name=None))


def test_another_speaker_is_named_by_the_words_of_the_article() -> None:
    quotes = [Quote("a0", 0, start, start + 3, "direct", "", "Berg", 11, 15, "sagte") for start in (13, 40)]
    before = analysis(*NAMES, quotes=quotes)
    starts = before.tables["mentions"].set_index(["article_id", "text"])["start"]
    tables = corrected(
        before, Correction("speaker", "per-otto-kurz", "13", "a0"), Correction("speaker", "", "40", "a0")
    )
    assert said(tables) == [
        ("Otto Kurz", starts["a0", "Otto Kurz"], "by hand", "per-otto-kurz"),
        ("", -1, "by hand", ""),
    ]


def test_a_speaker_by_hand_is_merged_split_and_hidden_with_the_mention() -> None:
    before = analysis(*NAMES, quotes=[Quote("a1", 0, 90, 93, "direct", "", "", -1, -1, "sagte")])
    says = Correction("speaker", "per-otto-kurz", "90", "a1")
    one = corrected(before, says, Correction("merge", "per-otto-kurz", "per-anna-berg"))
    assert said(one)[0][3] == "per-anna-berg"
    of_another = corrected(before, says, Correction("split", "per-otto-kurz", "Kurz", "a1"))
    assert said(of_another)[0][3] == "per-kurz"
    assert said(corrected(before, says, Correction("hide", "per-otto-kurz")))[0] == (
        "Kurz",
        said(one)[0][1],
        "by hand",
        "",
    )


def test_a_speaker_by_hand_must_be_named_by_the_article() -> None:
    before = analysis(*NAMES, quotes=[Quote("a1", 0, 90, 93, "direct", "", "", -1, -1, "sagte")])
    wanted = [("per-anna-berg", "90"), ("per-nobody", "90"), ("per-otto-kurz", "91")]
    after, failed = apply(before, [Correction("speaker", who, start, "a1") for who, start in wanted])
    assert [reason for _, reason in failed] == [
        "a1 does not name Anna Berg",
        "there is no entity per-nobody",
        "no quotation begins there in a1",
    ]
    pd.testing.assert_frame_equal(after.tables["quotes"], before.tables["quotes"])


@pytest.mark.parametrize(
    "line", ["speaker,per-a,x,a1", "speaker,per-a,12,", "speaker,per-a,-1,a1", "speaker,per-a,,a1"]
)
def test_a_speaker_without_a_quotation_is_no_correction(line: str) -> None:
    with pytest.raises(CorrectionsError, match="line 2 does not name a quotation"):
        parse(f"action,entity,value,article\n{line}\n")


VALUES = [  # of three articles in one difference, and of two in another
    Difference("d1", "e1", "number", "differ", "a", 10, 12, "12", "12"),
    Difference("d1", "e1", "number", "differ", "b", 20, 22, "15", "15"),
    Difference("d1", "e1", "number", "differ", "c", 30, 35, "zwölf", "12"),
    Difference("d2", "e2", "time", "differ", "a", 50, 53, "acht", "T08"),
    Difference("d2", "e2", "time", "differ", "b", 60, 64, "neun", "T09"),
]


def of_values() -> Analysis:
    before = analysis(*NAMES)
    return replace(before, tables=before.tables | {"differences": schema.table("differences", VALUES)})


def test_a_value_that_is_not_to_be_compared_leaves_its_difference() -> None:
    left = corrected(of_values(), Correction("aside", "c:30", "b:20"))["differences"]
    assert list(left["start"]) == [10, 20, 50, 60]
    pd.testing.assert_series_equal(left.dtypes, schema.table("differences", []).dtypes)


@pytest.mark.parametrize(("value", "other", "left"), [("b:20", "a:10", [50, 60]), ("a:50", "b:60", [10, 20, 30])])
def test_a_difference_goes_with_the_last_value_that_differs(value: str, other: str, left: list[int]) -> None:
    tables = corrected(of_values(), Correction("aside", value, other))
    assert list(tables["differences"]["start"]) == left


@pytest.mark.parametrize(("value", "other"), [("a:10", "b:60"), ("a:10", "a:10"), ("a:11", "b:20")])
def test_values_that_share_no_difference_are_not_set_aside(value: str, other: str) -> None:
    after, failed = apply(of_values(), [Correction("aside", value, other)])
    assert [reason for _, reason in failed] == ["no difference holds both values"]
    assert len(after.tables["differences"]) == len(VALUES)


def test_a_value_is_set_aside_in_events_that_were_corrected(linked: Analysis) -> None:
    values = linked.tables["differences"]
    one, other = (f"{row.article_id}:{row.start}" for row in values.itertuples())
    tables = corrected(linked, Correction("apart", "a:0", "b:0"), Correction("aside", one, other))
    assert len(tables["events"]) == 1
    assert tables["differences"].empty


def test_words_go_with_the_difference_that_found_them() -> None:
    before = of_values()
    rows = [
        Wording("zwölf / 15", "a", 10, 12, "12", "own"),
        Wording("zwölf / 15", "b", 20, 22, "15", "own"),
        Wording("Krieg", "a", 10, 12, "Krieg", "own", "a list"),
    ]
    before = replace(before, tables=before.tables | {"wording": schema.table("wording", rows)})
    tables = corrected(before, Correction("aside", "b:20", "a:10"))
    assert list(tables["wording"]["concept"]) == ["Krieg"]


def test_words_for_a_person_go_by_the_name_by_hand() -> None:
    rows = [Wording(concept, "a0", 0, 4, "Chef", "own", "a list") for concept in ("Amt: Anna Berg", "Amt: Otto Kurz")]
    before = analysis(*NAMES)
    before = replace(before, tables=before.tables | {"wording": schema.table("wording", rows)})
    tables = corrected(before, Correction("rename", "per-anna-berg", "A. Berg"))
    assert list(tables["wording"]["concept"]) == ["Amt: A. Berg", "Amt: Otto Kurz"]


def test_what_was_split_and_then_merged_keeps_its_speakers_apart() -> None:
    quote = Quote("a1", 0, 0, 0, "direct", "", "Kurz", 11, 15, "sagte")
    before = analysis(*NAMES, quotes=[quote])
    split = Correction("split", "per-otto-kurz", "Kurz", "a1")
    tables = corrected(before, split, Correction("merge", "per-otto-kurz", "per-anna-berg"))
    assert list(tables["quotes"]["speaker_entity_id"]) == ["per-kurz"]


def test_a_split_takes_a_form_out_of_one_article_or_all() -> None:
    quotes = [
        Quote("a1", 0, 0, 0, "direct", "", "Kurz", 11, 15, "sagte"),
        Quote("a1", 0, 0, 0, "direct", "", "er", -1, -1, "sagte"),
    ]
    before = analysis("PER: Otto Kurz; Kurz", "PER: Otto Kurz; Kurz", quotes=quotes)
    one = corrected(before, Correction("split", "per-otto-kurz", "Kurz", "a1"))
    assert forms(one) == {"per-otto-kurz": {"Otto Kurz", "Kurz"}, "per-kurz": {"Kurz"}}
    assert list(one["quotes"]["speaker_entity_id"]) == ["per-kurz", ""]
    every = corrected(before, Correction("split", "per-otto-kurz", "Kurz"))
    assert forms(every) == {"per-otto-kurz": {"Otto Kurz"}, "per-kurz": {"Kurz"}}
    assert list(every["aliases"].set_index("entity_id").loc[["per-kurz"], "reason"]) == ["by hand: not Otto Kurz"]


def test_what_belongs_to_a_form_only_is_split_off_with_it() -> None:
    before = analysis("PER: Anna Lindener; Lindener", "PER: Anna Lindner; Lindner")
    merged = corrected(before, Correction("merge", "per-anna-lindner", "per-anna-lindener"))
    assert len(forms(merged)["per-anna-lindener"]) == 4
    tables = corrected(
        before,
        Correction("merge", "per-anna-lindner", "per-anna-lindener"),
        Correction("split", "per-anna-lindener", "Anna Lindener"),
    )
    apart = [kept for kept in forms(tables).values() if "Anna Lindener" in kept]
    assert apart == [{"Anna Lindener", "Lindener"}]


def test_an_entity_is_renamed_and_retyped_under_its_id() -> None:
    tables = corrected(
        analysis(*NAMES), Correction("rename", "org-tass", "TASS (Moskau)"), Correction("retype", "org-tass", "MISC")
    )
    row = tables["entities"].set_index("entity_id").loc["org-tass"]
    assert (row["name"], row["label"]) == ("TASS (Moskau)", "MISC")
    assert set(tables["mentions"].set_index("entity_id").loc[["org-tass"], "label"]) == {"MISC"}


def test_what_is_hidden_is_gone_from_all_tables_and_comes_back() -> None:
    before = analysis(*NAMES)
    hidden = corrected(before, Correction("hide", "loc-ulm"))
    for name in ("entities", "aliases", "mentions"):
        assert "loc-ulm" not in set(hidden[name]["entity_id"])
        assert "loc-ulm" in set(before.tables[name]["entity_id"])
    assert apply(before, []).analysis is before


def test_who_is_hidden_is_nobody_else() -> None:
    before = analysis("PER: Anna Berg; Berg", "PER: Otto Berg", "PER: Berg")
    hide = Correction("hide", "per-berg")
    after, failed = apply(before, [hide, hide, Correction("rename", "per-berg", "Ort")])
    assert [reason for _, reason in failed] == ["there is no entity per-berg"] * 2
    assert set(after.tables["entities"]["name"]) == {"Anna Berg", "Otto Berg"}


def test_all_columns_and_types_stay_those_of_the_schema() -> None:
    tables = corrected(analysis(*NAMES), Correction("split", "per-otto-kurz", "Kurz"), Correction("hide", "loc-ulm"))
    for name in ("entities", "aliases", "mentions", "quotes", "suggestions"):
        pd.testing.assert_series_equal(tables[name].dtypes, schema.table(name, []).dtypes)


def test_a_list_goes_on_after_merges_and_with_other_display_names() -> None:
    before = analysis("PER: Anna Berg; Berg; Otto Kurz; Carl Lang")
    tables = corrected(
        before,
        Correction("merge", "per-anna-berg", "per-otto-kurz"),
        Correction("merge", "per-carl-lang", "per-anna-berg"),
    )
    assert forms(tables) == {"per-otto-kurz": {"Anna Berg", "Berg", "Otto Kurz", "Carl Lang"}}
    # made while only "Berg" was known
    assert "per-anna-berg" not in forms(corrected(before, Correction("hide", "per-berg")))


@pytest.mark.parametrize(
    ("correction", "reason"),
    [
        (Correction("merge", "per-nobody", "per-otto-kurz"), "there is no entity per-nobody"),
        (Correction("merge", "per-otto-kurz", "per-otto-kurz"), "no other entity"),
        (Correction("split", "per-otto-kurz", "Emil"), "is no form"),
        (Correction("split", "loc-ulm", "Ulm"), "is the only form"),
        (Correction("retype", "loc-ulm", "CITY"), "'CITY', not one of PER"),
        (Correction("rename", "loc-ulm", " "), "lacks"),
    ],
)
def test_what_cannot_be_applied_is_named_and_changes_nothing(correction: Correction, reason: str) -> None:
    before = analysis(*NAMES)
    after, [(failed, why)] = apply(before, [correction])
    assert (failed, reason in why) == (correction, True), why
    pd.testing.assert_frame_equal(
        after.tables["entities"].sort_values("entity_id", ignore_index=True),
        before.tables["entities"].sort_values("entity_id", ignore_index=True),
    )


def test_suggestions_follow_and_fall_silent_when_taken_up() -> None:
    before = analysis("PER: Anna Berg", "PER: Otto Berg", "PER: Berg")
    assert list(before.tables["suggestions"].itertuples(index=False, name=None)) == [
        ("per-berg", "per-anna-berg", "Berg may be Anna Berg (surname)"),
        ("per-berg", "per-otto-berg", "Berg may be Otto Berg (surname)"),
    ]
    tables = corrected(before, Correction("merge", "per-berg", "per-anna-berg"))
    assert list(tables["suggestions"]["entity_id"]) == ["per-anna-berg"]
    tables = corrected(before, Correction("hide", "per-otto-berg"))
    assert list(tables["suggestions"]["other_id"]) == ["per-anna-berg"]


def test_the_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    made = [Correction("split", "per-x", 'Die "Neue", Zeit', "a,1"), Correction("hide", "loc-ulm")]
    (tmp_path / "entities.csv").write_text("\ufeff" + as_csv(made), encoding="utf-8")
    assert load(tmp_path / "entities.csv") == made
    assert as_csv(made).splitlines()[2] == "hide,loc-ulm,,"
    assert load(tmp_path / "absent.csv") == []


def test_a_file_with_semicolons_is_read() -> None:
    assert parse("action;entity;value;article\r\nrename;loc-ulm;Ulm, Donau;\r\n") == [
        Correction("rename", "loc-ulm", "Ulm, Donau")
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "columns"),
        ("a,b\n", "columns"),
        ("action,entity,value,article\nmerge,per-a\n", "line 2 has too few"),
        ("action,entity,value,article\nmove,per-a,x,\n", "line 2 has the action 'move'"),
        ('action,entity,value,article\nmerge,"per-a\n', "line 2"),
    ],
)
def test_another_file_is_refused_with_line_and_reason(text: str, reason: str) -> None:
    with pytest.raises(CorrectionsError, match=reason):
        parse(text)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "entities.csv").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CorrectionsError, match="cannot be read"):
        load(tmp_path / "entities.csv")
