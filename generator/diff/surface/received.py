"""Which models answers hold: what users read, beside what they send."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ...view.model.models import Model, UnionModel
from ...view.model.package import Api, Package
from ...view.model.parts import Name


def received(package: Package) -> set[str]:
    """The models that answers hold, and those inside."""
    inside: dict[str, set[Name]] = {}
    for item in package.models:
        if isinstance(item, Model):
            inside[str(item.name)] = {name for field in item.fields for name in field.type.models}
        elif isinstance(item, UnionModel):
            inside[str(item.name)] = {*words("|".join(item.members))}
    waiting: list[Name] = [name for kind in _answers(package.apis) for name in kind]
    waiting += [word for item in (*package.webhooks, *package.callbacks) for word in words(item.type)]
    found: set[str] = set()
    while waiting:
        name = str(waiting.pop())
        if name not in found:
            found.add(name)
            waiting.extend(inside.get(name, ()))
    return found


def _answers(apis: Iterable[Api]) -> Iterator[tuple[Name, ...]]:
    for api in apis:
        for operation in api.operations:
            for kind in (*operation.kinds, *(kind for _, kind in operation.errors)):
                yield kind.models
        for method in api.methods:
            yield method.models


def words(code: str) -> list[Name]:
    """The names in a type."""
    return [Name(word) for word in re.findall(r"\w+", code)]
