from shop import Shop
from shop.models import Cat


def use(client: Shop) -> None:
    pet = client.items.get("a")
    print(pet.lives if isinstance(pet, Cat) else pet.name)
