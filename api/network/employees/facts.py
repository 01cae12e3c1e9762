"""What happens to people on the staff."""

from dataclasses import dataclass
from datetime import date

from api.access.policy import ROLE_LABELS
from api.events.facts import Fact
from api.kit.words import Words

_ROLES = {"role": {str(role): label for role, label in ROLE_LABELS.items()}}


@dataclass(frozen=True, slots=True)
class EmployeeTakenOn(Fact):
    """Somebody joined the staff."""

    type = "employee.taken_on"
    sentence = Words("入职，工号 {number}", "Joined the staff, number {number}")
    number: str


@dataclass(frozen=True, slots=True)
class EmployeeChanged(Fact):
    """What stands about the person was changed; `fields` names what."""

    type = "employee.changed"
    sentence = Words("修改了员工资料", "The employee's data changed")
    fields: list[str]


@dataclass(frozen=True, slots=True)
class EmployeePosted(Fact):
    """He holds a role at a station from a day on; rights come from this alone."""

    type = "employee.posted"
    sentence = Words("自 {starts_on} 起任{role}", "{role} from {starts_on}")
    spoken = _ROLES
    post_id: str
    role: str
    at_station_id: str
    starts_on: date
    ends_on: date | None


@dataclass(frozen=True, slots=True)
class PostEnded(Fact):
    """A role ends with a day."""

    type = "employee.post_ended"
    sentence = Words("{role}任至 {ends_on}", "No longer {role} after {ends_on}")
    spoken = _ROLES
    post_id: str
    role: str
    at_station_id: str
    ends_on: date
