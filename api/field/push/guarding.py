"""Whom we may speak with on behalf of a phone (T10): `kit.egress` judges; no network of ours is opened for phones.

A subscription's address is chosen by whoever holds the phone, so it is as hostile as any other input.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey

from api.field.devices.keys import unb64
from api.kit import egress
from api.kit.egress import Resolve, Unfit, is_public, looked_up
from api.kit.problems import Invalid
from api.kit.words import Words

__all__ = ["Resolve", "Unfit", "address_of", "demand", "demand_keys", "is_public", "looked_up", "parted"]


def parted(endpoint: str) -> tuple[str, int, str]:
    """Name, port and path of a fit address.

    :raises Unfit: it is none.
    """
    target = egress.parted(endpoint)
    return target.host, target.port, target.path


def address_of(host: str, port: int, resolve: Resolve = looked_up) -> str:
    """The one address to which to connect.

    :raises Unfit: the name leads nowhere, or to any address that is not public.
    """
    return egress.address_of(egress.Target("https", host, port, "/", True), (), resolve)


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
