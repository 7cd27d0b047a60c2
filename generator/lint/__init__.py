"""Is a document valid OpenAPI, and can the pipeline express all of it?

Owns the rules (`rules`, a module per part of a document) and the vocabulary of the extensions (`extensions.schema.json`).
What cannot be expressed is an error here, and is never left out later. Does not own types or names of generated code.
"""
