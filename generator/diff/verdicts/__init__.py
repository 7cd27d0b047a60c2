"""Two surfaces → changes, each with a verdict. Pure."""
