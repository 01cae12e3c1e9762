export default [
  {
    path: '/customer-care',
    name: 'customer-care',
    component: () => import('./CarePage.vue'),
    meta: {
      title: 'relations.title',
      need: 'customers:view',
      nav: { group: 'aftercare', order: 45, icon: 'people' },
    },
  },
]
