from streamlit.testing.v1 import AppTest


def _page() -> None:
    import streamlit as st

    from lib.show import state

    st.caption(str(state.params()))
    st.caption(str(state.params(story="b")))
    one = state.select("story", ["a", "b", "c"], st.selectbox, label="Story {}".format, format_func=str.upper)
    many = state.select_many("source", ["x", "y"], st.multiselect, label="Sources")
    switch = state.toggle("per_1000", label="Per 1,000 words")
    st.text(f"{one} {many} {switch}")


def _run(**url: str | list[str]) -> AppTest:
    app = AppTest.from_function(_page)
    for key, value in url.items():
        app.query_params[key] = value
    return app.run()


def test_without_a_word_in_the_url_the_defaults_hold_and_the_url_stays_clean() -> None:
    app = _run()
    assert app.text[0].value == "a [] False"
    assert not app.query_params


def test_a_link_opens_the_same_view() -> None:
    app = _run(story="b", source=["y", "x"], per_1000="1")
    assert app.text[0].value == "b ['y', 'x'] True"
    assert app.selectbox[0].value == "b"


def test_a_choice_goes_into_the_url_and_the_default_leaves_it() -> None:
    app = _run()
    app.selectbox[0].select("c").run()
    assert app.query_params["story"] == "c"
    assert app.selectbox[0].label == "Story c"
    app.multiselect[0].select("x").run()
    assert app.text[0].value == "c ['x'] False"
    assert app.query_params["source"] == "x"
    app.selectbox[0].select("a").run()
    assert "story" not in app.query_params


def test_what_a_link_says_stays_in_the_url_though_it_is_the_default() -> None:
    app = _run(story="a")
    assert app.query_params["story"] in ("a", ["a"])
    app.selectbox[0].select("b").run()
    app.selectbox[0].select("a").run()
    assert "story" not in app.query_params


def test_an_open_event_stays_with_its_story() -> None:
    app = _run(story="b", event="e1")
    assert [caption.value for caption in app.caption] == [
        "{'story': ['b'], 'event': ['e1']}",
        "{'story': 'b', 'event': ['e1']}",
    ]
    assert _run(story="c", event="e1").caption[1].value == "{'story': 'b'}"


def test_a_url_changed_from_outside_wins_over_the_widget() -> None:
    app = _run()
    app.selectbox[0].select("c").run()
    app.query_params["story"] = "b"
    app.run()
    assert app.text[0].value == "b [] False"


def test_a_link_to_something_unknown_says_so_and_shows_the_default() -> None:
    app = _run(story="<script>alert(1)</script>")
    assert app.text[0].value == "a [] False"
    assert "cannot be chosen here" in app.warning[0].value
    assert not app.exception
    assert "story" not in app.query_params


def test_a_link_to_several_things_of_which_one_is_unknown_says_so_and_shows_the_rest() -> None:
    app = _run(source=["y", "nobody"])
    assert app.text[0].value == "a ['y'] False"
    assert "cannot be chosen here" in app.warning[0].value
    assert app.query_params["source"] == "y"


def test_links_above_a_widget_hold_its_new_value_at_once() -> None:
    app = _run(source=["x"])
    app.selectbox[0].select("c").run()
    assert app.caption[0].value == "{'story': ['c'], 'source': ['x']}"
