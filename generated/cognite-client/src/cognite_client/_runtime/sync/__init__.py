"""The sync side of the runtime; `sync/` is derived from it."""
