"""Documents that nobody here wrote become packages that are whole, typed, and right on the wire.

`make test` takes a few, `make test-foreign` all.
"""

from __future__ import annotations

import asyncio
import importlib
import json
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error

from tests.support.example_calls import Api
from tests.support.generated_requests import CHECKS, each_operation
from tests.support.sides import Side

from .counted import Counted, count, plain
from .documents import Foreign
from .reference import compare
from .table import PAGE

CALLS = 10
SEED = 11


def test_the_table_says_what_is_true(foreign: Foreign, project: Path) -> None:
    (line,) = [line for line in PAGE.read_text("utf-8").splitlines() if line.startswith(f"| `{foreign.name}` (")]
    cells = [cell.strip() for cell in line.split("|")]
    counted = count(foreign.fetch())
    warned = len(re.findall(r": warning: ", (project / "said").read_text("utf-8")))
    assert cells[2:5] == [str(sum(counted.operations.values())), str(len(counted.schemas)), str(warned)]


def test_nothing_is_dropped(foreign: Foreign, api: Api) -> None:
    expected = count(foreign.fetch())
    found = Counted()
    for _, operation in api.operations():
        key = (operation.method, plain(operation.path))
        found.operations[key] += 1
        found.bodies[key] += operation.body is not None
        given = {parameter.wire: parameter.location for parameter in operation.parameters}
        named = {name: "path" for name in re.findall(r"\{([^}]*)\}", operation.path)}
        for wire, location in given.items():
            if location != "path":
                found.parameters[(*key, location, wire)] += 1
        for _ in named:
            found.parameters[(*key, "path", "")] += 1
        for status in operation.errors:
            found.errors[(*key, status.partition(" ")[0])] = 1  # some are told apart by their media type
    named_once: Counter[tuple[str, str, str, str]] = Counter()
    for (verb, path, location, name), number in expected.parameters.items():
        named_once[verb, path, location, "" if location == "path" else name] += number
    assert found.operations == expected.operations
    assert found.parameters == named_once
    assert +found.bodies == +expected.bodies
    assert not Counter(dict.fromkeys(expected.errors, 1)) - found.errors


def test_signatures_are_those_of_openapi_python_client_or_differ_for_a_reason(foreign: Foreign, api: Api) -> None:
    comparison = compare(foreign.fetch(), api)
    assert not comparison.unexplained
    assert comparison.row(foreign.name) in PAGE.read_text("utf-8").splitlines()


def test_every_module_is_imported(api: Api, project: Path) -> None:
    source = next(project.glob("generated/*/src"))
    modules = [".".join(path.relative_to(source).with_suffix("").parts).removesuffix(".__init__") for path in source.rglob("*.py")]
    program = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, *sorted(modules)],
        env={"PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]


def test_types(api: Api, project: Path) -> None:
    source = next(project.glob("generated/*/src"))
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--no-error-summary",
        "--cache-dir",
        str(project.parent / "mypy"),
        "-p",
        api.package,
    ]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[:5000]


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_calls_fit_the_document_and_are_answered(foreign: Foreign, api: Api, is_async: bool) -> None:
    side = Side(api.package, is_async)
    calls = [call for call in api.calls(full=False) if call.operation.id not in foreign.wrong_examples]
    chosen = [calls[place] for place in sorted(random.Random(SEED).sample(range(len(calls)), min(CALLS, len(calls))))]
    testing: Any = importlib.import_module(f"{api.package}.testing")

    async def call_all(url: str) -> None:
        client = side.cls(api.config["client_class"])(base_url=url, environment=False, **credentials(api))
        try:
            for call in chosen:
                method: Any = getattr(getattr(client, call.attribute), call.method)
                await side.get(method(**call.arguments))
        finally:
            await side.close(client)

    with testing.local_server(autocreate=True) as server:
        asyncio.run(call_all(server.url))
        assert not server.journal.violations
        assert [entry.method for entry in server.journal] == [call.operation.method for call in chosen]
        assert all(entry.operation for entry in server.journal)


def credentials(api: Api) -> dict[str, Any]:
    """Something for every security scheme of the document."""
    schemes = api.document.get("components", {}).get("securitySchemes", {})
    kinds = {name: (one["type"], one.get("scheme", "").lower()) for name, one in schemes.items()}
    keys = {name: "canary" for name, kind in kinds.items() if kind[0] == "apiKey"}
    basic = any(kind in (("http", "basic"), ("http", "digest")) for kind in kinds.values())
    token = any(kind[0] in ("oauth2", "openIdConnect") or kind == ("http", "bearer") for kind in kinds.values())
    return (
        ({"api_key": keys} if keys else {})
        | ({"username": "ada", "password": "canary"} if basic else {})
        | ({"access_token": "canary"} if token else {})
    )


def test_the_local_server_takes_what_fits_and_answers_as_documented(foreign: Foreign, api: Api) -> None:
    testing: Any = importlib.import_module(f"{api.package}.testing")
    document = json.loads((Path(testing.__file__).parent / "openapi.json").read_bytes())
    with testing.local_server(autocreate=True) as server:

        def check(case: Any) -> None:
            response = case.call(base_url=server.url)
            case.validate_response(response, checks=CHECKS if response.status_code < 400 else [not_a_server_error])

        assert each_operation(document, GenerationMode.POSITIVE, check, examples=1) == len(list(api.operations()))
