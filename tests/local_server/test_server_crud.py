"""Resources of an API that no behaviour module describes: everything follows from the document."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from handwritten.testing import Clock, LocalServer, Refused, local_server
from handwritten.testing.schema.document import Document


def test_a_resource_lives(http: httpx.Client) -> None:
    made = http.post("/shops", json={"name": "corner", "secret": "s"})
    assert made.status_code == 201
    shop = made.json()
    assert shop["name"] == "corner" and shop["size"] == 7, "the default of the request schema is stored"
    assert "secret" not in shop and "note" not in shop
    assert http.get("/shops/corner").json() == shop
    assert http.post("/shops", json={"name": "corner"}).status_code == 409
    changed = http.patch("/shops/corner", json={"size": 9}).json()
    assert changed == {**shop, "size": 9, "updated_at": changed["updated_at"]}
    assert http.delete("/shops/corner").status_code == 204
    assert http.get("/shops/corner").status_code == 404
    assert http.delete("/shops/corner").json() == {"error": "shops 'corner' does not exist"}


def test_what_is_below_a_resource_goes_with_it_and_moves_with_it(http: httpx.Client, server: LocalServer) -> None:
    assert http.get("/shops/corner/orders").status_code == 404, "the shop above must exist"
    http.post("/shops", json={"name": "corner"})
    order = http.post("/shops/corner/orders", json=[{"article": "tea"}]).json()[0]
    assert order["shop"] == "corner"
    http.patch("/shops/corner", json={"name": "plaza"})
    assert http.get(f"/shops/plaza/orders/{order['id']}").status_code == 200
    assert http.get("/shops/corner").status_code == 404
    http.delete("/shops/plaza")
    assert len(server.store) == 0


def test_a_rename_to_a_taken_name_is_refused(http: httpx.Client) -> None:
    for name in ("a", "b"):
        http.post("/shops", json={"name": name})
    assert http.patch("/shops/a", json={"name": "b"}).status_code == 409
    assert http.get("/shops/a").status_code == 200


def test_names_are_decoded_once(http: httpx.Client) -> None:
    http.post("/shops", json={"name": "a/b %2F c".lower().replace("%2f", "-")})
    assert http.get("/shops/a%2Fb%20-%20c").json()["name"] == "a/b - c"
    assert http.get("/shops/a%252Fb").status_code == 404


def test_literal_segments_beat_parameters_and_a_final_slash_counts(shop: dict[str, Any], http: httpx.Client, server: LocalServer) -> None:
    document = Document(shop)
    assert document.find("/shops/mine").operations["GET"].id == "shops_mine"
    assert document.find("/shops/mine/orders").operations["GET"].id == "orders_list", "the literal is given up where it leads nowhere"
    assert document.find("/shops/x").values == ("x",)
    assert not document.find("/shops/").operations and not document.find("/shops//orders").operations
    assert http.get("/shops/").status_code == 404
    assert http.put("/shops").status_code == 405
    assert http.put("/shops").headers["allow"] == "GET, POST"
    assert httpx.get(f"{server.root}/shops").status_code == 404, "the base path belongs to every path"


def test_autocreate_makes_what_a_path_names_until_it_is_deleted(shop: dict[str, Any]) -> None:
    with local_server(document=shop, autocreate=True) as server, httpx.Client(base_url=server, headers={"X-Shop-Key": "k"}) as http:
        assert http.get("/shops/any").json()["name"] == "any"
        assert http.get("/shops/other/orders/00000000-0000-4000-8000-000000000001").json()["shop"] == "other"
        assert http.post("/shops", json={"name": "any", "size": 3}).json()["size"] == 3, "what was only named can still be created"
        assert http.delete("/shops/any").status_code == 204
        assert http.get("/shops/any").status_code == 404


def test_times_come_from_the_clock(shop: dict[str, Any]) -> None:
    with (
        local_server(document=shop, clock=Clock(frozen=True)) as server,
        httpx.Client(base_url=server, headers={"X-Shop-Key": "k"}) as http,
    ):
        made = http.post("/shops", json={"name": "a"}).json()
        server.clock.advance(60)
        changed = http.patch("/shops/a", json={"size": 2}).json()
    assert made["created"] == changed["created"] == "2026-01-01T00:00:00.000000Z"
    assert changed["updated_at"] == "2026-01-01T00:01:00.000000Z"
    with pytest.raises(ValueError):
        Clock().advance(-1)


def test_resources_can_be_added_from_the_test(http: httpx.Client, server: LocalServer) -> None:
    server.add("/shops/here", size=5)
    assert http.get("/shops/here").json()["size"] == 5
    with pytest.raises(Refused):
        server.add("/shops/here")
    with pytest.raises(ValueError, match="no resource"):
        server.add("/nowhere/x")


def test_cursor_paging(http: httpx.Client, server: LocalServer) -> None:
    for index in range(5):
        server.add(f"/shops/s{index}")
    seen: list[str] = []
    query: dict[str, str] = {}
    for _ in range(3):
        page = http.get("/shops", params=query).json()
        seen += [shop["name"] for shop in page["items"]]
        query = {"cursor": page.get("nextCursor", "")}
    assert seen == ["s0", "s1", "s2", "s3", "s4"] and "nextCursor" not in page
    assert http.get("/shops", params={"cursor": "made up"}).status_code == 400
    assert http.get("/shops", params={"limit": 101}).status_code == 400
    assert len(http.get("/shops", params={"limit": 4}).json()["items"]) == 4


def test_offset_and_page_paging(http: httpx.Client, server: LocalServer) -> None:
    server.add("/shops/s")
    for _ in range(5):
        http.post("/shops/s/orders", json=[{"article": "x"}])
        http.post("/pages", json={})
    every = http.get("/shops/s/orders").json()
    assert http.get("/shops/s/orders", params={"offset": 1, "limit": 2}).json() == every[1:3]
    assert http.get("/shops/s/orders", params={"offset": -1}).status_code == 400
    pages = [http.get("/pages", params={"page": number}).json() for number in (1, 3, 4)]
    assert [len(page["pages"]) for page in pages] == [2, 1, 0] and pages[0]["totalCount"] == 5
    assert len(http.get("/pages", params={"page": 1, "perPage": 4}).json()["pages"]) == 4


def test_the_answer_has_the_media_type_that_was_asked_for(http: httpx.Client, server: LocalServer) -> None:
    def version(accept: str) -> Any:
        return http.post("/pages", json={}, headers={"accept": accept}).json().get("v")

    assert version("application/vnd.shop.v3+json") == 3
    assert version("*/*") == 4
    assert version("application/vnd.shop.v4+json;q=0.1, application/vnd.shop.v3+json") == 3
    assert version("text/csv") is None
    assert server.journal[-1].status == 406
