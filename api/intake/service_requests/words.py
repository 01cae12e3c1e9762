"""The words of a case: what the codes of its fields are called on screens and in the rail of four steps."""

from api.customers.entitlements.texts import HEADLINES
from api.kit.words import Words

GROUPS = {
    "hardware_repair": Words("硬件维修", "Hardware repair"),
    "consultation": Words("咨询", "Consultation"),
    "paid_service": Words("有偿服务", "Paid service"),
}
"""The three groups of service that the office sells (R3)."""
FAULTS = {"hardware": Words("硬件", "Hardware"), "software": Words("软件或使用", "Software or use")}
MODES = {"on_site": Words("上门", "On site"), "carry_in": Words("送修", "Carry-in")}
WAYS = {
    "call": Words("在电话里", "by telephone"),
    "message": Words("用短信或微信", "by message"),
    "counter": Words("当面", "at the counter"),
    "signature": Words("签字", "by signature"),
}
"""How a customer consents to a quotation (R50)."""
CODES = HEADLINES | {"consultation": Words("电话答复", "Answer by telephone")}
"""What a judgement found (R47)."""
VERDICTS = {"satisfied": Words("客户满意", "the customer is satisfied"), "waived": Words("免回访", "without a call")}
"""With what the fourth step ended (R9)."""
STEPS = (
    Words("问明需求", "Understand the need"),
    Words("选定方式", "Choose the way"),
    Words("动手解决", "Do the work"),
    Words("回访改进", "Check and improve"),
)
"""The four steps of service, in order (R9)."""
