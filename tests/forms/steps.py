"""What the tests of forms share: making a form, publishing it, and writing into it, through the API."""

from __future__ import annotations

import secrets
from io import BytesIO
from itertools import count
from typing import Any

from PIL import Image

from tests.client import Api
from tests.contract.samples import layout
from tests.files.tus import attached
from tests.work.steps import AsRole
from tests.world import World

_numbers = count(1)
PASS, FAIL = {"result": "pass"}, {"result": "fail", "note": "桌上有水杯"}


def field(kind: str, key: str = "x", **more: Any) -> dict[str, Any]:
    """One field of a layout."""
    return {"kind": kind, "key": key, "label": {"zh": key}} | more


def of(*fields: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A layout of these fields without signatures."""
    sections = [{"key": "main", "title": {"zh": "内容"}, "fields": list(fields)}]
    return layout(sections=sections, signatures=[]) | more


class Paper:
    """Headquarters' forms, filled in by whom you like."""

    def __init__(self, as_role: AsRole, world: World) -> None:
        self.as_role, self.world = as_role, world
        self.author = as_role("HQ", "C")

    def drafted(self, made: dict[str, Any] | None = None, by: Api | None = None, **more: Any) -> dict[str, Any]:
        """A template that nobody can use yet."""
        body = {"key": f"test_{next(_numbers)}", "kind": "form", "chapter": "other", "layout": made or layout()}
        return (by or self.author).act("templates", body | more)

    def published(self, made: dict[str, Any] | None = None, by: Api | None = None, **more: Any) -> dict[str, Any]:
        """A template in use."""
        template = self.drafted(made, by, **more)
        return (by or self.author).act(f"templates/{template['id']}/publish", {"changes": "第一版"})

    def revised(self, template: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
        """The same with another version in use."""
        now = self.author.read(f"templates/{template['id']}")
        answer = self.author.patch(
            f"templates/{template['id']}", json={"layout": made}, headers={"If-Match": f'"{now["version"]}"'}
        )
        assert answer.status_code == 200, answer.text
        return self.author.act(f"templates/{template['id']}/publish", {"changes": "又一版"})

    def post(self, template: dict[str, Any], by: Api, **more: Any) -> Any:
        """The bare answer to beginning an entry about station A1."""
        body = {"template_id": template["id"], "subject": "station", "subject_id": self.world.stations["A1"]} | more
        return by.post("entries", json=body, headers=key())

    def opened(self, template: dict[str, Any], by: Api | None = None, **more: Any) -> dict[str, Any]:
        """An open entry."""
        answer = self.post(template, by or self.as_role("CA"), **more)
        assert answer.status_code == 201, answer.text
        return answer.json()

    def done(self, entry: dict[str, Any], action: str, body: Any = None, by: Api | None = None) -> Any:
        """The bare answer to an act."""
        api = by or self.as_role("CA")
        return api.post(f"entries/{entry['id']}/{action}", json=body or {}, headers=key())

    def act(self, entry: dict[str, Any], action: str, body: Any = None, by: Api | None = None) -> dict[str, Any]:
        """An act that must succeed."""
        answer = self.done(entry, action, body, by)
        assert answer.status_code == 200, f"{action}: {answer.status_code} {answer.text}"
        return answer.json()

    def photo(self, by: Api | None = None, **said: str) -> str:
        """A photograph that was sent as phones send it; its id."""
        made = BytesIO()
        Image.effect_noise((64, 48), 50).save(made, "PNG")
        return attached(by or self.as_role("CA"), made.getvalue(), "铭牌.png", **said)["id"]

    def edit(self, entry: dict[str, Any], data: dict[str, Any], by: Api | None = None, version: int = 0) -> Any:
        """The bare answer to an edit at a desk."""
        match = {"If-Match": f'"{version or entry["version"]}"'}
        return (by or self.as_role("CA")).patch(f"entries/{entry['id']}", json={"data": data}, headers=match)


def key() -> dict[str, str]:
    """A header with a new idempotency key."""
    return {"Idempotency-Key": secrets.token_hex(12)}


def pointers(answer: Any) -> set[str]:
    """Where a refusal points."""
    assert answer.status_code == 422, answer.text
    return {error["pointer"] for error in answer.json()["errors"]}
