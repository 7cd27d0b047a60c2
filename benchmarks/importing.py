"""(b) What a program pays before its first answer: the import, and the first client with its first call. A fresh process each time."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from environments import CLIENT, COGNITE, OAG, OPC, UBIOPS, environment, oag_client, opc_client, ours, python
from measure import cpu_of, in_turn, server
from report import Row, Section

ROUNDS = 40

_OURS = "import ubiops_client; ubiops_client.UbiOps(base_url={url!r}, api_key='Token benchmark').core.service_status()"
_OURS_ASYNC = """
import asyncio
import ubiops_client

async def main():
    async with ubiops_client.AsyncUbiOps(base_url={url!r}, api_key='Token benchmark') as client:
        await client.core.service_status()

asyncio.run(main())
"""
_COGNITE = """
import cognite_client
cognite_client.CogniteClient(api_key='benchmark', client_name='benchmark', project='demo', base_url={url!r}).assets.list(limit=1)
"""
_HTTPX = "import httpx, msgspec; httpx.Client(base_url={url!r}).get('/status').json()"
_OPC = """
from ubi_ops_client import AuthenticatedClient
from ubi_ops_client.api.status import service_status
service_status.sync(client=AuthenticatedClient(base_url={url!r}, token='benchmark', prefix='Token'))
"""
_OAG = "import openapi_client as c; c.StatusApi(c.ApiClient(c.Configuration(host={url!r}))).service_status()"


def run() -> Section:
    """Measure all programs in turn."""
    with server() as url:
        programs: dict[str, Callable[[], float]] = {
            "nothing": _program("pass"),
            "msgspec": _program("import msgspec"),
            "root": _program("import ubiops_client"),
            "both": _program("import httpx, msgspec"),
            "both async": _program("import asyncio, httpx, msgspec"),
            "call": _program(_OURS.format(url=url)),
            "async": _program(_OURS_ASYNC.format(url=url)),
            "cognite": _program("import cognite_client", COGNITE),
            "assets": _program(_COGNITE.format(url=url), COGNITE),
            "httpx": _program(_HTTPX.format(url=url)),
            "opc": partial(cpu_of, [python(OPC), "-c", _OPC.format(url=url)], environment(OPC, opc_client())),
            "oag": partial(cpu_of, [python(OAG), "-c", _OAG.format(url=url)], environment(OAG, oag_client())),
        }
        found = in_turn(programs, ROUNDS, warm_up=2)
    start = min(found["nothing"])

    def net(name: str) -> list[float]:
        return [value - start for value in found[name]]

    return Section(
        "importing",
        "(b) Import, first client and first call",
        (
            Row("import ubiops_client", "import msgspec", found["root"], found["msgspec"], 1.3),
            Row("the same less an empty program", "the same", net("root"), net("msgspec"), 1.3),
            Row("first client and first call", "import httpx, msgspec", found["call"], found["both"], 1.3),
            Row("the same less an empty program", "the same", net("call"), net("both"), 1.3),
            Row("first client and first call, async", "import asyncio, httpx, msgspec", found["async"], found["both async"], 1.15),
            Row("import cognite_client", "import ubiops_client", found["cognite"], found["root"], 1.5),
            Row("the same less an empty program", "the same", net("cognite"), net("root"), 1.5),
            Row("first Cognite client and first assets.list", "first UbiOps client and first call", found["assets"], found["call"], 1.5),
            Row("the same less an empty program", "the same", net("assets"), net("call"), 1.5),
            Row("first client and first call", "httpx.Client and its first call", found["call"], found["httpx"]),
            Row("first client and first call", "openapi-python-client's client", found["call"], found["opc"]),
            Row("first client and first call", "openapi-generator's client", found["call"], found["oag"]),
        ),
        (
            f"CPU (user and system) of `python -c …`, the interpreter's own start included; {ROUNDS} fresh processes for each program, in turn.",
            "`less an empty program` takes the CPU of `python -c pass` off both sides, which leaves a harder ratio.",
            "The first call goes over loopback, http. Byte code is compiled beforehand.",
        ),
    )


def _program(text: str, api: str = UBIOPS) -> Callable[[], float]:
    return partial(cpu_of, [python(CLIENT), "-c", text], environment(CLIENT, ours(api)))
