"""What every generated package shares: the only code that does I/O.

Nothing here knows a particular API. `aio/` is written by hand; `sync/` is derived from it, except `sync/primitives.py`.
"""
