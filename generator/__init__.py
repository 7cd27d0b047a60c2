"""The toolchain: turns an OpenAPI document into a Python client package. One module per step; see `pipeline`."""
