"""Models: Groups. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.codec.models import Model
from ..data_classes.iam import Group


class GroupItems(Model, kw_only=True):
    """Groups.

    Attributes:
        items: The groups.
    """

    items: list[Group]
    """The groups."""


class GroupCreate(Model, kw_only=True, rename="camel"):
    """A group to create.

    Attributes:
        name: Name of the group. At most 255 characters.
        source_id: Id of a group in the identity provider: its members are members of this group too.
        capabilities: What members may do.
    """

    name: str
    """Name of the group. At most 255 characters."""

    source_id: str | None = None
    """Id of a group in the identity provider: its members are members of this group too."""

    capabilities: list[dict[str, Any]] | None = None
    """What members may do."""


class GroupCreateItems(Model, kw_only=True):
    """Groups to create.

    Attributes:
        items: The groups.
    """

    items: list[GroupCreate]
    """The groups."""


class Capability(dict[str, Any]):
    """A right: an object with one member, whose name is that of the capability and whose value holds `actions`, a list, and `scope`, an
    object with one member, such as `{"all": {}}`.

    The capabilities, their actions, and their scopes with the member that holds ids (of `tableScope`: tables by database; of `all` and
    `currentuserscope`: nothing):

    - `groupsAcl`: LIST, READ, CREATE, UPDATE, DELETE; all or currentuserscope or datasetScope (`ids`)
    - `assetsAcl`: READ, WRITE; all or datasetScope (`ids`)
    - `eventsAcl`: READ, WRITE; all or datasetScope (`ids`)
    - `filesAcl`: READ, WRITE; all or datasetScope (`ids`)
    - `usersAcl`: LIST, CREATE, DELETE; all or currentuserscope
    - `projectsAcl`: LIST, READ, CREATE, UPDATE; all
    - `securityCategoriesAcl`: MEMBEROF, LIST, CREATE, DELETE; all or idscope (`ids`)
    - `rawAcl`: READ, WRITE, LIST; all or tableScope (`dbsToTables`)
    - `timeSeriesAcl`: READ, WRITE; all or idscope (`ids`) or assetRootIdScope (`rootIds`) or datasetScope (`ids`)
    - `apikeysAcl`: LIST, CREATE, DELETE; all or currentuserscope or idscope (`ids`)
    - `threedAcl`: READ, CREATE, UPDATE, DELETE; all
    - `sequencesAcl`: READ, WRITE; all or datasetScope (`ids`)
    - `labelsAcl`: READ, WRITE; all or datasetScope (`ids`)
    - `analyticsAcl`: READ, EXECUTE, LIST; all
    - `digitalTwinAcl`: READ, WRITE; all
    - `relationshipsAcl`: READ, WRITE; all or datasetScope (`ids`)
    - `datasetsAcl`: READ, WRITE, OWNER; all or idscope (`ids`)
    - `seismicAcl`: READ, WRITE; all
    - `geospatialAcl`: READ, WRITE; all
    - `geospatialCrsAcl`: READ, WRITE; all
    - `typesAcl`: READ, WRITE; all
    - `modelHostingAcl`: READ, WRITE; all
    - `functionsAcl`: READ, WRITE; all
    - `extractionpipelinesAcl`: READ, WRITE; all or idscope (`ids`) or datasetScope (`ids`)
    - `extractionrunsAcl`: READ, WRITE; all or extractionpipelinescope (`ids`) or datasetScope (`ids`)
    - `entityMatchingAcl`: READ, WRITE; all
    - `sessionsAcl`: LIST, CREATE; all
    - `transformationsAcl`: READ, WRITE; all or datasetScope (`ids`)

    A map with any keys: `Capability(key=value)`, or a plain `dict` in its place.
    """
