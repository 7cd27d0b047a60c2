"""What may stand in `client.yaml`: names, addresses, places of hand-written code. Each check says what is wrong with one text, or nothing."""

from __future__ import annotations

import keyword
import re
from collections.abc import Callable
from pathlib import Path
from typing import Final

from .urls import why_unsafe

_ENVIRONMENT: Final = re.compile(r"[A-Z][A-Z0-9_]*\Z")
DISTRIBUTION: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
VERSION: Final = re.compile(r"\d+(\.\d+)*((a|b|rc)\d+)?(\.post\d+)?(\.dev\d+)?\Z")
DOCUMENTED_CLASS: Final = re.compile(r"[a-z][a-z0-9_]*\.[A-Z][A-Za-z0-9_]*\Z")
POINTER: Final = re.compile(r"(/[^/~]+)+\Z")
EXTRA: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


Check = Callable[[str], str | None]
"""What is wrong with a text, or None."""


def identifier(text: str) -> str | None:
    legal = text.isidentifier() and text.isascii() and not keyword.iskeyword(text) and not text.startswith("_")
    return None if legal else "is not a Python name"


def class_name(text: str) -> str | None:
    return identifier(text) or (None if text[0].isupper() else "is not a class name: it starts with a capital")


def package_name(text: str) -> str | None:
    return identifier(text) or (None if text == text.lower() else "is not a package name: write it in small letters")


def dotted(text: str) -> str | None:
    return next((wrong for part in text.split(".") if (wrong := identifier(part))), None)


def class_in_module(text: str) -> str | None:
    """`module.Class`."""
    module, _, name = text.rpartition(".")
    return (dotted(module) or class_name(name)) and "is not a module and a class: `module.Class`"


def method_at(text: str) -> str | None:
    """`attribute.method`, or the attribute may have dots itself."""
    return dotted(text) or (None if "." in text else "is not a method: `attribute.method`")


def url(text: str) -> str | None:
    return why_unsafe(text) or (None if "://" in text else "is not an absolute URL")


def source(text: str) -> str | None:
    """Python statements."""
    try:
        compile(text, "example", "exec")
    except (SyntaxError, ValueError) as error:
        return f"is not Python: {error}"
    return None


def requirement(text: str) -> str | None:
    """What pip takes, with an environment marker or without; importing the check takes a while."""
    from packaging.requirements import InvalidRequirement, Requirement

    try:
        url = Requirement(text).url
    except InvalidRequirement as error:
        return f"is not a requirement: {str(error).splitlines()[0]}"
    return "names a URL, which package indexes refuse" if url else None


def matches(pattern: re.Pattern[str], what: str) -> Check:
    return lambda text: None if pattern.match(text) else f"is not {what}"


def anything(text: str) -> str | None:
    return None


def why_missing(folder: Path, module: str, name: str) -> str | None:
    """What is wrong with a class or function of a hand-written module, without importing it."""
    path = folder.joinpath(*module.split(".")).with_suffix(".py")
    if not path.is_file():
        return f"there is no module {path.as_posix()}"
    found = re.search(rf"^(?:(?:async\s+)?def|class)\s+{name}\b", path.read_text("utf-8"), re.MULTILINE)
    return None if found else f"{path.as_posix()} defines no {name}"


VARIABLE: Final = matches(_ENVIRONMENT, "the name of an environment variable (CAPITALS_AND_DIGITS)")
