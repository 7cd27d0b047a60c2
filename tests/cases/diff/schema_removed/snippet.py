from shop import Shop
from shop.models import Shelf


def use(client: Shop) -> None:
    print(Shelf(size=3), client)
