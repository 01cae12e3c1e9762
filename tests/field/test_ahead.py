"""What a phone draws ahead without network is what the server says when it is asked (`work_orders/ahead.py`)."""

from __future__ import annotations

from typing import Any

from tests.field.phone import Phone, visit
from tests.work.steps import Desk, body, offered


def drawn(steps: dict[str, Any], order: dict[str, Any]) -> set[str]:
    """The steps that a phone offers by itself."""
    return {
        name for name, step in steps.items()
        if order["status"] in step["sources"]
        and all(order[field] for field in step["requires"])
        and not any(order[field] for field in step["excludes"])
    }  # fmt: skip


def ahead(step: dict[str, Any], order: dict[str, Any], sent: dict[str, Any]) -> dict[str, Any]:
    """The order as a phone shows it after a step of its own."""
    values = {
        field: sent["occurred_at"] if how == "occurred_at" else sent[how.removeprefix("body.")]
        for field, how in step["sets"].items()
    }
    return order | values | {"status": step["target"] or order["status"]}


def test_a_phone_that_follows_the_data_is_where_the_server_is(phone: Phone, desk: Desk) -> None:
    """Every step of an engineer's walk: the same steps offered, the same state afterwards."""
    order = visit(desk)
    told = phone.api.read("field/bundle")
    steps = {step["action"]: step for step in told["steps"]}
    assert told["states"]["on_site"] == "现场"
    for action in ("accept", "depart", "arrive", "diagnose", "escalate", "complete", "sign", "hand-in"):
        server = phone.api.read(f"work-orders/{order['id']}")
        assert drawn(steps, order) == set(offered(server)), f"before {action}"
        deed = phone.did(f"work-orders/{order['id']}/{action}", body(desk.world, action), order["id"])
        order = ahead(steps[action], order, deed["body"])
        answer = phone.send(deed)
        assert answer.status_code == 200, answer.text
        now = answer.json()
        assert now["status"] == order["status"]
        assert {field: bool(now[field]) for field in steps[action]["sets"]} == dict.fromkeys(
            steps[action]["sets"], True
        )
        assert not steps[action]["leaves"]
    for action, to in (("refuse", "assigned"), ("cannot-today", "assigned"), ("second-visit", "on_site")):
        other = visit(desk, to, hours=30)
        phone.act(other["id"], action, **body(desk.world, action, 60))
        assert steps[action]["leaves"]
        assert phone.api.get(f"work-orders/{other['id']}").status_code == 404
