"""Every limit of the trade that the software carries out, with the seed's figure as its default (house rule 10).

`get(unit, "follow_up.attempts", station_id)` gives the station's own figure, else the network's, else the default.
A limit says in which calendar its time runs: `natural` hours never stop (D8), `working` time is the station's calendar
(D7), `staffed` is the same with lunch open, because the hotline is staffed then (D7): the 30 minutes and 2 hours of D9
are the hotline's and the coordinator's, so they run in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import Any, Literal

from api.kit.problems import Invalid
from api.kit.unit import Unit
from api.kit.words import Words
from api.network.settings import queries

Measure = Literal[
    "seconds", "days", "working_days", "months", "count", "share", "hours", "km", "flag", "megabytes", "yuan"
]  # fmt: skip
Runs = Literal["natural", "working", "staffed"]
Value = int | float | list[list[str]]


@dataclass(frozen=True, slots=True)
class Limit:
    """One figure: `default` and bounds in `unit`; `rule` is the number in the domain rules that it comes from."""

    key: str
    default: Value
    unit: Measure
    rule: str
    label: Words
    minimum: float = 0
    maximum: float = 0
    runs: Runs | None = None
    by_station: bool = True
    """Whether a station may have its own figure."""

    def check(self, value: Any) -> Value:
        """The value as this limit's type.

        :raises Invalid: pointing at `/body/value`.
        """
        if self.unit == "hours":
            return _hours(value)
        if isinstance(value, list) or (self.unit != "share" and not isinstance(value, int)):
            raise _refused("type", Words("要填整数" if self.unit != "share" else "要填数字", "Must be a number"))
        if not self.minimum <= value <= self.maximum:
            words = Words("要在 {low} 到 {high} 之间", "Must lie between {low} and {high}")
            raise _refused("out_of_range", words.format(low=self.minimum, high=self.maximum))
        return float(value) if self.unit == "share" else value


def _refused(code: str, words: Words) -> Invalid:
    return Invalid.field("/body/value", code, words)


def _hours(value: Any) -> Value:
    """Spans of the day, in order and without overlap, such as `[["09:00","12:00"],["14:00","19:00"]]`."""
    wrong = Words(
        '时段要写成 [["09:00","12:00"]]，依次且不重叠', 'Spans such as [["09:00","12:00"]], in order, no overlap'
    )
    try:
        spans = [[time.fromisoformat(edge) for edge in span] for span in value]
        edges = [edge for opens, closes in spans for edge in (opens, closes)]
    except (TypeError, ValueError) as error:
        raise _refused("hours", wrong) from error
    if not edges or edges != sorted(set(edges)) or any(edge.tzinfo or edge.second for edge in edges):
        raise _refused("hours", wrong)
    return [[f"{opens:%H:%M}", f"{closes:%H:%M}"] for opens, closes in spans]


_MINUTE, _HOUR, _DAY = 60, 3600, 86400
LIMITS: dict[str, Limit] = {
    limit.key: limit
    for limit in (
        Limit("appointment.at_once", 2, "count", "R61",
              Words("同一时段最多约几个（到站、电话）", "Appointments at once, at the counter or by telephone"), 1, 50),
        Limit("appointment.grace_seconds", 15 * _MINUTE, "seconds", "D32",
              Words("预约过了多久算迟到", "Grace after the time of an appointment"), 0, 4 * _HOUR, "natural"),
        Limit("appointment.missed_seconds", 30 * _MINUTE, "seconds", "D32",
              Words("预约过了多久算爽约", "Time after which an appointment is missed"), _MINUTE, _DAY, "natural"),
        Limit("appointment.morning_seconds", _HOUR, "seconds", "D32",
              Words("当天开门后多久内再次确认", "Time after opening in which it is reconfirmed on the day"),
              0, 8 * _HOUR, "natural"),
        Limit("appointment.reconfirm_working_days", 1, "working_days", "D32",
              Words("提前几个工作日确认预约", "Working days ahead of an appointment when it is reconfirmed"),
              0, 30, "working"),
        Limit("attendance.coordinator_early_seconds", 20 * _MINUTE, "seconds", "D10",
              Words("协调员提前多久到岗", "How early a coordinator is at his post"), 0, 4 * _HOUR),
        Limit("attendance.early_seconds", 10 * _MINUTE, "seconds", "R37",
              Words("热线提前多久到岗", "How early the hotline is at its post"), 0, 4 * _HOUR),
        Limit("attendance.open_seconds", 2 * _HOUR, "seconds", "R37",
              Words("应到岗前多久可以签到", "How long before that one can check in"), 0, 12 * _HOUR),
        Limit("attendance.other_early_seconds", 0, "seconds", "R37",
              Words("其他岗位提前多久到岗", "How early the other posts are there"), 0, 4 * _HOUR),
        Limit("roster.duty_margin_seconds", 15 * _MINUTE, "seconds", "R282",
              Words("值班早于开门、晚于关门多久", "How long before opening and after closing somebody is on duty"),
              0, 4 * _HOUR),
        Limit("booking.travel_default_seconds", 30 * _MINUTE, "seconds", "D10",
              Words("上门路程时间（估计）", "Travel to a visit, estimated"), 0, 8 * _HOUR),
        Limit("call.answer_seconds", 15, "seconds", "D11",
              Words("来电应在多久内接起", "Time to answer a call"), 1, 300, "natural"),
        Limit("call.longest_seconds", 2 * _HOUR, "seconds", "R39",
              Words("没等到挂机的通话多久后自动结束", "Time after which a call without an end is ended"),
              10 * _MINUTE, _DAY, "natural", by_station=False),
        Limit("call.pop_up_seconds", 2 * _MINUTE, "seconds", "R39",
              Words("响铃多久后不再弹屏", "Time after which a call that rings pops up no more"),
              10, 10 * _MINUTE, "natural", by_station=False),
        Limit("call.ringing_seconds", 10 * _MINUTE, "seconds", "R39",
              Words("一直响铃的来电多久后算未接", "Time after which a call that only rings is a missed one"),
              _MINUTE, _HOUR, "natural", by_station=False),
        Limit("call.rings", 3, "count", "R39",
              Words("来电应在几声内接起", "Rings within which a call is answered"), 1, 20),
        Limit("cash.hand_over_seconds", 10 * _HOUR, "seconds", "D24",
              Words("收款次个工作日几点前交款（从零点起）", "Time of the next working day by which cash is handed over"),
              0, 24 * _HOUR),
        Limit("checklist.before_complete", 0, "flag", "R74",
              Words("完工前要填完现场步骤表（1 是，0 否）", "On-site steps must be completed before the work is (1 yes, 0 no)"),
              0, 1),
        Limit("checklist.before_depart", 0, "flag", "R73",
              Words("出发前要填完出发检查表（1 是，0 否）", "The checklist before leaving must be completed (1 yes, 0 no)"),
              0, 1),
        Limit("call.write_down_seconds", 30 * _MINUTE, "seconds", "R53",
              Words("挂机后多久内要登记", "Time after hanging up in which a call is written down"),
              _MINUTE, _DAY, "natural", by_station=False),
        Limit("clock.escalate_again_seconds", 8 * _HOUR, "seconds", "R81",
              Words("报站长后多久再报区域经理（0 不报）", "Time after that until the region's manager is told (0: never)"),
              0, 30 * _DAY),
        Limit("clock.escalate_seconds", _HOUR, "seconds", "R81",
              Words("超时后多久报站长（0 不报）", "Time after a missed promise until the station's manager is told (0: never)"),
              0, 30 * _DAY),
        Limit("clock.warn_share", 0.25, "share", "R81",
              Words("剩余多少比例时提醒", "Share of the time left at which a warning comes"), 0, 1),
        Limit("customer.alert_cycle_percent", 150, "count", "D31",
              Words("超过常规周期的百分之几算业务预警", "Per cent of the usual cycle after which a purchase alert comes"),
              100, 1000),
        Limit("customer.alert_days", 3, "days", "R393",
              Words("业务预警后几天内联系客户", "Days within which a customer is asked after an alert"), 0, 60),
        Limit("customer.alert_less_share", 0.3, "share", "D31",
              Words("低于往年平均多少算业务预警", "Share below the average at which a purchase alert comes"), 0.01, 1),
        Limit("customer.call_days_a", 7, "days", "D30",
              Words("A 类客户几天联系一次（0 不定期）", "Days between two words with class A (0: no rhythm)"), 0, 365),
        Limit("customer.call_days_b", 14, "days", "D30",
              Words("B 类客户几天联系一次（0 不定期）", "Days between two words with class B (0: no rhythm)"), 0, 365),
        Limit("customer.call_days_c", 30, "days", "D30",
              Words("C 类客户几天联系一次（0 不定期）", "Days between two words with class C (0: no rhythm)"), 0, 365),
        Limit("customer.class_a_devices", 20, "count", "D30",
              Words("多少台设备起为 A 类", "Devices from which a customer is class A"), 1, 10_000),
        Limit("customer.class_a_yuan", 200_000, "yuan", "D30",
              Words("12 个月业务额多少元起为 A 类", "CNY in 12 months from which a customer is class A"), 1, 10**8),
        Limit("customer.class_b_devices", 5, "count", "D30",
              Words("多少台设备起为 B 类", "Devices from which a customer is class B"), 1, 10_000),
        Limit("customer.class_b_yuan", 50_000, "yuan", "D30",
              Words("12 个月业务额多少元起为 B 类", "CNY in 12 months from which a customer is class B"), 1, 10**8),
        Limit("customer.class_by_hand_days", 365, "days", "D30",
              Words("人工设定的类别保留几天", "Days for which a class set by hand is left alone"), 0, 3650),
        Limit("customer.loyal_csi", 90, "count", "R390",
              Words("忠诚客户的 CSI 下限", "CSI from which a customer counts as loyal"), 0, 100),
        Limit("customer.loyal_opinions", 3, "count", "R390",
              Words("连续几次满意算忠诚", "Satisfied follow-ups in a row that make a customer loyal"), 1, 20),
        Limit("customer.need_days", 2, "days", "R396",
              Words("上报的需求几天内答复", "Days within which the level above answers a need"), 0, 60),
        Limit("customer.satisfied_csi", 60, "count", "R390",
              Words("低于多少 CSI 算不满意", "CSI below which a customer counts as dissatisfied"), 0, 100),
        Limit("customer.visit_days_a", 30, "days", "R218",
              Words("A 类客户几天拜访一次（0 不定期）", "Days between two visits to class A (0: no rhythm)"), 0, 730),
        Limit("customer.visit_days_b", 90, "days", "R218",
              Words("B 类客户几天拜访一次（0 不定期）", "Days between two visits to class B (0: no rhythm)"), 0, 730),
        Limit("customer.visit_days_c", 0, "days", "R218",
              Words("C 类客户几天拜访一次（0 不定期）", "Days between two visits to class C (0: no rhythm)"), 0, 730),
        Limit("deposit.project_share", 0.7, "share", "D22",
              Words("安装项目首付比例", "Share of an installation project taken in advance"), 0, 1),
        Limit("deposit.special_order_share", 0.5, "share", "D22",
              Words("专订备件定金比例", "Share of specially ordered parts taken in advance"), 0, 1),
        Limit("dispatch.arrive_outside_working_days", 3, "working_days", "D9",
              Words("服务区外上门期限", "Arrival outside the service area"), 0, 60, "working"),
        Limit("dispatch.arrive_working_days", 2, "working_days", "D9",
              Words("服务区内上门期限", "Arrival inside the service area"), 0, 60, "working"),
        Limit("dispatch.contact_seconds", 2 * _HOUR, "seconds", "D9",
              Words("首次报修后多久联系客户", "Time to contact the customer after his first request"),
              _MINUTE, 7 * _DAY, "staffed"),
        Limit("dispatch.outside_km", 80, "km", "D9",
              Words("服务区外最远上门距离", "Farthest visit outside the service area"), 0, 2000),
        Limit("dispatch.pass_seconds", 30 * _MINUTE, "seconds", "D9",
              Words("派工单多久转给协调员", "Time to pass the dispatch order to the coordinator"),
              _MINUTE, 7 * _DAY, "staffed"),
        Limit("entitlement.default_on_site_months", 12, "months", "D2",
              Words("默认上门期", "Default on-site period"), 0, 240, by_station=False),
        Limit("entitlement.default_warranty_months", 12, "months", "D2",
              Words("默认保修期", "Default warranty"), 0, 240, by_station=False),
        Limit("entitlement.factory_days", 90, "days", "D1",
              Words("无凭证时出厂后多少天起保", "Days after ex-factory when the warranty starts without proof"),
              0, 3650, by_station=False),
        Limit("field.lock_seconds", 5 * _MINUTE, "seconds", "D41",
              Words("手机闲置多久后锁定", "Time without use after which a phone locks"), _MINUTE, 4 * _HOUR),
        Limit("field.offline_seconds", 72 * _HOUR, "seconds", "D41",
              Words("手机离线多久后清除数据", "Time offline after which a phone forgets its data"), _HOUR, 7 * _DAY),
        Limit("field.pin_tries", 10, "count", "D41",
              Words("输错几次密码后清除手机数据", "Wrong PINs after which a phone forgets its data"), 3, 20),
        Limit("field.predecessor_seconds", 3 * _DAY, "seconds", "D41",
              Words("手机的前一条没到，等多久后由人决定", "Time to wait for a phone's command before a person decides"),
              _MINUTE, 30 * _DAY),
        Limit("field.receipt_numbers", 200, "count", "D24",
              Words("给每部手机预留几个收据号", "Receipt numbers set aside for each phone"), 60, 9999),
        Limit("file.day_megabytes", 1000, "megabytes", "D43",
              Words("每人 24 小时内可上传多少 MB", "MB that one person may send within 24 hours"),
              1, 100_000, by_station=False),
        Limit("export.approval_rows", 200, "count", "T31",
              Words("导出超过多少行要别人批准", "Rows above which an export needs another's approval"), 0, 100_000,
              by_station=False),
        Limit("export.kept_seconds", _DAY, "seconds", "T31",
              Words("导出的文件留多久", "How long an exported file is kept"), _HOUR, 30 * _DAY, by_station=False),
        Limit("file.document_megabytes", 30, "megabytes", "D43",
              Words("单个文件最大 MB", "Largest document in MB"), 1, 60, by_station=False),
        Limit("file.orphan_days", 7, "days", "D44",
              Words("没发完、没用上的文件留多少天", "Days that an unfinished or unused file is kept"), 1, 90, by_station=False),
        Limit("file.photo_megabytes", 25, "megabytes", "D43",
              Words("单张照片最大 MB", "Largest photo in MB"), 1, 60, by_station=False),
        Limit("file.service_days", 5 * 365 + 1, "days", "D44",
              Words("设备最后一次作业后照片、文件留多少天", "Days that files are kept after the device's last job"),
              30, 36_500, by_station=False),
        Limit("file.voucher_days", 30 * 365 + 7, "days", "D44",
              Words("凭证留多少天", "Days that vouchers are kept"), 365, 36_500, by_station=False),
        Limit("follow_up.attempts", 3, "count", "D14", Words("回访最多打几次", "Attempts to reach a customer"), 1, 20),
        Limit("follow_up.first_after_seconds", _DAY, "seconds", "D14",
              Words("交单后多久可以回访", "Time after hand-in before the first call"), 0, 30 * _DAY, "natural"),
        Limit("follow_up.hours", [["09:00", "12:00"], ["14:00", "19:00"]], "hours", "D14",
              Words("可以打回访电话的时段", "Hours in which follow-up calls are made")),
        Limit("follow_up.sample_share", 1 / 3, "share", "D14",
              Words("其他工单抽访比例", "Share of other jobs that are followed up"), 0, 1),
        Limit("follow_up.within_seconds", 3 * _DAY, "seconds", "D14",
              Words("交单后多久内要回访", "Time after hand-in within which the first call is made"),
              _HOUR, 60 * _DAY, "natural"),
        Limit("job.default_seconds", 90 * _MINUTE, "seconds", "D10",
              Words("上门工时（估计）", "Length of a visit, estimated"), 5 * _MINUTE, 7 * _DAY),
        Limit("payment.charge_minutes", 15, "count", "R178",
              Words("收款码几分钟有效", "Minutes for which a payment code is good"), 1, 24 * 60),
        *(
            Limit(f"quote.discount_{role}", share, "share", "D21",
                  Words(f"{zh}可给的最大折扣", f"Largest discount that a {en} may grant"), 0, 1)
            for role, share, zh, en in (
                ("bench_engineer", 0, "站内工程师", "bench engineer"), ("coordinator", 0, "协调员", "coordinator"),
                ("field_engineer", 0, "上门工程师", "field engineer"), ("finance_officer", 0.05, "财务", "finance officer"),
                ("hotline_engineer", 0, "热线工程师", "hotline engineer"), ("hq_service", 1, "总部服务总监", "service director"),
                ("reception_engineer", 0, "接待工程师", "reception engineer"),
                ("regional_manager", 1, "区域经理", "regional manager"), ("station_manager", 0.1, "站长", "station manager"),
            )
        ),
        Limit("quote.valid_days", 15, "days", "D21", Words("报价有效天数", "Days for which a quote is valid"), 1, 365),
        Limit("record.overnight_seconds", _DAY, "seconds", "D13",
              Words("在外过夜时交服务记录的期限", "Time to hand in the record when away overnight"),
              _HOUR, 14 * _DAY, "natural"),
        Limit("record.working_days", 0, "working_days", "D13",
              Words("交服务记录的期限（0 为当个工作日内）", "Working days to hand in the record (0: the same day)"),
              0, 30, "working"),
        Limit("repair.part_days", 90, "days", "D5",
              Words("更换件保修", "Warranty of a replaced part"), 0, 3650, by_station=False),
        Limit("repair.same_fault_days", 30, "days", "D5",
              Words("同一故障免费返修期", "Days in which the same fault is repaired free"), 0, 3650, by_station=False),
        Limit("reply.longest_seconds", _DAY, "seconds", "D12",
              Words("答应回复最迟多久", "Longest time to a promised answer"), _HOUR, 7 * _DAY, "natural"),
        Limit("reply.urgent_seconds", 2 * _HOUR, "seconds", "D12",
              Words("加急的问题多久内回复", "Time to answer an urgent question"), 10 * _MINUTE, 2 * _DAY, "staffed"),
        Limit("reply.working_days", 0, "working_days", "D12",
              Words("一般的问题几个工作日内回复（0 为当个工作日内）", "Working days to answer a question (0: the same day)"),
              0, 5, "working"),
        Limit("reveal.after_close_days", 7, "days", "D43",
              Words("完工后还能查看号码的天数", "Days after closing in which a number may still be shown"),
              0, 365, by_station=False),
        Limit("reveal.per_hour", 60, "count", "D43",
              Words("每人每小时可查看多少个号码", "Numbers shown to one person in an hour"), 1, 1000, by_station=False),
        Limit("travel.speed_km_per_hour", 30, "count", "D10",
              Words("路上平均时速（公里）", "Average speed on the way, km an hour"), 5, 120),
    )
}  # fmt: skip
"""By key, sorted."""


def get(unit: Unit, key: str, station_id: str | None = None) -> Any:
    """The figure that holds at this station now; at most 5 s old.

    :raises KeyError: no such limit.
    """
    limit = LIMITS[key]
    found = unit.db.keep("settings", lambda: queries.values(unit)).get(key)
    if not found:
        return limit.default
    if station_id in found:
        return found[station_id]
    return found.get(None, limit.default)
