export default {
  title: '登录',
  account: '账号',
  password: '密码',
  enter: '登录',
  demo: '演示账号，选一个岗位，再填演示密码',
  expired: '登录过期了，请再登录，回到刚才那一页。',
}
