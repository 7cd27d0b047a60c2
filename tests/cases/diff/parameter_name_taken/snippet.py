from shop import Shop


def use(client: Shop) -> None:
    client.items.get("a", a_b="x")
