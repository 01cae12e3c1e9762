"""What an entitlement says, in words that a customer could hear (R47); Chinese and English side by side."""

from __future__ import annotations

from datetime import date

from api.kit.words import Words

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip

EXCLUSIONS: dict[str, Words] = {
    "misuse": Words("使用不当或人为损坏", "misuse or man-made damage"),
    "opened_by_others": Words("他人拆机或改动", "opened or altered by others"),
    "seal_or_serial": Words("封条破损或序列号无法辨认", "a broken seal or an unreadable serial"),
    "foreign_parts": Words("使用了非原厂配件", "foreign parts"),
    "liquid_or_power": Words("进液或电源故障造成的损坏", "damage by liquid or by the power supply"),
    "force_majeure": Words("不可抗力", "force majeure"),
    "consumables": Words("耗材和易损件", "consumables and wear parts"),
    "no_proof": Words(
        "没有购买凭证，且已超过按出厂日期计算的保修期", "no proof of purchase beyond the factory-date rule"
    ),
}
"""The list of D3, from which the reason is chosen and shown to the customer."""

BASES: dict[str, Words] = {
    "accepted": Words("验收日", "the day of acceptance"),
    "invoice": Words("发票日", "the day of the invoice"),
    "factory_plus_90": Words("出厂日期加规定天数", "the factory date plus the days allowed"),
}


def day(value: date) -> Words:
    """2026年6月1日 / 1 June 2026."""
    return Words(f"{value.year}年{value.month}月{value.day}日", f"{value.day} {_MONTHS[value.month - 1]} {value.year}")


WARRANTY = Words("保修从{start}（{basis}）起，到{end}止", "Warranty from {start} ({basis}) to {end}")
NO_WARRANTY = Words("这个型号没有保修期", "This model has no warranty")
ON_SITE = Words("上门服务期到{end}", "On-site period to {end}")
NO_ON_SITE = Words("没有上门服务期", "No on-site period")
CONTRACT = Words("服务协议 {number} 到{end}，包含{covers}", "Service agreement {number} to {end} covers {covers}")
REPAIRED = Words(
    "{done}修过（{number}），同一故障免费到{end}", "Repaired on {done} ({number}); the same fault is free until {end}"
)
EXCLUDED = Words("不在保修之内：{reason}", "Not covered: {reason}")
PAST_ON_SITE = Words(
    "上门期已过：送修免费；要求上门时配件和人工免费，收上门费",
    "Past the on-site period: carry-in is free; a visit is free of parts and labour, the call-out is charged",
)
NO_DATES = Words("没有验收日期、发票日期或出厂日期", "Neither acceptance nor invoice nor factory date is known")
UNKNOWN = Words("序列号没有登记", "The serial is not registered")
PAID_SERVICE = Words(
    "判为有偿服务，设备在保修期内也收费", "Judged as paid service: charged, though the device is covered"
)
AGREED = Words("客户{by}已同意，最多 {yuan} 元。", "{by} agreed to up to CNY {yuan}.")
OUTSIDE_AREA = Words("地点在服务区外，上门时限另计", "The site lies outside the service area; the visit takes longer")

COVERS = {
    "on_site": Words("上门", "the visit"),
    "labour": Words("人工", "labour"),
    "parts": Words("配件", "parts"),
    "nothing": Words("优惠服务", "preferential service"),
}


def listing(items: list[Words]) -> Words:
    """上门、人工 / the visit and labour."""
    english = [item.en for item in items]
    return Words(
        "、".join(item.zh for item in items),
        " and ".join(([", ".join(english[:-1])] if english[:-1] else []) + english[-1:]),
    )


HEADLINES: dict[str, Words] = {
    "in_warranty_on_site": Words("保修期内，免费上门维修", "Under warranty: free repair on site"),
    "in_warranty_carry_in": Words("保修期内，送修免费", "Under warranty: free carry-in repair"),
    "call_out_charged": Words("保修有效，上门收上门费", "Covered, but the call-out is charged"),
    "contract": Words("服务协议有效", "Covered by the service agreement"),
    "contract_part": Words("服务协议只包一部分，其余收费", "The service agreement covers a part, the rest is charged"),
    "repair_warranty": Words("返修免费", "Free: returned repair"),
    "out_of_warranty": Words("已过保修期，维修收费", "Out of warranty: repair is charged"),
    "excluded": Words("不在保修范围，维修收费", "Not covered by the warranty: repair is charged"),
    "unknown_serial": Words("没有查到这台设备", "This device is not on file"),
    "no_proof": Words("保修期无法确定", "The warranty cannot be determined"),
    "paid_service": Words("有偿服务，按报价收费", "Paid service: charged as quoted"),
}

EXPLANATIONS: dict[str, Words] = {
    "in_warranty_on_site": Words(
        "您的设备保修到{warranty}，上门服务期到{on_site}，这次工程师上门维修不收费。",
        "Your device is under warranty until {warranty} and in its on-site period until {on_site}: "
        "an engineer comes free of charge.",
    ),
    "in_warranty_carry_in": Words(
        "您的设备保修到{warranty}，送到服务站维修不收费。",
        "Your device is under warranty until {warranty}: repair at our service station is free of charge.",
    ),
    "call_out_charged": Words(
        "您的设备仍可免费维修，配件和人工不收费；但上门服务期已过，上门要收上门费，须您先同意。送到服务站则全部免费。",
        "Parts and labour are free for your device, but its on-site period is over: a visit costs a call-out fee, "
        "which needs your consent. Bring it to our service station and everything is free.",
    ),
    "contract": Words(
        "您的服务协议 {number} 到{end}有效，包含{covers}，这次服务按协议办理。",
        "Your service agreement {number} is valid until {end} and covers {covers}: this service follows it.",
    ),
    "contract_part": Words(
        "您的服务协议 {number} 到{end}有效，只包含{covers}，其余部分收费，先报价，您同意后才维修。",
        "Your service agreement {number} is valid until {end} and covers only {covers}. The rest is charged: "
        "we quote first and repair after you agree.",
    ),
    "repair_warranty": Words(
        "您的设备{done}修过，同一故障到{end}免费返修，这次不收费。",
        "Your device was repaired on {done}; the same fault is mended free until {end}, so nothing is charged.",
    ),
    "out_of_warranty": Words(
        "您的设备保修到{warranty}，已经过期，这次维修收费。我们先报价，您同意后才维修。",
        "The warranty of your device ended on {warranty}, so this repair is charged. We quote first and repair after "
        "you agree.",
    ),
    "never_covered": Words(
        "您的设备没有保修期，这次维修收费。我们先报价，您同意后才维修。",
        "Your device has no warranty period, so this repair is charged. We quote first and repair after you agree.",
    ),
    "excluded": Words(
        "这次的故障属于“{reason}”，不在保修范围内，维修收费。我们先报价，您同意后才维修。",
        "This fault comes under “{reason}”, which the warranty does not cover, so the repair is charged. We quote "
        "first and repair after you agree.",
    ),
    "unknown_serial": Words(
        "我们没有查到这个序列号，请核对铭牌，或提供购买凭证，以便确定是否保修。",
        "We do not find this serial. Please check the type plate or show a proof of purchase, so that we can tell "
        "whether it is covered.",
    ),
    "no_proof": Words(
        "我们没有这台设备的验收、发票或出厂日期，请提供购买凭证，以便确定是否保修。",
        "We have no acceptance, invoice or factory date of this device. Please show a proof of purchase, so that we "
        "can tell whether it is covered.",
    ),
    "paid_service": Words(
        "设备本身：{device}。这次要做的是有偿服务，由{who}判定，不按保修办理：先报价，您同意后才做。",
        "The device itself: {device}. What is asked for now is paid service, as {who} judged, and does not come under "
        "it: we quote first and begin after you agree.",
    ),
}
