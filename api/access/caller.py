"""Where a request comes from. Forwarding headers count only when a proxy that we were told to trust sent them (T13)."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import ip_address

from fastapi import Request

from api.kit.egress import networks
from api.settings import Settings


@dataclass(frozen=True, slots=True)
class Caller:
    """The device at the other end, as far as the network tells."""

    address: str
    agent: str
    secure: bool
    """It speaks HTTPS to us or to the proxy before us."""
    local: bool
    """It is this very machine, by plain HTTP."""
    locale: str
    request_id: str


def _trusted(address: str, proxies: tuple[str, ...]) -> bool:
    return bool(proxies) and within(address, proxies)


def within(address: str, listed: tuple[str, ...]) -> bool:
    """Whether the address lies in one of the networks. IPv4 behind an IPv6 socket (`::ffff:…`) counts as IPv4; what is
    no address (a socket file) lies nowhere."""
    try:
        found = ip_address(address)
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return any((mapped or found) in network for network in networks(listed))


def address_of(settings: Settings, request: Request) -> str:
    """The address of whoever sends this request: the peer, or what a proxy named by the settings says of him."""
    address = request.client.host if request.client else ""
    if _trusted(address, settings.trusted_proxies):
        hops = [hop.strip() for line in request.headers.getlist("x-forwarded-for") for hop in line.split(",")]
        for hop in reversed(hops):  # the nearest hop that is not ours; whatever stands before it may be invented
            try:
                address = str(ip_address(hop))
            except ValueError:
                break
            if not _trusted(address, settings.trusted_proxies):
                break
    return address


def caller_of(settings: Settings, request: Request) -> Caller:
    """Address, agent and transport of this request."""
    scheme = request.url.scheme
    if _trusted(request.client.host if request.client else "", settings.trusted_proxies):
        scheme = request.headers.get("x-forwarded-proto", scheme).split(",")[-1].strip().lower()
    secure = scheme == "https" or (settings.public_url or "").startswith("https://")
    state = request.scope["state"]
    return Caller(
        address=address_of(settings, request)[:60],
        agent="".join(filter(str.isprintable, request.headers.get("user-agent", "")))[:200],
        secure=secure,
        local=not secure and request.url.hostname in ("localhost", "127.0.0.1", "::1"),
        locale=state["locale"],
        request_id=state["request_id"],
    )
