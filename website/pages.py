"""The pages of the site: the source of each, its place in the site, and the file to edit."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any, Final

import yaml

from generator.config.guides import FOLDER

ROOT: Final = Path(__file__).resolve().parents[1]
BUILD: Final = ROOT / "build" / "website"
BRANCH: Final = "main"

_LINK: Final = re.compile(r"\]\((?P<target>[^)\s#]+\.md)")


@dataclass(frozen=True)
class Page:
    """A page. Paths are relative to the root of the repository."""

    source: str
    """The Markdown file."""
    name: str
    """Its address in the site, without suffix."""
    edit: str
    """What is edited to change the page: the file itself, or what it is generated from."""


@dataclass(frozen=True)
class Group:
    """Part of the contents below a page: addresses, with a title where the page's own is not meant."""

    caption: str
    entries: tuple[tuple[str | None, str], ...]


@dataclass(frozen=True)
class Package:
    """A generated package."""

    folder: str
    api: str
    distribution: str
    version: str


@cache
def repository() -> str:
    """The address of the repository, without a slash at its end."""
    return str(_settings()["urls"]["Repository"]).rstrip("/")


@cache
def _settings() -> dict[str, Any]:
    settings: dict[str, Any] = yaml.safe_load((ROOT / "clientgen.yaml").read_text("utf-8"))
    return settings


@cache
def packages() -> Sequence[Package]:
    """The generated packages, by name."""
    found: list[Package] = []
    for lock in sorted(ROOT.glob("generated/*/clientgen.lock")):
        project = tomllib.loads(lock.with_name("pyproject.toml").read_text("utf-8"))["project"]
        found.append(Package(_relative(lock.parent), json.loads(lock.read_text("utf-8"))["api"], project["name"], project["version"]))
    return found


@cache
def pages() -> Mapping[str, Page]:
    """All pages, by the file that they come from."""
    return {page.source: page for page in (*_own_pages(), *(page for package in packages() for page in _package_pages(package)))}


@cache
def found_at() -> Mapping[str, Page]:
    """The page that shows a file: its source, or the copy of a guide that a package has."""
    guides = _settings().get("guides", {})
    copies = {
        f"{package.folder}/{FOLDER}/{path.rpartition('/')[2]}": pages()[path]
        for package in packages()
        for path in guides.get(package.api, ())
    }
    return {**pages(), **copies}


def _own_pages() -> Iterator[Page]:
    for path in sorted(ROOT.glob("docs/**/*.md")):
        source = _relative(path)
        yield Page(source, _address(source.removeprefix("docs/")), source)
    for source in ("examples/README.md", *(_relative(path) for path in sorted(ROOT.glob("designs/*.md")))):
        yield Page(source, _address(source), source)
    for source in ("CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md"):
        yield Page(source, source.removesuffix(".md").lower(), source)


def _package_pages(package: Package) -> Iterator[Page]:
    for path in sorted((ROOT / package.folder).rglob("*.md")):
        source = _relative(path)
        if source.startswith(f"{package.folder}/{FOLDER}/"):
            continue  # the copy of a page of docs/
        address = source.removeprefix(f"{package.folder}/").removeprefix("docs/")
        by_hand = f"handwritten/{package.api}/public/{path.stem}.py"
        edit = by_hand if (ROOT / by_hand).is_file() else f"specs/{package.api}/openapi.yaml"
        yield Page(source, _address(f"{package.distribution}/{address}"), edit)


@cache
def contents() -> Mapping[str, Sequence[Group]]:
    """What stands below a page, by its address. The start page lists the guides, in its order."""
    designs = [page.name for source, page in pages().items() if source.startswith("designs/")]
    use, maintain = (Group(heading, _plain(_listed("docs/index.md", heading))) for heading in ("Use a client", "Maintain a client"))
    clients = tuple((f"{package.distribution} {package.version}", f"{package.distribution}/index") for package in packages())
    project = (*_plain(["changelog", "contributing", "security"]), ("Designs", designs[0]))
    found = {
        "index": [use, Group("Clients", clients), maintain, Group("The project", project)],
        designs[0]: [Group("", _plain(designs[1:]))],
    }
    for package in packages():
        names = [page.name for source, page in pages().items() if source.startswith(f"{package.folder}/")]
        found[f"{package.distribution}/index"] = [Group("", _plain(name for name in names if not name.endswith("/index")))]
    found["cosmotech/index"] = [Group("", _plain(_listed("docs/cosmotech/README.md", "")))]
    return found


def _plain(names: Sequence[str] | Iterator[str]) -> tuple[tuple[None, str], ...]:
    return tuple((None, name) for name in names)


def _listed(source: str, heading: str) -> list[str]:
    """The addresses of the pages that a page, or its section of this heading, links to, in their order."""
    text = (ROOT / source).read_text("utf-8")
    part = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0] if heading else text
    targets = [_relative((ROOT / source).parent / match["target"]) for match in _LINK.finditer(part)]
    return list(dict.fromkeys(pages()[target].name for target in targets if target in pages()))


def _address(path: str) -> str:
    name = PurePosixPath(path)
    return (name.with_name("index") if name.name == "README.md" else name.with_suffix("")).as_posix()


def _relative(path: Path) -> str:
    return path.resolve().relative_to(ROOT).as_posix()


def assemble(folder: Path) -> None:
    """Lay the pages out as the site has them; a page that has not changed is left alone, so that the next build is short."""
    wanted = {folder / f"{page.name}.md": ROOT / page.source for page in pages().values()}
    for path in folder.rglob("*.md"):
        if path not in wanted:
            path.unlink()
    for path, source in wanted.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_bytes() != source.read_bytes():
            shutil.copyfile(source, path)
