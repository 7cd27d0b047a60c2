"""Our names are those of openapi-python-client: for names as documents have them, and for names made of all kinds of characters."""

from __future__ import annotations

import builtins
import keyword
from random import Random

from openapi_python_client.strings import ClassName, PythonIdentifier

from generator.naming.words import PREFIX, pascal_case, snake_case

FOUND = [
    "id",
    "ID",
    "userId",
    "user_id",
    "UserID",
    "HTTPServer",
    "httpServer2Go",
    "get-item",
    "actions/list",
    "filter[name]",
    "$ref",
    "@type",
    "_links",
    "__init__",
    "2fa",
    "3DModel",
    "x.y.z",
    "a\\b",
    "+1",
    "-1",
    "created_at[gte]",
    "naïve",
    "Größe",
    "ÉTAT",
    "résumé",
    "日本語",
    "２",
    "²",
    "½",
    "ª",
    "ﬁ",
    "İstanbul",
    "ß",
    "ǅ",
    "µ",
    "Ω",
    "٣",
    "_",
    "__",
    "-",
    ".",
    '"',
    '"',
    "''",
    "it's",
    "None",
    "true",
    "false",
    "self",
    "datetime",
    "type",
    "range",
    "hash",
    "print",
    "class",
    "import",
    "async",
    "match",
    "True",
    "IPv4Address",
    "OAuth2Token",
    "aBC",
    "ABc",
    "A1b2C3",
    "foo__bar",
    "--x--",
    "content-type",
    "X-Request-ID",
    "ETag",
]


def test_names_are_those_of_openapi_python_client() -> None:
    random = Random(11)
    pieces = [*FOUND, *"aZ_-. \\/09éΩ日ǅ²", *keyword.kwlist, *dir(builtins)]
    made = ["".join(random.choices(pieces, k=random.randint(1, 4))) for _ in range(5000)]
    for name in (*FOUND, *keyword.kwlist, *dir(builtins), *made, ""):
        assert snake_case(name) == PythonIdentifier(name, PREFIX), name
        assert pascal_case(name) == ClassName(name, PREFIX), name
