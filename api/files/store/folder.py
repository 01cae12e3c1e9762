"""The store in a folder: `ab/cdef…` for contents, `uploads/<id>` for what is on its way.

Several processes, and several machines over a shared folder, may use it at once: contents appear whole by a rename, and
the bytes of an upload are appended under a lock that the system takes back when its holder dies.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import IO

from api.files.store import Busy, Moved
from api.kit.ids import new_id

PART = 256 * 1024

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        file.seek(2**62)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


class _Sink:
    def __init__(self, file: IO[bytes], offset: int, wanted: Path) -> None:
        self._file, self._offset, self._wanted = file, offset, wanted

    def write(self, data: bytes) -> None:
        self._file.write(data)  # unbuffered: it is the system's at once, and outlives a killed process
        self._offset += len(data)

    def idle(self) -> bool:
        return self._wanted.exists()

    def settle(self) -> int:
        os.fsync(self._file.fileno())
        return self._offset


class Folder:
    """Files under one folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.uploads = root / "uploads"
        self.uploads.mkdir(parents=True, exist_ok=True, mode=0o700)

    def _place(self, digest: str) -> Path:
        return self.root / digest[:2] / digest[2:]

    def put(self, digest: str, source: Path) -> None:
        """Copied beside its place, synced, renamed: half a file is never seen under its name."""
        place = self._place(digest)
        if place.exists():
            return
        place.parent.mkdir(mode=0o700, exist_ok=True)
        fresh = place.with_name(f".{new_id()}")
        try:
            with source.open("rb") as given, fresh.open("xb") as made:
                shutil.copyfileobj(given, made, PART)
                made.flush()
                os.fsync(made.fileno())
            fresh.replace(place)
        finally:
            fresh.unlink(missing_ok=True)
        _sync(place.parent)
        _sync(self.root)

    def read(self, digest: str, start: int, end: int) -> Iterator[bytes]:
        """A part at a time, so that memory stays flat."""
        file = self._place(digest).open("rb")

        def parts() -> Iterator[bytes]:
            with file:
                file.seek(start)
                left = end - start
                while left > 0 and (part := file.read(min(PART, left))):
                    left -= len(part)
                    yield part

        return parts()

    def drop(self, digest: str) -> None:
        """Remove a content."""
        self._place(digest).unlink(missing_ok=True)

    def received(self, upload_id: str) -> int:
        """The length of what lies on the disk, which was synced before it is told."""
        try:
            with (self.uploads / upload_id).open("rb") as file:
                os.fsync(file.fileno())
                return os.fstat(file.fileno()).st_size
        except FileNotFoundError:
            return 0

    @contextmanager
    def receiving(self, upload_id: str, offset: int) -> Iterator[_Sink]:
        """Appends under a lock. Whoever is refused leaves a mark, so that a holder whose line is dead gives it up."""
        place, wanted = self.uploads / upload_id, self.uploads / f"{upload_id}.wanted"
        fresh = not place.exists()
        with place.open("ab", buffering=0) as file:
            try:
                _lock(file)
            except OSError as error:
                wanted.touch()
                raise Busy from error
            wanted.unlink(missing_ok=True)
            size = os.fstat(file.fileno()).st_size
            if size != offset:
                raise Moved(size)
            if fresh:
                _sync(self.uploads)
            yield _Sink(file, offset, wanted)

    @contextmanager
    def gathered(self, upload_id: str) -> Iterator[Path]:
        """The file itself."""
        yield self.uploads / upload_id

    def forget(self, upload_id: str) -> None:
        """Remove an upload's bytes."""
        for name in (upload_id, f"{upload_id}.wanted"):
            (self.uploads / name).unlink(missing_ok=True)

    def resting(self, before: datetime) -> list[str]:
        """By when each file was last written to."""
        with os.scandir(self.uploads) as found:
            old = {one.name.removesuffix(".wanted") for one in found if one.stat().st_mtime < before.timestamp()}
        return sorted(old)


def _sync(folder: Path) -> None:
    """Make the names in a folder survive the machine; where folders cannot be synced, they need not be."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
