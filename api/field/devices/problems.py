"""Refusals of phones."""

from api.kit.problems import Problem
from api.kit.words import Words


class DeviceSecretWrong(Problem):
    """The same for a phone that is not known and for a wrong secret (T16)."""

    slug, status = "device-secret-wrong", 401
    title = Words("设备或密钥不对", "Wrong device or secret")
