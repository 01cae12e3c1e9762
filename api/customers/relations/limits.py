"""The station's figures for classes, alerts and rhythms, out of the settings (D30, D31, R217, R218)."""

from __future__ import annotations

from api.customers.relations.worth import Limits
from api.kit.unit import Unit
from api.network.settings import limits


def of_station(unit: Unit, station_id: str) -> Limits:
    """What counts as large, late, less, satisfied and loyal here."""

    def get(key: str) -> float:
        return limits.get(unit, f"customer.{key}", station_id)

    return Limits(
        a_yuan=int(get("class_a_yuan")),
        a_devices=int(get("class_a_devices")),
        b_yuan=int(get("class_b_yuan")),
        b_devices=int(get("class_b_devices")),
        late_cycle=get("alert_cycle_percent") / 100,
        less_share=get("alert_less_share"),
        loyal_opinions=int(get("loyal_opinions")),
        satisfied_csi=int(get("satisfied_csi")),
        loyal_csi=int(get("loyal_csi")),
    )


def days_between(unit: Unit, station_id: str, customer_class: str) -> int:
    """Days between two words with a customer of this class; 0: none by rhythm."""
    return int(limits.get(unit, f"customer.call_days_{customer_class.lower()}", station_id))


def days_between_visits(unit: Unit, station_id: str, customer_class: str) -> int:
    """Days between two visits of the account person; 0: none by rhythm."""
    return int(limits.get(unit, f"customer.visit_days_{customer_class.lower()}", station_id))
