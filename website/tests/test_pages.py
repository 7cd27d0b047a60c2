"""What a page may not do: run anything, include files, or link to what is not there."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from website import pages

from .html import Found, read

HOSTILE = """# Hostile <script>alert(1)</script>

<script>alert(2)</script>

<!-- a comment -->

Text with <img src=x onerror=alert(3)>, <b onclick="alert(4)">bold</b>, [a link](javascript:alert(5)), [another](data:text/html,hi),
<javascript:alert(6)>, {raw}`<script>alert(7)</script>`, &lt;script&gt;, $x$ and \\<i>.

| a | b |
| --- | --- |
| <iframe src="https://elsewhere.example"></iframe> | <svg onload=alert(8)></svg> |

```{raw} html
<script>alert(9)</script>
```

```{include} /etc/passwd
```

{{ alert }}

<details ontoggle=alert(10) open>

hidden

</details>
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A site with one page in the place of `docs/jobs.md`, and the start page."""
    for name in ("index", "jobs"):
        (tmp_path / f"{name}.md").write_text("# Title\n", "utf-8")
    return tmp_path


def build(folder: Path, text: str) -> tuple[Found, str, str]:
    """The page, its text, and what the build said."""
    (folder / "jobs.md").write_text(text, "utf-8")
    shutil.rmtree(folder / "html", ignore_errors=True)
    options = ["-q", "-c", str(pages.ROOT / "website"), str(folder), str(folder / "html")]
    done = subprocess.run([sys.executable, "-m", "sphinx", *options], cwd=pages.ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    article = (folder / "html" / "jobs.html").read_text("utf-8").partition("<article")[2].partition("</article>")[0]
    (folder / "article.html").write_text(article, "utf-8")
    return read(folder / "article.html"), article, done.stderr


def test_text_stays_text(folder: Path) -> None:
    found, text, _ = build(folder, HOSTILE)
    assert not {"script", "img", "b", "iframe", "svg", "details", "i"} & set(found.tags)
    assert not found.handlers and not found.loads
    assert all(link.startswith("#") for link in found.links), found.links
    assert "root:" not in text and "a comment" not in text
    assert "&lt;script&gt;alert(2)&lt;/script&gt;" in text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[x](nowhere.md)", "there is no docs/nowhere.md"),
        ("[x](../handwritten/none.py)", "there is no handwritten/none.py"),
        ("[x](#nowhere)", "docs/jobs.md has no heading for #nowhere"),
        ("![x](https://elsewhere.example/x.png)", "an image from elsewhere"),
        ("The same with asyncio:\n\n```python\npass\n```", "does not stand between two blocks"),
    ],
)
def test_mistakes_are_warnings(folder: Path, text: str, message: str) -> None:
    _, _, said = build(folder, f"# Jobs\n\n{text}\n")
    assert message in said


def test_links_are_followed_as_in_the_repository(folder: Path) -> None:
    repository = pages.repository()
    text = f"# Jobs\n\n[a](../specs) [b](../action.yml) [c](#part) [d](index.md) [e]({repository}/blob/main/docs/index.md)\n\n## Part\n"
    found, _, _ = build(folder, text)
    assert found.links >= {f"{repository}/tree/main/specs", f"{repository}/blob/main/action.yml", "#part", "index.html"}
    assert not any("docs/" in link for link in found.links)


def test_a_repeated_heading_is_no_place_of_its_own(folder: Path) -> None:
    found, _, _ = build(folder, "# A\n\n## get_it\n\n### Example\n\n[x](#put_it)\n\n## put_it\n\n### Example\n")
    assert {"get_it", "put_it"} <= found.anchors and "example" not in found.anchors
    assert found.tags.count("h3") == 2
