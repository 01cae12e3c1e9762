"""R77: no order ends without the customer's signature or its recorded refusal; and a picture is only a picture."""

from __future__ import annotations

import base64
import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from sqlalchemy import update
from sqlalchemy.exc import IntegrityError

from api import models
from api.kit.db import Database
from tests.work.steps import AsRole, Desk, picture


def test_r77_a_drawn_signature_is_kept_as_a_picture(desk: Desk, as_role: AsRole) -> None:
    order = desk.act(desk.to("work_done"), "sign", signer="陈志远")
    signed = order["signature"]
    assert (order["status"], signed["kind"], signed["signer"]) == ("signed", "drawn", "陈志远")
    answer = as_role("CO").get(signed["picture_href"].removeprefix("/api/v1/"))
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/png")
    assert answer.headers["cache-control"] == "no-store"
    assert Image.open(BytesIO(answer.content)).size == (300, 120)
    assert as_role("FE2").get(f"work-orders/{order['id']}/signature").status_code == 404


def test_r77_a_recorded_refusal_stands_in_its_place(desk: Desk, as_role: AsRole) -> None:
    order = desk.act(desk.to("work_done"), "refuse-signature", signer="张工", reason="负责人不在")
    assert order["status"] == "signed"
    assert (order["signature"]["kind"], order["signature"]["reason"], order["signature"]["picture_href"]) == (
        "refused", "负责人不在", None,
    )  # fmt: skip
    assert as_role("CO").get(f"work-orders/{order['id']}/signature").status_code == 404
    desk.act(order, "hand-in")


def test_r77_a_refusal_names_its_reason(desk: Desk) -> None:
    desk.refused(desk.to("work_done"), "refuse-signature", 422, reason=" ")


def test_r77_nothing_is_handed_in_unsigned(desk: Desk) -> None:
    desk.refused(desk.to("work_done"), "hand-in")


@pytest.mark.parametrize("status", ["signed", "record_in", "followed_up", "closed"])
def test_r77_the_database_itself_refuses_an_end_without_signature(desk: Desk, db: Database, status: str) -> None:
    order, table = desk.to("work_done"), models.work_orders.WorkOrder.__table__
    with pytest.raises(IntegrityError), db.write() as conn:
        conn.execute(update(table).where(table.c.id == order["id"]).values(status=status))


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def vast() -> str:
    """A PNG of a few bytes that unpacks to a canvas of 30,000 × 30,000 points."""
    head = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    data = (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    )
    return base64.b64encode(data).decode()


def heavy(extra: int) -> str:
    """A drawn signature that carries so many bytes beside the drawing."""
    data = base64.b64decode(picture())
    return base64.b64encode(data[:33] + chunk(b"tEXt", b"Comment\0" + b"x" * extra) + data[33:]).decode()


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (picture(ink="white"), "blank"),
        (picture(2001, 50), "too_large"),
        (picture(50, 2001), "too_large"),
        (vast(), "too_large"),
        (picture(kind="JPEG"), "not_a_picture"),
        (picture(kind="GIF"), "not_a_picture"),
        ("bm90IGEgcGljdHVyZSBhdCBhbGw=", "not_a_picture"),
        ("%%%not base64%%%", "not_a_picture"),
        (picture()[:200], "not_a_picture"),
        (base64.b64encode(b"\x89PNG\r\n\x1a\n<svg onload=alert(1)>......").decode(), "too_large"),
    ],
)
def test_r77_what_is_no_signature_is_refused(desk: Desk, sent: str, code: str) -> None:
    problem = desk.refused(desk.to("work_done"), "sign", 422, picture=sent)
    assert (problem["errors"][0]["pointer"], problem["errors"][0]["code"]) == ("/body/picture", code)


def test_r77_a_picture_over_the_limit_is_refused(desk: Desk) -> None:
    """300 kB, however small the drawing; far above it the body is not even decoded."""
    order = desk.to("work_done")
    for extra in (300_000, 400_000):
        desk.refused(order, "sign", 422, picture=heavy(extra))
    desk.act(order, "sign", picture=heavy(290_000))


def test_what_hides_in_a_picture_is_not_kept(desk: Desk, as_role: AsRole) -> None:
    """The picture is drawn anew: comments, trailing bytes and whatever else came along are gone."""
    data = base64.b64decode(picture())
    hidden = data[:33] + chunk(b"tEXt", b"Comment\0<script>alert(1)</script>") + data[33:] + b"PK\x03\x04trailing"
    order = desk.act(desk.to("work_done"), "sign", picture="data:image/png;base64," + base64.b64encode(hidden).decode())
    kept = as_role("CO").get(order["signature"]["picture_href"].removeprefix("/api/v1/")).content
    assert b"script" not in kept
    assert kept.endswith(b"IEND\xaeB`\x82")
