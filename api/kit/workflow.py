"""A lifecycle is a table of steps; `fire` is the only door to `status`, and screens draw their buttons from `offered`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from api.kit.problems import Forbidden, TransitionRefused
from api.kit.unit import Row, Unit
from api.kit.words import Words, speak

Guard = Callable[[Unit, Row], Words | None]
Allowed = Callable[[Unit, str, Row], bool]


def always(unit: Unit, subject: Row) -> Words | None:
    """The guard of a step that only depends on the state."""
    return None


@dataclass(frozen=True, slots=True)
class Step:
    """One action: from which states, to which, who may, and what else must hold (a reason to refuse, or None)."""

    action: str
    label: Words
    sources: frozenset[str]
    target: str | None
    """State afterwards; None stays."""
    permission: str
    command: type[BaseModel]
    guard: Guard = always
    roles: frozenset[str] = frozenset()
    """Narrows the permission to these roles (R28); empty: every role that holds it."""
    key: bool = False
    """Whether `Idempotency-Key` is required."""
    match: bool = False
    """Whether `If-Match` is required: the step starts from what its caller saw, such as a place on the board."""
    offer: bool = True
    """Whether screens draw it; a step that only machines fire is not offered."""


class Nothing(BaseModel):
    """What a step asks for that nobody takes by hand."""


def by_machine(permission: str, action: str, zh: str, en: str, sources: Iterable[str], target: str) -> Step:
    """A step that only jobs and reactions fire, in the system's own name; no screen offers it and no path leads to it."""
    return Step(
        action, Words(zh, en), frozenset(sources), target, permission, Nothing, roles=frozenset({"system"}), offer=False
    )


_states: dict[str, dict[str, Words]] = {}


def states_of(kind: str) -> dict[str, Words]:
    """What the states of a resource are called, if it has a workflow."""
    return _states.get(kind, {})


class Workflow:
    """The steps of one resource in the order in which screens offer them."""

    def __init__(self, kind: str, states: dict[str, Words], steps: Iterable[Step]) -> None:
        self.kind = kind
        _states.setdefault(kind, states)
        self.states = states
        self.steps = {step.action: step for step in steps}
        for step in self.steps.values():
            unknown = (step.sources | {step.target or next(iter(states))}) - states.keys()
            if unknown:
                raise ValueError(f"{kind}.{step.action} names unknown states {sorted(unknown)}")
        self._needs = {action: _needs(step.command) for action, step in self.steps.items()}

    def label(self, status: str, locale: str) -> str:
        """The state in the reader's words."""
        return self.states[status].into(locale)

    def refusal(self, unit: Unit, step: Step, subject: Row) -> Words | None:
        """Why the step is not possible now, or None."""
        if subject.status not in step.sources:
            return Words("“{state}”时不能{action}", "Cannot {action} while {state}").format(
                state=self.states[subject.status], action=Words(step.label.zh, step.label.en.lower())
            )
        return step.guard(unit, subject)

    def permits(self, unit: Unit, step: Step, subject: Row) -> bool:
        """Whether this caller may take the step on this very row, whatever its state."""
        return unit.actor.may(step.permission, subject, step.roles)

    def offered(self, unit: Unit, subject: Row, base: str) -> list[dict[str, Any]]:
        """What the caller may do now, as the contract shows it; `base` is the resource's path."""
        return [
            {
                "action": action,
                "label": step.label.into(unit.locale),
                "method": "POST",
                "href": f"{base}/{subject.id}/{action}",
                "needs": self.needs(unit, action),
            }
            for action, step in self.steps.items()
            if step.offer
            and subject.status in step.sources
            and self.permits(unit, step, subject)
            and step.guard(unit, subject) is None
        ]

    def needs(self, unit: Unit, action: str) -> list[dict[str, Any]]:
        """What a step asks, in the reader's words."""
        return [
            need | {"label": speak(need["label"], unit.locale), "options": _options(need, unit.locale)}
            for need in self._needs[action]
        ]

    def fire(self, unit: Unit, action: str, subject: Row, base: str = "") -> dict[str, str]:
        """Check the step and give the change it makes, for `log.append(unit, subject, fact, **changes)`.

        :raises Forbidden: the caller may never take this step on this row.
        :raises TransitionRefused: not now; carries what is offered instead.
        """
        step = self.steps[action]
        if not self.permits(unit, step, subject):
            raise Forbidden(
                Words("您的岗位没有“{label}”的权限", "Your role may not {label}").format(
                    label=Words(step.label.zh, step.label.en.lower())
                ),
                permission=str(step.permission),
            )
        if reason := self.refusal(unit, step, subject):
            raise TransitionRefused(reason, offered=self.offered(unit, subject, base or f"/api/v1/{self.kind}"))
        return {"status": step.target or subject.status}


def _options(need: dict[str, Any], locale: str) -> list[dict[str, str]] | None:
    return need["options"] and [{"value": v, "label": speak(w, locale)} for v, w in need["options"].items()]


def _needs(command: type[BaseModel]) -> list[dict[str, Any]]:
    """The questions of an action, from the fields that were made with `text.ask`."""
    needs = []
    for name, field in command.model_fields.items():
        extra = getattr(field.json_schema_extra, "extra", None)
        if not extra:
            continue
        longest = next((m.max_length for m in field.metadata if getattr(m, "max_length", None)), None)
        question = extra["ask"]
        needs.append(
            {
                "name": name,
                "type": question["kind"],
                "label": question["label"],
                "required": field.is_required(),
                "options": question["options"],
                "max": longest,
            }
        )
    return needs
