"""From files to articles: ids, duplicates, what articles.csv states, and progress."""

import json
from typing import Any

import pytest

from lib.article import Skipped
from lib.read import File, read, stating

TEXT = "Der Wolf von Neuhaus ist zurück. Ein Jäger sah ihn am Sonntag."


def jsonl(*rows: dict[str, Any], name: str = "a.jsonl") -> File:
    return File(name, "\n".join(json.dumps(row) for row in rows).encode())


def ids(*files: File) -> list[str]:
    return [article.id for article in read(files).articles]


def test_an_article_goes_by_its_id_else_by_its_file_and_row() -> None:
    table = jsonl(
        {"id": 7, "text": "Eins. " + TEXT}, {"text": "Zwei. " + TEXT}, name="tag.jsonl.gz".removesuffix(".gz")
    )
    assert ids(table, File("ordner/wolf.de.txt", TEXT.encode())) == ["7", "tag-2", "wolf.de"]


def test_ids_that_clash_are_told_apart_by_path_the_same_in_every_run() -> None:
    files = [File(f"{folder}/wolf.txt", f"{folder}. {TEXT}".encode()) for folder in ("nord", "ost", "west")]
    first = ids(*files)
    assert first[0] == "wolf"
    assert len(set(first)) == 3
    assert ids(*files) == first
    assert ids(files[0], files[2]) == [first[0], first[2]]


def test_a_given_id_with_another_text_is_kept_under_another_name() -> None:
    given = ids(jsonl({"id": "x", "text": TEXT}, {"id": "x", "text": TEXT + " Er lief fort."}))
    assert given[0] == "x"
    assert given[1].startswith("x-")


def test_the_same_text_twice_is_one_article_and_one_line_that_names_both() -> None:
    reading = read([File("a.txt", TEXT.encode()), File("b.txt", TEXT.replace(" ", "  ").encode())])
    assert [article.id for article in reading.articles] == ["a"]
    assert reading.skipped == [Skipped("b.txt", "has the same text as a.txt", "keep one of the two")]


def test_one_agency_text_in_two_outlets_is_two_articles() -> None:
    rows = [{"id": source, "source": source, "text": TEXT} for source in ("Nordblatt", "Ostblatt")]
    assert ids(jsonl(*rows)) == ["Nordblatt", "Ostblatt"]
    assert ids(jsonl(*rows, {"id": "fern", "text": TEXT})) == ["Nordblatt", "Ostblatt"]


def test_of_two_articles_of_one_text_the_one_of_which_more_is_known_stays() -> None:
    bare, day = {"id": "x", "text": TEXT}, {"id": "x", "text": TEXT, "source": "Nordblatt", "published": "2024-05-01"}
    other = day | {"id": "y", "source": "Ostblatt"}
    minute = day | {"id": "z", "published": "2024-05-01 08:30"}
    reading = read([jsonl(bare, day, other, minute)])
    assert [(article.id, article.source) for article in reading.articles] == [("y", "Ostblatt"), ("z", "Nordblatt")]
    assert [line.path[-2:] for line in reading.skipped] == ["#1", "#2"]
    assert reading.skipped[0].reason.endswith("#2")


def test_articles_csv_states_what_its_files_do_not() -> None:
    table = "file,source,published,url,title\n./wolf.txt,Heidebote,19.05.2024,https://heidebote.example/1,Wolf zurück\n"
    reading = read([File("heide/articles.csv", table.encode()), File("heide/wolf.txt", TEXT.encode())])
    assert reading.skipped == []
    (article,) = reading.articles
    assert (article.source, article.published, article.url) == (
        "Heidebote",
        "2024-05-19",
        "https://heidebote.example/1",
    )
    assert (article.title, article.title_from, article.source_from) == ("Wolf zurück", "given", "given")
    assert article.text == f"Wolf zurück\n\n{TEXT}"


def test_articles_csv_overrides_what_a_page_states() -> None:
    page = f"<html><head><title>Wolf | Alt</title></head><body><h1>Wolf</h1><p>{TEXT * 9}</p></body></html>"
    reading = read([File("articles.csv", b"file,source\nw.html,Neu\n"), File("w.html", page.encode())])
    assert (reading.articles[0].source, reading.articles[0].source_from) == ("Neu", "given")
    assert reading.articles[0].title_from == "found"


def test_the_story_of_an_article_is_what_its_data_says_unless_that_is_a_text() -> None:
    stated = File("articles.csv", b"file,story\nwolf.txt,Wolf von  Neuhaus\n")
    table = jsonl({"text": "Eins. " + TEXT, "story": "Wolf"}, {"text": "Zwei. " + TEXT, "story": TEXT * 4})
    articles = read([stated, File("wolf.txt", TEXT.encode()), table]).articles
    assert [article.story for article in articles] == ["Wolf von Neuhaus", "Wolf", ""]


def test_what_a_visitor_states_is_added_to_what_articles_csv_states() -> None:
    files = [
        File("articles.csv", b"file,Quelle,datum,url\nw.txt,Nordblatt,gestern,https://example.org\n"),
        File("w.txt", TEXT.encode()),
        File("v.txt", b"Ein Theater\n\nIn Graz beginnt das Theater. Zuerst kommt Nestroy."),
    ]
    added = stating(files, {"w.txt": {"published": "2024-06-19"}, "v.txt": {"source": "=Süd, Blatt"}})
    assert [file.name for file in added] == ["w.txt", "v.txt", "articles.csv"]
    wolf, theatre = read(added).articles
    assert (wolf.source, wolf.published, wolf.url) == ("Nordblatt", "2024-06-19", "https://example.org")
    assert (theatre.source, theatre.source_from) == ("=Süd, Blatt", "given")
    assert not read(added).skipped


@pytest.mark.parametrize("path", ["fehlt.txt", "../geheim.txt", "/etc/passwd", ""])
def test_a_row_about_no_file_of_the_corpus_is_a_line(path: str) -> None:
    reading = read([File("articles.csv", f"file;source\n{path};X\n".encode()), File("wolf.txt", TEXT.encode())])
    assert [article.source for article in reading.articles] == ["unknown"]
    assert reading.skipped == [Skipped("articles.csv#1", f'is about a file that is not there ("{path}")', "correct it")]


def test_a_damaged_articles_csv_is_a_line_and_the_articles_load() -> None:
    reading = read([File("articles.csv", b'file,source\n"wolf.txt,X\n'), File("wolf.txt", TEXT.encode())])
    assert [article.id for article in reading.articles] == ["wolf"]
    assert [line.path for line in reading.skipped] == ["articles.csv"]


def test_a_table_of_articles_may_be_called_articles_csv() -> None:
    assert ids(File("articles.csv", f'id,text\n5,"{TEXT}"\n'.encode())) == ["5"]


def test_the_web_address_states_outlet_and_day_where_nothing_else_does() -> None:
    row = {"text": TEXT, "url": "https://www.heidebote.example/2024/05/19/wolf"}
    (article,) = read([jsonl(row)]).articles
    assert (article.source, article.source_from) == ("heidebote.example", "found")
    assert (article.published, article.published_from) == ("2024-05-19", "found")
    (article,) = read([jsonl(row | {"source": "HB", "date": "2024-05-20"})]).articles
    assert (article.source, article.source_from) == ("HB", "given")
    assert (article.published, article.published_from) == ("2024-05-20", "given")


def test_progress_counts_files() -> None:
    steps: list[tuple[int, int]] = []
    read([File("a.txt", TEXT.encode()), File("b.pdf", b"x")], progress=lambda done, all_: steps.append((done, all_)))
    assert steps == [(1, 2), (2, 2)]


def test_no_file_gives_no_article() -> None:
    assert read([]) == ([], [])


def test_half_characters_and_direction_marks_in_json_do_no_harm() -> None:
    row = {"id": "a\ud800", "title": "Ein Titel", "text": "Ein \udfff Satz, den \u202e Anna Berger in Emden sagte."}
    (article,) = read([File("a.json", json.dumps(row).encode())]).articles
    assert article.id == "a\ufffd"
    assert article.text == "Ein Titel\n\nEin \ufffd Satz, den Anna Berger in Emden sagte."
    article.text.encode("utf-8")


def test_a_text_as_long_as_a_library_is_named_and_the_others_are_read() -> None:
    long = File("lang.txt", b"Ein Satz steht hier. " * 40_000)
    reading = read([long, File("kurz.txt", b"Ein Satz steht hier.")])
    assert [article.id for article in reading.articles] == ["kurz"]
    assert reading.skipped == [
        Skipped("lang.txt", "holds 840,000 characters, more than an article", "split it into articles")
    ]


def test_rows_of_articles_csv_that_cannot_be_meant_are_named() -> None:
    table = "file,title,source\nmöwe.txt,Möwe, die,Bote\nmöwe.txt,Möwe,Bote\nmöwe.txt,Wal,Zeitung\n"
    reading = read([File("articles.csv", table.encode()), File("mo\u0308we.txt", TEXT.encode())])
    assert [(article.title, article.source) for article in reading.articles] == [("Möwe", "Bote")]
    assert [(line.path, line.reason) for line in reading.skipped] == [
        ("articles.csv#1", "has more cells than the table has columns"),
        ("articles.csv#3", 'is the second row about "möwe.txt"'),
    ]
