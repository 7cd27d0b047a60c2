"""A project as a whole: the files that a maintainer starts with, its own templates, a project for two documents that have none."""
