"""Base URL, security schemes and other facts of Cognite Data Fusion, and the settings of its clients. Rendered from the spec; do not edit."""

from __future__ import annotations

from ._runtime.declarations.api import ApiDefinition, SecurityScheme
from ._runtime.declarations.configuration import Configuration as _Configuration

DEFINITION = ApiDefinition(
    name="Cognite Data Fusion",
    package="cognite_client",
    version="0.1.0",
    base_url="https://api.cognitedata.com",
    base_url_variables=("COGNITE_BASE_URL",),
    schemes=(
        SecurityScheme("token", "bearer"),
        SecurityScheme("api_key", "apiKey", parameter="api-key", variables=("COGNITE_API_KEY",)),
    ),
    security=(("token",), ("api_key",)),
)


class Configuration(_Configuration):
    __doc__ = _Configuration.__doc__
    definition = DEFINITION
