"""Download runner data, compute loyalty scores, upload files, fill the graph, and write a report."""

import csv
import json
import os
import sys
import tempfile
from pathlib import Path

from cosmotech_client.connection import get_api_client
from cosmotech_client.runner import download_runner_data
from cosmotech_client.twin_data_layer import CSVSourceFile, send_csv_files
from cosmotech_client.workspace import upload_workspace_file

NAMES = ("CSM_ORGANIZATION_ID", "CSM_WORKSPACE_ID", "CSM_RUNNER_ID", "CSM_DATASET_ID")
if missing := [name for name in NAMES if not os.environ.get(name)]:
    sys.exit(f"Set {', '.join(missing)}: ids on your platform. Without a platform: python demo_world.py complete_workflow.py")
organization_id, workspace_id, runner_id, dataset_id = (os.environ[name] for name in NAMES)
folder = Path(tempfile.mkdtemp())


def loyalty(customers: list[dict[str, str]], orders: list[dict[str, str]], points: int) -> list[dict[str, str]]:
    """A score per customer: points per order, and one for each ten spent."""
    scored = []
    for customer in customers:
        amounts = [float(order["amount"]) for order in orders if order["customer"] == customer["id"]]
        scored.append({**customer, "loyalty": str(points * len(amounts) + int(sum(amounts) // 10))})
    return sorted(scored, key=lambda one: int(one["loyalty"]), reverse=True)


def write_table(path: Path, rows: list[dict[str, str]]) -> Path:
    """Write rows as CSV."""
    with path.open("w", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


api_client, _ = get_api_client()
with api_client:
    # 1. Download the runner's parameters and datasets, all at once.
    result = download_runner_data(
        organization_id,
        workspace_id,
        runner_id,
        folder / "parameters",
        folder / "datasets",
        read_files=True,
        parallel=True,
        api_client=api_client,
    )
    tables = result["datasets"]["D-shop"]["content"]

    # 2. Work on the data.
    scored = loyalty(tables["customers"], tables["orders"], int(result["parameters"]["points_per_order"]))
    customers = write_table(folder / "Customer.csv", scored)
    orders = [{"src": order["customer"], "dest": "SHOP", "amount": order["amount"]} for order in tables["orders"]]
    relationships = write_table(folder / "ORDERED_FROM.csv", orders)
    shop = write_table(folder / "Shop.csv", [{"id": "SHOP", "name": "The shop"}])

    # 3. Upload it to the workspace.
    uploaded = upload_workspace_file(api_client, organization_id, workspace_id, customers, "results/", overwrite=True)
    print(f"uploaded: {uploaded}")

    # 4. Put it into the twin graph.
    print(CSVSourceFile(customers).generate_query_insert())
    sent = send_csv_files(api_client, organization_id, dataset_id, [customers, shop, relationships], clear=True)
    print(f"{sent.processed_lines} rows in the graph")

    # 5. Report.
    scores = [int(one["loyalty"]) for one in scored]
    report = {"customers": len(scored), "best": scored[0]["name"], "highest": max(scores), "mean": sum(scores) / len(scores)}
    path = folder / "report.json"
    path.write_text(json.dumps(report, indent=2))
    print(f"uploaded: {upload_workspace_file(api_client, organization_id, workspace_id, path, 'reports/loyalty.json')}")
    print(f"report: {json.dumps(report)}")
