"""The documentation, run: every code block of every page, of the README files and of the generated pages."""
