from shop import Shop


def use(client: Shop) -> None:
    for item in client.items.list_all_iterate():
        print(item.size)
