"""The documented shape of `offered`, which `workflow.Workflow.offered` makes."""

from __future__ import annotations

from typing import Literal

from api.kit.text import Answer


class Option(Answer):
    value: str
    label: str


class Need(Answer):
    """One question that an action asks."""

    name: str
    type: Literal[
        "text",
        "textarea",
        "choice",
        "datetime",
        "minutes",
        "boolean",
        "integer",
        "money",
        "signature",
        "employee",
        "engineer",
        "part",
        "answers",
        "phone",
    ]
    label: str
    required: bool
    options: list[Option] | None
    max: int | None


class Offer(Answer):
    """An action that the caller may take now; screens draw their buttons from these alone."""

    action: str
    label: str
    method: Literal["POST"]
    href: str
    needs: list[Need]
