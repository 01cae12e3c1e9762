export default {
  title: '全部按键',
  global: '随处可用',
  page: '这一页',
  go: '去别的页',
  search: '搜索',
  all: '看全部按键',
  close: '关掉最上面的一层',
  filled: '办蓝色按钮上的事',
  single: '单个字母也当按键用',
}
