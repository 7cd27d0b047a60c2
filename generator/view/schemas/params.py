"""The `TypedDict`s for dictionaries that users give instead of models: which models have one, and which others these refer to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from ..model.models import Model, UnionModel
from ..model.package import Api
from ..model.parts import Code, Name
from .types import Types


def sent(types: Types, apis: Iterable[Api]) -> dict[str, Any]:
    """The fields of a package for it: `params`, those that methods take and those inside; `params_imports`, the models that they mention."""
    known = types.params()
    found: dict[str, Model | UnionModel] = {}
    waiting = [str(name) for api in apis for name in api.params]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = known[name]
            waiting.extend(words_of(_codes(known[name]), known))
    ordered = tuple(found[name] for name in sorted(found))
    public = {*types.models, *types.maps, *types.enumerations, *types.unions, *types.documented}
    return {"params": ordered, "params_imports": words_of((code for item in ordered for code in _codes(item)), public)}


def words_of(codes: Iterable[Code], known: Collection[str]) -> tuple[Name, ...]:
    """Which of the known names stand in some annotations."""
    return tuple(Name(word) for word in sorted({word for code in codes for word in re.findall(r"\w+", code)} & {*known}))


def _codes(item: Model | UnionModel) -> Iterator[Code]:
    if isinstance(item, UnionModel):
        yield item.argument
    else:
        yield from (field.entry for field in item.fields)
