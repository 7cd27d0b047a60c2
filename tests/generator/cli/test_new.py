"""`clientgen new`: what is written, what is guessed, and what is refused."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.config.client_yaml import ClientConfig, load_config
from generator.config.guess import guess
from generator.load.problems import Problems

SCHEMES = {
    "a key": {"type": "apiKey", "in": "header", "name": "X-Key", "description": "Of your account. See its page."},
    "login": {"type": "http", "scheme": "basic"},
    "token": {"type": "http", "scheme": "bearer"},
    "oauth": {"type": "oauth2", "flows": {}},
}


def guessed(folder: Path, name: str, tags: list[str | None], **members: Any) -> tuple[ClientConfig, tuple[str, ...]]:
    operations = {
        f"/{number}": {"get": {"operationId": f"get_{number}", **({"tags": [tag]} if tag is not None else {})}}
        for number, tag in enumerate(tags)
    }
    made = guess(name, {"info": {"title": "It"}, "paths": operations, **members}, {"options", "NotFound"})
    path = folder / "client.yaml"
    path.write_text(made.text, "utf-8")
    problems = Problems()
    config = load_config(path, problems)
    assert config is not None, [str(problem) for problem in problems]
    return config, made.notes


@pytest.mark.parametrize(
    ("servers", "url"),
    [
        (
            [{"url": "https://{zone}.x.example/v{n}", "variables": {"zone": {"default": "eu"}, "n": {"default": 2}}}],
            "https://eu.x.example/v2",
        ),
        ([{"url": "https://{zone}.x.example", "variables": {"zone": {"enum": ["eu", "us"]}}}], "https://eu.x.example"),
        ([{"url": "https://{name}.x.example", "variables": {"name": {"default": ""}}}], ""),
        ([{"url": "https://{name}.x.example"}], ""),
        ([{"url": "/v1"}, {"url": "https://{name}.x.example", "variables": {"name": {"default": ""}}}], "https://name.x.example"),
        ([{"url": "/v1"}, {"url": "https://x.example"}], "https://x.example"),
        ([{"url": "/v1"}], ""),
        ([{"url": "ftp://x.example"}], "https://big-shop.example"),
        ([{"url": "https://user:secret@x.example"}], "https://big-shop.example"),
        ([{"url": "https://x.example/a#b: c"}], "https://big-shop.example"),
        (None, ""),
    ],
)
def test_the_address(tmp_path: Path, servers: Any, url: str) -> None:
    config, notes = guessed(tmp_path, "big_shop", ["a"], **({"servers": servers} if servers else {}))
    assert config.base_url == url
    assert ("example is a placeholder" in " ".join(notes)) == (url == "https://big-shop.example")
    for server in servers or ():  # each value that was filled in is listed
        if server["url"].startswith("https://{"):
            said = next(note for note in notes if note.startswith("base_url: "))
            assert all(f"{name}={value}" in said for name, value in (("zone", "eu"), ("n", "2")) if f"{{{name}}}" in server["url"])
            assert "{name}" not in server["url"] or ("give: name" if not url else "name=name") in said


def test_variables_of_the_address_are_settings_with_environment_variables(tmp_path: Path) -> None:
    values = {"default": "x"}
    url = "https://{zone}.x.example/{API-version}/{base_url}/{access_token}"
    servers = [{"url": url, "variables": dict.fromkeys(("zone", "API-version", "base_url", "access_token"), values)}]
    security = {"securitySchemes": {"token": SCHEMES["token"]}}
    config, notes = guessed(tmp_path, "big_shop", ["a"], servers=servers, components=security)
    assert {name: value.variable for name, value in config.environment.items()} == {
        "base_url": "BIG_SHOP_BASE_URL",
        "zone": "BIG_SHOP_ZONE",
    }
    assert "environment: the variables of the address: zone" in notes
    config, _ = guessed(tmp_path, "big_shop", ["a"], servers=[{"url": "/v1"}, *servers])  # the first one has none
    assert [*config.environment] == ["base_url"]


def test_classes_of_odd_tags(tmp_path: Path) -> None:
    tags = ["Pets", "pets", None, "options", "2nd hand", "日本語", "Café: bar", "Größe", "class", "yes", "Null", "a, [b]", "Pets & more"]
    config, _ = guessed(tmp_path, "not_found", tags)
    assert {api.attribute: api.tags for api in config.apis.values()} == {
        "pets": ("Pets", "pets"),
        "default": ("default", "日本語"),
        "options_api": ("options",),
        "group_2nd_hand": ("2nd hand",),
        "cafe_bar": ("Café: bar",),
        "grosse": ("Größe",),
        "class_api": ("class",),
        "yes": ("yes",),
        "null": ("Null",),
        "a_b": ("a, [b]",),
        "pets_more": ("Pets & more",),
    }
    assert (config.client_class, config.distribution) == ("NotFoundClient", "not-found-client")


def test_variables_of_credentials(tmp_path: Path) -> None:
    config, notes = guessed(tmp_path, "shop", ["a"], components={"securitySchemes": SCHEMES})
    assert {name: scheme.environment for name, scheme in config.security.items()} == {
        "a key": "SHOP_API_KEY",
        "login": "",  # needs two
        "token": "SHOP_TOKEN",
        "oauth": "SHOP_OAUTH",
    }
    assert config.security["a key"].hint == "Of your account"
    assert any(note.startswith("security: a key, login, token, oauth") for note in notes)


@pytest.mark.parametrize("title", ["", "true", "A: b", "- a", 'It\'s "so"', "100", "\x1b[31mred", "# no", "two\nlines", "日本"])
def test_titles_are_text(tmp_path: Path, title: str) -> None:
    config, _ = guessed(tmp_path, "shop", ["a"], info={"title": title})
    assert config.title == (" ".join(title.split()) if title and title.isprintable() or "\n" in title else "shop")


def test_a_document_in_several_files_is_copied_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    vendor = tmp_path / "vendor"
    vendor.mkdir()
    operation = {
        "get": {"responses": {"200": {"description": "It.", "content": {"application/json": {"schema": {"$ref": "parts/it.yaml"}}}}}}
    }
    text = json.dumps({"openapi": "3.0.3", "info": {"title": "It", "version": "1"}, "paths": {"/it": operation}})
    (vendor / "api").write_text(text, "utf-8")
    (vendor / "parts").mkdir()
    (vendor / "parts/it.yaml").write_text("type: object # of theirs\n", "utf-8")
    assert main(["new", "it", "--from", "vendor/api", "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert "specs/it/openapi.json" in said["written"] and said["packages"][0]["status"] == "written" and said["guessed"]
    assert Path("specs/it/openapi.json").read_text("utf-8") == text
    assert Path("specs/it/parts/it.yaml").read_text("utf-8") == "type: object # of theirs\n"
    assert main(["check"]) == 0
    for arguments in (
        ["it", "--from", "vendor/api"],
        ["testing", "--from", "vendor/api"],
        ["It", "--from", "vendor/api"],
        ["b", "--from", "no"],
    ):
        assert main(["new", *arguments]) == 2
    (vendor / "api").write_text("{", "utf-8")
    assert main(["new", "other", "--from", "vendor/api"]) == 1
    assert not Path("specs/other").exists()


def test_tags_that_clients_and_modules_have_names_for_already(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    tags = [
        "models",
        "Client",
        "client",
        "ops",
        "date",
        "aio",
        "sync",
        "types",
        "close",
        "self",
        "ünï",
        "日本",
        "asyncio",
        "try",
        "TryApi",
        "a\nb",
    ]
    reference = {"$ref": "#/components/schemas/It"}
    answer = {"200": {"description": "It.", "content": {"application/json": {"schema": reference}}}}
    paths = {f"/{tag}": {"get": {"operationId": f"get_{number}", "tags": [tag], "responses": answer}} for number, tag in enumerate(tags)}
    schemas = {"It": {"type": "object", "properties": {"at": {"type": "string", "format": "date-time"}}}}
    document = {"openapi": "3.1.0", "info": {}, "paths": paths, "components": {"schemas": schemas}}
    Path("odd.json").write_text(json.dumps(document), "utf-8")
    assert main(["new", "odd", "--from", "odd.json"]) == 0, capsys.readouterr().out
    assert "`info` has no title" in capsys.readouterr().out
    modules = sorted(path.stem for path in Path("generated/odd-client/src/odd_client/aio").glob("*.py"))
    assert {"models_", "client_", "ops_", "date_", "aio_api", "close_api", "client", "asyncio_api", "try_api", "try_api2"} <= set(modules)
    monkeypatch.syspath_prepend("generated/odd-client/src")
    with importlib.import_module("odd_client").Odd(base_url="http://127.0.0.1:1") as client:
        assert client.models.get_0 and client.client.get_1 and client.date.get_4 and client.sync.get_6 and client.uni.get_10


def test_a_document_may_have_webhooks_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    schema = {"type": "object", "properties": {"a": {"type": "integer"}}}
    hook = {"requestBody": {"content": {"application/json": {"schema": schema}}}, "responses": {"200": {"description": "d"}}}
    Path("arrivals.json").write_text(
        json.dumps({"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "webhooks": {"came": {"post": hook}}})
    )
    assert main(["new", "arrivals", "--from", "arrivals.json"]) == 0
    assert "apis: {}" in Path("specs/arrivals/client.yaml").read_text("utf-8")
    assert "```python\n```" not in Path("generated/arrivals-client/README.md").read_text("utf-8")
    monkeypatch.syspath_prepend("generated/arrivals-client/src")
    assert importlib.import_module("arrivals_client.webhooks").parse("came", b'{"a": 1}').a == 1
    with importlib.import_module("arrivals_client").Arrivals(base_url="http://127.0.0.1:1") as client:
        assert client.configuration is not None


def test_tags_of_any_length_and_operations_behind_references_and_in_capitals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    tags = ["l" * 400, "日" * 300, "m" * 300]
    operations = [{"operationId": f"get_{number}", "tags": [tag], "responses": {}} for number, tag in enumerate(tags)]
    paths = {"/a": {"get": operations[0]}, "/b": {"$ref": "#/components/pathItems/B"}, "/c": {"GET": operations[2]}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": paths,
        "components": {"pathItems": {"B": {"get": operations[1]}}},
    }
    Path("long.json").write_text(json.dumps(document))
    assert main(["new", "lengthy", "--from", "long.json"]) == 0
    made = sorted(path.name for path in Path("generated/lengthy-client/src/lengthy_client/sync").iterdir())
    assert made == ["__init__.py", "client.py", "default.py", f"{'l' * 60}.py", f"{'m' * 60}.py"]
