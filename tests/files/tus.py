"""A sender that speaks tus, as small as can be."""

from __future__ import annotations

import base64
from typing import Any

from tests.client import Api

TUS = {"Tus-Resumable": "1.0.0"}
OFFSET = {"Content-Type": "application/offset+octet-stream"}


def pairs(**said: str) -> str:
    """`Upload-Metadata`."""
    return ",".join(f"{name} {base64.b64encode(value.encode()).decode()}" for name, value in said.items())


def announce(client: Api, length: int, **said: str) -> Any:
    """The bare answer."""
    return client.post("uploads", headers=TUS | {"Upload-Length": str(length), "Upload-Metadata": pairs(**said)})


def place(answer: Any) -> str:
    """The address of an upload that was taken on, below `/api/v1/`."""
    assert answer.status_code == 201, answer.text
    return str(answer.headers["location"]).removeprefix("/api/v1/")


def send(client: Api, place: str, data: bytes, offset: int = 0, **headers: str) -> Any:
    """One PATCH."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.patch(place, content=data, headers=TUS | OFFSET | {"Upload-Offset": str(offset)} | named)


def where(client: Api, place: str) -> int:
    """The offset that HEAD tells."""
    answer = client.head(place, headers=TUS)
    assert answer.status_code == 200, answer.status_code
    return int(answer.headers["upload-offset"])


def upload(client: Api, data: bytes, filename: str = "photo.jpg", **said: str) -> Any:
    """The whole way; gives the answer of the last step, or of the one that refused."""
    announced = announce(client, len(data), filename=filename, **said)
    if announced.status_code != 201:
        return announced
    sent = send(client, place(announced), data)
    assert sent.status_code == 204, sent.text
    return client.post(f"{place(announced)}/finish")


def attached(client: Api, data: bytes, filename: str = "photo.jpg", **said: str) -> Any:
    """The attachment that it became."""
    answer = upload(client, data, filename, **said)
    assert answer.status_code == 201, answer.text
    return answer.json()
