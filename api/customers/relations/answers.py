"""How a relation is shown, with the reasons of every judgement."""

from __future__ import annotations

from datetime import date
from typing import Any

from api.access import scope
from api.access.policy import P
from api.customers.relations.facts import ACTIVITIES, ALERTS, SATISFACTIONS
from api.customers.relations.limits import days_between, of_station
from api.kit.unit import Row, Unit
from api.kit.words import Words

NEVER = 9998


def line(unit: Unit, row: dict[str, Any]) -> dict[str, Any]:
    """One row of the list."""
    return {
        "id": row["customer_id"],
        "customer": {"id": row["customer_id"], "name": row["name"], "class": row["customer_class"]},
        "station": {"id": row["station_id"], "code": row["code"], "name": row["station_name"]},
        "contact_id": row["contact_id"],
        "contact_name": row["contact_name"],
        "phone": row["phone"],
        "do_not_call": row["do_not_call"],
        "service_person": _person(row, "service"),
        "account_person": _person(row, "account"),
        "activity": row["activity"],
        "activity_label": unit.say(ACTIVITIES[row["activity"]]),
        "alert": row["alert"],
        "alert_label": row["alert"] and unit.say(ALERTS[row["alert"]]),
        "satisfaction": row["satisfaction"],
        "satisfaction_label": unit.say(SATISFACTIONS[row["satisfaction"]]),
        "revenue_fen": row["revenue_fen"],
        "devices": row["devices"],
        "last_job_on": row["last_job_on"],
        "last_contact_at": row["last_contact_at"],
        "next_contact_on": _day(row["next_contact_on"]),
        "next_visit_on": row["next_visit_on"],
    }


def whole(unit: Unit, row: dict[str, Any], customer: Row) -> dict[str, Any]:
    """The whole relation."""
    kept = ("version", "counted_on", "former_revenue_fen", "jobs", "usual_days", "last_visit_at", "class_set_on")
    reach = unit.actor.reach(P.CUSTOMERS_EDIT)
    return (
        line(unit, row)
        | {name: row[name] for name in kept}
        | {
            "why": [unit.say(words) for words in why(unit, row)],
            "may_name_persons": scope.covers(unit.actor, reach, customer),
        }
    )


def why(unit: Unit, row: dict[str, Any]) -> list[Words]:
    """Which figure decided: class (D30), activity and alert (D31), satisfaction (R390), the next word (D30)."""
    at = of_station(unit, row["station_id"])
    said = []
    if row["class_set_on"]:
        words = Words(
            "类别由人工设定（{on}），到期后按月评定", "The class was set by hand on {on}; counted monthly after that"
        )
        said.append(words.format(on=row["class_set_on"]))
    elif row["counted_on"]:
        words = Words(
            "{cls} 类：近 12 个月 {yuan} 元、{devices} 台设备（A 类 {a} 元或 {ad} 台，B 类 {b} 元或 {bd} 台）",
            "Class {cls}: CNY {yuan} and {devices} devices in 12 months (A from CNY {a} or {ad} devices, B from CNY {b} or {bd})",
        )  # fmt: skip
        said.append(
            words.format(
                cls=row["customer_class"], yuan=f"{row['revenue_fen'] / 100:,.2f}", devices=row["devices"],
                a=f"{at.a_yuan:,}", ad=at.a_devices, b=f"{at.b_yuan:,}", bd=at.b_devices,
            )
        )  # fmt: skip
    if row["counted_on"]:
        said.append(_activity(row))
    if row["alert"] == "late":
        words = Words(
            "通常 {n} 天一次业务，已超过 {x:g} 倍", "Usually every {n} days; it is more than {x:g} times that"
        )
        said.append(words.format(n=row["usual_days"], x=at.late_cycle))
    elif row["alert"] == "less":
        words = Words(
            "近 12 个月比往年平均低 {n}% 以上", "In 12 months over {n}% below the average of the years before"
        )
        said.append(words.format(n=round(at.less_share * 100)))
    days = days_between(unit, row["station_id"], row["customer_class"])
    if days:
        words = Words("{cls} 类客户每 {n} 天联系一次", "Class {cls} is spoken with every {n} days")
        said.append(words.format(cls=row["customer_class"], n=days))
    return said


def _activity(row: dict[str, Any]) -> Words:
    if row["last_job_on"]:
        words = Words("{state}：最近一次业务 {on}", "{state}: last business on {on}")
        return words.format(state=_capital(ACTIVITIES[row["activity"]]), on=row["last_job_on"])
    words = Words("{state}：还没有业务", "{state}: no business yet")
    return words.format(state=_capital(ACTIVITIES[row["activity"]]))


def _capital(words: Words) -> Words:
    return Words(words.zh, words.en.capitalize())


def _person(row: dict[str, Any], which: str) -> dict[str, str] | None:
    id = row[f"{which}_person_id"]
    return id and {"id": id, "name": row[f"{which}_name"]}


def _day(on: date) -> date | None:
    return None if on.year >= NEVER else on
