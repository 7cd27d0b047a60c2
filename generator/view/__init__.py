"""Document and `client.yaml` → the view model: frozen structs (`model`) in which every decision is taken.

Owns types, signatures, verbs, docstrings, examples. Does not own how any of it is written down (`templates`, `render`).
"""
