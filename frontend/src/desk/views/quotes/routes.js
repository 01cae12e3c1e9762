export default [
  {
    path: '/quotes',
    name: 'quotes',
    component: () => import('./QuotesPage.vue'),
    meta: {
      title: 'quotes.title',
      need: 'quotes:view',
      nav: { group: 'support', order: 40, go: 'E', icon: 'document' },
    },
  },
  {
    path: '/quotes/:id',
    name: 'quote',
    component: () => import('./QuotePage.vue'),
    meta: { title: 'quotes.quote', need: 'quotes:view' },
  },
]
