"""Whom we may speak with on behalf of a phone (T10): https, the ordinary ports, a name that leads to no house of ours.

A subscription's address is chosen by whoever holds the phone, so it is as hostile as any other input. The name is
resolved once, every address it leads to is judged, and the connection goes to the judged address and nowhere else.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey

from api.field.devices.keys import unb64
from api.kit.problems import Invalid
from api.kit.words import Words

PORTS = (443, 8443)
Resolve = Callable[[str, int], list[str]]


class Unfit(ValueError):
    """Not an address that we speak with; the message says why and holds nothing of the address."""


def parted(endpoint: str) -> tuple[str, int, str]:
    """Name, port and path of a fit address.

    :raises Unfit: it is none.
    """
    try:
        parts = urlsplit(endpoint)
        port = 443 if parts.port is None else parts.port
    except ValueError as error:
        raise Unfit("unreadable") from error
    host = parts.hostname or ""
    if parts.scheme != "https" or port not in PORTS or parts.username is not None or parts.fragment or not host:
        raise Unfit("scheme, port or form")
    if _is_number(host) or "." not in host or host.endswith((".local", ".internal", ".localhost", ".")):
        raise Unfit("not a public name")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return host, port, path


def _is_number(host: str) -> bool:
    """Whether it is an address instead of a name, in any of the ways that resolvers understand."""
    last = host.rstrip("]").rsplit(".", 1)[-1]
    return ":" in host or last.isdigit() or last.lower().startswith("0x")


def looked_up(host: str, port: int) -> list[str]:
    """The addresses that a name leads to."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)]


def address_of(host: str, port: int, resolve: Resolve = looked_up) -> str:
    """The one address to which to connect.

    :raises Unfit: the name leads nowhere, or to any address that is not public.
    """
    try:
        found = resolve(host, port)
    except OSError as error:
        raise Unfit("no such name") from error
    if not found or not all(is_public(address) for address in found):
        raise Unfit("not public")
    return found[0]


def is_public(text: str) -> bool:
    """Whether an address belongs to the open network: not private, loopback, link-local, shared or mapped into it."""
    try:
        address = ip_address(text.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(address, "ipv4_mapped", None) or getattr(address, "sixtofour", None)
    teredo = getattr(address, "teredo", None)
    if inner is not None:
        address = inner
    return address.is_global and not address.is_multicast and not address.is_reserved and teredo is None


def demand(endpoint: str) -> None:
    """Refuse what is no address of a push service by its looks; where it leads is judged when something is sent.

    :raises Invalid: at `/body/endpoint`.
    """
    try:
        parted(endpoint)
    except Unfit as error:
        words = Words("这不是推送服务的地址", "Not the address of a push service")
        raise Invalid.field("/body/endpoint", "unfit", words) from error


def demand_keys(p256dh: str, auth: str) -> None:
    """Refuse keys to which nothing can be encrypted.

    :raises Invalid: at `/body/keys`.
    """
    try:
        EllipticCurvePublicKey.from_encoded_point(SECP256R1(), unb64(p256dh))
        if len(unb64(auth)) != 16:
            raise ValueError
    except ValueError as error:
        raise Invalid.field("/body/keys", "unfit", Words("推送密钥不对", "Not the keys of a subscription")) from error
