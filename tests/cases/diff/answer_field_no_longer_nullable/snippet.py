from shop import Shop


def use(client: Shop) -> None:
    size: int = client.items.get("a").size or 0
    print(size)
