"""What held commands are called."""

from api.kit.words import Words

STATES = {
    "waiting": Words("等前一条", "Waiting for the one before"), "held": Words("待决定", "To be decided"),
    "applied": Words("已记入", "Applied"), "set_aside": Words("已搁置", "Set aside"),
}  # fmt: skip
REASONS = {
    "predecessor": Words("同一单的前一条还没到", "The command before it about the job has not come"),
    "overtaken": Words("后面做的已经记入，这条来晚了", "What was done after it was applied already"),
    "lost_job": Words("这单已经不在他名下", "The job is not his any more"),
    "refused": Words("现在记不进去", "It cannot be applied now"),
    "revoked": Words("手机已停用或要求清除", "The phone was revoked or is to be wiped"),
}
ACTS = {
    "payments": Words("收款", "Collect"), "quotes": Words("报价", "Quote"), "entries": Words("填表", "Fill in a form"),
    "assets": Words("改设备档案", "Edit the device's file"), "settlement-bills": Words("开结算单", "Make out the bill"),
    "cash-handovers": Words("交款", "Hand the money in"), "invoices": Words("发票", "Invoice"),
    "stock-movements": Words("备件出入库", "Move parts"), "attachments": Words("附件", "Attachment"),
}  # fmt: skip
"""By the first word of the path, where the step itself is not one of an order."""
OTHER = Words("手机上的操作", "A command of the phone")
