from shop import Shop


def use(client: Shop) -> None:
    list(client.items.list_iterate())
