"""Models: several resource families. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from msgspec import UNSET, UnsetType

from .._runtime.codec.models import READ_ONLY, Model, alternatives
from ..data_classes.extractionpipelines import ExtractionPipelineContact
from ..data_classes.files import GeoLocation
from ..data_classes.iam import ServiceAccount
from ..data_classes.labels import Label
from ..data_classes.three_d import RevisionCameraProperties

if TYPE_CHECKING:
    RelationshipResourceType: TypeAlias = Literal["asset", "timeSeries", "file", "event", "sequence"]
    SequenceValueType: TypeAlias = Literal["STRING", "DOUBLE", "LONG"]
    ThreeDRevisionStatus: TypeAlias = Literal["Queued", "Processing", "Done", "Failed"]
    ViewSourceType: TypeAlias = Literal["events", "assets", "sequences", "timeSeries", "files"]
    RawTablesPatch: TypeAlias = "RawTablesSet | RawTablesAddRemove"
    """Change of the raw tables: all at once, or by adding and removing."""
    ContactsPatch: TypeAlias = "ContactsSet | ContactsAddRemove"
    """Change of the contacts: all at once, or by adding and removing."""
    ObjectPatch: TypeAlias = "MetadataSet | MetadataAddRemove"
    """Change of metadata: all at once, or by adding and removing."""
    LabelsPatch: TypeAlias = "LabelsSet | LabelsAddRemove"
    """Change of the labels: all at once, or by adding and removing."""
    ArrayPatchLong: TypeAlias = "LongsSet | LongsAddRemove"
    """Change of a list of ids: all at once, or by adding and removing."""
else:  # any other value is taken too, so that a newer server never makes an older client fail
    RelationshipResourceType = str
    SequenceValueType = str
    ThreeDRevisionStatus = str
    ViewSourceType = str
    RawTablesPatch = alternatives(
        "RawTablesPatch",
        lambda: RawTablesSet | RawTablesAddRemove,
    )
    ContactsPatch = alternatives(
        "ContactsPatch",
        lambda: ContactsSet | ContactsAddRemove,
    )
    ObjectPatch = alternatives(
        "ObjectPatch",
        lambda: MetadataSet | MetadataAddRemove,
    )
    LabelsPatch = alternatives(
        "LabelsPatch",
        lambda: LabelsSet | LabelsAddRemove,
    )
    ArrayPatchLong = alternatives(
        "ArrayPatchLong",
        lambda: LongsSet | LongsAddRemove,
    )


class ErrorDetails(Model, kw_only=True):
    """What went wrong. Some errors carry further members.

    Attributes:
        code: HTTP status of the error.
        message: What went wrong, for people.
        missing: Identifiers in the request that do not exist.
        duplicated: Identifiers in the request that exist already, or twice in it.
    """

    code: int
    """HTTP status of the error."""

    message: str
    """What went wrong, for people."""

    missing: list[dict[str, Any]] | None = None
    """Identifiers in the request that do not exist."""

    duplicated: list[dict[str, Any]] | None = None
    """Identifiers in the request that exist already, or twice in it."""


class ErrorResponse(Model, kw_only=True):
    """Why a request was refused.

    Attributes:
        error: What went wrong: an object, or a bare text.
    """

    error: ErrorDetails | str
    """What went wrong: an object, or a bare text."""


class Identifier(Model, kw_only=True, rename="camel"):
    """Names one resource: by `id` or by `external_id`, exactly one of them.

    Attributes:
        id: Id given by the server. At least 1.
        external_id: Id given by the project, unique among the resources of this type. At most 255 characters.
    """

    id: int | None = None
    """Id given by the server. At least 1."""

    external_id: str | None = None
    """Id given by the project, unique among the resources of this type. At most 255 characters."""


class IdentifiersIgnoring(Model, kw_only=True, rename="camel"):
    """Resources to look up or delete, each named by id or external id.

    Attributes:
        items: The resources, in the order of the answer. Between 1 and 1000 items.
        ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`.
    """

    items: list[Identifier]
    """The resources, in the order of the answer. Between 1 and 1000 items."""

    ignore_unknown_ids: bool | None = None
    """Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`."""


class Identifiers(Model, kw_only=True):
    """Resources to delete, each named by id or external id.

    Attributes:
        items: The resources. Between 1 and 1000 items.
    """

    items: list[Identifier]
    """The resources. Between 1 and 1000 items."""


class SequenceColumnCreate(Model, kw_only=True, rename="camel"):
    """A column of a sequence to create.

    Attributes:
        name: Name of the column.
        external_id: Id of the column within the sequence. At most 255 characters.
        description: What it is, for people.
        value_type: Type of the values; `DOUBLE` unless said otherwise. One of `STRING`, `DOUBLE`, `LONG`.
        metadata: Free texts by name.
    """

    name: str | None = None
    """Name of the column."""

    external_id: str
    """Id of the column within the sequence. At most 255 characters."""

    description: str | None = None
    """What it is, for people."""

    value_type: SequenceValueType | None = None
    """Type of the values; `DOUBLE` unless said otherwise. One of `STRING`, `DOUBLE`, `LONG`."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""


class ExternalIdentifier(Model, kw_only=True, rename="camel"):
    """Names one resource by its external id.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type. Between 1 and 255 characters.
    """

    external_id: str
    """Id given by the project, unique among the resources of this type. Between 1 and 255 characters."""


class InternalIdentifier(Model, kw_only=True):
    """Names one resource by its id.

    Attributes:
        id: Id given by the server. At least 1.
    """

    id: int
    """Id given by the server. At least 1."""


class ThreeDIds(Model, kw_only=True):
    """Models or revisions to delete.

    Attributes:
        items: The models or revisions. Between 1 and 1000 items.
    """

    items: list[InternalIdentifier]
    """The models or revisions. Between 1 and 1000 items."""


class TemplateExternalIds(Model, kw_only=True, rename="camel"):
    """Groups, instances or views to look up or delete.

    Attributes:
        items: Their external ids.
        ignore_unknown_ids: Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`.
    """

    items: list[ExternalIdentifier]
    """Their external ids."""

    ignore_unknown_ids: bool | None = None
    """Pass over ids that do not exist instead of refusing the whole request. Default on the server: `false`."""


class ServiceAccountItems(Model, kw_only=True):
    """Accounts.

    Attributes:
        items: The accounts.
    """

    items: list[ServiceAccount]
    """The accounts."""


class NumericIds(Model, kw_only=True):
    """Bare ids.

    Attributes:
        items: The ids. At least 1 item.
    """

    items: list[int]
    """The ids. At least 1 item."""


class ExtractionPipelineRawTable(Model, kw_only=True, rename="camel"):
    """A raw table that a pipeline writes to.

    Attributes:
        db_name: Name of the database. Not empty.
        table_name: Name of the table. Not empty.
    """

    db_name: str
    """Name of the database. Not empty."""

    table_name: str
    """Name of the table. Not empty."""


class ExtractionPipelineSetExternalId(Model, kw_only=True):
    """Change of the external id.

    Attributes:
        set: The new value. Between 1 and 255 characters.
    """

    set: str
    """The new value. Between 1 and 255 characters."""


class SetName(Model, kw_only=True):
    """Change of a name that cannot be removed.

    Attributes:
        set: The new value. Between 1 and 140 characters.
    """

    set: str
    """The new value. Between 1 and 140 characters."""


class ExtractionPipelineSetDescription(Model, kw_only=True):
    """Change of the description.

    Attributes:
        set: The new value; null to remove it. At most 500 characters.
    """

    set: str | None | UnsetType = UNSET
    """The new value; null to remove it. At most 500 characters."""


class ExtractionPipelineSetDataSet(Model, kw_only=True):
    """Change of the data set.

    Attributes:
        set: The new value. At least 0.
    """

    set: int | None = None
    """The new value. At least 0."""


class ExtractionPipelineSetSchedule(Model, kw_only=True):
    """Change of the schedule.

    Attributes:
        set: When the pipeline runs: `On trigger`, `Continuous`, a macro (`@annually`, `@yearly`, `@monthly`, `@weekly`, `@daily`,
            `@hourly`, `@reboot`), `@every` and a duration in ns, us, ms, s, m or h, or a cron expression of 5 to 7 fields.
    """

    set: str | None | UnsetType = UNSET
    """When the pipeline runs: `On trigger`, `Continuous`, a macro (`@annually`, `@yearly`, `@monthly`, `@weekly`, `@daily`, `@hourly`,
    `@reboot`), `@every` and a duration in ns, us, ms, s, m or h, or a cron expression of 5 to 7 fields."""


class RawTablesSet(Model, kw_only=True):
    """Replaces all raw tables.

    Attributes:
        set: The new tables.
    """

    set: list[ExtractionPipelineRawTable] | None = None
    """The new tables."""


class RawTablesAddRemove(Model, kw_only=True):
    """Changes some of the raw tables.

    Attributes:
        add: Tables to add.
        remove: Tables to remove.
    """

    add: list[ExtractionPipelineRawTable] | None = None
    """Tables to add."""

    remove: list[ExtractionPipelineRawTable] | None = None
    """Tables to remove."""


class ContactsSet(Model, kw_only=True):
    """Replaces all contacts.

    Attributes:
        set: The new contacts.
    """

    set: list[ExtractionPipelineContact] | None = None
    """The new contacts."""


class ContactsAddRemove(Model, kw_only=True):
    """Changes some of the contacts.

    Attributes:
        add: Contacts to add.
        remove: Contacts to remove.
    """

    add: list[ExtractionPipelineContact] | None = None
    """Contacts to add."""

    remove: list[ExtractionPipelineContact] | None = None
    """Contacts to remove."""


class MetadataSet(Model, kw_only=True):
    """Replaces all metadata.

    Attributes:
        set: The new metadata.
    """

    set: dict[str, str]
    """The new metadata."""


class MetadataAddRemove(Model, kw_only=True):
    """Changes some of the metadata.

    Attributes:
        add: Pairs to add or overwrite.
        remove: Keys to remove.
    """

    add: dict[str, str] | None = None
    """Pairs to add or overwrite."""

    remove: list[str] | None = None
    """Keys to remove."""


class ExtractionPipelineSetSource(Model, kw_only=True):
    """Change of the source.

    Attributes:
        set: The new value; null to remove it. At most 255 characters.
    """

    set: str | None | UnsetType = UNSET
    """The new value; null to remove it. At most 255 characters."""


class ExtractionPipelineSetDocumentation(Model, kw_only=True):
    """Change of the documentation.

    Attributes:
        set: The new value; null to remove it. At most 10000 characters.
    """

    set: str | None | UnsetType = UNSET
    """The new value; null to remove it. At most 10000 characters."""


class ExtractionPipelineChanges(Model, kw_only=True, rename="camel"):
    """Changes of a pipeline. Nothing is removed by `setNull` here.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        name: Name of the pipeline.
        description: What it is, for people.
        data_set_id: Data set that the resource belongs to.
        schedule: When the pipeline runs.
        raw_tables: Raw tables that it writes to.
        contacts: People who answer for it.
        metadata: Free texts by name.
        source: Where the data comes from.
        documentation: Documentation, as Markdown.
    """

    external_id: ExtractionPipelineSetExternalId | None = None
    """Id given by the project, unique among the resources of this type."""

    name: SetName | None = None
    """Name of the pipeline."""

    description: ExtractionPipelineSetDescription | None = None
    """What it is, for people."""

    data_set_id: ExtractionPipelineSetDataSet | None = None
    """Data set that the resource belongs to."""

    schedule: ExtractionPipelineSetSchedule | None = None
    """When the pipeline runs."""

    raw_tables: RawTablesPatch | None = None
    """Raw tables that it writes to."""

    contacts: ContactsPatch | None = None
    """People who answer for it."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""

    source: ExtractionPipelineSetSource | None = None
    """Where the data comes from."""

    documentation: ExtractionPipelineSetDocumentation | None = None
    """Documentation, as Markdown."""


class TemplateFieldResolversPatch(Model, kw_only=True):
    """Change of the field resolvers: all at once (`set`), or by adding and removing.

    Attributes:
        set: The new resolvers.
        add: Resolvers to add or overwrite.
        remove: Names of fields to remove.
    """

    set: dict[str, Any] | None = None
    """The new resolvers."""

    add: dict[str, Any] | None = None
    """Resolvers to add or overwrite."""

    remove: list[str] | None = None
    """Names of fields to remove."""


class TemplateInstanceChanges(Model, kw_only=True, rename="camel"):
    """Changes of an instance.

    Attributes:
        field_resolvers: Where each field gets its value.
    """

    field_resolvers: TemplateFieldResolversPatch | None = None
    """Where each field gets its value."""


class GraphQlLocation(Model, kw_only=True):
    """A place in a query.

    Attributes:
        line: Line, from 1.
        column: Column, from 1.
    """

    line: int | None = None
    """Line, from 1."""

    column: int | None = None
    """Column, from 1."""


class GraphQlError(Model, kw_only=True):
    """What went wrong in a query.

    Attributes:
        message: What went wrong, for people.
        path: Fields that lead to the place in the answer.
        locations: Places in the query.
    """

    message: str | None = None
    """What went wrong, for people."""

    path: list[str] | None = None
    """Fields that lead to the place in the answer."""

    locations: list[GraphQlLocation] | None = None
    """Places in the query."""


class EntityMatchingMatch(Model, kw_only=True):
    """A match of a source.

    Attributes:
        score: How sure the match is, from 0 to 1.
        target: The target.
    """

    score: float | int | None = None
    """How sure the match is, from 0 to 1."""

    target: dict[str, Any] | None = None
    """The target."""


class EntityMatchingPrediction(Model, kw_only=True):
    """A source and its matches.

    Attributes:
        source: The source.
        matches: The matches, the best first.
    """

    source: dict[str, Any] | None = None
    """The source."""

    matches: list[EntityMatchingMatch] | None = None
    """The matches, the best first."""


class EntityMatchingSetName(Model, kw_only=True):
    """Change of a name.

    Attributes:
        set: The new value. At most 256 characters.
    """

    set: str
    """The new value. At most 256 characters."""


class EntityMatchingSetDescription(Model, kw_only=True):
    """Change of a description.

    Attributes:
        set: The new value. At most 500 characters.
    """

    set: str
    """The new value. At most 500 characters."""


class EntityMatchingModelChanges(Model, kw_only=True):
    """Changes of a model.

    Attributes:
        name: Name for people.
        description: What it is, for people.
    """

    name: EntityMatchingSetName | None = None
    """Name for people."""

    description: EntityMatchingSetDescription | None = None
    """What it is, for people."""


class ThreeDSetPublished(Model, kw_only=True):
    """Change of a flag.

    Attributes:
        set: The new value.
    """

    set: bool | None = None
    """The new value."""


class ThreeDSetRotation(Model, kw_only=True):
    """Change of the rotation.

    Attributes:
        set: The new rotation around x, y, z. Exactly 3 items.
    """

    set: list[float | int] | None = None
    """The new rotation around x, y, z. Exactly 3 items."""


class ThreeDSetCamera(Model, kw_only=True):
    """Change of the camera.

    Attributes:
        set: The new camera.
    """

    set: RevisionCameraProperties | None = None
    """The new camera."""


class ThreeDModelRevisionChanges(Model, kw_only=True):
    """Changes of a revision.

    Attributes:
        published: Whether the revision is published.
        rotation: Rotation around x, y, z.
        camera: Where the camera is at first.
        metadata: Free texts by name.
    """

    published: ThreeDSetPublished | None = None
    """Whether the revision is published."""

    rotation: ThreeDSetRotation | None = None
    """Rotation around x, y, z."""

    camera: ThreeDSetCamera | None = None
    """Where the camera is at first."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""


class ThreeDSetName(Model, kw_only=True):
    """Change of a model's name.

    Attributes:
        set: The new value. Between 1 and 255 characters.
    """

    set: str | None = None
    """The new value. Between 1 and 255 characters."""


class SinglePatchDataSetId(Model, kw_only=True, rename="camel"):
    """Change of the data set: `set` or `set_null`.

    Attributes:
        set: The new data set. At least 1.
        set_null: True to take the resource out of its data set.
    """

    set: int | None = None
    """The new data set. At least 1."""

    set_null: bool | None = None
    """True to take the resource out of its data set."""


class ThreeDModelChanges(Model, kw_only=True, rename="camel"):
    """Changes of a model.

    Attributes:
        name: Name of the model.
        data_set_id: Data set that the resource belongs to.
        metadata: Free texts by name.
    """

    name: ThreeDSetName | None = None
    """Name of the model."""

    data_set_id: SinglePatchDataSetId | None = None
    """Data set that the resource belongs to."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""


class RelationshipSetType(Model, kw_only=True):
    """Change of a type of resource.

    Attributes:
        set: The new value. One of `asset`, `timeSeries`, `file`, `event`, `sequence`.
    """

    set: RelationshipResourceType
    """The new value. One of `asset`, `timeSeries`, `file`, `event`, `sequence`."""


class RelationshipSetExternalId(Model, kw_only=True):
    """Change of the external id at one end.

    Attributes:
        set: The new value. Between 1 and 255 characters.
    """

    set: str
    """The new value. Between 1 and 255 characters."""


class SinglePatchConfidence(Model, kw_only=True, rename="camel"):
    """Change of the confidence: `set` or `set_null`.

    Attributes:
        set: The new value. Between 0 and 1.
        set_null: True to remove the value.
    """

    set: float | int | None = None
    """The new value. Between 0 and 1."""

    set_null: bool | None = None
    """True to remove the value."""


class SinglePatchTime(Model, kw_only=True, rename="camel"):
    """Change of a time: `set` or `set_null`.

    Attributes:
        set: The new value. At least 0.
        set_null: True to remove the value.
    """

    set: int | None = None
    """The new value. At least 0."""

    set_null: bool | None = None
    """True to remove the value."""


class LabelsSet(Model, kw_only=True):
    """Replaces all labels.

    Attributes:
        set: The new labels. At most 10 items.
    """

    set: list[Label]
    """The new labels. At most 10 items."""


class LabelsAddRemove(Model, kw_only=True):
    """Changes some of the labels.

    Attributes:
        add: Labels to add. At most 10 items.
        remove: Labels to remove. At most 10 items.
    """

    add: list[Label] | None = None
    """Labels to add. At most 10 items."""

    remove: list[Label] | None = None
    """Labels to remove. At most 10 items."""


class RelationshipChanges(Model, kw_only=True, rename="camel"):
    """Changes of a relationship.

    Attributes:
        source_type: Type of the resource that the tie starts from.
        source_external_id: External id of the resource that the tie starts from.
        target_type: Type of the resource that the tie leads to.
        target_external_id: External id of the resource that the tie leads to.
        confidence: How sure the tie is.
        start_time: When the tie began to hold.
        end_time: When the tie ceased to hold.
        data_set_id: Data set that the resource belongs to.
        labels: Labels on the resource.
    """

    source_type: RelationshipSetType | None = None
    """Type of the resource that the tie starts from."""

    source_external_id: RelationshipSetExternalId | None = None
    """External id of the resource that the tie starts from."""

    target_type: RelationshipSetType | None = None
    """Type of the resource that the tie leads to."""

    target_external_id: RelationshipSetExternalId | None = None
    """External id of the resource that the tie leads to."""

    confidence: SinglePatchConfidence | None = None
    """How sure the tie is."""

    start_time: SinglePatchTime | None = None
    """When the tie began to hold."""

    end_time: SinglePatchTime | None = None
    """When the tie ceased to hold."""

    data_set_id: SinglePatchDataSetId | None = None
    """Data set that the resource belongs to."""

    labels: LabelsPatch | None = None
    """Labels on the resource."""


class ConfidenceRange(Model, kw_only=True):
    """A span of confidences, both ends inclusive.

    Attributes:
        min: Least confidence.
        max: Greatest confidence.
    """

    min: float | int | None = None
    """Least confidence."""

    max: float | int | None = None
    """Greatest confidence."""


class RelationshipResourceReference(Model, kw_only=True, rename="camel"):
    """Names one end of a relationship.

    Attributes:
        type: Type of the resource. One of `asset`, `timeSeries`, `file`, `event`, `sequence`.
        external_id: External id of the resource. Between 1 and 255 characters.
    """

    type: RelationshipResourceType | None = None
    """Type of the resource. One of `asset`, `timeSeries`, `file`, `event`, `sequence`."""

    external_id: str | None = None
    """External id of the resource. Between 1 and 255 characters."""


class SequenceColumn(Model, kw_only=True, rename="camel"):
    """A column of a sequence.

    Attributes:
        name: Name of the column.
        external_id: Id of the column within the sequence.
        description: What it is, for people.
        value_type: Type of the values; `DOUBLE` unless said otherwise. One of `STRING`, `DOUBLE`, `LONG`.
        metadata: Free texts by name.
        created_time: When the column was created, in milliseconds since 1970.
        last_updated_time: When the column was last changed, in milliseconds since 1970.
    """

    name: str | None = None
    """Name of the column."""

    external_id: str | None = None
    """Id of the column within the sequence."""

    description: str | None = None
    """What it is, for people."""

    value_type: SequenceValueType
    """Type of the values; `DOUBLE` unless said otherwise. One of `STRING`, `DOUBLE`, `LONG`."""

    metadata: dict[str, str] | None = None
    """Free texts by name."""

    created_time: int = READ_ONLY
    """When the column was created, in milliseconds since 1970."""

    last_updated_time: int = READ_ONLY
    """When the column was last changed, in milliseconds since 1970."""


class SinglePatchString(Model, kw_only=True, rename="camel"):
    """Change of a text: `set` or `set_null`.

    Attributes:
        set: The new value.
        set_null: True to remove the value.
    """

    set: str | None = None
    """The new value."""

    set_null: bool | None = None
    """True to remove the value."""


class SinglePatchLong(Model, kw_only=True, rename="camel"):
    """Change of an integer: `set` or `set_null`.

    Attributes:
        set: The new value.
        set_null: True to remove the value.
    """

    set: int | None = None
    """The new value."""

    set_null: bool | None = None
    """True to remove the value."""


class SequenceSetColumnExternalId(Model, kw_only=True):
    """Change of a column's id.

    Attributes:
        set: The new value.
    """

    set: str
    """The new value."""


class SequenceColumnChanges(Model, kw_only=True, rename="camel"):
    """Changes of a column.

    Attributes:
        description: What it is, for people.
        external_id: Id of the column within the sequence.
        name: Name of the column.
        metadata: Free texts by name.
    """

    description: SinglePatchString | None = None
    """What it is, for people."""

    external_id: SequenceSetColumnExternalId | None = None
    """Id of the column within the sequence."""

    name: SinglePatchString | None = None
    """Name of the column."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""


class SequenceColumnUpdate(Model, kw_only=True, rename="camel"):
    """Changes of one column.

    Attributes:
        external_id: Id of the column within the sequence. At most 255 characters.
        update: What to change: an operation per property.
    """

    external_id: str
    """Id of the column within the sequence. At most 255 characters."""

    update: SequenceColumnChanges
    """What to change: an operation per property."""


class SequenceColumnsPatch(Model, kw_only=True):
    """Change of the columns.

    Attributes:
        modify: Columns to change.
        add: Columns to add.
        remove: Columns to remove, by their external ids.
    """

    modify: list[SequenceColumnUpdate] | None = None
    """Columns to change."""

    add: list[SequenceColumnCreate] | None = None
    """Columns to add."""

    remove: list[ExternalIdentifier] | None = None
    """Columns to remove, by their external ids."""


class SequenceChanges(Model, kw_only=True, rename="camel"):
    """Changes of a sequence.

    Attributes:
        name: Name of the sequence.
        description: What it is, for people.
        asset_id: Asset that the sequence is tied to.
        external_id: Id given by the project, unique among the resources of this type.
        metadata: Free texts by name.
        data_set_id: Data set that the resource belongs to.
        columns: Columns. The documented client does not change them; the API does.
    """

    name: SinglePatchString | None = None
    """Name of the sequence."""

    description: SinglePatchString | None = None
    """What it is, for people."""

    asset_id: SinglePatchLong | None = None
    """Asset that the sequence is tied to."""

    external_id: SinglePatchString | None = None
    """Id given by the project, unique among the resources of this type."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""

    data_set_id: SinglePatchLong | None = None
    """Data set that the resource belongs to."""

    columns: SequenceColumnsPatch | None = None
    """Columns. The documented client does not change them; the API does."""


class SetBoolean(Model, kw_only=True):
    """Change of a flag.

    Attributes:
        set: The new value.
    """

    set: bool
    """The new value."""


class LongsSet(Model, kw_only=True):
    """Replaces all ids.

    Attributes:
        set: The new ids.
    """

    set: list[int]
    """The new ids."""


class LongsAddRemove(Model, kw_only=True):
    """Changes some of the ids.

    Attributes:
        add: Ids to add.
        remove: Ids to remove.
    """

    add: list[int] | None = None
    """Ids to add."""

    remove: list[int] | None = None
    """Ids to remove."""


class TimeSeriesChanges(Model, kw_only=True, rename="camel"):
    """Changes of a time series.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        name: Name of the time series.
        metadata: Free texts by name.
        unit: Unit of the values.
        asset_id: Asset that the time series is tied to.
        is_step: Whether a value holds until the next one.
        description: What it is, for people.
        security_categories: Security categories that a caller must be a member of to see the resource.
        data_set_id: Data set that the resource belongs to.
    """

    external_id: SinglePatchString | None = None
    """Id given by the project, unique among the resources of this type."""

    name: SinglePatchString | None = None
    """Name of the time series."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""

    unit: SinglePatchString | None = None
    """Unit of the values."""

    asset_id: SinglePatchLong | None = None
    """Asset that the time series is tied to."""

    is_step: SetBoolean | None = None
    """Whether a value holds until the next one."""

    description: SinglePatchString | None = None
    """What it is, for people."""

    security_categories: ArrayPatchLong | None = None
    """Security categories that a caller must be a member of to see the resource."""

    data_set_id: SinglePatchLong | None = None
    """Data set that the resource belongs to."""


class SinglePatchGeoLocation(Model, kw_only=True, rename="camel"):
    """Change of the place: `set` or `set_null`.

    Attributes:
        set: The new place.
        set_null: True to remove the place.
    """

    set: GeoLocation | None = None
    """The new place."""

    set_null: bool | None = None
    """True to remove the place."""


class FileMetadataChanges(Model, kw_only=True, rename="camel"):
    """Changes of a file's metadata. The name cannot be changed.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        directory: Folder that the file was in.
        source: Where the data comes from.
        mime_type: Media type of the content.
        metadata: Free texts by name.
        asset_ids: Assets that the resource is tied to.
        source_created_time: When the file was created where it comes from.
        source_modified_time: When the file was last changed where it comes from.
        data_set_id: Data set that the resource belongs to.
        security_categories: Security categories that a caller must be a member of to see the resource.
        labels: Labels on the resource.
        geo_location: Where the resource is.
    """

    external_id: SinglePatchString | None = None
    """Id given by the project, unique among the resources of this type."""

    directory: SinglePatchString | None = None
    """Folder that the file was in."""

    source: SinglePatchString | None = None
    """Where the data comes from."""

    mime_type: SinglePatchString | None = None
    """Media type of the content."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""

    asset_ids: ArrayPatchLong | None = None
    """Assets that the resource is tied to."""

    source_created_time: SinglePatchLong | None = None
    """When the file was created where it comes from."""

    source_modified_time: SinglePatchLong | None = None
    """When the file was last changed where it comes from."""

    data_set_id: SinglePatchLong | None = None
    """Data set that the resource belongs to."""

    security_categories: ArrayPatchLong | None = None
    """Security categories that a caller must be a member of to see the resource."""

    labels: LabelsPatch | None = None
    """Labels on the resource."""

    geo_location: SinglePatchGeoLocation | None = None
    """Where the resource is."""


class DataSetChanges(Model, kw_only=True, rename="camel"):
    """Changes of a data set.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        name: Name of the data set.
        description: What it is, for people.
        metadata: Free texts by name.
        write_protected: Whether it is write-protected.
    """

    external_id: SinglePatchString | None = None
    """Id given by the project, unique among the resources of this type."""

    name: SinglePatchString | None = None
    """Name of the data set."""

    description: SinglePatchString | None = None
    """What it is, for people."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""

    write_protected: SetBoolean | None = None
    """Whether it is write-protected."""


class SinglePatchExternalId(Model, kw_only=True, rename="camel"):
    """Change of an external id: `set` or `set_null`.

    Attributes:
        set: The new value. At most 255 characters.
        set_null: True to remove the value.
    """

    set: str | None = None
    """The new value. At most 255 characters."""

    set_null: bool | None = None
    """True to remove the value."""


class SinglePatchResourceDescription(Model, kw_only=True, rename="camel"):
    """Change of a description: `set` or `set_null`.

    Attributes:
        set: The new value. At most 500 characters.
        set_null: True to remove the value.
    """

    set: str | None = None
    """The new value. At most 500 characters."""

    set_null: bool | None = None
    """True to remove the value."""


class SinglePatchSource(Model, kw_only=True, rename="camel"):
    """Change of a source: `set` or `set_null`.

    Attributes:
        set: The new value. At most 128 characters.
        set_null: True to remove the value.
    """

    set: str | None = None
    """The new value. At most 128 characters."""

    set_null: bool | None = None
    """True to remove the value."""


class SinglePatchType(Model, kw_only=True, rename="camel"):
    """Change of a type: `set` or `set_null`.

    Attributes:
        set: The new value. At most 64 characters.
        set_null: True to remove the value.
    """

    set: str | None = None
    """The new value. At most 64 characters."""

    set_null: bool | None = None
    """True to remove the value."""


class EventChanges(Model, kw_only=True, rename="camel"):
    """Changes of an event.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        data_set_id: Data set that the resource belongs to.
        start_time: When it began.
        end_time: When it ended.
        description: What it is, for people.
        metadata: Free texts by name.
        asset_ids: Assets that the resource is tied to.
        source: Where the data comes from.
        type: Kind of event.
        subtype: Kind within the type.
    """

    external_id: SinglePatchExternalId | None = None
    """Id given by the project, unique among the resources of this type."""

    data_set_id: SinglePatchLong | None = None
    """Data set that the resource belongs to."""

    start_time: SinglePatchLong | None = None
    """When it began."""

    end_time: SinglePatchLong | None = None
    """When it ended."""

    description: SinglePatchResourceDescription | None = None
    """What it is, for people."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""

    asset_ids: ArrayPatchLong | None = None
    """Assets that the resource is tied to."""

    source: SinglePatchSource | None = None
    """Where the data comes from."""

    type: SinglePatchType | None = None
    """Kind of event."""

    subtype: SinglePatchType | None = None
    """Kind within the type."""


class AssetPathItem(Model, kw_only=True):
    """A step on the way from the root to an asset.

    Attributes:
        id: Id given by the server. At least 1.
    """

    id: int
    """Id given by the server. At least 1."""


class AssetSetParentId(Model, kw_only=True):
    """Change of the parent.

    Attributes:
        set: The new parent. At least 1.
    """

    set: int
    """The new parent. At least 1."""


class SetExternalId(Model, kw_only=True):
    """Change of an external id that cannot be removed.

    Attributes:
        set: The new value. At most 255 characters.
    """

    set: str
    """The new value. At most 255 characters."""


class AssetChanges(Model, kw_only=True, rename="camel"):
    """Changes of an asset.

    Attributes:
        external_id: Id given by the project, unique among the resources of this type.
        name: Name of the asset.
        description: What it is, for people.
        data_set_id: Data set that the resource belongs to.
        metadata: Free texts by name.
        source: Where the data comes from.
        parent_id: Parent of the asset.
        parent_external_id: External id of the parent.
        labels: Labels on the resource.
        geo_location: Where the resource is.
    """

    external_id: SinglePatchExternalId | None = None
    """Id given by the project, unique among the resources of this type."""

    name: SetName | None = None
    """Name of the asset."""

    description: SinglePatchResourceDescription | None = None
    """What it is, for people."""

    data_set_id: SinglePatchLong | None = None
    """Data set that the resource belongs to."""

    metadata: ObjectPatch | None = None
    """Free texts by name."""

    source: SinglePatchSource | None = None
    """Where the data comes from."""

    parent_id: AssetSetParentId | None = None
    """Parent of the asset."""

    parent_external_id: SetExternalId | None = None
    """External id of the parent."""

    labels: LabelsPatch | None = None
    """Labels on the resource."""

    geo_location: SinglePatchGeoLocation | None = None
    """Where the resource is."""


class Metadata(dict[str, str]):
    """Free texts by name. A key has at most 128 bytes, a value 10,240 bytes, and there are at most 256 pairs (limits of assets; other
    resources may differ).

    A map with any keys: `Metadata(key=value)`, or a plain `dict` in its place.
    """
