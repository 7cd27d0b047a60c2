"""The toolchain: turns an OpenAPI document into a Python client package. One folder or module per step; `pipeline` has them in their order."""

__version__ = "0.1.0"
