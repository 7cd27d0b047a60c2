from shop import Shop


def use(client: Shop) -> None:
    client.items.get("a", since="2020-02-02")
