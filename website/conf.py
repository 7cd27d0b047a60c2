"""Sphinx's settings; `python -m website build` uses them."""

from generator import __version__

project = "clientgen"
release = version = __version__
copyright = "The clientgen maintainers"
html_title = f"clientgen {release}"

extensions = ["myst_parser", "sphinx_copybutton", "sphinx_inline_tabs", "website.extension"]
root_doc = "index"
myst_gfm_only = True  # as GitHub reads it: no directives, no roles, nothing that a text could run
highlight_language = "none"
pygments_style = "a11y-light"
pygments_dark_style = "a11y-dark"
nitpicky = True
suppress_warnings = ["misc.highlighting_failure"]  # designs leave parts of programs out: …

html_theme = "furo"
html_theme_options = {"top_of_page_buttons": ["edit"], "source_edit_link": "-"}  # the extension puts each page's own link there
html_static_path = ["static"]
html_css_files = ["site.css"]
html_copy_source = False
html_show_sphinx = False
html_use_index = False
html_domain_indices = False
copybutton_exclude = ".linenos, .gp, .go"
copybutton_selector = "div.highlight:not(.highlight-output div) pre"
