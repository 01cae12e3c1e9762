"""One row per case that says how much was consented to and how much was billed: the second never passes the first."""

from sqlalchemy import CheckConstraint
from sqlmodel import SQLModel

from api.kit import columns as c


class CaseAccount(SQLModel, table=True):
    """Kept by triggers alone: consents move `consented_fen`, settlement bills move `billed_fen`, whoever writes them.

    So a bill above the ceiling that the customer consented to is impossible by constraint (R154, R177).
    """

    __tablename__ = "case_account"
    __table_args__ = (
        CheckConstraint("billed_fen <= consented_fen", name="billed_within_consent"),
        CheckConstraint("consented_fen >= 0 AND billed_fen >= 0", name="not_negative"),
        {"info": {"station": "station_id"}},
    )
    case_id: str = c.ref("service_request.id", index=False, primary_key=True)
    station_id: str = c.ref("station.id")
    consented_fen: int = c.fen()
    billed_fen: int = c.fen()
