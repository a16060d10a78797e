"""Each rule of merging on its own, in sentences made for it."""

import random
import time

import pytest

from lib.article import Article
from lib.compare.entities import Merged, merge, speakers
from lib.schema import Mention, Quote


def corpus(*articles: str) -> tuple[list[Article], list[Mention]]:
    """Articles a0, a1, ... and their mentions, from lines like "PER: Anna Berg; Berg | LOC: Wien"."""
    found, mentions = [], []
    for number, names in enumerate(articles):
        text = ""
        for part in names.split(" | "):
            label, _, forms = part.partition(": ")
            for form in forms.split("; "):
                start = len(text)
                text += form + ". "
                visible = form.partition(" (")[0] if label == "ORG" else form
                mentions.append(Mention(f"a{number}", 0, start, start + len(visible), visible, label))
        found.append(Article(f"a{number}", text, source=f"Blatt {number % 2}"))
    return found, mentions


def entities(*articles: str) -> dict[str, set[str]]:
    """Forms by the id of their entity."""
    return forms(merge(*corpus(*articles)))


def forms(merged: Merged) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for alias in merged.aliases:
        found.setdefault(alias.entity_id, set()).add(alias.form)
    return found


def reasons(*articles: str) -> dict[str, str]:
    return {alias.form: alias.reason for alias in merge(*corpus(*articles)).aliases}


def test_hyphens_and_capitals_make_no_other_person() -> None:
    assert entities("PER: Kim Jong-un; Kim Jong-un; Kim Jong Un") == {"per-kim-jong-un": {"Kim Jong-un", "Kim Jong Un"}}
    why = reasons("PER: Kim Jong-un; Kim Jong-un; Kim Jong Un")
    assert why["Kim Jong Un"] == "other hyphens, capitals or accents than Kim Jong-un"


def test_a_genitive_is_the_same_name_where_its_base_form_is_attested() -> None:
    assert entities("PER: Wladimir Putin; Wladimir Putins | LOC: Pjöngjang; Pjöngjangs") == {
        "per-wladimir-putin": {"Wladimir Putin", "Wladimir Putins"},
        "loc-pjoengjang": {"Pjöngjang", "Pjöngjangs"},
    }
    assert reasons("LOC: Kassel; Kassels")["Kassels"] == "genitive of Kassel"
    assert entities("LOC: Kreis Moorau; Kreises Moorau") == {"loc-kreis-moorau": {"Kreis Moorau", "Kreises Moorau"}}
    assert set(entities("LOC: Paris; Worms")) == {"loc-paris", "loc-worms"}
    assert set(entities("LOC: Hama | ORG: Hamas")) == {"loc-hama", "org-hamas"}


def test_adjectives_in_a_name_may_be_inflected() -> None:
    assert entities("ORG: Rote Kapelle; Rote Kapelle; Roten Kapelle; der Roten Kapelle") == {
        "org-rote-kapelle": {"Rote Kapelle", "Roten Kapelle", "der Roten Kapelle"}
    }


def test_a_road_is_one_by_its_number() -> None:
    assert entities("LOC: Autobahn 49; A49; A 49; A 4; Bundesstraße 49; B 49") == {
        "loc-autobahn-49": {"Autobahn 49", "A49", "A 49"},
        "loc-a-4": {"A 4"},
        "loc-bundesstrasse-49": {"Bundesstraße 49", "B 49"},
    }
    assert len(entities("LOC: Bundesstraße 52 | MISC: B 52")) == 2


def test_a_body_that_every_city_has_is_one_with_its_city_before_or_behind() -> None:
    assert entities("ORG: Bremer Amtsgericht; Amtsgericht Bremen; Bremer Amtsgerichts; Polizei in Bremen") == {
        "org-bremer-amtsgericht": {"Bremer Amtsgericht", "Amtsgericht Bremen", "Bremer Amtsgerichts"},
        "org-polizei-in-bremen": {"Polizei in Bremen"},
    }
    assert len(entities("ORG: Münchner Feuerwehr", "ORG: Feuerwehr München", "ORG: Feuerwehr in München")) == 1
    assert reasons("ORG: Kasseler Polizei; Polizei Kassel")["Polizei Kassel"] == (
        "the city in another place than in Kasseler Polizei"
    )
    assert len(entities("ORG: Kasseler Zeitung; Zeitung Kassel; Kasseler Klinik; Klinik Kassel")) == 4
    assert len(entities("ORG: Kasseler Landgericht; Amtsgericht Kassel; Landgericht Bremen")) == 3


def test_the_chancellery_and_the_charite_are_one_by_short_and_long_names() -> None:
    assert set(entities("ORG: Kanzleramt; Charité", "ORG: Bundeskanzleramts; Berliner Charité")) == {
        "org-bundeskanzleramt",
        "org-charite",
    }


def test_a_noun_is_not_its_letters_in_capitals() -> None:
    assert entities("ORG: Bund; BUND", "ORG: Bundes") == {
        "org-bund": {"BUND"},
        "org-bund-2": {"Bund", "Bundes"},
    }
    long = "Bund für Umwelt und Moore"
    assert entities(f"ORG: Bund; {long} (BUND); BUND") == {
        "org-bund": {"Bund"},
        "org-bund-fuer-umwelt-und-moore": {long, "BUND"},
    }
    assert len(entities("ORG: Moorag; MOORAG", "ORG: POLIZEI; Polizei | LOC: HEIDAU; Heidau")) == 3


def named(text: str, *forms: str) -> str:
    """The display name of the organisation with these forms, each of which the text has once."""
    mentions = [Mention("a", 0, text.index(form), text.index(form) + len(form), form, "ORG") for form in forms]
    (entity,) = merge([Article("a", text)], mentions).entities
    return entity.name


def test_an_institution_is_called_as_without_an_article() -> None:
    masculine = "Bunter Bund klagt. Das sagte der Bunte Bund. Nun ist der  Bunte  Bund dran."
    assert named(masculine, "Bunter Bund", "Bunte Bund", "Bunte  Bund") == "Bunter Bund"
    feminine = "Laut Bunter Bank ist es so. Das sagte die Bunte Bank."
    assert named(feminine, "Bunter Bank", "Bunte Bank") == "Bunte Bank"
    neuter = "Das Bunte Amt klagt. Wie das Bunte Amt sagt. Buntes Amt"
    assert named(neuter, "Bunte Amt", "Buntes Amt") == "Buntes Amt"
    assert named("Das sagte der Bunte Bund.", "Bunte Bund") == "Bunte Bund"


def test_a_hyphen_of_one_article_is_not_in_the_name_of_a_place() -> None:
    merged = merge(*corpus("LOC: Heidauer Berg; Heidauer Berg", "LOC: Heidauer-Berg"))
    assert [entity.name for entity in merged.entities] == ["Heidauer Berg"]
    merged = merge(*corpus("MISC: Wache der Moore; Wache der Moore", "MISC: Wache Der Moore"))
    assert [entity.name for entity in merged.entities] == ["Wache der Moore"]


def test_a_person_is_called_as_most_articles_do_whatever_letters_a_fuller_name_has() -> None:
    often = "PER: Bill Kern; Bill Kern; Bill Kern"
    assert [entity.name for entity in merge(*corpus(often, "PER: William H. Kern")).entities] == ["Bill Kern"]
    once = merge(*corpus("PER: Swetlana Schurawa", "PER: Svetlana Zhurava; Svetlana Zhurava"))
    assert [entity.name for entity in once.entities] == ["Swetlana Schurawa"]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Deutsche Deichrat", "Deutscher Deichrat"),
        ("Auswärtigen Deichamtes", "Auswärtiges Deichamt"),
        ("Allgemeine Deutsche Moor Club", "Allgemeiner Deutscher Moor Club"),
        ("Allgemeinen Deichgesetzes", "Allgemeines Deichgesetz"),
        ("Arabische Frühling", "Arabischer Frühling"),
        ("Deutschen Moorbundes", "Deutscher Moorbund"),
        ("Nordischen Post", "Nordische Post"),
        ("Alten Museum", "Altes Museum"),
        ("Landkreises Moorau", "Landkreis Moorau"),
        ("Fischereiministeriums", "Fischereiministerium"),
        ("dänische Wetteramt", "dänisches Wetteramt"),
        ("Deutschen Deich- und Hafenverbands", "Deutscher Deich- und Hafenverband"),
        ("Neuen Moorauer Nachrichten", "Neue Moorauer Nachrichten"),
        ("Moorauer Amtsgericht", "Moorauer Amtsgericht"),
        ("Freien Akademie für Moore", "Freie Akademie für Moore"),
        ("Deutschen Tide", "Deutschen Tide"),
        ("Westfalen Klinik", "Westfalen Klinik"),
        ("Haus des Waldes", "Haus des Waldes"),
        ("Persische Golf", "Persischer Golf"),
        ("Schwarzen Meeres", "Schwarzes Meer"),
        ("Ständigen Moorkommission", "Ständige Moorkommission"),
        ("Sparks", "Sparks"),
    ],
)
def test_a_body_is_named_in_the_nominative_where_the_gender_of_its_head_is_known(form: str, name: str) -> None:
    assert named(f"Wegen {form} ist es so.", form) == name


def test_surnames_go_to_the_full_name_of_their_article() -> None:
    assert entities("PER: Anna Berg; Berg; Bergs", "PER: Otto Berg; Berg") == {
        "per-anna-berg": {"Anna Berg", "Berg", "Bergs"},
        "per-otto-berg": {"Otto Berg", "Berg"},
    }
    why = reasons("PER: Anna Berg; Berg; Bergs")
    assert (why["Berg"], why["Bergs"]) == ("surname of Anna Berg", "genitive of the surname of Anna Berg")


def test_a_surname_without_full_name_goes_to_the_only_one_of_the_corpus() -> None:
    assert entities("PER: Anna Berg", "PER: Berg") == {"per-anna-berg": {"Anna Berg", "Berg"}}


def test_a_surname_that_two_bear_stays_apart() -> None:
    assert entities("PER: Anna Berg", "PER: Otto Berg", "PER: Berg") == {
        "per-anna-berg": {"Anna Berg"},
        "per-otto-berg": {"Otto Berg"},
        "per-berg": {"Berg"},
    }


def test_a_surname_is_that_of_whom_alone_the_article_had_named_when_it_first_used_it() -> None:
    assert entities("PER: Anna Sander; Sander; Otto Sander; Sander") == {
        "per-anna-sander": {"Anna Sander", "Sander"},
        "per-otto-sander": {"Otto Sander"},
    }
    assert len(entities("PER: Anna Sander; Otto Sander; Sander")) == 3
    assert len(entities("PER: Anna Sander; Sander; Otto Sander; Otto Sander")) == 3


def test_a_surname_is_that_of_the_person_whom_the_article_names_far_more_often() -> None:
    found = entities("PER: Anna Berg; Anna Berg; Anna Berg; Anna Berg; Ole Berg; Berg; Bergs")
    assert found == {"per-anna-berg": {"Anna Berg", "Berg", "Bergs"}, "per-ole-berg": {"Ole Berg"}}
    assert "per-berg" in entities("PER: Anna Berg; Anna Berg; Anna Berg; Ole Berg; Berg")


def test_a_surname_is_that_of_the_one_who_is_far_better_known_than_others_who_bear_it() -> None:
    known = ["PER: Anna Berg; Berg"] * 10
    found = entities(*known, "PER: Otto Berg", "PER: Berg")
    assert found == {"per-anna-berg": {"Anna Berg", "Berg"}, "per-otto-berg": {"Otto Berg"}}
    assert "per-berg" in entities(*known[1:], "PER: Otto Berg", "PER: Berg")  # who is named by nine articles
    assert "per-berg" in entities(*known, "PER: Otto Berg", "PER: Otto Berg", "PER: Berg")
    assert "per-berg" in entities(*known, "PER: Otto Berg; Otto Berg; Anna Berg; Berg")  # the article tells of Otto
    assert "per-berg" in entities(*known, "PER: Otto Berg", "PER: Berg Holm", "PER: Berg")
    assert "per-berg" not in entities(*known, *known, "PER: Otto Berg", "PER: Berg Holm", "PER: Berg")
    assert "per-berg" in entities(*["PER: Berg Holm"] * 10, "PER: Otto Berg", "PER: Berg")


def test_the_story_decides_before_the_corpus() -> None:
    articles, mentions = corpus("PER: Anna Berg", "PER: Otto Berg", "PER: Berg")
    merged = merge(articles, mentions, {"a0": "s0", "a1": "s1", "a2": "s1"})
    assert forms(merged)["per-otto-berg"] == {"Otto Berg", "Berg"}


def test_first_names_count_in_their_article_only() -> None:
    assert entities("PER: Anna Berg; Anna", "PER: Anna") == {
        "per-anna-berg": {"Anna Berg", "Anna"},
        "per-anna": {"Anna"},
    }


def test_a_first_word_that_serves_as_surname_counts_beyond_its_article() -> None:
    assert entities("PER: Kim Jong-un; Kim; Kim", "PER: Kim") == {"per-kim-jong-un": {"Kim Jong-un", "Kim"}}


def test_siblings_stay_apart_and_so_does_the_name_they_share() -> None:
    assert entities("PER: Kim Jong-un; Kim Yo-jong; Kim") == {
        "per-kim-jong-un": {"Kim Jong-un"},
        "per-kim-yo-jong": {"Kim Yo-jong"},
        "per-kim": {"Kim"},
    }


def test_letters_that_changed_places_are_a_typing_error_in_the_article_of_the_name() -> None:
    assert entities("PER: Anna Lindner; Lidnner; Linder", "PER: Lidnner")["per-anna-lindner"] == {
        "Anna Lindner",
        "Lidnner",
    }
    assert reasons("PER: Anna Lindner; Lidnner")["Lidnner"] == "typing error for the surname of Anna Lindner"


def test_names_cut_out_too_long_make_no_short_name_uncertain() -> None:
    found = entities(
        "PER: Anna Lindner; Otto Berg; Berg",
        "PER: Anna Lindner; Otto Berg",
        "PER: Lindner Berg; Lindners Auto; Lindner; Berg",
    )
    assert found["per-anna-lindner"] == {"Anna Lindner", "Lindner"}
    assert found["per-otto-berg"] == {"Otto Berg", "Berg"}


def test_particles_belong_to_the_surname() -> None:
    assert entities("PER: Clara von der Aue; von der Aue; Von der Aues") == {
        "per-clara-von-der-aue": {"Clara von der Aue", "von der Aue", "Von der Aues"}
    }


def test_titles_and_roles_are_no_part_of_a_name() -> None:
    assert entities("PER: Präsident Anna Berg; Anna Berg; Dr. Berg; Außenministerin Berg") == {
        "per-anna-berg": {"Präsident Anna Berg", "Anna Berg", "Dr. Berg", "Außenministerin Berg"}
    }


def test_middle_names_may_be_left_out_unless_they_contradict() -> None:
    assert set(entities("PER: Karl Maria Stein", "PER: Karl Stein", "PER: Karl M. Stein")) == {"per-karl-maria-stein"}
    assert len(entities("PER: Karl Maria Stein", "PER: Karl Otto Stein", "PER: Karl Stein")) == 3


def test_numerals_tell_rulers_apart() -> None:
    assert len(entities("PER: Friedrich II.; Friedrich I.; Benedikt XV.; Benedikt XVI.")) == 4


@pytest.mark.parametrize(
    ("german", "other"),
    [
        ("Sergei Schoigu", "Sergej Shoigu"),
        ("Alexei Kriworutschko", "Alexej Kriworuchko"),
        ("Wladimir Putin", "Vladimir Putin"),
        ("Michail Chodorkowski", "Mikhail Khodorkovsky"),
        ("Sergei Lawrow", "Sergey Lavrov"),
        ("Jewgeni Prigoschin", "Evgueni Prigojine"),
        ("Leonid Breschnew", "Leonid Brejnev"),
        ("Nikita Chruschtschow", "Nikita Khrushchev"),
        ("Wolodymyr Selenskyj", "Volodymyr Zelensky"),
        ("Irina Rodnina", "Irina Rodninová"),
        ("Walid Dschumblat", "Walid Jumblatt"),
    ],
)
def test_transliterations_are_one_person_under_the_german_spelling(german: str, other: str) -> None:
    merged = merge(*corpus(f"PER: {german}", f"PER: {other}; {other.split()[1]}; {german.split()[1]}s"))
    assert [entity.name for entity in merged.entities] == [german]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Gisbert Kern", "Max Gisbert Kern", "fewer given names than Max Gisbert Kern"),
        ("Pedro Ruiz", "Pedro Ruiz Castellón", "fewer surnames than Pedro Ruiz Castellón"),
        ("Cora Nieuw", "Cora Nieuw-Wijbenga", "fewer surnames than Cora Nieuw-Wijbenga"),
        ("Liz Lindner", "Elizabeth Lindner", "nickname for Elizabeth Lindner"),
        ("Bert Kern", "Robert Kern", "nickname for Robert Kern"),
        ("Muda Bin Asri", "Asri Muda", "other order of words than Asri Muda"),
        ("Guiseppe Kern", "Giuseppe Kern", "other spelling of the given name of Giuseppe Kern"),
        ("Baschar al-Kern", "Baschar Kern", "other transliteration of Baschar Kern"),
        ("Abdel Karim Kern", "Abdul Karim Kern", "other transliteration of Abdul Karim Kern"),
    ],
)
def test_names_left_out_shortened_or_turned_are_one_where_nobody_else_has_them(
    one: str, other: str, reason: str
) -> None:
    assert len(entities(f"PER: {one}", f"PER: {other}; {other}")) == 1
    assert reasons(f"PER: {one}", f"PER: {other}; {other}")[one] == reason


@pytest.mark.parametrize(
    ("one", "other", "third"),
    [
        ("Gisbert Kern", "Max Gisbert Kern", "Anna Kern"),
        ("Liz Kern", "Elizabeth Kern", "Anna Kern"),
        ("Karl Albrecht", "Karl Albrecht Kern", "Albrecht Dorn"),
        ("Martina Kern", "Martin Kern", "Anna Berg"),
        ("Christian Kern", "Christina Kern", "Anna Berg"),
        ("Donald Kern jr.", "Donald Kern", "Anna Berg"),
        ("Anton Kramer", "Anton Kremer", "Anna Berg"),
    ],
)
def test_what_the_names_alone_do_not_prove_is_not_merged(one: str, other: str, third: str) -> None:
    assert len(entities(f"PER: {one}", f"PER: {other}", f"PER: {third}")) == 3


def test_one_wrong_letter_is_a_typing_error_within_a_story_and_a_suggestion_beyond() -> None:
    articles, mentions = corpus("PER: Anna Lindner", "PER: Anna Lindener")
    assert [e.name for e in merge(articles, mentions, {"a0": "s", "a1": "s"}).entities] == ["Anna Lindener"]
    apart = merge(articles, mentions)
    assert [tuple(row) for row in apart.suggestions] == [
        ("per-anna-lindener", "per-anna-lindner", "Anna Lindener may be Anna Lindner (one letter off)")
    ]


def test_another_first_letter_is_no_typing_error() -> None:
    articles, mentions = corpus("PER: Anna Lindner", "PER: Anna Bindner")
    assert len(merge(articles, mentions, {"a0": "s", "a1": "s"}).entities) == 2


def test_whom_a_name_may_mean_is_suggested_where_it_is_uncertain() -> None:
    merged = merge(*corpus("PER: Anna Berg", "PER: Otto Berg", "PER: Berg", "PER: Karl Stein; Karl M. Stein",
                           "PER: Karl Maria Stein", "PER: Karl Moritz Stein"))  # fmt: skip
    offered = {(row.entity_id, row.other_id) for row in merged.suggestions}
    assert {("per-berg", "per-anna-berg"), ("per-berg", "per-otto-berg")} <= offered
    assert ("per-karl-m-stein", "per-karl-maria-stein") in offered


def test_a_body_that_begins_like_another_of_the_article_is_suggested() -> None:
    merged = merge(*corpus("ORG: Moorau; Moorau Torf; Moorau Torf AG", "ORG: Heidau; Heidau Sand; Heidau Kies"))
    assert [row.reason for row in merged.suggestions] == ["Moorau may be Moorau Torf (first words)"]


def test_an_abbreviation_that_no_text_introduces_is_suggested() -> None:
    merged = merge(*corpus("ORG: Internationaler Uhrmacherbund; IUB", "ORG: Bertelsheim Stiftung; BASF"))
    assert [row.reason for row in merged.suggestions] == ["IUB may be Internationaler Uhrmacherbund (abbreviation)"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peter Meier", "Peter Meyer"),
        ("Peter Schmid", "Peter Schmied"),
        ("Peter Schulz", "Peter Schulze"),
        ("Peter Hofmann", "Peter Hoffmann"),
        ("Jan Möller", "Jan Müller"),
        ("Nicole Wagner", "Nikolaus Wagner"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Daniel Ochmann", "Daniela Mann"),
        ("Stephan Dassel", "Stefan Detzel"),
        ("Ayse Bosse", "Ise Bosch"),
        ("Steffen Reiche", "Stéphane Richer"),
    ],
)
def test_similar_names_are_not_transliterations(one: str, other: str) -> None:
    assert len(entities(f"PER: {one}", f"PER: {other}")) == 2


def test_countries_and_institutions_have_a_table() -> None:
    assert entities(
        "LOC: USA; US; Vereinigten Staaten; Vereinigte Staaten von Amerika; United States",
        "LOC: Nordkoreas; DVRK; Demokratischen Volksrepublik Korea | ORG: Vereinten Nationen; UN; UNO",
        "LOC: Russland; Russischen Föderation; Moskau; Pyongyang; Pjöngjang",
    ) == {
        "loc-usa": {"USA", "US", "Vereinigten Staaten", "Vereinigte Staaten von Amerika", "United States"},
        "loc-nordkorea": {"Nordkoreas", "DVRK", "Demokratischen Volksrepublik Korea"},
        "org-vereinte-nationen": {"Vereinten Nationen", "UN", "UNO"},
        "loc-russland": {"Russland", "Russischen Föderation"},
        "loc-moskau": {"Moskau"},
        "loc-pjoengjang": {"Pyongyang", "Pjöngjang"},
    }
    assert reasons("LOC: USA; USA; US")["US"] == "in the table of countries with USA"


@pytest.mark.parametrize(
    ("forms", "name"),
    [
        ("Deutschen Bundestages; Bundestag", "Bundestag"),
        ("Bundesministeriums für Gesundheit; Bundesgesundheitsministerium", "Bundesgesundheitsministerium"),
        ("US-Notenbank; Fed; Federal Reserve", "Federal Reserve"),
        ("SZ; Süddeutschen Zeitung", "Süddeutsche Zeitung"),
        ("Bündnis 90 / Die Grünen; Bündnis 90/Die Grünen; Grünen", "Bündnis 90/Die Grünen"),
        ("Bild-Zeitung; Bild", "Bild"),
    ],
)
def test_bodies_and_media_of_two_names_have_a_table(forms: str, name: str) -> None:
    assert [entity.name for entity in merge(*corpus(f"ORG: {forms}")).entities] == [name]


def test_words_derived_from_places_are_apart_from_places() -> None:
    assert entities("NORP: russisch; russischen; russische; Berliner; Berlinern | LOC: Russland; Berlin") == {
        "norp-russisch": {"russisch", "russischen", "russische"},
        "norp-berliner": {"Berliner", "Berlinern"},
        "loc-russland": {"Russland"},
        "loc-berlin": {"Berlin"},
    }


@pytest.mark.parametrize(
    ("adjective", "forms"),
    [
        ("russisch", "Russe; Russen; Russin; Russinnen; russische"),
        ("nordkoreanisch", "Nordkoreaner; Nordkoreanern; nordkoreanischen; nordkoreanische"),
        ("schweizerisch", "Schweizer; Schweizerin; schweizerische"),
        ("iranisch", "Iraner; Iranerinnen; Iranisches"),
        ("us-amerikanisch", "US-Amerikaner; US-amerikanischen"),
        ("deutsch", "Deutsche; Deutschen; deutscher"),
        ("deutsche", "Deutsche; Deutschen"),
        ("kieler", "Kieler; Kielern"),
    ],
)
def test_people_and_adjective_of_one_origin_are_one_row_under_the_adjective(adjective: str, forms: str) -> None:
    assert list(entities(f"NORP: {forms}")) == [f"norp-{adjective}"]


def test_other_origins_stay_apart() -> None:
    assert len(entities("NORP: südkoreanische; nordkoreanische; koreanische; Inder; Indianer; Iren; Iraner")) == 7


def test_abbreviations_count_as_the_text_introduces_them() -> None:
    articles = ("ORG: Bund der Uhrmacher (BDU)", "ORG: BDU; BDU", "ORG: Verein Alter Hasen (XYZ); XYZ")
    assert entities(*articles) == {
        "org-bund-der-uhrmacher": {"Bund der Uhrmacher", "BDU"},
        "org-verein-alter-hasen": {"Verein Alter Hasen"},
        "org-xyz": {"XYZ"},
    }
    assert reasons(*articles)["BDU"] == "abbreviation introduced in article a0 of Bund der Uhrmacher"


def test_the_head_noun_stands_for_an_institution_within_its_article() -> None:
    assert entities("ORG: Kölner Stadtrat; Stadtrat; Stadtrats", "ORG: Stadtrat") == {
        "org-koelner-stadtrat": {"Kölner Stadtrat", "Stadtrat", "Stadtrats"},
        "org-stadtrat": {"Stadtrat"},
    }
    assert entities("ORG: Bundesmoorministerium; Moorministeriums", "ORG: Moorministerium") == {
        "org-bundesmoorministerium": {"Bundesmoorministerium", "Moorministeriums"},
        "org-moorministerium": {"Moorministerium"},
    }
    assert len(entities("ORG: Bundesdeichhof; Deichhofs; Deichhof")) == 1
    assert len(entities("ORG: Bundesdeichhof; Landesdeichhof; Deichhof")) == 3
    assert len(entities("ORG: Bundesmoorministerium; bayerisches Moorministerium; Moorministerium")) == 3
    assert set(entities("ORG: VfL Moorau; Moorau")) == {"org-vfl-moorau"}
    assert len(entities("ORG: VfL Moorau; Bundespolizei; Polizei | LOC: Moorau")) == 4
    assert set(entities("ORG: SV Moorau; SV")) == {"org-sv-moorau"}
    assert len(entities("ORG: SV Moorau; SV Heidau; SV")) == 3
    assert set(entities("ORG: Moorschutzverband Kiebitz; Kiebitz")) == {"org-moorschutzverband-kiebitz"}
    assert set(entities("ORG: Moorbündnis Grüner Bogen; Grüner Bogen")) == {"org-moorbuendnis-gruener-bogen"}
    assert len(entities("ORG: Moorbündnis Grüner Bogen; Moorstiftung Grüner Bogen; Grüner Bogen")) == 3
    assert len(entities("ORG: Gewerkschaft der Moorpolizei; Moorpolizei")) == 2
    assert len(entities("ORG: Verband der Torfindustrie; Torfindustrie")) == 2


def test_a_legal_form_makes_no_other_company() -> None:
    assert len(entities("ORG: Moorau Energie; Moorau Energie GmbH", "ORG: Moorau Energie AG & Co. KGaA")) == 1
    assert len(entities("ORG: Moorau Energie GmbH; Moorau GmbH")) == 2
    assert len(entities("ORG: Moorau GmbH | LOC: Moorau")) == 2
    assert set(entities("ORG: Moorau Energie GmbH; Moorau Energie GmbH; Moorau Energie")) == {"org-moorau-energie"}
    assert set(entities("ORG: MSV e.V.; MSV")) == {"org-msv"}


def test_a_river_or_rank_makes_no_other_town_while_there_is_one_only() -> None:
    assert set(entities("LOC: Wetter (Ruhr); Wetter; Wetter; Stadt Wetter; Wetter an der Ruhr")) == {"loc-wetter"}
    assert len(entities("LOC: Wetter (Ruhr)", "LOC: Wetter (Hessen)", "LOC: Wetter")) == 3
    assert len(entities("LOC: Bad an der Moorstraße", "LOC: Bad")) == 2
    assert len(entities("LOC: Norwegen (Oslo)", "LOC: Norwegen")) == 2


def test_a_person_is_no_place() -> None:
    assert entities("PER: Paris Hilton; Hilton", "LOC: Paris; Paris") == {
        "per-paris-hilton": {"Paris Hilton", "Hilton"},
        "loc-paris": {"Paris"},
    }


def test_a_stray_label_gives_way_to_that_of_most_mentions() -> None:
    merged = merge(*corpus("PER: Anna Berg; Berg; Berg; Berg", "LOC: Berg"))
    assert {mention.label for mention in merged.mentions} == {"PER"}
    assert [(e.entity_id, e.n_mentions, e.n_articles, e.n_sources) for e in merged.entities] == [
        ("per-anna-berg", 5, 2, 2)
    ]


MANY = (
    "PER: Anna Berg; Berg; Kim Jong-un; Kim; Bergs | LOC: USA; Halle (Saale) | ORG: Bund der Uhrmacher (BDU)",
    "PER: Otto Berg; Berg; Sergej Schoigu | LOC: Vereinigten Staaten; Halle | ORG: BDU",
    "PER: Kim; Berg; Sergei Shoigu; Schoigus; Karl M. Stein | LOC: Halle; Pjöngjang",
    "PER: Karl Maria Stein; Stein; Kim Jong Un; Kim; Kim | ORG: Kölner Stadtrat; Stadtrat",
)


def test_the_order_of_articles_and_mentions_changes_nothing() -> None:
    articles, mentions = corpus(*MANY)
    expected = merge(articles, mentions)
    for seed in range(10):
        random.Random(seed).shuffle(articles)
        random.Random(seed).shuffle(mentions)
        merged = merge(articles, mentions)
        assert (merged.entities, merged.aliases) == (expected.entities, expected.aliases)
        assert set(merged.mentions) == set(expected.mentions)


def test_an_unrelated_article_changes_no_entity() -> None:
    before = merge(*corpus(*MANY))
    after = merge(*corpus(*MANY, "PER: Lotte Kranz; Kranz | LOC: Ulm | ORG: Alpenverein"))
    assert [e for e in after.entities if e.name not in {"Lotte Kranz", "Ulm", "Alpenverein"}] == before.entities


def test_every_mention_has_an_entity_and_the_counts_add_up() -> None:
    merged = merge(*corpus(*MANY))
    ids = {entity.entity_id for entity in merged.entities}
    assert len(ids) == len(merged.entities)
    assert {mention.entity_id for mention in merged.mentions} == ids
    assert (
        sum(e.n_mentions for e in merged.entities) == sum(a.n_mentions for a in merged.aliases) == len(merged.mentions)
    )


def test_nothing_comes_of_nothing() -> None:
    assert merge([], []) == Merged([], [], [], [])


def quote(speaker: str, start: int) -> Quote:
    return Quote("a0", 0, 0, 0, "direct", "", speaker, start, start + len(speaker) if start >= 0 else -1, "sagte")


def test_whose_adviser_speaks_does_not() -> None:
    articles, mentions = corpus("PER: Anna Berg; Bergs Berater; Anwalt von Anna Berg")
    text = articles[0].text
    names = [mention._replace(text="Anna Berg") for mention in mentions[:1]]
    for words, name in (("Bergs Berater", "Bergs"), ("Anwalt von Anna Berg", "Anna Berg")):
        start = text.rindex(name, 0, text.index(words) + len(words))
        names.append(mentions[0]._replace(start=start, end=start + len(name), text=name))
    merged = merge(articles, names)
    quotes = [quote(words, text.index(words)) for words in ("Anna Berg", "Bergs Berater", "Anwalt von Anna Berg")]
    assert [q.speaker_entity_id for q in speakers(quotes, merged.mentions)] == ["per-anna-berg", "", ""]


def test_a_speaker_of_whose_name_only_a_part_is_another_name_is_none() -> None:
    text = (
        "Berg-Regierung. Bürgermeisterin von Ulm. Berg-Sprecherin. Alte Akademie Sophia. Uni Kiel. Hof zu Emden. "
        "Polizeidirektion Trier. Stadt Jena."
    )
    bodies = ("Alte Akademie Sophia", "Uni Kiel", "Hof zu Emden")
    places = [("Ulm", "LOC"), ("Trier", "LOC"), ("Jena", "LOC")]
    names = [("Berg", "PER"), *places, *((body, "ORG") for body in bodies)]
    where = [(text.index(words), words, label) for words, label in names]
    where.append((text.rindex("Berg"), "Berg", "PER"))
    found = [Mention("a0", 0, start, start + len(words), words, label) for start, words, label in where]
    merged = merge([Article("a0", text)], found)
    said = ["Berg-Regierung", "Bürgermeisterin von Ulm", "Polizeidirektion Trier", "Stadt Jena", "Berg-Sprecherin"]
    quotes = [quote(words, text.index(words)) for words in said] + [
        quote(words, -1) for words in ("Sophia", "Sophias", "Kiel", "Emden")
    ]
    ids = [q.speaker_entity_id for q in speakers(quotes, merged.mentions)]
    assert ids == ["", "", "", "loc-jena", "per-berg", "org-alte-akademie-sophia", "org-alte-akademie-sophia", "", ""]


def test_a_speaker_is_whom_the_words_name() -> None:
    articles, mentions = corpus("NORP: russische | PER: Anna Berg; Berg | LOC: Ulm")
    merged = merge(articles, mentions)
    text = articles[0].text
    quotes = [
        quote("Anna Berg", text.index("Anna")),
        quote("Berg", -1),
        quote("russische", 0),
        quote("er", -1),
        quote("", -1),
    ]
    assert [q.speaker_entity_id for q in speakers(quotes, merged.mentions)] == [
        "per-anna-berg",
        "per-anna-berg",
        "",
        "",
        "",
    ]


def test_fifty_thousand_mentions_take_less_than_a_quarter_of_a_minute() -> None:
    rng = random.Random(0)
    syllables = ["schu", "ber", "kow", "sky", "lan", "mei", "tsch", "ma", "ri", "no", "wes", "ter", "gra", "fel", "din"]
    people = [
        (name().title(), name().title())
        for _ in range(5_000)
        if (name := lambda: "".join(rng.choices(syllables, k=rng.randint(2, 4))))
    ]
    places = ["".join(rng.choices(syllables, k=3)).title() for _ in range(5_000)]
    articles, mentions = [], []
    for number in range(2_500):
        articles.append(Article(f"a{number}", "", source="x"))
        for at in range(5):
            given, last = rng.choice(people)
            place = rng.choice(places)
            for text, label in ((f"{given} {last}", "PER"), (last, "PER"), (f"{place}s", "LOC"), (place, "ORG")):
                mentions.append(Mention(f"a{number}", 0, at, at + 1, text, label))
    start = time.process_time()
    merged = merge(articles, mentions)
    assert len(merged.mentions) == 50_000
    assert time.process_time() - start < 15
