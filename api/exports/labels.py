"""What the lists are called, as in the navigation of the desk."""

from __future__ import annotations

from api.kit.words import Words

LABELS: dict[str, Words] = {
    path: Words(zh, en)
    for path, zh, en in (
        ("/accounts", "账号", "Accounts"),
        ("/api-clients", "对接系统", "API clients"),
        ("/appointments", "预约", "Appointments"),
        ("/assets", "设备", "Devices"),
        ("/attendance", "考勤", "Attendance"),
        ("/bookable-resources", "车辆和工位", "Vehicles and benches"),
        ("/bookings", "安排", "Bookings"),
        ("/calendars", "日历", "Calendars"),
        ("/call-legs", "响铃的来电", "Calls that ring"),
        ("/calls", "来电", "Calls"),
        ("/care-messages", "关怀消息", "Care messages"),
        ("/cash-days", "日结", "Days of cash"),
        ("/cash-handovers", "交款", "Cash handed over"),
        ("/conflicts", "要决定的修改", "Conflicts"),
        ("/consultations", "咨询与回复", "Consultations"),
        ("/contracts", "服务协议", "Agreements"),
        ("/customer-contacts", "客户联系记录", "Contact log"),
        ("/customer-relations", "客户关系", "Customer relations"),
        ("/customer-reminders", "客户提醒", "Reminders"),
        ("/customers", "客户", "Customers"),
        ("/devices", "手机", "Phones"),
        ("/dispatch/unassigned", "待派", "Unassigned"),
        ("/documents", "单据", "Papers"),
        ("/employees", "员工", "Employees"),
        ("/entries", "表单记录", "Forms filled in"),
        ("/exports", "导出", "Exports"),
        ("/extensions", "分机", "Extensions"),
        ("/follow-ups", "回访", "Follow-ups"),
        ("/held-commands", "待处理的手机记录", "Held commands"),
        ("/imports", "导入", "Imports"),
        ("/invoices", "发票", "Invoices"),
        ("/key-accounts", "大客户档案", "Key accounts"),
        ("/knowledge-articles", "知识库", "Knowledge"),
        ("/leave-requests", "请假", "Leave"),
        ("/message-consents", "接收同意", "Consents"),
        ("/parts", "备件目录", "Parts"),
        ("/payments", "收款", "Payments"),
        ("/phrases", "规范用语", "Phrases"),
        ("/presences", "在线状态", "Presence"),
        ("/price-lists", "价目表", "Price lists"),
        ("/price-lists/prices", "价目", "Prices"),
        ("/products", "产品", "Products"),
        ("/quotes", "报价单", "Quotes"),
        ("/receivables", "应收款", "Receivables"),
        ("/refunds", "退款", "Refunds"),
        ("/service-requests", "需求队列", "Cases"),
        ("/settlement-bills", "结算单", "Bills"),
        ("/shift-swaps", "换班", "Swaps"),
        ("/shifts", "排班", "Shifts"),
        ("/stations", "服务站", "Stations"),
        ("/stock", "库存", "Stock"),
        ("/stock-counts", "盘点", "Stock-takes"),
        ("/stock-exceptions", "库存差错", "Stock exceptions"),
        ("/stock-movements", "出入库", "Movements"),
        ("/stock-places", "库位", "Places"),
        ("/stock-reservations", "备件预留", "Reservations"),
        ("/stock-transfers", "调拨", "Transfers"),
        ("/telephony-exchanges", "电话交换机", "Exchanges"),
        ("/templates", "表单样式", "Forms"),
        ("/webhook-deliveries", "推送记录", "Webhook deliveries"),
        ("/webhooks", "推送地址", "Webhooks"),
        ("/work-orders", "上门工单", "On-site orders"),
    )
}


def label(path: str) -> Words:
    """What the list at this path is called; a list that nobody has named goes by its path."""
    return LABELS.get(path) or Words(path.strip("/"), path.strip("/"))
