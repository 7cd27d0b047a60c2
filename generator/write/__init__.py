"""Rendered files and hand-written code → a package on the disk.

Owns which files a package consists of (`assemble`, `prune`), writing and deleting (`files`), the manifest (`lock`), whether anything has to be done
(`freshness`), and the way back from a generated line to the document (`trace`). Does not own what the files say.
"""
