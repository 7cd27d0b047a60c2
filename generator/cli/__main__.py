"""`python -m generator.cli`."""

import sys

from . import main

sys.exit(main())
