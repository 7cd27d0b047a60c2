from shop import Shop
from shop.models import Cow


def use(client: Shop) -> None:
    client.items.create(Cow(kind="cow", milk=9))
