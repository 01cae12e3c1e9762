"""The demo's integrations: the call centre's software, registered by the administrator, that came every day for two weeks,
and a sender of text messages that waits for headquarters to let it see whole numbers."""

from __future__ import annotations

from datetime import timedelta
from random import Random

from api.access.api_clients import schemas, service
from api.access.model import ApiClientUse
from api.demo import queries
from api.demo.player import Player
from api.kit import clock
from api.kit.db import Database

DAY = timedelta(days=1)
SCOPES = [
    "assets:view", "calls:create", "customers:view", "events:view", "service-requests:create", "service-requests:view",
    "stations:view", "work-orders:view",
]  # fmt: skip


def fill(db: Database) -> None:
    """Registered three weeks ago for the stations of Beijing, its limit widened since; its secret is known to nobody."""
    player, now = Player(db), clock.now()
    keeper = player.one("SA", "ZB")
    stations = queries.station_ids(player)
    home = sorted(id for code, id in stations.items() if code.startswith("BJ"))
    made = player.act(keeper, now - 21 * DAY, service.make, schemas.MakeApiClient(
        name="呼叫中心", purpose="来电弹屏：接线员看到客户、设备和未结的事，挂机后自动建需求",
        scopes=SCOPES, station_ids=home, addresses=["203.0.113.0/28", "2001:db8:40::/48"], per_minute=300,
        ends_at=now + 160 * DAY,
    ))  # fmt: skip
    player.act(keeper, now - 12 * DAY, service.change, made["id"], schemas.ChangeApiClient(per_minute=600))
    player.act(keeper, now - 2 * DAY, service.make, schemas.MakeApiClient(
        name="短信平台", purpose="上门前一天给客户发提醒短信",
        scopes=["appointments:view", "customers:reveal", "customers:view", "work-orders:view"], station_ids=home[:1],
        addresses=["198.51.100.24/32"], per_minute=120, ends_at=now + 180 * DAY,
    ))  # fmt: skip
    chance = Random(4)  # noqa: S311 - the demo is the same for everybody
    days = []
    for ago in range(13, -1, -1):
        at = now - ago * DAY
        quiet = at.astimezone().weekday() == 6
        days.append({
            "client_id": made["id"], "day": at.date(), "requests": chance.randint(300, 700) * (1 if quiet else 7),
            "refused": 37 if ago == 13 else 0, "last_at": at - timedelta(minutes=4),
        })  # fmt: skip
    with player.unit(keeper, now) as unit:
        unit.insert_many(ApiClientUse, days)
