"""The view model → files, through the template tree. The path of a template is the path of its output.

In a path, `PACKAGE` is the import name; `API`, `MODELS`, `CLASSES` and `MODULE` stand for one file per API class, module of models, module of documented
classes and hand-written public module. A name with one leading underscore is a partial. Text of a document reaches output
through the filters of `texts` only: `Text` has no string form.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path, PurePosixPath
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ..view.model.package import Package
from . import texts
from .compiled import Compiled
from .reads import Digests, Known, Reading

Files = dict[PurePosixPath, str]

SUFFIX = ".jinja"


def render(package: Package, *templates: Path, known: Known | None = None) -> Files:
    """Renders every template for one package: path of the output → text. Of several trees, the first that has a template wins.

    What is `known` of an earlier run is not rendered again.
    """
    digests = Digests(package)
    names = [{PurePosixPath(path.relative_to(tree).as_posix()) for path in tree.rglob(f"*{SUFFIX}")} for tree in templates]
    environment = _environment(templates, frozenset(names[0]), Path.cwd())
    files: Files = {}
    for relative in sorted({name for tree in names for name in tree}):
        if any(_is_partial(part) for part in relative.parts):
            continue
        for path, context in _outputs(PurePosixPath(str(relative).removesuffix(SUFFIX)), package):
            key = partial(digests.key, context)
            text = known.text(path, key) if known else None
            if text is None:
                reading = Reading(package)
                text = environment.get_template(str(relative)).render(package=reading, **context)
                if known:
                    read = tuple(reading.names_read)
                    known.note(path, read, key(read))
            files[path] = text
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
        bytecode_cache=Compiled(Path(__file__).read_bytes() + Path(texts.__file__).read_bytes()),
    )
    environment.filters.update(
        docstring=texts.docstring,
        entry=texts.entry,
        identifier=texts.identifier,
        literal=texts.literal,
        markdown=texts.markdown,
        toml=texts.toml,
        code_span=texts.code_span,
        paragraphs=texts.paragraphs,
        source=texts.source,
    )
    return environment


def _finalize(value: Any) -> Any:
    """Only strings and numbers are printed; anything else is a slip in a template."""
    if isinstance(value, str | int) and not isinstance(value, bool):
        return value
    raise TypeError(f"a template printed a {type(value).__name__}: use a filter, or a field of the view model")
