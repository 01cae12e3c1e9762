export default {
  title: 'Parts',
  kinds_n: ['{n} kind', '{n} kinds'],
  on_its_way: 'On its way to you',
  sent_by: 'sent by {who}, {at}',
  to_settle: 'Does not agree with the book; the station looks into it',
  book_had: 'Used for {order}; the book had {n}',
  empty: 'Your van carries no parts yet. What the station sends appears here.',
  receive: 'Receive {part} × {n}',
}
