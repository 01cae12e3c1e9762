export default [
  {
    path: '/me',
    name: 'me',
    component: () => import('./MePage.vue'),
    meta: { title: 'field.me', tab: { order: 9, icon: 'person' } },
  },
]
