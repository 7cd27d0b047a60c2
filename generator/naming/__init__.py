"""Names of a document → names of Python, by the rules of openapi-python-client, so that who changes from it finds the same ones.

The only folder that imports that library. Types are made from the document itself (`view.schemas`).
"""
