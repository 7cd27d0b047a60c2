"""Loads customers, and whom they know, from CSV files into the twin graph of a dataset (Cosmo Tech's graph database), and queries the graph.

If CSM_API_URL, CSM_API_KEY, CSM_ORGANIZATION_ID, CSM_WORKSPACE_ID and CSM_DATASET_ID are set, your dataset is OVERWRITTEN; otherwise a local server that
simulates the platform is used.
"""

import os
import tempfile
from pathlib import Path

from cosmotech_client import TwingraphApi
from cosmotech_client.connection import get_api_client
from cosmotech_client.testing import local_server
from cosmotech_client.twin_data_layer import send_csv_files


def main() -> None:
    organization, workspace, dataset = (os.environ[f"CSM_{name}_ID"] for name in ("ORGANIZATION", "WORKSPACE", "DATASET"))
    client, _ = get_api_client()
    with client, tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "Customer.csv").write_text("id,name\nC1,Ada\nC2,Grace\nC3,Linus\n", "utf-8")
        (folder / "KNOWS.csv").write_text("src,dest,since\nC1,C2,2021\nC1,C3,2024\n", "utf-8")
        sent = send_csv_files(client, organization, dataset, folder, clear=True)
        print(f"{sent.processed_lines} of {sent.total_lines} rows sent")
        rows = TwingraphApi(client).run_twin_graph_cypher_query(
            organization_id=organization,
            workspace_id=workspace,
            twin_graph_id=dataset,
            twin_graph_cypher_query={
                "query": "MATCH (a:Customer)-[k:KNOWS]->(b) WHERE a.id = $id RETURN b.name AS name, k.since AS since",
                "parameters": {"id": "C1"},
            },
        )
        for row in sorted(rows, key=lambda row: row["name"]):
            print(f"Ada knows {row['name']} since {row['since']}")


if __name__ == "__main__":
    if "CSM_API_URL" in os.environ:
        main()
    else:
        with local_server(seed=True, accepted=["local"]) as server:
            os.environ |= {"CSM_API_URL": server.url, "CSM_API_KEY": "local"}
            os.environ |= {f"CSM_{name}_ID": f"{name[0]}-demo" for name in ("ORGANIZATION", "WORKSPACE", "DATASET")}
            main()
