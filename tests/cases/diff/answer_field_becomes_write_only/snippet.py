from shop import Shop


def use(client: Shop) -> None:
    print(client.items.get().name)
