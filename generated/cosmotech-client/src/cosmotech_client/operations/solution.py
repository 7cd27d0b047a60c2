"""The operations of `SolutionApi`: HTTP methods, paths, parameters, media types. Rendered from the spec; do not edit."""

from __future__ import annotations

from typing import Any

from .._runtime.declarations.operation import Body, Operation, Paging, Parameter

FIND_ALL_SOLUTIONS: Operation[list[dict[str, Any]]] = Operation(
    "find_all_solutions",
    "GET",
    "/organizations/{organization_id}/solutions",
    parameters=(
        Parameter("page", "page", kind="integer"),
        Parameter("size", "size", kind="integer"),
    ),
    results={"application/json": lambda: list[dict[str, Any]]},
    paging=Paging(style="page", parameter="page", size="size", items="", first=0),
)

CREATE_SOLUTION: Operation[dict[str, Any]] = Operation(
    "create_solution",
    "POST",
    "/organizations/{organization_id}/solutions",
    body=Body(("application/json",), name="solution"),
    results={"application/json": lambda: dict[str, Any]},
    statuses=(201,),
)

FIND_SOLUTION_BY_ID: Operation[dict[str, Any]] = Operation(
    "find_solution_by_id",
    "GET",
    "/organizations/{organization_id}/solutions/{solution_id}",
    results={"application/json": lambda: dict[str, Any]},
)

DELETE_SOLUTION: Operation[None] = Operation(
    "delete_solution",
    "DELETE",
    "/organizations/{organization_id}/solutions/{solution_id}",
    statuses=(204,),
)

UPDATE_SOLUTION: Operation[dict[str, Any]] = Operation(
    "update_solution",
    "PATCH",
    "/organizations/{organization_id}/solutions/{solution_id}",
    body=Body(("application/json",), name="solution"),
    results={"application/json": lambda: dict[str, Any]},
    retry="safe",
)

ADD_OR_REPLACE_PARAMETERS: Operation[list[dict[str, Any]]] = Operation(
    "add_or_replace_parameters",
    "POST",
    "/organizations/{organization_id}/solutions/{solution_id}/parameters",
    body=Body(("application/json",), name="run_template_parameter"),
    results={"application/json": lambda: list[dict[str, Any]]},
    statuses=(201,),
    retry="safe",
)

REMOVE_ALL_SOLUTION_PARAMETERS: Operation[None] = Operation(
    "remove_all_solution_parameters",
    "DELETE",
    "/organizations/{organization_id}/solutions/{solution_id}/parameters",
    statuses=(204,),
)

ADD_OR_REPLACE_PARAMETER_GROUPS: Operation[list[dict[str, Any]]] = Operation(
    "add_or_replace_parameter_groups",
    "POST",
    "/organizations/{organization_id}/solutions/{solution_id}/parameterGroups",
    body=Body(("application/json",), name="run_template_parameter_group"),
    results={"application/json": lambda: list[dict[str, Any]]},
    statuses=(201,),
    retry="safe",
)

REMOVE_ALL_SOLUTION_PARAMETER_GROUPS: Operation[None] = Operation(
    "remove_all_solution_parameter_groups",
    "DELETE",
    "/organizations/{organization_id}/solutions/{solution_id}/parameterGroups",
    statuses=(204,),
)

ADD_OR_REPLACE_RUN_TEMPLATES: Operation[list[dict[str, Any]]] = Operation(
    "add_or_replace_run_templates",
    "POST",
    "/organizations/{organization_id}/solutions/{solution_id}/runTemplates",
    body=Body(("application/json",), name="run_template"),
    results={"application/json": lambda: list[dict[str, Any]]},
    statuses=(201,),
    retry="safe",
)

REMOVE_ALL_RUN_TEMPLATES: Operation[None] = Operation(
    "remove_all_run_templates",
    "DELETE",
    "/organizations/{organization_id}/solutions/{solution_id}/runTemplates",
    statuses=(204,),
)

DELETE_SOLUTION_RUN_TEMPLATE: Operation[None] = Operation(
    "delete_solution_run_template",
    "DELETE",
    "/organizations/{organization_id}/solutions/{solution_id}/runTemplates/{run_template_id}",
    statuses=(204,),
)

UPDATE_SOLUTION_RUN_TEMPLATE: Operation[list[dict[str, Any]]] = Operation(
    "update_solution_run_template",
    "PATCH",
    "/organizations/{organization_id}/solutions/{solution_id}/runTemplates/{run_template_id}",
    body=Body(("application/json",), name="run_template"),
    results={"application/json": lambda: list[dict[str, Any]]},
    retry="safe",
)

DOWNLOAD_RUN_TEMPLATE_HANDLER: Operation[bytes] = Operation(
    "download_run_template_handler",
    "GET",
    "/organizations/{organization_id}/solutions/{solution_id}/runtemplates/{run_template_id}/handlers/{handler_id}/download",
    results={"application/octet-stream": lambda: bytes},
)

UPLOAD_RUN_TEMPLATE_HANDLER: Operation[None] = Operation(
    "upload_run_template_handler",
    "POST",
    "/organizations/{organization_id}/solutions/{solution_id}/runtemplates/{run_template_id}/handlers/{handler_id}/upload",
    parameters=(Parameter("overwrite", "overwrite", kind="boolean"),),
    body=Body(("application/octet-stream",)),
    statuses=(201,),
)

IMPORT_SOLUTION: Operation[dict[str, Any]] = Operation(
    "import_solution",
    "POST",
    "/organizations/{organization_id}/solutions/import",
    body=Body(("application/json",), name="solution"),
    results={"application/json": lambda: dict[str, Any]},
    statuses=(201,),
)
