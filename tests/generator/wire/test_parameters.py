"""Paths and parameters of any document on the wire, in every style of OpenAPI; and what is sloppy about them, put right with one warning per kind."""

from __future__ import annotations

import asyncio
import importlib
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from generator.lint.check import lint
from generator.load.document import load
from generator.load.problems import Level, Problems
from tests.support.fault_server import FaultServer, Reply, Seen
from tests.support.package_of import package_of

DOCUMENT = Path(__file__).with_name("parameters.yaml").read_text("utf-8")
COLOR = {"R": 1, "G": 2}
CALLS: list[tuple[str, tuple[Any, ...], dict[str, Any], str]] = [
    ("no_slash", (), {}, "/items"),
    ("fixed", ("b/ c",), {"more": "x"}, "/fixed?fixed=1&b=b%2F%20c&more=x"),
    ("hash_two", ("two",), {}, "/h?Action=two"),
    ("pet_a", (3,), {}, "/pets/3"),
    ("pet_b", ("n",), {}, "/pets/n"),
    ("odd", ("d d",), {}, "/a%20b/%7Bc/d%20d/d%20d"),
    ("headed", (), {"shared": 3}, "/headed?shared=3"),
    (
        "file",
        (),
        {"to_query": "a", "progress_query": "b", "ops_query": "c", "self_": "d", "options_query": "e"},
        "/file?to=a&progress=b&ops=c&self=d&options=e",
    ),
    ("referring", (), {"x": "1"}, "/referring"),
    ("label", ("a b", [1, 2], COLOR), {}, "/label/.a%20b/.1.2/.R,1,G,2"),
    ("matrix", ("", ["a", "b/c"], COLOR, 1.5), {}, "/matrix/;m/;ma=a;ma=b%2Fc/;R=1;G=2/x1.5.json"),
    (
        "simple",
        (True, COLOR, COLOR, COLOR, ["x", "y"]),
        {},
        "/simple/true/R,1,G,2/R=1,G=2/%7B%22R%22%3A1%2C%22G%22%3A2%7D/;k=x,y",
    ),
    ("query", (), {"pipe": ["a", "b|c"], "space": [1, 2]}, "/query?pipe=a%7Cb%7Cc&space=1%202"),
    ("query", (), {"pipes": ["a", "b"], "po": COLOR, "fo": COLOR}, "/query?pipes=a%7Cb&po=R%7C1%7CG%7C2&fo=R,1,G,2"),
    (
        "query",
        (),
        {"deep": {"a": "x", "b": {"c": 1}, "d": ["p", "q"], "e": [{"f": 1}]}, "deeps": ["u", "v"]},
        "/query?deep%5Ba%5D=x&deep%5Bb%5D%5Bc%5D=1&deep%5Bd%5D%5B%5D=p&deep%5Bd%5D%5B%5D=q&deep%5Be%5D%5B0%5D%5Bf%5D=1&deeps%5B%5D=u&deeps%5B%5D=v",
    ),
    ("query", (), {"either": {"gt": 3}, "many": ["1", "2"]}, "/query?either%5Bgt%5D=3&many=1&many=2"),
    ("query", (), {"either": 3, "many": "1", "page_size": 4}, "/query?either=3&many=1&page%5Bsize%5D=4"),
    ("query", (), {"url": "https://a/b?c=d&e#f+%2F%"}, "/query?url=https://a/b?c=d%26e%23f%2B%2F%25"),
    ("query", (), {"on": "", "text": "a b", "json": COLOR}, "/query?on=&json=%7B%22R%22%3A1%2C%22G%22%3A2%7D&text=a%20b"),
    ("query", (), {"several": [1, 2], "xml": "<a/>", "quoted": "a"}, "/query?several=1&several=2&xml=%3Ca%2F%3E&quoted=%22a%22"),
    ("query", (), {"several": 1}, "/query?several=1"),
    ("either", ([1, 2], COLOR), {}, "/either/1,2/.R=1.G=2"),
    ("either", (1, "b"), {}, "/either/1/.b"),
    ("headers", (), {"one_query": "1"}, "/headers?one=1"),
]
HEADERS = {
    "x_list": [1, 2],
    "x_either": [1, 2],
    "x_o": COLOR,
    "x_oe": COLOR,
    "x_json": COLOR,
    "one_header": "h",
    "one": "h i",
    "two": ["a", "b"],
    "three": ["a", "b"],
    "four": COLOR,
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package_of(DOCUMENT, tmp_path_factory.mktemp("parameters"), "parameters")


def _called(package: ModuleType, url: str, **settings: Any) -> None:
    """All calls, by the sync client and by the async one."""
    with package.MadeUp(base_url=url, **settings) as client:
        for name, arguments, keywords, _ in CALLS:
            getattr(client.t, name)(*arguments, **keywords)
        client.t.headers(**HEADERS)

    async def main() -> None:
        async with package.AsyncMadeUp(base_url=url, **settings) as client:
            for name, arguments, keywords, _ in CALLS:
                await getattr(client.t, name)(*arguments, **keywords)
            await client.t.headers(**HEADERS)

    asyncio.run(main())


@pytest.fixture(scope="module")
def seen(package: ModuleType) -> list[Seen]:
    with FaultServer() as server:
        server.answer(lambda _: Reply(status=204))
        _called(package, server.url, api_key="Bearer secret")
        return list(server.journal)


def test_each_style_is_sent_as_openapi_says(seen: list[Seen]) -> None:
    assert [request.target for request in seen] == [*(target for *_, target in CALLS), "/headers"] * 2


def test_headers_and_cookies(seen: list[Seen]) -> None:
    for request in (seen[len(CALLS)], seen[-1]):
        assert {name: value for name, value in request.headers.items() if name.startswith(("x-", "one"))} == {
            "x-list": "1,2",
            "x-either": "1,2",
            "x-o": "R,1,G,2",
            "x-oe": "R=1,G=2",
            "x-json": '{"R":1,"G":2}',
            "one": "h",
        }
        cookies = [value for name, value in request.fields if name.lower() == "cookie"]
        assert cookies == ["one=h%20i; two=a,b; three=a&three=b; four=%7B%22R%22%3A1%2C%22G%22%3A2%7D"]


def test_a_declared_authorization_header_is_a_key_that_may_be_left_out(seen: list[Seen]) -> None:
    assert [request.header("authorization") for request in seen if request.path == "/headed"] == ["Bearer secret"] * 2
    assert not any(request.header("authorization") for request in seen if request.path != "/headed")


def test_the_local_server_reads_each_style(package: ModuleType) -> None:
    with importlib.import_module("parameters_client.testing").local_server() as server:
        _called(package, server.url)
        assert [str(violation) for violation in server.journal.violations] == []
        assert [entry.operation for entry in server.journal] == [*(name for name, *_ in CALLS), "headers"] * 2


def test_the_local_server_refuses_what_is_in_another_style(package: ModuleType) -> None:
    import httpx

    with importlib.import_module("parameters_client.testing").local_server() as server:
        for target in ("/label/x/.1/.R,1", "/matrix/;m/;ma=a/R=1/x1.json", "/query?either=x", "/fixed?b=c", "/query?space=a%20b"):
            assert httpx.get(server.root + target).status_code in (400, 404), target
        assert httpx.get(f"{server.root}/headers", headers={"Cookie": "four=1"}).status_code == 400


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_no_value_leaves_its_path_segment(package: ModuleType, value: str) -> None:
    with package.MadeUp(base_url="http://127.0.0.1:1") as client, pytest.raises(package.InvalidArgument, match="another path"):
        client.t.pet_b(value)


def _problems(folder: Path, *, house: bool) -> list[tuple[Level, str]]:
    path = folder / "openapi.yaml"
    path.write_text(DOCUMENT, "utf-8")
    problems = Problems()
    document = load(path, problems)
    assert document is not None
    lint(document, problems, house=house)
    return [(problem.level, problem.message) for problem in problems]


def test_each_kind_of_sloppiness_is_one_warning(tmp_path: Path) -> None:
    found = _problems(tmp_path, house=False)
    assert {level for level, _ in found} == {Level.WARNING}
    messages = [message for _, message in found]
    for part in (
        "the path 'items' does not start with a slash",
        "the path parameter 'b' is not `required: true` (and 1 more of this kind)",
        "the parameter 'shared' has no schema",
        "pet_a: 'pet_id' is declared as a path parameter but is not in '/pets/{petId}'",
        "pet_a: 'gone' is declared as a path parameter but is not in '/pets/{petId}'",
        "pet_b: the path parameter 'name' is not declared (and 1 more of this kind)",
        "headed declares the header 'Accept' as a parameter",
        "headed declares the header 'Authorization' as a parameter",
        "headed declares the header 'content-length' as a parameter",
        "the path '/fixed?fixed=1&b={b}' holds a ?",
        "the path '/h#one' holds a # (and 1 more of this kind)",
        "'/pets/{name}' and '/pets/{petId}' are the same path",
        "{d} occurs twice in '/a b/{c/{d}/{d}'",
    ):
        assert part in messages, part


def test_the_house_refuses_them(tmp_path: Path) -> None:
    errors = [message for level, message in _problems(tmp_path, house=True) if level is Level.ERROR]
    assert any("'items'" in message for message in errors)
