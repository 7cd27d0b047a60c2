"""What documents say, as facts that can be compared."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Mapping
from typing import Any

from ...view.model.operations import Operation, Parameter
from ...view.model.parts import Code, Text
from .elements import Fact


def texts(*parts: Text | str) -> str:
    """Texts as one, each once."""
    words = (part if isinstance(part, str) else part.value for part in parts)
    return "\n".join(dict.fromkeys(word for word in words if word.strip()))


def rules(found: Mapping[str, Any]) -> dict[str, Fact]:
    """What a server asks of a value (`places.RULES`): bounds and the like as one fact, the others each."""
    asked = {key: value for key, value in found.items() if key not in ("default", "deprecated", "format")}
    facts: dict[str, Fact] = {"rules": json.dumps(asked, sort_keys=True, default=str)} if asked else {}
    if "default" in found:
        facts["on_server"] = json.dumps(found["default"], default=str)
    if found.get("deprecated"):
        facts["deprecated"] = True
    if "format" in found:
        facts["format"] = str(found["format"])
    return facts


def on_the_wire(operation: Operation, verb: str) -> dict[str, Fact]:
    """What a method does beyond its signature: media types, and what the extensions say that its verb follows."""
    followed = {
        "pages": (operation.paging,),
        "batch": (operation.batch,),
        "batch_merged": (operation.batch,),
        "job": (operation.job,),
        "jobs": (operation.batch, operation.job),
    }
    facts: dict[str, Fact] = {
        "sent_as": operation.content_types.value,
        "answered_as": operation.accepts.value,
        "works": " ".join(_shown(code) for code in followed.get(verb, ()) if code),
    }
    if verb in ("call", "batch", "batch_merged", "stream"):  # the others stand on one of these
        facts["headers"] = json.dumps({header.name.value: str(header.type.argument) for header in operation.headers})
    return facts


def style(parameter: Parameter) -> str:
    """How the values of a parameter are written, as far as it is not the usual way of its place."""
    if parameter.declaration is None:
        return ""
    call = ast.parse(str(parameter.declaration), mode="eval").body
    words = call.keywords if isinstance(call, ast.Call) else []
    return ", ".join(f"{word.arg}={ast.unparse(word.value)}" for word in words if word.arg not in ("kind", "type", "required", "location"))


def _shown(code: Code) -> str:
    return str(code).replace("lambda: ", "")


def nameless(path: str) -> str:
    """A path whose parameters have no names: these are no part of what is sent."""
    return re.sub(r"\{[^}]*\}", "{}", path)
