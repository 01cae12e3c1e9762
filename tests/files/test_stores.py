"""Both stores do the same: the folder, and a bucket of a server that speaks S3 on the loopback address."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.files.store import Busy, Moved, Store, open_store
from api.files.store.bucket import PIECE
from api.kit.db import Database
from api.kit.ids import new_id
from api.main import create_app
from api.settings import BadSetting, Settings
from tests.client import Api
from tests.files import made, tus
from tests.world import World


@pytest.fixture(scope="session")
def s3() -> Iterator[str]:
    """A server that speaks S3, in a process of its own, with a bucket in it; gives `SIBU_FILES`."""
    folder = Path(tempfile.mkdtemp(prefix="sibu-s3-"))
    port = _free_port()
    with (folder / "log").open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)],
            cwd=folder, stdout=said, stderr=said,
            env={"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x", "AWS_EC2_METADATA_DISABLED": "true"},
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(600):
            try:
                if httpx.put(f"{address}/sibu-files", timeout=10).status_code == 200:
                    break
            except httpx.TransportError:
                assert process.poll() is None, (folder / "log").read_text("utf-8", "replace")[-2000:]
                time.sleep(0.1)
        yield f"s3://sibu-files/here?endpoint={address}"
    finally:
        process.terminate()
        process.wait(20)
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(params=["folder", "bucket"])
def store(request: Any, settings: Settings) -> Store:
    return open_store(_with(request, settings, request.param))


def _with(request: Any, settings: Settings, kind: str) -> Settings:
    if kind == "folder":
        return settings
    return replace(settings, files=request.getfixturevalue("s3"), files_key_id="x", files_key="x")


def put(store: Store, folder: Path, data: bytes) -> str:
    digest, file = hashlib.sha256(data).hexdigest(), folder / "given"
    file.write_bytes(data)
    store.put(digest, file)
    return digest


def test_what_is_put_is_there_until_it_is_dropped(store: Store, tmp_path: Path) -> None:
    data = bytes(range(256)) * 4000
    digest = put(store, tmp_path, data)
    assert put(store, tmp_path, data) == digest
    assert b"".join(store.read(digest, 0, len(data))) == data
    assert b"".join(store.read(digest, 300_000, 300_010)) == data[300_000:300_010]
    store.drop(digest)
    store.drop(digest)
    with pytest.raises(FileNotFoundError):
        b"".join(store.read(digest, 0, 10))


def test_an_upload_grows_where_it_stands(store: Store) -> None:
    id, data = new_id(), b"0123456789" * 300_000
    assert store.received(id) == 0
    with store.receiving(id, 0) as sink:
        for start in range(0, 1_500_000, 50_000):
            sink.write(data[start : start + 50_000])
        assert sink.settle() == 1_500_000
    assert store.received(id) == 1_500_000
    for wrong in (0, 1_499_999, 1_500_001):
        with pytest.raises(Moved) as moved, store.receiving(id, wrong):
            pass
        assert moved.value.offset == 1_500_000
    with store.receiving(id, 1_500_000) as sink:
        sink.write(data[1_500_000:])
        assert sink.settle() == len(data)
    with store.gathered(id) as whole:
        assert whole.read_bytes() == data
    now, hour = datetime.now(UTC), timedelta(hours=1)
    assert id in store.resting(now + hour)  # the bucket holds other tests' uploads too
    assert store.resting(now - hour) == []
    store.forget(id)
    store.forget(id)
    assert store.received(id) == 0
    assert id not in store.resting(now + hour)


def test_of_two_senders_of_one_upload_one_is_refused(store: Store) -> None:
    """Whatever they bring: no byte of one stands between those of the other."""
    id = new_id()
    refused = 0
    with store.receiving(id, 0) as first:
        first.write(b"a" * PIECE)
        try:
            with store.receiving(id, 0) as second:
                second.write(b"b" * PIECE)
                second.settle()
        except (Busy, Moved):
            refused += 1
        first.write(b"a" * 10)
        first.settle()
    assert refused == 1
    with store.gathered(id) as whole:
        assert whole.read_bytes() == b"a" * (PIECE + 10)


def test_eight_senders_at_once_leave_one_row_of_bytes(store: Store) -> None:
    id, outcomes = new_id(), []
    barrier = threading.Barrier(8)

    def send(letter: bytes) -> None:
        barrier.wait()
        try:
            with store.receiving(id, 0) as sink:
                sink.write(letter * 70_000)
                outcomes.append((letter, sink.settle()))
        except (Busy, Moved):
            outcomes.append((letter, 0))

    threads = [threading.Thread(target=send, args=(bytes([65 + n]),)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    winners = [letter for letter, reached in outcomes if reached]
    assert len(outcomes) == 8
    with store.gathered(id) as whole:
        assert whole.read_bytes() == winners[0] * 70_000
    assert len(winners) == 1


@pytest.mark.parametrize("kind", ["folder", "bucket"])
def test_the_next_part_may_reach_the_other_replica(
    kind: str, request: Any, settings: Settings, db: Database, world: World
) -> None:
    """Two processes' worth of app over one store: announced here, sent there and here, finished there."""
    apps = [create_app(_with(request, settings, kind), db) for _ in range(2)]
    with Api(apps[0]) as one, Api(apps[1]) as other:
        here = one.signed_in(world.account("CO"), world.password)
        there = Api(other.app, {"Authorization": here.headers["authorization"]})  # type: ignore[arg-type]
        data = made.jpeg(1500, 1000)
        place = tus.place(tus.announce(here, len(data), filename="a.jpg"))
        assert tus.send(there, place, data[:5000]).status_code == 204
        assert tus.where(here, place) == 5000
        assert tus.send(here, place, data[5000:], 5000).status_code == 204
        file = there.post(f"{place}/finish").json()
        content = file["content"].removeprefix("/api/v1/")
        assert here.get(content).content == there.get(content).content
        assert there.get(content, headers={"Range": "bytes=2-5"}).content == here.get(content).content[2:6]
        assert there.head(place, headers=tus.TUS).headers["upload-offset"] == str(len(data))


@pytest.mark.parametrize("address", ["ftp://x", "s3://", "s3://bucket?secret=1", "https://bucket.example.com"])
def test_an_address_that_is_no_store_is_refused(settings: Settings, address: str) -> None:
    with pytest.raises(BadSetting):
        open_store(replace(settings, files=address))


def test_a_folder_of_ones_own(settings: Settings, tmp_path: Path, anonymous: Api) -> None:
    store = open_store(replace(settings, files=str(tmp_path / "elsewhere")))
    put(store, tmp_path, b"x")
    assert (tmp_path / "elsewhere" / hashlib.sha256(b"x").hexdigest()[:2]).is_dir()


def test_half_a_file_is_never_seen_under_its_name(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever breaks while it is copied, its place stays empty and nothing is left beside it."""
    store = open_store(settings)
    broken: Callable[..., None] = lambda *_: (_ for _ in ()).throw(OSError(28, "no space"))  # noqa: E731
    monkeypatch.setattr(shutil, "copyfileobj", broken)
    with pytest.raises(OSError, match="no space"):
        put(store, tmp_path, b"x" * 1000)
    left = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert left == []
