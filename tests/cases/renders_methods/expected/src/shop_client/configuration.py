"""Base URL, security schemes and other facts of Shop, and the settings of its clients. Rendered from the spec; do not edit."""

from __future__ import annotations

from ._runtime.declarations.api import ApiDefinition, SecurityScheme
from ._runtime.declarations.configuration import Configuration as _Configuration

DEFINITION = ApiDefinition(
    name="Shop",
    package="shop_client",
    version="0.1.0",
    base_url="https://shop.example.com/v1",
    schemes=(SecurityScheme("key", "apiKey", parameter="X-Key"),),
    security=(("key",),),
)


class Configuration(_Configuration):
    __doc__ = _Configuration.__doc__
    definition = DEFINITION
