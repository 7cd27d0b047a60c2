"""The responses of an operation → what its success gives, by media type and status, its streams, and the bodies of its errors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ...load.json_types import essence, is_json, media_kind
from ...naming.names import python_name
from ..model.answers import Answer, Header, Stream
from ..model.parts import Code, Text, Type
from ..schemas.basics import ANY, SCALARS, escape, optional, pascal
from ..schemas.merge import alternatives, flattened, nullable
from ..schemas.schema import Schema, kinds_of, resolve
from ..schemas.types import Types
from ..schemas.unions import joined
from . import declare
from .bodies import BYTES, TEXT, Bodies, Located, schema_of

Results = tuple[tuple[Text, Type], ...]


@dataclass(frozen=True)
class Answers:
    """The documented answers of one operation."""

    answers: tuple[Answer, ...]
    results: Results
    """Media type → type: of the first success that has content, the preferred media type first."""
    by_status: tuple[tuple[Text, Results], ...]
    """The same for each success, where they differ."""
    errors: tuple[tuple[Text, Type], ...]
    statuses: tuple[int, ...]
    may_be_empty: bool
    stream: Stream | None
    headers: tuple[Header, ...]
    """Of its successes."""

    @property
    def preferred(self) -> tuple[Type, ...]:
        """What a call may give that asks for no media type of its own: JSON, where there is JSON, for each success."""
        tables = [table for _, table in self.by_status] or [self.results]
        chosen = ([kind for media, kind in table if is_json(media.value)] or [kind for _, kind in table] for table in tables)
        return tuple({kind.code: kind for kinds in chosen for kind in kinds}.values())


@dataclass(frozen=True)
class Reader:
    """Reads responses."""

    types: Types
    bodies: Bodies
    resolve: Callable[[Mapping[str, Any]], Mapping[str, Any]]
    """Follows a reference to a component."""

    def read(self, responses: Mapping[str, Located], method: str) -> Answers:
        """`responses`: by status."""
        successes = _successes(responses)
        answers: list[Answer] = []
        tables: dict[str, Results] = {}
        errors: list[tuple[Text, Type]] = []
        stream: Stream | None = None
        headers: dict[str, Header] = {}
        for status, response in responses.items():
            content: Mapping[str, Any] = response.content if method != "head" else {}
            place, hint = f"{response.pointer}/content", response.hint
            kinds = _ordered(dict(self._kinds(content, place, hint)))
            first = next(iter(kinds.values()), None)
            if status in successes:
                tables[status] = tuple((Text(media_type), kind) for media_type, kind in kinds.items())
                stream = stream or self._stream(content, place, hint)
                for header in self._headers(response):
                    headers.setdefault(header.name.value.lower(), header)
            if first is not None and (status not in successes or status == "default"):
                errors.append((Text(status), first))
                others = ((media, kind) for media, kind in kinds.items() if is_json(media) and kind.code != first.code)
                errors.extend((Text(f"{status} {essence(media)}"), kind) for media, kind in others)
            answers.append(Answer(status, Text(str(response.node.get("description", ""))), tuple(Text(value) for value in content), first))
        filled = {status: table for status, table in tables.items() if table}
        results = next(iter(filled.values()), ())
        differ = any(_codes(table) != _codes(results) for table in filled.values())
        return Answers(
            answers=tuple(answers),
            results=results,
            by_status=tuple((Text(status), table) for status, table in tables.items()) if differ else (),
            errors=tuple(errors),
            statuses=tuple(int(status) for status in successes if status.isdigit()),
            # HTTP gives 204 and 205 no content, whatever the document says.
            may_be_empty=bool(results) and (len(filled) < len(tables) or not {"204", "205"}.isdisjoint(tables)),
            stream=stream,
            headers=tuple(headers.values()),
        )

    def _headers(self, response: Located) -> Iterator[Header]:
        for name, raw in response.node.get("headers", {}).items():
            header = self.resolve(raw)
            content: Mapping[str, Any] = header.get("content", {})
            written = next(iter(content.values()), header)
            kind = self.types.of(
                schema_of(written), f"{response.pointer}/headers/{escape(name)}/schema", f"{response.hint}{pascal(python_name(name))}"
            )
            if name.lower() != "content-type":
                declared = declare.header(kind, explode=bool(header.get("explode")), as_json=bool(content))
                yield Header(Text(str(name)), kind, Text(str(header.get("description", ""))), declared)

    def _kinds(self, content: Mapping[str, Any], pointer: str, hint: str) -> Iterator[tuple[str, Type]]:
        for media_type, kind in self.bodies.kinds(_read(content), pointer, hint).items():
            schema = schema_of(content[media_type])
            family = media_kind(media_type)
            if family in ("form", "events", "lines"):
                yield media_type, TEXT
            elif family == "multipart":
                yield media_type, BYTES
            else:
                yield media_type, optional(kind) if family in ("json", "any") and nullable(schema, self.types.components) else kind

    def _stream(self, content: Mapping[str, Any], pointer: str, hint: str) -> Stream | None:
        """The first media type whose answer comes piece by piece."""
        for media_type, value in content.items():
            family = media_kind(media_type)
            if family not in ("events", "lines"):
                continue
            place = f"{pointer}/{escape(media_type)}"
            if "itemSchema" in value:
                schema, place = value["itemSchema"], f"{place}/itemSchema"
            else:
                schema, place = schema_of(value), f"{place}/schema"
            by_event = self._by_event(schema, place, hint) if family == "events" else {}
            if by_event:
                kinds = tuple(by_event.values())
                item = ANY if ANY in kinds else joined(kinds)
            elif family == "events":
                item = self._event(*self._data(schema, place), f"{hint}Item")
            else:
                item = self.bodies.item(schema, place, f"{hint}Item")
            shown = Code(f"ServerSentEvent[{item.code}]") if family == "events" else item.code
            declared = Code("None") if item.free_form or by_event else declare.lazy(item)
            only = not any(media_kind(other) not in ("events", "lines") for other in content)
            kinds_by_event = tuple((Text(name), declare.lazy(kind)) for name, kind in by_event.items() if not kind.free_form)
            return Stream(Text(media_type), item, shown, declared, kinds_by_event, is_only=only)
        return None

    def _event(self, schema: Schema, pointer: str, hint: str) -> Type:
        """The type of the data of an event."""
        item = self.bodies.item(schema, pointer, hint)
        return SCALARS["string"] if item is ANY and kinds_of(self._flat(schema)) == ["string"] else item

    def _by_event(self, schema: Schema, pointer: str, hint: str) -> dict[str, Type]:
        """The type of the data of each kind of event, where a schema has alternatives that say `event` by `const` or `enum`; else nothing."""
        found: dict[str, Type] = {}
        for number, option in enumerate(alternatives(self._flat(schema))):
            properties = self._flat(option).get("properties", {})
            event = self._flat(properties.get("event", {}))
            names = [event["const"]] if "const" in event else event.get("enum", [])
            if not names or not properties.keys() <= _EVENT:
                return {}
            place = f"{pointer}/{number}"
            kind = self._event(*self._data(option, place), f"{hint}{pascal(python_name(str(names[0])))}") if "data" in properties else ANY
            found |= dict.fromkeys(map(str, names), kind)
        return found

    def _data(self, schema: Schema, pointer: str) -> tuple[Schema, str]:
        """Where a schema is that of an event (`data` beside `event`, `id` or `retry`), that of its data; JSON in it by `contentSchema`."""
        resolved = self._flat(schema)
        if kinds_of(resolved) == ["array"]:
            schema, pointer = resolved.get("items", {}), f"{pointer}/items"
            resolved = self._flat(schema)
        properties = resolved.get("properties", {})
        is_event = "data" in properties and not {"event", "id", "retry"}.isdisjoint(properties) and properties.keys() <= _EVENT
        if not is_event:
            return schema, pointer
        schema, pointer = properties["data"], f"{pointer}/properties/data"
        data = self._flat(schema)
        is_text = is_json(str(data.get("contentMediaType", ""))) and "contentSchema" in data
        return (data["contentSchema"], f"{pointer}/contentSchema") if is_text else (schema, pointer)

    def _flat(self, schema: Schema) -> Schema:
        return flattened(resolve(schema, self.types.components), self.types.components)


_EVENT = {"data", "event", "id", "retry", "comment"}


def _read(content: Mapping[str, Any]) -> dict[str, Any]:
    """Content without the schemas of what is not modelled in an answer: a form, a part of a stream."""
    return {media: value if media_kind(media) not in ("form", "multipart", "events", "lines") else {} for media, value in content.items()}


def _ordered(kinds: dict[str, Type]) -> dict[str, Type]:
    """The order of the document; JSON goes before what is not modelled, and a stream after what is read whole."""
    families = {"json": 0, "any": 0, "events": 2, "lines": 2}
    ranks = {media: families.get(media_kind(media), 1 if kind.code in ("str", "bytes") else 0) for media, kind in kinds.items()}
    if len({kind.code for media, kind in kinds.items() if ranks[media] < 2}) == 1:
        ranks = {media: rank == 2 for media, rank in ranks.items()}
    return dict(sorted(kinds.items(), key=lambda pair: ranks[pair[0]]))


def _successes(responses: Mapping[str, Any]) -> tuple[str, ...]:
    """The statuses of success: 2xx; where there are none, `default`; else 3xx, which is all that such an operation can answer with."""
    for first in ("2", "default", "3"):
        if found := tuple(status for status in responses if status.startswith(first)):
            return found
    return ()


def _codes(results: Results) -> dict[str, str]:
    return {media_type.value: str(kind.code) for media_type, kind in results}
