"""What tests share. `demo_client` can be imported from here on."""

from . import demo_package as demo_package
