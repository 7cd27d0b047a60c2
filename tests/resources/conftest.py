"""The package `demo_client`, whose resources are tested, is put together and can be imported."""

from tests.support import demo_package as demo_package
