"""P12: photos resume. A large picture over a line that is cut every 500 kB, while the server is killed in between.

The sender speaks tus and knows nothing but what HEAD tells. Every byte that crosses the line is counted, headers and
questions included; what is more than the picture itself was sent in vain and stays within 5 %. The hash is right, nothing
counts as complete before its last byte, and ordinary requests go on meanwhile.
"""

from __future__ import annotations

import hashlib
import random
import statistics
import threading
import time
from io import BytesIO
from typing import Any

import httpx
from PIL import Image

from tests.files.tus import pairs
from tests.promises.ground import Ground, Replica
from tests.promises.line import Line

FULL = {"bytes": 20_000_000, "kill_every": 5}
REDUCED = {"bytes": 3_000_000, "kill_every": 4}
CUT = 500_000
SPEED = 1_000_000
"""Bytes a second, a good mobile line: faster ones only fill the buffers of a killed server."""
SILENT_EVERY = 7
MOST_IN_VAIN = 0.05
TUS = {"Tus-Resumable": "1.0.0"}


class Course:
    """What happens to the line and to the server while the picture is sent."""

    def __init__(self, replica: Replica, kill_every: int) -> None:
        self.replica, self.kill_every = replica, kill_every
        self.kills = self.silences = 0
        self.failed: str | None = None
        self.up = threading.Event()
        self.up.set()

    def cut(self, number: int) -> str:
        """Called at each break."""
        if number % self.kill_every == 0:
            self.kills += 1
            self.up.clear()
            self.replica.kill()
            try:
                self.replica.start()
            except RuntimeError as error:
                self.failed = str(error)[-500:]
            self.up.set()
            return "end"
        if number % SILENT_EVERY == 2:
            self.silences += 1
            return "silence"
        return "end"


def run(ground: Ground, counts: dict[str, int], seed: int) -> dict[str, Any]:
    """One picture of about so many bytes."""
    data = picture(counts["bytes"], seed)
    digest = hashlib.sha256(data).hexdigest()
    token = ground.token("CO")
    with ground.replica() as replica:
        course = Course(replica, counts["kill_every"])
        with Line(replica.port, CUT, SPEED, course.cut) as line, Text(replica, token, course.up) as text:
            sent = send(line, token, data, digest, course)
        if course.failed:
            return {"wrong": [course.failed], "held": False}
        kept = ground.folder / "data" / "files" / "uploads" / sent["place"].rpartition("/")[2]
        arrived = hashlib.sha256(kept.read_bytes()).hexdigest()
        address = f"{replica.address}{sent['place']}/finish"
        finished = httpx.post(address, headers={"Authorization": f"Bearer {token}"}, timeout=90)
    vain = (line.passed - len(data)) / len(data)
    wrong = list(sent["wrong"])
    if arrived != digest:
        wrong.append("what arrived is not what was sent")
    if finished.status_code != 201:
        wrong.append(f"finishing answered {finished.status_code}: {finished.text[:200]}")
    if vain > MOST_IN_VAIN:
        wrong.append(f"{vain:.1%} were sent in vain")
    if line.cuts < len(data) // CUT - 1 or course.kills < 1 or course.silences < 1:
        wrong.append(f"the line was cut {line.cuts} times, {course.kills} kills: this tried nothing")
    return {
        "bytes": len(data), "cuts": line.cuts, "kills": course.kills, "silences": course.silences,
        "over_the_line": line.passed, "in_vain_percent": round(100 * vain, 2), "hash_equal": arrived == digest,
        "refused_as_incomplete": sent["early"], "text_requests": len(text.times),
        "text_p95_ms": round(1000 * text.p95()), "wrong": wrong, "held": not wrong,
    }  # fmt: skip


def picture(size: int, seed: int) -> bytes:
    """Noise that no compression makes smaller."""
    side = int((size / 3) ** 0.5)
    noise = random.Random(seed).randbytes(side * side * 3)
    kept = BytesIO()
    Image.frombytes("RGB", (side, side), noise).save(kept, "PNG", compress_level=0)
    return kept.getvalue()


def send(line: Line, token: str, data: bytes, digest: str, course: Course) -> dict[str, Any]:
    """Send it whole, asking after every break where to go on."""
    bearer = TUS | {"Authorization": f"Bearer {token}"}
    said = pairs(filename="nameplate.png", purpose="photo", sha256=digest)
    wrong: list[str] = []
    early = breaks = 0
    base = f"http://127.0.0.1:{line.port}"
    place = ""
    ends = time.monotonic() + 600
    while time.monotonic() < ends and not course.failed:
        try:
            with httpx.Client(base_url=base, headers=bearer, timeout=30) as client:
                if not place:
                    made = client.post(
                        "/api/v1/uploads", headers={"Upload-Length": str(len(data)), "Upload-Metadata": said}
                    )
                    place = made.headers["location"]
                offset = int(client.head(place).headers["upload-offset"])
                if offset == len(data):
                    return {"place": place, "wrong": wrong, "early": early}
                if breaks % 5 == 1:
                    answer = client.post(f"{place}/finish")
                    early += 1
                    if (answer.status_code, answer.json().get("offset")) != (409, offset):
                        wrong.append(f"{answer.status_code} for finishing at {offset} of {len(data)}")
                part = client.patch(
                    place,
                    content=data[offset:],
                    headers={"Content-Type": "application/offset+octet-stream", "Upload-Offset": str(offset)},
                )
                if part.status_code in (409, 423):
                    time.sleep(0.5)  # the server has not noticed yet that the former line is gone
                elif part.status_code != 204:
                    wrong.append(f"{part.status_code} for a part at {offset}: {part.text[:200]}")
        except (httpx.TransportError, KeyError, ValueError):
            breaks += 1
            time.sleep(0.05)
    wrong.append("not within ten minutes")
    return {"place": place, "wrong": wrong, "early": early}


class Text:
    """Somebody who reads ordinary things meanwhile, on a line of his own."""

    def __init__(self, replica: Replica, token: str, up: threading.Event) -> None:
        self.times: list[float] = []
        self._over = threading.Event()
        self._arguments = (f"{replica.address}/api/v1/me", {"Authorization": f"Bearer {token}"}, up)
        self._thread = threading.Thread(target=self._read)

    def _read(self) -> None:
        address, headers, up = self._arguments
        while not self._over.wait(0.1):
            begun = time.monotonic()
            try:
                answer = httpx.get(address, headers=headers, timeout=10)
            except httpx.TransportError:
                continue
            if up.is_set() and answer.status_code == 200:
                self.times.append(time.monotonic() - begun)

    def p95(self) -> float:
        """Seconds within which 95 of 100 were answered."""
        return statistics.quantiles(self.times, n=20)[-1] if len(self.times) > 1 else 0.0

    def __enter__(self) -> Text:
        self._thread.start()
        return self

    def __exit__(self, *_: Any) -> None:
        self._over.set()
        self._thread.join()
