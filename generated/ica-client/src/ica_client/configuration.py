"""Base URL, security schemes and other facts of Illumina Connected Analytics, and the settings of its clients. Rendered from the spec; do not edit."""

from __future__ import annotations

from ._runtime.declarations.api import ApiDefinition, SecurityScheme
from ._runtime.declarations.configuration import Configuration as _Configuration

DEFINITION = ApiDefinition(
    name="Illumina Connected Analytics",
    package="ica_client",
    version="0.1.0",
    base_url="https://ica.illumina.com/ica/rest",
    base_url_variables=("ICA_BASE_URL",),
    schemes=(
        SecurityScheme("ApiKeyAuth", "apiKey", parameter="X-API-Key", variables=("ICA_API_KEY",)),
        SecurityScheme("JwtAuth", "bearer", variables=("ICA_ACCESS_TOKEN",)),
        SecurityScheme("BasicAuth", "basic"),
        SecurityScheme("PsTokenAuth", "bearer"),
    ),
    security=(("ApiKeyAuth",), ("JwtAuth",)),
)


class Configuration(_Configuration):
    __doc__ = _Configuration.__doc__
    definition = DEFINITION
