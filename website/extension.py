"""Changes the pages that Sphinx has parsed: contents, anchors and links as on GitHub, tabs, and no HTML from a page.

Links are resolved here, in the parsed page. A link that leads nowhere is a warning, which fails the build.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from posixpath import dirname, normpath
from typing import Any, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.environment.adapters.toctree import document_toc
from sphinx.transforms import SphinxTransform
from sphinx.util import logging
from sphinx_inline_tabs._impl import TabContainer

from .pages import BRANCH, ROOT, Group, Page, contents, found_at, pages, repository

TABS: Final = "The same with asyncio:"
"""Stands between two blocks that show one thing sync and async."""

_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_COMMENT: Final = re.compile(r"\s*<!--.*-->\s*", re.DOTALL)
_LOG: Final = logging.getLogger(__name__)


def setup(app: Sphinx) -> dict[str, bool]:
    """Sphinx calls this."""
    for transform in (Inert, Headings, Tabs, Contents):
        app.add_transform(transform)
    app.connect("doctree-resolved", _links)
    app.connect("html-page-context", _page, 400)  # before the theme looks at what is there
    return {"parallel_read_safe": True, "parallel_write_safe": True}


@cache
def _by_name() -> Mapping[str, Page]:
    return {page.name: page for page in pages().values()}


class Inert(SphinxTransform):
    """Shows HTML as text, drops comments, and allows images of the repository only, so that text of a document cannot run in the page."""

    default_priority = 100

    def apply(self, **_: Any) -> None:
        for raw in list(self.document.findall(nodes.raw)):
            text = raw.astext().replace("&lt;", "<")  # MyST disarms some tags before it gives them on
            shown = nodes.Text("" if _COMMENT.fullmatch(text) else text)
            raw.replace_self(shown if isinstance(raw.parent, nodes.TextElement) else nodes.paragraph("", "", shown))
        for image in list(self.document.findall(nodes.image)):
            if _SCHEME.match(image["uri"]) or image["uri"].startswith("//"):
                _LOG.warning("an image from elsewhere: %s", image["uri"], location=image)
                image.replace_self(nodes.Text(image.get("alt", "")))


class Headings(SphinxTransform):
    """Headings have the anchors that GitHub gives them. One that occurs several times on a page ("Parameters" of each method) is left out of the contents."""

    default_priority = 110

    def apply(self, **_: Any) -> None:
        sections = [(section, next(section.findall(nodes.title)).astext()) for section in self.document.findall(nodes.section)]
        times = Counter(title for _, title in sections)
        for section, title in reversed(sections):  # inner ones first
            if times[title] == 1:
                section["ids"] = [re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")]
            else:
                heading = nodes.rubric("", "", *section[0].children, **{"heading-level": _depth(section)})
                section.parent[section.parent.index(section) : section.parent.index(section) + 1] = [heading, *section[1:]]


def _depth(section: nodes.Node) -> int:
    return 0 if section.parent is None else _depth(section.parent) + isinstance(section, nodes.section)


class Tabs(SphinxTransform):
    """Blocks before and behind `TABS` become two tabs; a block's output stays with it."""

    default_priority = 120

    def apply(self, **_: Any) -> None:
        for line in [line for line in self.document.findall(nodes.paragraph) if line.astext() == TABS]:
            parent, at = line.parent, line.parent.index(line)
            before, behind = _blocks(parent[:at][::-1])[::-1], _blocks(parent[at + 1 :])
            if not before or not behind:
                _LOG.warning("%r does not stand between two blocks of Python", TABS, location=line)
                continue
            parent[at - len(before) : at + 1 + len(behind)] = [_tab("Sync", before, True), _tab("Async", behind, False)]


def _blocks(following: Sequence[nodes.Node]) -> list[nodes.Node]:
    """One block of Python and its output, whichever comes first."""
    found: dict[str, nodes.Node] = {}
    for node in following:
        language = node.get("language") if isinstance(node, nodes.literal_block) else None
        if language not in ("python", "output") or language in found:
            break
        found[language] = node
        if language == "python" and len(found) == 2:
            break
    return list(found.values()) if "python" in found else []


def _tab(label: str, content: Sequence[nodes.Node], new_set: bool) -> TabContainer:
    """What the directive `tab` of sphinx-inline-tabs makes."""
    tab = TabContainer("", type="tab", new_set=new_set)
    tab += nodes.label("", label)
    tab += nodes.container("", *content, is_div=True, classes=["tab-content"])
    return tab


class Contents(SphinxTransform):
    """Pages that have others below them get the list of these, for the sidebar."""

    default_priority = 130

    def apply(self, **_: Any) -> None:
        name = self.env.current_document.docname
        for group in contents().get(name, ()):
            next(self.document.findall(nodes.section)).append(nodes.compound("", _toctree(name, group), classes=["toctree-wrapper"]))


def _toctree(name: str, group: Group) -> addnodes.toctree:
    """What the directive `toctree` makes."""
    return addnodes.toctree(
        parent=name,
        entries=list(group.entries),
        includefiles=[entry for _, entry in group.entries],
        maxdepth=-1,
        caption=group.caption or None,
        rawcaption=group.caption,
        glob=False,
        hidden=True,
        includehidden=False,
        numbered=0,
        titlesonly=True,
    )


def _links(app: Sphinx, document: nodes.document, name: str) -> None:
    """Links to files of the repository lead to the page that shows the file, or into the repository."""
    page = _by_name()[name]
    for link in list(document.findall(nodes.reference)):
        target = link.get("refuri", "").removeprefix(f"{repository()}/blob/{BRANCH}/")
        if link.get("internal") or _SCHEME.match(target):
            continue
        path, _, anchor = target.partition("#")
        if target == link["refuri"]:
            path = normpath(f"{dirname(page.source)}/{path}").lstrip("/") if path else page.source
        found = found_at().get(path) or found_at().get(f"{path.rstrip('/')}/README.md")
        if found is None:
            link["refuri"] = _in_repository(path, link)
        elif anchor and anchor not in _anchors(app, found.name):
            _LOG.warning("%s: %s has no heading for #%s", page.source, found.source, anchor, location=link)
        else:
            link["refuri"] = (app.builder.get_relative_uri(name, found.name) if found != page else "") + (f"#{anchor}" if anchor else "")
            link["internal"] = True


def _in_repository(path: str, link: nodes.reference) -> str:
    place = ROOT / path
    if not place.exists():
        _LOG.warning("there is no %s", path, location=link)
    return f"{repository()}/{'tree' if place.is_dir() else 'blob'}/{BRANCH}/{path}"


@cache
def _contents(app: Sphinx) -> Mapping[str, nodes.bullet_list]:
    """The headings of each page."""
    return dict(app.env.tocs)


@cache
def _short_contents(app: Sphinx) -> dict[str, nodes.bullet_list]:
    """The same without inner headings: for each page, Sphinx copies those of all pages, and then drops them from the sidebar."""
    return {
        name: nodes.bullet_list("", *(_short(item) for item in whole if isinstance(item, nodes.list_item)))
        for name, whole in _contents(app).items()
    }


def _short(item: nodes.list_item) -> nodes.list_item:
    """A heading with the pages below it."""
    below = [toctree.deepcopy() for toctree in item.findall(addnodes.toctree)]
    return nodes.list_item("", item[0].deepcopy(), *([nodes.bullet_list("", *below)] if below else []))


@cache
def _anchors(app: Sphinx, name: str) -> frozenset[str]:
    entries = _contents(app)[name].findall(nodes.reference)
    return frozenset(str(entry["anchorname"]).lstrip("#") for entry in entries if "anchorname" in entry)


def _page(app: Sphinx, name: str, _template: str, context: dict[str, Any], document: nodes.document | None) -> None:
    """What stands around a page: its own contents, those of all pages without inner headings, and where it is edited."""
    page = _by_name().get(name)
    if document is None or page is None or not isinstance(app.builder, StandaloneHTMLBuilder):
        return
    app.env.tocs = {**_short_contents(app), name: _contents(app)[name]}
    context["toc"] = app.builder.render_partial(document_toc(app.env, name, app.tags))["fragment"]
    kind = "edit" if (ROOT / page.edit).is_file() else "tree"
    context["theme_source_edit_link"] = f"{repository()}/{kind}/{BRANCH}/{page.edit}"
