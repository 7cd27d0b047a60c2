"""What a package has beyond operations and models when its document says more: documented classes, resource methods, a tree of attributes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from ...load.json_types import methods_of
from ...load.problems import Problems
from ..model.operations import Operation
from ..model.package import Api, Package
from ..model.parts import Code, Import, Name, Text
from ..model.resources import Argument, ResourceMethod
from ..operations.operations import resolve_part
from .classes import Classes
from .examples import ResourceExamples
from .methods import Resources
from .raises import Raises
from .tree import tree

if TYPE_CHECKING:
    from ...config.client_yaml import ClientConfig
    from ..handwritten import Written

ABSTRACT = ("Iterable", "Mapping", "Sequence")
HELPERS = ("container", "entries", "joined", "unlimited", "wrapped")


def is_resourceful(data: Mapping[str, Any]) -> bool:
    """Whether the client of a document is resource-shaped: then only `x-methods` make methods."""
    return any("x-methods" in item for _, item in _items(data))


def _items(data: Mapping[str, Any]) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    for path in data.get("paths", {}).values():
        for method in methods_of(path):
            yield path, path[method]


def complete(
    package: Package,
    data: Mapping[str, Any],
    raw: Mapping[str, Mapping[str, Any]],
    config: ClientConfig,
    problems: Problems,
    written: Mapping[str, Written],
) -> Package:
    """The package with its documented classes, its resource methods and its tree of attributes."""
    mixins = {name: Import(f".._handwritten.{home.rpartition('.')[0]}", home.rpartition(".")[2]) for name, home in config.mixins.items()}
    added = {place: Import(f".._handwritten.{module}", place.rpartition(".")[2]) for place, module in config.classes.items()}
    classes = Classes(data.get("components", {}).get("schemas", {}), config.class_prefix, problems, mixins, added)
    resources = Resources(data, classes, problems, Raises(config.raises), written)
    known = {str(operation.id): operation for api in package.apis for operation in api.operations}
    modules = classes.modules()
    shown = ResourceExamples(config, [name for module in modules for name in module.exported])
    # The hand-written public module `awaited` has types for what an async client gives: `AsyncAsset` for `Asset`.
    awaited = [str(name).removeprefix("Async") for module in package.written_modules if module.name == "awaited" for name in module.others]
    apis = [_awaited(_with_methods(api, resources, raw, known, problems, shown), awaited) for api in package.apis]
    _refuse_unknown_examples(apis, config, problems)
    if not config.missing_ids:
        _refuse_reported(known.values(), raw, problems)
    roots, branches, children = tree(apis)
    examples = _examples(package, apis)
    return replace(
        package,
        apis=tuple(replace(api, children=children.get(str(api.attribute), ())) for api in apis),
        roots=roots,
        branches=branches,
        classes=modules,
        prefix=config.class_prefix,
        bound=tuple(dict.fromkeys(_bound(data))),
        missing_ids=config.missing_ids,
        client_module=config.handwritten,
        exceptions=tuple(Import(f"._handwritten.{module}", name) for name, module in config.exceptions.items()),
        testing=tuple(Import(f".._handwritten.{module}", name) for name, module in config.testing.items()),
        example=examples[0] if examples else package.example,
        async_example=examples[1] if examples else package.async_example,
    )


def _refuse_reported(operations: Iterable[Operation], raw: Mapping[str, Mapping[str, Any]], problems: Problems) -> None:
    """An API that reports what is missing has to say where."""
    for operation in operations:
        if any(method.get("missing") == "reported" for method in raw[str(operation.id)].get("x-methods", ())):
            message = f"x-methods: {operation.id} has `missing: reported`, but client.yaml has no `missing_ids`"
            problems.error(
                message,
                rule="x-methods",
                hint="add `missing_ids`, the JSON pointer to the list in the error, such as /error/missing",
                pointer=operation.pointer,
            )


def _bound(data: Mapping[str, Any]) -> Iterator[Name]:
    for path, item in _items(data):
        for parameter in (*path.get("parameters", ()), *item.get("parameters", ())):
            if setting := resolve_part(parameter, data).get("x-client-setting"):
                yield Name(str(setting))


def _with_methods(
    api: Api,
    resources: Resources,
    raw: Mapping[str, Mapping[str, Any]],
    known: Mapping[str, Operation],
    problems: Problems,
    examples: ResourceExamples,
) -> Api:
    documented = tuple(
        replace(method, example=examples.of(method, str(api.attribute)))
        for operation in api.operations
        for method in resources.of(str(api.name), operation, raw[str(operation.id)], known)
    )
    made = tuple(method for method in documented if method.kind != "handwritten")
    seen: set[str] = set()
    for method in made:
        if method.name in seen:
            problems.error(
                f"{api.name} would have two methods {method.name}",
                rule="python-names",
                hint="rename one of them",
                pointer=method.operation.pointer,
            )
        seen.add(method.name)
    settings = resources.classes.named()
    homes = {name: str(value["module"]) for name, value in settings.items()}
    homes |= {str(value["list"]): str(value["module"]) for value in settings.values() if "list" in value}
    codes = [code for method in made for code in _codes(method)]
    words = {word for code in codes for word in re.findall(r"\b\w+\b(?!\[)", code)}
    classes = tuple(Import(f"..data_classes.{homes[word]}", word) for word in sorted(words & homes.keys()))
    taken = [name for name in ABSTRACT if name in homes and name in words]
    return replace(
        api,
        resources=tuple(_renamed(method, taken) for method in made),
        documented=documented,
        classes=classes,
        abstract=tuple(Name(name) for name in ABSTRACT if name not in taken),
        verbs=tuple(Name(name) for name in HELPERS if any(f"{name}(" in code for code in codes)),
    )


def _refuse_unknown_examples(apis: Sequence[Api], config: ClientConfig, problems: Problems) -> None:
    known = {f"{api.attribute}.{method.name}" for api in apis for method in api.documented}
    for name in config.examples:
        if name not in known:
            problems.error(f"client.yaml: the example for {name} belongs to no method", rule="settings", hint="write `attribute.method`")


def _codes(method: ResourceMethod) -> Iterator[Code]:
    yield from (argument.type for argument in method.arguments)
    yield from method.leading
    yield method.returns
    yield from (code for code in (method.body, method.places) if code is not None)


def _renamed(method: ResourceMethod, taken: Sequence[str]) -> ResourceMethod:
    """The method with `abc.Sequence[...]` where `Sequence` is a class of the API."""

    def code(value: Code) -> Code:
        return Code(re.sub(rf"\b({'|'.join(taken)})\[", r"abc.\1[", value))

    if not taken:
        return method

    def retyped(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
        return tuple(replace(argument, type=code(argument.type)) for argument in arguments)

    iterate = method.iterate and replace(method.iterate, arguments=retyped(method.iterate.arguments))
    overloads = tuple(replace(item, arguments=retyped(item.arguments)) for item in method.overloads)
    return replace(method, arguments=retyped(method.arguments), returns=code(method.returns), iterate=iterate, overloads=overloads)


def _awaited(api: Api, names: Sequence[str]) -> Api:
    """The API class whose methods give `AsyncAsset` where there is such a type for `Asset`; in the sync twin, it is `Asset` again."""
    if not names:
        return api
    found = re.compile(rf"\b({'|'.join(names)})\b(?!\[)")

    def code(value: Code) -> Code:
        return Code(found.sub(r"Async\1", value))

    def changed(method: ResourceMethod) -> ResourceMethod:
        iterate = method.iterate and replace(
            method.iterate, item=Name(code(Code(method.iterate.item))), listing=Name(code(Code(method.iterate.listing)))
        )
        overloads = tuple(replace(item, returns=code(item.returns)) for item in method.overloads)
        leading = tuple(map(code, method.leading))
        return replace(method, returns=code(method.returns), leading=leading, iterate=iterate, overloads=overloads)

    resources = tuple(map(changed, api.resources))
    given = " ".join(chain.from_iterable((method.returns, *method.leading) for method in resources))
    return replace(
        api, resources=resources, awaited=tuple(Name(f"Async{name}") for name in names if f"Async{name}" in re.findall(r"\w+", given))
    )


def _examples(package: Package, apis: Sequence[Api]) -> tuple[Text, Text] | None:
    """How a client is used: the first list that needs no argument."""
    lists = (
        (api, method) for api in apis for method in api.resources if method.kind == "list" and all(one.default for one in method.arguments)
    )
    api, method = next(lists, (None, None))
    if api is None or method is None:
        return None
    name, call = package.client_class, f"client.{api.attribute}.{method.name}(limit=5)"
    sync = f"from {package.name} import {name}\n\nwith {name}() as client:\n    for item in {call}:\n        print(item)\n"
    asynchronous = (
        f"import asyncio\n\nfrom {package.name} import Async{name}\n\n\nasync def main() -> None:\n    async with Async{name}() as client:\n"
        f"        for item in await {call}:\n            print(item)\n\n\nasyncio.run(main())\n"
    )
    return Text(sync), Text(asynchronous)
