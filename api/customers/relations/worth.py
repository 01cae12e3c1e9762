"""What a customer is worth and how he stands: pure arithmetic on his figures (D30, D31, R390, R392)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from api.customers.relations.figures import Opinion, Purchase

Class = Literal["A", "B", "C"]
Activity = Literal["new", "active", "lost", "idle"]
Alert = Literal["late", "less"]
Satisfaction = Literal["unknown", "dissatisfied", "satisfied", "loyal"]
YEAR = 365
"""The twelve months of D30 and D31, in days back from the day of counting."""
FEN = 100


@dataclass(frozen=True, slots=True)
class Limits:
    """The station's figures; see `customer.*` in the settings."""

    a_yuan: int
    a_devices: int
    b_yuan: int
    b_devices: int
    late_cycle: float
    less_share: float
    loyal_opinions: int
    satisfied_csi: int
    loyal_csi: int


def class_of(revenue_fen: int, devices: int, limits: Limits) -> Class:
    """D30: by revenue of twelve months or by number of devices, whichever speaks for the higher class."""
    if revenue_fen >= limits.a_yuan * FEN or devices >= limits.a_devices:
        return "A"
    if revenue_fen >= limits.b_yuan * FEN or devices >= limits.b_devices:
        return "B"
    return "C"


def activity_of(last: date | None, devices: int, registered: date, today: date) -> Activity:
    """D31: active with a job or order in twelve months, lost without one although a device is in use.

    Whoever has neither is idle; nobody is lost before he was here for twelve months.
    """
    back = today - timedelta(days=YEAR)
    if last is not None and last > back:
        return "active"
    if registered > back:
        return "new"
    return "lost" if devices else "idle"


def usual_days(bought: Sequence[Purchase]) -> int | None:
    """The mean time between purchase days, once there were three of them."""
    days = sorted({purchase.on for purchase in bought})
    return round((days[-1] - days[0]).days / (len(days) - 1)) if len(days) > 2 else None


def revenue(bought: Sequence[Purchase], until: date) -> int:
    """What was billed in the twelve months that end with this day."""
    since = until - timedelta(days=YEAR)
    return sum(purchase.fen for purchase in bought if since < purchase.on <= until)


def alert_of(bought: Sequence[Purchase], today: date, limits: Limits) -> Alert | None:
    """D31's purchase alert: nothing for 1.5 times the usual cycle, or 30 per cent less than the average of the years before.

    Years before the first purchase do not lower the average.
    """
    usual = usual_days(bought)
    if usual and (today - bought[-1].on).days > limits.late_cycle * usual:
        return "late"
    former = [revenue(bought, today - timedelta(days=YEAR * back)) for back in (1, 2)]
    former = [fen for fen in former if fen]
    if former and revenue(bought, today) * len(former) < (1 - limits.less_share) * sum(former):
        return "less"
    return None


def satisfaction_of(said: Sequence[Opinion], limits: Limits) -> Satisfaction:
    """R390: by what he said last; loyal is who was well satisfied several times running."""
    if not said:
        return "unknown"
    newest = said[0]
    if not newest.satisfied or (newest.csi is not None and newest.csi < limits.satisfied_csi):
        return "dissatisfied"
    running = said[: limits.loyal_opinions]
    well = all(each.satisfied and each.csi is not None and each.csi >= limits.loyal_csi for each in running)
    return "loyal" if len(running) == limits.loyal_opinions and well else "satisfied"


def next_on(since: date, days: int) -> date:
    """When the next word is due; 0 days: never by the rhythm, so far away that no list shows it."""
    return since + timedelta(days=days) if days else date.max.replace(year=9998)
