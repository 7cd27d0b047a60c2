"""A local platform for the tutorials: `python demo_world.py connection_setup.py` runs a script against it, without any account.

It needs the extra `testing`.
"""

from __future__ import annotations

import os
import runpy
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from cosmotech_client import testing

CUSTOMERS = "id,name,age\nC1,Ada,36\nC2,Grace,45\nC3,Linus,28\n"
ORDERS = "customer,amount\nC1,120.50\nC2,80\nC1,45.25\nC3,15\n"
REVIEWS = '[{"customer": "C1", "stars": 5}, {"customer": "C2", "stars": 3}]'


@contextmanager
def demo_world() -> Iterator[dict[str, str]]:
    """The environment variables for the scripts, while a server with a small world listens."""
    with testing.local_server(seed=True, accepted=["demo-key"]) as server:
        files = server.behaviour.files_of("O-demo", "W-demo")
        files["shop/customers.csv"] = CUSTOMERS.encode()
        files["shop/orders.csv"] = ORDERS.encode()
        files["shop/reviews.json"] = REVIEWS.encode()
        server.add(
            "/organizations/O-demo/datasets/D-shop",
            name="Shop",
            tags=["workspaceFile"],
            source={"location": "%WORKSPACE_FILE%/shop/"},
        )
        server.add(
            "/organizations/O-demo/workspaces/W-demo/runners/R-shop",
            name="Loyalty",
            datasetList=["D-shop"],
            parametersValues=[
                {"parameterId": "points_per_order", "value": "10", "varType": "int"},
                {"parameterId": "reviews", "value": "D-demo", "varType": "%DATASETID%"},
            ],
        )
        yield {
            "CSM_API_URL": server.url,
            "CSM_API_KEY": "demo-key",
            "CSM_ORGANIZATION_ID": "O-demo",
            "CSM_WORKSPACE_ID": "W-demo",
            "CSM_DATASET_ID": "D-demo",
            "CSM_RUNNER_ID": "R-shop",
        }


if __name__ == "__main__":
    with demo_world() as environ:
        os.environ.update(environ)
        script = sys.argv[1]
        sys.argv = sys.argv[1:]
        runpy.run_path(script, run_name="__main__")
