"""Resources in memory: created, read, updated, deleted and listed as the roles of operations say.

Owns the store, the roles of operations, and pages of lists. Does not own requests, nor what one API does beyond its document.
"""
