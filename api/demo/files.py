"""Photos of the demo: nameplates, gauges before and after, drawn by code and sent as engineers send them."""

from __future__ import annotations

import tempfile
from datetime import datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw, ImageFont

from api.access.actor import SYSTEM, Actor
from api.demo import queries
from api.demo.cases import HOME
from api.demo.player import Player
from api.files.attachments import service as attachments
from api.files.store import Store
from api.files.uploads import service as uploads
from api.files.workbench import service as workbench
from api.files.workbench.service import Made
from api.kit import clock
from api.kit.unit import Unit

ORDERS = 4
"""How many visits have photos."""
SIZE = (1280, 960)
STEEL, INK, GOOD, BAD = (196, 201, 207), (34, 40, 48), (30, 130, 70), (190, 50, 40)


def fill(player: Player, store: Store) -> None:
    """Give the latest visits their photos, each a little after what was last told of it."""
    with player.db.read() as conn:
        visits = queries.visits_with_engineers(Unit(player.db, conn, SYSTEM), HOME, ORDERS)
    people = {actor.employee_id: actor for cast in player.cast.values() for actor in cast}
    with tempfile.TemporaryDirectory(prefix="sibu-demo-") as folder:
        made = {
            "fault": _made(Path(folder) / "fault", gauge(reading=0.86, good=False)),
            "after": _made(Path(folder) / "after", gauge(reading=0.5, good=True)),
        }
        for visit in visits:
            plate = _made(Path(folder) / visit["id"], nameplate(visit["model"], visit["serial"]))
            shots = {"nameplate": plate} | (made if visit["done_at"] else {"fault": made["fault"]})
            for number, (slot, picture) in enumerate(shots.items()):
                at = min(visit["told_at"] + timedelta(minutes=2 + number), clock.now())
                _send(player, store, people[visit["engineer_id"]], at, visit["id"], slot, picture)


def _made(folder: Path, picture: bytes) -> Made:
    folder.mkdir()
    (folder / "taken").write_bytes(picture)
    return workbench.make(folder / "taken", folder)


def _send(player: Player, store: Store, who: Actor, at: datetime, order: str, slot: str, made: Made) -> None:
    """As a phone does it, with the bytes put between the transactions."""
    name = f"IMG_{at:%Y%m%d_%H%M%S}.jpg"
    said = uploads.announcement(filename=name, slot=slot, parent_kind="work_order", parent_id=order)
    with player.unit(who, at) as unit:
        upload, _ = uploads.announce(unit, made.files["content"]["bytes"], said)
        attachments.reserve(unit, made.files)
    for name, file in made.files.items():
        store.put(file["sha256"], made.path(name))
    with player.unit(who, at) as unit:
        attachments.add(unit, upload, made)


def nameplate(model: str, serial: str) -> bytes:
    """A steel plate with four screws."""
    picture = _wall()
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((160, 190, 1120, 770), 24, fill=STEEL, outline=(120, 126, 134), width=6)
    for x, y in ((200, 230), (1080, 230), (200, 730), (1080, 730)):
        pen.ellipse((x - 16, y - 16, x + 16, y + 16), fill=(150, 156, 163), outline=(96, 102, 110), width=3)
        pen.line((x - 10, y - 6, x + 10, y + 6), fill=(80, 86, 94), width=4)
    large, small = (ImageFont.load_default(size) for size in (74, 46))
    pen.text((250, 260), "ANALYSER", font=small, fill=INK)
    pen.text((250, 330), model, font=large, fill=INK)
    for row, text in enumerate((f"S/N {serial}", "220 V~  50 Hz  120 VA", "0 - 100 mg/L   IP54")):
        pen.text((250, 470 + 76 * row), text, font=small, fill=INK)
    return _taken(picture)


def gauge(*, reading: float, good: bool) -> bytes:
    """A dial whose needle says how it is."""
    picture = _wall()
    pen = ImageDraw.Draw(picture)
    pen.ellipse((320, 160, 960, 800), fill=(246, 247, 248), outline=(90, 96, 104), width=14)
    pen.arc((370, 210, 910, 750), 135, 345, fill=(170, 176, 184), width=26)
    pen.arc((370, 210, 910, 750), 345, 405, fill=BAD, width=26)
    turned = Image.new("RGBA", SIZE)
    ImageDraw.Draw(turned).polygon([(640, 470), (640, 490), (415, 480)], fill=(*(GOOD if good else BAD), 255))
    turned = turned.rotate(45 - 270 * reading, center=(640, 480), resample=Image.Resampling.BICUBIC)
    picture.paste(turned, mask=turned)
    pen.ellipse((610, 450, 670, 510), fill=INK)
    pen.text((560, 620), "mg/L", font=ImageFont.load_default(56), fill=INK)
    pen.text((540, 690), f"{reading * 100:.1f}", font=ImageFont.load_default(56), fill=GOOD if good else BAD)
    return _taken(picture)


def _wall() -> Any:
    """A painted wall in the light of one window."""
    light = Image.linear_gradient("L").rotate(90).resize(SIZE)
    dark, bright = (Image.new("RGB", SIZE, colour) for colour in ((112, 122, 128), (176, 186, 190)))
    return Image.composite(bright, dark, light)


def _taken(picture: Any) -> bytes:
    kept = BytesIO()
    picture.save(kept, "JPEG", quality=88)
    return kept.getvalue()
