from lib.article import Article
from lib.compare.coverage import cover
from lib.schema import Coverage, EventSentence, Link


def status(reporting: dict[str, str], silent: str) -> str:
    """Status of a silent article, by the dates of the others that report."""
    articles = [Article(id=name, text="", published=date) for name, date in reporting.items()]
    rows = [EventSentence("e", name, 0, 1.0) for name in reporting]
    coverage = cover([Article(id="silent", text="", published=silent), *articles], rows, [])
    assert {row.status for row in coverage if row.article_id != "silent"} == {"reports"}
    return next(row.status for row in coverage if row.article_id == "silent")


def test_an_article_of_the_same_day_or_later_is_silent() -> None:
    assert status({"a": "2024-06-19T09:00", "b": "2024-06-20"}, "2024-06-19") == "silent"
    assert status({"a": "2024-06-19"}, "2024-07-01T10:00") == "silent"


def test_an_article_from_before_the_first_report_was_published_before() -> None:
    assert status({"a": "2024-06-19", "b": "2024-06-20"}, "2024-06-18T23:59") == "published before"


def test_an_article_long_after_the_last_report_was_published_after() -> None:
    assert status({"a": "2024-06-01", "b": "2024-06-19"}, "2024-07-03") == "silent"
    assert status({"a": "2024-06-01", "b": "2024-06-19T23:00"}, "2024-07-04") == "published after"
    assert status({"a": "2024-06-01", "b": ""}, "2024-07-04") == "silent"


def test_times_of_one_day_count_where_both_are_known() -> None:
    assert status({"a": "2024-06-19T19:14"}, "2024-06-19T15:00") == "published before"
    assert status({"a": "2024-06-19T19:14"}, "2024-06-19T18:00") == "published before"
    assert status({"a": "2024-06-19T19:14"}, "2024-06-19T18:20") == "silent"


def test_without_a_date_of_its_own_nothing_can_be_said() -> None:
    assert status({"a": "2024-06-19"}, "") == "date unknown"


def test_a_report_without_date_may_be_the_first() -> None:
    assert status({"a": "2024-06-19", "b": ""}, "2024-06-18") == "date unknown"
    assert status({"a": "2024-06-19", "b": ""}, "2024-06-19") == "silent"
    assert status({"a": "", "b": ""}, "2024-06-19") == "date unknown"


def test_there_is_a_row_for_each_event_and_article_in_order() -> None:
    articles = [Article(id=name, text="", published="2024-06-19") for name in "ba"]
    rows = [EventSentence("e2", "a", 0, 1.0), EventSentence("e2", "a", 1, 1.0), EventSentence("e1", "b", 0, 1.0)]
    assert cover(articles, rows, []) == [
        Coverage("e2", "a", "reports"),
        Coverage("e2", "b", "silent"),
        Coverage("e1", "a", "silent"),
        Coverage("e1", "b", "reports"),
    ]


def test_an_article_with_a_doubtful_link_may_report() -> None:
    articles = [Article(id=name, text="", published="2024-06-19") for name in "abc"]
    rows = [EventSentence("e", "a", 0, 1.0), EventSentence("e", "b", 3, 1.0)]
    links = [Link("s", "a", 0, "b", 3, 0.9, "event", ""), Link("s", "b", 3, "c", 5, 0.4, "maybe", "")]
    assert [row.status for row in cover(articles, rows, links)] == ["reports", "reports", "may report"]
    assert [row.status for row in cover(articles, rows, links[:1])] == ["reports", "reports", "silent"]
    elsewhere = [Link("s", "b", 3, "c", 5, 0.8, "event", "")]
    assert [row.status for row in cover(articles, rows, elsewhere)] == ["reports", "reports", "may report"]
    early = [*articles[:2], Article(id="c", text="", published="2024-06-18")]
    assert [row.status for row in cover(early, rows, links)] == ["reports", "reports", "published before"]
    assert [row.status for row in cover(articles, rows, links, {("e", ("c", 5))})] == ["reports", "reports", "silent"]


def test_a_doubtful_link_counts_though_published_hours_before() -> None:
    rows = [EventSentence("e", "a", 0, 1.0)]
    links = [Link("s", "a", 0, "b", 5, 0.4, "maybe", "")]
    for published, expected in (("2024-06-19T08:00", "may report"), ("2024-06-18T22:00", "published before")):
        articles = [
            Article(id="a", text="", published="2024-06-19T09:00"),
            Article(id="b", text="", published=published),
        ]
        assert [row.status for row in cover(articles, rows, links)] == ["reports", expected]
