export default {
  title: '费用',
  quote: '报价 {number}',
  bill: '结算单 {number}',
  total: '合计',
  by: '谁同意的',
  consent: '客户同意 {amount}',
  consented: '客户同意 {amount}',
  collect: '收现金 {amount}',
  collected: '收现金 {amount}',
  receipt: '钱已记下。请把收据号写在收据上：',
}
