"""Who is calling, and how far each of his permissions reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from api.access import scope
from api.access.policy import RIGHTS, Role
from api.kit.unit import Row


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a permission holds: everywhere, at some stations, on what is the caller's own; several may be true."""

    everywhere: bool = False
    stations: frozenset[str] = frozenset()
    own: bool = False

    def __or__(self, other: Reach) -> Reach:
        return Reach(self.everywhere or other.everywhere, self.stations | other.stations, self.own or other.own)


@dataclass(frozen=True, slots=True)
class Grant:
    """A role held at a station today, with the stations that count as its region."""

    role: Role
    station_id: str | None
    region: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms an integration may come at all: from these networks (None: anywhere), so often a minute."""

    addresses: tuple[str, ...] | None
    per_minute: int


@dataclass(frozen=True)
class Actor:
    """A person, an integration client, or the system itself (`SYSTEM`), which may do everything."""

    id: str
    kind: str
    name: str
    employee_id: str | None = None
    grants: tuple[Grant, ...] = ()
    locale: str = "zh-CN"
    session_id: str | None = None
    scopes: frozenset[str] | None = None
    """Permissions that an integration client's key grants; None for people."""
    terms: Terms | None = None
    """An integration's; None for people."""
    demo: bool = False
    _reach: Mapping[Role, Mapping[str, Reach]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, *, grants: Iterable[Grant], scopes: frozenset[str] | None = None, **known: object) -> Actor:
        """An actor with the reach of his grants worked out."""
        grants = tuple(grants)
        table: dict[Role, dict[str, Reach]] = {}
        for grant in grants:
            for permission, where in RIGHTS[grant.role].items():
                if scopes is not None and permission not in scopes:
                    continue
                station = frozenset({grant.station_id} if grant.station_id else ())
                reach = Reach(
                    everywhere=where == "all",
                    stations={"station": station, "key": station, "region": grant.region}.get(where, frozenset()),
                    own=where == "own",
                )
                held = table.setdefault(grant.role, {})
                held[permission] = held.get(permission, Reach()) | reach
        return cls(grants=grants, scopes=scopes, _reach=table, **known)  # type: ignore[arg-type]

    @property
    def roles(self) -> frozenset[Role]:
        return frozenset(grant.role for grant in self.grants)

    @property
    def owner_id(self) -> str | None:
        """Under which id things are his own: a person's employee, an integration itself."""
        return self.id if self.kind == "client" else self.employee_id

    def holds(self, permission: str) -> bool:
        """Whether he has the permission anywhere at all."""
        return self.kind == "system" or any(permission in held for held in self._reach.values())

    def reach(self, permission: str, roles: frozenset[str] = frozenset()) -> Reach:
        """How far the permission reaches, over all his roles or only over the named ones."""
        if self.kind == "system":
            return Reach(everywhere=True)
        total = Reach()
        for role, held in self._reach.items():
            if permission in held and (not roles or role in roles):
                total |= held[permission]
        return total

    def may(self, permission: str, row: Row, roles: frozenset[str] = frozenset()) -> bool:
        """Whether he may do this to this very row."""
        return scope.covers(self, self.reach(permission, roles), row)

    def permissions(self) -> list[str]:
        """Every permission he holds, sorted; `GET /me` shows them."""
        return sorted({permission for held in self._reach.values() for permission in held})


SYSTEM = Actor(id="00000000-0000-7000-8000-000000000000", kind="system", name="系统")
"""Clocks, the sequencer, imports and reactions act under this name."""
NOBODY = Actor(id="00000000-0000-7000-8000-000000000001", kind="nobody", name="")
"""The caller of a public endpoint."""
