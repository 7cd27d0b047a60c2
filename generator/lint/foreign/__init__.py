"""What is accepted in documents of others, but not with `lint: house`: other versions of OpenAPI, and sloppy paths, parameters and servers.

Owns the conversion to OpenAPI 3.1 in memory and these repairs, with one warning per kind. Does not own schemas (`schema_repairs`), nor ids and tags (`repairs`).
"""
