export default {
  title: 'Charges',
  quote: 'Quote {number}',
  bill: 'Bill {number}',
  total: 'Total',
  by: 'Who consents',
  consent: 'Customer agrees to {amount}',
  consented: 'Customer agreed to {amount}',
  collect: 'Take {amount} in cash',
  collected: 'Took {amount} in cash',
  receipt: 'Money noted. Write this number on the receipt:',
}
