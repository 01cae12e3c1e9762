export default [
  {
    path: '/dispatch',
    name: 'dispatch',
    component: () => import('./DispatchPage.vue'),
    meta: {
      title: 'dispatch.title',
      need: 'work-orders:assign',
      startFor: ['coordinator'],
      nav: { group: 'dispatch', order: 20, go: 'B', icon: 'calendar' },
    },
  },
]
