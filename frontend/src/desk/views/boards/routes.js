export default [
  {
    path: '/queues',
    name: 'queues',
    component: () => import('./QueuesPage.vue'),
    meta: {
      title: 'boards.queues',
      need: 'boards:view',
      nav: { group: 'work', order: 1, go: 'U', icon: 'list' },
    },
  },
  {
    path: '/wall',
    name: 'wall',
    component: () => import('./WallPage.vue'),
    meta: { title: 'boards.wall', need: 'boards:view', bare: true },
  },
]
