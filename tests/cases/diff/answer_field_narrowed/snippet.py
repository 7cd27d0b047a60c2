from shop import Shop


def use(client: Shop) -> None:
    size: float = client.items.get("a").size
    print(size)
