from shop import Shop


def use(client: Shop) -> None:
    size: int = client.items.get("a").size
    print(size)
