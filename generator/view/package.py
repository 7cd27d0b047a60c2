"""The bundled document and `client.yaml` → the view model. Every decision is taken here; templates only print it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from itertools import chain, groupby
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from .. import __version__
from ..load.json_types import is_object
from ..load.names import in_ascii
from ..load.problems import Problems
from ..naming.names import operation_name, python_name
from .model.models import MapModel, Model, ModelsModule, UnionModel
from .model.operations import Group, Method, Operation, Parameter
from .model.package import Api, Package
from .model.parts import Code, Import, Name, Text
from .operations.examples import Examples
from .operations.methods import Methods
from .operations.operations import security
from .operations.parts import Earlier, Parts, read
from .resources.package import complete, is_resourceful
from .runtime_names import ERRORS, EXTRAS, OVERRIDDEN
from .schemas.params import by_params, sent, words_of
from .schemas.types import Types
from .settings import constructor, schemes, variables
from .tags import module_of
from .written_pages import extra_methods

if TYPE_CHECKING:
    from ..config.client_yaml import ApiConfig, ClientConfig
    from ..load.document import Document
    from .handwritten import Written, WrittenArgument
    from .model.written import WrittenModule
    from .tags import Tags

SHARED = "shared"
WEBHOOKS = "webhooks"


def build(
    document: Document,
    config: ClientConfig,
    problems: Problems,
    written: Mapping[str, Written] = MappingProxyType({}),
    written_modules: tuple[WrittenModule, ...] = (),
    settings: tuple[WrittenArgument, ...] = (),
    earlier: Earlier | None = None,
    keep: Callable[[Parts], None] | None = None,
) -> Package:
    """Makes the view model of one package; its pages describe hand-written methods (`written`) and public modules as well, its clients `settings`.

    Problems of level error are added for whatever cannot be expressed; the result is then not to be rendered. Parts of an `earlier` run are taken over;
    `keep` is given those of this one.

    Raises:
        Differs: the parts of an earlier run are no help.
    """
    data = document.data
    found = read(data, config, problems, earlier)
    servers, tags, types, operations, sent_to_users = found.servers, found.tags, found.types, found.operations, found.incoming
    homes = _homes(types, operations, (model for incoming in chain(*sent_to_users) for model in incoming.models))
    raw = {
        operation_name(str(item["operationId"])): item
        for path in data.get("paths", {}).values()
        for item in path.values()
        if is_object(item) and "operationId" in item
    }
    methods = None if is_resourceful(data) else Methods(types, raw)
    examples = Examples(types, config, bool(servers.base_url))
    params = by_params(types)
    apis = tuple(
        _api(name, settings, data, operations, methods, problems, examples, tags, params) for name, settings in config.apis.items()
    )
    modules = tuple(_modules(types, homes, data))
    info = data.get("info", {})
    simplest = _simplest(apis)
    package = Package(
        name=Name(config.package),
        distribution=config.distribution,
        version=config.version,
        title=Text(config.title),
        summary=Text(str(info.get("summary") or f"A Python client for {config.title}.")),
        client_class=Name(config.client_class),
        base_url=servers.base_url,
        base_url_variables=tuple(Text(value.variable) for key, value in config.environment.items() if key == "base_url"),
        base_path=servers.base_path(any(operation.server for operation in operations)),
        server_variables=servers.variables,
        variables=tuple(variables(config, servers)),
        security=tuple(schemes(data, config)),
        default_security=security(data.get("security", ())),
        apis=apis,
        modules=modules,
        errors=tuple(Name(name) for name in ERRORS),
        aliases=tuple((Name(alias), Name(name)) for alias, name in config.aliases.items()),
        extras=tuple((name, (*EXTRAS.get(name, ()), *config.extras.get(name, ()))) for name in sorted({*EXTRAS, *config.extras})),
        webhooks=sent_to_users[0],
        callbacks=sent_to_users[1],
        example=examples.sync(*simplest) if simplest else Text(""),
        document=Text(str(info.get("version", ""))),
        generator=__version__,
        facts=config.project,
        written_modules=written_modules,
        async_example=examples.asynchronous(*simplest) if simplest else Text(""),
    )
    package = replace(package, **sent(types, package.apis))
    package = replace(package, settings=tuple(constructor(settings, package)))
    package = complete(package, data, raw, config, problems, written)
    if keep:
        keep(found.parts)
    return replace(
        package,
        apis=tuple(replace(api, written=extra_methods(api.name, {*_method_names(api)}, written)) for api in package.apis),
        written=extra_methods(config.client_class, {*OVERRIDDEN}, written),
    )


def _method_names(api: Api) -> Iterable[str]:
    return [*(str(method.name) for method in api.methods), *(str(method.name) for method in api.documented)]


def _simplest(apis: tuple[Api, ...]) -> tuple[Method, str] | None:
    """The method that says most with least: it returns something and needs as few arguments as possible."""
    candidates = [(method, str(api.attribute)) for api in apis for method in api.methods if method.verb == "call"]
    return min(
        candidates,
        key=lambda item: (item[0].returns == "None", abs(len(item[0].required) - 1), item[0].operation.method != "GET"),
        default=None,
    )


def _family(tag: str) -> str:
    """The module of the models of one tag: its name in ASCII, as names of files should be; `shared` where nothing of it is."""
    plain = in_ascii(tag)
    return python_name(plain) if re.search(r"[A-Za-z0-9]", plain) else SHARED


def _homes(types: Types, operations: Iterable[Operation], received: Iterable[str]) -> dict[str, str]:
    """Name → module: that of the one tag that uses it, `webhooks` for what only webhooks and callbacks send, or `shared`.

    What a shared model mentions is shared too, and nothing else mentions what is for webhooks only: modules never import each other in a circle.
    """
    tags: dict[str, set[str]] = {}

    def mark(first: str, tag: str, beyond: bool = True) -> None:
        waiting = [first]
        while waiting:
            name = waiting.pop()
            if tag not in tags.get(name, ()) and (beyond or name not in tags):
                tags.setdefault(name, set()).add(tag)
                waiting.extend(types.uses.get(name, ()))

    for operation in operations:
        mentioned = [parameter.type for parameter in operation.parameters] + [*operation.kinds] + [kind for _, kind in operation.errors]
        for kind in mentioned:
            for name in kind.models:
                mark(name, _family(operation.tag.value))
    for incoming in received:
        mark(incoming, WEBHOOKS, beyond=False)
    everything = [*types.models, *types.maps, *types.enumerations, *types.unions]
    for unmentioned in [str(name) for name in everything if name not in tags]:
        mark(unmentioned, SHARED)  # and with it all that it mentions
    return {name: next(iter(tags[name])) if len(tags[name]) == 1 else SHARED for name in everything}


def _modules(types: Types, homes: Mapping[str, str], data: Mapping[str, Any]) -> Iterable[ModelsModule]:
    titles = {SHARED: "several resource families", WEBHOOKS: "webhooks and callbacks"}
    titles |= {_family(str(tag["name"])): str(tag["name"]) for tag in data.get("tags", ())}
    living: dict[str, list[str]] = {}
    for name, home in homes.items():  # in the order of the types
        living.setdefault(home, []).append(name)
    for module, names in sorted(living.items(), key=lambda item: (item[0] != SHARED, item[0])):
        enumerations = [replace(types.enumerations[name], module=Name(module)) for name in sorted(names) if name in types.enumerations]
        maps = [replace(types.maps[name], module=Name(module)) for name in sorted(names) if name in types.maps]
        models = [replace(types.models[name], module=Name(module)) for name in names if name in types.models]
        unions = [replace(types.unions[name], module=Name(module)) for name in names if name in types.unions]
        mentioning: tuple[Model | MapModel | UnionModel, ...] = (*models, *maps, *unions)
        mentioned = {name for item in mentioning for name in types.uses[item.name]}
        imports = [
            Import(f".{homes[name]}", name) for name in sorted(mentioned & homes.keys()) if homes[name] != module and name not in types.maps
        ]
        imports += [Import(f"..data_classes.{types.documented[name]}", name) for name in sorted(mentioned & types.documented.keys())]
        yield ModelsModule(
            Name(module), Text(titles.get(module, module)), tuple(enumerations), tuple(maps), tuple(models), tuple(imports), tuple(unions)
        )


def _api(
    name: str,
    settings: ApiConfig,
    data: Mapping[str, Any],
    operations: Iterable[Operation],
    methods: Methods | None,
    problems: Problems,
    examples: Examples,
    tags: Tags,
    params: Collection[str],
) -> Api:
    own = {tag for tag in {operation.tag.value for operation in operations} if tags.of(settings, tag)}
    chosen = tuple(operation for operation in operations if operation.tag.value in own)
    if not chosen and (operations or settings.tags != "*"):
        problems.error(
            f"{name} has no operations: no operation has one of its tags",
            rule="settings",
            hint="name tags of the document under `tags`",
            pointer="/tags",
        )
    chosen, module = _by_tag(chosen, data), Name(module_of(settings.attribute))
    made = tuple(
        replace(method, example=examples.sync(method, settings.attribute))
        for operation in chosen
        for method in (methods.of(operation) if methods else ())
    )
    made = _unshadowed(made)
    _refuse_equal_methods(name, made, problems)
    mentioned = {model for method in made for parameter in method.parameters for model in parameter.type.models}
    mentioned |= {model for operation in chosen for kind in operation.kinds for model in kind.models}
    mentioned |= {model for method in made for model in method.models}
    return Api(
        name=Name(name),
        module=module,
        attribute=Name(settings.attribute),
        description=Text(
            settings.description or ("All operations." if settings.tags == "*" else f"Operations tagged {', '.join(settings.tags)}.")
        ),
        operations=chosen,
        methods=made,
        groups=tuple(Group(Text(tag), tuple(items)) for tag, items in groupby(made, key=lambda method: method.operation.tag.value)),
        siblings=tuple(
            Name(other) for other in sorted({tags.module(str(tag["name"])) for tag in data.get("tags", ())}) if other and other != module
        ),
        imports=tuple(Name(model) for model in sorted(mentioned)),
        params=words_of((parameter.type.argument for method in made for parameter in method.parameters), params),
        async_home=f"_handwritten.aio.{settings.handwritten}" if settings.handwritten else f"aio.{module}",
        sync_home=f"_handwritten.sync.{settings.handwritten}" if settings.handwritten else f"sync.{module}",
    )


_BUILTINS = ("bool", "bytes", "dict", "float", "int", "list", "str")


def _unshadowed(methods: tuple[Method, ...]) -> tuple[Method, ...]:
    """In a class with a method `list`, annotations say `builtins.list`: for a type checker, `list` is the method there."""
    hidden = [name for name in _BUILTINS if any(method.name == name for method in methods)]
    if not hidden:
        return methods
    words = re.compile(rf"(?<![\w.\"'])({'|'.join(hidden)})(?![\w\"'])")

    def seen(code: Code) -> Code:
        return Code(words.sub(r"builtins.\1", code))

    def parameters(of: tuple[Parameter, ...]) -> tuple[Parameter, ...]:
        return tuple(replace(item, type=replace(item.type, argument=seen(item.type.argument))) for item in of)

    return tuple(
        replace(method, returns=seen(method.returns), parameters=parameters(method.parameters), extra=parameters(method.extra))
        for method in methods
    )


def _by_tag(operations: tuple[Operation, ...], data: Mapping[str, Any]) -> tuple[Operation, ...]:
    order = {str(tag["name"]): number for number, tag in enumerate(data.get("tags", ()))}
    return tuple(sorted(operations, key=lambda operation: order.get(operation.tag.value, len(order))))


def _refuse_equal_methods(api: str, methods: tuple[Method, ...], problems: Problems) -> None:
    seen: dict[str, Method] = {}
    for method in methods:
        if method.name in seen:
            problems.error(
                f"{api} would have two methods {method.name}, for {seen[method.name].operation.path.value} and {method.operation.path.value}",
                rule="python-names",
                hint="give one of the operations another operationId",
                pointer=method.operation.pointer,
            )
        seen[method.name] = method
        names = [parameter.name for parameter in method.described]
        for name in sorted({name for name in names if names.count(name) > 1}):
            problems.error(
                f"the method {method.name} adds a parameter {name}, which the operation has already",
                rule="python-names",
                hint="set x-codegen-request-body-name, or leave out the extension that adds the method",
                pointer=method.operation.pointer,
            )
