"""The chapters under which the network's papers stand, as the handbook's list of forms names them."""

from api.kit.words import Words

CHAPTERS = {
    "hotline": Words("热线", "Hotline"),
    "on_site": Words("上门服务", "On-site service"),
    "reception": Words("接待", "Reception"),
    "workshop": Words("维修车间", "Workshop"),
    "workshop_supervisor": Words("车间主管", "Workshop supervisor"),
    "service_adviser": Words("服务顾问", "Service adviser"),
    "parts": Words("备件", "Parts"),
    "parts_supervisor": Words("备件主管", "Parts supervisor"),
    "follow_up": Words("电话回访", "Follow-up"),
    "customer_service": Words("客户服务", "Customer service"),
    "complaints": Words("投诉", "Complaints"),
    "duty": Words("值班与现场", "Duty and premises"),
    "conduct": Words("行为规范", "Conduct"),
    "training": Words("培训", "Training"),
    "meetings": Words("会议", "Meetings"),
    "manual": Words("手册", "Manual"),
    "hr_admin": Words("人事行政", "Staff and office"),
    "business": Words("业务", "Business"),
    "service_manager": Words("服务经理", "Service manager"),
    "technology_equipment": Words("技术与设备", "Technology and equipment"),
    "finance": Words("财务", "Finance"),
    "other": Words("其他", "Other"),
}
"""D49: whatever fits nowhere else stands under `other`."""
