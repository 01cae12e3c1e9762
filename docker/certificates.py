"""Makes the network's own certificates: by one the database shows that it is the database (promise T28), the other
serves users as long as the house has given none of its own (docker/README.md).

Run once at every start, before all else, as root, since each key belongs to the user of its server alone, mode 0600.
The authorities' keys stay in a volume that no other container mounts.
"""

import os
import shutil
import sys
from pathlib import Path

from api.lan import certificate_files

ROOT = Path("/tls")
POSTGRES, NGINX = 999, 10002  # user ids in the two images


def provide(name: str, server: Path, owner: int, *others: Path) -> None:
    """Puts the certificate for ``name`` with its key into ``server``, and the authority there and into ``others``."""
    files = certificate_files(ROOT / "kept" / name, addresses=[], names=[name])
    for folder in (server, *others):
        shutil.copyfile(files.authority, folder / "authority.crt")
    shutil.copyfile(files.certificate, server / "server.crt")
    key = server / "server.key"
    key.unlink(missing_ok=True)
    with os.fdopen(os.open(key, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as handle:
        handle.write(files.key.read_bytes())
    os.chown(key, owner, owner)


if __name__ == "__main__":
    provide("db", ROOT / "database", POSTGRES, ROOT / "database-clients")
    provide(sys.argv[1], ROOT / "web", NGINX)
