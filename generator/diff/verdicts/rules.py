"""The rules: the facts of one element that stays → changes with a verdict. Pure; `compare` finds out what belongs to what."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Final

from ..surface.elements import Element, Fact
from . import bounds, client
from .changes import Change, Verdict, declared
from .judge import Judge, Rule, change, fact

_BREAKING, _COMPATIBLE, _DOCUMENTATION = Verdict.BREAKING, Verdict.COMPATIBLE, Verdict.DOCUMENTATION


def facts(judge: Judge, old: Element, new: Element) -> Iterator[Change]:
    """The changes of one element."""
    for rule in _RULES.get(old.kind, ()):
        yield from rule(judge, old, new)
    if old.digest != new.digest:
        shown = [text if not text.startswith("#") else "" for text in (old.text, new.text)]
        yield Change(f"{old.kind}-text", _DOCUMENTATION, new.path, "described otherwise", *_told(*shown), old.place, new.place)


def _told(old: str, new: str) -> tuple[str, str]:
    """The lines in which two texts differ."""
    lines = [[line.strip() for line in text.splitlines() if line.strip()] for text in (old, new)]
    mine, others = ([line for line in lines[side] if line not in lines[1 - side]] for side in (0, 1))
    return " ".join(mine), " ".join(others)


def _returns(judge: Judge, old: Element, new: Element) -> Iterator[Change]:
    before, after = str(old.facts["is"]), str(new.facts["is"])
    if before == "None" != after:
        yield change("type", _COMPATIBLE, old, new, "returns a value now", "is")
    elif not judge.result(before, after):
        yield change("type", _BREAKING, old, new, "returns another type", "is", seen=after != "Any")
    elif before != after:
        yield change("type", _COMPATIBLE, old, new, "returns a narrower type", "is")


def _needs(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    before, after = (_requirements(item.facts.get("needs", "")) for item in (old, new))
    if before != after:
        fine = all(any(other <= one for other in after) for one in before)
        message = "needs other credentials" if not fine else "takes other credentials as well"
        yield change("credentials", _COMPATIBLE if fine else _BREAKING, old, new, message, "needs", seen=fine)


def _scopes(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    """OAuth scopes of the schemes that an operation needs before and after."""
    before, after = (json.loads(str(item.facts.get("scopes") or "{}")) for item in (old, new))
    stay = _schemes(old) & _schemes(new)
    more = any(set(after.get(name, ())) - set(before.get(name, ())) for name in stay)
    if "scopes" in old.facts and (more or any(before.get(name) != after.get(name) for name in stay)):
        verdict, message = (_BREAKING, "needs more scopes") if more else (_COMPATIBLE, "needs fewer scopes")
        yield change("scopes", verdict, old, new, message, "scopes", seen=False)


def _schemes(item: Element) -> set[str]:
    return {name for one in _requirements(item.facts.get("needs", "")) for name in one}


def _closed(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    """Whether the server takes properties that the document does not name."""
    if "closed" in old.facts and old.facts["sent"] and new.facts["sent"] and old.facts["closed"] != new.facts["closed"]:
        verdict, message = (
            (_BREAKING, "the server accepts no other properties")
            if new.facts["closed"]
            else (_COMPATIBLE, "the server accepts other properties")
        )
        yield change("closed", verdict, old, new, message, "closed", seen=False)


def _requirements(text: Fact) -> set[frozenset[str]]:
    return {frozenset(one.split(" and ")) - {"nothing"} for one in str(text).split(" or ")}


def _deprecated(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    before, after = old.facts.get("deprecated", ""), new.facts.get("deprecated", "")
    if bool(before) != bool(after):
        called = "deprecated; a call gives a DeprecationWarning" if old.kind == "method" else "deprecated"
        kind, message = ("deprecated", called) if after else ("undeprecated", "no longer deprecated")
        was, now = (value if isinstance(value, str) else "" for value in (before, after))
        yield Change(f"{old.kind}-{kind}", _COMPATIBLE, new.path, message, was, now, old.place, new.place)


def _given(judge: Judge, old: Element, new: Element) -> Iterator[Change]:
    """Type, default, and how a parameter is given."""
    before, after = old.facts, new.facts
    if not judge.argument(str(before["type"]), str(after["type"])):
        yield change("type", _BREAKING, old, new, "takes another type")
    elif before["type"] != after["type"]:
        yield change("type", _COMPATIBLE, old, new, "takes more types")
    if after["required"] and not before["required"]:
        yield change("required", _BREAKING, old, new, "is required now")
    elif before["position"] and not after["position"]:
        yield change(
            "keyword", _BREAKING, old, new, "may be left out; it is keyword-only now" if not after["required"] else "is keyword-only now"
        )
    elif before["required"] and not after["required"]:
        yield change("optional", _COMPATIBLE, old, new, "may be left out")
    elif before["default"] != after["default"]:
        yield change("default", _COMPATIBLE, old, new, "another default", "default")


def _identity(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    if old.identity != new.identity and old.identity and new.identity:
        yield Change(f"{old.kind}-wire", _COMPATIBLE, new.path, "sent in another way", old.identity, new.identity, old.place, new.place)


def _style(judge: Judge, old: Element, new: Element) -> Iterator[Change]:
    if old.facts["type"] == new.facts["type"]:  # else its style may follow from that
        yield from fact("style", _COMPATIBLE, "sent in another way")(judge, old, new)


def _held(judge: Judge, old: Element, new: Element) -> Iterator[Change]:
    """Type and presence of a field, as it is read and as it is sent."""
    before, after = old.facts, new.facts
    types = str(before["type"]), str(after["type"])
    if not before["received"] and before["needed"] != after["needed"]:  # that it may be left out is said below
        types = _present(types[0]), _present(types[1])
    sent, received = before["sent"] and after["sent"], before["received"]
    if types[0] != types[1]:
        fine = (not received or judge.result(*types)) and (not sent or judge.argument(*types))
        message = "has another type" if not fine else "has a narrower type" if received else "takes more types"
        yield change("type", _COMPATIBLE if fine else _BREAKING, old, new, message, "type", seen=fine or types[1] != "Any")
    elif sent and before["entry"] != after["entry"]:
        fine = judge.argument(str(before["entry"]), str(after["entry"]))
        message = "its entry in a dictionary takes more types" if fine else "its entry in a dictionary takes another type"
        yield change("entry", _COMPATIBLE if fine else _BREAKING, old, new, message, "entry")
    if sent and after["needed"] and not before["needed"]:
        yield change("required", _BREAKING, old, new, "is required in requests now")
    elif sent and before["needed"] and not after["needed"]:
        yield change("optional", _COMPATIBLE, old, new, "may be left out in requests")
    if sent and before["key"] and before["key"] != after["key"]:
        yield change("key", _BREAKING, old, new, "has another key in dictionaries", "key")
    elif old.identity != new.identity:
        yield from _identity(judge, old, new)


def _present(code: str) -> str:
    """The type of a field that is there."""
    return code.removesuffix(" | UnsetType").removesuffix(" | None")


def _rules(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    """What a server asks of values, and the default that it takes."""
    before, after = (json.loads(str(item.facts.get("rules", "{}"))) for item in (old, new))
    if before != after and old.facts.get("sent", True):
        whole = re.fullmatch(r"int( \| None)?( \| UnsetType)?", f"{new.facts.get('type')}") is not None
        narrower = bounds.narrower(before, after, whole)
        if narrower:
            yield change("rules", _BREAKING, old, new, f"the server accepts fewer values ({', '.join(narrower)})", "rules", seen=False)
        elif bounds.narrower(after, before, whole):
            yield change("rules", _COMPATIBLE, old, new, "the server accepts more values", "rules")
    if old.facts.get("format", "") != new.facts.get("format", "") and declared(old) == declared(new):
        yield change("format", _DOCUMENTATION, old, new, "another format", "format")
    if old.facts.get("on_server", "") != new.facts.get("on_server", ""):
        yield change("server-default", _COMPATIBLE, old, new, "the server has another default", "on_server")


def _map_values(judge: Judge, old: Element, new: Element) -> Iterator[Change]:
    if old.facts["type"] != new.facts["type"]:
        fine = judge.argument(str(old.facts["type"]), str(new.facts["type"])) and judge.result(
            str(old.facts["type"]), str(new.facts["type"])
        )
        yield change("type", _COMPATIBLE if fine else _BREAKING, old, new, "holds values of another type", "type")


def _flags(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    """Who sets a field: the server alone (`readOnly`), or the user alone (`writeOnly`)."""
    for name, used, message in (
        ("read_only", "sent", "is set by the server only"),
        ("write_only", "received", "is not in responses any more"),
    ):
        before, after = (bool(item.facts.get(name)) for item in (old, new))
        if before != after and old.facts[used] and name in old.facts:
            verdict, said = (_BREAKING, message) if after else (_COMPATIBLE, f"{name.replace('_', '-')} no longer")
            yield change(name, verdict, old, new, said, name, seen=False)


def _media(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    """Media types of a body and of answers that stay; what comes or goes is reported as such."""
    for name, message in (("sent_as", "the body has another media type"), ("answered_as", "the response has another media type")):
        if "Not defined" not in (old.facts.get(name), new.facts.get(name)):
            yield from fact(name, _COMPATIBLE, message)(_, old, new)


def _headers(_: Judge, old: Element, new: Element) -> Iterator[Change]:
    """Documented headers of answers; no annotation tells them."""
    if "headers" not in old.facts or "headers" not in new.facts:
        return
    before, after = (json.loads(str(item.facts["headers"])) for item in (old, new))
    if before != after:
        fine = all(after.get(name) == kind for name, kind in before.items())
        message = "more response headers are documented" if fine else "response headers are removed or have another type"
        yield change("headers", _COMPATIBLE if fine else _BREAKING, old, new, message, "headers", seen=fine)


def _members(judge: Judge, old: Element, new: Element) -> Iterator[Change]:
    before, after = str(old.facts["members"]), str(new.facts["members"])
    if before != after:
        fine = (not old.facts["received"] or judge.result(before, after)) and (not old.facts["sent"] or judge.argument(before, after))
        yield change("members", _COMPATIBLE if fine else _BREAKING, old, new, "has other members", "members")
    else:
        yield from fact("told", _COMPATIBLE, "its members are distinguished in another way")(judge, old, new)


def _others(judge: Judge, old: Element, new: Element) -> Iterator[Change]:
    before, after = str(old.facts["others"]), str(new.facts["others"])
    if before != after:
        fine = not before or not after or judge.result(before, after)
        yield change("others", _COMPATIBLE if fine else _BREAKING, old, new, "additional properties have another type", "others")


_RULES: Final[Mapping[str, tuple[Rule, ...]]] = {
    "package": (fact("is", _BREAKING, "imported under another name"),),
    "distribution": (fact("is", _BREAKING, "installed under another name", seen=False),),
    "client": (fact("is", _BREAKING, "the client class has another name"),),
    "title": (fact("is", _DOCUMENTATION, "another title"),),
    "address": (client.address,),
    "server": (client.server_variable,),
    "incoming": (client.incoming,),
    "model": (_others, _closed),
    "extra": (fact("installs", _COMPATIBLE, "installs other requirements"),),
    "exception": (fact("is", _BREAKING, "is an alias of another error", seen=False),),
    "scheme": (client.scheme,),
    "setting": (_given,),
    "api": (fact("class", _BREAKING, "its class has another name"),),
    "method": (
        _needs,
        _scopes,
        _deprecated,
        fact("server", _COMPATIBLE, "goes to another address"),
        fact("sends", _COMPATIBLE, "sent in another way"),
        _media,
        fact("works", _COMPATIBLE, "paging, batches or jobs work in another way"),
        _headers,
        fact("statuses", _COMPATIBLE, "other statuses are successes"),
        fact("retry", _COMPATIBLE, "retried under other conditions"),
        fact("errors", _COMPATIBLE, "other errors are documented"),
    ),
    "result": (_returns,),
    "parameter": (_given, _identity, _style, _rules, _deprecated),
    "field": (_held, _flags, _rules, _deprecated),
    "map": (_map_values,),
    "union": (_members,),
    "class": (fact("style", _BREAKING, "made in another way"),),
    "patch": (fact("is", _BREAKING, "set in another way"),),
}
