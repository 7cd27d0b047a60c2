from shop import Shop
from shop.models import Event


def use(client: Shop) -> None:
    size: int = Event(size=3).size
    print(size)
