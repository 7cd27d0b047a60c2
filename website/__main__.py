"""`python -m website build` makes the site; `python -m website serve` shows it, and makes it anew whenever a page is saved."""

from __future__ import annotations

import shlex
import subprocess
import sys
from typing import Final

from .pages import BUILD, ROOT, assemble, packages

_PAGES: Final = BUILD / "pages"
_HTML: Final = BUILD / "html"
_OPTIONS: Final = ["-c", str(ROOT / "website"), "-d", str(BUILD / "doctrees"), "-j", "auto", "--quiet"]


def main(arguments: list[str]) -> int:
    """The exit status: 0 the site is there, 1 a page is wrong, 2 used wrongly."""
    match arguments:
        case ["assemble"]:
            assemble(_PAGES)
            return 0
        case ["build"]:
            assemble(_PAGES)
            from sphinx.cmd.build import main as sphinx

            status = sphinx(["--fail-on-warning", "--keep-going", *_OPTIONS, str(_PAGES), str(_HTML)])
            if not status:
                print(f"{(_HTML / 'index.html').relative_to(ROOT).as_posix()}: written")
            return min(status, 1)
        case ["serve", port]:
            watched = ["docs", "designs", "examples", "website", "CHANGELOG.md", "CONTRIBUTING.md", *(item.folder for item in packages())]
            again = shlex.join([sys.executable, "-m", "website", "assemble"])
            command = ["-m", "sphinx_autobuild", "--port", port, "--pre-build", again, *_OPTIONS, str(_PAGES), str(_HTML)]
            assemble(_PAGES)
            try:
                return subprocess.call([sys.executable, *command, *(word for path in watched for word in ("--watch", path))], cwd=ROOT)
            except KeyboardInterrupt:
                return 0
        case _:
            print("usage: python -m website build | serve PORT", file=sys.stderr)
            return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
