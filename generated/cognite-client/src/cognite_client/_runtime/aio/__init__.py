"""The async side of the runtime; `sync/` is derived from it."""
