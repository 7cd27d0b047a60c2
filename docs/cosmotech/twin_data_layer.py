"""Send nodes and relationships out of CSV files to the twin graph of a dataset, and ask the graph."""

import os
import sys
import tempfile
from pathlib import Path

from cosmotech_client import TwingraphApi
from cosmotech_client.connection import get_api_client
from cosmotech_client.twin_data_layer import CSVSourceFile, send_csv_files

NAMES = ("CSM_ORGANIZATION_ID", "CSM_WORKSPACE_ID", "CSM_DATASET_ID")
if missing := [name for name in NAMES if not os.environ.get(name)]:
    sys.exit(f"Set {', '.join(missing)}: ids on your platform. Without a platform: python demo_world.py twin_data_layer.py")
organization_id, workspace_id, dataset_id = (os.environ[name] for name in NAMES)

# The name of a file is the label of its nodes, or the type of its relationships.
folder = Path(tempfile.mkdtemp())
(folder / "Customer.csv").write_text("id,name,unit price\nC1,Ada,10\nC2,Grace,12\n")
(folder / "KNOWS.csv").write_text("src,dest,since\nC1,C2,2021\n")

for path in sorted(folder.glob("*.csv")):
    csv_file = CSVSourceFile(path)
    print(f"{path.name}: {'nodes' if csv_file.is_node else 'relationships'} with {csv_file.fields}")
    print(csv_file.generate_query_insert())

api_client, _ = get_api_client()
with api_client:
    # Everything is checked before the first row is sent; nodes go before the relationships that need them.
    result = send_csv_files(api_client, organization_id, dataset_id, folder, clear=True)
    print(f"{result.processed_lines} of {result.total_lines} rows processed")

    twin_graph_api = TwingraphApi(api_client)
    rows = twin_graph_api.run_twin_graph_cypher_query(
        organization_id=organization_id,
        workspace_id=workspace_id,
        twin_graph_id=dataset_id,
        twin_graph_cypher_query={
            "query": "MATCH (a:Customer)-[k:KNOWS]->(b) WHERE a.id = $id RETURN b.name AS name, k.since AS since",
            "parameters": {"id": "C1"},
        },
    )
    print(f"C1 knows: {rows}")
