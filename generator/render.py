"""The view model → files, through the template tree. The path of a template is the path of its output.

In a path, `PACKAGE` is the import name; `API`, `MODELS`, `CLASSES` and `MODULE` stand for one file per API class, module of models, module of documented
classes and hand-written public module. A name with one leading underscore is a partial. Text of a document reaches output through the filters below only: `Text` has no string form.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .view.model.package import Package
from .view.model.parts import Text

Files = dict[PurePosixPath, str]

SUFFIX = ".jinja"
WIDTH = 140
_KEPT = {"\n"}
_MARKDOWN = str.maketrans({character: "\\" + character for character in "\\|<>[]"})


def render(package: Package, *templates: Path) -> Files:
    """Renders every template for one package: path of the output → text. Of several trees, the first that has a template wins."""
    names = [{PurePosixPath(path.relative_to(tree).as_posix()) for path in tree.rglob(f"*{SUFFIX}")} for tree in templates]
    environment = _environment(templates, frozenset(names[0]), Path.cwd())
    files: Files = {}
    for relative in sorted({name for tree in names for name in tree}):
        if any(_is_partial(part) for part in relative.parts):
            continue
        template = environment.get_template(str(relative))
        for path, context in _outputs(PurePosixPath(str(relative).removesuffix(SUFFIX)), package):
            files[path] = template.render(package=package, **context)
    return files


def _outputs(path: PurePosixPath, package: Package) -> Iterator[tuple[PurePosixPath, dict[str, Any]]]:
    """The output paths of one template, each with what the template sees beside the package."""
    path = PurePosixPath(*(package.name if part == "PACKAGE" else part for part in path.parts))
    if path.stem == "API":
        for api in package.apis:
            name = api.name if path.suffix == ".md" else api.module
            yield path.with_stem(name), {"api": api}
    elif path.stem == "MODULE":
        for written in package.written_modules:
            yield path.with_stem(written.name), {"module": written}
    elif path.stem == "MODELS":
        for module in package.modules:
            yield path.with_stem(module.name), {"module": module}
    elif path.stem == "CLASSES":
        for classes in package.classes:
            yield path.with_stem(classes.name), {"classes": classes}
    elif (
        (path.name == "params.py" and not package.params)
        or (path.name == "webhooks.py" and not package.webhooks)
        or (path.name == "callbacks.py" and not package.callbacks)
        or (path.name == "webhooks.md" and not package.webhooks and not package.callbacks)
        or (path.name == "LICENSE" and not package.facts.license_text)
        or (path.name == "CHANGELOG.md" and not package.facts.changelog)
        or ("data_classes" in path.parts and not package.classes)
        or ("testing" in path.parts and not package.testing)
    ):
        return
    else:
        yield path, {}


def _is_partial(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


@lru_cache(2)
def _environment(templates: tuple[Path, ...], first: frozenset[PurePosixPath], place: Path) -> Environment:
    """Compiles each template once, and again when it has changed; `first` and `place` tell which files are meant: those of the first tree win."""
    environment = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        finalize=_finalize,
    )
    environment.filters.update(
        docstring=docstring,
        entry=entry,
        identifier=identifier,
        literal=literal,
        markdown=markdown,
        toml=toml,
        code_span=code_span,
        paragraphs=paragraphs,
        source=source,
    )
    return environment


def _finalize(value: Any) -> Any:
    """Only strings and numbers are printed; anything else is a slip in a template."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return value
    raise TypeError(f"a template printed a {type(value).__name__}: use a filter, or a field of the view model")


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
    prefix = " " * (indent + hanging)
    lines: list[str] = []
    for paragraph in _paragraphs(escape_docstring(whole.strip())):
        if not paragraph:
            lines.append("")
            continue
        taken = first if not lines else 0
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
