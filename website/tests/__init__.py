"""Tests of the documentation site. They are no part of `make test`, since they build the whole site and need a browser: `make test-docs`."""
