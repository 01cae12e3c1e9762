"""T28: we speak with a peer only when his certificate is of a known authority, in his name, and not run out.

OTRS CVE-2023-5422 (certificates never checked). Webhooks and phones' notices go through `kit/posting.py`; the database is
asked with `verify-full` (tests/test_docker.py); mail, short messages and WeCom have no room yet.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePrivateKey, generate_private_key
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from api.events.webhook_deliveries.sending import Postman
from api.kit import posting
from api.worker import units
from tests.events.facts import write
from tests.events.webhooks.conftest import Post
from tests.world import World

API = Path(__file__).parents[3] / "api"
NAME = "receiver.example.com"
AWAY = re.compile(
    r"verify\s*=\s*(False|None)|check_hostname\s*=\s*False|CERT_NONE|_create_unverified|allow_invalid_certificates"
)
NOW = datetime.now(UTC)


@dataclass
class Authority:
    """Signs certificates; the machine of the test knows one of two such."""

    key: EllipticCurvePrivateKey
    certificate: x509.Certificate

    @classmethod
    def new(cls, name: str) -> Authority:
        key = generate_private_key(SECP256R1())
        return cls(key, _certificate(name, key, name, key, NOW + timedelta(days=9), authority=True))

    def pem(self, folder: Path, name: str, ends: datetime) -> Path:
        """Key and certificate of a peer of this name, until then."""
        key = generate_private_key(SECP256R1())
        issuer = self.certificate.subject.rfc4514_string().partition("=")[2]
        made = _certificate(name, key, issuer, self.key, ends)
        kept = folder / "peer.pem"
        told = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        kept.write_bytes(told + made.public_bytes(Encoding.PEM))
        return kept


def _certificate(
    name: str, key: EllipticCurvePrivateKey, issuer: str, by: EllipticCurvePrivateKey, ends: datetime,
    *, authority: bool = False,
) -> x509.Certificate:  # fmt: skip
    named = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, issuer)]
    return (
        x509.CertificateBuilder().subject_name(named[0]).issuer_name(named[1]).public_key(key.public_key())
        .serial_number(x509.random_serial_number()).not_valid_before(ends - timedelta(days=20)).not_valid_after(ends)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(by.public_key()), critical=False)
        .add_extension(
            x509.KeyUsage(True, False, False, False, False, authority, authority, False, False), critical=True
        )
        .sign(by, SHA256())
    )  # fmt: skip


@contextmanager
def listening(pem: Path, heard: list[bytes]) -> Iterator[int]:
    """A peer with this certificate that takes what it is sent; gives its port."""
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pem)

    def serve(listener: socket.socket) -> None:
        try:
            with listener.accept()[0] as line, server.wrap_socket(line, server_side=True) as sealed:
                sealed.settimeout(5)
                got = b""
                while b"}" not in got:
                    got += sealed.recv(65536)
                heard.append(got)
                sealed.sendall(b"HTTP/1.1 204 OK\r\ncontent-length: 0\r\n\r\n")
        except OSError:
            return

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, args=(listener,), daemon=True)
        thread.start()
        yield int(listener.getsockname()[1])
        thread.join(5)


@pytest.fixture
def known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Authority]:
    """The one authority that this machine trusts, named as an operator would name it."""
    made = Authority.new("known")
    pem = tmp_path / "authorities.pem"
    pem.write_bytes(made.certificate.public_bytes(Encoding.PEM))
    monkeypatch.setenv("SSL_CERT_FILE", str(pem))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    posting._trust.cache_clear()
    yield made
    posting._trust.cache_clear()


@pytest.mark.parametrize("fault", ["none", "unknown authority", "self-signed", "another name", "run out"])
def test_t28_only_a_peer_that_proves_himself_is_told(
    fault: str, post: Post, world: World, tmp_path: Path, known: Authority
) -> None:
    """Not a byte of a delivery reaches the others, the log says why, and the administrator sees that it fails."""
    by = {"unknown authority": Authority.new("other"), "self-signed": Authority.new(NAME)}.get(fault, known)
    ends = NOW + timedelta(days=-1 if fault == "run out" else 1)
    pem = by.pem(tmp_path, "other.example.com" if fault == "another name" else NAME, ends)
    heard: list[bytes] = []
    with listening(pem, heard) as port:
        post.postman = Postman(
            post.system, units(post.system), resolve=lambda host, _: ["93.184.216.34"],
            connect=lambda address, _, seconds: socket.create_connection(("127.0.0.1", port), seconds),
        )  # fmt: skip
        hook = post.webhook(f"https://{NAME}/hook")
        write(post.system.db, world.customers["A1"])
        post.run()
    (row,) = post.deliveries(hook)
    if fault == "none":
        assert (row["state"], len(heard)) == ("delivered", 1)
        return
    assert (row["state"], row["last_outcome"], heard) == ("waiting", "tls", [])
    shown = post.admin.read(f"webhooks/{hook['id']}")
    assert (shown["waiting"], shown["delivered_at"]) == (1, None)


def test_t28_nothing_of_ours_looks_away() -> None:
    """No call in the program turns the checks off."""
    looked = [file for file in API.rglob("*.py") if AWAY.search(file.read_text(encoding="utf-8"))]
    assert looked == []
