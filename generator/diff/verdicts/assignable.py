"""Whether one Python type takes every value of another, told from the text of annotations as the generator writes them."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from typing import Final

_ABOVE: Final = {
    "int": ("float",),
    "bool": ("int", "float"),
    "datetime": ("date",),
    "list": ("Sequence", "Iterable"),
    "tuple": ("Sequence", "Iterable"),
    "Sequence": ("Iterable",),
    "dict": ("Mapping",),
    "str": ("PathLike",),
    "Path": ("PathLike",),
}
"""Class → the classes that stand above it."""
_LITERAL: Final = "Literal"


class Types:
    """Reads the types of one surface. `aliases` are the names in it that stand for another type."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._aliases = {name: ast.parse(code, mode="eval").body for name, code in aliases.items()}

    def members(self, node: ast.expr, seen: tuple[str, ...] = ()) -> Iterator[ast.expr]:
        """The members of a union, aliases resolved; a type that is none is its only member. Each value of a `Literal` is one."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):  # a forward reference
            node = ast.parse(node.value, mode="eval").body
        if isinstance(node, ast.BinOp):
            yield from self.members(node.left, seen)
            yield from self.members(node.right, seen)
        elif isinstance(node, ast.Name) and node.id in self._aliases and node.id not in seen:
            yield from self.members(self._aliases[node.id], (*seen, node.id))
        elif isinstance(node, ast.Subscript) and _name(node) == _LITERAL:
            for value in _arguments(node):
                yield ast.Subscript(node.value, value, ast.Load())
        else:
            yield node


def takes(wide: str, wide_types: Types, narrow: str, narrow_types: Types) -> bool:
    """Whether a variable of the type `wide` takes every value of the type `narrow`.

    Containers count as read only: one of narrower things is taken.
    """
    return _takes(ast.parse(wide, mode="eval").body, wide_types, ast.parse(narrow, mode="eval").body, narrow_types)


def _takes(wide: ast.expr, wide_types: Types, narrow: ast.expr, narrow_types: Types) -> bool:
    members = [*wide_types.members(wide)]
    return all(any(_one_takes(member, wide_types, other, narrow_types) for member in members) for other in narrow_types.members(narrow))


def _one_takes(wide: ast.expr, wide_types: Types, narrow: ast.expr, narrow_types: Types) -> bool:
    name, other = _name(wide), _name(narrow)
    if name in ("Any", "object"):
        return True
    if other == _LITERAL and name != _LITERAL:
        return isinstance(narrow, ast.Subscript) and _name_of_value(narrow.slice) == name
    if name != other and name not in _ABOVE.get(other, ()):
        return False
    mine, others = _arguments(wide), _arguments(narrow)
    if name == _LITERAL:
        return ast.dump(mine[0]) == ast.dump(others[0])
    if not mine or not others:
        return True
    if isinstance(mine[0], ast.List):  # the arguments of a `Callable`
        return [*map(ast.dump, mine)] == [*map(ast.dump, others)]
    return len(mine) == len(others) and all(_takes(one, wide_types, two, narrow_types) for one, two in zip(mine, others, strict=True))


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Subscript):
        return _name(node.value)
    if isinstance(node, ast.Attribute):
        return node.attr
    if isinstance(node, ast.Constant):
        return repr(node.value)
    return node.id if isinstance(node, ast.Name) else ast.unparse(node)


def _name_of_value(node: ast.expr) -> str:
    return type(node.value).__name__ if isinstance(node, ast.Constant) else ""


def _arguments(node: ast.expr) -> list[ast.expr]:
    if not isinstance(node, ast.Subscript):
        return []
    return node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
