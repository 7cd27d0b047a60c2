"""The site: it builds without a warning, every link leads to something that is there, nothing is fetched from elsewhere, and a browser can use it."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import urlopen

import pytest

from website import pages

from .html import Found, read

HERE = Path(__file__).parent
HTML = pages.BUILD / "html"
REPOSITORY = f"{pages.repository()}/"


@pytest.fixture(scope="module")
def site() -> Mapping[str, Found]:
    """The pages of the site, built from nothing, by their path."""
    shutil.rmtree(pages.BUILD, ignore_errors=True)
    started = time.monotonic()
    done = subprocess.run([sys.executable, "-m", "website", "build"], cwd=pages.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    print(f"built in {time.monotonic() - started:.0f} s")
    return {path.relative_to(HTML).as_posix(): read(path) for path in sorted(HTML.rglob("*.html"))}


def test_every_page_is_there(site: Mapping[str, Found]) -> None:
    assert {f"{page.name}.html" for page in pages.pages().values()} | {"search.html"} == site.keys()


def test_every_link_leads_to_something(site: Mapping[str, Found]) -> None:
    wrong = [f"{name}: {link}" for name, found in site.items() for link in found.links | found.loads if not _leads(site, name, link)]
    assert not wrong


def _leads(site: Mapping[str, Found], name: str, link: str) -> bool:
    """Into the site, to a file of this checkout by its address in the repository, or elsewhere by https."""
    address = urlsplit(link)
    if link.startswith(REPOSITORY):
        kind, _, path = link.removeprefix(REPOSITORY).partition(f"/{pages.BRANCH}/")
        place = pages.ROOT / path.partition("#")[0]
        return place.is_dir() if kind == "tree" else kind in ("blob", "edit") and place.is_file()
    if address.scheme:
        return address.scheme in ("https", "http", "mailto")
    target = os.path.normpath(f"{os.path.dirname(name)}/{unquote(address.path)}").lstrip("/") if address.path else name
    if target not in site:
        return not address.fragment and (HTML / target).is_file()
    return not address.fragment or unquote(address.fragment) in site[target].anchors


def test_nothing_is_fetched_from_elsewhere(site: Mapping[str, Found]) -> None:
    assert not {load for found in site.values() for load in found.loads if urlsplit(load).scheme or load.startswith("//")}


def test_a_page_is_edited_where_it_is_written(site: Mapping[str, Found]) -> None:
    assert site["jobs.html"].edit == f"{REPOSITORY}edit/main/docs/jobs.md"
    assert site["ubiops-client/CoreApi.html"].edit == f"{REPOSITORY}edit/main/specs/ubiops/openapi.yaml"
    assert site["cosmotech-client/runner.html"].edit == f"{REPOSITORY}edit/main/handwritten/cosmotech/public/runner.py"


def test_a_page_has_its_own_contents(site: Mapping[str, Found]) -> None:
    for name, found in site.items():
        headings = found.anchors & set(_contents(name))
        assert found.tags.count("h2") < 2 or len(headings) > 1, name
    assert {"models_get", "projects_list"} <= set(_contents("ubiops-client/CoreApi.html"))


def _contents(name: str) -> list[str]:
    """The anchors in the bar beside a page."""
    tree = (HTML / name).read_text("utf-8").partition('<div class="toc-tree">')[2].partition("</aside>")[0]
    return re.findall(r'href="#([^"]+)"', tree)


def test_pages_say_their_version(site: Mapping[str, Found]) -> None:
    text = (HTML / "index.html").read_text("utf-8")
    assert all(f"{package.distribution} {package.version}" in text for package in pages.packages())


@pytest.fixture(scope="module")
def seen(site: Mapping[str, Found]) -> Iterator[Mapping[str, Any]]:
    """What a browser sees; its screenshots are in `build/website/screenshots`."""
    screenshots = pages.BUILD / "screenshots"
    screenshots.mkdir(exist_ok=True)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(HTML))) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            url = f"http://127.0.0.1:{server.server_port}/"
            command = ["node", str(HERE / "browser.mjs"), url, str(screenshots)]
            done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        finally:
            server.shutdown()
            thread.join()
    assert done.returncode == 0, done.stderr
    yield json.loads(done.stdout)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        pass


def test_browser_has_nothing_to_complain_of(seen: Mapping[str, Any]) -> None:
    assert seen["problems"] == []


def test_light_and_dark(seen: Mapping[str, Any]) -> None:
    assert seen["light"] == "rgb(255, 255, 255)"
    assert seen["dark"] not in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert sorted(seen["toggled"]) == ["auto", "dark", "light"]


def test_search_finds_a_method(seen: Mapping[str, Any]) -> None:
    assert "ica-client/ProjectDataLinkingBatchApi.html#link_all" in seen["found"]
    assert abs(seen["jumped"]) < 100


def test_tabs_and_copying(seen: Mapping[str, Any]) -> None:
    assert seen["tabs"] == ["Sync", "Async"]
    assert seen["async"] == ["none", "block"]
    assert seen["copied"] == 'pip install "ubiops-client[testing]"'


def test_a_telephone_shows_a_page_without_scrolling_sideways(seen: Mapping[str, Any]) -> None:
    assert seen["wider"] == 0


@pytest.mark.usefixtures("interruptible")
def test_clientgen_docs_shows_it(site: Mapping[str, Found]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    url = f"http://127.0.0.1:{port}/jobs.html"
    with subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "docs", "--port", str(port), "--json"],
        cwd=pages.ROOT,
        start_new_session=True,
        stdout=subprocess.PIPE,
    ) as server:
        try:
            assert server.stdout and json.loads(server.stdout.readline()) == {"ok": True, "url": url.rpartition("/")[0]}
            assert "<h1>Jobs" in _answer(url, server)
        finally:
            os.killpg(server.pid, signal.SIGINT)
            server.wait(30)


def _answer(url: str, server: subprocess.Popen[bytes]) -> str:
    """What a server says, once it listens."""
    until = time.monotonic() + 120
    while True:
        try:
            with urlopen(url, timeout=30) as answer:
                return str(answer.read(), "utf-8")
        except OSError:
            assert server.poll() is None and time.monotonic() < until, f"nothing listens at {url}"
            time.sleep(0.2)
