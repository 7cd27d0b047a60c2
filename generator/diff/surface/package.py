"""The view model of a package → its surface: what a user can name or rely on, each with its line in the sources."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from ...load.pointers import join
from ...view.model.models import Enumeration, Field, MapModel, Model, UnionModel
from ...view.model.operations import Method, Operation, Parameter
from ...view.model.package import Api, Package
from ...view.model.resources import DocumentedClass, Member, ResourceMethod
from ...view.model.written import WrittenCall
from .client import client_elements
from .elements import Element, Fact, Surface
from .facts import nameless, on_the_wire, rules, style, texts
from .places import Located
from .received import received

CLIENT: Final = "client"


def surface_of(package: Package, located: Located) -> Surface:
    """All elements of a package."""
    return Surface.of(package.version, _Elements(package, located).all())


class _Elements:
    def __init__(self, package: Package, located: Located) -> None:
        self.package = package
        self.at = located
        self.sent = {str(item.name) for item in package.params}
        self.received = received(package)

    def all(self) -> Iterator[Element]:
        yield from client_elements(self.package, self.at)
        for api in self.package.apis:
            yield from self._api(api)
        for call in self.package.written:
            yield from self._written(CLIENT, call)
        for item in self.package.models:
            yield from self._model(item)
        for module in self.package.classes:
            for documented in module.classes:
                yield from self._documented(documented)
        for written in self.package.written_modules:
            for call in (*written.calls, *(item.made for item in written.classes)):
                yield from self._written(str(written.name), call)

    def _api(self, api: Api) -> Iterator[Element]:
        path = f"{CLIENT}.{api.attribute}"
        place = self.at.setting(join("/apis", str(api.name)))
        identity = "\n".join(sorted({operation.tag.value for operation in api.operations}))
        facts: dict[str, Fact] = {"class": str(api.name)}
        yield Element(
            kind="api", path=path, name=str(api.attribute), identity=identity, place=place, facts=facts, text=texts(api.description)
        )
        for method in api.methods:
            yield from self._method(path, method)
        for documented in api.documented:
            yield from self._resource_method(path, documented)
        for call in api.written:
            yield from self._written(path, call)

    def _operation(self, operation: Operation) -> dict[str, Fact]:
        required = operation.security if operation.security is not None else self.package.default_security
        return {
            "server": operation.server.value,
            "sends": f"{operation.method} {nameless(operation.path.value)}",
            "statuses": ", ".join(map(str, operation.statuses)),
            "retry": operation.retry or "",
            "needs": " or ".join(sorted(" and ".join(sorted(name.value for name in names)) or "nothing" for names in required))
            or "nothing",
            "scopes": self.at.scopes(operation.pointer),
            "errors": ", ".join(f"{status.value} {code}".replace("lambda: ", "") for status, code in operation.declared_errors),
            **({"deprecated": True} if operation.deprecated else {}),
        }

    def _method(self, parent: str, method: Method) -> Iterator[Element]:
        operation = method.operation
        path = f"{parent}.{method.name}"
        yield Element(
            kind="method",
            path=path,
            name=str(method.name),
            parent=parent,
            identity=f"{operation.method} {nameless(operation.path.value)} {method.verb}",
            place=self.at.at(operation.pointer),
            facts={
                "signature": str(method.outline),
                "returns": str(method.sync_returns),
                **self._operation(operation),
                **on_the_wire(operation, method.verb),
            },
            text=texts(
                method.summary,
                method.description,
                method.returns_text,
                *(answer.description for answer in operation.answers),
                self.at.further(operation.pointer),
            ),
        )
        yield self._result(path, str(method.sync_returns), self.at.at(self.at.answer(operation.pointer)))
        for parameter in method.described:
            yield self._parameter(path, parameter, operation)

    def _result(self, method: str, kind: str, place: str) -> Element:
        return Element(kind="result", path=f"{method}()", name="result", parent=method, place=place, facts={"is": kind})

    def _parameter(self, method: str, parameter: Parameter, operation: Operation) -> Element:
        wire, location = parameter.wire.value, parameter.location
        pointer = self.at.parameter(operation.pointer, wire, location)
        of_path = operation.path.value.partition(f"{{{wire}}}")[0].count("{")
        identity = {"body": "body", "path": f"path {of_path + 1}", "verb": f"verb {wire}"}.get(location, f"{location} {wire}")
        return Element(
            kind="parameter",
            path=f"{method}({parameter.name})",
            name=str(parameter.name),
            parent=method,
            identity=identity,
            place=self.at.at(pointer),
            facts={
                "type": str(parameter.type.argument),
                "required": parameter.required,
                "position": parameter.required,
                "default": "" if parameter.required else str(parameter.default),
                "style": style(parameter) or (self.at.encoding(operation.pointer, wire) if location == "part" else ""),
                **(rules(self.at.rules(pointer)) if pointer != operation.pointer else {}),
            },
            text=texts(parameter.description, self.at.examples(pointer) if pointer != operation.pointer else ""),
        )

    def _resource_method(self, parent: str, method: ResourceMethod) -> Iterator[Element]:
        path = f"{parent}.{method.name}"
        names = ", ".join(f"{item.name}" if item.default is None else f"{item.name}=…" for item in method.arguments)
        yield Element(
            kind="method",
            path=path,
            name=str(method.name),
            parent=parent,
            place=self.at.at(method.operation.pointer),
            facts={
                "signature": f"{method.name}({names})",
                "returns": str(method.returns),
                **self._operation(method.operation),
            },
            text=texts(method.summary, method.description, method.returns_text),
        )
        yield self._result(path, str(method.returns), self.at.at(self.at.answer(method.operation.pointer)))
        for argument in method.arguments:
            yield Element(
                kind="parameter",
                path=f"{path}({argument.name})",
                name=str(argument.name),
                parent=path,
                place=self.at.at(method.operation.pointer),
                facts={
                    "type": str(argument.type),
                    "required": argument.default is None,
                    "position": True,
                    "default": str(argument.default or ""),
                },
                text=texts(*argument.notes),
            )

    def _written(self, parent: str, call: WrittenCall) -> Iterator[Element]:
        """A method or function that somebody has written; what its sources say of it counts."""
        path, place = f"{parent}.{call.name}", self.at.written(str(call.name), parent.rpartition(".")[2])
        holder = parent if parent.startswith(f"{CLIENT}.") else ""  # modules and the client itself are no elements
        name = str(call.name) if holder else path
        facts: dict[str, Fact] = {"signature": call.usage, "returns": str(call.returns)}
        text = texts(call.summary, call.description, call.returns_text)
        yield Element(kind="method", path=path, name=name, parent=holder, place=place, facts=facts, text=text)
        yield self._result(path, str(call.returns), place)
        for item in call.parameters:
            required = item.default is None
            yield Element(
                kind="parameter",
                path=f"{path}({item.name})",
                name=str(item.name),
                parent=path,
                place=place,
                facts={
                    "type": str(item.type),
                    "required": required,
                    "position": not item.by_keyword,
                    "default": "" if item.default is None else str(item.default),
                },
                text=texts(item.text),
            )

    def _model(self, item: Model | MapModel | Enumeration | UnionModel) -> Iterator[Element]:
        path = f"models.{item.name}"
        facts: dict[str, Fact] = {"sent": str(item.name) in self.sent, "received": str(item.name) in self.received}
        kind = {Model: "model", MapModel: "map", Enumeration: "enumeration", UnionModel: "union"}[type(item)]
        if isinstance(item, MapModel):
            facts |= {"type": f"dict[str, {item.value}]", "sent": True, "received": True}
        elif isinstance(item, UnionModel):
            told = {str(value if isinstance(value, int) else value.value): str(name) for value, name in item.tags}
            facts |= {"members": " | ".join(item.members), "told": f"{item.property.value} {json.dumps(told)}" if told else ""}
        elif isinstance(item, Model):
            facts |= {"others": str(item.others or ""), "closed": bool(facts["sent"]) and self.at.is_closed(item.pointer)}
        name, place = str(item.name), self.at.at(item.pointer)
        yield Element(kind=kind, path=path, name=name, place=place, facts=facts, text=texts(item.description))
        if isinstance(item, Enumeration):
            for value in item.values:
                plain = value if isinstance(value, int) else value.value
                where = self.at.at(self.at.value(item.pointer, plain))
                yield Element(kind="value", path=f"{path}[{plain!r}]", name=repr(plain), parent=path, place=where)
        elif isinstance(item, Model):
            for field in item.fields:
                yield self._field(path, item, field)
            if facts["sent"]:
                yield Element(kind="params", path=f"params.{item.params}", name=str(item.params), place=place)

    def _field(self, path: str, model: Model, field: Field) -> Element:
        sent, received = str(model.name) in self.sent, str(model.name) in self.received
        pointer = self.at.property(model.pointer, field.wire.value)
        asked = rules(self.at.rules(pointer)) if pointer != model.pointer else {}
        promised = "" if sent else str(asked.pop("rules", ""))  # of an answer, bounds are a description
        if not sent:
            asked.pop("on_server", None)
        return Element(
            kind="field",
            path=f"{path}.{field.name}",
            name=str(field.name),
            parent=path,
            identity=field.wire.value,
            place=self.at.at(pointer),
            facts={
                "type": str(field.annotation),
                "entry": str(field.entry) if sent else "",
                "key": field.wire.value if sent else "",
                "needed": sent and (field.is_needed or field.default is None),
                "sent": sent,
                "received": received,
                "read_only": field.read_only,
                "write_only": field.write_only,
                **asked,
            },
            text=texts(field.description, self.at.examples(pointer) if pointer != model.pointer else "", promised),
        )

    def _documented(self, item: DocumentedClass) -> Iterator[Element]:
        path = f"data_classes.{item.name}"
        place = self.at.at(item.pointer)
        yield Element(kind="class", path=path, name=str(item.name), place=place, facts={"style": item.style}, text=texts(item.description))
        if item.list_name:
            yield Element(kind="class", path=f"data_classes.{item.list_name}", name=str(item.list_name), place=place)
        for member in (*item.members, *item.newer):
            yield self._member(path, item, member)
        for patch in item.patches:
            at, form = self.at.at(self.at.property(item.pointer, patch.wire.value)), f"{patch.form}[{patch.value}]"
            yield Element(kind="patch", path=f"{path}.{patch.name}", name=str(patch.name), parent=path, place=at, facts={"is": form})
        for name, value in item.values:
            at = self.at.at(self.at.value(item.pointer, value.value))
            yield Element(kind="value", path=f"{path}.{name}", name=str(name), parent=path, place=at)

    def _member(self, path: str, item: DocumentedClass, member: Member) -> Element:
        facts: dict[str, Fact] = {
            "type": str(member.annotation),
            "entry": "",
            "key": "",
            "needed": member.required,
            "required": member.required,
            "position": member in item.members,
            "sent": True,
            "received": True,
        }
        place = self.at.at(self.at.property(item.pointer, member.wire.value))
        name = str(member.name)
        return Element(
            kind="field", path=f"{path}.{name}", name=name, parent=path, identity=member.wire.value, place=place, facts=facts,
            text=texts(*member.notes),
        )  # fmt: skip
