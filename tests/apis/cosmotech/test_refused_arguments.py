"""Arguments of other types than the described ones: an error of the package that names them, before anything is sent."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import cosmotech_client
import pytest
from cosmotech_client import ApiClient, AsyncApiClient, runner, twin_data_layer, workspace
from cosmotech_client.asynchronous import runner as aio_runner
from cosmotech_client.asynchronous import twin_data_layer as aio_twin_data_layer
from cosmotech_client.asynchronous import workspace as aio_workspace
from cosmotech_client.connection import get_api_client

ODD: tuple[Any, ...] = (5, 1.5, True, b"x", [1], {"a": 1}, object(), object)
FITTING = {
    "paths": ("str | PathLike", "Paths", "Files", "Iterable[str]"),
    "a whole number": ("int",),
    "a number": ("float",),
    "a client": ("ApiClient", "AsyncApiClient"),
}
TAKES: dict[str, Callable[[Any], bool]] = {
    "paths": lambda value: False,
    "a whole number": lambda value: value == 5,
    "a number": lambda value: value in (5, 1.5) and value is not True,
    "a client": lambda value: False,
}
MODULES = (runner, twin_data_layer, workspace, aio_runner, aio_twin_data_layer, aio_workspace)


def cases() -> list[Any]:
    found = []
    for module in MODULES:
        for name in module.__all__:
            function = getattr(module, name)
            if not inspect.isfunction(function):
                continue
            for parameter in inspect.signature(function).parameters.values():
                kind = next((kind for kind, starts in FITTING.items() if str(parameter.annotation).startswith(starts)), None)
                if kind is not None:
                    found.append(pytest.param(function, parameter.name, kind, id=f"{module.__name__}.{name}-{parameter.name}"))
    return found


def called(function: Any, **given: Any) -> None:
    result = function(**given)
    if inspect.isawaitable(result):

        async def wait() -> None:
            await result

        asyncio.run(wait())


@pytest.mark.parametrize(("function", "argument", "kind"), cases())
def test_what_is_none_is_refused_by_name(function: Any, argument: str, kind: str, tmp_path: Path) -> None:
    """A port of the discard service: whatever was sent would be no InvalidArgument."""
    is_async = "asynchronous" in function.__module__ or "aio" in function.__module__
    client = (AsyncApiClient if is_async else ApiClient)(base_url="http://127.0.0.1:9", access_token="t", retries=0)
    parameters = inspect.signature(function).parameters.values()
    usual = {"Paths": [], "AsyncApiClient": client, "ApiClient": client}
    needed = {one.name: usual.get(one.annotation, "x") for one in parameters if one.default is one.empty}
    for value in ODD:
        if TAKES[kind](value):
            continue
        with pytest.raises(cosmotech_client.InvalidArgumentType, match=argument):
            called(function, **{**needed, argument: value})


@pytest.mark.parametrize("value", [5, 1.5, True, b"x", [1], object(), object])
def test_what_holds_data_is_refused_as_well(value: Any) -> None:
    calls: list[Callable[[Any], Any]] = [
        runner.get_runner_parameters,
        runner.format_parameters_list,
        runner.frames,
        runner.to_frame,
        lambda columns: runner.to_frame([], columns) if columns != [1] else runner.to_frame(1),
        runner.DatasetsFailed,
        lambda errors: workspace.TransfersFailed("moved", errors),
        get_api_client,
    ]
    for call in calls:
        with pytest.raises(cosmotech_client.InvalidArgumentType):
            call(value)


@pytest.mark.parametrize("module", [aio_runner, aio_twin_data_layer, aio_workspace], ids=lambda module: module.__name__)
def test_what_is_awaited_is_a_coroutine_function(module: Any) -> None:
    functions = [value for name in module.__all__ if inspect.isfunction(value := getattr(module, name))]
    assert any(map(inspect.iscoroutinefunction, functions))
    for function in functions:
        assert inspect.iscoroutinefunction(function) == inspect.iscoroutinefunction(inspect.unwrap(function)), function
