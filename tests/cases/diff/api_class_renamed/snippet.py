from shop import ItemsApi, Shop


def use(client: Shop) -> None:
    print(ItemsApi, client)
