"""The arguments of a resource method → the expressions that go to its verb: path and query arguments, the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ...load.json_types import is_object
from ...naming.names import python_name
from ..model.operations import Operation
from ..model.parts import Code
from ..model.resources import Without
from ..operations.declare import literal
from ..schemas.schema import Schema
from .arguments import Target

_TYPES = {"id": "int", "externalId": "str"}
"""Of what names a resource."""


@dataclass(frozen=True)
class Sending:
    """What one method sends."""

    settings: Mapping[str, Any]
    body_schema: Schema
    known: Mapping[str, Operation]

    def places(self, targets: Mapping[str, Target]) -> Code | None:
        pairs = [
            (target.place.partition("/")[2], target.code) for target in targets.values() if target.place.startswith(("path/", "query/"))
        ]
        for place, value in self.settings.get("constants", {}).items():
            if not place.startswith("body"):
                pairs.append((python_name(place.partition("/")[2]), literal(value)))
        return Code("{" + ", ".join(f"{literal(name)}: {code}" for name, code in pairs) + "}") if pairs else None

    def body(self, targets: Mapping[str, Target]) -> Code | None:
        if not self.body_schema:
            return None
        tree: dict[str, Any] = {}
        grouped: dict[str, list[Target]] = {}
        for target in targets.values():
            if target.place.startswith("body"):
                grouped.setdefault(target.place, []).append(target)
        if "body" in grouped:
            return grouped["body"][0].code
        constants = self.settings.get("constants", {})
        for place, value in constants.items():
            if place.startswith("body/"):
                _put(tree, place, dict(value) if is_object(value) else literal(value))
        for place, found in grouped.items():
            code = self._joined(found)
            if place in constants:
                usual = constants[place]
                code = Code(f"{literal(usual) if usual != {} else '{}'} if {found[0].code} is None else {code}")
            _put(tree, place, code)
        return _tree(tree, 0)

    def _joined(self, found: list[Target]) -> Code:
        if any(target.wrap for target in found):
            pairs = [f"{target.wrap}={target.code}" for target in found]
            if found[0].place.count("/") > 1 and {target.wrap for target in found} <= {*_TYPES}:
                # The type of a body says what its own members are; a filter inside has plain mappings.
                types = ", ".join(f"{literal(str(target.code))}: {_TYPES[target.wrap]}" for target in found)
                pairs.insert(0, f"{{{types}}}")
            return Code(f"wrapped({', '.join(pairs)})")
        code = found[0].code
        if self.settings.get("unlimited") and found[0].place == "body/limit":
            return Code(f"unlimited({code}, {literal(self.settings['unlimited'])})")
        return code

    def without(self, targets: Mapping[str, Target]) -> Without | None:
        rule = self.settings.get("without")
        if rule is None:
            return None
        other = self.known[python_name(str(rule["operation"]))]
        condition = Code(" and ".join(f"{name} is None" for name in rule["parameters"]))
        takes = {str(parameter.name) for parameter in other.parameters}
        pairs = [
            f"{literal(name)}: {target.code}"
            for name, target in targets.items()
            if name in takes and target.place not in ("limit", "partitions")
        ]
        return Without(condition, other.constant, Code("{" + ", ".join(pairs) + "}") if pairs else None)


def _put(tree: dict[str, Any], place: str, code: Code | dict[str, Any]) -> None:
    *containers, last = place.split("/")[1:]
    for name in containers:
        tree = tree.setdefault(name, {})
    tree[last] = code


def _tree(tree: Mapping[str, Any], depth: int) -> Code:
    """A body as an expression; containers below the first level are left out when nothing goes into them."""
    if depth > 1:
        return Code(f"container({', '.join(f'{name}={_leaf(value, depth)}' for name, value in tree.items())})")
    return Code("{" + ", ".join(f"{literal(name)}: {_leaf(value, depth)}" for name, value in tree.items()) + "}")


def _leaf(value: Any, depth: int) -> Code:
    return _tree(value, depth + 1) if is_object(value) else Code(value)
