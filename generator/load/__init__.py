"""Files of a document → one bundled document, with the source position of everything.

Owns reading YAML and JSON, references between files, JSON pointers, source positions, and problems as values. Reads the disk.
Does not own what OpenAPI means.
"""
