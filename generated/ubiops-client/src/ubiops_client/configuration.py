"""Base URL, security schemes and other facts of UbiOps, and the settings of its clients. Rendered from the spec; do not edit."""

from __future__ import annotations

from ._runtime.declarations.api import ApiDefinition, SecurityScheme
from ._runtime.declarations.configuration import Configuration as _Configuration

DEFINITION = ApiDefinition(
    name="UbiOps",
    package="ubiops_client",
    version="0.1.0",
    base_url="https://api.ubiops.com/v2.1",
    base_url_variables=("UBIOPS_BASE_URL",),
    schemes=(SecurityScheme("api_key", "apiKey", parameter="Authorization", variables=("UBIOPS_API_KEY",)),),
    security=(("api_key",),),
)


class Configuration(_Configuration):
    __doc__ = _Configuration.__doc__
    definition = DEFINITION
