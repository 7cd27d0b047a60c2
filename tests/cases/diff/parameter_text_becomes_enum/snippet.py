from shop import Shop


def use(client: Shop) -> None:
    way: str = "as" + "c"
    client.items.get("a", order=way)
