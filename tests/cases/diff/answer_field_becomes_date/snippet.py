from shop import Shop


def use(client: Shop) -> None:
    made: str = client.items.get("a").made
    print(made)
