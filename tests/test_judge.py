"""The language model that may decide doubtful links, against a small server."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from lib import judge
from lib.analysis import analyse
from lib.article import Article
from lib.compare import events
from lib.judge import LanguageModel

PAIR = ("Der Deich brach.", "Der Damm gab nach.")


class Server(HTTPServer):
    """Gives one answer to everything, and keeps what it was sent."""

    def __init__(self, answer: str, status: int = 200) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer, self.status = answer, status
        self.heard: list[tuple[str, str, dict[str, Any]]] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.heard.append((self.path, self.headers.get("Authorization", ""), body))
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(self.server.answer.encode("utf-8"))

    def log_message(self, *_: object) -> None:
        pass


def said(content: str) -> str:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]})


@pytest.fixture
def serve() -> Iterator[Any]:
    servers = []

    def start(answer: str, status: int = 200) -> Server:
        server = Server(answer, status)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return server

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize(
    ("answer", "verdict"),
    [
        ("ja", True),
        ("Nein.", False),
        ("<think>Ist es das Deichthema? ja, oder nein?</think>\n\nYes", True),
        ("Nein, der zweite Satz ist ja ein Dementi.", False),
        ("**Ja**", True),
        ("Vielleicht", None),
        ("Das ist ja etwas anderes.", None),
        ("", None),
    ],
)
def test_an_answer_is_yes_no_or_none(serve: Any, answer: str, verdict: bool | None) -> None:
    model = LanguageModel(serve(said(answer)).url, "klein")
    assert model([PAIR]) == [verdict]
    assert (model.doubtful, model.failed) == (1, verdict is None)


def test_the_two_sentences_are_sent_and_nothing_else_of_the_article(serve: Any) -> None:
    server = serve(said("ja"))
    LanguageModel(server.url, "klein", "geheim")([PAIR])
    ((path, authorization, body),) = server.heard
    assert (path, authorization, body["model"]) == ("/v1/chat/completions", "Bearer geheim", "klein")
    assert body["messages"][1] == {"role": "user", "content": f"Satz 1: {PAIR[0]}\nSatz 2: {PAIR[1]}"}


@pytest.mark.parametrize(("answer", "status"), [("nope", 200), ("{}", 200), ('{"choices": []}', 200), ("", 500)])
def test_failures_leave_pairs_open_and_after_some_it_is_not_asked_again(serve: Any, answer: str, status: int) -> None:
    server = serve(answer, status)
    model = LanguageModel(server.url, "klein")
    assert model([PAIR] * 40) == [None] * 40
    assert len(server.heard) < 10
    assert model.report() == f"0 of 40 doubtful links decided by klein at 127.0.0.1:{server.server_port}"


def test_of_very_many_pairs_the_first_are_sent_and_the_report_counts_all(serve: Any) -> None:
    server = serve(said("ja"))
    model = LanguageModel(server.url, "klein")
    assert model([PAIR] * 310) == [True] * 300 + [None] * 10
    assert model.report().startswith("300 of 310 doubtful links decided")
    assert (len(server.heard), model.failed) == (300, 0)


def test_nobody_listening_is_a_failure() -> None:
    assert LanguageModel("http://127.0.0.1:9/v1", "klein")([PAIR]) == [None]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "localhost:11434", "", "http://"])
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(ValueError, match="no address"):
        LanguageModel(url, "klein")


def test_it_is_off_unless_address_and_model_are_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (judge.URL, judge.MODEL, judge.KEY):
        monkeypatch.delenv(name, raising=False)
    assert judge.configured() is None
    monkeypatch.setenv(judge.URL, "http://localhost:11434/v1")
    assert judge.configured() is None
    monkeypatch.setenv(judge.MODEL, "klein")
    model = judge.configured()
    assert model and model.name == "klein at localhost:11434"


class Verdict:
    """Says the same of all pairs."""

    def __init__(self, verdict: bool | None) -> None:
        self.verdict = verdict
        self.pairs: list[tuple[str, str]] = []

    def __call__(self, pairs: Any) -> list[bool | None]:
        self.pairs += pairs
        return [self.verdict] * len(pairs)

    def report(self) -> str:
        return "verdict"


ARTICLES = [
    Article(
        "a", "Der Deich an der Leine ist am Montag gebrochen. Die Stadt ruft Helfer. Das Wasser steigt.", source="A"
    ),
    Article("b", "Am Montag gab der Damm an der Leine nach. Gesucht werden Freiwillige. Der Pegel steigt.", source="B"),
]


def links(verdict: Verdict | None) -> dict[tuple[int, int], tuple[float, str, str]]:
    rows = analyse(ARTICLES, judge=verdict).tables["links"].to_dict("records")
    return {(r["sentence_id"], r["other_sentence_id"]): (r["score"], r["status"], r["why"]) for r in rows}


def test_only_doubtful_links_are_asked_about_and_the_answer_counts() -> None:
    before = links(None)
    yes, no, open_ = Verdict(True), Verdict(False), Verdict(None)
    agreed, denied = links(yes), links(no)
    assert yes.pairs
    assert yes.pairs == no.pairs
    assert links(open_) == before
    doubtful = {key for key, (score, *_) in before.items() if events.MAYBE <= score < 0.65}
    assert len(yes.pairs) == len(doubtful)
    for key in doubtful:
        assert agreed[key][1] == "event"
        assert agreed[key][2].startswith("judged the same by a language model")
        assert key not in denied or denied[key][0] < events.MAYBE


def test_the_analysis_says_who_judged() -> None:
    model = analyse(ARTICLES, judge=Verdict(None)).model
    assert model.endswith("; verdict") and model.startswith(analyse(ARTICLES).model)


def test_the_analysis_names_the_models_of_names_quotations_and_links() -> None:
    names, quotations, links = analyse(ARTICLES).model.split("; ")[-3:]
    assert "onnxruntime" in names
    assert quotations.startswith("lesarten-quotations 1.") and links.startswith("lesarten-links 1.")
