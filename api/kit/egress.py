"""Whom we may speak with at an address that somebody chose (T10): https, the ordinary ports, no house of ours.

Such an address is as hostile as any other input. Its name is resolved once for each sending, every address it leads to is
judged, and the connection goes to the judged address and nowhere else. An operator may open networks of his own
(`SIBU_WEBHOOK_NETWORKS`); what clouds tell their machines about themselves stays closed even then.
"""

from __future__ import annotations

import re
import socket
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

PORTS = (443, 8443)
Networks = tuple[IPv4Network | IPv6Network, ...]
Resolve = Callable[[str, int], list[str]]
_URL = re.compile(r"[\x21-\x7e]{1,1000}")
_NAME = re.compile(r"[A-Za-z0-9_-]{1,63}(\.[A-Za-z0-9_-]{1,63})*")
_OURS = (".local", ".internal", ".localhost", ".home.arpa", ".lan", ".intranet", ".corp")
_METADATA = frozenset(
    map(ip_address, ("169.254.169.254", "168.63.129.16", "100.100.100.200", "192.0.0.192", "fd00:ec2::254"))
)
_WRAPPED = tuple(
    map(ip_network, ("::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "2002::/16"))
)
"""IPv6 that stands for an IPv4 address: compatible, mapped, NAT64 of both kinds, Teredo, 6to4. No host is addressed so."""


class Unfit(ValueError):
    """Not an address that we speak with; the message says why and holds nothing of the address."""


@dataclass(frozen=True, slots=True)
class Target:
    """An address taken apart."""

    scheme: str
    host: str
    port: int
    path: str
    ordinary: bool
    """By its looks one of the open network: https, an ordinary port, a name with a dot in it."""

    @property
    def netloc(self) -> str:
        """Name and port as the `Host` header tells them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == {"https": 443, "http": 80}[self.scheme] else f"{host}:{self.port}"


@lru_cache(maxsize=256)
def networks(listed: tuple[str, ...]) -> Networks:
    """Networks as somebody lists them, in CIDR notation.

    :raises ValueError: not a network.
    """
    return tuple(ip_network(text.strip(), strict=False) for text in listed)


def parted(url: str, inner: Networks = ()) -> Target:
    """A fit address taken apart; where it leads is judged when something is sent.

    :raises Unfit: it is none by its looks.
    """
    if not _URL.fullmatch(url) or "\\" in url:
        raise Unfit("unreadable")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise Unfit("unreadable") from error
    host, scheme = parts.hostname or "", parts.scheme
    if scheme not in ("https", "http") or "@" in parts.netloc or "#" in url or not host or port == 0:
        raise Unfit("scheme, port or form")
    port = port or {"https": 443, "http": 80}[scheme]
    named = _NAME.fullmatch(host) is not None and not _is_number(host) and "." in host and not host.endswith(_OURS)
    ordinary = scheme == "https" and port in PORTS and named
    if not ordinary and not inner:
        raise Unfit("not a public name")
    if not ordinary and ":" not in host and not _NAME.fullmatch(host):
        raise Unfit("unreadable")
    return Target(scheme, host, port, (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), ordinary)


def _is_number(host: str) -> bool:
    """Whether it is an address instead of a name, in any of the ways that resolvers understand."""
    last = host.rsplit(".", 1)[-1]
    return ":" in host or last.isdigit() or last.lower().startswith("0x")


def looked_up(host: str, port: int) -> list[str]:
    """The addresses that a name leads to."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, proto=socket.IPPROTO_TCP)]


def address_of(target: Target, inner: Networks = (), resolve: Resolve = looked_up) -> str:
    """The one address to which to connect.

    :raises Unfit: the name leads nowhere, or to any address that is neither public nor of an opened network. Which of
        these it was is not told: it would show what names and machines there are inside.
    """
    try:
        found = resolve(target.host, target.port)
    except (OSError, UnicodeError) as error:
        raise Unfit("leads to no public address") from error
    fit = [(target.ordinary and is_public(address)) or is_opened(address, inner) for address in found]
    if not found or not all(fit):
        raise Unfit("leads to no public address")
    return found[0]


def is_public(text: str) -> bool:
    """Whether an address belongs to the open network: not private, loopback, link-local, shared or mapped into it."""
    address = _read(text)
    if address is None or address in _METADATA or address.is_multicast or address.is_reserved:
        return False
    if isinstance(address, IPv6Address):
        tunnelled = (int(address) >> 32) & 0xFFFFFFFF in (0x5EFE, 0x02005EFE)  # ISATAP
        if tunnelled or address.is_site_local or any(address in network for network in _WRAPPED):
            return False
    return address.is_global


def is_opened(text: str, inner: Networks) -> bool:
    """Whether it lies in a network that the operator opened, and is not one where clouds keep their secrets."""
    address = _read(text)
    if address is None or address in _METADATA or address.is_link_local or address.is_multicast:
        return False
    return any(address in network for network in inner if network.version == address.version)


def _read(text: str) -> IPv4Address | IPv6Address | None:
    try:
        return ip_address(text.partition("%")[0])
    except ValueError:
        return None
