"""Every documented request example goes over the wire unchanged; every documented response example is read into typed models and written back."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import msgspec
import pytest
from jsonschema import Draft202012Validator, FormatChecker

from .apis import HAS_EXAMPLES, RENDERED, Api
from .compare import differences, untyped
from .facts import spec_of, spec_operations
from .names import documented_type, python_name
from .recorder import Arrived, Recorder, recording
from .values import parameter_value, sample
from .wrong_examples import WRONG, Wrong, repaired, wrong_of

if not HAS_EXAMPLES:
    pytest.skip(
        "the documents' examples are not here (no folder shared/documented beside the repository): this module and test_snippets are left out",
        allow_module_level=True,
    )

JSON = "application/json"
FORMATS = FormatChecker()


@FORMATS.checks("date-time", raises=ValueError)
def _is_time(value: object) -> bool:
    """An instant as RFC 3339 has it, including its note that a space may stand for the T."""
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


@dataclass(frozen=True)
class Example:
    """One documented JSON value of an operation."""

    api: Api
    operation: str
    index: int
    value: Any
    """As the document shows it."""

    @property
    def model(self) -> str | None:
        """The documented model of the request body, or of its items; None where the document says `object`."""
        types = [documented_type(parameter.type) for parameter in self.api.rows[self.operation].parameters]
        bare = [kind.removeprefix("list[").removesuffix("]") for kind in types]
        return next((kind for kind in bare if kind[0].isupper()), None)

    @property
    def right(self) -> Any:
        """As the document means it: the same, unless it is listed as wrong."""
        wrong = wrong_of(str(self))
        return self.value if wrong is None else repaired(wrong, self.value)

    def __str__(self) -> str:
        return f"{self.api}-{self.operation}-{self.index}"


def _examples(kind: str) -> list[Example]:
    shown = [(api, name, getattr(examples, kind)) for api in RENDERED for name, examples in api.examples.items()]
    return [Example(api, name, index, value) for api, name, values in shown for index, value in enumerate(values)]


REQUEST_EXAMPLES = _examples("requests")
RESPONSE_EXAMPLES = _examples("responses")


@pytest.fixture(scope="module")
def server() -> Iterator[Recorder]:
    with recording() as recorder:
        yield recorder


def test_all_examples_are_here() -> None:
    counts = [sum(example.api.name == "ubiops" for example in examples) for examples in (REQUEST_EXAMPLES, RESPONSE_EXAMPLES)]
    assert counts == [68, 101]


# Requests


@pytest.mark.parametrize("example", REQUEST_EXAMPLES, ids=str)
def test_request_fits_the_spec(example: Example) -> None:
    assert not _violations(example.value, example.api, _body_schema(example.api, example.operation))


@pytest.mark.parametrize("form", ["mapping", "model"])
@pytest.mark.parametrize("example", REQUEST_EXAMPLES, ids=str)
def test_request_arrives_unchanged(example: Example, form: str, server: Recorder) -> None:
    body = example.value if form == "mapping" or example.model is None else _as_models(example)
    server.tell(_answer(example.api, example.operation), _status(example.api, example.operation))
    _call(example.api, example.operation, server.url, body, strict=False)
    _check_arrived(example, server)


@pytest.mark.parametrize("example", REQUEST_EXAMPLES[::5], ids=str)
def test_request_arrives_unchanged_async(example: Example, server: Recorder) -> None:
    server.tell(_answer(example.api, example.operation), _status(example.api, example.operation))
    asyncio.run(_call_async(example.api, example.operation, server.url, example.value, strict=False))
    _check_arrived(example, server)


def _check_arrived(example: Example, server: Recorder) -> None:
    (arrived,) = server.arrived
    verb, _, _ = spec_operations(example.api)[example.operation]
    assert (arrived.method, arrived.content_type) == (verb, JSON)
    assert not differences(example.value, arrived.json)


def _as_models(example: Example) -> Any:
    """The example as a user builds it from the documented model."""
    model = getattr(example.api.module, str(example.model))
    if issubclass(model, msgspec.Struct):
        return msgspec.convert(example.value, model)
    return [model(**one) for one in example.value] if isinstance(example.value, list) else model(**example.value)


# Responses


@pytest.mark.parametrize("example", RESPONSE_EXAMPLES, ids=str)
def test_response_fits_the_spec(example: Example) -> None:
    assert not _violations(example.right, example.api, _result_schema(example.api, example.operation))


@pytest.mark.parametrize("example", RESPONSE_EXAMPLES, ids=str)
def test_response_is_read_and_written_back(example: Example, server: Recorder) -> None:
    server.tell(example.right, _status(example.api, example.operation))
    _check_value(example, _call(example.api, example.operation, server.url, _body_for(example)))


@pytest.mark.parametrize("example", RESPONSE_EXAMPLES[::5], ids=str)
def test_response_is_read_and_written_back_async(example: Example, server: Recorder) -> None:
    server.tell(example.right, _status(example.api, example.operation))
    _check_value(example, asyncio.run(_call_async(example.api, example.operation, server.url, _body_for(example))))


def _check_value(example: Example, value: Any) -> None:
    resolve = spec_of(example.api).resolve
    assert not untyped(value, example.right, _result_schema(example.api, example.operation), resolve)
    assert not differences(example.right, json.loads(msgspec.json.encode(value)), respelled=True)


# Examples that the documents have wrong


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.example)
def test_example_is_still_wrong(wrong: Wrong, server: Recorder) -> None:
    """It breaks the spec exactly where the table says, is refused in strict mode, and otherwise read without a loss."""
    (example,) = [example for example in RESPONSE_EXAMPLES if str(example) == wrong.example]
    api, name = example.api, example.operation
    assert wrong.reason
    assert sorted(_violations(example.value, api, _result_schema(api, name))) == sorted(wrong.violations)
    server.tell(example.value, _status(api, name))
    with pytest.raises((api.module.DecodeError, api.module.BatchError)):
        _call(api, name, server.url, _body_for(example))
    value = _call(api, name, server.url, _body_for(example), strict=False)
    assert not differences(example.value, json.loads(msgspec.json.encode(value)), respelled=True)


# What the tests above stand on


def _violations(value: Any, api: Api, schema: Mapping[str, Any]) -> list[str]:
    """JSON path and keyword of everything in which a value breaks a schema."""
    whole = {"components": _closed(spec_of(api).data["components"]), **_closed(schema)}
    return [f"{error.json_path}: {error.validator}" for error in Draft202012Validator(whole, format_checker=FORMATS).iter_errors(value)]


def _closed(node: Any) -> Any:
    """Schemas that allow no property that they do not name, unless they say that they do."""
    if isinstance(node, list):
        return [_closed(item) for item in node]
    if not isinstance(node, dict):
        return node
    closed = {name: _closed(item) for name, item in node.items()}
    if isinstance(closed.get("properties"), dict) and "type" in closed and "additionalProperties" not in closed:
        closed["additionalProperties"] = False
    return closed


def _body_schema(api: Api, name: str) -> Mapping[str, Any]:
    _, _, operation = spec_operations(api)[name]
    schema: Mapping[str, Any] = spec_of(api).resolve(operation["requestBody"])["content"][JSON]["schema"]
    return schema


def _result_schema(api: Api, name: str) -> Mapping[str, Any]:
    document = spec_of(api)
    _, _, operation = spec_operations(api)[name]
    schema: Mapping[str, Any] = document.resolve(operation["responses"][str(_status(api, name))])["content"][JSON]["schema"]
    return schema


def _status(api: Api, name: str) -> int:
    return next(status for status in api.rows[name].statuses if 200 <= status < 300)


def _answer(api: Api, name: str) -> Any:
    """What is answered to a request example: a documented response; for a batch, one entry per item, matched as the spec says."""
    if _status(api, name) == 204:
        return None
    _, _, operation = spec_operations(api)[name]
    shown = api.examples[name].responses
    answer = shown[0] if shown else sample(_result_schema(api, name), spec_of(api).resolve)
    results = operation.get("x-batch", {}).get("results")
    if results == "key":
        field = operation["x-batch"]["key"]["response"].strip("/")
        return lambda arrived: [{**answer[0], field: key} for key in _items(arrived)]
    return (lambda arrived: [answer[0] for _ in _items(arrived)]) if results == "order" else answer


def _items(arrived: Arrived) -> list[Any]:
    items: list[Any] = arrived.json
    return items


def _body_for(example: Example) -> Any:
    """A body for the call whose answer is the example; for a batch, with as many items and the keys that the answer has."""
    _, _, operation = spec_operations(example.api)[example.operation]
    if "requestBody" not in operation:
        return None
    content = spec_of(example.api).resolve(operation["requestBody"])["content"]
    if JSON not in content:
        return {"file": ("a.zip", b"content")}
    results = operation.get("x-batch", {}).get("results")
    if results == "key":
        field = operation["x-batch"]["key"]["response"].strip("/")
        return [one[field] for one in example.right]
    requests = example.api.examples[example.operation].requests
    body = requests[0] if requests else sample(content[JSON]["schema"], spec_of(example.api).resolve)
    return (body * len(example.right))[: len(example.right)] if results == "order" else body


def _arguments(api: Api, name: str, body: Any) -> dict[str, Any]:
    """Everything that the call needs, by Python name."""
    document = spec_of(api)
    _, _, operation = spec_operations(api)[name]
    parameters = [parameter for parameter in map(document.resolve, operation.get("parameters", [])) if parameter.get("required")]
    arguments = {python_name(parameter["name"]): parameter_value(parameter, document.resolve) for parameter in parameters}
    if body is None:
        return arguments
    declared = document.resolve(operation["requestBody"])
    if JSON not in declared["content"]:
        return {**arguments, **body}
    return {**arguments, declared.get("x-codegen-request-body-name", "body"): body}


def _call(api: Api, name: str, url: str, body: Any, *, strict: bool = True) -> Any:
    with api.module.ApiClient(api_key="Token secret", base_url=url, strict=strict, retries=0) as client:
        return getattr(getattr(api.module, api.api_class)(client), name)(**_arguments(api, name, body))


async def _call_async(api: Api, name: str, url: str, body: Any, *, strict: bool = True) -> Any:
    async with api.module.AsyncApiClient(api_key="Token secret", base_url=url, strict=strict, retries=0) as client:
        return await getattr(getattr(api.module, f"Async{api.api_class}")(client), name)(**_arguments(api, name, body))
