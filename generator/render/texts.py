"""The filters of templates: they escape text and values of a document for Python, Markdown and TOML, so that they cannot become code."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from ..view.model.parts import Text

WIDTH = 140
_KEPT = {"\n"}
_MARKDOWN = str.maketrans({character: "\\" + character for character in "\\|<>[]"})


def _plain(value: Text | str) -> str:
    return value.value if isinstance(value, Text) else value


def literal(value: Text | str | float | bool | None | tuple[Any, ...]) -> str:
    """A value as a Python literal. `repr` escapes quotes, backslashes, control and invisible characters, lone surrogates."""
    return repr(_literal(value))


def _literal(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(map(_literal, value))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType] - of anything that has a literal
    return _plain(value) if isinstance(value, Text | str) else value


def identifier(value: Text) -> str:
    """A wire name that is a name of Python."""
    if not (value.value.isidentifier() and value.value.isascii()):
        raise ValueError("a template printed a wire name that is no identifier")
    return value.value


def docstring(value: Text | str | Iterable[Text | str], indent: int = 0, hanging: int = 0, first: int = 0) -> str:
    """Text for the inside of a docstring: wrapped, escaped so that it ends neither the docstring nor the file.

    `indent` is where its lines stand, `hanging` how much deeper all but the first, `first` how much of the first line is taken.
    Paragraphs, lists and indented blocks keep their lines.
    """
    if isinstance(value, Text | str):
        whole = _plain(value)
    else:
        whole = " ".join(part for part in (_plain(item).strip() for item in value) if part)
    return _wrapped(whole.strip(), indent + hanging, first)


@lru_cache(1 << 13)
def _wrapped(whole: str, indent: int, first: int) -> str:
    prefix = " " * indent
    lines: list[str] = []
    for paragraph in _paragraphs(escape_docstring(whole)):
        if not paragraph:
            lines.append("")
            continue
        taken = first if not lines else 0
        if taken + len(paragraph) < WIDTH - len(prefix):  # nearly all
            lines.append(paragraph)
            continue
        marker = len(paragraph) - len(paragraph.lstrip("-* ")) if paragraph.startswith(("- ", "* ")) else 0
        lines += textwrap.wrap(
            paragraph,
            WIDTH - len(prefix) - 1,
            initial_indent=" " * taken,
            subsequent_indent=" " * marker,
            break_long_words=False,
            break_on_hyphens=False,
        )
        if taken and lines:
            lines[0] = lines[0][taken:]
    return "\n".join([line if not number or not line else prefix + line for number, line in enumerate(lines)])


def entry(value: Text | str | Iterable[Text | str], name: str, indent: int = 12) -> str:
    """`name: text`, as the sections of a docstring list them."""
    return f"{name}: {docstring(value, indent, 4, len(name) + 2)}"


def _paragraphs(whole: str) -> Iterator[str]:
    """Paragraphs joined into one line each; list items apart; an empty string between paragraphs."""
    current: list[str] = []
    for line in whole.strip().split("\n"):
        stripped = line.strip()
        if current and (not stripped or stripped.startswith(("- ", "* "))):
            yield " ".join(current)
            current = []
        if not stripped:
            yield ""
        else:
            current.append(stripped)
    if current:
        yield " ".join(current)


def escape_docstring(value: str) -> str:
    """Escapes what would end a docstring, start an escape, or not be seen."""
    escaped = value.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if escaped.endswith('"') and (len(escaped) - 1 - len(escaped[:-1].rstrip("\\"))) % 2 == 0:
        escaped = escaped[:-1] + '\\"'  # a last quote that is not escaped yet would lengthen the closing ones
    escaped = escaped.replace("\r\n", "\n").replace("\t", "    ")
    if escaped.replace("\n", "").isprintable():
        return escaped
    return "".join(_visible(character) for character in escaped)


def _visible(character: str) -> str:
    if character in _KEPT or unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}:
        return character
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def markdown(value: Text | str | Iterable[Text | str]) -> str:
    """Text for one line of Markdown or a table cell."""
    whole = _plain(value) if isinstance(value, Text | str) else " ".join(_plain(item).strip() for item in value)
    return _shown(" ".join(whole.split()).translate(_MARKDOWN))


def paragraphs(value: Text) -> str:
    """Text as Markdown paragraphs and lists."""
    return "\n".join(
        markdown(line) if not line.startswith(("- ", "* ")) else f"- {markdown(line[2:])}" for line in _paragraphs(value.value)
    ).strip()


def code_span(value: Text | str) -> str:
    """Text as a Markdown code span in a table cell."""
    joined = " ".join(_plain(value).split()).replace("|", "\\|")
    fence = "``" if "`" in joined else "`"
    return _shown(f"{fence}{joined}{fence}")


def _shown(text: str) -> str:
    """The text without characters that a reader cannot see."""
    return (
        text if text.isprintable() else "".join(character if unicodedata.category(character)[0] != "C" else "\ufffd" for character in text)
    )


def toml(value: Text | str) -> str:
    """Text as a basic string of TOML."""
    escapes = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
    return (
        '"'
        + "".join(
            escapes.get(character) or (character if unicodedata.category(character)[0] != "C" else "\ufffd") for character in _plain(value)
        )
        + '"'
    )


def source(value: Text) -> str:
    """Python source that we composed ourselves (an example), as it stands."""
    return value.value
