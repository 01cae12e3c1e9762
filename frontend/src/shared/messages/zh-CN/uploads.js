export default {
  sending: '正在发 {n}%',
  checking: '发完了，正在检查',
  failed: '没发成',
  because: '：{why}',
  again: '接着发',
  give_up: '不发了',
  slots: { nameplate: '铭牌', fault: '故障处', after: '修后' },
}
