"""The built screens go out as small as the browser takes them, each under the media type of what it is."""

from __future__ import annotations

import gzip
from pathlib import Path

from fastapi import FastAPI
from starlette.testclient import TestClient

from api.spa import add_screens


def test_screens_go_out_packed(tmp_path: Path) -> None:
    """The smaller coding that the browser takes; the plain file where it takes none or none was packed."""
    script = b"export const words = 'words'\n" * 100
    for name, content in (
        ("index.html", b"desk"), ("field/index.html", b"field"), ("assets/a.js", script), ("assets/a.js.br", b"brotli"),
        ("assets/a.js.gz", gzip.compress(script)),
    ):  # fmt: skip
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    app = FastAPI()
    add_screens(app, tmp_path)
    client = TestClient(app)
    for taken, coding, length in (
        ("gzip, deflate", "gzip", len(gzip.compress(script))), ("identity", None, len(script)),
        ("br;q=0, gzip;q=0", None, len(script)), ("br;q=0, gzip;q=0.5", "gzip", len(gzip.compress(script))),
    ):  # fmt: skip
        answer = client.get("/assets/a.js", headers={"accept-encoding": taken})
        assert answer.headers.get("content-encoding") == coding, taken
        assert int(answer.headers["content-length"]) == length
        assert answer.content == script
        assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
        assert answer.headers["vary"] == "accept-encoding"
    assert client.head("/assets/a.js", headers={"accept-encoding": "gzip, br"}).headers["content-encoding"] == "br"
    plain = client.get("/field/jobs/1", headers={"accept-encoding": "br, gzip"})
    assert (plain.text, plain.headers["cache-control"], plain.headers.get("content-encoding")) == (
        "field",
        "no-cache",
        None,
    )
