"""How other resources name an employee in a few words."""

from __future__ import annotations

from api.kit.text import Answer


class EmployeeRef(Answer):
    """An employee named in another resource."""

    id: str
    name: str
