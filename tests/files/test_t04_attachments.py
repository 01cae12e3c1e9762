"""T4: an attachment is seen by whoever may see what it is attached to, and by nobody else, on every way to its bytes.

Frappe GHSA-gvg7-4p32-j648 (private files), GHSA-fwrv-4rw4-97fw (attach to any object); Zammad CVE-2024-33668 (guessable
draft upload id); GLPI CVE-2022-31068. There are no signed links at all: screens fetch with the token.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import insert, select

from api import models
from api.access import tokens
from api.access.actor import SYSTEM
from api.access.policy import RIGHTS, SHORT
from api.files.attachments.parents import KINDS
from api.kit.db import Database
from api.kit.ids import new_id
from api.kit.unit import Unit
from api.settings import Settings
from tests.client import Api
from tests.contract.samples import SAMPLES, SOON
from tests.contract.test_policy import HOMES, POSITIONS, REACHES
from tests.files import made, tus
from tests.files.rows import attached_to
from tests.intake.steps import take_in
from tests.world import BORN, World

AsRole = Callable[..., Api]
PARTS = ("", "/content", "/thumbnail")


def short(href: str) -> str:
    return href.removeprefix("/api/v1/")


@pytest.fixture
def file(as_role: AsRole, world: World) -> Any:
    """A photo on a case of station A1, attached by its coordinator."""
    case = take_in(as_role("CO"), world)["id"]
    return tus.attached(as_role("CO"), made.jpeg(), parent_kind="service_request", parent_id=case)


# -- every way to the bytes ------------------------------------------------------------------------------------------
def ways(client: Api, id: str) -> dict[str, int]:
    """Every door to a file and its status."""
    found = {}
    for part in PARTS:
        found[f"GET {part}"] = client.get(f"attachments/{id}{part}").status_code
    for part in PARTS[1:]:
        found[f"HEAD {part}"] = client.head(f"attachments/{id}{part}").status_code
        ranged = client.get(f"attachments/{id}{part}", headers={"Range": "bytes=0-9"})
        found[f"Range {part}"] = ranged.status_code
    found["void"] = client.post(f"attachments/{id}/void", json={"reason": "x"}).status_code
    claim = {"parent_kind": "service_request", "parent_id": new_id()}
    found["attach"] = client.post(f"attachments/{id}/attach", json=claim).status_code
    return found


@pytest.mark.parametrize(("role", "station"), [("CO", "B1"), ("SM", "A2"), ("FE", "A1"), ("HR", "C"), ("SA", "C")])
def test_t4_who_may_not_see_the_case_sees_no_file(as_role: AsRole, file: Any, role: str, station: str) -> None:
    stranger = as_role(role, station)
    assert set(ways(stranger, file["id"]).values()) == {404}
    same = stranger.get(f"attachments/{new_id()}").json() | {"instance": "", "request_id": ""}
    assert stranger.get(f"attachments/{file['id']}").json() | {"instance": "", "request_id": ""} == same


def test_t4_without_a_token_there_is_nothing(anonymous: Api, file: Any) -> None:
    assert set(ways(anonymous, file["id"]).values()) == {401}


def test_t4_whoever_sees_the_case_sees_the_file(as_role: AsRole, file: Any) -> None:
    for role, station in (("SM", "A1"), ("HQ", "C"), ("AU", "C"), ("HL", "B2")):
        found = ways(as_role(role, station), file["id"])
        assert found["GET "] == found["GET /content"] == found["GET /thumbnail"] == found["HEAD /content"] == 200
        assert found["Range /content"] == found["Range /thumbnail"] == 206


def test_t4_a_right_that_is_lost_is_lost_for_the_file(as_role: AsRole, file: Any, db: Database, world: World) -> None:
    """Nothing is remembered of who saw it before."""
    manager = as_role("SM", "A2")
    case = models.service_requests.ServiceRequest.__table__

    def move(station: str) -> None:
        with db.write() as conn:
            conn.execute(
                case.update().where(case.c.id == file["parent"]["id"]).values(station_id=world.stations[station])
            )

    assert manager.get(short(file["content"])).status_code == 404
    move("A2")
    assert manager.get(short(file["content"])).status_code == 200
    move("A1")
    assert manager.get(short(file["content"])).status_code == 404


# -- drafts ----------------------------------------------------------------------------------------------------------
def test_t4_a_draft_is_its_uploaders_alone(as_role: AsRole, world: World) -> None:
    draft = tus.attached(as_role("CO"), made.jpeg())
    assert draft["status"] == "draft"
    assert [one["id"] for one in as_role("CO").read("attachments")["items"]] == [draft["id"]]
    case = take_in(as_role("CO"), world)["id"]
    claim = {"parent_kind": "service_request", "parent_id": case}
    for role, station in (("CO2", "A1"), ("SM", "A1"), ("HQ", "C"), ("SA", "C")):
        other = as_role(role, station)
        assert set(ways(other, draft["id"]).values()) == {404}
        assert other.post(f"attachments/{draft['id']}/attach", json=claim).status_code == 404
        assert other.read("attachments")["items"] == []
    attached = as_role("CO").act(f"attachments/{draft['id']}/attach", claim)
    assert (attached["status"], attached["parent"]["id"]) == ("attached", case)
    assert as_role("SM").get(short(attached["content"])).status_code == 200
    assert as_role("CO").read("attachments")["items"] == []


def test_t4_an_upload_is_its_senders_alone(as_role: AsRole) -> None:
    place = tus.place(tus.announce(as_role("CO"), 100, filename="a.jpg"))
    tus.send(as_role("CO"), place, b"x" * 10)
    for other in (as_role("CO2"), as_role("SM"), as_role("HQ", "C")):
        assert other.head(place, headers=tus.TUS).status_code == 404
        assert tus.send(other, place, b"y" * 10, 10).status_code == 404
        assert other.delete(place, headers=tus.TUS).status_code == 404
        assert other.post(f"{place}/finish").status_code == 404
    assert tus.where(as_role("CO"), place) == 10


def test_t4_nothing_is_attached_to_what_one_does_not_see(as_role: AsRole, world: World) -> None:
    elsewhere = take_in(as_role("CO", "B1"), world, "B1")["id"]
    draft = tus.attached(as_role("CO"), made.jpeg())
    for kind, id in (("service_request", elsewhere), ("service_request", new_id()), ("session", new_id())):
        answer = as_role("CO").post(f"attachments/{draft['id']}/attach", json={"parent_kind": kind, "parent_id": id})
        assert answer.status_code == 422
        assert answer.json()["errors"][0]["pointer"] == "/body/parent_id"


def test_t4_what_is_attached_stays_where_it_is(as_role: AsRole, file: Any, world: World) -> None:
    other = take_in(as_role("CO"), world, subject="另一件")["id"]
    answer = as_role("CO").post(
        f"attachments/{file['id']}/attach", json={"parent_kind": "service_request", "parent_id": other}
    )
    assert answer.status_code == 409


def test_t4_ids_cannot_be_guessed(as_role: AsRole) -> None:
    """128 random bits: neither time nor count shows in them."""
    ids = [tus.attached(as_role("CO"), made.png(40 + n, 40))["id"].replace("-", "") for n in range(4)]
    bits = [f"{int(id, 16):0128b}" for id in ids]
    apart = [sum(a != b for a, b in zip(one, other, strict=True)) for one, other in itertools.pairwise(bits)]
    assert all(30 < count < 98 for count in apart), "about half of all bits differ from one to the next"
    assert len({id[:6] for id in ids}) == 4


def test_t4_the_same_picture_tells_nothing_of_anothers(as_role: AsRole, db: Database) -> None:
    """Kept once, but sent, answered and counted as if it were the only one."""
    data = made.jpeg()
    mine, theirs = tus.attached(as_role("CO"), data), tus.attached(as_role("CO", "B1"), data)
    own = {"id", "content", "thumbnail", "created_at", "sent_by", "offered"}
    assert {k: v for k, v in mine.items() if k not in own} == {k: v for k, v in theirs.items() if k not in own}
    assert mine["id"] != theirs["id"]
    assert not any("sha" in name or "hash" in name for name in mine)
    with db.read() as conn:
        assert len(conn.execute(select(models.attachments.Content.__table__.c.id)).all()) == 2


# -- every role, every kind of parent, every place -----------------------------------------------------------------------
MAKERS = {
    "asset": "assets", "customer": "customers", "entry": "entries", "service_request": "service-requests",
    "work_order": "work-orders",
}  # fmt: skip


def test_every_kind_of_parent_is_tried() -> None:
    assert set(MAKERS) >= set(KINDS) - set(SAMPLES), "name the sample that makes such a thing"


@pytest.mark.slow
@pytest.mark.parametrize("role", SHORT)
def test_t4_a_file_has_the_cell_of_its_parent(
    role: str, as_role: AsRole, anonymous: Api, db: Database, world: World, settings: Settings
) -> None:
    """Own, same station, same region, another region: seen exactly where the policy shows the parent; added and voided
    exactly where the policy lets the role change it."""
    client, wrong = _client(role, as_role, anonymous, db, world, settings), []
    for kind, resource in MAKERS.items():
        for position, station in POSITIONS.items():
            owner = world.employees.get(f"{role}@{HOMES.get(role, 'A1')}") if position == "own" else None
            if position == "own" and (role == "IC" or owner is None):
                continue
            with db.write() as conn:
                unit = Unit(db, conn, SYSTEM)
                parent = SAMPLES[resource].make(unit, world, station, owner)
                file = attached_to(unit, kind, parent)
            wanted, got = expected(role, kind, resource, position), answers(client, kind, parent, file)
            wrong += [f"{kind} {position} {n}: {got[n]} not {wanted[n]}" for n in got if got[n] != wanted[n]]
    assert wrong == []


def expected(role: str, kind: str, resource: str, position: str) -> dict[str, int]:
    """What the policy's row of the parent says about its files."""

    def reaches(*permissions: str) -> bool:
        return any(position in REACHES[RIGHTS[SHORT[role]].get(str(permission))] for permission in permissions)

    if not reaches(f"{resource}:view"):
        return dict.fromkeys(("read", "list", "add", "void"), 404)
    return {
        "read": 200, "list": 200, "add": 201 if reaches(*KINDS[kind].adds) else 403,
        "void": 200 if reaches(*KINDS[kind].voids) else 403,
    }  # fmt: skip


def answers(client: Api, kind: str, parent: str, file: str) -> dict[str, int]:
    """What the doors say."""
    of = {"parent_kind": kind, "parent_id": parent}
    return {
        "read": client.get(f"attachments/{file}").status_code,
        "list": client.get("attachments", params=of).status_code,
        "add": tus.announce(client, 10, filename="a.jpg", **of).status_code,
        "void": client.post(f"attachments/{file}/void", json={"reason": "x"}).status_code,
    }


def _client(role: str, as_role: AsRole, anonymous: Api, db: Database, world: World, settings: Settings) -> Api:
    if role != "IC":
        return as_role(role, HOMES.get(role, "A1"))
    id = new_id()
    row = {
        "id": id, "version": 1, "created_at": BORN, "name": "IC", "scopes": sorted(RIGHTS[SHORT[role]]),
        "station_ids": [world.stations["A1"]], "secret_hash": "", "ends_at": SOON, "active": True, "created_by_id": id,
    }  # fmt: skip
    with db.write() as conn:
        conn.execute(insert(models.access.ApiClient.__table__), row)
    return anonymous.bearing(tokens.issue(settings.secret, "client", id))
