"""The package `demo_client`, whose resources are tested here."""

import tests.support  # noqa: F401 - puts the package together, and on the path
