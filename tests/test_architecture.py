"""The architecture that the README states: every import points down, and Streamlit stays in its rooms."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

GROUND = ("schema", "article", "endings", "nominative")
ROOMS = {
    "schema": (),
    "article": ("schema",),
    "endings": (),
    "nominative": (),
    "read": GROUND,
    "annotate": GROUND,
    "compare": GROUND,
    "analysis": (*GROUND, "annotate", "compare"),
    "corrections": (*GROUND, "compare"),
    "judge": (),
    "store": GROUND,
    "show": (*GROUND, "read", "analysis", "corrections", "judge", "store"),
    "__main__": (*GROUND, "read", "annotate", "analysis", "corrections", "judge", "store"),
    "__init__": (),
}
"""What each part of lib/ may import of the others."""

SOURCES = sorted((ROOT / "lib").rglob("*.py"))


def _imports(path: Path) -> Iterator[str]:
    """Dotted names of what a module imports, functions included."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_import_points_down(path: Path) -> None:
    room = path.relative_to(ROOT / "lib").parts[0].removesuffix(".py")
    names = [name.split(".") for name in _imports(path)]
    used = {parts[1] for parts in names if parts[0] == "lib" and parts[1] != "__version__"}
    # Training makes what ships; it stands outside of the program and reads articles as the program does.
    tools = {"read", "annotate"} if path.parent.name == "training" else set()
    assert used - {room} <= set(ROOMS[room]) | tools
    assert room == "show" or not any(parts[0] == "streamlit" for parts in names)


def test_caches_of_streamlit_are_in_the_loaders_alone() -> None:
    sources = [ROOT / "dashboard.py", *(ROOT / "pages").glob("*.py"), *SOURCES]
    assert [path.name for path in sources if "st.cache_" in path.read_text(encoding="utf-8")] == ["loaders.py"]


def test_pages_are_short() -> None:
    for page in [ROOT / "dashboard.py", *(ROOT / "pages").glob("*.py")]:
        assert len(page.read_text(encoding="utf-8").splitlines()) <= 80, page.name
