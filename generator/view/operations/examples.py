"""A runnable example of each method, for its page in `docs/`: Python source, with models written as the constructor calls that a user would write."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from ...load.json_types import is_array, is_object
from ..model.operations import Method, Parameter
from ..model.parts import Text, Type
from ..schemas.types import Types

if TYPE_CHECKING:
    from ...config.client_yaml import ClientConfig


class Examples:
    """Writes examples for the methods of one package."""

    def __init__(self, types: Types, config: ClientConfig, has_address: bool) -> None:
        """`has_address`: the API has a base URL of its own."""
        self._types = types
        self._config = config
        self._settings = "" if has_address else 'base_url="https://api.example.com"'

    def sync(self, method: Method, attribute: str) -> Text:
        """A program that calls the method with its required parameters."""
        client = self._config.client_class
        body = self._statement(method, attribute)
        return Text(f"{self._imports(client, body)}\nwith {client}({self._settings}) as client:\n    {body}\n")

    def asynchronous(self, method: Method, attribute: str) -> Text:
        """The same for the async client."""
        client = f"Async{self._config.client_class}"
        body = self._statement(method, attribute).replace("client.", "await client.", 1)
        imports = self._imports(client, body)
        program = (
            f"async def main() -> None:\n    async with {client}({self._settings}) as client:\n        {body}\n\n\nasyncio.run(main())\n"
        )
        return Text(f"import asyncio\n{imports}\n\n{program}")

    def _imports(self, client: str, body: str) -> str:
        names = sorted({client, *(set(re.findall(r"\b(\w+)\(", body)) & self._types.models.keys())})
        standard = [name for name in ("date", "datetime") if re.search(rf"\b{name}\.fromisoformat", body)]
        lines = [f"from datetime import {', '.join(standard)}\n"] if standard else []
        return "\n".join([*lines, f"from {self._config.package} import {', '.join(names)}\n"])

    def _statement(self, method: Method, attribute: str) -> str:
        arguments = ", ".join(self._argument(parameter) for parameter in method.required)
        call = f"client.{attribute}.{method.name}({arguments})"
        if method.verb in ("pages", "stream"):
            return f"for item in {call}:\n        print(item)"
        return f"print({call})" if method.returns != "None" else call

    def _argument(self, parameter: Parameter) -> str:
        value = self._expression(json.loads(parameter.example.value), parameter.type)
        return f"{parameter.name}={value}" if parameter.location in {"body", "part"} else value

    def _expression(self, value: Any, kind: Type) -> str:
        """The Python source of a JSON value of that type."""
        if kind.kind == "binary":
            return 'b"content"'
        if kind.kind in {"date", "date-time"} and isinstance(value, str):
            return f"{'date' if kind.kind == 'date' else 'datetime'}.fromisoformat({value!r})"
        if kind.item is not None and is_array(value):
            return f"[{', '.join(self._expression(item, kind.item) for item in value)}]"
        model = self._types.models.get(kind.code)
        if model is None or not is_object(value):
            return repr(value)
        fields = [
            f"{field.name}={self._expression(value[field.wire.value], field.type)}" for field in model.fields if field.wire.value in value
        ]
        return f"{model.name}({', '.join(fields)})"
