"""The documentation site: pages of this repository → `build/website/html`, with Sphinx. designs/0012 says why Sphinx.

It owns which pages there are, where they stand in the site, and how their Markdown is shown. It owns no text: pages are written where they belong.
"""
