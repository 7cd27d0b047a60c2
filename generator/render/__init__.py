"""View model → files, through the templates.

Owns what templates get, and the filters through which text of a document is printed into code. Does not own the contents of the view model.
"""
