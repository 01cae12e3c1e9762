"""The names of the papers and of their copies, as the handbook calls them."""

from api.kit.words import Words

KINDS = {
    "on_site_dispatch_order": Words("上门派工单", "On-site dispatch order"),
    "repair_work_order": Words("维修工单", "Repair work order"),
    "customer_consultation_record": Words("客户咨询记录表", "Customer consultation record"),
    "service_quotation": Words("报价单", "Service quotation"),
    "settlement_bill": Words("结算单", "Settlement bill"),
    "cash_handover_slip": Words("交款单", "Cash handover slip"),
    "material_issue_slip": Words("发料单", "Material issue slip"),
}
"""By the ids of the handbook's list of forms."""
COPIES = {"house": Words("留存联", "House copy"), "customer": Words("客户联", "Customer's copy")}
YES, NO = Words("是", "Yes"), Words("否", "No")
FREE, PAID = Words("免费", "Free of charge"), Words("收费", "To be paid")
PASSED, FAILED = Words("合格", "Passed"), Words("不合格", "Failed")
INSTRUCTED = Words("已向您讲解使用注意事项", "You were told how to use it")
INVOICE = Words("带发票上门", "Take the invoice along")
"""On a paid visit (R156)."""
TAKEN, LEFT = Words("收回", "Taken back"), Words("留给客户", "Left with the customer")
"""The old part."""
REFUSED = Words("客户没有签字：{reason}", "Not signed: {reason}")
AGAIN = Words("重印 · 第 {nth} 次打印", "Reprint · printing {nth}")
PRINTED = Words("{name} {at} 打印", "Printed by {name} {at}")
PREVIEWED = Words("预览，不是正式单据", "Preview, not a paper of record")
CHECK = Words("校验码 {code}", "Check {code}")
CALLED = Words("打印{kind} {number}", "Printed the {kind} {number}")
"""The reason with which a number on a paper counts as shown (T31)."""
