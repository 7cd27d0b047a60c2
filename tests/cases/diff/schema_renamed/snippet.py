from shop import Shop
from shop.models import Item


def use(client: Shop) -> None:
    item: Item = client.items.get("a")
    print(item)
