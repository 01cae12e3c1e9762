export default {
  title: '检查表',
  not_begun: '还没填',
  required: '要先填完',
  failed_n: ['不合格 {n} 项', '不合格 {n} 项'],
  critical: '有关键项不合格，处理好后重填。',
  all_there: '都填了',
  complete: '填完“{name}”',
  again: '处理好了，重填一张',
  back: '回到这一单',
  gone: '这张表现在不用填。',
  fill_it: '填“{name}”',
}
