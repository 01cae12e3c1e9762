export default [
  {
    path: '/customers',
    name: 'customers',
    component: () => import('./CustomersPage.vue'),
    meta: {
      title: 'files.customers',
      need: 'customers:view',
      nav: { group: 'support', order: 50, go: 'C', icon: 'people' },
    },
  },
  {
    path: '/customers/:id',
    name: 'customer',
    component: () => import('./CustomerPage.vue'),
    meta: { title: 'files.customer', need: 'customers:view' },
  },
]
