export default [
  {
    path: '/',
    name: 'start',
    component: () => import('./StartPage.vue'),
    meta: { title: 'frame.start', nav: { group: 'work', order: 0 } },
  },
]
