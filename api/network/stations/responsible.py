"""Which station answers for an address: none is left without one (R2)."""

from __future__ import annotations

import re

from api.kit.problems import Problem
from api.kit.unit import Row, Unit
from api.kit.words import Words
from api.network.stations import queries

_PROVINCE = re.compile(r".{1,10}?(?:特别行政区|自治区|省|市)")


class NoStation(Problem):
    slug, status = "no-station", 409
    title = Words("还没有服务中心，地址无法归属", "There is no service centre yet, so the address belongs to nobody")


def responsible(unit: Unit, address: str) -> Row:
    """The station row that answers for the address (R2); see `find` for the reason.

    :raises NoStation: the network has no centre.
    """
    return find(unit, address)[0]


def find(unit: Unit, address: str) -> tuple[Row, Words]:
    """The responsible station and why: the longest district it is written under, else the region, else the centre.

    :raises NoStation: the network has no centre.
    """
    written = normal(address)
    districts = queries.districts_in(unit, _prefixes(written))
    for found in sorted(districts, key=lambda found: -written.find(found["prefix"]) - len(found["prefix"])):
        if found["active"]:
            why = Words("“{prefix}”由{name}负责", "{name} answers for {prefix}")
            return queries.known(unit, found["station_id"]), why.format(prefix=found["prefix"], name=found["name"])
        if parent := found["parent_id"] and queries.active(unit, found["parent_id"]):
            why = Words(
                "“{prefix}”的站已停用，由上级{name}负责", "The station for {prefix} is closed; {name} above it answers"
            )
            return parent, why.format(prefix=found["prefix"], name=parent.name)
    province = _PROVINCE.match(written)
    if province and (region := queries.region_around(unit, province.group())):
        why = Words(
            "没有站专管这个地址，由所在区域的{name}负责", "No station is named for it; {name} answers for the region"
        )
        return region, why.format(name=region.name)
    centre = queries.centre(unit)
    if centre is None:
        raise NoStation
    why = Words("没有区域管这个地址，由{name}负责", "No region covers it; {name} answers")
    return centre, why.format(name=centre.name)


def normal(address: str) -> str:
    """As districts are written: no blanks, no country before it."""
    return re.sub(r"\s+", "", address).removeprefix("中华人民共和国").removeprefix("中国")


def _prefixes(written: str) -> list[str]:
    """Every beginning of the address, with and without its province, up to the longest district name."""
    starts = {0}
    if province := _PROVINCE.match(written):
        starts.add(province.end())
    return sorted(
        {written[start:end] for start in starts for end in range(start + 2, min(len(written), start + 60) + 1)}
    )
