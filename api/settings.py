"""Every setting of the process, read once from the environment; the only place that reads it.

Limits of the trade (48 hours, 3 rings) are not here: they are rows that the station may change (`network/settings`).
"""

from __future__ import annotations

import os
import re
import secrets
from dataclasses import dataclass, field
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import urlsplit

SAMPLES = ("change", "secret", "password", "example", "test", "sibu", "12345", "qwerty", "default", "admin")


class BadSetting(RuntimeError):
    """A setting that the program must not start with; the message names it and says what to do."""


@dataclass(frozen=True)
class Settings:
    """All settings with their meaning; `Settings.read()` is the only maker outside tests."""

    database_url: str
    data_dir: Path
    secret: bytes
    """Key of the access tokens: at least 32 random bytes."""
    former_secret: bytes | None = field(default=None, repr=False)
    """The secret before it was changed (`SIBU_FORMER_SECRET`): what was sealed with it still opens."""
    host: str = "127.0.0.1"
    port: int = 8000
    lan: bool = False
    """Serve HTTPS to the local network with a locally made authority (`SIBU_LAN=1`)."""
    worker: bool = True
    """Run the worker inside this process; off where it is a process of its own."""
    trusted_proxies: tuple[str, ...] = ()
    """Addresses whose forwarding headers are believed (T13); none by default."""
    frontend: Path | None = None
    """Folder of the built screens; None serves the API alone."""
    password_memory_kib: int = 65536
    """Memory of one Argon2 computation; tests use less."""
    revisions: bool = True
    """Whether readiness asks for the newest revision; off for throw-away databases made without revisions."""
    drain_seconds: float = 0.0
    """How long a process that got SIGTERM goes on serving while `/readyz` already says no (`SIBU_DRAIN`): a balancer's time to
    learn of it (P33). 0, for who has none, ends at once."""
    docs: bool = True
    """Whether `/api/docs` is served."""
    files: str | None = None
    """Where files lie (`SIBU_FILES`): a folder, or `s3://bucket?endpoint=https://…`; None is `files` in the data folder."""
    files_key_id: str | None = None
    files_key: str | None = field(default=None, repr=False)
    """Keys of the bucket; without them it is asked as the machine itself."""
    demo_password: str | None = None
    """Password of the demo accounts (`SIBU_DEMO_PASSWORD`); random when absent."""
    public_url: str | None = None
    """Address under which users reach the system; decides secure cookies, and stands in the codes on papers."""
    company: str | None = None
    """The company's name on papers (`SIBU_COMPANY`); the name of the service centre when absent."""

    tiles: str | None = None
    """Map tiles of the board (`SIBU_TILES=https://host/{z}/{x}/{y}.png`); without it the map draws a plain grid."""
    tiles_credit: str | None = None
    """Who made the map (`SIBU_TILES_CREDIT`), shown on it."""

    webhook_networks: tuple[str, ...] = ()
    """Networks of our own that webhooks may reach, also by http (`SIBU_WEBHOOK_NETWORKS`); none unless an operator says so."""

    @property
    def tile_host(self) -> str | None:
        """The one other host that the screens may load pictures from."""
        if not self.tiles:
            return None
        parts = urlsplit(self.tiles)
        return f"{parts.scheme}://{parts.netloc}"

    @property
    def address(self) -> str:
        """Where users reach the system, without a slash at its end; never taken from what a request claims."""
        return (self.public_url or f"http://localhost:{self.port}").rstrip("/")

    @classmethod
    def read(cls) -> Settings:
        """From the environment.

        :raises BadSetting: a value that cannot be used.
        """
        data_dir = Path(os.environ.get("SIBU_DATA", "var")).resolve()
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)  # the database with its personal data will be in it
        root = Path(__file__).parent.parent
        built = root / "frontend" / "dist"
        try:
            port = int(os.environ.get("SIBU_PORT", "8000"))
        except ValueError as error:
            raise BadSetting("SIBU_PORT must be a number") from error
        if not 0 <= port <= 65535:
            raise BadSetting("SIBU_PORT must lie between 0 and 65535")
        lan = _flag("SIBU_LAN", False)
        try:
            drain = float(os.environ.get("SIBU_DRAIN") or 0)
        except ValueError as error:
            raise BadSetting("SIBU_DRAIN must be seconds") from error
        if not 0 <= drain <= 20:
            raise BadSetting("SIBU_DRAIN must lie between 0 and 20 seconds")
        return cls(
            database_url=os.environ.get("SIBU_DATABASE_URL") or f"sqlite:///{data_dir / 'sibu.db'}",
            data_dir=data_dir,
            secret=_secret(data_dir),
            former_secret=(_from_file("SIBU_FORMER_SECRET") or "").encode() or None,
            host=os.environ.get("SIBU_HOST", "0.0.0.0" if lan else "127.0.0.1"),  # noqa: S104 - asked for by SIBU_LAN
            port=port,
            lan=lan,
            worker=_flag("SIBU_WORKER", True),
            trusted_proxies=tuple(filter(None, os.environ.get("SIBU_TRUSTED_PROXIES", "").split(","))),
            frontend=built if built.is_dir() else None,
            drain_seconds=drain,
            docs=_flag("SIBU_DOCS", True),
            files=os.environ.get("SIBU_FILES") or None,
            files_key_id=os.environ.get("SIBU_FILES_KEY_ID") or None,
            files_key=_from_file("SIBU_FILES_KEY"),
            demo_password=os.environ.get("SIBU_DEMO_PASSWORD") or None,
            public_url=os.environ.get("SIBU_PUBLIC_URL") or None,
            company=os.environ.get("SIBU_COMPANY") or None,
            tiles=_tiles(os.environ.get("SIBU_TILES", "").strip()),
            tiles_credit=os.environ.get("SIBU_TILES_CREDIT") or None,
            webhook_networks=_networks(os.environ.get("SIBU_WEBHOOK_NETWORKS", "")),
        )


def _flag(name: str, default: bool) -> bool:
    text = os.environ.get(name, "").strip().lower()
    if text in ("", "1", "true", "on", "yes", "0", "false", "off", "no"):
        return default if text == "" else text in ("1", "true", "on", "yes")
    raise BadSetting(f"{name} must be on or off")


def _networks(listed: str) -> tuple[str, ...]:
    found = tuple(filter(None, (part.strip() for part in listed.split(","))))
    for text in found:
        try:
            ip_network(text, strict=False)
        except ValueError as error:
            raise BadSetting("SIBU_WEBHOOK_NETWORKS lists networks such as 10.20.0.0/16, divided by commas") from error
    return found


def _tiles(address: str) -> str | None:
    if not address:
        return None
    parts = urlsplit(address)
    fit = re.fullmatch(r"[A-Za-z0-9.:-]+", parts.netloc) and parts.scheme in ("http", "https")
    if not fit or not all(place in address for place in ("{z}", "{x}", "{y}")):
        raise BadSetting("SIBU_TILES must be an address such as https://tiles.example/{z}/{x}/{y}.png")
    return address


def _from_file(name: str) -> str | None:
    """A secret from the environment, or from the file that `<name>_FILE` names."""
    if given := os.environ.get(name):
        return given
    path = os.environ.get(f"{name}_FILE")
    return Path(path).read_text().strip() if path else None


def _secret(data_dir: Path) -> bytes:
    """`SIBU_SECRET` (hex or text of at least 32 bytes), else `SIBU_SECRET_FILE`, else made once and kept with mode 0600."""
    if given := _from_file("SIBU_SECRET"):
        check_secret(given)
        return given.encode()
    kept = data_dir / "secret"
    if not kept.exists():
        descriptor = os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32))
    return kept.read_text().strip().encode()


def check_secret(text: str) -> None:
    """Refuse a secret that could be guessed (T29).

    :raises BadSetting: too short, too uniform, or made of sample words.
    """
    rest = text.lower()
    for word in SAMPLES:
        rest = rest.replace(word, "")
    if len(text) < 32 or len(set(text)) < 10 or len(rest) * 2 <= len(text):
        raise BadSetting("SIBU_SECRET is too weak: give at least 32 random characters (openssl rand -hex 32)")
