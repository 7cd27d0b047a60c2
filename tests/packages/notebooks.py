"""Runs the cells of a notebook in this process, as a kernel would: what is printed, the value of a last expression, and figures are the outputs."""

from __future__ import annotations

import ast
import base64
import io
from collections.abc import Iterator
from contextlib import redirect_stdout
from typing import Any

import matplotlib

Output = dict[str, Any]


def run(notebook: dict[str, Any], name: str) -> Iterator[list[Output]]:
    """The outputs of each code cell, in the form of nbformat 4. What a cell raises is not caught."""
    from matplotlib import pyplot

    matplotlib.use("Agg")
    pyplot.close("all")  # a kernel starts without figures; other tests of this process may have left some
    namespace: dict[str, Any] = {"__name__": "__main__"}
    for number, cell in enumerate(code_cells(notebook), 1):
        yield list(_outputs("".join(cell["source"]), f"{name}, cell {number}", number, namespace))


def code_cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    """The cells that have outputs."""
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def shown(outputs: list[Output]) -> list[Output]:
    """Outputs to be compared. Of a figure, only that there is one: its bytes depend on fonts."""
    return [output | {"data": sorted(output["data"])} if output["output_type"] == "display_data" else output for output in outputs]


def _outputs(source: str, name: str, number: int, namespace: dict[str, Any]) -> Iterator[Output]:
    from matplotlib import pyplot

    tree = ast.parse(source, name)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    with redirect_stdout(io.StringIO()) as printed:
        exec(compile(tree, name, "exec"), namespace)  # noqa: S102 - what a kernel does
        value = eval(compile(ast.Expression(last.value), name, "eval"), namespace) if isinstance(last, ast.Expr) else None
    if printed.getvalue():
        yield {"name": "stdout", "output_type": "stream", "text": printed.getvalue().splitlines(keepends=True)}
    if value is not None:
        yield {"data": {"text/plain": [repr(value)]}, "execution_count": number, "metadata": {}, "output_type": "execute_result"}
    for figure in map(pyplot.figure, pyplot.get_fignums()):
        png = io.BytesIO()
        figure.savefig(png, bbox_inches="tight", dpi=80, metadata={"Software": None})
        pyplot.close(figure)
        data = {"image/png": base64.b64encode(png.getvalue()).decode(), "text/plain": ["<Figure>"]}
        yield {"data": data, "metadata": {}, "output_type": "display_data"}
