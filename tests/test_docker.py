"""The network's files fit together: what one of them says of another is true. (Running them needs Docker.)"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
NGINX = (ROOT / "docker" / "nginx.conf").read_text(encoding="utf-8")
REPLICAS = {name: service for name, service in SERVICES.items() if service.get("command") == ["serve"]}


def address(service: dict[str, Any]) -> str:
    return service["networks"]["inside"]["ipv4_address"]


def test_the_proxy_knows_every_replica() -> None:
    upstreams = set(re.findall(r"server ([0-9.]+):8000", NGINX))
    assert upstreams == {address(service) for service in REPLICAS.values()}
    assert len(REPLICAS) == 2


def test_replicas_believe_the_proxy_alone() -> None:
    """T13: forwarding headers count only from the configured proxy."""
    for service in REPLICAS.values():
        assert service["environment"]["SIBU_TRUSTED_PROXIES"] == address(SERVICES["web"])


def test_only_the_worker_works() -> None:
    working = {name for name, service in SERVICES.items() if service.get("environment", {}).get("SIBU_WORKER") == "on"}
    assert working == {"worker"}


def test_only_the_proxy_is_reachable_from_outside() -> None:
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["web"]
    assert COMPOSE["networks"]["inside"]["internal"] is True


def test_p33_no_request_meets_a_connection_that_a_replica_closes() -> None:
    """The proxy lets go of an idle connection before the replicas do (uvicorn: 5 s) and before a draining one has ended."""
    (kept,) = re.findall(r"keepalive_timeout (\d+)s;\n    }", NGINX)
    drains = {float(service["environment"]["SIBU_DRAIN"]) for service in REPLICAS.values()}
    assert int(kept) < min(5, *drains)
    assert max(drains) <= 20


def test_no_secret_has_a_default() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    assert not re.search(r"(PASSWORD|SECRET)(_FILE)?:-", text)
    for service in SERVICES.values():
        for key, value in service.get("environment", {}).items():
            assert not re.search(r"PASSWORD$|SECRET$", key), f"{key} belongs into a file, not {value}"
    assert {secret["file"] for secret in COMPOSE["secrets"].values()} == {
        "docker/secrets/database_password",
        "docker/secrets/token_secret",
    }
    assert "/docker/secrets/" in (ROOT / ".gitignore").read_text(encoding="utf-8")


def test_a_database_that_cannot_prove_itself_is_refused() -> None:
    """T28: the API verifies the database's chain and name."""
    assert "sslmode=verify-full" in SERVICES["api1"]["environment"]["SIBU_DATABASE_URL"]


@pytest.mark.parametrize("name", sorted(set(SERVICES) - {"db", "certificates"}))
def test_services_run_without_privileges(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "user" not in service  # the image's own, which is none with privileges


def test_images_name_a_user_without_privileges() -> None:
    stages = (ROOT / "docker" / "Dockerfile").read_text(encoding="utf-8").split("\nFROM ")[2:]
    assert [re.search(r"^USER (\d+)", stage, re.M).group(1) for stage in stages] == ["10001", "10002"]  # type: ignore[union-attr]


def test_live_events_are_not_held_back() -> None:
    location = re.search(r"location = /api/v1/events/stream \{(.*?)\}", NGINX, re.S)
    assert location is not None
    for line in ("proxy_buffering off;", "gzip off;"):
        assert line in location.group(1)
