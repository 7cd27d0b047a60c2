"""Requests a thousand predictions, in as many calls as the API requires, and reads each result as soon as it is ready.

If UBIOPS_API_KEY (the word Token, a space, a key), UBIOPS_PROJECT and UBIOPS_MODEL are set, your model is used; otherwise a local server that simulates the
API.
"""

import os
from typing import Any

from ubiops_client import JobFailed, UbiOps
from ubiops_client.testing import local_server


def classify(operation: str, row: Any) -> dict[str, str]:
    """What the model of the local server answers."""
    return {"species": "setosa" if row["petal_length"] < 2 else "virginica"}


def main() -> None:
    project, model = os.environ.get("UBIOPS_PROJECT", "demo"), os.environ.get("UBIOPS_MODEL", "iris")
    rows = [{"petal_length": number / 100} for number in range(1000)]
    with UbiOps() as client:
        jobs = client.core.batch_model_requests_submit(project, model, "v1", data=rows)
        species: dict[str, int] = {}
        for job in jobs.as_completed(timeout=600):
            try:
                kind = job.result()["species"]
            except JobFailed as error:
                kind = f"failed: {error}"
            species[kind] = species.get(kind, 0) + 1
        print(f"{len(jobs)} predictions: {dict(sorted(species.items()))}")


if __name__ == "__main__":
    if "UBIOPS_API_KEY" in os.environ:
        main()
    else:
        with local_server(autocreate=True) as server:
            server.jobs.run = classify
            os.environ |= {"UBIOPS_API_KEY": "Token local", "UBIOPS_BASE_URL": server.url}
            main()
