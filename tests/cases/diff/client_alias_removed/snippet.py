from shop import Shop
from shop.exceptions import ShopError


def use(client: Shop) -> None:
    print(ShopError, client)
