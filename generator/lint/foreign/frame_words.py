"""Which members the objects of OpenAPI have, schemas apart, and what these hold."""

from __future__ import annotations

from functools import cache
from typing import Final

from ..context import METHODS

TEXT, FLAG, ANY = "text", "flag", ""
_METHODS: Final = dict.fromkeys(METHODS[:-1], "operation")
_DOCUMENTED: Final = {"description": TEXT, "externalDocs": "docs"}
_EXAMPLES: Final = {"example": ANY, "examples": "{example"}
_VALUE: Final = {"description": TEXT, "required": FLAG, "deprecated": FLAG, "schema": ANY, "content": "{media", **_EXAMPLES}
_STYLE: Final = {"style": ANY, "explode": FLAG, "allowReserved": FLAG, "allowEmptyValue": FLAG}
_FLOW: Final = {"tokenUrl": TEXT, "refreshUrl": TEXT, "scopes": ANY}
_OBJECTS: Final[dict[str, dict[str, str]]] = {
    "document": {
        "openapi": ANY,
        "info": "info",
        "servers": "[server",
        "paths": "{path",
        "components": "components",
        "security": ANY,
        "tags": "[tag",
        "externalDocs": "docs",
    },
    "info": dict.fromkeys(("title", "description", "termsOfService", "version"), TEXT) | {"contact": "contact", "license": "license"},
    "contact": dict.fromkeys(("name", "url", "email"), TEXT),
    "license": dict.fromkeys(("name", "url"), TEXT),
    "server": {"url": TEXT, "description": TEXT, "variables": "{variable"},
    "variable": {"enum": ANY, "default": ANY, "description": TEXT},
    "components": {
        "schemas": ANY,
        "responses": "{response",
        "parameters": "{parameter",
        "examples": "{example",
        "requestBodies": "{body",
        "headers": "{header",
        "securitySchemes": "{scheme",
        "links": "{link",
        "callbacks": "{callback",
    },
    "path": {"$ref": ANY, "summary": TEXT, "description": TEXT, "servers": "[server", "parameters": "[parameter", **_METHODS},
    "operation": {
        "tags": ANY,
        "summary": TEXT,
        **_DOCUMENTED,
        "operationId": TEXT,
        "parameters": "[parameter",
        "requestBody": "body",
        "responses": "{response",
        "callbacks": "{callback",
        "deprecated": FLAG,
        "security": ANY,
        "servers": "[server",
    },
    "docs": {"description": TEXT, "url": TEXT},
    "parameter": {"name": TEXT, "in": ANY, **_VALUE, **_STYLE},
    "header": {**_VALUE, **_STYLE},
    "body": {"description": TEXT, "content": "{media", "required": FLAG},
    "media": {"schema": ANY, **_EXAMPLES, "encoding": "{encoding"},
    "encoding": {"contentType": TEXT, "headers": "{header", "style": ANY, "explode": FLAG, "allowReserved": FLAG},
    "response": {"description": TEXT, "headers": "{header", "content": "{media", "links": "{link"},
    "example": {"summary": TEXT, "description": TEXT, "value": ANY, "externalValue": TEXT},
    "link": {
        "parameters": ANY,
        "requestBody": ANY,
        "server": "server",
        **dict.fromkeys(("operationRef", "operationId", "description"), TEXT),
    },
    "tag": {"name": TEXT, **_DOCUMENTED},
    "scheme": {"type": ANY, "description": TEXT},
    "flows": {},
    "implicit": {"authorizationUrl": TEXT, "refreshUrl": TEXT, "scopes": ANY},
    "flow": _FLOW,
    "code": {"authorizationUrl": TEXT, **_FLOW},
}
"""Object of OpenAPI 3.0 → its members → what these hold: a text, a flag, an object, a list `[` or a mapping `{` of objects, or what is looked at elsewhere."""
_OBJECTS["flows"] |= {"implicit": "implicit", "password": "flow", "clientCredentials": "flow", "authorizationCode": "code"}
_SCHEMES: Final = {
    "apiKey": {"name": TEXT, "in": ANY},
    "http": {"scheme": TEXT, "bearerFormat": TEXT},
    "oauth2": {"flows": "flows"},
    "openIdConnect": {"openIdConnectUrl": TEXT},
    "mutualTLS": {},
}
_NEW: Final[dict[str, dict[str, dict[str, str]]]] = {
    "3.1": {
        "document": {"webhooks": "{path", "jsonSchemaDialect": TEXT},
        "info": {"summary": TEXT},
        "license": {"identifier": TEXT},
        "components": {"pathItems": "{path"},
    },
    "3.2": {
        "document": {"$self": TEXT},
        "server": {"name": TEXT},
        "components": {"mediaTypes": "{media"},
        "path": {"query": "operation", "additionalOperations": "{operation"},
        "media": {"itemSchema": ANY, "prefixEncoding": "[encoding", "itemEncoding": "encoding"},
        "encoding": {"encoding": "{encoding", "prefixEncoding": "[encoding", "itemEncoding": "encoding"},
        "response": {"summary": TEXT},
        "example": {"dataValue": ANY, "serializedValue": TEXT},
        "tag": {"summary": TEXT, "parent": TEXT, "kind": TEXT},
        "scheme": {"deprecated": FLAG, "oauth2MetadataUrl": TEXT},
        "flows": {"deviceAuthorization": "device"},
        "device": {"deviceAuthorizationUrl": TEXT, **_FLOW},
    },
}
"""What later versions have besides."""
NEWER: Final = {kind: new.keys() for kind, new in _NEW["3.2"].items() if kind in ("path", "media", "encoding", "components", "flows")}
"""Words of OpenAPI 3.2 that decide over what is sent and read."""


@cache
def words(kind: str, scheme: str, version: str) -> dict[str, str]:
    """What an object of a kind may have in a version, and what that holds. `scheme`: the type of a security scheme."""
    found = dict(_OBJECTS.get(kind, {}))
    if kind == "scheme":
        found |= _SCHEMES.get(scheme, {key: holds for each in _SCHEMES.values() for key, holds in each.items()})
    for number, new in _NEW.items():
        if version >= number:
            found |= new.get(kind, {})
    return found
