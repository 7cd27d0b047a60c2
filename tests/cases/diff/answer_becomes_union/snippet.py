from shop import Shop


def use(client: Shop) -> None:
    name: str = client.items.get("a")
    print(name)
