from shop import Shop, webhooks


def use(client: Shop) -> None:
    print(webhooks, client)
