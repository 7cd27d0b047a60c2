"""The generic behaviour of an API: create, read, update and delete resources as the roles of its operations say."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ..clock import Clock
from ..exchange import Answer, Call, Refused
from ..schema.document import PLACEHOLDER, Document, Operation
from ..schema.json_values import is_array, is_object, merged, put
from ..schema.samples import MISSING, Identifiers, Shaper
from .paging import paginate
from .roles import Role, Roles, Segments
from .storage import Path, Record, Store, split

_UPDATED = re.compile(r"(?i)updat|modif|changed")
_CREATED = re.compile(r"(?i)creat|regist|start|upload|updat|modif|changed")


class Resources:
    """Generic CRUD over a store.

    Args:
        autocreate: a resource that a path names exists from the moment it is first named (until it is deleted).
    """

    def __init__(self, document: Document, store: Store, clock: Clock, identifiers: Identifiers, *, autocreate: bool = False) -> None:
        self.document = document
        self.store = store
        self.clock = clock
        self.identifiers = identifiers
        self.shaper = Shaper(document.schemas, clock, identifiers)
        self.roles = Roles(document, self.shaper)
        self.autocreate = autocreate
        self.created: Callable[[Record, bool], None] = lambda record, named: None
        self.shown: Callable[[Record], dict[str, Any]] = lambda record: record.data
        self.deleting: Callable[[Record], None] = lambda record: None
        self._path_names: dict[Segments, tuple[str, ...]] = {}

    def answer(self, call: Call) -> Answer:
        """What the operation answers by default.

        Raises:
            Refused: 404 for a resource that does not exist, 409 for one that does.
        """
        role = self.roles.of(call.operation)
        place = path_of(call.operation, call.path)
        self.check_parents(call, role, place)
        actions = {"list": self._list, "create": self._create, "get": self._get, "update": self._update, "replace": self._replace}
        if role.kind == "delete":
            self.deleting(self._single_or_item(call, role))
            self.store.delete(place)
            return Answer(MISSING)
        return actions.get(role.kind, self._act)(call, role, place)

    def check_parents(self, call: Call, role: Role | None = None, place: Path | None = None) -> None:
        """Make sure that the resources above the one that a call names exist.

        Raises:
            Refused: 404.
        """
        role = role or self.roles.of(call.operation)
        place = place or path_of(call.operation, call.path)
        for length in role.parents:
            if self.store.get(place[:length]) is None:
                self.named(call.operation.segments[:length], place[:length])

    def item(self, call: Call, length: int | None = None) -> Record:
        """The resource that a call's path (or its first `length` segments) names.

        Raises:
            Refused: 404.
        """
        place = path_of(call.operation, call.path)[:length]
        return self.named(call.operation.segments[:length], place)

    def named(self, segments: Segments, place: Path) -> Record:
        """A resource by its path, created on the spot where the server does so.

        Raises:
            Refused: 404.
        """
        record = self.store.get(place)
        if record is not None:
            return record
        if not self.autocreate or self.store.deleted(place):
            return self.store.require(place)
        key = self.roles.key_of(segments) if segments[-1] is None else None
        for length in range(1, len(segments)):
            if segments[length - 1] is None and self.store.get(place[:length]) is None and self.roles.is_item(segments[:length]):
                self.named(segments[:length], place[:length])
        return self.create(segments, place, {key: place[-1]} if key is not None else {}, named=True)

    def create(self, segments: Segments, place: Path, data: Mapping[str, Any], *, named: bool = False, **extra: Any) -> Record:
        """Add a resource with all the properties that its schema shows.

        Args:
            named: no request creates it.

        Raises:
            Refused: 409, there is one already; or what the API's behaviour says.
        """
        existing = self.store.get(place)
        if existing is not None and self.autocreate and existing.extra.get("named"):
            # It was only named so far; now a request really creates it.
            self.store.discard(existing)
        schema = self.roles.item_schema(segments)
        record = self.store.create(place, self.completed(schema, segments, place, data), named=named, **extra)
        try:
            self.created(record, named)
        except Refused:
            self.store.discard(record)
            raise
        return record

    def add(self, path: str, data: Mapping[str, Any], *, named: bool = False, **extra: Any) -> Record:
        """Add a resource under its path, such as `/projects/demo`, as a request would have done; its key need not be repeated in the data.

        Raises:
            ValueError: the API has no resource of such a path.
            Refused: as for `create`.
        """
        operation = next(iter(self.document.find(path).operations.values()), None)
        if operation is None:
            raise ValueError(f"the API has no resource of the path {path}")
        key = self.roles.key_of(operation.segments) if operation.segments[-1] is None else None
        place = split(path)
        given = {key: place[-1], **data} if key is not None else data
        return self.create(operation.segments, place, given, named=named, **extra)

    def completed(self, schema: Any, segments: Segments, place: Path, given: Mapping[str, Any]) -> dict[str, Any]:
        """What a new resource is made of: what was given, its identifier, times, and the names of its parents."""
        data = dict(given)
        properties = self.shaper.properties(schema)
        for name, part in properties.items():
            if name not in data and (value := self._new_value(name, self.shaper.flatten(part))) is not MISSING:
                data[name] = value
        # The last parameter of an item path is its own key, not a parent's.
        parents = [value for segment, value in zip(segments[:-1], place, strict=False) if segment is None]
        for name, value in zip(self._names(segments), parents, strict=False):
            for candidate in (name, re.sub(r"(?i)[_-]?(name|id)$", "", name)):
                if candidate in properties and candidate not in data:
                    data[candidate] = value
        return data

    def _names(self, segments: Segments) -> tuple[str, ...]:
        """The names of the path parameters of a path shape."""
        names = self._path_names.get(segments)
        if names is None:
            alike = (one.path_names for one in self.document.operations.values() if one.segments[: len(segments)] == segments)
            names = self._path_names[segments] = next(alike, ())
        return names

    def touch(self, record: Record, schema: Any) -> None:
        """Set the times of the last change."""
        for name, part in self.shaper.properties(schema).items():
            if _UPDATED.search(name) and (value := self._new_value(name, self.shaper.flatten(part))) is not MISSING:
                record.data[name] = value

    def _new_value(self, name: str, schema: Mapping[str, Any]) -> Any:
        named = schema.get("type")
        types = frozenset(named if is_array(named) else [named])
        if name == "id":
            return self.identifiers.number() if "integer" in types else self.identifiers.uuid()
        if schema.get("format") in {"date-time", "date"} and _CREATED.search(name):
            return self.clock.text()[: 10 if schema["format"] == "date" else None]
        if "integer" in types and re.search(r"(?i)time", name) and _CREATED.search(name):
            return int(self.clock.now() * 1000)
        return MISSING

    def _list(self, call: Call, role: Role, place: Path) -> Answer:
        return self.listed(call, [self.shown(record) for record in self.store.list(place)])

    def listed(self, call: Call, items: list[Any]) -> Answer:
        """A list answer: the page that was asked for, in the place where the operation shows its items."""
        page = paginate(call, items)
        if not call.operation.answers:
            return Answer()
        media = call.operation.answers[0]
        paging = call.operation.extension("x-paging")
        member = self.roles.list_member(media)
        pointer = paging.get("items", f"/{member}" if member else "")
        body: Any = put({}, pointer, page.items)
        if page.mark is not None:
            body = put(body, paging.get("next", "/next"), page.mark)
        for name, part in self.shaper.properties(media.schema).items() if pointer else ():
            if "total" in name.lower() and self.shaper.flatten(part).get("type") == "integer":
                body[name] = len(items)
        return Answer(body)

    def _create(self, call: Call, role: Role, place: Path) -> Answer:
        if role.single:
            return self._single(call, place)
        if is_array(call.body):
            return Answer([self._add(call, role, place, one) for one in call.body])
        if (
            is_object(call.body)
            and len(call.body) == 1
            and is_array(items := next(iter(call.body.values())))
            and self.roles.shows_many(call.operation)
        ):
            member = self.roles.list_member(call.operation.answers[0]) or "items"
            return Answer({member: [self._add(call, role, place, one) for one in items]})
        return Answer(self._add(call, role, place, call.body))

    def _add(self, call: Call, role: Role, place: Path, body: Any) -> dict[str, Any]:
        segments = (*call.operation.segments, None)
        properties = {**self._defaults(call.operation), **(body if is_object(body) else {})}
        data = self.completed(self.roles.item_schema(segments), segments, place, properties)
        for part in call.parts.values():
            data.setdefault("filename", part.filename)
        key = str(data[role.key]) if role.key is not None and data.get(role.key) is not None else self.identifiers.uuid()
        if role.key is not None:
            data.setdefault(role.key, key)
        record = self.create(segments, (*place, key), data, parts=dict(call.parts))
        return self.shown(record)

    def _defaults(self, operation: Operation) -> dict[str, Any]:
        """The defaults that the request schema gives."""
        for media in operation.body.values():
            parts = self.shaper.properties(media.schema).items()
            return {name: flat["default"] for name, part in parts if "default" in (flat := self.shaper.flatten(part))}
        return {}

    def _single(self, call: Call, place: Path) -> Answer:
        properties = call.body if is_object(call.body) else {}
        return Answer(self.shown(self.create(call.operation.segments, place, {**self._defaults(call.operation), **properties})))

    def _get(self, call: Call, role: Role, place: Path) -> Answer:
        return Answer(self.shown(self._single_or_item(call, role)))

    def _single_or_item(self, call: Call, role: Role) -> Record:
        """The resource that a path names. A single one that no request has created or deleted yet has always been there."""
        place = path_of(call.operation, call.path)
        if role.single and self.store.get(place) is None and not self.store.deleted(place):
            return self.create(call.operation.segments, place, {}, named=True)
        return self.item(call)

    def _update(self, call: Call, role: Role, place: Path) -> Answer:
        record = self._single_or_item(call, role)
        if is_object(call.body):
            self.change(record, merged(record.data, call.body), role.key)
        self.touch(record, self.roles.item_schema(call.operation.segments))
        return Answer(self.shown(record))

    def _replace(self, call: Call, role: Role, place: Path) -> Answer:
        creates = self.document.has(call.operation.segments[:-1], "POST") is None
        if creates and self.store.get(place) is None:
            given = {role.key: place[-1]} if role.key is not None else {}
            body = call.body if is_object(call.body) else {}
            return Answer(self.shown(self.create(call.operation.segments, place, {**given, **body})))
        return self._update(call, role, place)

    def change(self, record: Record, data: dict[str, Any], key: str | None) -> None:
        """Give a record new data; a new key moves it and what lies below it.

        Raises:
            Refused: 409, the new key is taken.
        """
        if key is not None and data.get(key) is not None and str(data[key]) != str(record.data.get(key)):
            self.store.rename(record, str(data[key]))
        record.data = data

    def _act(self, call: Call, role: Role, place: Path) -> Answer:
        """An action: it answers as documented, with what the request said where the answer has a place for it."""
        return Answer(dict(call.body) if is_object(call.body) else MISSING)


def path_of(operation: Operation, values: Mapping[str, Any]) -> Path:
    """The concrete path of a call, decoded."""
    names = iter(operation.path_names)

    def filled(segment: str | None) -> str:
        return _text(values[next(names)]) if segment is None else PLACEHOLDER.sub(lambda _: _text(values[next(names)]), segment)

    return tuple(map(filled, operation.segments))


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)
