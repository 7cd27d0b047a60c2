"""The fault matrix: each filled cell of the table in `docs/faults.md`, over real sockets, sync and async."""
