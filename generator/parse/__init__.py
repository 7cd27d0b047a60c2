"""The bundled document as openapi-python-client reads it: which operations and models there are, and their Python names.

The only folder that imports that library. Does not own the types of generated code (`view.schemas`).
"""
