"""The guide's functions under the same names, async: `connection`, `workspace`, `twin_data_layer`, `runner`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.declarations.lazy_exports import exports

if TYPE_CHECKING:
    from . import connection as connection
    from . import runner as runner
    from . import twin_data_layer as twin_data_layer
    from . import workspace as workspace
else:
    __getattr__, __dir__ = exports(__name__, {}, globals())
