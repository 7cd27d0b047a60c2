"""What `help()` and a hover show of a client's constructor: every setting, its meaning, its default, its environment variables."""

from __future__ import annotations

import inspect
import pydoc
import re
import traceback
from typing import Any

import cosmotech_client
import ica_client
import pytest
import ubiops_client

CLIENTS = [
    cosmotech_client.CosmoTech,
    cosmotech_client.AsyncCosmoTech,
    ica_client.Ica,
    ica_client.AsyncIca,
    ubiops_client.UbiOps,
    ubiops_client.AsyncUbiOps,
    ubiops_client.ApiClient,
]
clients = pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.__name__)
PACKAGES: dict[str, Any] = {package.__name__: package for package in (cosmotech_client, ica_client, ubiops_client)}
SECRETS = {"apiKey": "api_key", "bearer": "access_token", "oauth2": "access_token"}


def entries(client: Any) -> dict[str, str]:
    """Setting → what `help()` says of it."""
    page = pydoc.plain(pydoc.render_doc(client))
    arguments = page.partition("Args:")[2].partition("Raises:")[0]
    found = re.findall(r"^ \| {10}(\w+): (.*\n(?: \| {11,}.*\n)*)", arguments, re.MULTILINE)
    return {name: " ".join(text.replace(" | ", " ").split()) for name, text in found}


@clients
def test_the_signature_is_that_of_the_configuration(client: Any) -> None:
    shown = inspect.signature(client).parameters
    taken = inspect.signature(PACKAGES[client.definition.package].Configuration).parameters
    assert list(shown) == ["configuration", *taken]
    assert all((shown[name].default, shown[name].kind) == (item.default, item.kind) for name, item in taken.items())


@clients
def test_help_has_each_setting_with_its_meaning_and_default(client: Any) -> None:
    described = entries(client)
    for name, item in inspect.signature(client).parameters.items():
        assert len(described[name]) > 10, name
        assert item.default is None or "Default: " in described[name], name


@clients
def test_help_has_each_environment_variable(client: Any) -> None:
    described, definition = entries(client), client.definition
    assert all(variable in described["base_url"] for variable in definition.base_url_variables)
    assert definition.base_url in described["base_url"]
    read = [(SECRETS[scheme.kind], variable) for scheme in definition.schemes for variable in scheme.variables]
    assert read and all(variable in described[setting] for setting, variable in read)


@clients
def test_a_configuration_is_taken_by_position_and_by_name(client: Any) -> None:
    made = PACKAGES[client.definition.package].Configuration(api_key="k")
    assert client(made).configuration is client(configuration=made).configuration is made


@clients
@pytest.mark.parametrize(
    ("settings", "message"),
    [({"api_kye": "hush"}, "did you mean 'api_key'"), ({"base_url": "https://a.example", "host": "https://b.example"}, "give one")],
    ids=["misspelt", "twice"],
)
def test_a_wrong_setting_is_named_and_no_frame_holds_a_secret(client: Any, settings: dict[str, Any], message: str) -> None:
    with pytest.raises(PACKAGES[client.definition.package].ConfigurationError, match=message) as caught:
        client(api_key="hush", **settings)
    frames = [frame for frame, _ in traceback.walk_tb(caught.value.__traceback__)][1:]
    held = [value for frame in frames for name, value in frame.f_locals.items() if name != "self"]
    assert held and "hush" not in repr(held)
