"""What movements and stock levels are called."""

from api.kit.words import Words

KINDS = {
    "receipt": Words("入库", "Receipt"),
    "issue": Words("发料", "Issue"),
    "return": Words("退料", "Return"),
    "transfer": Words("调拨", "Transfer"),
    "move": Words("移位", "Move"),
    "surplus": Words("盘盈", "Surplus"),
    "shortage": Words("盘亏", "Shortage"),
    "scrap": Words("报废", "Scrap"),
    "reversal": Words("冲销", "Reversal"),
}
LEVELS = {
    "scarce": Words("告急", "Scarce"),
    "low": Words("低库存", "Low"),
    "fine": Words("正常", "In limits"),
    "over": Words("超上限", "Above limit"),
}
