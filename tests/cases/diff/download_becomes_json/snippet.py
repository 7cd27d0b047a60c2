from shop import Shop


def use(client: Shop) -> None:
    client.items.get_to_file("a", to="here")
