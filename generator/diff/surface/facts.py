"""What documents say, as facts that can be compared."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from ...view.model.parts import Text
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


def nameless(path: str) -> str:
    """A path whose parameters have no names: these are no part of what is sent."""
    return re.sub(r"\{[^}]*\}", "{}", path)
