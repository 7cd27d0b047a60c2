"""The async client of Cognite Data Fusion; `cognite_client.sync` is the sync version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import exports as _exports

if TYPE_CHECKING:
    from . import assets as assets
    from . import client as client
    from . import data_sets as data_sets
    from . import datapoints as datapoints
    from . import datapoints_synthetic as datapoints_synthetic
    from . import entity_matching as entity_matching
    from . import events as events
    from . import extraction_pipeline_runs as extraction_pipeline_runs
    from . import extraction_pipelines as extraction_pipelines
    from . import files as files
    from . import iam_api_keys as iam_api_keys
    from . import iam_groups as iam_groups
    from . import iam_security_categories as iam_security_categories
    from . import iam_service_accounts as iam_service_accounts
    from . import labels as labels
    from . import login as login
    from . import raw_databases as raw_databases
    from . import raw_rows as raw_rows
    from . import raw_tables as raw_tables
    from . import relationships as relationships
    from . import sequences as sequences
    from . import sequences_data as sequences_data
    from . import templates as templates
    from . import templates_groups as templates_groups
    from . import templates_instances as templates_instances
    from . import templates_versions as templates_versions
    from . import templates_views as templates_views
    from . import three_d_asset_mappings as three_d_asset_mappings
    from . import three_d_files as three_d_files
    from . import three_d_models as three_d_models
    from . import three_d_revisions as three_d_revisions
    from . import time_series as time_series

if not TYPE_CHECKING:  # A type checker would take any name for one of this module.
    __getattr__, __dir__ = _exports(__name__, {})
