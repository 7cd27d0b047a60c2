"""How many lines stand behind the documented methods of Cognite: generated ones per API class, hand-written ones per resource.

    python tests/apis/cognite/lines.py             # print the table
    python tests/apis/cognite/lines.py --write     # put it into docs/cognite.md, where a test looks for it

Lines of async sources that are not blank; the sync client is derived from the same ones. Knows paths, and no API.
"""

from __future__ import annotations

import ast
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "generated" / "cognite-client" / "src" / "cognite_client"
WRITTEN = ROOT / "handwritten" / "cognite"
PAGE = ROOT / "docs" / "cognite.md"
INVENTORY = Path(__file__).parents[2] / "documented" / "cognite_sdk.json"
_TABLE = re.compile(r"(?<=<!-- lines -->\n).*?(?=<!-- /lines -->)", re.DOTALL)


def count(path: Path) -> int:
    """The lines of a file that are not blank."""
    return sum(bool(line.strip()) for line in path.read_text("utf-8").splitlines())


def used(path: Path) -> Iterator[Path]:
    """The hand-written modules that one imports, those that they import, and itself."""
    seen, waiting = set[Path](), [path]
    while waiting:
        module = waiting.pop()
        if module in seen:
            continue
        seen.add(module)
        yield module
        for node in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                folder = module.parents[node.level - 1]
                names = [node.module] if node.module else [alias.name for alias in node.names]
                found = [folder / f"{str(name).replace('.', '/')}.py" for name in names]
                waiting += [one for one in found if one.is_file() and one.is_relative_to(WRITTEN)]


def table() -> str:
    """The table, in Markdown."""
    apis = yaml.safe_load((ROOT / "specs" / "cognite" / "client.yaml").read_text("utf-8"))["apis"]
    methods = Counter(row["class"] for row in json.loads(INVENTORY.read_text("utf-8"))["methods"])
    modules = {name: set(used(WRITTEN / "aio" / f"{api['handwritten']}.py")) for name, api in apis.items() if "handwritten" in api}
    users = Counter(module for found in modules.values() for module in found)
    rows, total = list[tuple[str, ...]](), Counter[str]()
    for name, api in apis.items():
        file = f"{api['attribute'].replace('.', '_')}.py"
        generated = sum(count(PACKAGE / folder / file) for folder in ("aio", "operations"))
        written = sum(count(module) for module in modules.get(name, ()) if users[module] == 1)
        total.update(methods=methods[name], generated=generated, written=written)
        rows.append((f"`{api['attribute']}`", str(methods[name]), str(generated), f"{generated / methods[name]:.0f}", str(written or "")))
    whole = ("all of them", str(total["methods"]), str(total["generated"]), f"{total['generated'] / total['methods']:.0f}")
    shared = [path for path in WRITTEN.rglob("*.py") if users[path] != 1 and "testing" not in path.relative_to(WRITTEN).parts]
    classes = sum(count(path) for path in (PACKAGE / "data_classes").glob("*.py"))
    head = ("Resource", "Documented methods", "Generated lines", "per method", "Hand-written lines")
    lines = [head, ("---", "---:", "---:", "---:", "---:"), *rows, (*whole, str(total["written"]))]
    lines += [
        ("data classes", "", str(classes), "", ""),
        ("client, errors, navigation, shared parts", "", "", "", str(sum(map(count, shared)))),
    ]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def shown() -> str | None:
    """The table that stands on the page."""
    found = _TABLE.search(PAGE.read_text("utf-8"))
    return found and found[0]


def main() -> None:
    """Print or write."""
    made = table()
    print(made, end="")
    if "--write" in sys.argv:
        text = PAGE.read_text("utf-8")
        PAGE.write_text(_TABLE.sub(lambda _: made, text), "utf-8")


if __name__ == "__main__":
    main()
