"""`client.yaml` → what a package is called and how its client is put together; the project file → where things are, and what all packages say.

Owns settings and their checks, and the rule which URLs a client may be sent to. Does not own the document.
"""
