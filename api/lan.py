"""HTTPS on the local network (`SIBU_LAN=1`): a phone installs the field view only from an address it trusts.

The first start makes an authority of this machine's own, kept in the data folder and readable by its owner alone. It
can vouch for private addresses and local names only, so whoever steals it cannot pose as a bank to the phones that
trust it. From it comes the server's certificate, made anew whenever the addresses change or its end draws near.
"""

from __future__ import annotations

import contextlib
import ipaddress
import os
import re
import socket
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import segno
from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

from api.kit import clock

AUTHORITY_DAYS = 3650
SERVER_DAYS = 825
"""iOS refuses a server certificate that is valid for longer, even from an authority its owner installed."""
RENEW_DAYS = 30
_LOCAL_NETWORKS = ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8")
_LOCAL_NAMES = ("localhost", "local", "lan", "home.arpa")
_SIOCGIFADDR = 0x8915  # Linux: the IPv4 address of an interface
_BEGINNING = timedelta(days=1)  # a phone whose clock runs behind still accepts a fresh certificate


@dataclass(frozen=True)
class Certificates:
    """What the server and the phone need."""

    certificate: Path
    """The server's certificate, PEM."""
    key: Path
    """Its key, PEM, mode 0600."""
    authority: Path
    """The authority's certificate, PEM: what the phone installs; nothing secret in it."""

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the authority, as phones show it, to be compared before trusting it."""
        digest = x509.load_pem_x509_certificate(self.authority.read_bytes()).fingerprint(hashes.SHA256())
        return ":".join(f"{byte:02X}" for byte in digest)


def certificate_files(
    data_dir: Path, addresses: Iterable[str] | None = None, names: Iterable[str] | None = None
) -> Certificates:
    """The certificates for this machine, kept in ``data_dir/lan`` and made or renewed where needed.

    :param addresses: IPv4 addresses to vouch for; by default those of this machine.
    :param names: host names to vouch for; by default this machine's. They are fixed when the authority is made.
    :raises OSError: the folder cannot be written.
    """
    folder = data_dir / "lan"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    files = Certificates(folder / "server.crt", folder / "server.key", folder / "authority.crt")
    words = list(dict.fromkeys(("localhost", *((_host(), f"{_host()}.local") if names is None else names))))
    authority, key = _authority(files.authority, folder / "authority.key", words)
    subjects = _subjects(lan_addresses() if addresses is None else addresses, words)
    if not _still_serves(files, authority, subjects):
        _issue(files, authority, key, subjects)
    return files


def lan_addresses() -> list[str]:
    """This machine's private IPv4 addresses, the one towards the default route first; asks no network."""
    found = [_routed_address(), *_interface_addresses(), *_addresses_of_name()]
    return list(dict.fromkeys(text for text in found if text and _private(text)))


def qr(url: str, *, ansi: bool = False) -> str:
    """The address as a QR code of half blocks, two modules a character.

    :param ansi: set the colours too, so that it reads on dark and light terminals alike.
    """
    rows = [bytes(row) for row in segno.make(url, micro=False, error="m").matrix_iter(border=2)]
    if len(rows) % 2:
        rows.append(bytes(len(rows[0])))
    blocks = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}
    lines = ["".join(blocks[pair] for pair in zip(*rows[i : i + 2], strict=True)) for i in range(0, len(rows), 2)]
    return "\n".join(f"\x1b[30;107m{line}\x1b[0m" if ansi else line for line in lines)


def invitation(files: Certificates, port: int, *, ansi: bool = False) -> str:
    """What the terminal tells whoever wants the field view on a phone."""
    found = lan_addresses()
    if not found:
        return "  Phone  this machine has no private network address that a phone could reach"
    links = [f"https://{address}:{port}/field/" for address in found]
    others = "".join(f"\n  or     {link}" for link in links[1:])
    return (
        f"{qr(links[0], ansi=ansi)}\n"
        f"  Phone  {links[0]}{others}\n"
        f"  Once per phone: open https://{found[0]}:{port}/lan/ca.crt, accept the browser's warning, install the\n"
        f"  certificate as a trusted authority, after comparing its SHA-256 fingerprint:\n"
        f"  {files.fingerprint}"
    )


def offer_authority(app: Starlette, data_dir: Path) -> None:
    """Let the app hand out the authority's certificate at `/lan/ca.crt`, so that phones can install it."""

    async def authority(_request: Request) -> FileResponse:
        path = certificate_files(data_dir).authority
        headers = {"cache-control": "no-store"}
        return FileResponse(path, headers=headers, media_type="application/x-x509-ca-cert", filename="sibu.crt")

    app.router.routes.append(Route("/lan/ca.crt", authority, methods=["GET"]))


# -- certificates ----------------------------------------------------------------------------------------------


def _authority(
    certificate_file: Path, key_file: Path, words: list[str]
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    """The kept authority, or a new one where there is none, it is damaged, or it ends within the server's days."""
    try:
        certificate = x509.load_pem_x509_certificate(certificate_file.read_bytes())
        key = serialization.load_pem_private_key(key_file.read_bytes(), password=None)
        lasts = certificate.not_valid_after_utc > clock.now() + timedelta(days=SERVER_DAYS)
        if lasts and isinstance(key, ec.EllipticCurvePrivateKey) and key.public_key() == certificate.public_key():
            key_file.chmod(0o600)
            return certificate, key
    except (FileNotFoundError, ValueError):
        pass
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Sibu on {_host()}"[:64])])
    allowed: list[x509.GeneralName] = [x509.IPAddress(ipaddress.IPv4Network(text)) for text in _LOCAL_NETWORKS]
    allowed += [x509.DNSName(text) for text in dict.fromkeys((*_LOCAL_NAMES, *words))]
    usage = x509.KeyUsage(
        digital_signature=False,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=True,
        crl_sign=True,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        _unsigned(name, name, key.public_key(), AUTHORITY_DAYS)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(x509.NameConstraints(permitted_subtrees=allowed, excluded_subtrees=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _keep(key_file, _pem(key), mode=0o600)
    _keep(certificate_file, certificate.public_bytes(serialization.Encoding.PEM), mode=0o644)
    return certificate, key


def _issue(
    files: Certificates,
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    subjects: list[x509.GeneralName],
) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Sibu")])
    issuer_id = x509.SubjectKeyIdentifier.from_public_key(authority_key.public_key())
    certificate = (
        _unsigned(subject, authority.subject, key.public_key(), SERVER_DAYS)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(x509.SubjectAlternativeName(subjects), critical=False)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(issuer_id), critical=False)
        .sign(authority_key, hashes.SHA256())
    )
    _keep(files.key, _pem(key), mode=0o600)
    _keep(files.certificate, certificate.public_bytes(serialization.Encoding.PEM), mode=0o644)


def _still_serves(files: Certificates, authority: x509.Certificate, subjects: list[x509.GeneralName]) -> bool:
    """Whether the kept server certificate is by this authority, for these names, with its key, and not near its end."""
    try:
        certificate = x509.load_pem_x509_certificate(files.certificate.read_bytes())
        key = serialization.load_pem_private_key(files.key.read_bytes(), password=None)
        certificate.verify_directly_issued_by(authority)
        known = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (FileNotFoundError, ValueError, TypeError, InvalidSignature, x509.ExtensionNotFound):
        return False
    files.key.chmod(0o600)
    return (
        set(known) == set(subjects)
        and key.public_key() == certificate.public_key()
        and certificate.not_valid_after_utc > clock.now() + timedelta(days=RENEW_DAYS)
    )


def _unsigned(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePublicKey, days: int
) -> x509.CertificateBuilder:
    begins = clock.now() - _BEGINNING
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(begins)
        .not_valid_after(begins + timedelta(days=days))
    )


def _subjects(addresses: Iterable[str], words: list[str]) -> list[x509.GeneralName]:
    """Everything this machine is called, as far as the authority may vouch for it."""
    numbers = ["127.0.0.1", *sorted(text for text in addresses if _private(text))]
    return [
        *(x509.DNSName(text) for text in words),
        *(x509.IPAddress(ipaddress.IPv4Address(text)) for text in dict.fromkeys(numbers)),
    ]


def _host() -> str:
    """This machine's short name, in the letters a certificate can hold."""
    return re.sub(r"[^a-z0-9-]+", "-", socket.gethostname().split(".")[0].lower()).strip("-")[:50] or "sibu"


def _pem(key: ec.EllipticCurvePrivateKey) -> bytes:
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    return key.private_bytes(encoding, form, serialization.NoEncryption())


def _keep(path: Path, content: bytes, *, mode: int) -> None:
    """Replaces the file whole; it is never, not for a moment, open to others than its mode says."""
    draft = path.with_suffix(path.suffix + ".new")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode), "wb") as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
    draft.replace(path)


# -- addresses -------------------------------------------------------------------------------------------------


def _private(text: str) -> bool:
    address = ipaddress.IPv4Address(text)
    return not address.is_loopback and any(address in ipaddress.IPv4Network(net) for net in _LOCAL_NETWORKS)


def _routed_address() -> str | None:
    """The address that packets to the outside would carry; connecting a datagram socket sends none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, contextlib.suppress(OSError):
        probe.connect(("192.0.2.1", 9))  # an address reserved for documentation
        return str(probe.getsockname()[0])
    return None


def _interface_addresses() -> list[str]:
    try:
        import fcntl
    except ImportError:
        return []
    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            with contextlib.suppress(OSError):  # an interface without IPv4, or not Linux
                answer = fcntl.ioctl(probe, _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                found.append(socket.inet_ntoa(answer[20:24]))
    return found


def _addresses_of_name() -> list[str]:
    with contextlib.suppress(OSError):
        return [str(entry[4][0]) for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)]
    return []
