export default [
  {
    path: '/sync',
    name: 'sync',
    component: () => import('./SyncPage.vue'),
    meta: { title: 'sync.title', tab: { order: 5, icon: 'up' } },
  },
]
