"""The receiver of docs/examples/receiver.py, run against the real sender as an integrator would."""

from __future__ import annotations

import importlib.util
import threading
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.events.facts import write
from tests.events.webhooks.conftest import Post
from tests.world import World

EXAMPLE = Path(__file__).parents[3] / "docs" / "examples" / "receiver.py"


@pytest.fixture
def example() -> Any:
    spec = importlib.util.spec_from_file_location("receiver_example", EXAMPLE)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_receiver_of_the_guide(post: Post, world: World, tmp_path: Path, example: Any) -> None:
    inbox = example.Inbox(tmp_path / "taken.db")
    reserved = example.server(0, "whsec_AAAA", inbox)  # the port is known before the secret is
    port = reserved.server_address[1]
    reserved.server_close()
    client = post.integration()
    hook = post.webhook(f"http://127.0.0.1:{port}/hooks/sibu", client)
    listening = example.server(port, hook["signing_secret"], inbox)
    threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    try:
        write(post.system.db, world.customers["A1"], 3)
        post.run()
        reader, seen = post.token(client), []

        def take_over(body: dict[str, Any]) -> None:
            address = body["data"]["address"].partition("/api/v1/")[2]
            seen.append((body["type"], body["data"]["version"], reader.read(address)["id"]))

        assert inbox.work(take_over) == 3
        assert seen == [("customer.remarked_in_test", version, world.customers["A1"]) for version in (2, 3, 4)]
        post.admin.act(f"webhooks/{hook['id']}/replay", {"since": hook["created_at"], "which": "all"})
        post.run()
        assert {row["state"] for row in post.deliveries(hook)} == {"delivered"}
        assert inbox.work(take_over) == 0, "what came twice is done once"
        forged = httpx.post(f"http://127.0.0.1:{port}/", json={"type": "customer.edited"}, headers={"webhook-id": "x"})
        assert forged.status_code == 401
        assert inbox.work(take_over) == 0
    finally:
        listening.shutdown()
        listening.server_close()
