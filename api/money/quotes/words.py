"""The words of quotes: states, why somebody else has to agree, how a customer consents."""

from api.intake.service_requests.words import WAYS
from api.kit.words import Words

STATES = {
    "draft": Words("草稿", "Draft"),
    "awaiting_approval": Words("待批", "Awaiting approval"),
    "offered": Words("已报", "Offered"),
    "consented": Words("已同意", "Consented"),
    "declined": Words("已谢绝", "Declined"),
    "expired": Words("已过期", "Expired"),
    "superseded": Words("已换新版", "Superseded"),
    "void": Words("已作废", "Void"),
}
REASONS = {
    "discount": Words("折扣 {share}%，超出您可给的 {limit}%", "Discount of {share}%, beyond your {limit}%"),
    "below_former": Words("低于这位客户上次的价格", "Below what this customer paid before"),
    "free_line": Words("有价目表以外的价格", "A price that stands in no list"),
}
"""Why another has to approve: D21, R158, R155."""
__all__ = ["REASONS", "STATES", "WAYS"]
