"""Items with pictures."""

from __future__ import annotations

from typing import TypeAlias

from ..._runtime.declarations.options import RequestOptions
from ...aio import stock_items as generated

Format: TypeAlias = str | None


class AsyncItemsApi(generated.AsyncItemsApi):
    __doc__ = generated.AsyncItemsApi.__doc__

    async def picture(self, id: int, format: Format = None, *, options: RequestOptions | None = None) -> bytes:
        """The picture of an item.

        It is drawn when it is first asked for.

        Args:
            id: The item.
            format: Media type of the picture; when there is none,
                that of the original.
            options: Settings for this call only.

        Returns:
            the picture, as it is stored
        """
        found = await self.retrieve(id=id, options=options)
        return str((found, format)).encode()
