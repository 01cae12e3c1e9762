export default {
  title: '备件',
  kinds_n: ['{n} 种', '{n} 种'],
  on_its_way: '给您发来的',
  sent_by: '{who} {at} 发出',
  to_settle: '账实不符，站里在查',
  book_had: '{order} 用的，账上只有 {n}',
  empty: '车上还没有备件。站里调拨来会出现在这里。',
  receive: '收下{part} × {n}',
}
