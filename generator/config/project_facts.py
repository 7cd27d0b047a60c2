"""The settings of a project → `Facts`. Checked like `client.yaml`: every mistake is a problem with its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from ..load.json_types import is_array
from ..load.pointers import join
from ..load.problems import Problems
from .checks import url
from .client_yaml import ClientConfig
from .guides import listed, read_guides
from .project import DEFAULTS, FOLDERS, Facts, read
from .reader import Reader

_KNOWN = (*FOLDERS, "authors", "license", "urls", "pages", "guides")


def load_facts(file: Path, license: Path | None, problems: Problems, config: ClientConfig, api: str) -> Facts:
    """What the project says of the package of an API; `{distribution}` and `{version}` in addresses stand for those of the package."""
    data, places = read(file, problems)
    reader = _Reader(places, problems)
    reader.keys(data, "", _KNOWN)

    def filled(text: str) -> str:
        return text.replace("{distribution}", config.distribution).replace("{version}", config.version)

    pages = filled(reader.text(data, "", "pages", _address, False)).rstrip("/")
    package = f"{data.get('output', DEFAULTS['output'])}/{config.distribution}"
    specs = file.parent / str(data.get("specs", DEFAULTS["specs"]))
    return Facts(
        authors=reader.authors(data),
        license=reader.text(data, "", "license", _license, False),
        license_text=license.read_text("utf-8") if license else "",
        urls={label: filled(reader.text(data["urls"], "/urls", label, _address, True)) for label in reader.members(data, "", "urls")},
        pages=pages,
        guides=read_guides(listed(data, api, specs, reader, file.parent), file.parent, package, pages, problems),
    )


class _Reader(Reader):
    def authors(self, data: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
        value = data.get("authors", [])
        if not is_array(value):
            self.error("/authors", "'authors' is not a list", 'write a list: ["Ada Lovelace <ada@example.com>"]')
            return ()
        found: list[tuple[str, str]] = []
        for number, item in enumerate(value):
            name, address = parseaddr(item) if isinstance(item, str) and "<" in item else (item, "")
            if (
                not isinstance(name, str)
                or not (name or address)
                or not f"{name}{address}".isprintable()
                or (address and "@" not in address)
            ):
                self.error(join("/authors", str(number)), f"{item!r} has no name", 'write "NAME" or "NAME <ADDRESS>"')
            else:
                found.append((name, address))
        return tuple(found)


def _address(text: str) -> str | None:
    wrong = url(re.sub(r"\{(distribution|version)\}", "x", text))
    return wrong or (
        "contains a { that begins no placeholder: use {distribution} or {version}"
        if re.search(r"\{(?!distribution\}|version\})", text)
        else None
    )


def _license(text: str) -> str | None:
    """An SPDX expression; importing the check takes a while."""
    from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

    try:
        canonicalize_license_expression(text)
    except InvalidLicenseExpression as error:
        return f"is no SPDX licence expression, such as Apache-2.0: {error}"
    return None
