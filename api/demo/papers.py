"""Checklists of the demo: filled in by the people whose they are, most of them passed, a few not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from api.access.actor import Actor
from api.demo.player import Player
from api.forms.design.layout import CheckField
from api.forms.entries import schemas, service
from api.forms.templates import queries as templates
from api.network.calendars.holidays import seed_calendar

FINDINGS = {
    "parts": "泵管只剩一根，回站补领",
    "desk": "隔夜茶杯没收",
    "forms": "客户咨询记录表用完，已去领",
    "cleared": "废试剂桶留给客户代管，已标识",
}


def fill_in(
    player: Player, who: Actor, at: datetime, key: str, subject: str, id: str, *, fails: str | None = None,
    complete: bool = True,
) -> None:  # fmt: skip
    """One form about one record, begun and completed a few minutes later; one item may not pass."""
    with player.unit(who, at) as unit:
        template = templates.by_key(unit, key)
        assert template is not None
        version = templates.any_version(unit, template.published_id)
        checks = [field for field in templates.layout_of(version).fields() if isinstance(field, CheckField)]
        data: dict[str, Any] = {field.key: {"result": "pass"} for field in checks[: None if complete else 3]}
        if fails:
            data[fails] = {"result": "fail", "note": FINDINGS[fails]}
        command = schemas.EntryOpen(template_id=template.id, subject=subject, subject_id=id, data=data)
        entry = service.open_entry(unit, command)
    if complete:
        player.act(who, at + timedelta(minutes=3), service.complete, entry["id"], schemas.Complete())


def before_shifts(player: Player, home: str, now: datetime) -> None:
    """The agents of the home station on the last working mornings (R38)."""
    week, day = seed_calendar(), now - timedelta(days=5)
    mornings = sorted({week.next_opening(day + timedelta(days=n)) for n in range(5)})
    for number, at in enumerate(one for one in mornings if one < now - timedelta(hours=1)):
        for index in range(2):
            who = player.one("HL", home, index)
            fails = {0: "desk", 3: "forms"}.get(number * 2 + index)
            assert who.employee_id
            fill_in(
                player,
                who,
                at - timedelta(minutes=12 - index * 3),
                "before_shift",
                "employee",
                who.employee_id,
                fails=fails,
            )
