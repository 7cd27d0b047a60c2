"""The verbs that resource methods (`x-methods`) stand on, and the base classes of documented classes.

Owns retrieve, list, search, create, update and delete, records and their lists, update objects, frames, and times, which are milliseconds
since 1970 on the wire. Goes only into packages that use it.
Does not own paging, batching and calls (`_runtime`), nor anything of a particular API.
"""
