"""`x-methods` on an operation → resource methods, put together from what they take (`signatures`), send (`body`) and give (`results`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from ...load.json_types import is_array
from ...load.problems import Problems
from ...twin.derive import prose_to_sync
from ..handwritten import Written
from ..model.operations import Operation
from ..model.parts import Code, Name, Text
from ..model.resources import Argument, ResourceMethod
from ..schemas.facts import in_python, sentence
from .arguments import Places, Target, Unplaced
from .body import Sending
from .classes import Classes
from .examples import Samples
from .raises import Raises
from .results import Answers
from .signatures import Signature, overloads


@dataclass
class Resources:
    """Makes the resource methods of one document's operations."""

    data: Mapping[str, Any]
    classes: Classes
    problems: Problems
    raises: Raises
    written: Mapping[str, Written]
    """Hand-written methods."""

    def __post_init__(self) -> None:
        self.samples = Samples(self.classes)

    def of(self, api: str, operation: Operation, raw: Mapping[str, Any], known: Mapping[str, Operation]) -> Iterator[ResourceMethod]:
        """The methods that stand on an operation, as an API class has them."""
        for settings in raw.get("x-methods", ()):
            if settings["kind"] != "handwritten":
                try:
                    yield _Maker(self, operation, raw, settings, known).method()
                except Unplaced as error:
                    self.problems.error(
                        str(error),
                        rule="x-methods",
                        hint="add `to`, or see designs/0006, where an argument goes",
                        pointer=f"{operation.pointer}/x-methods",
                    )
            elif f"Async{api}.{settings['name']}" in self.written:
                yield described(operation, str(settings["name"]), self.written[f"Async{api}.{settings['name']}"])
            else:
                message = f"{api}.{settings['name']} has the kind `handwritten`, but no class defines it"
                hint = f"write it into the class Async{api}, in the module that client.yaml names for it"
                self.problems.error(message, rule="x-methods", hint=hint, pointer=f"{operation.pointer}/x-methods")


class _Maker:
    """Makes one method."""

    def __init__(
        self, owner: Resources, operation: Operation, raw: Mapping[str, Any], settings: Mapping[str, Any], known: Mapping[str, Operation]
    ) -> None:
        self.operation, self.settings, self.raises = operation, settings, owner.raises
        self.at = Places(owner.data, str(operation.id), raw, settings)
        self.sending = Sending(settings, self.at.body, known)
        self.answers = Answers(owner.data, owner.classes, operation, raw, settings, self.at)
        self.signature = Signature(owner.classes, owner.samples, settings, self.at)

    def method(self) -> ResourceMethod:
        targets = {name: self.at.of(name, options) for name, options in self.signature.entries}
        self.at.refuse_unbound(targets)
        plain = tuple(self.signature.argument(name, options, targets[name]) for name, options in self.signature.entries)
        item, listing = self.answers.classes_of()
        names = {
            target.place.rpartition("/")[2]: name
            for name, target in reversed(targets.items())
            if not target.wrap or target.place != "body/items"
        }
        plain = tuple(
            replace(one, notes=tuple(in_python(note, names) for note in one.notes))
            if targets[one.name].wrap or "str" not in one.type
            else one
            for one in plain
        )
        verb, leading, returns, said = self.answers.verb(item, listing)
        keywords = [(Name(target.place), Code(name)) for name, target in targets.items() if target.place in ("partitions", "limit")]
        arguments = tuple(self.signature.typed(argument, item) for argument in plain)
        return ResourceMethod(
            name=Name(str(self.settings["name"])),
            kind=self.signature.kind,
            verb=Name(verb),
            summary=self.operation.summary,
            description=in_python(self.operation.description, names),
            arguments=arguments,
            returns=returns,
            returns_text=Text(said),
            raises=self.raises.of(str(self.settings["name"]), self.signature.kind, verb, invalid=_may_be_invalid(verb, targets)),
            operation=self.operation,
            leading=leading,
            places=self.sending.places(targets),
            body=self.sending.body(targets),
            keywords=tuple(keywords),
            results=self.answers.results(),
            item=item if is_array(self.settings.get("result")) else None,
            without=self.sending.without(targets),
            iterate=self.signature.iterate(plain, item, listing),
            overloads=overloads(arguments, item, listing) if verb in ("_create", "_update") else (),
        )


def _may_be_invalid(verb: str, targets: Mapping[str, Target]) -> bool:
    return verb in ("_retrieve", "_list") or any(target.place == "partitions" for target in targets.values())


def described(operation: Operation, name: str, written: Written) -> ResourceMethod:
    """A hand-written method, for its documentation."""
    arguments = [
        Argument(Name(item.name), Code(item.type), None if item.default is None else Code(item.default), (Text(item.text),))
        for item in written.positional
    ]
    return ResourceMethod(
        name=Name(name),
        kind="handwritten",
        verb=Name(""),
        summary=Text(written.summary),
        description=Text(written.description),
        arguments=tuple(arguments),
        returns=Code(prose_to_sync(written.returns)),  # pages speak of the sync client
        returns_text=Text(sentence(written.returns_text)),
        raises=(),
        operation=operation,
        leading=(),
        places=None,
        body=None,
        keywords=(),
        results=None,
        item=None,
        without=None,
    )
