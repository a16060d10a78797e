"""Formats: the same article in every format, the usual exports as they are, and hostile files."""

import gzip
import io
import json
from typing import Any

import pandas as pd
import pytest

from lib.article import Article, Skipped
from lib.read import File, read

TITLE = "Hochwasser an der Wümme sinkt"
TEXT = "Die Pegel fallen seit Dienstag.\n\nDer Deich bei Ottersberg hat gehalten, sagte die Deichgräfin."
ROW = {
    "id": "w1",
    "title": TITLE,
    "text": TEXT,
    "source": "Wümmebote",
    "published": "2024-01-09T08:30:00+01:00",
    "url": "https://wuemmebote.example/pegel",
    "author": "Imke Behrens",
}
FRONT = f"---\ntitle: {TITLE}\nsource: Wümmebote\ndate: 2024-01-09\n---\n"


def delimited(delimiter: str, row: dict[str, Any] = ROW) -> bytes:
    return pd.DataFrame([row]).to_csv(index=False, sep=delimiter).encode()


def parquet(row: dict[str, Any] = ROW) -> bytes:
    stream = io.BytesIO()
    pd.DataFrame([row]).to_parquet(stream)
    return stream.getvalue()


def dumped(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def only(file: File) -> Article:
    reading = read([file])
    assert reading.skipped == []
    assert len(reading.articles) == 1
    return reading.articles[0]


TABLES = [
    ("a.json", dumped(ROW), "a.json"),
    ("a.json", dumped([ROW]), "a.json#1"),
    ("a.json", dumped({"articles": [ROW]}), "a.json#1"),
    ("a.jsonl", dumped(ROW) + b"\n\n", "a.jsonl#1"),
    ("a.csv", delimited(","), "a.csv#1"),
    ("a.csv", delimited(";"), "a.csv#1"),
    ("a.tsv", delimited("\t"), "a.tsv#1"),
    ("a.CSV", delimited(",", {name.upper(): value for name, value in ROW.items()}), "a.CSV#1"),
    ("a.parquet", parquet(), "a.parquet#1"),
]


@pytest.mark.parametrize(("name", "data", "path"), TABLES)
@pytest.mark.parametrize("packed", [False, True])
def test_tables_give_all_fields_of_an_article(name: str, data: bytes, path: str, *, packed: bool) -> None:
    if packed:
        name, data, path = name + ".gz", gzip.compress(data), path.replace(name, name + ".gz")
    assert only(File(name, data)) == Article(
        id="w1",
        text=f"{TITLE}\n\n{TEXT}",
        title=TITLE,
        title_from="given",
        source="Wümmebote",
        source_from="given",
        published="2024-01-09T08:30",
        published_from="given",
        url="https://wuemmebote.example/pegel",
        author="Imke Behrens",
        path=path,
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pegel.txt", f"{TITLE}\n\n{TEXT}"),
        ("pegel.md", f"# {TITLE}\n\n{TEXT}"),
        (
            "pegel.md",
            f"{TITLE}\n=====\n\n" + TEXT.replace("Dienstag", "**Dienstag**").replace("Deich", "[Deich](x.html)", 1),
        ),
    ],
)
def test_texts_give_title_and_text(name: str, text: str) -> None:
    article = only(File(name, text.encode()))
    assert (article.id, article.title, article.title_from) == ("pegel", TITLE, "found")
    assert article.text == f"{TITLE}\n\n{TEXT}"
    assert (article.source, article.source_from) == ("unknown", "unknown")
    assert (article.published, article.published_from) == ("", "unknown")


def test_front_matter_gives_the_fields_of_a_markdown_file() -> None:
    article = only(File("pegel.md", f"{FRONT}{TEXT}".encode()))
    assert (article.title, article.source, article.published) == (TITLE, "Wümmebote", "2024-01-09")
    assert (article.title_from, article.source_from, article.published_from) == ("given", "given", "given")
    assert article.text == f"{TITLE}\n\n{TEXT}"


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: [offen\n---\n",
        "---\n- nur\n- Liste\n---\n",
        "---\na: &a [x]\nb: [*a, *a]\n---\n",
        f"---\na: {'[' * 10_000}{']' * 10_000}\n---\n",
        "---\n" + "a: 1\n" * 20_000 + "---\n",
    ],
    ids=["broken", "no names", "references that could unfold", "deep", "long"],
)
def test_a_text_is_read_without_its_front_matter_when_that_is_damaged(front: str) -> None:
    reading = read([File("pegel.md", f"{front}# {TITLE}\n\n{TEXT}".encode())])
    assert [(line.path, line.reason.split(";")[1]) for line in reading.skipped] == [
        ("pegel.md", " the text was read without it")
    ]
    assert TEXT in reading.articles[0].text


EXPORTS = {
    "news-please": {
        "authors": ["Imke Behrens", "Tjark Ohm"],
        "date_publish": "2024-01-09 08:30:00",
        "language": "de",
        "maintext": TEXT,
        "source_domain": "wuemmebote.example",
        "title": TITLE,
        "url": "https://wuemmebote.example/pegel",
    },
    "fundus": {
        "title": TITLE,
        "authors": ["Imke Behrens", "Tjark Ohm"],
        "publishing_date": "2024-01-09 08:30:00",
        "publisher": "wuemmebote.example",
        "body": {
            "summary": ["Die Pegel fallen seit Dienstag."],
            "sections": [{"headline": [], "paragraphs": TEXT.split("\n\n")[1:]}],
        },
    },
    "Media Cloud": {
        "id": "w1",
        "publish_date": "2024-01-09 08:30:00",
        "title": TITLE,
        "url": "https://wuemmebote.example/pegel",
        "media_name": "wuemmebote.example",
        "media_url": "wuemmebote.example",
        "text": TEXT,
        "author": "Imke Behrens, Tjark Ohm",
    },
    "Event Registry": {
        "uri": "w1",
        "title": TITLE,
        "body": TEXT,
        "source": {"uri": "wuemmebote.example", "title": "wuemmebote.example"},
        "authors": [{"name": "Imke Behrens"}, {"name": "Tjark Ohm"}],
        "date": "2024-01-10",
        "dateTime": "2024-01-09T08:30:00",
    },
}


@pytest.mark.parametrize("export", EXPORTS)
def test_exports_load_as_they_are(export: str) -> None:
    value: Any = EXPORTS[export]
    if export == "Event Registry":
        value = {"articles": {"results": [value], "totalResults": 1}}
    article = only(File("export.json", dumped(value)))
    assert article.text == f"{TITLE}\n\n{TEXT}"
    assert (article.source, article.source_from) == ("wuemmebote.example", "given")
    assert (article.published, article.published_from) == ("2024-01-09T08:30", "given")
    assert article.author == "Imke Behrens, Tjark Ohm"


@pytest.mark.parametrize(
    "text",
    [
        "<div><p>Die Pegel fallen seit Dienstag.</p><p>Der Deich bei Ottersberg hat gehalten, sagte die "
        "Deichgr&auml;fin.</p><script>alert(1)</script></div>",
        "Die Pegel fallen seit Diens&shy;tag.\n\nDer Deich bei Ottersberg hat gehalten, sagte die Deichgräfin.<br>",
        "<p>Die Pegel fallen seit Dienstag.</p><p hidden>Werbung</p><p>Der <em>Deich</em> bei Ottersberg hat gehalten, "
        "sagte die Deichgräfin.</p>",
        "Die Pegel fallen seit Dienstag.<br /><br>Der Deich bei <b>Ottersberg</b> hat gehalten, sagte die Deichgräfin.",
    ],
)
def test_html_in_a_cell_is_read_as_a_browser_shows_it(text: str) -> None:
    row = ROW | {"text": text, "title": "Hochwasser an der W&uuml;mme sinkt"}
    article = only(File("a.csv", delimited(",", row)))
    assert (article.title, article.text) == (TITLE, f"{TITLE}\n\n{TEXT}")


def test_a_sign_that_begins_no_tag_stays_in_html() -> None:
    row = ROW | {"text": f"{TEXT} Es gilt a<b. Und 3 < 5.<br>Schluss ist es."}
    article = only(File("a.csv", delimited(",", row)))
    assert article.text.endswith("Es gilt a<b. Und 3 < 5.\n\nSchluss ist es.")


def test_what_is_left_of_a_tag_at_the_end_is_no_text() -> None:
    row = ROW | {"text": f"{TEXT} Schluss ist es.</s"}
    assert only(File("a.csv", delimited(",", row))).text.endswith("Schluss ist es.")


@pytest.mark.parametrize("text", [f"{TEXT} Gezeigt wird <i>Flut</i> & a<b.", f"{TEXT} Er schrieb &c; und p < 5."])
def test_signs_in_a_cell_that_are_no_html_stay(text: str) -> None:
    assert only(File("a.csv", delimited(",", ROW | {"text": text}))).text == f"{TITLE}\n\n{text}"


@pytest.mark.parametrize(("text", "content"), [("Die Pegel fallen seit Dienstag.", TEXT), (TEXT, f"{TEXT} Mehr dazu.")])
def test_of_two_columns_for_the_text_a_teaser_does_not_count(text: str, content: str) -> None:
    row = ROW | {"text": text, "content": content, "source": "", "source.title": "Deichbote"}
    article = only(File("a.csv", delimited("|", row)))
    assert (article.text, article.source) == (f"{TITLE}\n\n{TEXT}", "Deichbote")


def test_objects_in_parquet_load_like_those_in_json() -> None:
    assert only(File("f.parquet", parquet(EXPORTS["fundus"]))).text == f"{TITLE}\n\n{TEXT}"


def test_bytes_in_a_parquet_file_are_text() -> None:
    in_bytes = {name: str(value).encode() for name, value in ROW.items()}
    article, same = only(File("a.parquet", parquet(in_bytes))), only(File("a.parquet", parquet()))
    assert (article.title, article.text, article.published) == (same.title, same.text, same.published)
    (refused,) = read([File("a.parquet", parquet(ROW | {"text": bytes(range(32)) * 20}))]).skipped
    assert refused.reason == "has no text"


def test_missing_cells_of_a_data_frame_are_empty() -> None:
    article = only(File("a.parquet", parquet(ROW | {"author": float("nan"), "url": None})))
    assert (article.author, article.url) == ("", "")


def test_a_row_that_cannot_be_read_does_not_stop_the_others() -> None:
    lines = [
        dumped(ROW),
        b"{kaputt",
        b"[1, 2]",
        dumped({"title": "leer", "text": ""}),
        dumped(ROW | {"text": TEXT * 2}),
    ]
    reading = read([File("a.jsonl", b"\n".join(lines))])
    assert [article.path for article in reading.articles] == ["a.jsonl#1", "a.jsonl#5"]
    assert reading.skipped == [
        Skipped("a.jsonl#2", "is not valid JSON", "correct the line"),
        Skipped("a.jsonl#3", "has no text", "name the column that holds the text 'text'"),
        Skipped("a.jsonl#4", "has no text", "name the column that holds the text 'text'"),
    ]


HOSTILE = [
    ("a.pdf", b"%PDF-1.7", 'is of a kind that is not read (".pdf")'),
    ("a.docx", b"PK\x03\x04", 'is of a kind that is not read (".docx")'),
    ("artikel", b"Text", "is of a kind that is not read (without a suffix)"),
    ("a.txt", b"", "is empty"),
    ("a.txt", b" \n\n", "is empty"),
    ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is not a text file"),
    ("a.txt", b"x" * 2_000_000, "is larger than 1 MB"),
    ("a.txt", b"- -\n\n:", "holds no running text"),
    ("a.txt.gz", gzip.compress(b"x" * 2_000_000), "is larger than 1 MB"),
    ("a.txt.gz", b"kein gzip", "is not a whole gzip file"),
    ("a.gz", gzip.compress(b"x"), "is of a kind that is not read (without a suffix)"),
    ("a.json", b"{", "is not valid JSON"),
    ("a.json", b"[" * 100_000, "is not valid JSON"),
    ("a.json", b'{"titel": "nur das"}', "has no text"),
    ("a.csv", b"name;wert\na;b\n", "has no column with the text"),
    ("a.csv", b'id,text\n1,"offen\n', "is damaged after line 1"),
    ("a.csv", b"id,text\n", "holds no articles"),
    ("a.json", b"[]", "holds no articles"),
    ("a.jsonl", b"\n\n", "holds no articles"),
    ("a.parquet", b"PAR1 und kein Parquet PAR1", "is not a valid Parquet file"),
    ("a.parquet", parquet({"name": "a"}), "has no column with the text"),
    ("a.parquet", parquet({"text": "x" * 2_000_000}), "is larger than 1 MB"),
    ("a.html", b"<html><body></body></html>", "holds no article that could be found"),
    ("a.html", b"<" * 1000, "holds no article that could be found"),
]


@pytest.mark.parametrize(("name", "data", "reason"), HOSTILE, ids=[f"{name}: {why}" for name, _, why in HOSTILE])
def test_what_cannot_be_read_is_one_line_and_the_rest_loads(name: str, data: bytes, reason: str) -> None:
    good = File("gut.txt", TEXT.encode())
    reading = read([File(name, data), good], max_mb=1)
    assert [article.id for article in reading.articles] == ["gut"]
    assert [(line.path.partition("#")[0], line.reason) for line in reading.skipped] == [(name, reason)]
    assert reading.skipped[0].advice


@pytest.mark.parametrize("value", ['!!int ""', "!!bool x", "!!float x", "2024-13-45"])
def test_front_matter_with_values_of_no_form_loses_no_article(value: str) -> None:
    bad = File("bad.md", f"---\ntitle: {value}\n---\n{TEXT}".encode())
    reading = read([bad, File("good.txt", f"{TITLE}\n\n{TEXT}".encode())])
    assert [article.path for article in reading.articles] == ["bad.md", "good.txt"]
    assert "Ottersberg" in reading.articles[0].text


def test_sections_that_are_no_list_are_left_out() -> None:
    rows = dumped(ROW | {"text": {"summary": TEXT, "sections": 5}})
    (article,) = read([File("a.json", rows)]).articles
    assert "Ottersberg" in article.text


def test_what_no_parser_foresaw_skips_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from lib.read import reading as module

    real = module.records

    def records(file: File, *, max_mb: float) -> Any:
        if file.name == "bad.txt":
            raise RuntimeError("unforeseen")
        return real(file, max_mb=max_mb)

    monkeypatch.setattr(module, "records", records)
    found = read([File("bad.txt", b"x"), File("good.txt", f"{TITLE}\n\n{TEXT}".encode())])
    assert [article.path for article in found.articles] == ["good.txt"]
    assert "RuntimeError: unforeseen" in found.skipped[0].reason


def test_a_row_with_more_cells_than_columns_is_named_rather_than_cut() -> None:
    table = f"id,title,text\n1,Kurz,Die Pegel fallen, sagte sie.\n2,{TITLE},{TEXT.partition(chr(10))[0]},\n".encode()
    reading = read([File("a.csv", table)])
    assert [article.path for article in reading.articles] == ["a.csv#2"]
    assert [(row.path, row.reason) for row in reading.skipped] == [
        ("a.csv#1", "has more cells than the table has columns")
    ]


def texts(*files: File) -> list[str]:
    return [article.text for article in read(files).articles]


def test_markdown_keeps_days_stars_and_what_is_nested_deeply() -> None:
    source = f"# Bürger*innen\n\n3. Oktober ist frei.\n\n* Erstens\n* Zweitens\n\n{TEXT}\n\n{'> ' * 30}Tief zitiert."
    assert texts(File("a.md", source.encode())) == [
        f"Bürger*innen\n\n3. Oktober ist frei.\n\nErstens\n\nZweitens\n\n{TEXT}\n\nTief zitiert."
    ]
    (deeper,) = texts(File("a.md", f"{TEXT}\n\n{'> ' * 200}Tief zitiert.".encode()))
    assert deeper.endswith("Tief zitiert.")


def test_a_paragraph_between_two_lines_is_no_front_matter() -> None:
    (text,) = texts(File("a.md", f"---\nBremen: Der Pegel fällt.\n---\n{TEXT}".encode()))
    assert text.startswith("Bremen: Der Pegel fällt.")


def test_a_list_of_paragraphs_is_a_text_and_every_list_of_articles_is_read() -> None:
    assert texts(File("a.json", dumped({"text": [TEXT, "Der Rest."]}))) == [f"{TEXT}\n\nDer Rest."]
    assert (
        len(texts(File("a.json", dumped({"articles": [{"text": TEXT}], "results": [{"text": TEXT + " Neu."}]})))) == 2
    )


def test_a_short_first_row_is_a_row_without_text() -> None:
    reading = read([File("a.csv", f'sep=,\nid,title,text\n1,Kurz\n2,Titel,"{TEXT}"\n'.encode())])
    assert [article.id for article in reading.articles] == ["2"]
    assert [line.reason for line in reading.skipped] == ["has no text"]


def test_a_title_as_long_as_a_book_is_refused_and_a_long_id_shortened() -> None:
    rows = [{"title": "Wort " * 1_000, "text": TEXT}, {"id": "x" * 1_000, "text": TEXT}]
    reading = read([File("a.json", dumped(rows))])
    assert [line.reason for line in reading.skipped] == ["has a title of 4,999 characters"]
    assert [len(article.id) for article in reading.articles] == [64]


def test_a_date_that_is_not_understood_is_named() -> None:
    reading = read([File("a.json", dumped([{"text": TEXT, "date": "Mittwoch"}]))])
    assert [article.published for article in reading.articles] == [""]
    (line,) = reading.skipped
    assert line.reason == 'has a date that was not understood ("Mittwoch"); it was read without it'


def test_a_date_of_the_folder_s_table_that_is_not_understood_is_named_and_the_article_s_kept() -> None:
    article = File("a.md", f"---\ndate: 2024-05-01\n---\n\n{TEXT}\n".encode())
    reading = read([article, File("articles.csv", b"file,published\na.md,vorgestern\n")])
    assert [article.published for article in reading.articles] == ["2024-05-01"]
    (line,) = reading.skipped
    assert line.reason == 'has a date that was not understood ("vorgestern"); its other date was kept'
