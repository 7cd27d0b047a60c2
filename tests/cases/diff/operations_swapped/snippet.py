from shop import Shop


def use(client: Shop) -> None:
    client.items.get("a")
    client.items.start()
