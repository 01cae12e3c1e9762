export default {
  no_connection: '连不上服务器，请检查网络后再试。',
  not_our_answer: '网络要先登录，还没发出去。',
  unexpected: '这一步没有办成，请再试一次。',
  sign_in_failed: '账号或密码不对。',
  sign_in_failed_tries: '账号或密码不对。还可以试 {n} 次。',
  too_many_tries: '试得太多了，请过 {time}再试。',
  request_number: '查询号 {id}',
  what_then: '可以改做：',
  fields_wrong: ['有 {n} 处要改', '有 {n} 处要改'],
  codes: {
    missing: '还没填。',
    string_too_short: '还没填，或太短。',
    string_too_long: '太长了，请写短一些。',
    too_long: '太长了，请写短一些。',
    extra_forbidden: '这一项这里不用填。',
  },
}
