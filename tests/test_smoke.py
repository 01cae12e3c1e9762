"""The smallest sign of life on either database."""

from tests.client import Api


def test_problems_are_public_and_translated(anonymous: Api) -> None:
    chinese, english = anonymous.read("problems"), anonymous.get("problems", headers={"Accept-Language": "en"}).json()
    assert {p["slug"] for p in chinese["items"]} == {p["slug"] for p in english["items"]}
    assert chinese["items"][0]["title"] != english["items"][0]["title"]
