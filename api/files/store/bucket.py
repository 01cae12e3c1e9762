"""The store in a bucket that speaks S3, for networks of more than one machine.

An upload is a row of pieces named by where they begin, `uploads/<id>/000000262144`. A piece is made only if nobody has
made one of that name, so that of two connections that send the same upload one is refused by the bucket itself.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import obstore
from obstore.exceptions import AlreadyExistsError, PreconditionError
from obstore.store import S3Store

from api.files.store import Busy, Moved
from api.settings import BadSetting

PART = 256 * 1024
PIECE = 1024 * 1024
"""Bytes of an upload that are held in memory before they become a piece; a killed process loses at most these."""


class _Sink:
    def __init__(self, store: S3Store, prefix: str, offset: int) -> None:
        self._store, self._prefix, self._offset, self._held = store, prefix, offset, bytearray()

    def write(self, data: bytes) -> None:
        self._held += data
        if len(self._held) >= PIECE:
            self.settle()

    def idle(self) -> bool:
        self.settle()  # what is held becomes a piece, so that another connection can go on behind it
        return False

    def settle(self) -> int:
        if self._held:
            try:
                obstore.put(self._store, f"{self._prefix}{self._offset:015}", bytes(self._held), mode="create")
            except (AlreadyExistsError, PreconditionError) as error:
                raise Busy from error
            self._offset += len(self._held)
            self._held = bytearray()
        return self._offset


class Bucket:
    """Objects of one bucket, below an optional prefix: `s3://bucket/prefix?endpoint=https://…&region=…`."""

    def __init__(self, address: str, key_id: str | None, key: str | None) -> None:
        parts = urlsplit(address)
        asked = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if not parts.hostname or set(asked) - {"endpoint", "region", "path_style"}:
            raise BadSetting("SIBU_FILES is written s3://bucket/prefix?endpoint=https://…&region=…")
        endpoint = asked.get("endpoint")
        self.store = S3Store(
            parts.hostname,
            prefix=parts.path.strip("/") or None,
            config={
                "region": asked.get("region", "us-east-1"),
                "virtual_hosted_style_request": asked.get("path_style", "on") in ("off", "0"),
                **({"endpoint": endpoint} if endpoint else {}),
                **({"access_key_id": key_id, "secret_access_key": key} if key_id and key else {}),
            },
            client_options={
                "allow_http": bool(endpoint and endpoint.startswith("http://127.0.0.1:")),
                "timeout": "60s",
            },
            retry_config={"max_retries": 3},
        )

    @staticmethod
    def _place(digest: str) -> str:
        return f"{digest[:2]}/{digest[2:]}"

    def put(self, digest: str, source: Path) -> None:
        """Objects appear whole."""
        with source.open("rb") as file:
            obstore.put(self.store, self._place(digest), file)

    def read(self, digest: str, start: int, end: int) -> Iterator[bytes]:
        """Streamed from the bucket."""
        place = self._place(digest)
        if end <= start:
            return iter(())
        answer = obstore.get(self.store, place, options={"range": (start, end)})
        return (bytes(part) for part in answer.stream(min_chunk_size=PART))

    def drop(self, digest: str) -> None:
        """Remove a content."""
        self._delete([self._place(digest)])

    def _pieces(self, upload_id: str) -> list[tuple[int, int, str]]:
        """Where each piece begins and ends, in order, as far as they follow one another."""
        pieces, reached = [], 0
        listed = obstore.list(self.store, f"uploads/{upload_id}/").collect()
        for meta in sorted(listed, key=lambda one: one["path"]):
            start = int(meta["path"].rpartition("/")[2])
            if start != reached:
                break
            reached = start + meta["size"]
            pieces.append((start, reached, meta["path"]))
        return pieces

    def received(self, upload_id: str) -> int:
        """Where the last piece ends."""
        pieces = self._pieces(upload_id)
        return pieces[-1][1] if pieces else 0

    @contextmanager
    def receiving(self, upload_id: str, offset: int) -> Iterator[_Sink]:
        """Makes pieces."""
        reached = self.received(upload_id)
        if reached != offset:
            raise Moved(reached)
        yield _Sink(self.store, f"uploads/{upload_id}/", offset)

    @contextmanager
    def gathered(self, upload_id: str) -> Iterator[Path]:
        """Its pieces put together in a file of this machine."""
        with tempfile.TemporaryDirectory(prefix="sibu-upload-") as folder:
            whole = Path(folder) / "whole"
            with whole.open("wb") as file:
                for _, _, path in self._pieces(upload_id):
                    for part in obstore.get(self.store, path).stream(min_chunk_size=PART):
                        file.write(part)
            yield whole

    def forget(self, upload_id: str) -> None:
        """Remove an upload's pieces."""
        self._delete([path for _, _, path in self._pieces(upload_id)])

    def resting(self, before: datetime) -> list[str]:
        """By when each piece was made."""
        last: dict[str, datetime] = {}
        for metas in obstore.list(self.store, "uploads/"):
            for meta in metas:
                id = meta["path"].split("/")[-2]
                last[id] = max(meta["last_modified"], last.get(id, meta["last_modified"]))
        return sorted(id for id, at in last.items() if at < before)

    def _delete(self, paths: list[str]) -> None:
        for path in paths:
            try:
                obstore.delete(self.store, path)
            except FileNotFoundError:
                continue
