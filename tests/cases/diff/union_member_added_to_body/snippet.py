from shop import Shop
from shop.models import Cat


def use(client: Shop) -> None:
    client.items.create(Cat(kind="cat", lives=9))
