"""Run all benchmarks, or those named: `python benchmarks/run.py`, `python benchmarks/run.py calling reading`.

Prints a table and writes `benchmarks/RESULTS.md`. A report, not a test: the exit status is 0 even when a bound is missed, unless `--check` is given.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import Any

import report
from environments import NotReady, alone
from measure import Failed

NAMES = ("generating", "importing", "calling", "crowds", "reading", "batching", "polling", "paging", "cognite_listing")


def main() -> int:
    """Run, show, write; the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one or more of: {', '.join(NAMES)} (default: all)")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bound is missed")
    parser.add_argument("--no-write", action="store_true", help="leave RESULTS.md as it is")
    parser.add_argument("--quick", action="store_true", help="one round of each, to see that all of it runs; writes nothing")
    given = parser.parse_args()
    unknown = [name for name in given.names if name not in NAMES]
    if unknown:
        parser.error(f"there is no benchmark {', '.join(unknown)}; there are {', '.join(NAMES)}")
    with alone():
        return measure(given)


def measure(given: argparse.Namespace) -> int:
    """Run what was asked for; the exit status."""
    sections: list[report.Section] = []
    failed: list[str] = []
    for name in given.names or NAMES:
        try:
            benchmark: Any = import_module(name)
            if given.quick:
                benchmark.ROUNDS = 1
            section: report.Section = benchmark.run()
        except (NotReady, Failed) as error:
            failed.append(name)
            print(f"{name} could not be measured: {error}\n", file=sys.stderr)
            continue
        sections.append(section)
        print(report.table(section))
    if not given.no_write and not given.quick:
        report.write(sections, NAMES)
    missed = [row for section in sections for row in section.rows if row.met is False]
    print(f"{len(missed)} bound(s) missed." if missed else "All bounds that were measured are kept.")
    if failed:
        print(f"Not measured: {', '.join(failed)}.")
    return 2 if failed else 1 if missed and given.check else 0


if __name__ == "__main__":
    sys.exit(main())
