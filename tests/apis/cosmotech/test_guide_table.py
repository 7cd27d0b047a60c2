"""The table of the guide's promises names tests that exist, and nothing of the guide is left out."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent
TABLE = (HERE.parents[2] / "docs" / "cosmotech" / "guide.md").read_text("utf-8")
ROWS = [(match[1].strip(), match[2].split("`, `")) for match in re.finditer(r"^\| ([^|]+) \| `([^|]+)` \|$", TABLE, re.MULTILINE)]
NAMES = [
    *(
        "get_api_client",
        "list_workspace_files",
        "download_workspace_file",
        "upload_workspace_file",
        "CSVSourceFile",
        "generate_query_insert",
    ),
    *("run_twin_graph_cypher_query", "get_runner_data", "get_runner_parameters", "download_runner_data"),
    *("CSM_API_URL", "CSM_API_KEY", "CSM_API_SCOPE", "AZURE_CLIENT_ID", "AZURE_CLIENT_SECRET", "AZURE_TENANT_ID"),
    *("IDP_BASE_URL", "IDP_TENANT_ID", "IDP_CLIENT_ID", "IDP_CLIENT_SECRET"),
    *("file_prefix", "target_dir", "workspace_destination", "overwrite", "is_node", "fields", "parameters"),
    *("parameter_folder", "dataset_folder", "write_json", "write_csv", "fetch_dataset", "parallel", "%DATASETID%", "dataset_list"),
]


@cache
def _tests(module: str) -> set[str]:
    tree = ast.parse((HERE / f"{module}.py").read_text("utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:60])
def test_promise_has_its_tests(row: tuple[str, list[str]]) -> None:
    for test in row[1]:
        module, _, name = test.partition("::")
        assert name in _tests(module), test


@pytest.mark.parametrize("name", NAMES)
def test_name_of_the_guide_is_in_the_table(name: str) -> None:
    assert any(name in promise for promise, _ in ROWS)


def test_the_table_is_read_whole() -> None:
    lines = [line for line in TABLE.splitlines() if line.startswith("| ") and not line.startswith(("| What", "| ---"))]
    assert len(ROWS) == len(lines) > 40
