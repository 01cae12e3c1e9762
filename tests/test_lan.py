"""HTTPS on the local network: what a phone checks, checked with real handshakes on the loopback."""

from __future__ import annotations

import contextlib
import ipaddress
import socket
import ssl
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import segno
import time_machine
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from starlette.applications import Starlette
from starlette.testclient import TestClient

from api import lan
from api.lan import Certificates, certificate_files

ADDRESSES = ["192.168.7.20", "10.1.2.3"]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_client_that_trusts_the_authority_connects(tmp_path: Path, name: str) -> None:
    files = certificate_files(tmp_path, ADDRESSES)
    assert handshake(files, files.authority, name) == "TLSv1.3"


def test_a_client_that_trusts_another_authority_refuses(tmp_path: Path) -> None:
    files = certificate_files(tmp_path / "ours", ADDRESSES)
    other = certificate_files(tmp_path / "theirs", ADDRESSES)
    with pytest.raises(ssl.SSLCertVerificationError):
        handshake(files, other.authority, "127.0.0.1")


def test_a_client_that_asked_for_another_address_refuses(tmp_path: Path) -> None:
    files = certificate_files(tmp_path, ADDRESSES)
    with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
        handshake(files, files.authority, "192.168.7.21")


def test_the_certificate_names_every_address_and_lasts_no_longer_than_phones_accept(tmp_path: Path) -> None:
    certificate = read(certificate_files(tmp_path, ADDRESSES).certificate)
    names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert {str(ip) for ip in names.get_values_for_type(x509.IPAddress)} == {"127.0.0.1", *ADDRESSES}
    assert {"localhost", f"{lan._host()}.local"} <= set(names.get_values_for_type(x509.DNSName))
    assert certificate.not_valid_after_utc - certificate.not_valid_before_utc <= timedelta(days=825)


def test_keys_are_readable_by_their_owner_alone(tmp_path: Path) -> None:
    files = certificate_files(tmp_path, ADDRESSES)
    for key in (files.key, tmp_path / "lan" / "authority.key"):
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        key.chmod(0o644)
    certificate_files(tmp_path, ADDRESSES)
    for key in (files.key, tmp_path / "lan" / "authority.key"):
        assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_a_second_start_changes_nothing(tmp_path: Path) -> None:
    before = contents(certificate_files(tmp_path, ADDRESSES))
    assert contents(certificate_files(tmp_path, reversed(ADDRESSES))) == before


def test_changed_addresses_bring_a_new_certificate_by_the_same_authority(tmp_path: Path) -> None:
    old = contents(certificate_files(tmp_path, ADDRESSES))
    files = certificate_files(tmp_path, ["192.168.7.99"])
    certificate, key, authority = contents(files)
    assert (certificate != old[0], key != old[1], authority == old[2]) == (True, True, True)
    assert handshake(files, files.authority, "127.0.0.1") == "TLSv1.3"


def test_a_certificate_near_its_end_is_renewed(tmp_path: Path) -> None:
    first = read(certificate_files(tmp_path, ADDRESSES).certificate)
    with time_machine.travel(datetime.now(UTC) + timedelta(days=lan.SERVER_DAYS - 10)):
        second = read(certificate_files(tmp_path, ADDRESSES).certificate)
    assert second.not_valid_after_utc > first.not_valid_after_utc


def test_damaged_files_are_made_anew(tmp_path: Path) -> None:
    files = certificate_files(tmp_path, ADDRESSES)
    for damaged in (files.certificate, files.key, files.authority):
        damaged.write_text("not a certificate")
        certificate_files(tmp_path, ADDRESSES)
        assert handshake(files, files.authority, "localhost") == "TLSv1.3"


def test_the_authority_cannot_vouch_for_the_rest_of_the_world(tmp_path: Path) -> None:
    """A stolen authority key signs a certificate for a public name: a phone that trusts the authority refuses it."""
    files = certificate_files(tmp_path, ADDRESSES)
    authority = read(files.authority)
    signer = serialization.load_pem_private_key((tmp_path / "lan" / "authority.key").read_bytes(), None)
    assert isinstance(signer, ec.EllipticCurvePrivateKey)
    key = ec.generate_private_key(ec.SECP256R1())
    now = datetime.now(UTC)
    forged = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([]))
        .issuer_name(authority.subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("bank.example")]), critical=True)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key()), critical=False)
        .sign(signer, hashes.SHA256())
    )
    files.certificate.write_bytes(forged.public_bytes(serialization.Encoding.PEM))
    files.key.write_bytes(lan._pem(key))
    with pytest.raises(ssl.SSLCertVerificationError, match="permitted subtree violation"):
        handshake(files, files.authority, "bank.example")


def test_only_private_addresses_are_offered() -> None:
    for text in lan.lan_addresses():
        address = ipaddress.IPv4Address(text)
        assert not address.is_loopback
        assert not address.is_global
    assert lan._private("192.168.1.1")
    assert not lan._private("8.8.8.8")
    assert not lan._private("127.0.0.1")


def test_the_qr_code_holds_the_address() -> None:
    url = "https://192.168.7.20:8000/field/"
    modules = [row for line in lan.qr(url).splitlines() for row in zip(*(halves(sign) for sign in line), strict=True)]
    expected = [tuple(row) for row in segno.make(url, micro=False, error="m").matrix_iter(border=2)]
    assert modules[: len(expected)] == expected
    assert all(line.startswith("\x1b[30;107m") for line in lan.qr(url, ansi=True).splitlines())


def test_the_invitation_says_where_and_whom_to_trust(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lan, "lan_addresses", lambda: ADDRESSES)
    files = certificate_files(tmp_path)
    text = lan.invitation(files, 8443)
    for wanted in (*(f"https://{address}:8443/field/" for address in ADDRESSES), files.fingerprint, "/lan/ca.crt"):
        assert wanted in text
    assert len(files.fingerprint.split(":")) == 32


def test_a_name_of_its_own_is_vouched_for(tmp_path: Path) -> None:
    """The network's database is called `db`, and its clients check that it is (docker-compose.yml)."""
    files = certificate_files(tmp_path, [], names=["db"])
    assert handshake(files, files.authority, "db") == "TLSv1.3"


def test_a_phone_can_fetch_the_authority(tmp_path: Path) -> None:
    app = Starlette()
    lan.offer_authority(app, tmp_path)
    answer = TestClient(app).get("/lan/ca.crt")
    assert answer.headers["content-type"] == "application/x-x509-ca-cert"
    assert answer.content == certificate_files(tmp_path).authority.read_bytes()
    assert b"PRIVATE" not in answer.content


def test_without_a_network_the_invitation_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lan, "lan_addresses", list)
    assert "no private network address" in lan.invitation(certificate_files(tmp_path), 8443)


def halves(sign: str) -> tuple[int, int]:
    """The upper and lower module of one half block."""
    return {" ": (0, 0), "▀": (1, 0), "▄": (0, 1), "█": (1, 1)}[sign]


def read(path: Path) -> x509.Certificate:
    return x509.load_pem_x509_certificate(path.read_bytes())


def contents(files: Certificates) -> tuple[bytes, bytes, bytes]:
    return files.certificate.read_bytes(), files.key.read_bytes(), files.authority.read_bytes()


def handshake(files: Certificates, trusted: Path, name: str) -> str | None:
    """A real TLS handshake over the loopback; the protocol agreed on."""
    client = ssl.create_default_context(cafile=str(trusted))
    with (
        tls_server(files) as address,
        socket.create_connection(address, timeout=10) as plain,
        client.wrap_socket(plain, server_hostname=name) as secured,
    ):
        return secured.version()


@contextmanager
def tls_server(files: Certificates) -> Iterator[tuple[str, int]]:
    """Answers one connection with these certificates."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(files.certificate, files.key)
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve() -> None:
            connection, _ = listener.accept()
            with connection, contextlib.suppress(OSError):  # the client may refuse us
                context.wrap_socket(connection, server_side=True).close()

        thread = threading.Thread(target=serve)
        thread.start()
        yield listener.getsockname()
        thread.join(timeout=10)
