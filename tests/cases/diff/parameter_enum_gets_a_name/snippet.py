from shop import Shop
from shop.models import GetOrder


def use(client: Shop) -> None:
    order: GetOrder = "asc"
    client.items.get("a", order=order)
