"""The coordinator's view of who is out: what he does, when his phone was heard of, what waits and what is to decide."""

from __future__ import annotations

from collections.abc import Callable

from api.kit.db import Database
from tests.client import Api
from tests.contract.test_query_counts import least
from tests.field.phone import Phone, visit
from tests.work.steps import Desk
from tests.world import World

STATEMENTS = 5


def test_a_coordinator_sees_who_is_out_with_what(
    phone: Phone, desk: Desk, as_role: Callable[..., Api], world: World, db: Database
) -> None:
    """His own station's people, one engineer himself; as many statements for many as for few."""
    coordinator = as_role("CO")
    few = least(db, lambda: coordinator.read("field/crew"))
    now = visit(desk, "on_site")
    following = visit(desk, hours=6)
    visit(desk, "on_site", hours=10)
    phone.report(waiting=2, storage="persisted")
    ahead = phone.did(f"work-orders/{following['id']}/depart", {"after": 90})
    assert phone.send(ahead).status_code == 202
    crew = coordinator.read("field/crew")
    him = next(item for item in crew["items"] if item["employee"]["id"] == world.employees["FE@A1"])
    assert (him["current"]["number"], him["current"]["status"]) == (now["number"], "on_site")
    assert him["next"]["number"] == following["number"]
    assert (him["open"], him["done_today"], him["waiting"], him["held"]) == (3, 0, 2, 1)
    assert (him["phones"][0]["name"], him["phones"][0]["storage"]) == ("红米 Note 12", "persisted")
    assert him["reported_at"] == him["phones"][0]["reported_at"]
    assert (crew["held"], crew["conflicts"]) == (1, 0)
    assert {item["station"]["code"] for item in crew["items"]} == {"A1"}
    assert len(crew["items"]) == 2
    many = least(db, lambda: coordinator.read("field/crew"))
    assert (len(few), len(many)) == (STATEMENTS, STATEMENTS), "\n\n".join(many)
    assert [item["employee"]["id"] for item in phone.api.read("field/crew")["items"]] == [world.employees["FE@A1"]]
    assert as_role("CO", "A2").read("field/crew")["held"] == 0
    assert as_role("RM", "A").read("field/crew", station_id=world.stations["A2"])["items"][0]["station"]["code"] == "A2"
    assert as_role("PC").get("field/crew").status_code == 404
