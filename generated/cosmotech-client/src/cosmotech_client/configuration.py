"""Base URL, security schemes and other facts of Cosmo Tech, and the settings of its clients. Rendered from the spec; do not edit."""

from __future__ import annotations

from ._runtime.declarations.api import ApiDefinition, SecurityScheme
from ._runtime.declarations.configuration import Configuration as _Configuration

DEFINITION = ApiDefinition(
    name="Cosmo Tech",
    package="cosmotech_client",
    version="0.1.0",
    base_url="https://dev.api.cosmotech.com",
    base_url_variables=("CSM_API_URL",),
    schemes=(
        SecurityScheme("oAuth2AuthCode", "oauth2", variables=("CSM_ACCESS_TOKEN",)),
        SecurityScheme("csmApiKey", "apiKey", parameter="X-CSM-API-KEY", variables=("CSM_API_KEY",)),
    ),
    security=(("oAuth2AuthCode",), ("csmApiKey",)),
)


class Configuration(_Configuration):
    __doc__ = _Configuration.__doc__
    definition = DEFINITION
