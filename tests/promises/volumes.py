"""Small file systems of one's own that can be filled to the last byte (P22).

A process may mount a tmpfs without being root where it may have a name space of its own, which is what Linux gives it unless
a sandbox or an administrator forbids it.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests import processes

_NEW_USER, _NEW_MOUNTS, _PRIVATE = 0x10000000, 0x00020000, 0x00044000
_DETACH = 2
_libc = ctypes.CDLL(None, use_errno=True)


def own_mounts() -> None:
    """From now on what this process mounts is seen by it and its children alone, and goes with them.

    :raises OSError: it may not.
    """
    user, group = os.geteuid(), os.getegid()
    if _libc.unshare(_NEW_MOUNTS if user == 0 else _NEW_USER | _NEW_MOUNTS):
        raise OSError(ctypes.get_errno(), "no name space of its own")
    if user:
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
    if _libc.mount(b"none", b"/", None, _PRIVATE, None):
        raise OSError(ctypes.get_errno(), "mounts cannot be made its own")


@dataclass
class Volume:
    """A small file system of its own."""

    path: Path
    megabytes: int

    def mount(self) -> Volume:
        """Make it, empty.

        :raises OSError: it may not be.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        options = f"size={self.megabytes}m,mode=1777".encode()
        if _libc.mount(b"tmpfs", os.fsencode(self.path), b"tmpfs", 0, options):
            raise OSError(ctypes.get_errno(), f"{self.path} cannot be mounted")
        return self

    def unmount(self) -> None:
        """Let it go with all that is on it."""
        _libc.umount2(os.fsencode(self.path), _DETACH)

    def fill(self) -> None:
        """Take every byte that is left."""
        with (self.path / "ballast").open("ab", buffering=0) as file:
            for size in (1 << 20, 1 << 12, 1):
                with contextlib.suppress(OSError):
                    while file.write(b"\0" * size):
                        pass

    def is_full(self) -> bool:
        """Whether a byte more finds no place."""
        found = os.statvfs(self.path)
        return found.f_bavail == 0

    def free(self) -> None:
        """Give the space back."""
        (self.path / "ballast").unlink()


def possible() -> str:
    """Why volumes cannot be mounted here; empty if they can."""
    if not sys.platform.startswith("linux"):
        return "only Linux lets a process mount without being root"
    with tempfile.TemporaryDirectory(prefix="sibu-mount-") as folder:
        process = processes.context.Process(target=_try, args=(folder,))
        process.start()
        process.join()
    return "" if process.exitcode == 0 else f"no volume may be mounted here ({os.strerror(process.exitcode or 1)})"


def _try(folder: str) -> None:
    try:
        own_mounts()
        Volume(Path(folder) / "volume", 1).mount()
    except OSError as error:
        sys.exit(error.errno or errno.EPERM)
