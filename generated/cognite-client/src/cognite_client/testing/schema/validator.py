"""Validation by jsonschema-rs, and its errors as messages; the only module that needs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Protocol

import jsonschema_rs
from jsonschema_rs import ValidationErrorKind as Kind

from .dialect import ELSEWHERE
from .formats import FORMATS

_TYPES: tuple[tuple[type[object], str], ...] = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
    (type(None), "null"),
)


class Fitting(Protocol):
    """The check of another schema."""

    def __call__(self, value: Any) -> str | None:
        """None for a value that fits, else what is wrong with it."""
        ...

    def fits(self, value: Any) -> bool:
        """Whether a value fits."""
        ...


class Validator:
    """A compiled schema.

    Args:
        schema: JSON Schema 2020-12, complete: its references lead into itself.
        elsewhere: the check for the value of the keyword `ELSEWHERE`.
    """

    def __init__(self, schema: dict[str, Any] | bool, elsewhere: Callable[[str], Fitting]) -> None:
        class Elsewhere:
            def __init__(self, parent_schema: dict[str, Any], value: Any, schema_path: list[str | int]) -> None:
                self._pointer, self._check = value, elsewhere(value)

            def validate(self, instance: Any) -> None:
                if not self._check.fits(instance):
                    raise ValueError(self._pointer)

        self._elsewhere = elsewhere
        keywords: dict[str, type[jsonschema_rs.KeywordValidator]] = {ELSEWHERE: Elsewhere}
        self._validator = jsonschema_rs.Draft202012Validator(schema, formats=dict(FORMATS), validate_formats=True, keywords=keywords)

    def fits(self, value: Any) -> bool:
        """Whether a value fits."""
        try:
            return self._validator.is_valid(value)
        except (ValueError, RecursionError):
            return False

    def fault(self, value: Any) -> str | None:
        """None for a value that fits, else where it does not, and what was expected there."""
        try:
            return None if self._validator.is_valid(value) else self._message(self._validator.iter_errors(value))
        except (ValueError, RecursionError) as error:
            return f"cannot be checked: {error}"

    def _message(self, errors: Iterable[jsonschema_rs.ValidationError], above: int = 0) -> str:
        """The outermost error; its path starts below the first `above` steps."""
        error = min(errors, key=lambda error: len(error.instance_path))
        path = "".join(f"/{step}" for step in error.instance_path[above:])
        fault = self._fault(error)
        # What was checked elsewhere says itself where in the value the fault is.
        return f"{path}{fault}" if fault.startswith("/") else f"{path}: {fault}" if path else fault

    def _fault(self, error: jsonschema_rs.ValidationError) -> str:
        value: Any = error.instance
        match error.kind:
            case Kind.Type(types):
                return f"must be {' or '.join(types)}, is {_type_of(value)}"
            case Kind.Required(name):
                return f"the required property {name!r} is missing"
            case Kind.AdditionalProperties(unexpected):
                return f"unknown property {unexpected[0]!r}"
            case Kind.Enum(options):
                return f"must be one of {', '.join(map(repr, options))}, is {value!r:.80}"
            case Kind.Constant(expected):
                return f"must be one of {expected!r}, is {value!r:.80}"
            case Kind.Pattern(pattern):
                return f"does not match the pattern {pattern}"
            case Kind.Format(name):
                return f"is no {name}: {value!r:.80}"
            case Kind.Minimum(limit):
                return f"is {value}, allowed are {limit} or more"
            case Kind.Maximum(limit):
                return f"is {value}, allowed are {limit} or less"
            case Kind.ExclusiveMinimum(limit):
                return f"is {value}, must be more than {limit}"
            case Kind.ExclusiveMaximum(limit):
                return f"is {value}, must be less than {limit}"
            case Kind.MultipleOf(step):
                return f"is {value}, must be a multiple of {step}"
            case Kind.MinLength(limit):
                return f"has {len(value)} characters, allowed are {limit} or more"
            case Kind.MaxLength(limit):
                return f"has {len(value)} characters, allowed are {limit} or fewer"
            case Kind.MinItems(limit):
                return f"has {len(value)} items, allowed are {limit} or more"
            case Kind.MaxItems(limit):
                return f"has {len(value)} items, allowed are {limit} or fewer"
            case Kind.MinProperties(limit):
                return f"has {len(value)} properties, allowed are {limit} or more"
            case Kind.MaxProperties(limit):
                return f"has {len(value)} properties, allowed are {limit} or fewer"
            case Kind.UniqueItems():
                return "has an item twice"
            case Kind.FalseSchema():
                return "no value is allowed here"
            case Kind.Not():
                return "is excluded by the schema"
            case Kind.AnyOf(context) | Kind.OneOfNotValid(context):
                return self._alternatives(context, len(error.instance_path))
            case Kind.OneOfMultipleValid(context):
                return f"fits {sum(not errors for errors in context)} of the alternatives where exactly one is meant"
            case Kind.Custom(_, pointer):
                return self._elsewhere(pointer)(value) or error.message
            case _:
                return error.message

    def _alternatives(self, context: list[list[jsonschema_rs.ValidationError]], above: int) -> str:
        # "or null" explains nothing about a value that is not null.
        alternatives = [errors for errors in context if not (len(errors) == 1 and _is_null(errors[0].kind))] or context
        first = self._message(alternatives[0], above)
        return first if len(alternatives) == 1 else f"fits none of the {len(alternatives)} alternatives, the first because: {first}"


def _type_of(value: object) -> str:
    return next((name for kind, name in _TYPES if isinstance(value, kind)), "number")


def _is_null(kind: Kind) -> bool:
    return isinstance(kind, Kind.Type) and kind.types == ["null"]
