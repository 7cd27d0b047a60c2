"""Members of a settings file: mappings, texts, tables of names. What is wrong becomes a problem with its place, and a value that stands in for it."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from ..load.json_types import is_object
from ..load.pointers import join
from ..load.problems import Problems
from ..load.source_map import SourceMap
from .checks import Check, source
from .urls import shown


class Reader:
    """Reads one file's members."""

    def __init__(self, places: SourceMap, problems: Problems) -> None:
        self.places = places
        self.problems = problems

    def error(self, pointer: str, message: str, hint: str) -> None:
        self.problems.error(message, rule="settings", hint=hint, place=self.places.at(pointer))

    def keys(self, data: Mapping[str, Any], pointer: str, known: tuple[str, ...]) -> None:
        for key in data:
            if key not in known:
                near = get_close_matches(key, known, 1)
                hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"
                self.error(join(pointer, key), f"unknown setting {key!r}", hint)

    def text(self, data: Mapping[str, Any], pointer: str, key: str, check: Check, required: bool) -> str:
        """A member that is text; "" when it is missing or wrong."""
        value = data.get(key)
        if value is None:
            if required:
                self.error(pointer, f"{key!r} is missing", f"add `{key}: ...`")
            return ""
        if not isinstance(value, str):
            self.error(join(pointer, key), f"{key!r} is not text", "put the value in quotes")
            return ""
        wrong = check(value) or (
            None if (value.replace("\n", "") if check is source else value).isprintable() else "contains an invisible character"
        )
        if wrong:
            self.error(join(pointer, key), f"{key}: {shown(value)} {wrong}", "choose another value")
            return ""
        return value

    def members(self, data: Mapping[str, Any], pointer: str, key: str) -> tuple[str, ...]:
        """The names in a member that is a mapping; none when it is missing."""
        value = data.get(key)
        if value is None:
            return ()
        if not is_object(value):
            self.error(join(pointer, key), f"{key!r} is not a mapping", f"write one `NAME: ...` per line under `{key}:`")
            return ()
        return tuple(str(name) for name in value)

    def table(self, data: Mapping[str, Any], key: str, check_key: Check, check_value: Check) -> dict[str, str]:
        result: dict[str, str] = {}
        for name in self.members(data, "", key):
            if wrong := check_key(name):
                self.error(join("", key, name), f"{name!r} {wrong}", "choose another name")
            result[name] = self.text(data[key], f"/{key}", name, check_value, True)
        return result
