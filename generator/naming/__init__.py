"""Names of a document → names of Python, by the rules of openapi-python-client, so that who changes from it finds the same ones.

Its rules are written again here (`words`): the library itself is needed by tests only, which compare. Types are made from the document itself
(`view.schemas`).
"""
