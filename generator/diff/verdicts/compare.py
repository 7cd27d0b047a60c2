"""Two surfaces → the changes between them: finds out which elements are the same, and has `rules` judge."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..surface.elements import Element, Surface
from . import presence, rules
from .assignable import Types
from .changes import Change, Verdict
from .judge import Judge


def compare(old: Surface, new: Surface) -> list[Change]:
    """Every change, the worst ones first, each kind in the order of the surface."""
    found = [*_Comparison(old, new).changes()]
    return sorted(found, key=lambda change: -change.verdict.rank)


def worst(changes: Sequence[Change]) -> Verdict | None:
    """The verdict on all of them together; None: there are none."""
    return max((change.verdict for change in changes), key=lambda verdict: verdict.rank, default=None)


@dataclass
class _Matched:
    """What stands below one element, in both surfaces."""

    pairs: list[tuple[Element, Element]] = field(default_factory=list[tuple[Element, Element]])
    removed: list[Element] = field(default_factory=list[Element])
    added: list[Element] = field(default_factory=list[Element])

    def match(self, key: Callable[[Element], object]) -> None:
        """Pairs what is left over and has the same key, which nothing else has."""
        rest = {side: [key(item) for item in items] for side, items in (("old", self.removed), ("new", self.added))}
        for item in [*self.removed]:
            wanted = key(item)
            if wanted and rest["old"].count(wanted) == rest["new"].count(wanted) == 1:
                other = next(other for other in self.added if key(other) == wanted)
                self.pairs.append((item, other))
                self.removed.remove(item)
                self.added.remove(other)


class _Comparison:
    def __init__(self, old: Surface, new: Surface) -> None:
        self.old, self.new = old, new
        self.judge = Judge(Types(old.aliases), Types(new.aliases))
        self.later: dict[str, str] = {"": ""}
        """Path of an element that stays → its path in the later surface."""
        self.earlier: dict[str, str] = {"": ""}
        self.lost = _Matched()
        """Methods that are not below the same API class any more."""

    def changes(self) -> Iterator[Change]:
        yield from self._below("", "")
        self.lost.match(lambda item: item.identity)
        for pair in self.lost.pairs:
            yield from self._pair(*pair)
        yield from self._left(self.lost)

    def _below(self, old: str, new: str) -> Iterator[Change]:
        matched = self._match(old, new)
        for pair in matched.pairs:
            yield from self._pair(*pair)
        for side, items in ((self.lost.removed, matched.removed), (self.lost.added, matched.added)):
            side += [item for item in items if item.kind == "method" and item.identity]
            items[:] = [item for item in items if not (item.kind == "method" and item.identity)]
        yield from self._left(matched)
        if old:
            yield from self._positions(old, new, matched)

    def _match(self, old: str, new: str) -> _Matched:
        matched = _Matched()
        mine, others = self.old.children.get(old, ()), {(item.kind, item.name): item for item in self.new.children.get(new, ())}
        elsewhere = _swapped(mine, others)
        for item in mine:
            other = None if (item.kind, item.name) in elsewhere else others.pop((item.kind, item.name), None)
            if other is None:
                matched.removed.append(item)
            else:
                matched.pairs.append((item, other))
        matched.added = [*others.values()]
        matched.match(lambda item: item.identity and (item.kind, item.identity))
        for item, other in matched.pairs:
            self.later[item.path], self.earlier[other.path] = other.path, item.path
        return matched

    def _left(self, matched: _Matched) -> Iterator[Change]:
        for item in matched.removed:
            if item.kind == "api":  # its methods may be elsewhere now
                self.lost.removed += [method for method in self.old.children.get(item.path, ()) if method.identity]
            yield presence.removed(item, self._place(self.new, self.later, item))
        for item in matched.added:
            if item.kind == "api":
                self.lost.added += [method for method in self.new.children.get(item.path, ()) if method.identity]
            yield presence.added(item, self._place(self.old, self.earlier, item))

    def _place(self, other: Surface, counterparts: Mapping[str, str], item: Element) -> str:
        """The line, in the other state, of what an element belongs to."""
        holder = other.get(counterparts.get(item.parent, ""))
        return holder.place if holder else ""

    def _pair(self, old: Element, new: Element) -> Iterator[Change]:
        if old.name != new.name or (old.kind == "method" and self.later.get(old.parent) != new.parent):
            yield presence.renamed(old, new, self.new.get(old.path) is None)
        yield from rules.facts(self.judge, old, new)
        yield from self._below(old.path, new.path)

    def _positions(self, old: str, new: str, matched: _Matched) -> Iterator[Change]:
        """Whether what is given by position still goes where it went. What is renamed, new and required, or gone is reported as such."""
        kept = {item.path: other for item, other in matched.pairs if item.facts.get("position") and other.facts.get("position")}
        before = [item for item in self.old.children.get(old, ()) if item.path in kept]
        stay = {item.path for item in kept.values()} | {item.path for item in matched.added if not item.facts.get("required")}
        after = [item for item in self.new.children.get(new, ()) if item.facts.get("position") and item.path in stay]
        if [kept[item.path] for item in before] != after[: len(before)]:
            types = ((str(one.facts["type"]), str(other.facts["type"])) for one, other in zip(before, after, strict=False))
            seen = not all(self.judge.argument(*pair) for pair in types)
            yield presence.positions(self.old.elements[old], self.new.elements[new], before, after, seen)


def _swapped(mine: Sequence[Element], others: Mapping[tuple[str, str], Element]) -> set[tuple[str, str]]:
    """Names of methods, parameters and fields that stand for something else now, while what they stood for has another name.

    A parameter of a path is what its name says, wherever it stands there.
    """
    kinds = ("method", "parameter", "field")
    known = {(item.kind, item.identity): item.name for item in others.values() if item.kind in kinds}
    return {
        (item.kind, item.name)
        for item in mine
        if not item.identity.startswith("path ")
        and (other := others.get((item.kind, item.name)))
        and known.get((item.kind, item.identity), item.name) != item.name
        and other.identity != item.identity
    }
