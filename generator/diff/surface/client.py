"""What a user can name or rely on beside methods and models: the client itself, how it is installed, set up and imported."""

from __future__ import annotations

from collections.abc import Iterator

from ...load.pointers import join
from ...view.model.package import Package
from .elements import Element, Fact
from .facts import texts
from .places import Located


def client_elements(package: Package, at: Located) -> Iterator[Element]:
    """Names, addresses, credentials, keywords of the constructor; webhooks and callbacks."""
    setting = at.setting
    for kind, name, pointer in (
        ("package", str(package.name), "/package"),
        ("distribution", package.distribution, "/distribution"),
        ("client", str(package.client_class), "/client_class"),
        ("title", package.title.value, "/title"),
    ):
        yield Element(kind=kind, path=kind, name=kind, place=setting(pointer), facts={"is": name})
    yield Element(kind="document", path="document", name="document", place=at.at("/info"), text=at.about())
    place = setting("/base_url") if at.has_setting("base_url") else at.at("/servers")
    yield Element(kind="address", path="address", name="address", place=place, facts={"is": package.base_url.value})
    for variable in package.variables:
        name = variable.name.value
        yield Element(kind="variable", path=f"environment {name}", name=name, place=setting("/environment"), text=texts(variable.meaning))
    for extra, requirements in package.extras:
        path, place = f"{package.distribution}[{extra}]", setting(join("/extras", extra))
        yield Element(kind="extra", path=path, name=extra, place=place, facts={"installs": ", ".join(sorted(requirements))})
    for alias, error in package.aliases:
        path, place = f"exceptions.{alias}", setting(join("/aliases", alias))
        yield Element(kind="exception", path=path, name=str(alias), place=place, facts={"is": str(error)})
    for item in package.exceptions:
        yield Element(kind="exception", path=f"exceptions.{item.name}", name=item.name, place=setting("/exceptions"))
    for scheme in package.security:
        pointer = join("/components/securitySchemes", scheme.name.value)
        place = at.at(pointer)
        facts: dict[str, Fact] = {
            "is": " ".join((scheme.kind, scheme.location, scheme.parameter.value) if scheme.is_key else (scheme.kind,)),
            "tokens": at.tokens(pointer),
        }
        path = f"credentials {scheme.name.value}"
        yield Element(kind="scheme", path=path, name=scheme.name.value, place=place, facts=facts, text=texts(scheme.hint))
    for part in package.server_variables:
        name, values = part.name.value, ", ".join(value.value for value in part.values)
        facts = {"default": part.default.value if part.default else "", "values": values, "required": part.default is None}
        yield Element(kind="server", path=f"server variable {name}", name=name, place=at.at("/servers"), facts=facts)
    for module, incoming in (("webhooks", package.webhooks), ("callbacks", package.callbacks)):
        for request in incoming:
            path, place = f"{module}.{request.constant}", at.at(f"/{module}")
            identity, text = f"{module} {request.name.value}", texts(request.summary, request.description)
            facts = {"is": str(request.type)}
            yield Element(kind="incoming", path=path, name=path, identity=identity, place=place, facts=facts, text=text)
    for setting_ in package.settings:
        path = f"{package.client_class}({setting_.name})"
        kind, _, default = str(setting_.declared).partition(": ")[2].rpartition(" = ")
        facts = {"type": kind, "required": False, "position": False, "default": default}
        yield Element(kind="setting", path=path, name=str(setting_.name), facts=facts, text=texts(*setting_.notes[:1]))
