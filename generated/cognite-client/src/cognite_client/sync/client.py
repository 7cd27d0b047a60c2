"""The clients of Cognite Data Fusion. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._resources.sync.client import ResourceClient
from .._runtime.declarations.configuration import constructor
from .._runtime.declarations.lazy_exports import lazy_attribute, public_names
from .._runtime.declarations.options import RetryPolicy, Timeout
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.sync.assets import AssetsAPI
    from .._handwritten.sync.datapoints import DatapointsAPI
    from .._handwritten.sync.entity_matching import EntityMatchingAPI
    from .._handwritten.sync.files import FilesAPI
    from .._handwritten.sync.raw_tables import RawTablesAPI
    from .._handwritten.sync.sequences import SequencesAPI
    from .._runtime.declarations.configuration import Configuration
    from .data_sets import DataSetsAPI
    from .events import EventsAPI
    from .extraction_pipeline_runs import ExtractionPipelineRunsAPI
    from .extraction_pipelines import ExtractionPipelinesAPI
    from .iam_api_keys import APIKeysAPI
    from .iam_groups import GroupsAPI
    from .iam_security_categories import SecurityCategoriesAPI
    from .iam_service_accounts import ServiceAccountsAPI
    from .labels import LabelsAPI
    from .login import LoginAPI
    from .raw_databases import RawDatabasesAPI
    from .raw_rows import RawRowsAPI
    from .relationships import RelationshipsAPI
    from .templates import TemplatesAPI
    from .three_d_asset_mappings import ThreeDAssetMappingAPI
    from .three_d_files import ThreeDFilesAPI
    from .three_d_models import ThreeDModelsAPI
    from .three_d_revisions import ThreeDRevisionsAPI
    from .time_series import TimeSeriesAPI


class ApiClient(ResourceClient):
    """Sends requests to Cognite Data Fusion: connections, authentication, retries, deadlines.

    `LoginAPI(client)` makes its operations available; `CogniteClient` has them as attributes.
    """

    definition = DEFINITION
    bound = ("project",)
    missing_ids = "/error/missing"

    @constructor
    def __init__(
        self,
        configuration: Configuration | None = None,
        *,
        base_url: str | None = None,
        host: str | None = None,
        api_key: str | Callable[[], Any] | Mapping[str, str | Callable[[], Any]] | None = None,
        api_key_prefix: Mapping[str, str] | None = None,
        access_token: str | Callable[[], Any] | None = None,
        username: str | None = None,
        password: str | None = None,
        auth: Any = None,
        token_url: str | None = None,
        client_id: str | None = None,
        client_secret: str | Callable[[], Any] | None = None,
        scopes: Sequence[str] | str | None = None,
        token_parameters: Mapping[str, str] | None = None,
        server_variables: Mapping[str, str] | None = None,
        timeout: Timeout | float | tuple[float, float] = Timeout(),  # noqa: B008 - frozen
        deadline: float | None = 300.0,
        retries: RetryPolicy | int = RetryPolicy(),  # noqa: B008 - frozen
        headers: Mapping[str, str] | None = None,
        strict: bool = False,
        hooks: Sequence[Any] = (),
        proxy: str | None = None,
        verify: bool | str | Any = True,
        cert: str | tuple[str, str] | None = None,
        http2: bool = False,
        http_client: Any = None,
        max_connections: int = 100,
        max_keepalive_connections: int = 100,
        keepalive_expiry: float = 15.0,
        max_response_bytes: int = 256 * 1024 * 1024,
        compress: bool | int | None = None,
        user_agent: str | None = None,
        file_hosts: Sequence[str] = (),
        environment: bool = True,
    ) -> None:
        """A client of Cognite Data Fusion. Nothing is sent.

        Args:
            configuration: The settings as an object, instead of keyword arguments.
            base_url: The base URL of the API. Default: that of the API's document. Default: `https://api.cognitedata.com`. Environment
                variable: COGNITE_BASE_URL.
            host: Another name for `base_url`. Environment variable: COGNITE_BASE_URL.
            api_key: The API key; or keys by scheme name or header name: `configuration.api_key["Authorization"] = "Token …"`. A
                function without arguments is called before each request. Environment variable: COGNITE_API_KEY (an API key of a service
                account).
            api_key_prefix: Put before a key, with a space, by scheme name or header name.
            access_token: A bearer token, or a function that gives one.
            username: For HTTP Basic authentication.
            password: For HTTP Basic authentication.
            auth: A token flow, or any object with `apply` and `refused`; takes precedence over all other credentials.
            token_url: The token endpoint for OAuth2 client credentials.
            client_id: The id of the OAuth2 client.
            client_secret: Its secret, or a function that returns it.
            scopes: The scopes of OAuth2 tokens: a list, or text with spaces.
            token_parameters: Further parameters of a request for an OAuth2 token.
            server_variables: Values for the variables `{name}` in the base URL.
            timeout: Seconds for one step: a number, a pair (connect, read), or a `Timeout`. Default: 10 to connect, 60 for the rest.
            deadline: Seconds for a whole call, with retries, pauses and body. Default: 300; None: no limit. Uploads and downloads of
                files have no deadline unless one is set for the call.
            retries: A `RetryPolicy`, or the number of retries after the first attempt. Default: 3.
            headers: Sent with every request to the API.
            strict: True: a response that does not match the API's document raises `DecodeError`. Default: False, it is reported in the
                log.
            hooks: Objects that see requests, answers, retries and errors (see `hooks`). Default: none.
            proxy: URL of a proxy (http, https, socks5). Default: the environment variables HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and
                NO_PROXY.
            verify: Path of a CA file or folder, an `ssl.SSLContext`, or False to trust any certificate. Default: True.
            cert: Path of a client certificate, or the pair (certificate, key).
            http2: True is refused: the client's own connections use HTTP/1.1. Default: False. For HTTP/2, give
                `http_client=httpx.Client(http2=True)`.
            http_client: Your own client of `httpx`, sync or sync like this one. It is not closed with the client. Its proxies,
                certificates and limits apply; `proxy`, `verify`, `cert` and `http2` cannot be given beside it. Its redirects and
                authentication are not used. A server that sends headers byte by byte can then exceed a deadline.
            max_connections: How many connections may be open at once. Default: 100.
            max_keepalive_connections: How many idle connections are kept. Default: 100.
            keepalive_expiry: Seconds after which an idle connection is closed. Default: 15.
            max_response_bytes: The largest response that is read into memory, after decompression. Default: 256 MiB.
            compress: True: JSON of 1,024 bytes and more is sent with gzip; or a number of bytes instead of 1,024. Default: as the API
                declares.
            user_agent: Text to put before the client's own `User-Agent`.
            file_hosts: Hosts to which the API may redirect downloads and uploads, besides those that it declares: `files.example.com`
                and `*.example.com` (https), or whole origins such as `https://example.com:8443`. They get the file, but no credentials and
                headers of yours. Any other redirect is an error. Default: none.
            environment: False: no environment variable is read. Default: True.

        Raises:
            ConfigurationError: a setting is unknown, or given twice.
        """


class RawGroup:
    """The API classes under `client.raw`."""

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    @lazy_attribute
    def databases(self) -> RawDatabasesAPI:
        """Databases of raw tables."""
        from .raw_databases import RawDatabasesAPI

        return RawDatabasesAPI(self._client)

    @lazy_attribute
    def tables(self) -> RawTablesAPI:
        """Tables without a fixed set of columns."""
        from .._handwritten.sync.raw_tables import RawTablesAPI

        return RawTablesAPI(self._client)

    @lazy_attribute
    def rows(self) -> RawRowsAPI:
        """The rows of raw tables."""
        from .raw_rows import RawRowsAPI

        return RawRowsAPI(self._client)


class ThreeDGroup:
    """The API classes under `client.three_d`."""

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    @lazy_attribute
    def models(self) -> ThreeDModelsAPI:
        """3D models."""
        from .three_d_models import ThreeDModelsAPI

        return ThreeDModelsAPI(self._client)

    @lazy_attribute
    def revisions(self) -> ThreeDRevisionsAPI:
        """Revisions of 3D models, and their nodes."""
        from .three_d_revisions import ThreeDRevisionsAPI

        return ThreeDRevisionsAPI(self._client)

    @lazy_attribute
    def files(self) -> ThreeDFilesAPI:
        """Processed 3D files."""
        from .three_d_files import ThreeDFilesAPI

        return ThreeDFilesAPI(self._client)

    @lazy_attribute
    def asset_mappings(self) -> ThreeDAssetMappingAPI:
        """Ties between nodes and assets."""
        from .three_d_asset_mappings import ThreeDAssetMappingAPI

        return ThreeDAssetMappingAPI(self._client)


class IamGroup:
    """The API classes under `client.iam`."""

    def __init__(self, api_client: ApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    @lazy_attribute
    def service_accounts(self) -> ServiceAccountsAPI:
        """Accounts for programs."""
        from .iam_service_accounts import ServiceAccountsAPI

        return ServiceAccountsAPI(self._client)

    @lazy_attribute
    def api_keys(self) -> APIKeysAPI:
        """API keys of service accounts."""
        from .iam_api_keys import APIKeysAPI

        return APIKeysAPI(self._client)

    @lazy_attribute
    def groups(self) -> GroupsAPI:
        """Groups of callers, and what they may do."""
        from .iam_groups import GroupsAPI

        return GroupsAPI(self._client)

    @lazy_attribute
    def security_categories(self) -> SecurityCategoriesAPI:
        """Categories that restrict who may see a resource."""
        from .iam_security_categories import SecurityCategoriesAPI

        return SecurityCategoriesAPI(self._client)


class CogniteClient(ApiClient):
    """A client of Cognite Data Fusion.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def login(self) -> LoginAPI:
        """Who the caller is."""
        from .login import LoginAPI

        return LoginAPI(self)

    @lazy_attribute
    def assets(self) -> AssetsAPI:
        """Things of the physical world, in a hierarchy."""
        from .._handwritten.sync.assets import AssetsAPI

        return AssetsAPI(self)

    @lazy_attribute
    def labels(self) -> LabelsAPI:
        """Labels that resources can be given."""
        from .labels import LabelsAPI

        return LabelsAPI(self)

    @lazy_attribute
    def events(self) -> EventsAPI:
        """What happened, when, to which assets."""
        from .events import EventsAPI

        return EventsAPI(self)

    @lazy_attribute
    def data_sets(self) -> DataSetsAPI:
        """Groups of resources that belong together."""
        from .data_sets import DataSetsAPI

        return DataSetsAPI(self)

    @lazy_attribute
    def files(self) -> FilesAPI:
        """Files, their metadata and their content."""
        from .._handwritten.sync.files import FilesAPI

        return FilesAPI(self)

    @lazy_attribute
    def time_series(self) -> TimeSeriesAPI:
        """Time series, without their data points."""
        from .time_series import TimeSeriesAPI

        return TimeSeriesAPI(self)

    @lazy_attribute
    def datapoints(self) -> DatapointsAPI:
        """The values of time series."""
        from .._handwritten.sync.datapoints import DatapointsAPI

        return DatapointsAPI(self)

    @lazy_attribute
    def sequences(self) -> SequencesAPI:
        """Tables with numbered rows, without the rows."""
        from .._handwritten.sync.sequences import SequencesAPI

        return SequencesAPI(self)

    @lazy_attribute
    def raw(self) -> RawGroup:
        """The API classes under `client.raw`."""
        return RawGroup(self)

    @lazy_attribute
    def relationships(self) -> RelationshipsAPI:
        """Ties between resources."""
        from .relationships import RelationshipsAPI

        return RelationshipsAPI(self)

    @lazy_attribute
    def three_d(self) -> ThreeDGroup:
        """The API classes under `client.three_d`."""
        return ThreeDGroup(self)

    @lazy_attribute
    def entity_matching(self) -> EntityMatchingAPI:
        """Models that tell which entities are the same thing."""
        from .._handwritten.sync.entity_matching import EntityMatchingAPI

        return EntityMatchingAPI(self)

    @lazy_attribute
    def templates(self) -> TemplatesAPI:
        """Queries on templates."""
        from .templates import TemplatesAPI

        return TemplatesAPI(self)

    @lazy_attribute
    def iam(self) -> IamGroup:
        """The API classes under `client.iam`."""
        return IamGroup(self)

    @lazy_attribute
    def extraction_pipelines(self) -> ExtractionPipelinesAPI:
        """Programs that extract data from sources."""
        from .extraction_pipelines import ExtractionPipelinesAPI

        return ExtractionPipelinesAPI(self)

    @lazy_attribute
    def extraction_pipeline_runs(self) -> ExtractionPipelineRunsAPI:
        """Reports of extraction pipelines."""
        from .extraction_pipeline_runs import ExtractionPipelineRunsAPI

        return ExtractionPipelineRunsAPI(self)
