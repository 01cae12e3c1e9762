"""The staff: who sees, takes on, changes; posts as the only source of rights (T6, R20, R28)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.client import Api
from tests.world import World

As = Callable[..., Api]


def names(answer: Any) -> list[str]:
    return [row["name"] for row in answer["items"]]


def patch(api: Api, id: str, body: Any, status: int = 200) -> Any:
    version = api.read(f"employees/{id}")["version"]
    answer = api.patch(f"employees/{id}", json=body, headers={"If-Match": f'"{version}"'})
    assert answer.status_code == status, answer.text
    return answer.json()


def post_of(world: World, **changes: Any) -> dict[str, Any]:
    return {"role": "coordinator", "station_id": world.stations["A1"], "starts_on": "2026-11-01"} | changes


@pytest.fixture
def hired(as_role: As, world: World) -> dict[str, Any]:
    body = {"number": "E9001", "name": "曾庆", "phone": "138 0013 8000", "station_id": world.stations["A1"]}
    return as_role("HR", "C").act("employees", body)


def test_taking_somebody_on_gives_no_rights(
    hired: dict[str, Any], as_role: As, recorded: Callable[..., list[str]]
) -> None:
    assert (hired["posts"], hired["skills"], hired["version"]) == ([], [], 1)
    assert hired["phone"] == {"value": None, "masked": "138****8000"}
    assert recorded(hired["id"]) == ["employee.taken_on"]
    as_role("HR", "C").act("employees", {k: hired[k] for k in ("number", "name")} | {"station_id": hired["station"]["id"]},
                           status=409)  # fmt: skip


@pytest.mark.parametrize("q", ["曾", "zeng", "zq", "e9001", "庆"])
def test_found_by_name_pinyin_initials_and_number(hired: dict[str, Any], as_role: As, q: str) -> None:
    assert names(as_role("HR", "C").read("employees", q=q)) == ["曾庆"]


def test_filters(hired: dict[str, Any], as_role: As, world: World) -> None:
    hr = as_role("HR", "C")
    engineers = names(hr.read("employees", role="field_engineer", station_id=world.stations["A1"]))
    assert engineers == ["FE A1", "FE2 A1"]
    assert names(hr.read("employees", role="field_engineer", on="2025-12-31")) == []  # before their posts began
    assert names(hr.read("employees", skill="water", station_id=world.stations["A1"])) == ["BE A1", "FE A1", "FE2 A1"]
    assert names(hr.read("employees", skill="none")) == []
    skill = hr.read("skills")["items"][0]
    assert patch(hr, hired["id"], {"skills": [{"skill_id": skill["id"], "level": 3}]})["skills"] == [
        {"skill": skill, "level": 3}
    ]
    assert "曾庆" in names(hr.read("employees", skill=skill["id"], station_id=world.stations["A1"]))


def test_station_staff_see_their_own_station(as_role: As, world: World) -> None:
    assert all(name.endswith("A1") for name in names(as_role("CO").read("employees", limit=200)))
    assert as_role("CO").get(f"employees/{world.employees['FE@B1']}").status_code == 404
    assert {name.split()[1] for name in names(as_role("RM", "A").read("employees", limit=200))} == {"A", "A1", "A2"}


def test_t6_a_post_gives_rights_at_once_and_its_end_takes_them(
    hired: dict[str, Any], as_role: As, world: World, anonymous: Api
) -> None:
    sm, fe = as_role("SM"), as_role("FE")
    id = world.employees["FE@A1"]
    assert fe.get("bookings").status_code == 200
    assert "service-requests:assign" not in fe.read("me")["permissions"]
    answer = sm.act(f"employees/{id}/posts", post_of(world))
    given = next(post for post in answer["posts"] if post["role"] == "coordinator")
    assert given["role_label"] == "协调员"
    assert "service-requests:assign" in fe.read("me")["permissions"]
    sm.act(f"employees/{id}/end-post", {"post_id": given["id"], "ends_on": "2026-11-02"})
    assert "service-requests:assign" not in fe.read("me")["permissions"]


def test_t6_nobody_gives_a_post_to_himself(as_role: As, world: World) -> None:
    refused = as_role("SM").act(f"employees/{world.employees['SM@A1']}/posts", post_of(world), status=403)
    assert "自己" in refused["detail"]
    as_role("HR", "C").act(
        f"employees/{world.employees['HR@C']}/posts", post_of(world, role="system_administrator"), status=403
    )


@pytest.mark.parametrize(
    "role", ["station_manager", "regional_manager", "hq_service", "system_administrator", "auditor"]
)
def test_t6_a_manager_gives_only_the_posts_of_his_station(as_role: As, world: World, role: str) -> None:
    path = f"employees/{world.employees['FE@A1']}/posts"
    as_role("SM").act(path, post_of(world, role=role), status=403)
    as_role("SM").act(path, post_of(world, station_id=world.stations["A2"]), status=403)
    as_role("HR", "C").act(path, post_of(world, role=role))
    as_role("HR", "C").act(path, post_of(world, role="integration_client"), status=403)
    as_role("CO").act(path, post_of(world), status=403)


def test_t6_a_manager_ends_no_post_that_only_hr_gives(as_role: As, world: World) -> None:
    sm, id = as_role("SM"), world.employees["CA@A1"]
    given = as_role("HR", "C").act(f"employees/{id}/posts", post_of(world, role="station_manager"))
    post = next(post for post in given["posts"] if post["role"] == "station_manager")
    ending = {"post_id": post["id"], "ends_on": post["starts_on"]}
    sm.act(f"employees/{id}/end-post", ending, status=403)
    version = sm.read(f"employees/{id}")["version"]
    leaving = sm.patch(f"employees/{id}", json={"active": False}, headers={"If-Match": f'"{version}"'})
    assert leaving.status_code == 403
    as_role("HR", "C").act(f"employees/{id}/end-post", ending)


def test_a_post_is_held_once_on_a_day(as_role: As, world: World) -> None:
    hr, path = as_role("HR", "C"), f"employees/{world.employees['FE@A1']}/posts"
    hr.act(path, post_of(world, ends_on="2026-11-10"))
    hr.act(path, post_of(world, starts_on="2026-11-10"), status=409)
    hr.act(path, post_of(world, starts_on="2026-11-11"))
    hr.act(path, post_of(world, role="auditor", ends_on="2026-10-31"), status=422)


def test_an_end_lies_within_the_post(as_role: As, world: World) -> None:
    hr, id = as_role("HR", "C"), world.employees["FE@A1"]
    answer = hr.act(f"employees/{id}/posts", post_of(world, ends_on="2026-11-10"))
    post = answer["posts"][0]["id"]
    for day, status in (("2026-10-31", 422), ("2026-11-11", 422), ("2026-11-05", 200)):
        hr.act(f"employees/{id}/end-post", {"post_id": post, "ends_on": day}, status=status)
    hr.act(f"employees/{id}/end-post", {"post_id": id, "ends_on": "2026-11-05"}, status=404)


def test_leaving_the_staff_ends_all_rights(as_role: As, world: World) -> None:
    fe = as_role("FE")
    assert fe.get("bookings").status_code == 200
    gone = patch(as_role("HR", "C"), world.employees["FE@A1"], {"active": False})
    assert all(post["ends_on"] for post in gone["posts"])
    assert fe.get("bookings").status_code == 404


def test_who_moves_takes_his_account_along(as_role: As, world: World) -> None:
    id = world.employees["FE@A1"]
    patch(as_role("SM"), id, {"station_id": world.stations["A2"]}, 403)
    moved = patch(as_role("HR", "C"), id, {"station_id": world.stations["A2"], "name": "李伟"})
    assert (moved["station"]["code"], moved["name"]) == ("A2", "李伟")
    assert as_role("FE").read("me")["name"] == "李伟"
    assert as_role("SM", "A2").get(f"accounts/{world.accounts['FE@A1']}").status_code == 200


@pytest.mark.parametrize(
    ("body", "pointer"),
    [
        ({"number": "工号"}, "/body/number"), ({"name": " "}, "/body/name"), ({"phone": "12"}, "/body/phone"),
        ({"station_id": "11111111-1111-7111-8111-111111111111"}, "/body/station_id"), ({"role": "x"}, "/body/role"),
        ({"skills": [{"skill_id": "11111111-1111-7111-8111-111111111111", "level": 1}]}, "/body/skills"),
        ({"skills": [{"skill_id": "11111111-1111-7111-8111-111111111111", "level": 4}]}, "/body/skills/0/level"),
    ],
)  # fmt: skip
def test_wrong_input_is_named(as_role: As, world: World, body: Any, pointer: str) -> None:
    good = {"number": "E9001", "name": "曾庆", "station_id": world.stations["A1"]}
    refused = as_role("HR", "C").act("employees", good | body, status=422)
    assert refused["errors"][0]["pointer"] == pointer
