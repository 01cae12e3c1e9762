"""People of the network and their skills; their posts are `access.model.Post`."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class Employee(SQLModel, table=True):
    """A person on the staff. `resource_no` is what a booking is for."""

    __tablename__ = "employee"
    __table_args__ = ({"info": {"station": "station_id", "own": ("id",)}},)
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    number: str = c.text(20, unique=True)
    name: str = c.text(80)
    name_key: str = c.text(160)
    phone: str | None = c.text(20, null=True, of="personal")
    station_id: str = c.ref("station.id")
    resource_id: str = c.ref("bookable.id")
    active: bool = c.flag()


class Skill(SQLModel, table=True):
    """What an engineer can be able to do, such as repairing one family of products."""

    __tablename__ = "skill"
    id: str = c.key()
    code: str = c.text(30, unique=True)
    name: str = c.text(60)
    name_en: str = c.text(60)


class EmployeeSkill(SQLModel, table=True):
    """How well an employee masters a skill: 1 beginner, 2 middle, 3 senior."""

    __tablename__ = "employee_skill"
    __table_args__ = (
        UniqueConstraint("employee_id", "skill_id"),
        CheckConstraint("level BETWEEN 1 AND 3", name="level"),
    )
    id: str = c.key()
    employee_id: str = c.ref("employee.id")
    skill_id: str = c.ref("skill.id")
    level: int = c.integer()
