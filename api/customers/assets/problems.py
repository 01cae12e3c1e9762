"""Refusals about devices."""

from api.kit.problems import Problem
from api.kit.words import Words


class DuplicateSerial(Problem):
    """Carries `asset_id` if the caller can see the device that has the serial."""

    slug, status = "duplicate-serial", 409
    title = Words("这个序列号已经登记过", "This serial is registered already")
