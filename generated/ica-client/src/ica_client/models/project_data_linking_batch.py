"""Models: Project Data Linking Batch. Rendered from the spec; do not edit."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Literal, TypeAlias

from msgspec import UNSET, UnsetType

from .._runtime.codec.models import Model

if TYPE_CHECKING:
    ApplicationType: TypeAlias = Literal["MAIN", "WEBSOLUTION", "EXTERNAL"]
    BundleStatus: TypeAlias = Literal["DRAFT", "RELEASED", "DEPRECATED"]
    DataDetailsDataType: TypeAlias = Literal["FILE", "FOLDER"]
    DataDetailsStatus: TypeAlias = Literal["PARTIAL", "AVAILABLE", "ARCHIVING", "ARCHIVED", "UNARCHIVING", "DELETING"]
    JobStatus: TypeAlias = Literal[
        "INITIALIZED", "WAITING_FOR_RESOURCES", "RUNNING", "STOPPED", "SUCCEEDED", "PARTIALLY_SUCCEEDED", "FAILED"
    ]
    MetadataModelState: TypeAlias = Literal["DRAFT", "PUBLISHED"]
    ProjectAnalysisPriority: TypeAlias = Literal["LOW", "MEDIUM", "HIGH"]
    ProjectBillingMode: TypeAlias = Literal["PROJECT", "TENANT"]
    ProjectDataLinkingBatchItemProcessingStatus: TypeAlias = Literal[
        "INITIALISED", "WAITING_RESOURCES", "RUNNING", "LINKED", "ALREADY_LINKED", "FAILED"
    ]
    ProjectDataLinkingBatchItemStatus: TypeAlias = Literal[
        "INITIALISED", "WAITING_RESOURCES", "RUNNING", "LINKED", "ALREADY_LINKED", "FAILED", "PARTIALLY_LINKED"
    ]
    StorageConfigurationStatus: TypeAlias = Literal["INITIALIZING", "OK", "ERROR"]
    StorageConfigurationType: TypeAlias = Literal["AWS_S3"]
    UserGreeting: TypeAlias = Literal["MR", "MRS", "MS", "MISS", "DR", "HR", "SR"]
else:  # any other value is taken too, so that a newer server never makes an older client fail
    ApplicationType = str
    BundleStatus = str
    DataDetailsDataType = str
    DataDetailsStatus = str
    JobStatus = str
    MetadataModelState = str
    ProjectAnalysisPriority = str
    ProjectBillingMode = str
    ProjectDataLinkingBatchItemProcessingStatus = str
    ProjectDataLinkingBatchItemStatus = str
    StorageConfigurationStatus = str
    StorageConfigurationType = str
    UserGreeting = str


class CreateProjectDataLinkingBatchItem(Model, kw_only=True, rename="camel"):
    """One file or folder to link.

    Attributes:
        data_id: Id of the file or folder.
    """

    data_id: str
    """Id of the file or folder."""


class CreateProjectDataLinkingBatch(Model, kw_only=True):
    """What to link into the project.

    Attributes:
        items: The data to link, files and folders. Keep it under 25,000 when version 3 is used.
    """

    items: list[CreateProjectDataLinkingBatchItem]
    """The data to link, files and folders. Keep it under 25,000 when version 3 is used."""


class Country(Model, kw_only=True, rename="camel"):
    """A country.

    Attributes:
        id: Id of the country. A UUID.
        time_created: When it was created.
        time_modified: When it was last changed.
        owner_id: Id of the user who owns it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        code: Country code.
        name: Name of the country.
        region: Part of the world that the country is in.
    """

    id: str
    """Id of the country. A UUID."""

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    owner_id: str
    """Id of the user who owns it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    code: str
    """Country code."""

    name: str
    """Name of the country."""

    region: str
    """Part of the world that the country is in."""


class User(Model, kw_only=True, rename="camel"):
    """A user of ICA.

    Attributes:
        id: Id of the user. A UUID.
        time_created: When it was created.
        time_modified: When it was last changed.
        owner_id: Id of the user who owns it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        username: Name to sign in with. Between 1 and 255 characters.
        email: E-mail address. Between 1 and 255 characters.
        firstname: First name. At most 255 characters.
        lastname: Last name. At most 255 characters.
        job_title: Job title. At most 255 characters.
        mobile_phone_number: Mobile phone number. At most 255 characters.
        phone_number: Phone number. At most 255 characters.
        fax_number: Fax number. At most 255 characters.
        address_line_1: First line of the address. At most 255 characters.
        address_line_2: Second line of the address. At most 255 characters.
        address_line_3: Third line of the address. At most 255 characters.
        postal_code: Postal code. At most 255 characters.
        city: City. At most 255 characters.
        state: State or province. At most 255 characters.
        active: Whether the account may be used.
        tenant_administrator: Whether the user administers the tenant.
        email_verified: Whether the e-mail address was confirmed.
        two_factor_authentication: Whether signing in needs a second factor.
        greeting: Form of address. One of `MR`, `MRS`, `MS`, `MISS`, `DR`, `HR`, `SR`.
        country: A country.
    """

    id: str
    """Id of the user. A UUID."""

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    owner_id: str
    """Id of the user who owns it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    username: str
    """Name to sign in with. Between 1 and 255 characters."""

    email: str
    """E-mail address. Between 1 and 255 characters."""

    firstname: str | None | UnsetType = UNSET
    """First name. At most 255 characters."""

    lastname: str | None | UnsetType = UNSET
    """Last name. At most 255 characters."""

    job_title: str | None | UnsetType = UNSET
    """Job title. At most 255 characters."""

    mobile_phone_number: str | None | UnsetType = UNSET
    """Mobile phone number. At most 255 characters."""

    phone_number: str | None | UnsetType = UNSET
    """Phone number. At most 255 characters."""

    fax_number: str | None | UnsetType = UNSET
    """Fax number. At most 255 characters."""

    address_line_1: str | None | UnsetType = UNSET
    """First line of the address. At most 255 characters."""

    address_line_2: str | None | UnsetType = UNSET
    """Second line of the address. At most 255 characters."""

    address_line_3: str | None | UnsetType = UNSET
    """Third line of the address. At most 255 characters."""

    postal_code: str | None | UnsetType = UNSET
    """Postal code. At most 255 characters."""

    city: str | None | UnsetType = UNSET
    """City. At most 255 characters."""

    state: str | None | UnsetType = UNSET
    """State or province. At most 255 characters."""

    active: bool
    """Whether the account may be used."""

    tenant_administrator: bool
    """Whether the user administers the tenant."""

    email_verified: bool
    """Whether the e-mail address was confirmed."""

    two_factor_authentication: bool
    """Whether signing in needs a second factor."""

    greeting: UserGreeting | None | UnsetType = UNSET
    """Form of address. One of `MR`, `MRS`, `MS`, `MISS`, `DR`, `HR`, `SR`."""

    country: Country | None = None
    """A country."""


class Region(Model, kw_only=True, rename="camel"):
    """A place where data is stored.

    Attributes:
        id: Id of the region. A UUID.
        time_created: When it was created.
        time_modified: When it was last changed.
        owner_id: Id of the user who owns it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        code: Short name of the region. Between 1 and 255 characters.
        country: A country.
        city_name: The city that the data centre is in or near. Between 1 and 255 characters.
    """

    id: str
    """Id of the region. A UUID."""

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    owner_id: str
    """Id of the user who owns it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    code: str
    """Short name of the region. Between 1 and 255 characters."""

    country: Country
    """A country."""

    city_name: str
    """The city that the data centre is in or near. Between 1 and 255 characters."""


class ProjectTag(Model, kw_only=True, rename="camel"):
    """Tags of a project, by their origin.

    Attributes:
        technical_tags: Tags set by the system.
        user_tags: Tags set by users.
    """

    technical_tags: list[str]
    """Tags set by the system."""

    user_tags: list[str]
    """Tags set by users."""


class StorageBundle(Model, kw_only=True, rename="camel"):
    """A paid-for amount of storage in a region.

    Attributes:
        id: Id of the bundle. A UUID.
        time_created: When it was created.
        time_modified: When it was last changed.
        owner_id: Id of the user who owns it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        bundle_name: Name of the bundle. Between 1 and 255 characters.
        entitlement_name: Name of the entitlement behind it. Between 1 and 255 characters.
        region: A place where data is stored.
    """

    id: str
    """Id of the bundle. A UUID."""

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    owner_id: str
    """Id of the user who owns it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    bundle_name: str
    """Name of the bundle. Between 1 and 255 characters."""

    entitlement_name: str
    """Name of the entitlement behind it. Between 1 and 255 characters."""

    region: Region
    """A place where data is stored."""


class StorageConfiguration(Model, kw_only=True, rename="camel"):
    """Storage that the customer manages.

    Attributes:
        id: Id of the configuration. A UUID.
        time_created: When it was created.
        time_modified: When it was last changed.
        owner_id: Id of the user who owns it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        name: Name of the configuration.
        description: What it is for. At most 1000 characters.
        type: Kind of storage. One of `AWS_S3`.
        status: Whether it can be used. One of `INITIALIZING`, `OK`, `ERROR`.
        error_message: Why its status is ERROR. At most 1000 characters.
        region: A place where data is stored.
        is_default: Whether it is used where no other is named.
    """

    id: str
    """Id of the configuration. A UUID."""

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    owner_id: str
    """Id of the user who owns it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    name: str
    """Name of the configuration."""

    description: str | None | UnsetType = UNSET
    """What it is for. At most 1000 characters."""

    type: StorageConfigurationType
    """Kind of storage. One of `AWS_S3`."""

    status: StorageConfigurationStatus
    """Whether it can be used. One of `INITIALIZING`, `OK`, `ERROR`."""

    error_message: str | None | UnsetType = UNSET
    """Why its status is ERROR. At most 1000 characters."""

    region: Region
    """A place where data is stored."""

    is_default: bool
    """Whether it is used where no other is named."""


class MetadataModel(Model, kw_only=True, rename="camel"):
    """The fields that samples of a project are described with.

    Attributes:
        id: Id of the model. A UUID.
        time_created: When it was created.
        time_modified: When it was last changed.
        owner_id: Id of the user who owns it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        name: Name of the model. Between 1 and 255 characters.
        description: What it describes. At most 1000 characters.
        state: Whether it may still change. One of `DRAFT`, `PUBLISHED`.
        parent_model_id: Id of the model that it extends. A UUID.
    """

    id: str
    """Id of the model. A UUID."""

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    owner_id: str
    """Id of the user who owns it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    name: str
    """Name of the model. Between 1 and 255 characters."""

    description: str | None | UnsetType = UNSET
    """What it describes. At most 1000 characters."""

    state: MetadataModelState
    """Whether it may still change. One of `DRAFT`, `PUBLISHED`."""

    parent_model_id: str | None | UnsetType = UNSET
    """Id of the model that it extends. A UUID."""


class Application(Model, kw_only=True, rename="camel"):
    """An application that works with ICA.

    Attributes:
        id: Id of the application. A UUID.
        name: Name of the application.
        type: Kind of application. One of `MAIN`, `WEBSOLUTION`, `EXTERNAL`.
        display_name: Name to show.
    """

    id: str
    """Id of the application. A UUID."""

    name: str
    """Name of the application."""

    type: ApplicationType
    """Kind of application. One of `MAIN`, `WEBSOLUTION`, `EXTERNAL`."""

    display_name: str | None | UnsetType = UNSET
    """Name to show."""


class Project(Model, kw_only=True, rename="camel"):
    """A project.

    Attributes:
        id: Id of the project. A UUID.
        time_created: When it was created.
        time_modified: When it was last changed.
        owner_id: Id of the user who owns it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        urn: Uniform resource name of the project. Between 1 and 2000 characters.
        name: Name of the project. Between 1 and 255 characters.
        active: Whether the project may be used.
        base_enabled: Whether ICA Base (tables and queries) is switched on.
        short_description: What the project is, in short. Between 1 and 4000 characters.
        information: What the project is, at length.
        region: A place where data is stored.
        billing_mode: Who is billed. One of `PROJECT`, `TENANT`.
        data_sharing_enabled: Whether data of the project may be linked elsewhere.
        tags: Tags of a project, by their origin.
        storage_bundle: A paid-for amount of storage in a region.
        self_managed_storage_configuration: Storage that the customer manages.
        analysis_priority: Priority of the project's analyses. One of `LOW`, `MEDIUM`, `HIGH`.
        metadata_model: The fields that samples of a project are described with.
        application: An application that works with ICA.
        project_owner: Id of the project's owner. Newer servers only. A UUID.
    """

    id: str
    """Id of the project. A UUID."""

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    owner_id: str
    """Id of the user who owns it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    urn: str | None | UnsetType = UNSET
    """Uniform resource name of the project. Between 1 and 2000 characters."""

    name: str
    """Name of the project. Between 1 and 255 characters."""

    active: bool
    """Whether the project may be used."""

    base_enabled: bool | None | UnsetType = UNSET
    """Whether ICA Base (tables and queries) is switched on."""

    short_description: str | None | UnsetType = UNSET
    """What the project is, in short. Between 1 and 4000 characters."""

    information: str | None | UnsetType = UNSET
    """What the project is, at length."""

    region: Region
    """A place where data is stored."""

    billing_mode: ProjectBillingMode
    """Who is billed. One of `PROJECT`, `TENANT`."""

    data_sharing_enabled: bool | None | UnsetType = UNSET
    """Whether data of the project may be linked elsewhere."""

    tags: ProjectTag
    """Tags of a project, by their origin."""

    storage_bundle: StorageBundle | None = None
    """A paid-for amount of storage in a region."""

    self_managed_storage_configuration: StorageConfiguration | None = None
    """Storage that the customer manages."""

    analysis_priority: ProjectAnalysisPriority | None | UnsetType = UNSET
    """Priority of the project's analyses. One of `LOW`, `MEDIUM`, `HIGH`."""

    metadata_model: MetadataModel | None = None
    """The fields that samples of a project are described with."""

    application: Application | None = None
    """An application that works with ICA."""

    project_owner: str | None | UnsetType = UNSET
    """Id of the project's owner. Newer servers only. A UUID."""


class Link(Model, kw_only=True):
    """A page with its name.

    Attributes:
        name: Text to show. Between 1 and 100 characters.
        url: Address of the page. Between 1 and 2048 characters.
    """

    name: str
    """Text to show. Between 1 and 100 characters."""

    url: str
    """Address of the page. Between 1 and 2048 characters."""


class Links(Model, kw_only=True):
    """Pages about a bundle.

    Attributes:
        links: Pages of any kind.
        licenses: Licences.
        homepages: Home pages.
        publications: Publications.
    """

    links: list[Link] | None = None
    """Pages of any kind."""

    licenses: list[Link] | None = None
    """Licences."""

    homepages: list[Link] | None = None
    """Home pages."""

    publications: list[Link] | None = None
    """Publications."""


class Bundle(Model, kw_only=True, rename="camel"):
    """A set of data, tools and references that is given to projects together.

    Attributes:
        id: Id of the bundle. A UUID.
        time_created: When it was created.
        time_modified: When it was last changed.
        owner_id: Id of the user who owns it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        name: Name of the bundle. Between 1 and 255 characters.
        short_description: What the bundle is, in short. Between 1 and 4000 characters.
        region: A place where data is stored.
        metadata_model: The fields that samples of a project are described with.
        release_version: Version of the bundle. Between 1 and 255 characters.
        version_comment: What is new in the version. Between 1 and 4000 characters.
        status: Where the bundle is in its life. One of `DRAFT`, `RELEASED`, `DEPRECATED`.
        categories: Categories of the bundle.
        links: Pages about a bundle.
    """

    id: str
    """Id of the bundle. A UUID."""

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    owner_id: str
    """Id of the user who owns it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    name: str
    """Name of the bundle. Between 1 and 255 characters."""

    short_description: str | None | UnsetType = UNSET
    """What the bundle is, in short. Between 1 and 4000 characters."""

    region: Region
    """A place where data is stored."""

    metadata_model: MetadataModel | None = None
    """The fields that samples of a project are described with."""

    release_version: str
    """Version of the bundle. Between 1 and 255 characters."""

    version_comment: str | None | UnsetType = UNSET
    """What is new in the version. Between 1 and 4000 characters."""

    status: BundleStatus
    """Where the bundle is in its life. One of `DRAFT`, `RELEASED`, `DEPRECATED`."""

    categories: list[str | None] | None = None
    """Categories of the bundle."""

    links: Links | None = None
    """Pages about a bundle."""


class Job(Model, kw_only=True, rename="camel"):
    """Work that the server does in the background.

    Attributes:
        id: Id of the job. A UUID.
        status: Where the job is. It is over with STOPPED, SUCCEEDED, PARTIALLY_SUCCEEDED or FAILED. (Item statuses are spelled
            differently.) One of `INITIALIZED`, `WAITING_FOR_RESOURCES`, `RUNNING`, `STOPPED`, `SUCCEEDED`, `PARTIALLY_SUCCEEDED`,
            `FAILED`.
        additional_status_information: More about the status, such as the reason of a failure.
        subject_type: The kind of thing that the job works on.
        subject_id: Id of the thing that the job works on. A UUID.
        time_created: When the job was created.
        time_started: When the job began to run.
        time_finished: When the job ended.
        owner: A user of ICA.
        project: A project.
        bundle: A set of data, tools and references that is given to projects together.
        application: An application that works with ICA.
    """

    id: str
    """Id of the job. A UUID."""

    status: JobStatus
    """Where the job is. It is over with STOPPED, SUCCEEDED, PARTIALLY_SUCCEEDED or FAILED. (Item statuses are spelled differently.) One of
    `INITIALIZED`, `WAITING_FOR_RESOURCES`, `RUNNING`, `STOPPED`, `SUCCEEDED`, `PARTIALLY_SUCCEEDED`, `FAILED`."""

    additional_status_information: str | None | UnsetType = UNSET
    """More about the status, such as the reason of a failure."""

    subject_type: str
    """The kind of thing that the job works on."""

    subject_id: str
    """Id of the thing that the job works on. A UUID."""

    time_created: datetime
    """When the job was created."""

    time_started: datetime | None | UnsetType = UNSET
    """When the job began to run."""

    time_finished: datetime | None | UnsetType = UNSET
    """When the job ended."""

    owner: User
    """A user of ICA."""

    project: Project | None = None
    """A project."""

    bundle: Bundle | None = None
    """A set of data, tools and references that is given to projects together."""

    application: Application | None = None
    """An application that works with ICA."""


class ProjectDataLinkingBatch(Model, kw_only=True):
    """A batch and the job that carries it out.

    Attributes:
        id: Id of the batch. It is not the id of the job. A UUID.
        job: Work that the server does in the background.
    """

    id: str
    """Id of the batch. It is not the id of the job. A UUID."""

    job: Job
    """Work that the server does in the background."""


class ProjectDataLinkingBatchItemRequest(Model, kw_only=True, rename="camel"):
    """What was asked for.

    Attributes:
        data_id: Id of the file or folder to link.
    """

    data_id: str
    """Id of the file or folder to link."""


class ProjectDataLinkingBatchItemProcessingV4(Model, kw_only=True, rename="camel"):
    """What became of an item, as version 4 shows it.

    Attributes:
        status: Where an item is. Final are LINKED, ALREADY_LINKED, FAILED and PARTIALLY_LINKED (a folder of which a part could not be
            linked; version 4 only). The server may add values. (Job statuses are spelled differently.) One of `INITIALISED`,
            `WAITING_RESOURCES`, `RUNNING`, `LINKED`, `ALREADY_LINKED`, `FAILED`, `PARTIALLY_LINKED`.
        additional_status_information: More about the status, such as the reason of a failure.
    """

    status: ProjectDataLinkingBatchItemStatus
    """Where an item is. Final are LINKED, ALREADY_LINKED, FAILED and PARTIALLY_LINKED (a folder of which a part could not be linked; version
    4 only). The server may add values. (Job statuses are spelled differently.) One of `INITIALISED`, `WAITING_RESOURCES`, `RUNNING`,
    `LINKED`, `ALREADY_LINKED`, `FAILED`, `PARTIALLY_LINKED`."""

    additional_status_information: str | None | UnsetType = UNSET
    """More about the status, such as the reason of a failure."""


class DataTag(Model, kw_only=True, rename="camel"):
    """Tags of a file or folder, by their origin.

    Attributes:
        technical_tags: Tags set by the system.
        user_tags: Tags set by users.
        connector_tags: Tags set by a connector.
        run_in_tags: Runs that took it as input.
        run_out_tags: Runs that wrote it.
        reference_tags: Runs that used it as reference data.
    """

    technical_tags: list[str | None] | None = None
    """Tags set by the system."""

    user_tags: list[str | None] | None = None
    """Tags set by users."""

    connector_tags: list[str | None] | None = None
    """Tags set by a connector."""

    run_in_tags: list[str | None] | None = None
    """Runs that took it as input."""

    run_out_tags: list[str | None] | None = None
    """Runs that wrote it."""

    reference_tags: list[str | None] | None = None
    """Runs that used it as reference data."""


class DataFormat(Model, kw_only=True, rename="camel"):
    """A file format.

    Attributes:
        id: Id of the format. A UUID.
        time_created: When it was created.
        time_modified: When it was last changed.
        owner_id: Id of the user who owns it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        code: Short name of the format. Between 1 and 255 characters.
        description: What the format is. Between 1 and 4000 characters.
        mime_type: Media type of such files. Between 1 and 255 characters.
    """

    id: str
    """Id of the format. A UUID."""

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    owner_id: str
    """Id of the user who owns it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    code: str
    """Short name of the format. Between 1 and 255 characters."""

    description: str | None | UnsetType = UNSET
    """What the format is. Between 1 and 4000 characters."""

    mime_type: str | None | UnsetType = UNSET
    """Media type of such files. Between 1 and 255 characters."""


class DataApplication(Model, kw_only=True):
    """The application that data belongs to.

    Attributes:
        id: Id of the application. A UUID.
        name: Name of the application.
    """

    id: str
    """Id of the application. A UUID."""

    name: str
    """Name of the application."""


class SequencingRun(Model, kw_only=True, rename="camel"):
    """The sequencing run that data comes from.

    Attributes:
        id: Id of the run. A UUID.
        instrument_run_id: Id that the instrument gave the run. At most 255 characters.
        name: Name of the run. At most 255 characters.
    """

    id: str
    """Id of the run. A UUID."""

    instrument_run_id: str
    """Id that the instrument gave the run. At most 255 characters."""

    name: str
    """Name of the run. At most 255 characters."""


class DataDetails(Model, kw_only=True, rename="camel"):
    """What is known of a file or folder.

    Attributes:
        time_created: When it was created.
        time_modified: When it was last changed.
        creator_id: Id of the user who created it. A UUID.
        tenant_id: Id of the tenant that it belongs to. A UUID.
        tenant_name: Name of the tenant that it belongs to.
        owning_project_id: Id of the project that owns it. A UUID.
        owning_project_name: Name of the project that owns it.
        name: Name of the file or folder.
        path: Path in the owning project.
        file_size_in_bytes: Size of a file in bytes.
        status: Whether the content can be used; only AVAILABLE content can. One of `PARTIAL`, `AVAILABLE`, `ARCHIVING`, `ARCHIVED`,
            `UNARCHIVING`, `DELETING`.
        tags: Tags of a file or folder, by their origin.
        format: A file format.
        data_type: File or folder. One of `FILE`, `FOLDER`.
        object_e_tag: Entity tag of the stored object.
        stored_for_the_first_time_at: When content was first stored.
        will_be_archived_at: When it will be archived.
        will_be_deleted_at: When it will be deleted.
        region: A place where data is stored.
        application: The application that data belongs to.
        sequencing_run: The sequencing run that data comes from.
    """

    time_created: datetime
    """When it was created."""

    time_modified: datetime
    """When it was last changed."""

    creator_id: str | None | UnsetType = UNSET
    """Id of the user who created it. A UUID."""

    tenant_id: str
    """Id of the tenant that it belongs to. A UUID."""

    tenant_name: str | None | UnsetType = UNSET
    """Name of the tenant that it belongs to."""

    owning_project_id: str
    """Id of the project that owns it. A UUID."""

    owning_project_name: str | None | UnsetType = UNSET
    """Name of the project that owns it."""

    name: str
    """Name of the file or folder."""

    path: str | None | UnsetType = UNSET
    """Path in the owning project."""

    file_size_in_bytes: int | None | UnsetType = UNSET
    """Size of a file in bytes."""

    status: DataDetailsStatus
    """Whether the content can be used; only AVAILABLE content can. One of `PARTIAL`, `AVAILABLE`, `ARCHIVING`, `ARCHIVED`, `UNARCHIVING`,
    `DELETING`."""

    tags: DataTag
    """Tags of a file or folder, by their origin."""

    format: DataFormat | None = None
    """A file format."""

    data_type: DataDetailsDataType
    """File or folder. One of `FILE`, `FOLDER`."""

    object_e_tag: str | None | UnsetType = UNSET
    """Entity tag of the stored object."""

    stored_for_the_first_time_at: datetime | None | UnsetType = UNSET
    """When content was first stored."""

    will_be_archived_at: datetime | None | UnsetType = UNSET
    """When it will be archived."""

    will_be_deleted_at: datetime | None | UnsetType = UNSET
    """When it will be deleted."""

    region: Region | None = None
    """A place where data is stored."""

    application: DataApplication | None = None
    """The application that data belongs to."""

    sequencing_run: SequencingRun | None = None
    """The sequencing run that data comes from."""


class FolderDetails(Model, kw_only=True, rename="camel"):
    """What is known of a folder only.

    Attributes:
        non_indexed: Whether ICA keeps no index of what the folder holds.
    """

    non_indexed: bool
    """Whether ICA keeps no index of what the folder holds."""


class Data(Model, kw_only=True, rename="camel"):
    """A file or folder.

    Attributes:
        id: Id of the data. Between 1 and 255 characters.
        urn: Uniform resource name of the data. Between 1 and 2000 characters.
        details: What is known of a file or folder.
        folder_details: What is known of a folder only.
    """

    id: str
    """Id of the data. Between 1 and 255 characters."""

    urn: str | None | UnsetType = UNSET
    """Uniform resource name of the data. Between 1 and 2000 characters."""

    details: DataDetails | None = None
    """What is known of a file or folder."""

    folder_details: FolderDetails | None = None
    """What is known of a folder only."""


class ProjectData(Model, kw_only=True, rename="camel"):
    """Data as it appears in a project.

    Attributes:
        data: A file or folder.
        project_id: The project that the data appears in. A UUID.
    """

    data: Data
    """A file or folder."""

    project_id: str
    """The project that the data appears in. A UUID."""


class ProjectDataLinkingBatchItemV4(Model, kw_only=True, rename="camel"):
    """One item of a batch, as version 4 shows it.

    Attributes:
        id: Id of the item. A UUID.
        request: What was asked for.
        processing: What became of an item, as version 4 shows it.
        created_project_data: Data as it appears in a project.
    """

    id: str
    """Id of the item. A UUID."""

    request: ProjectDataLinkingBatchItemRequest
    """What was asked for."""

    processing: ProjectDataLinkingBatchItemProcessingV4
    """What became of an item, as version 4 shows it."""

    created_project_data: ProjectData | None = None
    """Data as it appears in a project."""


class ProjectDataLinkingBatchItemPagedListV4(Model, kw_only=True, rename="camel"):
    """A page of items, as version 4 shows them.

    Attributes:
        items: The items of this page.
        next_page_token: Cursor paging: the cursor of the next page. Empty in offset paging and on the last page. At most 2000
            characters.
        remaining_records: Cursor paging: how many items are left after this page. At least 0.
        total_item_count: Offset paging: how many items there are in all. At least 0.
    """

    items: list[ProjectDataLinkingBatchItemV4]
    """The items of this page."""

    next_page_token: str | None | UnsetType = UNSET
    """Cursor paging: the cursor of the next page. Empty in offset paging and on the last page. At most 2000 characters."""

    remaining_records: int | None | UnsetType = UNSET
    """Cursor paging: how many items are left after this page. At least 0."""

    total_item_count: int | None | UnsetType = UNSET
    """Offset paging: how many items there are in all. At least 0."""


class ProjectDataLinkingBatchItemProcessing(Model, kw_only=True, rename="camel"):
    """What became of an item, as version 3 shows it.

    Attributes:
        status: Final are LINKED, ALREADY_LINKED and FAILED; FAILED also stands for a folder that was linked in part. One of
            `INITIALISED`, `WAITING_RESOURCES`, `RUNNING`, `LINKED`, `ALREADY_LINKED`, `FAILED`.
        additional_status_information: More about the status, such as the reason of a failure.
    """

    status: ProjectDataLinkingBatchItemProcessingStatus
    """Final are LINKED, ALREADY_LINKED and FAILED; FAILED also stands for a folder that was linked in part. One of `INITIALISED`,
    `WAITING_RESOURCES`, `RUNNING`, `LINKED`, `ALREADY_LINKED`, `FAILED`."""

    additional_status_information: str | None | UnsetType = UNSET
    """More about the status, such as the reason of a failure."""


class ProjectDataLinkingBatchItem(Model, kw_only=True, rename="camel"):
    """One item of a batch, as version 3 shows it.

    Attributes:
        id: Id of the item. A UUID.
        request: What was asked for.
        processing: What became of an item, as version 3 shows it.
        created_project_data: Data as it appears in a project.
    """

    id: str
    """Id of the item. A UUID."""

    request: ProjectDataLinkingBatchItemRequest
    """What was asked for."""

    processing: ProjectDataLinkingBatchItemProcessing
    """What became of an item, as version 3 shows it."""

    created_project_data: ProjectData | None = None
    """Data as it appears in a project."""


class ProjectDataLinkingBatchItemPagedList(Model, kw_only=True, rename="camel"):
    """A page of items, as version 3 shows them.

    Attributes:
        items: The items of this page.
        next_page_token: Cursor paging: the cursor of the next page. Empty in offset paging and on the last page. At most 2000
            characters.
        remaining_records: Cursor paging: how many items are left after this page. At least 0.
        total_item_count: Offset paging: how many items there are in all. At least 0.
    """

    items: list[ProjectDataLinkingBatchItem]
    """The items of this page."""

    next_page_token: str | None | UnsetType = UNSET
    """Cursor paging: the cursor of the next page. Empty in offset paging and on the last page. At most 2000 characters."""

    remaining_records: int | None | UnsetType = UNSET
    """Cursor paging: how many items are left after this page. At least 0."""

    total_item_count: int | None | UnsetType = UNSET
    """Offset paging: how many items there are in all. At least 0."""
