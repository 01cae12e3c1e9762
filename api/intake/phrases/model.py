"""What is said at the telephone and the counter, and what is not."""

from datetime import datetime

from sqlalchemy import CheckConstraint, Index
from sqlmodel import SQLModel

from api.kit import columns as c


class Phrase(SQLModel, table=True):
    """A phrase of politeness (R261) or one that is forbidden (R44, R262), for a moment of the talk; `instead` says better.

    Without a station it is the network's. Taken out of use it stays, because it stood before people's eyes.
    """

    __tablename__ = "phrase"
    __table_args__ = (
        CheckConstraint("kind IN ('polite', 'forbidden')", name="kind"),
        Index("ix_phrase_order", "position", "id"),
        {"info": {"station": "station_id"}},
    )
    id: str = c.key()
    version: int = c.version()
    created_at: datetime = c.when(null=False)
    station_id: str | None = c.ref("station.id", null=True)
    key: str | None = c.text(40, null=True, unique=True)
    """Of one that comes with the program."""
    kind: str = c.text(10)
    moment: str = c.text(12)
    words_zh: str = c.text(200)
    words_en: str = c.text(300)
    instead_zh: str | None = c.text(200, null=True)
    instead_en: str | None = c.text(300, null=True)
    rule: str | None = c.text(12, null=True)
    position: int = c.integer()
    active: bool = c.flag()
