"""View model → files, through the templates.

Owns what templates are given and the filters by which text of a document reaches code. Does not decide what is said.
"""
