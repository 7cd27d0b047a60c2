"""Names in a document → Python names, by the rules of openapi-python-client, so that its users find the same names.

Its rules are written again here (`words`): the library itself is needed by tests only, which compare. Types are made from the document itself
(`view.schemas`).
"""
