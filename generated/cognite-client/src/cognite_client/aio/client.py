"""The clients of Cognite Data Fusion. Rendered from the spec; do not edit."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .._resources.aio.client import AsyncResourceClient
from .._runtime.declarations.configuration import constructor
from .._runtime.declarations.lazy_exports import lazy_attribute, public_names
from .._runtime.declarations.options import RetryPolicy, Timeout
from ..configuration import DEFINITION

if TYPE_CHECKING:
    from .._handwritten.aio.assets import AsyncAssetsAPI
    from .._handwritten.aio.datapoints import AsyncDatapointsAPI
    from .._handwritten.aio.entity_matching import AsyncEntityMatchingAPI
    from .._handwritten.aio.files import AsyncFilesAPI
    from .._handwritten.aio.raw_tables import AsyncRawTablesAPI
    from .._handwritten.aio.sequences import AsyncSequencesAPI
    from .._runtime.declarations.configuration import Configuration
    from .data_sets import AsyncDataSetsAPI
    from .events import AsyncEventsAPI
    from .extraction_pipeline_runs import AsyncExtractionPipelineRunsAPI
    from .extraction_pipelines import AsyncExtractionPipelinesAPI
    from .iam_api_keys import AsyncAPIKeysAPI
    from .iam_groups import AsyncGroupsAPI
    from .iam_security_categories import AsyncSecurityCategoriesAPI
    from .iam_service_accounts import AsyncServiceAccountsAPI
    from .labels import AsyncLabelsAPI
    from .login import AsyncLoginAPI
    from .raw_databases import AsyncRawDatabasesAPI
    from .raw_rows import AsyncRawRowsAPI
    from .relationships import AsyncRelationshipsAPI
    from .templates import AsyncTemplatesAPI
    from .three_d_asset_mappings import AsyncThreeDAssetMappingAPI
    from .three_d_files import AsyncThreeDFilesAPI
    from .three_d_models import AsyncThreeDModelsAPI
    from .three_d_revisions import AsyncThreeDRevisionsAPI
    from .time_series import AsyncTimeSeriesAPI


class AsyncApiClient(AsyncResourceClient):
    """Sends requests to Cognite Data Fusion: connections, authentication, retries, deadlines.

    `AsyncLoginAPI(client)` makes its operations available; `AsyncCogniteClient` has them as attributes.
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
                `http_client=httpx.AsyncClient(http2=True)`.
            http_client: Your own client of `httpx`, sync or async like this one. It is not closed with the client. Its proxies,
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


class AsyncRawGroup:
    """The API classes under `client.raw`."""

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    @lazy_attribute
    def databases(self) -> AsyncRawDatabasesAPI:
        """Databases of raw tables."""
        from .raw_databases import AsyncRawDatabasesAPI

        return AsyncRawDatabasesAPI(self._client)

    @lazy_attribute
    def tables(self) -> AsyncRawTablesAPI:
        """Tables without a fixed set of columns."""
        from .._handwritten.aio.raw_tables import AsyncRawTablesAPI

        return AsyncRawTablesAPI(self._client)

    @lazy_attribute
    def rows(self) -> AsyncRawRowsAPI:
        """The rows of raw tables."""
        from .raw_rows import AsyncRawRowsAPI

        return AsyncRawRowsAPI(self._client)


class AsyncThreeDGroup:
    """The API classes under `client.three_d`."""

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    @lazy_attribute
    def models(self) -> AsyncThreeDModelsAPI:
        """3D models."""
        from .three_d_models import AsyncThreeDModelsAPI

        return AsyncThreeDModelsAPI(self._client)

    @lazy_attribute
    def revisions(self) -> AsyncThreeDRevisionsAPI:
        """Revisions of 3D models, and their nodes."""
        from .three_d_revisions import AsyncThreeDRevisionsAPI

        return AsyncThreeDRevisionsAPI(self._client)

    @lazy_attribute
    def files(self) -> AsyncThreeDFilesAPI:
        """Processed 3D files."""
        from .three_d_files import AsyncThreeDFilesAPI

        return AsyncThreeDFilesAPI(self._client)

    @lazy_attribute
    def asset_mappings(self) -> AsyncThreeDAssetMappingAPI:
        """Ties between nodes and assets."""
        from .three_d_asset_mappings import AsyncThreeDAssetMappingAPI

        return AsyncThreeDAssetMappingAPI(self._client)


class AsyncIamGroup:
    """The API classes under `client.iam`."""

    def __init__(self, api_client: AsyncApiClient) -> None:
        self._client = api_client

    __dir__ = public_names

    @lazy_attribute
    def service_accounts(self) -> AsyncServiceAccountsAPI:
        """Accounts for programs."""
        from .iam_service_accounts import AsyncServiceAccountsAPI

        return AsyncServiceAccountsAPI(self._client)

    @lazy_attribute
    def api_keys(self) -> AsyncAPIKeysAPI:
        """API keys of service accounts."""
        from .iam_api_keys import AsyncAPIKeysAPI

        return AsyncAPIKeysAPI(self._client)

    @lazy_attribute
    def groups(self) -> AsyncGroupsAPI:
        """Groups of callers, and what they may do."""
        from .iam_groups import AsyncGroupsAPI

        return AsyncGroupsAPI(self._client)

    @lazy_attribute
    def security_categories(self) -> AsyncSecurityCategoriesAPI:
        """Categories that restrict who may see a resource."""
        from .iam_security_categories import AsyncSecurityCategoriesAPI

        return AsyncSecurityCategoriesAPI(self._client)


class AsyncCogniteClient(AsyncApiClient):
    """A client of Cognite Data Fusion.

    Use it as a context manager, or close it. One client may be shared by all tasks.
    """

    @lazy_attribute
    def login(self) -> AsyncLoginAPI:
        """Who the caller is."""
        from .login import AsyncLoginAPI

        return AsyncLoginAPI(self)

    @lazy_attribute
    def assets(self) -> AsyncAssetsAPI:
        """Things of the physical world, in a hierarchy."""
        from .._handwritten.aio.assets import AsyncAssetsAPI

        return AsyncAssetsAPI(self)

    @lazy_attribute
    def labels(self) -> AsyncLabelsAPI:
        """Labels that resources can be given."""
        from .labels import AsyncLabelsAPI

        return AsyncLabelsAPI(self)

    @lazy_attribute
    def events(self) -> AsyncEventsAPI:
        """What happened, when, to which assets."""
        from .events import AsyncEventsAPI

        return AsyncEventsAPI(self)

    @lazy_attribute
    def data_sets(self) -> AsyncDataSetsAPI:
        """Groups of resources that belong together."""
        from .data_sets import AsyncDataSetsAPI

        return AsyncDataSetsAPI(self)

    @lazy_attribute
    def files(self) -> AsyncFilesAPI:
        """Files, their metadata and their content."""
        from .._handwritten.aio.files import AsyncFilesAPI

        return AsyncFilesAPI(self)

    @lazy_attribute
    def time_series(self) -> AsyncTimeSeriesAPI:
        """Time series, without their data points."""
        from .time_series import AsyncTimeSeriesAPI

        return AsyncTimeSeriesAPI(self)

    @lazy_attribute
    def datapoints(self) -> AsyncDatapointsAPI:
        """The values of time series."""
        from .._handwritten.aio.datapoints import AsyncDatapointsAPI

        return AsyncDatapointsAPI(self)

    @lazy_attribute
    def sequences(self) -> AsyncSequencesAPI:
        """Tables with numbered rows, without the rows."""
        from .._handwritten.aio.sequences import AsyncSequencesAPI

        return AsyncSequencesAPI(self)

    @lazy_attribute
    def raw(self) -> AsyncRawGroup:
        """The API classes under `client.raw`."""
        return AsyncRawGroup(self)

    @lazy_attribute
    def relationships(self) -> AsyncRelationshipsAPI:
        """Ties between resources."""
        from .relationships import AsyncRelationshipsAPI

        return AsyncRelationshipsAPI(self)

    @lazy_attribute
    def three_d(self) -> AsyncThreeDGroup:
        """The API classes under `client.three_d`."""
        return AsyncThreeDGroup(self)

    @lazy_attribute
    def entity_matching(self) -> AsyncEntityMatchingAPI:
        """Models that tell which entities are the same thing."""
        from .._handwritten.aio.entity_matching import AsyncEntityMatchingAPI

        return AsyncEntityMatchingAPI(self)

    @lazy_attribute
    def templates(self) -> AsyncTemplatesAPI:
        """Queries on templates."""
        from .templates import AsyncTemplatesAPI

        return AsyncTemplatesAPI(self)

    @lazy_attribute
    def iam(self) -> AsyncIamGroup:
        """The API classes under `client.iam`."""
        return AsyncIamGroup(self)

    @lazy_attribute
    def extraction_pipelines(self) -> AsyncExtractionPipelinesAPI:
        """Programs that extract data from sources."""
        from .extraction_pipelines import AsyncExtractionPipelinesAPI

        return AsyncExtractionPipelinesAPI(self)

    @lazy_attribute
    def extraction_pipeline_runs(self) -> AsyncExtractionPipelineRunsAPI:
        """Reports of extraction pipelines."""
        from .extraction_pipeline_runs import AsyncExtractionPipelineRunsAPI

        return AsyncExtractionPipelineRunsAPI(self)
