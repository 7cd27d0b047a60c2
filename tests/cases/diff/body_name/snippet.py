from shop import Shop


def use(client: Shop) -> None:
    client.items.create(body={"size": 3})
