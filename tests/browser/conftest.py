"""A dashboard on the sample corpus, and a browser to open it with."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 120_000
"""Milliseconds: the first page that is opened waits for the analysis of the sample."""


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a dashboard on the sample corpus, with a cache of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {**os.environ, "LESARTEN_CACHE": str(tmp_path_factory.mktemp("cache")), "LESARTEN_CORPUS": ""}
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.headless=true"]
    process = subprocess.Popen(
        [*command, f"--server.port={port}", "--server.address=127.0.0.1"], cwd=ROOT, env=environment
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(240):
            try:
                urllib.request.urlopen(f"{address}/_stcore/health").close()  # noqa: S310 -- our own server
                break
            except OSError:
                time.sleep(0.25)
        yield address
    finally:
        process.terminate()
        process.wait()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A cold browser: no cookies, no session."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = context.new_page()
    yield page
    context.close()


@pytest.fixture(scope="session")
def story(server: str, browser: Browser) -> str:
    """Id of the sample's story with the most sources, read from the link on the Overview that opens it."""
    page = browser.new_page()
    page.goto(server)
    link = page.get_by_role("link", name="Compare", exact=False).nth(1)
    link.wait_for(timeout=PATIENCE)
    address = link.get_attribute("href") or ""
    page.close()
    return parse_qs(urlsplit(address).query)["story"][0]
