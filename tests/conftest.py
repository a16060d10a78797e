"""What tests share: the folder of annotated data beside the repository, where there is one."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with seeds, gold annotations and corpora; tests that need it are skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("needs the annotated data in ../shared, which is not part of the repository")
    return SHARED
