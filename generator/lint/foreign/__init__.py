"""What other people's documents have that ours may not: other versions of OpenAPI, and sloppy paths, parameters and servers.

Owns the conversion to OpenAPI 3.1 in memory and these repairs, with one warning per kind. Does not own schemas (`schema_repairs`), nor ids and tags (`repairs`).
"""
