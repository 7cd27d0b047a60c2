"""A page of HTML → what it links to, loads and runs."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path


@dataclass
class Found(HTMLParser):
    """What a page has of each."""

    links: set[str] = field(default_factory=set[str])
    loads: set[str] = field(default_factory=set[str])
    """Addresses that a browser fetches to show the page."""
    anchors: set[str] = field(default_factory=set[str])
    tags: list[str] = field(default_factory=list[str])
    handlers: set[str] = field(default_factory=set[str])
    """Attributes whose value is a program."""
    edit: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self.handlers |= {name for name in given if name.startswith("on")}
        if given.get("id"):
            self.anchors.add(given["id"])
        if tag == "a" and "href" in given:
            if given.get("rel") == "edit":
                self.edit = given["href"]
            self.links.add(given["href"])
        elif tag == "link" and given.get("rel") not in ("index", "search", "next", "prev", "canonical"):
            self.loads.add(given.get("href", ""))
        elif "src" in given:
            self.loads.add(given["src"])


def read(path: Path) -> Found:
    """What a page has."""
    found = Found()
    found.feed(path.read_text("utf-8"))
    return found
