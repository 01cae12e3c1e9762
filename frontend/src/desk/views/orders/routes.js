export default [
  {
    path: '/work-orders',
    name: 'orders',
    component: () => import('./OrdersPage.vue'),
    meta: {
      title: 'orders.title',
      need: 'work-orders:view',
      nav: { group: 'jobs', order: 30, go: 'W', icon: 'wrench' },
    },
  },
  {
    path: '/work-orders/:id',
    name: 'order',
    component: () => import('./OrderPage.vue'),
    meta: { title: 'orders.order', need: 'work-orders:view' },
  },
]
