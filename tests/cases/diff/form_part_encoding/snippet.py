from shop import Shop


def use(client: Shop) -> None:
    client.items.create(b"x")
